"""»Fremgang«: what is remembered, what was done, and what comes."""
