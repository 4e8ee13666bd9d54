"""Several typed answers: splitting a list (M2), what is asked for (M3), denial per item (G7)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quizapp.base.texts import Message
from quizapp.grading.options import MarkingOptions
from quizapp.grading.picks import found_words, share_outcome
from quizapp.grading.typed import mark_typed
from quizapp.grading.verdict import Finding, Outcome, PartVerdict, Verdict
from quizapp.notation.normalise import LONGEST_LIST, is_too_long, normalise
from quizapp.notation.number_words import read_ordinal
from quizapp.questions.keys import TermKey
from quizapp.questions.kinds import Enumeration

_HARD: Final = re.compile(r"\s*[\n\r;•·]+\s*|\s*,(?!\d)\s*|\t+|(?:^|\s+)\(?\d{1,2}\)\s+")
_SOFT: Final = re.compile(
    r"(\s+[-–—]\s+|\s*(?:/|\+|&|\bog/eller\b|\bog så\b|\bsamt\b|\bog\b|\beller\b|\bplus\b)\s*)",
    re.IGNORECASE,
)
_NAMES_NOTHING: Final = re.compile(
    r"(?:osv|o\.?s\.?v|m\.?m|m\.? ?fl|etc|mm|mfl|bl\.?a|med (?:flere|mere|videre)|og så videre|med"
    r"|og (?:andre|flere|mere)|flere|andre|mere|for eksempel|fx|f\.?eks|blandt andet|\.+|og|eller)?"
)
_BULLET: Final = re.compile(r"^\s*(?:[-*–•·]\s+|[a-h]\)\s+)")
_NUMBERING: Final = re.compile(r"^\s*\(?\d{1,2}[.)]\s+(?=\D)")
_LEAD: Final = re.compile(
    r"^(?:og|samt|eller|både|såvel|enten|det (?:er|var)|først)\s+", re.IGNORECASE
)
_DENIED: Final = re.compile(r"^(?:men )?(?:ikke|ej|uden|undtagen|dog ikke) (?P<item>.+)$")
MOST_PARTS: Final = 40


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of the list, which of the right answers it is, and how well it was written."""

    text: str
    hit: int | None
    outcome: Outcome
    message: Message


def mark_enumeration(
    question: Enumeration, texts: Sequence[str], options: MarkingOptions
) -> Verdict:
    """M1 to M3: hits as a share of what is asked; only false items beyond that number cost."""
    whole = "\n".join(texts)
    if is_too_long(whole, LONGEST_LIST):
        return _plain("G3", "too_long")
    items = _items(question, texts, options)
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
    why = found_words(outcome, extras=extras, is_required=question.require is not None)
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


def _items(question: Enumeration, texts: Sequence[str], options: MarkingOptions) -> list[_Item]:
    """Return what was named, each answer once and as it was written best."""
    items: dict[int | str, _Item] = {}
    read: set[str] = set()
    for segment in _segments(texts):
        for text in _named(question, segment, options):
            plain = normalise(text)
            item = None if plain in read else _item(question, text, options)
            read.add(plain)
            if item is None:
                continue
            same = plain if item.hit is None else item.hit
            if same not in items or items[same].outcome < item.outcome:
                items[same] = item
    return list(items.values())


def _segments(texts: Sequence[str]) -> list[str]:
    """Split at line breaks, semicolons and commas; bullets and numbering fall away."""
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and all(_NUMBERING.match(line) for line in lines):
        lines = [_NUMBERING.sub("", line) for line in lines]
    segments = [piece for line in lines for piece in _HARD.split(_BULLET.sub("", line))]
    return [segment.strip() for segment in segments if segment.strip()][:MOST_PARTS]


def _named(question: Enumeration, segment: str, options: MarkingOptions) -> list[str]:
    """Split at og, samt, / and &, but never inside a whole answer (Bosnien og Hercegovina)."""
    pieces = _SOFT.split(segment)[: 2 * MOST_PARTS]
    parts, links = _with_shared_end(pieces[::2]), pieces[1::2]
    named: list[str] = []
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + 4), at, -1):
            joined = "".join(
                part + link
                for part, link in zip(parts[at:end], [*links[at : end - 1], ""], strict=True)
            )
            if end == at + 1 or _is_whole(question, joined, options):
                named.append(joined)
                at = end
                break
    return named


def _with_shared_end(parts: list[str]) -> list[str]:
    """Give the 1. of »1. og 2. verdenskrig« the word that both numbers share."""
    *firsts, last = parts
    number, _, end = last.strip().partition(" ")
    is_counted = bool(end) and _is_ordinal(number)
    shared = [f"{part} {end}" if is_counted and _is_ordinal(part) else part for part in firsts]
    return [*shared, last]


def _is_ordinal(text: str) -> bool:
    word = text.strip().casefold().removeprefix("den ")
    return re.fullmatch(r"\d{1,2}\.?", word) is not None or read_ordinal(word) is not None


def _is_whole(question: Enumeration, text: str, options: MarkingOptions) -> bool:
    """Whether a text with a joint in it is one answer, well spelt or not."""
    words = len(text.split())
    for key in _keys(question.answers):
        is_joined = any(
            len(wording.split()) >= words - 1 and _SOFT.search(wording) for wording in key.answers
        )
        found = mark_typed(key, text, options) if is_joined else None
        if found is not None and found.outcome is not Outcome.WRONG and found.rule != "T8":
            return True
    return False


@lru_cache(maxsize=512)
def _keys(answers: tuple[tuple[str, ...], ...]) -> tuple[TermKey, ...]:
    return tuple(TermKey(answers=wordings) for wordings in answers)


@lru_cache(maxsize=512)
def _any_key(answers: tuple[tuple[str, ...], ...]) -> TermKey:
    """Return all answers as one key: what it refuses need not be held against each."""
    return TermKey(answers=tuple(wording for wordings in answers for wording in wordings))


def _item(question: Enumeration, text: str, options: MarkingOptions) -> _Item | None:
    text = _LEAD.sub("", text.strip()).strip(" .,;:!?")
    plain = normalise(text)
    if _NAMES_NOTHING.fullmatch(plain):
        return None
    denied = _DENIED.fullmatch(plain)
    if denied:
        is_right = _best(question, denied["item"], options) is not None
        message = Message("grading.G7.negated", {"negation": "ikke"})
        return _Item(text, None, Outcome.WRONG, message) if is_right else None
    best = _best(question, text, options)
    if best is None:
        return _Item(text, None, Outcome.WRONG, Message("grading.wrong", {"given": text}))
    hit, finding = best
    return _Item(text, hit, finding.outcome, finding.verdict().message)


def _best(question: Enumeration, text: str, options: MarkingOptions) -> tuple[int, Finding] | None:
    if mark_typed(_any_key(question.answers), text, options).outcome is Outcome.WRONG:
        return None
    found = [(mark_typed(key, text, options), at) for at, key in enumerate(_keys(question.answers))]
    finding, at = max(found, key=lambda one: (one[0].outcome, one[0].rule != "T8"))
    return None if finding.outcome is Outcome.WRONG else (at, finding)
