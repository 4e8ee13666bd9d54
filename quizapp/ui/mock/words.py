"""What a mock exam says in numbers: time left, shares with how unsure they are, days."""

from datetime import date, datetime

from quizapp.base.texts import _, ngettext, number_text
from quizapp.study.mock_values import Earlier, Figure, MockResult, PastMock, Running
from quizapp.ui.calendar_words import full_day, in_days, minutes_of

FEW = 40
"""With fewer questions than this the figure is said to be unsure."""
_MINUTE = 60
_WEEK = 7


def time_left(seconds: int) -> str:
    """Return »23 min. tilbage«; the last minute has no number."""
    if seconds < _MINUTE:
        return _("under et minut tilbage")
    return _("{n} min. tilbage").format(n=number_text(-(-seconds // _MINUTE)))


def time_said(seconds: int) -> str:
    """Return the time left as a screen reader says it."""
    return _("{minutes} tilbage.").format(minutes=minutes_of(-(-seconds // _MINUTE)))


def percent(share: float) -> str:
    """Return a share of 0–1 as »73 %«."""
    return _("{n} %").format(n=round(100 * share))


def right_of(figure: Figure) -> str:
    """Return »22 af 30«."""
    return _("{right} af {n}").format(right=figure.right, n=figure.asked)


def between(figure: Figure) -> str:
    """Return where the share of the whole scope lies: »mellem 62 og 82 %«."""
    low, high = (round(100 * end) for end in figure.interval)
    return _("mellem {low} og {high} %").format(low=low, high=high)


def result_headline(result: MockResult) -> str:
    """Return »22 af 30 rigtige«."""
    return _("{right} af {n} rigtige").format(right=result.figure.right, n=result.figure.asked)


def unsure_sentence(result: MockResult) -> str:
    """Return how unsure the figure is."""
    low, high = (round(100 * end) for end in result.figure.interval)
    if result.figure.asked < FEW:
        text = _("Med så få spørgsmål er tallet usikkert: Det kan ligge mellem {low} og {high} %.")
    else:
        text = _("I hele pensum ligger tallet nok mellem {low} og {high} %.")
    return text.format(low=low, high=high)


def almost_sentence(almost: int) -> str:
    """Return how many were nearly right, empty for none."""
    if not almost:
        return ""
    return ngettext("{n} svar var næsten rigtigt.", "{n} svar var næsten rigtige.", almost).format(
        n=almost
    )


def earlier_sentence(earlier: Earlier | None) -> str:
    """Return »For en uge siden var det 69 %.«, empty when there was none before."""
    if earlier is None:
        return ""
    share = percent(earlier.figure.share)
    if earlier.days == 0:
        return _("Tidligere i dag var det {p}.").format(p=share)
    if earlier.days == _WEEK:
        return _("For en uge siden var det {p}.").format(p=share)
    return ngettext(
        "For {n} dag siden var det {p}.", "For {n} dage siden var det {p}.", earlier.days
    ).format(n=number_text(earlier.days), p=share)


def marked_when(at: datetime) -> str:
    """Return »rettet tirsdag den 24. november kl. 16.20«."""
    return _("rettet {day} kl. {time}").format(day=full_day(at.date()), time=_time(at))


def past_when(past: PastMock, today: date) -> str:
    """Return when a mock exam was handed in, as a line of a list."""
    days = (past.at.date() - today).days
    day = _("i dag") if days == 0 else _("i går") if days == -1 else in_days(_WEEK, past.at.date())
    return _("{day} kl. {time}").format(day=day, time=_time(past.at))


def spent_sentence(result: MockResult) -> str:
    """Return how long it took, and whether the time ran out."""
    if result.is_time_up:
        return _("Tiden er gået. Alt, du har skrevet, er afleveret.")
    return _("Det tog {minutes}.").format(minutes=minutes_of(round(result.spent_s / _MINUTE)))


def running_sentence(running: Running) -> str:
    """Return how far a mock exam has come, with the time that is left of it."""
    text = _("{done} af {total} besvaret.").format(done=running.answered, total=running.asked)
    if running.seconds_left is not None:
        text = f"{text} {time_said(running.seconds_left)}"
    return text


def blank_sentence(blank: int) -> str:
    """Return what is asked before blanks are handed in."""
    return ngettext(
        "{n} spørgsmål mangler svar. Aflevér alligevel?",
        "{n} spørgsmål mangler svar. Aflevér alligevel?",
        blank,
    ).format(n=number_text(blank))


def flagged_sentence(flagged: int) -> str:
    """Return what is asked before questions are handed in that she wanted to come back to."""
    return ngettext(
        "{n} spørgsmål er markeret. Aflevér alligevel?",
        "{n} spørgsmål er markeret. Aflevér alligevel?",
        flagged,
    ).format(n=number_text(flagged))


def practise_text(missed: int) -> str:
    """Return the words of the button that practises what was not right."""
    if missed == 1:
        return _("Øv det forkerte")
    return _("Øv de {n} forkerte").format(n=number_text(missed))


def _time(at: datetime) -> str:
    return _("{hour}.{minute:02}").format(hour=at.hour, minute=at.minute)
