"""Danish dates and numbers: text to value and value to text."""
