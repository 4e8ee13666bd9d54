"""Which sort of mistake is made most: the rules of marking, put into a pupil's dozen."""

from collections import Counter
from collections.abc import Iterable

from quizapp.bank.stat_reads import Misses
from quizapp.questions.kinds import Kind
from quizapp.stats.values import Mistake

DAYS = 30
MOST_SHOWN = 6

_BY_RULE = {
    **dict.fromkeys(("G1", "G2"), "blank"),
    **dict.fromkeys(("T3", "T4", "N3", "D15"), "spelling"),
    **dict.fromkeys(("D2", "D6", "D10", "D11", "D12", "N2"), "notation"),
    **dict.fromkeys(("D3", "D5"), "vague_date"),
    **dict.fromkeys(("D1", "D4", "D7", "D8", "D13", "D14"), "date"),
    "D9": "period",
    **dict.fromkeys(("N1", "N5", "N6", "N8"), "number"),
    "N4": "magnitude",
    "N7": "unit",
    "N9": "digits",
    **dict.fromkeys(("T7", "T8"), "partial"),
}
_BY_KIND = {
    Kind.DATE: "date",
    Kind.NUMBER: "number",
    Kind.TERM: "term",
    Kind.ENUMERATION: "missing",
    Kind.CHOICE: "choice",
    Kind.MULTIPLE_CHOICE: "choice",
    Kind.ORDERING: "order",
    Kind.MATCHING: "pairs",
    Kind.CLOZE: "gaps",
    Kind.FLASHCARD: "forgotten",
    Kind.OPEN: "forgotten",
}


def code_of(misses: Misses) -> str:
    """Return the sort of mistake that answers of one kind and one rule show.

    The rules of typed answers say what was wrong; elsewhere the kind of question does.
    """
    return _BY_RULE.get(misses.rule) or _BY_KIND[misses.kind]


def mistakes_of(misses: Iterable[Misses]) -> tuple[Mistake, ...]:
    """Return the commonest sorts of mistake, most frequent first."""
    counted: Counter[str] = Counter()
    for one in misses:
        counted[code_of(one)] += one.n
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Mistake(code, n) for code, n in ordered[:MOST_SHOWN])
