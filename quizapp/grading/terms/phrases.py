"""T8: a term inside a longer answer, and when the longer answer is about something else."""

from dataclasses import dataclass
from typing import Final

from quizapp.grading.terms.inflection import is_genitive_of
from quizapp.grading.terms.letters import folded
from quizapp.grading.terms.match import same_words
from quizapp.grading.terms.spelling import Misspelling, misspelling
from quizapp.grading.terms.words import ARTICLES, TITLES, Phrase, Word, essential, phrase

MOST_EXTRA_WORDS: Final = 8
_JOINTS: Final = frozenset({"og", "eller", "samt", "plus", "til"})
_LEADING: Final = frozenset(
    "det den der var er blev hed hedder kaldes kaldtes kaldet som at han hun de man svaret navnet jo"
    " bare altså nemlig vi i på".split()
)
# What stands for someone or something else when it leads to the term.
_AWAY: Final = frozenset(
    "efter før inden nær bag foran syd nord øst vest nærheden siden udenfor undtagen modsat uden".split()
)
_OF: Final = frozenset(
    "til af mod imod for over fra efter før under med hos ved i på nær om".split()
)
_STRICT_OF: Final = frozenset("til af mod imod efter før nær for over om fra".split())
_SOMEONE_ELSE: Final = frozenset(
    (
        "manden kvinden personen ham hende den dem han hun en nogen dronning dronningen kong konge kongen kejser"
        " kejseren præsident præsidenten zar zaren pave paven kansler kansleren landet by byen ø øen"
        " efterfølger efterfølgeren forgænger forgængeren modstander modstanderen modstandere"
        " modstanderne fjende fjenden fjender nabo naboen naboland nabolandet naboer søn sønnen"
        " datter datteren far faren fader faderen mor moren moder moderen bror broren broder"
        " broderen søster søsteren fætter fætteren nevø nevøen barnebarn barnebarnet kone konen"
        " hustru hustruen mand enke enken ven vennen rival rivalen elev eleven lærer læreren"
        " rådgiver rådgiveren minister ministeren general generalen tilhænger tilhængeren tilhængere"
        " tilhængerne allieret allierede leder lederen stifter stifteren grundlægger grundlæggeren"
        " morder morderen del dele provins provinsen hovedstad hovedstaden havn havnen område området egn"
        " egnen sted stedet kritiker kritikeren kritikere modsætning modsætningen modsætningen modstand modstanden"
        " afskaffelse afskaffelsen ophævelse ophævelsen indførelse indførelsen"
        " opløsning opløsningen krigen kampen kamp krig angreb angrebet sejr sejren nederlag nederlaget"
        " frygt frygten had hadet traktaten freden aftalen slaget tiden årene perioden dagen året"
        " arving arvingen arvtager arvtageren stedfortræder biograf slægtning forfader oldefar"
        " bedstefar farfar morfar svigersøn svigerfar onkel tante kollega assistent sekretær"
        " forløber forløberen alternativ alternativet protest protesten oprør oprøret"
    ).split()
)
_VERB_ENDINGS: Final = ("ede", "te", "et", "des", "dt", "nd", "ev", "ik", "om", "ag", "åb")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands in an answer: words before, itself, words after; and how misspelt."""

    before: tuple[Word, ...]
    found: tuple[Word, ...]
    after: tuple[Word, ...]
    misspelt: Misspelling | None = None

    @property
    def extra_words(self) -> int:
        """How many words the answer has besides the term, its opening phrase not counted."""
        before = list(self.before)
        while before and before[0].letters in _LEADING | ARTICLES:
            before.pop(0)
        return len(before) + len(self.after)


def places_of(words: tuple[Word, ...], wanted: Phrase, *, spelt: bool = True) -> list[Place]:
    """Return where a term stands in an answer: as it should be, or (``spelt`` false) misspelt."""
    places = []
    length = len(wanted.words)
    for size in range(max(1, length - 1), length + 4):
        for at in range(len(words) - size + 1):
            window = words[at : at + size]
            if window[0].letters in ARTICLES | TITLES and size > length:
                continue
            place = _place(words, at, size, wanted, spelt=spelt)
            if place is not None:
                places.append(place)
    return places


def _place(
    words: tuple[Word, ...], at: int, size: int, wanted: Phrase, *, spelt: bool
) -> Place | None:
    window = words[at : at + size]
    inside = phrase(essential(window))
    if abs(len(inside.plain) - len(wanted.plain)) > 6:  # noqa: PLR2004 - endings are no longer
        return None
    before, after = words[:at], words[at + size :]
    if spelt:
        return Place(before, window, after) if same_words(inside, wanted) else None
    found = misspelling(inside, wanted)
    return None if found is None else Place(before, window, after, found)


def reversed_name(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """T8: turn »Roosevelt, Theodore« round."""
    if len(words) == 2:  # noqa: PLR2004 - a two-word name
        return words[1], words[0]
    if len(words) > 2 and words[1].joint == ",":  # noqa: PLR2004
        return (*words[1:], words[0])
    return ()


def is_about_another(place: Place, wanted: Phrase) -> bool:
    """Whether the term only serves to describe something else, or another number joins it."""
    return (
        _is_genitive_before_noun(place, wanted)
        or _describes(place)
        or _is_joined_by_number(place, wanted)
        or (bool(place.before) and place.before[-1].is_hanging)
    )


def _is_genitive_before_noun(place: Place, wanted: Phrase) -> bool:
    """Japans nabo is not Japan."""
    if not place.after or place.after[0].joint:
        return False
    if place.found[-1].is_genitive:
        return True
    if not place.found[-1].letters:
        return False
    last, own = place.found[-1], wanted.words[-1]
    if last.number is not None or own.number is not None:
        return False
    is_genitive = is_genitive_of(folded(last.letters), folded(own.letters)) or (
        last.letters.endswith(("s", "'")) and not own.letters.endswith("s")
    )
    return is_genitive and place.after[0].letters not in _OF | _JOINTS | _LEADING


def _describes(place: Place) -> bool:
    """Manden efter X, nabo til X, efter X: the term is led to by what is not the term."""
    before = [word for word in place.before if word.letters not in ARTICLES | TITLES]
    if place.found[0].joint == "," or not before:
        return False
    last = before[-1]
    if last.number is not None or last.letters not in _OF | _AWAY:
        return False
    if last.letters in _AWAY:
        return True
    head = before[-2] if len(before) > 1 else None
    raw = list(place.before)
    title = next((word for word in reversed(raw[:-1]) if word.letters in TITLES), None)
    if title is not None and raw.index(title) == len(raw) - 2:
        return True
    return head is not None and not last.joint and _is_someone_else(head, last)


def _is_someone_else(head: Word, preposition: Word) -> bool:
    if head.letters in _SOMEONE_ELSE or head.letters in _AWAY:
        return True
    if head.letters.endswith("s") and preposition.letters in {"til"}:
        return False
    return False


def _is_joined_by_number(place: Place, wanted: Phrase) -> bool:
    """1. og 2. verdenskrig is not 2. verdenskrig; Christian 4. og 5. is not Christian 4."""
    if _leads_with_number(place):
        return True
    rest = place.after
    if rest and rest[0].is_numeral and _is_small(rest[0]) and not rest[0].joint:
        return wanted.words[-1].number is None or rest[0].is_ordinal
    if len(rest) > 1 and rest[0].letters in _JOINTS and _is_small(rest[1]):
        return bool(wanted.numbers) or rest[1].is_ordinal
    return bool(wanted.numbers) and _has_other_number(rest, wanted)


def _leads_with_number(place: Place) -> bool:
    before = place.before
    if not before:
        return False
    if before[-1].is_numeral and _is_small(before[-1]) and before[-1].is_ordinal:
        return True
    is_joint = before[-1].letters in _JOINTS
    return len(before) > 1 and is_joint and before[-2].is_numeral and _is_small(before[-2])


def _has_other_number(rest: tuple[Word, ...], wanted: Phrase) -> bool:
    """Whether a second name with a number is joined on: Christian 4. og Frederik 3."""
    if not rest or (rest[0].letters not in _JOINTS and rest[0].joint not in {"/", "+", ","}):
        return False
    return any(
        word.is_numeral
        and word.is_ordinal
        and _is_small(word)
        and word.number not in wanted.numbers
        for word in rest[:4]
    )


def _is_small(word: Word) -> bool:
    return word.number is not None and word.number < 100  # noqa: PLR2004 - years are larger
