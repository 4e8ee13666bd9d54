"""Questions with their answers, to leaf through without being marked."""

from dataclasses import dataclass
from random import Random

from quizapp.bank.bank import Reader
from quizapp.base.ids import CardKey, PackId
from quizapp.questions.cards import as_asked
from quizapp.questions.kinds import Cloze
from quizapp.questions.stored import read_stored
from quizapp.study.plan import Plan
from quizapp.study.queueing import scope_of
from quizapp.study.shown import answer_text

MOST = 200
GAP = "_____"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One card: what stands on its front, and on its back."""

    card: CardKey
    category: str
    pack_title: str
    front: str
    back: str
    explanation: str


def leaves_of(reader: Reader, plan: Plan, seed: int) -> tuple[Leaf, ...]:
    """Return the cards of a plan's scope in a seeded order, at most as many as its limit."""
    cards = reader.cards_in(scope_of(plan))
    most = min(plan.limit or MOST, MOST, len(cards))
    chosen = Random(seed).sample(cards, most)  # noqa: S311 - an order on the screen, not a secret
    titles = {record.key: str(record.manifest["titel"]) for record in reader.packs()}
    return tuple(_leaf(reader, card.card, titles) for card in chosen)


def _leaf(reader: Reader, card: int, titles: dict[PackId, str]) -> Leaf:
    asked = reader.question_of(card)
    question = as_asked(read_stored(asked.body), asked.key.slot)
    front = question.prompt
    if isinstance(question, Cloze):
        text = "".join(part if isinstance(part, str) else GAP for part in question.parts)
        front = f"{front}\n{text}" if front else text
    return Leaf(
        card=asked.key,
        category=asked.category.value,
        pack_title=titles[asked.key.pack],
        front=front,
        back=answer_text(question),
        explanation=question.explanation,
    )
