"""Letters that came in mail: the messages around them."""
