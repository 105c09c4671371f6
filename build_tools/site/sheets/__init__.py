"""Style sheets and scripts as they go to readers."""
