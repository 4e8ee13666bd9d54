"""Sentences of the family ``study``."""

from quizapp.base.texts import Sentence

SENTENCES: dict[str, Sentence] = {}
