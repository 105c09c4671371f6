"""Official papers: how they are numbered, named, addressed and cited."""
