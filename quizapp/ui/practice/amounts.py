"""How much there is of each way to practise, as a number and in words."""

from math import ceil
from typing import assert_never

from quizapp.base.texts import _, ngettext, number_text
from quizapp.study.offer import Offer
from quizapp.study.timeline import LEAST, MOST
from quizapp.ui.practice.ways import Way

_SECONDS_A_PLACE = 15


def is_marked(way: Way) -> bool:
    """Whether the way ends in verdicts, which may count."""
    return way in (Way.MIXED, Way.MISSED, Way.TIMELINE)


def there(offer: Offer, way: Way, amount: int) -> int:
    """Return how many cards, events or passages a way would go through."""
    match way:
        case Way.MIXED | Way.LEAF:
            return min(offer.total, amount)
        case Way.MOCK:
            return offer.total
        case Way.MISSED:
            return min(offer.missed_total, amount)
        case Way.TIMELINE:
            events = min(offer.events, amount, MOST)
            return events if events >= LEAST else 0
        case Way.READ:
            return offer.text.passages if offer.text is not None else 0
        case _:
            assert_never(way)


def how_much(offer: Offer, way: Way, amount: int) -> str:
    """Return how much there is of a way, in words."""
    n = there(offer, way, amount)
    if not n:
        return _nothing(way)
    match way:
        case Way.LEAF:
            return _("{n} kort").format(n=number_text(n))
        case Way.MOCK:
            text = ngettext("{n} spørgsmål at trække af", "{n} spørgsmål at trække af", n)
            return text.format(n=number_text(n))
        case Way.TIMELINE:
            minutes = ceil(n * _SECONDS_A_PLACE / 60)
            text = _("{n} begivenheder · ca. {m} min.")
        case Way.READ:
            minutes = offer.text.minutes if offer.text is not None else 0
            text = ngettext("{n} afsnit · ca. {m} min.", "{n} afsnit · ca. {m} min.", n)
        case Way.MIXED | Way.MISSED:
            minutes = offer.minutes(n)
            text = ngettext("{n} spørgsmål · ca. {m} min.", "{n} spørgsmål · ca. {m} min.", n)
        case _:
            assert_never(way)
    return text.format(n=number_text(n), m=number_text(minutes))


def note_of(way: Way) -> str:
    """Return what is to be said of a way that has no verdicts here; empty for the others."""
    notes = {
        Way.LEAF: _("Når du bladrer, gemmes der ingen svar."),
        Way.READ: _("Når du læser, gemmes der ingen svar."),
        Way.MOCK: _("Du vælger længde og tid på næste side."),
    }
    return notes.get(way, "")


def _nothing(way: Way) -> str:
    match way:
        case Way.MISSED:
            return _("Ingen fejl at øve lige nu.")
        case Way.TIMELINE:
            return _("For få spørgsmål om datoer i det, du har valgt.")
        case Way.READ:
            return _("Ingen læsetekst i det, du har valgt.")
        case Way.MIXED | Way.LEAF | Way.MOCK:
            return _("Ingen spørgsmål i det, du har valgt.")
        case _:
            assert_never(way)
