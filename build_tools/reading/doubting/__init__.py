"""Doubting a reading: all rules in one list (`rules.py`), and those that foresee no fault but notice that what was read
is unlike the rest of its letter, or unlike any letter."""
