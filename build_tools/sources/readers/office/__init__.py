"""What the readers of word processors' files share: the package, the paragraphs, what they are, their lines."""
