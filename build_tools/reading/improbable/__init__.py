"""Doubts that foresee no fault: what was read is unlike the rest of its letter, or unlike any letter."""
