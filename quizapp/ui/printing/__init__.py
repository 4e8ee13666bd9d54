"""Packs on paper: quiz sheets, answer keys, cards to cut out and reading texts."""
