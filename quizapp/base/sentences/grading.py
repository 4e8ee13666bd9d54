"""Sentences of the family ``grading``."""

from quizapp.base.texts import Sentence

SENTENCES: dict[str, Sentence] = {}
