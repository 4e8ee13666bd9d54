"""Which letters of an answer differ from the model answer, for the window to mark."""

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class LetterSpan:
    """A stretch of a text, from ``start`` up to ``end``; empty where letters are missing."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Differing:
    """What differs: in the given text, and in the model answer."""

    given: tuple[LetterSpan, ...]
    answer: tuple[LetterSpan, ...]


def differing_letters(given: str, answer: str) -> Differing:
    """Return the stretches that differ; capital and small letters are the same."""
    matcher = SequenceMatcher(None, _lower(given), _lower(answer), autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    return Differing(
        tuple(LetterSpan(start, end) for _, start, end, _, _ in changes),
        tuple(LetterSpan(start, end) for _, _, _, start, end in changes),
    )


def _lower(text: str) -> list[str]:
    """Return each letter small, one for one, so that places stay what they were."""
    return [letter.lower() for letter in text]
