"""Figures from the log and the memory, as values."""
