"""What was made before from the same inputs by the same program, so that a build makes only what changed."""
