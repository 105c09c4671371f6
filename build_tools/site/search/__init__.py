"""The search: what of each page goes into its index, by which words it is found, and the index whole on disk."""
