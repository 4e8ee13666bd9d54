"""»I dag«: what today is worth doing, in minutes."""
