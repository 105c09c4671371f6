"""The type that pages and PDFs are set in."""
