"""As much of lxml as readers of word processors' files and the writer of redlines use, over the standard library."""
