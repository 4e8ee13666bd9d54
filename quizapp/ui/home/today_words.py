"""The headline and the line of »I dag«: minutes, never a debt."""

from typing import assert_never

from quizapp.base.texts import _, ngettext, number_text
from quizapp.scheduling.day import date_of
from quizapp.study.today import HomeState, Today
from quizapp.ui.calendar_words import in_days, minutes_of

_GENTLE_MINUTES = 15


def headline_of(today: Today) -> str:  # noqa: C901, PLR0911 - one line a state
    """Return the large line of the home page."""
    minutes = minutes_of(today.minutes)
    match today.state:
        case HomeState.HALF_WAY:
            return _("{minutes} mere, så er du færdig for i dag").format(minutes=_capital(minutes))
        case HomeState.READY:
            return _("{minutes}, så er du færdig for i dag").format(minutes=_capital(minutes))
        case HomeState.ONLY_NEW:
            return _("Der er ikke noget at repetere i dag")
        case HomeState.BACK_AFTER_WEEKS:
            return _("Godt at se dig igen. Begynd med det vigtigste")
        case HomeState.DONE:
            return _("Du er færdig for i dag")
        case HomeState.ALL_LEARNT:
            return _("Alt er lært og repeteret")
        case HomeState.DAY_OFF:
            return _("Fri i dag")
        case HomeState.NO_PACKS | HomeState.FIRST_START:
            return _("Velkommen til Quizapp")
        case _:
            assert_never(today.state)


def sentence_of(today: Today) -> str:  # noqa: C901, PLR0911 - one line a state
    """Return the line below the headline."""
    match today.state:
        case HomeState.HALF_WAY:
            place = _("Du er nået til spørgsmål {done} af {total} i dagens runde.")
            total = today.done + today.due + today.new
            said = place.format(done=number_text(today.done), total=number_text(total))
            return f"{said} {_left(today)}"
        case HomeState.READY:
            return _amounts(today)
        case HomeState.ONLY_NEW:
            return ngettext(
                "Du kan tage {n} nyt spørgsmål – ca. {minutes}.",
                "Du kan tage {n} nye spørgsmål – ca. {minutes}.",
                today.new,
            ).format(n=number_text(today.new), minutes=minutes_of(today.minutes))
        case HomeState.BACK_AFTER_WEEKS:
            minutes = minutes_of(min(today.minutes, _GENTLE_MINUTES))
            return _(
                "Det tager ca. {minutes}. Resten er fordelt over de næste dage,"
                " og det meste husker du stadig."
            ).format(minutes=minutes)
        case HomeState.DONE:
            return _next_time(today, _("Næste repetition er {when}."))
        case HomeState.ALL_LEARNT:
            return _next_time(today, _("Næste gang er {when}."))
        case HomeState.DAY_OFF:
            return _("Planen for din eksamen regner ikke med i dag. Du kan altid øve frit.")
        case HomeState.NO_PACKS | HomeState.FIRST_START:
            return _("Lær historie, så den bliver siddende – nogle minutter om dagen.")
        case _:
            assert_never(today.state)


def _amounts(today: Today) -> str:
    minutes = minutes_of(today.minutes)
    if not today.new:
        text = _("{n} spørgsmål til repetition – ca. {minutes}.")
        return text.format(n=number_text(today.due), minutes=minutes)
    return ngettext(
        "{n} spørgsmål til repetition og {m} nyt – ca. {minutes}.",
        "{n} spørgsmål til repetition og {m} nye – ca. {minutes}.",
        today.new,
    ).format(n=number_text(today.due), m=number_text(today.new), minutes=minutes)


def _left(today: Today) -> str:
    if not today.new:
        text = _("Tilbage er {n} til repetition – det vigtigste først.")
        return text.format(n=number_text(today.due))
    if not today.due:
        text = ngettext("Tilbage er {m} nyt.", "Tilbage er {m} nye.", today.new)
        return text.format(m=number_text(today.new))
    return ngettext(
        "Tilbage er {n} til repetition og {m} nyt – det vigtigste først.",
        "Tilbage er {n} til repetition og {m} nye – det vigtigste først.",
        today.new,
    ).format(n=number_text(today.due), m=number_text(today.new))


def _next_time(today: Today, text: str) -> str:
    if today.next_day is None:
        return _("Der er ikke planlagt flere repetitioner.")
    return text.format(when=in_days(today.next_day - today.study_day, date_of(today.next_day)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
