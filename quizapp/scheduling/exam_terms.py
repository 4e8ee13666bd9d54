"""What is agreed of an exam beside its date: how topics count, and what comes afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.base.ids import PackId
from quizapp.scheduling.exam import ExamCard


class Afterwards(StrEnum):
    """What becomes of an exam's cards when it is over; the words are those of the bank."""

    KEEP = "keep"
    SLOW = "slow"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class TopicShare:
    """How much a topic of a pack counts in an exam; 0 leaves it out, one not named counts 1."""

    pack: PackId
    topic: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamResult:
    """How an exam went, as far as it was told: a share of right answers (0–1), a grade in words."""

    score: float | None = None
    grade: str = ""
    then: Afterwards | None = None


NOTHING_TOLD = ExamResult()


def card_weights(cards: Iterable[ExamCard], shares: Iterable[TopicShare]) -> dict[int, float]:
    """Return how much each card counts; a card left out is not there.

    A card with several topics counts as the one that counts most, one without topics counts 1.
    """
    named = {(str(each.pack), each.topic): each.weight for each in shares}
    weighed = {
        card.card: max((named.get((card.pack, topic), 1.0) for topic in card.topics), default=1.0)
        for card in cards
    }
    return {card: weight for card, weight in weighed.items() if weight > 0}
