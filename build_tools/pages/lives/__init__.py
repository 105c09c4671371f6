"""The life of a passage as readers see it: the picture of all strands, and the line beside a paragraph."""
