"""Questions with their answers, to leaf through without being marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from quizapp.bank.bank import Reader
from quizapp.bank.values import AskedCard
from quizapp.base.ids import CardKey
from quizapp.markup.parse import parse
from quizapp.markup.plain import to_plain
from quizapp.questions.cards import as_asked, model_answer
from quizapp.questions.kinds import (
    Cloze,
    Enumeration,
    Matching,
    MultipleChoice,
    Open,
    Ordering,
    Question,
)
from quizapp.questions.stored import read_stored
from quizapp.study.flow import NOTHING_SHOWN, Shown
from quizapp.study.pictures import pictures_shown
from quizapp.study.plan import Plan
from quizapp.study.queueing import scope_of
from quizapp.study.shown import answer_text

MOST = 200
GAP = "_____"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One card: what stands on its front, and on its back. ``shown`` are its pictures."""

    card: CardKey
    category: str
    pack_title: str
    front: str
    back: str
    explanation: str
    shown: Shown = NOTHING_SHOWN


def leaves_of(reader: Reader, plan: Plan, seed: int) -> tuple[Leaf, ...]:
    """Return the cards of a plan's scope in a seeded order, at most as many as its limit."""
    cards = reader.sample_cards(min(plan.limit or MOST, MOST), seed, scope_of(plan))
    Random(seed).shuffle(cards)  # noqa: S311 - an order on the screen, not a secret
    titles = {record.key: str(record.manifest["titel"]) for record in reader.packs()}
    asked = (reader.question_of(card.card) for card in cards)
    return tuple(leaf_of(reader, card, titles[card.key.pack]) for card in asked)


def leaf_of(reader: Reader, asked: AskedCard, pack_title: str) -> Leaf:
    """Return the two sides of a card."""
    question = as_asked(read_stored(asked.body), asked.key.slot)
    front = question.prompt
    if isinstance(question, Cloze):
        front = f"{front}\n{_filled(question, is_open=True)}".strip()
    return Leaf(
        card=asked.key,
        category=asked.category.value,
        pack_title=pack_title,
        front=front,
        back=_back(question),
        explanation=to_plain(parse(question.explanation)),
        shown=pictures_shown(reader, asked.key.pack, question),
    )


def _back(question: Question) -> str:
    """Return the answer; where it has several parts, one on each line."""
    match question:
        case Cloze():
            return _filled(question, is_open=False)
        case Open():
            return to_plain(parse(question.model))
        case Ordering() | Matching() | MultipleChoice() | Enumeration():
            return "\n".join(_parts(question))
        case _:
            return answer_text(question)


def _parts(question: Ordering | Matching | MultipleChoice | Enumeration) -> Iterable[str]:
    match question:
        case Ordering():
            tied = (" / ".join(items) for items in question.sequence)
            return (f"{place}. {items}" for place, items in enumerate(tied, 1))
        case Matching():
            return (f"{left} – {right}" for left, right in question.pairs)
        case MultipleChoice():
            return question.right
        case Enumeration():
            return (wordings[0] for wordings in question.answers)


def _filled(question: Cloze, *, is_open: bool) -> str:
    """Return the text of a cloze, its gaps open or filled in."""
    return "".join(
        part if isinstance(part, str) else GAP if is_open else model_answer(part.key)
        for part in question.parts
    )
