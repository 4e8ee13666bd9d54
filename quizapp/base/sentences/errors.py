"""Sentences of the family ``errors``."""

from quizapp.base.texts import Sentence

SENTENCES: dict[str, Sentence] = {}
