"""Categories, kinds of question and verdicts in the words a pupil sees."""

from quizapp.base.texts import N_, _, quoted
from quizapp.grading.verdict import Outcome
from quizapp.questions.kinds import Kind

_CATEGORIES = {
    "dato": (N_("Dato"), N_("datoer")),
    "begreb": (N_("Begreb"), N_("begreber")),
    "tal": (N_("Tal"), N_("tal")),
    "konsekvens": (N_("Konsekvens"), N_("konsekvenser")),
    "årsag": (N_("Årsag"), N_("årsager")),
    "motiv": (N_("Motiv"), N_("motiver")),
    "person": (N_("Person"), N_("personer")),
    "sted": (N_("Sted"), N_("steder")),
    "kildekritik": (N_("Kildekritik"), N_("kildekritik")),
}
_KINDS = {
    Kind.DATE: N_("Dato"),
    Kind.NUMBER: N_("Tal"),
    Kind.TERM: N_("Skriv svaret"),
    Kind.ENUMERATION: N_("Nævn flere"),
    Kind.CHOICE: N_("Vælg én"),
    Kind.MULTIPLE_CHOICE: N_("Vælg flere"),
    Kind.ORDERING: N_("Sæt i rækkefølge"),
    Kind.MATCHING: N_("Find par"),
    Kind.CLOZE: N_("Udfyld huller"),
    Kind.FLASHCARD: N_("Kort"),
    Kind.OPEN: N_("Forklar"),
}

_OUTCOMES = {
    Outcome.CORRECT: N_("Rigtigt"),
    Outcome.ALMOST: N_("Næsten"),
    Outcome.WRONG: N_("Forkert"),
}


def category_word(category: str) -> str:
    """Return a category as a chip says it; a category of the author's own as she wrote it."""
    known = _CATEGORIES.get(category)
    return _(known[0]) if known else category


def category_plural(category: str) -> str:
    """Return a category inside a sentence, in the plural: »begreber«."""
    known = _CATEGORIES.get(category)
    return _(known[1]) if known else quoted(category)


def kind_word(kind: Kind) -> str:
    """Return how a question is answered, as a pupil would say it."""
    return _(_KINDS[kind])


def outcome_word(outcome: Outcome) -> str:
    """Return a verdict in a word."""
    return _(_OUTCOMES[outcome])
