"""Stretches of a text that cite an official paper."""
