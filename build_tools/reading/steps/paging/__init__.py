"""What a printer and a ministry add to each page: feet, heads, numbers. None of it is said by the letter."""
