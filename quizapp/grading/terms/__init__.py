"""Terms, names and places: what was written against the key, rules T1 to T11."""
