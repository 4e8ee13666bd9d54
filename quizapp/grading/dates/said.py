"""The fields of the sentences on dates: what fits, what is missing, what was read."""

from quizapp.grading.dates.points import Match
from quizapp.notation.partial import ReadDate
from quizapp.questions.keys import DateKey

Fields = dict[str, str | int]


def said(match: Match, key: DateKey, given: str, read: ReadDate) -> Fields:
    """Return the fields that the sentence of a match needs."""
    del match, read
    return {"given": given, "answer": key.value.text}
