"""What an extraction broke in lines of the text, put right before notes and paragraphs are sought."""
