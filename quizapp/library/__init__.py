"""Packs in the bank: install, update, remove, check, search."""
