"""»Eksamen«: the days until it, what to expect, and what would change that."""
