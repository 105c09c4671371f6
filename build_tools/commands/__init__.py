"""What the commands of `cli.py` share: their options, their examples, and how they speak to the user."""
