"""Numbers: what was written against the key, rules N1 to N10."""
