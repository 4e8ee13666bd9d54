"""Dates: what was written against the key, rules D1 to D16."""
