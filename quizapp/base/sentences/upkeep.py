"""Sentences of the family ``upkeep``."""

from quizapp.base.texts import Sentence

SENTENCES: dict[str, Sentence] = {}
