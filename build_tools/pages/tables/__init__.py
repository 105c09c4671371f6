"""Tables as Markdown and as HTML of our own."""
