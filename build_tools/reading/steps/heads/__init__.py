"""What the lines of a head say by themselves, whatever stands beside them."""
