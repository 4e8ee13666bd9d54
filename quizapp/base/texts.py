"""Danish texts: gettext with Danish msgids, and the one way from a code to a sentence."""

import gettext
import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

FAMILIES = ("errors", "exam", "grading", "packs", "stats", "study", "upkeep", "usage")
NBSP = "\u00a0"
DAYS_WITHOUT_YEAR = 180


@dataclass(frozen=True, slots=True)
class Plural:
    """Two whole sentences; the field named ``by`` decides which one is said."""

    one: str
    many: str
    by: str = "n"


Sentence = str | Plural


@dataclass(frozen=True, slots=True)
class Message:
    """Something to tell the person: a code such as ``grading.D3.missing`` and its fields.

    Whole numbers among the fields are written the Danish way (60.000); a year is passed as text.
    """

    code: str
    fields: Mapping[str, str | int | Decimal] = field(default_factory=dict)


class _Language:
    """The translation in force; one for the process, as gettext has it."""

    def __init__(self) -> None:
        self.translations: gettext.NullTranslations = gettext.NullTranslations()


_language = _Language()


def use_language(code: str, locale_folder: Path | None = None) -> None:
    """Speak Danish (``da``, the texts as written) or another language that has a catalogue."""
    if code == "da" or locale_folder is None:
        _language.translations = gettext.NullTranslations()
    else:
        _language.translations = gettext.translation(
            "quizapp", locale_folder, languages=[code], fallback=True
        )


def _(text: str) -> str:
    """Translate one text."""
    return _language.translations.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a text that counts ``n``; Danish 0 takes the plural."""
    return _language.translations.ngettext(one, many, n)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for a mark without translation
    """Mark a text for translation; it is translated when it is said."""
    return text


def P_(one: str, many: str, by: str = "n") -> Plural:  # noqa: N802 - as N_
    """Mark a text with a plural form for translation."""
    return Plural(one, many, by)


def number_text(value: int | Decimal) -> str:
    """Write a number the Danish way: 60.000 and 1,5."""
    grouped = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,d}"
    return grouped.translate(str.maketrans(",.", ".,"))


def quoted(text: str) -> str:
    """Put a text in the quotation marks of the language."""
    return _("»{text}«").format(text=text)


MONTHS = (
    N_("januar"),
    N_("februar"),
    N_("marts"),
    N_("april"),
    N_("maj"),
    N_("juni"),
    N_("juli"),
    N_("august"),
    N_("september"),
    N_("oktober"),
    N_("november"),
    N_("december"),
)
WEEKDAYS = (
    N_("mandag"),
    N_("tirsdag"),
    N_("onsdag"),
    N_("torsdag"),
    N_("fredag"),
    N_("lørdag"),
    N_("søndag"),
)
WEEK = 7


def day_text(day: date, today: date) -> str:
    """Name a day as one says it today: i dag, i morgen, på torsdag, den 3. december."""
    ahead = (day - today).days
    near = {0: N_("i dag"), 1: N_("i morgen"), -1: N_("i går")}
    if ahead in near:
        return _(near[ahead])
    if 0 < ahead < WEEK:
        return _("på {weekday}").format(weekday=_(WEEKDAYS[day.weekday()]))
    written = {"day": day.day, "month": _(MONTHS[day.month - 1]), "year": day.year}
    if day.year == today.year or 0 < ahead < DAYS_WITHOUT_YEAR:
        return _("den {day}. {month}").format(**written)
    return _("den {day}. {month} {year}").format(**written)


@cache
def _sentences() -> dict[str, Sentence]:
    table: dict[str, Sentence] = {}
    for family in FAMILIES:
        module = importlib.import_module(f"quizapp.base.sentences.{family}")
        table |= {f"{family}.{code}": said for code, said in module.SENTENCES.items()}
    return table


def say(message: Message) -> str:
    """Return the sentence of a message, in the language in force.

    Raises ``KeyError`` for a code that no table has: a bug, never the person's mistake.
    """
    written = {
        name: value if isinstance(value, str) else number_text(value)
        for name, value in message.fields.items()
    }
    sentence = _sentences()[message.code]
    if isinstance(sentence, Plural):
        count = message.fields[sentence.by]
        amount = count if isinstance(count, int) else 2
        return ngettext(sentence.one, sentence.many, amount).format_map(written)
    return _(sentence).format_map(written)
