"""Letters, comparisons and connections as data to take away."""
