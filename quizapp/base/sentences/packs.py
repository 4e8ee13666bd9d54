"""Sentences of the family ``packs``."""

from quizapp.base.texts import Sentence

SENTENCES: dict[str, Sentence] = {}
