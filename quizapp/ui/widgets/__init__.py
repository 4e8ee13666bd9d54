"""Parts that show a value and say what the person did; they decide nothing."""
