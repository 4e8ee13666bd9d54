"""Two numbers side by side on a line, where that tells more than words."""

from decimal import Decimal

from quizapp.base.texts import _, number_text
from quizapp.grading.verdict import Outcome
from quizapp.notation.author import UnreadableError, read_author_number
from quizapp.questions.answers import Typed
from quizapp.questions.kinds import Number
from quizapp.study.flow import Judged
from quizapp.ui.widgets.number_line import LinePoint, NumberLine

_FACTOR = 5


def number_line(question: Number, judged: Judged) -> NumberLine | None:
    """Return the line for a number that was wrong, but within a factor 5 of the right one."""
    if judged.verdict.outcome is Outcome.CORRECT or not isinstance(judged.answer, Typed):
        return None
    try:
        given = read_author_number(judged.answer.text.strip())
    except UnreadableError:
        return None
    right = question.key.value.value
    low, high = sorted((given, right))
    if low <= 0 or low == high or high > _FACTOR * low:
        return None
    colour = "bad" if judged.verdict.outcome is Outcome.WRONG else "warn"
    points = (
        LinePoint(float(given), _("dit svar"), colour),
        LinePoint(float(right), _("rigtigt"), "ok"),
    )
    return NumberLine(_("Dit svar og det rigtige"), points, _written)


def _written(value: float) -> str:
    number = Decimal(repr(value))
    return number_text(int(number)) if number == int(number) else number_text(number.normalize())
