"""Letters, their passages and what was found in them as tables, and the forms in which these can be taken away."""
