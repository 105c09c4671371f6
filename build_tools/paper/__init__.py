"""A letter on paper: lean HTML of our own (`html.py`), made into an accessible PDF (`pdf.py`)."""
