"""Which of a list's many answers an item may be: told by its letters, without marking them all."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from quizapp.grading.terms.words import Phrase, given_phrase, key_phrase
from quizapp.questions.keys import TermKey

MOST_LIKELY: Final = 3
# What two forms of a term share at the least, of the pairs of letters in the shorter one.
LEAST_SHARED: Final = 0.3
_ONE_KEYBOARD: Final = (("ae", "a"), ("oe", "o"), ("aa", "a"))


@dataclass(frozen=True, slots=True)
class AnswerIndex:
    """The answers of a list by how they are written, and by their pairs of letters.

    ``sizes`` and ``owners`` have a place for each wording: how many pairs it has, whose it is;
    ``openings`` are the letters that they begin with.
    """

    keys: tuple[TermKey, ...]
    written: dict[str, int]
    by_pair: dict[str, tuple[int, ...]]
    sizes: tuple[int, ...]
    owners: tuple[int, ...]
    openings: frozenset[str]


@lru_cache(maxsize=128)
def index_of(answers: tuple[tuple[str, ...], ...]) -> AnswerIndex:
    """Return a list's answers in the form that items are looked up in."""
    written: dict[str, int] = {}
    by_pair: dict[str, list[int]] = {}
    sizes: list[int] = []
    owners: list[int] = []
    for at, wordings in enumerate(answers):
        for term in map(key_phrase, wordings):
            for form in _forms(term):
                written.setdefault(form, at)
            pairs = _pairs(term)
            for pair in pairs:
                by_pair.setdefault(pair, []).append(len(sizes))
            sizes.append(len(pairs))
            owners.append(at)
    keys = tuple(TermKey(answers=wordings) for wordings in answers)
    return AnswerIndex(
        keys,
        written,
        {pair: tuple(wordings) for pair, wordings in by_pair.items()},
        tuple(sizes),
        tuple(owners),
        frozenset(form[0] for form in (*written, *_openings(answers))),
    )


def _openings(answers: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    return (wording.casefold() for wordings in answers for wording in wordings if wording)


def _forms(term: Phrase) -> Iterator[str]:
    return filter(None, (term.plain, term.expanded, term.named, term.whole))


def _pairs(term: Phrase) -> frozenset[str]:
    """Return the pairs of neighbouring letters, each number as one."""
    letters = term.named
    for written, typed in _ONE_KEYBOARD:
        letters = letters.replace(written, typed)
    numbers = {f"#{number}" for number in term.all_numbers}
    return frozenset(map("".join, pairwise(letters))) | numbers


def written_like(index: AnswerIndex, plain: str) -> int | None:
    """Return the answer that a normalised item is letter by letter, or nothing."""
    given = given_phrase(plain)
    return next((index.written[form] for form in _forms(given) if form in index.written), None)


def likely(index: AnswerIndex, plain: str, least: float = LEAST_SHARED) -> list[int]:
    """Return the few answers that a normalised item may be at all, the likeliest first.

    ``least`` is the share of their pairs of letters that the shorter one has in common.
    """
    pairs = _pairs(given_phrase(plain))
    shared = Counter(_wordings(index, pairs))
    near: dict[int, float] = {}
    for wording, count in shared.items():
        share = count / max(min(index.sizes[wording], len(pairs)), 1)
        owner = index.owners[wording]
        if share >= least:
            near[owner] = max(near.get(owner, 0.0), share + count / (index.sizes[wording] + 1))
    return sorted(near, key=lambda owner: -near[owner])[:MOST_LIKELY]


def _wordings(index: AnswerIndex, pairs: Iterable[str]) -> Iterator[int]:
    for pair in pairs:
        yield from index.by_pair.get(pair, ())
