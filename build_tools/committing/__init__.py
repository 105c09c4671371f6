"""Whole or not at all: one build at a time, and a commit that the next start takes back where it was broken off."""
