"""T3 and T4: how far a misspelt term is from one of the key, number and compass exact."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quizapp.grading.terms.inflection import stems_of
from quizapp.grading.terms.letters import (
    folded,
    has_own_letters,
    on_foreign_keyboard,
    plain_letters,
    same_but_foreign_keyboard,
    variants_of,
)
from quizapp.grading.terms.match import word_matches
from quizapp.grading.terms.words import (
    Phrase,
    Word,
    compass_prefix,
    is_like_month,
    month_prefix,
    unjoined,
)
from quizapp.notation.edits import allowed_edits, edits_within
from quizapp.notation.number_words import ordinals_like, read_cardinal

MOST_EDITS: Final = 2
SHORT_WORD: Final = 4
_OPPOSITES: Final = (
    ("ind", "ud"), ("im", "e"), ("sub", "ob"), ("pro", "re"), ("hyper", "hypo"), ("mikro", "makro"),
    ("intra", "inter"), ("post", "præ"), ("endo", "ekso"), ("mono", "poly"), ("de", ""),
    ("af", ""), ("anti", ""), ("maksi", "mini"), ("konkav", "konveks"),
)  # fmt: skip
_OPPOSED: Final = _OPPOSITES + tuple((other, one) for one, other in _OPPOSITES)
_FIGURES: Final = re.compile("[0-9]+")


@dataclass(frozen=True, slots=True, order=True)
class Misspelling:
    """How many edits away, and whether a foreign keyboard alone explains it."""

    edits: int
    is_keyboard: bool = False


def misspelling(given: Phrase, wanted: Phrase, limit: int = MOST_EDITS) -> Misspelling | None:
    """Return how an answer misspells a term word by word; None if too far or something else."""
    found = _word_by_word(given.words, wanted.words, limit)
    if found is None and len(wanted.full) > len(wanted.words):
        found = _word_by_word(given.full, wanted.full, limit)
    if found is None and len(given.words) < len(wanted.words) and given.numbers != wanted.numbers:
        found = _word_by_word(unjoined(given).words, wanted.words, limit)
    return found


def _word_by_word(
    given: tuple[Word, ...], wanted: tuple[Word, ...], limit: int
) -> Misspelling | None:
    if len(given) != len(wanted):
        return None
    edits, is_keyboard = 0, True
    is_long_name = len([word for word in wanted if word.letters]) > 1
    for one, other in zip(given, wanted, strict=True):
        if word_matches(one, other):
            continue
        found = _one_word(one, other, is_long_name=is_long_name)
        if found is None:
            return None
        edits += found.edits
        is_keyboard = is_keyboard and found.is_keyboard
    return Misspelling(edits, is_keyboard) if edits <= limit or is_keyboard else None


def _one_word(given: Word, wanted: Word, *, is_long_name: bool) -> Misspelling | None:
    if wanted.is_numeral and given.number is None:
        return _misspelt_ordinal(given, wanted)
    if given.number != wanted.number:
        return _in_numbered(given, wanted)
    if not given.letters or not wanted.letters:
        return None
    if wanted.is_common and _lacks_negation(given.letters, wanted.letters):
        return None
    found = _slip_between(given, wanted, is_long_name=is_long_name)
    return None if found is None or says_another(given.letters, wanted.letters) else found


def _misspelt_ordinal(given: Word, wanted: Word) -> Misspelling | None:
    """Read »forste« as første: the number must be the only one that it may mean."""
    like = ordinals_like(plain_letters(given.letters))
    if not wanted.is_ordinal or {number for _, number in like} != {wanted.number}:
        return None
    is_keyboard = any(same_but_foreign_keyboard(given.letters, ordinal) for ordinal, _ in like)
    return Misspelling(1, is_keyboard=is_keyboard)


def _slip_between(given: Word, wanted: Word, *, is_long_name: bool) -> Misspelling | None:
    if same_but_foreign_keyboard(given.letters, wanted.letters):
        return Misspelling(_replaced(given.letters, wanted.letters), is_keyboard=True)
    letters = len(plain_letters(wanted.letters))
    allowed = allowed_edits(letters)
    if letters <= SHORT_WORD:
        if not is_long_name:
            return _short_slip(given.letters, wanted.letters)
        # Another single letter is another thing: vitamin C, vitamin D.
        allowed = int(letters > 1)
    edits = _least_edits(given.letters, wanted.letters, allowed, is_common=wanted.is_common)
    return None if edits is None else Misspelling(max(edits, 1))


def is_opposite(given: str, wanted: str) -> bool:
    """Whether two names begin with different points of the compass."""
    one, other = compass_prefix(given), compass_prefix(wanted)
    return one != other and bool(one) and bool(other)


def _short_slip(given: str, wanted: str) -> Misspelling | None:
    forms = ((plain_letters(given), plain_letters(wanted)), (folded(given), folded(wanted)))
    is_slip = any(is_doubled_or_swapped(one, other) for one, other in forms)
    return Misspelling(1) if is_slip else None


def _in_numbered(given: Word, wanted: Word) -> Misspelling | None:
    """Measure »syvårkrigen« beside Syvårskrigen: the number word must stand as it is."""
    number = wanted.raw.removesuffix(wanted.letters)
    if given.number is not None or not wanted.letters or not number.isalpha():
        return None
    head = read_cardinal(given.raw.removesuffix(wanted.letters))
    if head is not None and head.is_misspelt and head.value == wanted.number:
        return Misspelling(1)
    if not given.raw.startswith(number):
        return None
    allowed = allowed_edits(len(wanted.raw))
    edits = edits_within(given.raw.removeprefix(number), wanted.letters, allowed)
    return None if edits is None else Misspelling(edits)


def _replaced(given: str, wanted: str) -> int:
    pairs = zip(plain_letters(given), folded(wanted), strict=True)
    return sum(one != other for one, other in pairs)


def says_another(given: str, wanted: str) -> bool:
    """Whether compass, month or figures make two names different, however close (T5, T6, T10)."""
    if _FIGURES.findall(given) != _FIGURES.findall(wanted) or is_opposite(given, wanted):
        return True
    if _is_negated(given, wanted) or _is_opposed(given, wanted):
        return True
    if is_like_month(wanted):
        return False
    month, own = month_prefix(plain_letters(given)), month_prefix(plain_letters(wanted))
    is_misspelt = not month and len(own) > SHORT_WORD
    return month != own and not is_misspelt


def _is_negated(given: str, wanted: str) -> bool:
    """Whether an answer has the u- that turns a word round: ulighed, ubalance (G7)."""
    return given.startswith("u") and not wanted.startswith("u") and given[1:5] == wanted[:4]


def _is_opposed(given: str, wanted: str) -> bool:
    """Whether two words differ in beginnings that are opposites: indvandring, udvandring (G7)."""
    return any(
        len(given) > len(one) + SHORT_WORD
        and given.startswith(one)
        and wanted.startswith(other)
        and not (one and wanted.startswith(one))
        and given[len(one) :][:4] == wanted[len(other) :][:4]
        for one, other in _OPPOSED
    )


def _lacks_negation(given: str, wanted: str) -> bool:
    """Whether lighed is written for ulighed; short words may lose a letter (ubåde)."""
    return len(given) > SHORT_WORD + 1 and _is_negated(wanted, given)


def is_doubled_or_swapped(given: str, wanted: str) -> bool:
    """T3: up to four letters only a doubled letter or a swap is a slip (Irann, UAS)."""
    longer, shorter = (given, wanted) if len(given) > len(wanted) else (wanted, given)
    if len(longer) == len(shorter) + 1:
        return any(
            longer[at] == longer[at + 1] and longer[:at] + longer[at + 1 :] == shorter
            for at in range(len(shorter))
        )
    is_same_letters = len(given) == len(wanted) and sorted(given) == sorted(wanted)
    return is_same_letters and edits_within(given, wanted, 1) == 1


@lru_cache(maxsize=16384)
def _least_edits(given: str, wanted: str, allowed: int, *, is_common: bool) -> int | None:
    """Measure on both forms of ae, oe and aa, and without endings where they are free."""
    pairs = {
        (plain_letters(given), plain_letters(wanted)),
        (folded(given), folded(wanted)),
    }
    if has_own_letters(wanted):
        pairs |= {(plain_letters(given), typed) for typed in on_foreign_keyboard(wanted)}
    pairs |= {(plain_letters(given), variant) for variant in variants_of(wanted)}
    if is_common:
        pairs |= {(_shortest(given), _shortest(wanted))}
        pairs |= {
            (folded(given), stem) for stem in stems_of(folded(wanted)) if len(stem) > SHORT_WORD
        }
    found = [edits_within(one, other, allowed) for one, other in pairs]
    return min((edits for edits in found if edits is not None), default=None)


def _shortest(word: str) -> str:
    return min(stems_of(folded(word)), key=lambda stem: (len(stem), stem))


def joined_misspelling(
    given: Phrase, wanted: Phrase, limit: int = MOST_EDITS
) -> Misspelling | None:
    """Measure without blanks, for words joined or parted besides the slip."""
    one, other = given.plain, wanted.plain
    if not _may_be_joined(given, wanted) or says_another(one, other):
        return None
    if same_but_foreign_keyboard(one, other):
        return Misspelling(_replaced(one, other), is_keyboard=True)
    allowed = min(allowed_edits(len(other)), limit)
    forms = ((one, other), (folded(one), folded(other)))
    found = [edits_within(a, b, allowed) for a, b in forms]
    edits = min((edits for edits in found if edits is not None), default=None)
    return None if edits is None else Misspelling(max(edits, 1))


def _may_be_joined(given: Phrase, wanted: Phrase) -> bool:
    if given.all_numbers != wanted.all_numbers or not given.words or not wanted.words:
        return False
    if not 0 < abs(len(given.words) - len(wanted.words)) <= len(wanted.words):
        return False
    shorter, longer = sorted((given, wanted), key=lambda one: len(one.words))
    is_part = all(any(word_matches(one, two) for two in longer.words) for one in shorter.words)
    return not is_part


def edits_to(given: Phrase, wanted: Phrase) -> int | None:
    """Return how many edits a misspelt answer is from a term; None if it is too far."""
    found = misspelling(given, wanted) or joined_misspelling(given, wanted)
    return None if found is None else found.edits
