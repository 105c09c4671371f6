"""Notes in the type of notes, and the signs in the text that call them."""
