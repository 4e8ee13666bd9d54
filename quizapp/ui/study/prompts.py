"""What stands around a field: its label, a neutral example, and the notations that are read."""

from dataclasses import dataclass
from typing import assert_never

from quizapp.base.texts import _, ngettext, number_text
from quizapp.notation.dates import Precision
from quizapp.questions.keys import DateKey, Key, NumberKey, TermKey
from quizapp.questions.kinds import (
    Choice,
    Cloze,
    Date,
    Enumeration,
    Flashcard,
    Matching,
    MultipleChoice,
    Number,
    Open,
    Ordering,
    Question,
    Term,
)

UNREADABLE = ".unreadable"
LONGEST_SAID = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """The line above the means to answer; ``example`` is grey in the field, ``notations`` below."""

    label: str
    example: str = ""
    hint: str = ""
    notations: tuple[str, ...] = ()


def prompt_of(  # noqa: C901, PLR0911, PLR0912 - one line a kind
    question: Question, options: int = 0
) -> Prompt:
    """Return what stands around the field; ``options`` is how many there are to choose among."""
    match question:
        case Date(key=key):
            return _date_prompt(key)
        case Number(key=key):
            return _number_prompt(key)
        case Term():
            return Prompt(label=_("Skriv svaret"), hint=letters_hint())
        case Enumeration():
            return Prompt(label=_list_label(question), hint=_list_hint())
        case Choice():
            return Prompt(label=_("Vælg ét svar – tast 1–{n}").format(n=options))
        case MultipleChoice():
            label = _("Vælg alle rigtige svar – tast 1–{n}, og tryk på Enter")
            return Prompt(label=label.format(n=options))
        case Ordering():
            return Prompt(label=_("Træk dem på plads, eller brug Mellemrum og piletasterne"))
        case Matching():
            return Prompt(label=_("Find dem, der hører sammen"))
        case Cloze():
            return Prompt(label=_("Udfyld hullerne – Tab går til det næste"), hint=letters_hint())
        case Flashcard():
            return Prompt(label=_("Sig svaret for dig selv, og vend kortet"))
        case Open():
            return Prompt(label=_("Skriv dit svar, og sammenlign med modelsvaret"))
        case _:
            assert_never(question)


def cut_short(text: str) -> str:
    """Return what was typed as a sentence may repeat it."""
    return text if len(text) <= LONGEST_SAID else f"{text[: LONGEST_SAID - 1]}…"


def unreadable_date(question: Date, given: str) -> str:
    """Say that a date cannot be read, with an example of what is asked for here."""
    return _("»{given}« kan ikke læses som en dato – skriv {example}.").format(
        given=cut_short(given), example=prompt_of(question).example
    )


def letters_hint() -> str:
    """Return what is the same in a typed term."""
    return _(
        "Store og små bogstaver og bøjning er lige meget."
        " Skriv ae, oe og aa, hvis dit tastatur mangler æ, ø og å."
    )


def spare_text(spare: int) -> str:
    """Return how many of the right-hand items belong to none."""
    return ngettext(
        "{n} svarmulighed skal ikke bruges", "{n} svarmuligheder skal ikke bruges", spare
    ).format(n=spare)


def _list_label(question: Enumeration) -> str:
    count = question.asked_count
    return _("Skriv {n} svar – ét på hver linje").format(n=number_text(count))


def _list_hint() -> str:
    return _("Rækkefølgen er ligegyldig. Du kan også skrive dem på én linje med komma imellem.")


# The neutral dates, and others for the day a neutral one is the answer.
_DATE_EXAMPLES: dict[Precision, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Precision.DAY: (
        ("17. marts 1725", "17/3 1725", "17.03.1725", "den syttende marts 1725"),
        ("8. maj 1412", "8/5 1412", "08.05.1412", "den ottende maj 1412"),
    ),
    Precision.MONTH: (("marts 1725", "3/1725"), ("maj 1412", "5/1412")),
    Precision.YEAR: (("1725",), ("1412",)),
    Precision.DECADE: (("1720’erne", "1720erne"), ("1410’erne", "1410erne")),
    Precision.CENTURY: (("1300-tallet", "14. århundrede"), ("1600-tallet", "17. århundrede")),
    Precision.RANGE: (
        ("1720–1725", "1720 til 1725", "fra 1720 til 1725"),
        ("1410–1412", "1410 til 1412", "fra 1410 til 1412"),
    ),
}


def _date_prompt(key: DateKey) -> Prompt:
    first, other = _DATE_EXAMPLES[key.precision]
    notations = other if _is_like(first, key) else first
    label, hint = _date_words(key.precision)
    return Prompt(
        label=label,
        example=_("fx {example}").format(example=notations[0]),
        hint=hint if len(notations) > 1 else "",
        notations=notations if len(notations) > 1 else (),
    )


def _is_like(notations: tuple[str, ...], key: DateKey) -> bool:
    return any(notation in key.value.text for notation in notations)


def _date_words(precision: Precision) -> tuple[str, str]:
    match precision:
        case Precision.DAY:
            return _("Skriv datoen"), _("Dag, måned og år. Alle danske skrivemåder kan bruges:")
        case Precision.MONTH:
            return _("Skriv måned og år"), _("Alle danske skrivemåder kan bruges:")
        case Precision.YEAR:
            return _("Skriv årstallet"), ""
        case Precision.DECADE:
            return _("Skriv årtiet"), _("Alle danske skrivemåder kan bruges:")
        case Precision.CENTURY:
            return _("Skriv århundredet"), _("Alle danske skrivemåder kan bruges:")
        case Precision.RANGE:
            label = _("Skriv, hvornår det begyndte og sluttede")
            return label, _("Alle danske skrivemåder kan bruges:")


def _number_prompt(key: NumberKey) -> Prompt:
    example = _("fx 2.750 eller 3,5 mio.") if key.value.text in {"1.250", "1,5 mio."} else ""
    return Prompt(
        # The unit stands at the end of the field, and is part of its accessible name.
        label=_("Skriv et tal"),
        example=example or _("fx 1.250 eller 1,5 mio."),
        hint=_("Punktum deler tusinder, og komma skiller decimaler. Tal må også skrives med ord."),
    )


def gap_label(key: Key, number: int, total: int) -> str:
    """Return the accessible name of a gap."""
    place = _("Hul {i} af {n}").format(i=number, n=total)
    match key:
        case DateKey():
            return _("{place}, en dato").format(place=place)
        case NumberKey():
            return _("{place}, et tal").format(place=place)
        case TermKey():
            return place
        case _:
            assert_never(key)
