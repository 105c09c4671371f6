"""What a site or a browser puts around a paper that was copied from it."""
