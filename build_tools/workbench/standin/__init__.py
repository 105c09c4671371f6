"""What the browser has instead of libraries in C: as much of them as the program uses there, by the same names."""
