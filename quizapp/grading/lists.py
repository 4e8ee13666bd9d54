"""Several typed answers: splitting a list (M2), what is asked for (M3), denial per item (G7)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quizapp.base.texts import Message
from quizapp.grading.answer_text import is_nothing, without_reason
from quizapp.grading.list_index import (
    LEAST_SHARED,
    MOST_LIKELY,
    AnswerIndex,
    index_of,
    likely,
    written_like,
)
from quizapp.grading.options import MarkingOptions
from quizapp.grading.picks import found_words, share_outcome
from quizapp.grading.typed import mark_typed
from quizapp.grading.verdict import Finding, Outcome, PartVerdict, Verdict
from quizapp.notation.normalise import LONGEST_LIST, is_too_long, normalise
from quizapp.notation.number_words import read_ordinal
from quizapp.questions.kinds import Enumeration

_HARD: Final = re.compile(
    r"\s*[\n\r;•·|→]+\s*|\s+-?>\s+|\s*,(?!\d)\s*|\t+|(?:^|\s+)\(?(?:\d{1,2}|[a-h])\)\s+"
    r"|(?<=[^\W\d_]{4})(?<!\b[Pp]rof)(?<!\b[Kk]apt)\.\s+(?=[^\W\d_])"
)
_SOFT: Final = re.compile(
    r"(\s+[-–—]\s+|\s*(?:/|\+|&|\bog/eller\b|\bog så\b|\bsamt\b|\bog\b|\beller\b|\bplus\b)\s*)",
    re.IGNORECASE,
)
_NAMES_NOTHING: Final = re.compile(
    r"(?:osv|o\.?s\.?v|m\.?m|m\.? ?fl|etc|mm|mfl|bl\.?a|med (?:flere|mere|videre)|og så videre|med"
    r"|og (?:andre|flere|mere)|flere|andre|mere|for eksempel|fx|f\.?eks|blandt andet|\.+|og|eller)?"
)
_BULLET: Final = re.compile(r"^\s*(?:[-*–•·]\s+|[a-h]\)\s+)")
_INLINE_NUMBER: Final = re.compile(
    r"(?:^|(?<=[\s,;]))(\d{1,2})[.:] ?(?=[^\W\d_])(?!(?:og|eller|samt)\b)"
)
_NUMBERING: Final = re.compile(r"^\s*\(?\d{1,2}[.)]\s+(?=\D)")
_LEAD: Final = re.compile(
    r"^(?:og|samt|eller|både|såvel|enten|det (?:er|var)|først)\s+", re.IGNORECASE
)
_DENIED: Final = re.compile(r"^(?:men )?(?:ikke|ej|uden|undtagen|dog ikke) (?P<item>.+)$")
LEAST_NUMBERED: Final = 2
LONGEST_JOINED: Final = 4
MOST_GUESSED: Final = 16
MOST_SHARED: Final = 0.6


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of the list, which of the right answers it is, and how well it was written."""

    text: str
    hit: int | None
    outcome: Outcome
    message: Message


class _Finder:
    """Finds the answer that an item is; what is not written exactly may be guessed so many times.

    ``joined`` are the answers that have a joint in them: Bosnien og Hercegovina.
    """

    def __init__(self, question: Enumeration, options: MarkingOptions) -> None:
        self._all = index_of(question.answers)
        self._joined = index_of(_with_joints(question.answers))
        self._parts = _parts_of(question.answers)
        self._options = options
        self._guesses = MOST_GUESSED
        first = (wording.split(" ")[0] for one in question.answers for wording in one)
        self.is_ordinal = any(_is_ordinal(word) for word in first)

    def find(self, text: str) -> tuple[int, Finding] | None:
        """Return which answer an item is, and how well it is written; None if it is none."""
        found = self._find(self._all, text, LEAST_SHARED, MOST_LIKELY)
        if not found:
            return None
        finding, at = max(found, key=lambda one: (one[0].outcome, one[0].rule != "T8"))
        return at, finding

    def is_whole(self, text: str, parts: int) -> bool:
        """Whether a text of several parts is one answer, well spelt or not."""
        opening = text.strip()[:1].casefold()
        if parts not in self._parts or opening not in self._joined.openings:
            return False
        found = self._find(self._joined, text, MOST_SHARED, 1)
        return any(finding.rule != "T8" for finding, _ in found)

    def _find(
        self, index: AnswerIndex, text: str, least: float, most: int
    ) -> list[tuple[Finding, int]]:
        plain = normalise(text)
        exact = written_like(index, plain)
        if exact is not None:
            found = self._marked(index, [exact], text)
            if found:
                return found
        near = likely(index, plain, least)[:most] if self._guesses else []
        self._guesses -= bool(near)
        return self._marked(index, near, text)

    def _marked(
        self, index: AnswerIndex, answers: Sequence[int], text: str
    ) -> list[tuple[Finding, int]]:
        """Return what an item may be, up to the first that it is as a whole."""
        found = []
        for at in answers:
            finding = mark_typed(index.keys[at], text, self._options)
            if finding.outcome is not Outcome.WRONG:
                found.append((finding, at))
                if finding.rule != "T8":
                    break
        return found


@lru_cache(maxsize=128)
def _with_joints(answers: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    joined = (tuple(filter(_SOFT.search, wordings)) for wordings in answers)
    return tuple(filter(None, joined))


@lru_cache(maxsize=128)
def _parts_of(answers: tuple[tuple[str, ...], ...]) -> frozenset[int]:
    """Return of how many parts answers with joints are."""
    joined = (wording for wordings in _with_joints(answers) for wording in wordings)
    return frozenset(len(_SOFT.split(wording)[::2]) for wording in joined)


def mark_enumeration(
    question: Enumeration, texts: Sequence[str], options: MarkingOptions
) -> Verdict:
    """M1 to M3: hits as a share of what is asked; only false items beyond that number cost."""
    whole = "\n".join(texts)
    if is_too_long(whole, LONGEST_LIST):
        return _plain("G3", "too_long")
    items = _items(_Finder(question, options), texts)
    if not items:
        return _plain("G2", "nothing")
    hits = {item.hit for item in items if item.hit is not None}
    extras = [item for item in items if item.hit is None]
    asked = question.asked_count
    beyond = max(0, len(hits) + len(extras) - asked)
    cost = min(len(extras), beyond) + _denied_hits(items) if options.extras_cost else 0
    score = max(0.0, (min(len(hits), asked) - cost) / asked) if asked else 0.0
    outcome = share_outcome(score, options)
    has_or = re.search(r"\beller\b", whole.casefold()) is not None
    is_slip = any(item.outcome is Outcome.ALMOST for item in items)
    if outcome is Outcome.CORRECT and (is_slip or has_or):
        outcome = Outcome.ALMOST
    if has_or and extras:
        outcome = Outcome.WRONG
    return _verdict(question, items, outcome, score)


def _denied_hits(items: Sequence[_Item]) -> int:
    return sum(item.message.code == "grading.G7.negated" for item in items)


def _verdict(
    question: Enumeration, items: Sequence[_Item], outcome: Outcome, score: float
) -> Verdict:
    hits = len({item.hit for item in items if item.hit is not None})
    extras = sum(item.hit is None for item in items)
    slip = next((item for item in items if item.outcome is Outcome.ALMOST), None)
    why = found_words(outcome, hits, extras=extras, is_required=question.require is not None)
    message = Message(
        f"grading.M1.{why}", {"n": question.asked_count, "hits": hits, "extras": extras}
    )
    if (
        slip is not None
        and outcome is Outcome.ALMOST
        and hits == question.asked_count
        and not extras
    ):
        message = slip.message
        score = min(score, 0.9)
    parts = tuple(
        PartVerdict(
            given=item.text,
            outcome=item.outcome,
            expected=question.answers[item.hit][0] if item.hit is not None else "",
            message=item.message,
        )
        for item in items
    )
    rule = "M3" if question.require is not None else "M2"
    final = score if outcome is not Outcome.WRONG else 0.0
    return Verdict(outcome=outcome, score=final, rule=rule, message=message, parts=parts)


def _plain(rule: str, why: str) -> Verdict:
    return Finding(Outcome.WRONG, rule, why).verdict()


def _items(finder: _Finder, texts: Sequence[str]) -> list[_Item]:
    """Return what was named, each answer once and as it was written best."""
    items: dict[int | str, _Item] = {}
    read: set[str] = set()
    for segment in _segments(texts, is_ordinal=finder.is_ordinal):
        for text in _named(finder, segment):
            plain = normalise(text)
            item = None if plain in read else _item(finder, text)
            read.add(plain)
            if item is None:
                continue
            same = plain if item.hit is None else item.hit
            if same not in items or items[same].outcome < item.outcome:
                items[same] = item
    return list(items.values())


def _segments(texts: Sequence[str], *, is_ordinal: bool) -> list[str]:
    """Split at line breaks, semicolons and commas; bullets and numbering fall away."""
    texts = [without_reason(text) for text in texts]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and all(_NUMBERING.match(line) for line in lines):
        lines = [_NUMBERING.sub("", line) for line in lines]
    if not is_ordinal:
        lines = [piece for line in lines for piece in _numbered(line)]
    segments = [piece for line in lines for piece in _HARD.split(_BULLET.sub("", line))]
    return [segment.strip() for segment in segments if segment.strip()]


def _numbered(line: str) -> list[str]:
    """Split »1. epik 2. lyrik 3. drama« where the numbers count up from one."""
    found = list(_INLINE_NUMBER.finditer(line))
    counts = [int(match[1]) for match in found]
    if len(counts) < LEAST_NUMBERED or counts != list(range(1, len(counts) + 1)):
        return [line]
    ends = [*(match.start() for match in found[1:]), len(line)]
    return [line[match.end() : end] for match, end in zip(found, ends, strict=True)]


def _named(finder: _Finder, segment: str) -> list[str]:
    """Split at og, samt, / and &, but never inside a whole answer (Bosnien og Hercegovina)."""
    pieces = _SOFT.split(segment)
    parts, links = _with_shared_end(pieces[::2]), pieces[1::2]
    named: list[str] = []
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + LONGEST_JOINED), at, -1):
            joined = "".join(
                part + link
                for part, link in zip(parts[at:end], [*links[at : end - 1], ""], strict=True)
            )
            if end == at + 1 or finder.is_whole(joined, end - at):
                named.append(joined)
                at = end
                break
    return named


def _with_shared_end(parts: list[str]) -> list[str]:
    """Give the 1. of »1. og 2. verdenskrig« the word that both numbers share."""
    shared: list[str] = []
    end = ""
    for part in reversed(parts):
        number, _, own_end = part.strip().partition(" ")
        if own_end:
            end = own_end if _is_ordinal(number) else ""
        is_short = bool(end) and not own_end and _is_ordinal(part)
        shared.append(f"{part} {end}" if is_short else part)
    return shared[::-1]


def _is_ordinal(text: str) -> bool:
    word = text.strip().casefold().removeprefix("den ")
    return re.fullmatch(r"\d{1,2}\.?", word) is not None or read_ordinal(word) is not None


def _item(finder: _Finder, text: str) -> _Item | None:
    text = _LEAD.sub("", text.strip()).strip(" .,;:!?")
    plain = normalise(text)
    if _NAMES_NOTHING.fullmatch(plain) or is_nothing(plain):
        return None
    denied = _DENIED.fullmatch(plain)
    if denied:
        is_right = finder.find(denied["item"]) is not None
        message = Message("grading.G7.negated", {"negation": "ikke"})
        return _Item(text, None, Outcome.WRONG, message) if is_right else None
    best = finder.find(text)
    if best is None:
        return _Item(text, None, Outcome.WRONG, Message("grading.wrong", {"given": text}))
    hit, finding = best
    return _Item(text, hit, finding.outcome, finding.verdict().message)
