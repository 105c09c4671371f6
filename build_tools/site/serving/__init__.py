"""The site shown on this machine while one works on the letters."""
