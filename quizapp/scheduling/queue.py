"""What to ask today and in which order: pure, seeded, and able to say why.

Reviews that are overdue come first, most valuable first; those due today follow in an order drawn
from the seed; new cards are spread evenly between them. Cards of one question or one fact never
meet on a day, and two look-alikes never follow each other while anything else is left.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from itertools import islice
from typing import Final

from quizapp.scheduling.day import elapsed_days
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, Fsrs6, Weights, model_of
from quizapp.scheduling.memory import Phase, Rating

NEW_PER_DAY: Final = 20
VALUE_HORIZON_DAYS: Final = 30
LOOK_AHEAD: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueCard:
    """A card as the queue sees it; ``card`` and ``question`` are the bank's own numbers.

    ``due_day`` is None for a card never asked; a new card that has one was changed or reset and is
    asked again at once. New cards begin by ``turn``, then by ``rank``, the author's order;
    ``seconds`` is what an answer takes.
    """

    card: int
    question: int
    pack: str
    category: str
    phase: Phase
    rank: int
    turn: int = 0
    topic: str = ""
    fact: str = ""
    due_day: int | None = None
    stability: float = 0.0
    difficulty: float = 0.0
    last_day: int = 0
    seconds: float = 15.0


class Reason(StrEnum):
    """Why a card is asked now; the sentences carry the same codes."""

    DUE = "due"
    OVERDUE = "overdue"
    NEW = "new"
    CHANGED = "changed"
    FAILED = "failed"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The reason with the numbers behind it.

    ``recall`` is the chance (0–1) that the card is still remembered and ``last_day`` the study day
    of the last answer; both are None for a card that memory knows nothing of. ``exam`` is the
    title of the exam whose plan asks it now.
    """

    reason: Reason
    topic: str = ""
    recall: float | None = None
    last_day: int | None = None
    days_overdue: int = 0
    exam: str = ""


@dataclass(frozen=True, slots=True)
class Queued:
    """A card in the queue, and why it is there."""

    card: QueueCard
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRules:
    """What limits today, with what has been done today already taken off.

    None sets no limit. ``done_questions`` and ``done_facts`` were answered earlier today: their
    other cards wait for another day.
    """

    study_day: int
    seed: int = 0
    weights: Weights = DEFAULT_WEIGHTS
    new_left: int = NEW_PER_DAY
    reviews_left: int | None = None
    seconds_left: float | None = None
    done_questions: frozenset[int] = frozenset()
    done_facts: frozenset[str] = frozenset()


def build_queue(cards: Iterable[QueueCard], rules: QueueRules) -> list[Queued]:
    """Return what is asked today, in order; the same cards and rules give the same list."""
    apart = _Apart(rules)
    due: list[QueueCard] = []
    new: list[QueueCard] = []
    for card in cards:
        if card.due_day is None and card.phase == Phase.NEW:
            new.append(card)
        elif card.due_day is None or card.due_day <= rules.study_day:
            due.append(card)
    budget = _Budget(rules)
    reviews = [
        card for card in _most_urgent(due, rules) if apart.is_free(card) and budget.review(card)
    ]
    first_seen = [
        card
        for card in sorted(new, key=lambda card: (card.turn, card.rank, card.card))
        if budget.has_new_left() and apart.is_free(card) and budget.new(card)
    ]
    order = _without_look_alikes_in_a_row(_spread(reviews, first_seen))
    model = model_of(rules.weights)
    return [Queued(card, _why(card, rules.study_day, model)) for card in order]


def practice_queue(cards: Iterable[QueueCard], rules: QueueRules) -> list[Queued]:
    """Return all the cards in a seeded order, whether due or not, for practice without memory."""
    drawn = sorted(cards, key=lambda card: _drawn(rules.seed, card.card))
    order = _without_look_alikes_in_a_row(drawn)
    return [Queued(card, Why(reason=Reason.PRACTICE, topic=card.topic)) for card in order]


def value_of_review(card: QueueCard, study_day: int, model: Fsrs6) -> float:
    """Return what answering today adds to the chance of knowing the card 30 days on, per second."""
    elapsed = elapsed_days(card.last_day, study_day)
    s, d = card.stability, card.difficulty
    recall = model.recall(s, elapsed)
    passed = model.next_stability(s, d, recall, Rating.GOOD)
    failed = model.same_day_stability(model.next_stability(s, d, recall, Rating.AGAIN), Rating.GOOD)
    later = recall * model.recall(passed, VALUE_HORIZON_DAYS) + (1 - recall) * model.recall(
        failed, VALUE_HORIZON_DAYS
    )
    return (later - model.recall(s, elapsed + VALUE_HORIZON_DAYS)) / max(card.seconds, 1.0)


def _most_urgent(due: list[QueueCard], rules: QueueRules) -> list[QueueCard]:
    """Put changed cards first, then overdue ones, then today's (by value too if limited)."""
    model = model_of(rules.weights)
    is_limited = rules.reviews_left is not None or rules.seconds_left is not None

    def urgency(card: QueueCard) -> tuple[int, float, int]:
        drawn = _drawn(rules.seed, card.card)
        if card.phase == Phase.NEW:
            return 0, float(card.rank), drawn
        is_overdue = card.due_day is not None and card.due_day < rules.study_day
        if is_overdue or is_limited:
            return 2 - is_overdue, -value_of_review(card, rules.study_day, model), drawn
        return 2, 0.0, drawn

    return sorted(due, key=urgency)


class _Apart:
    """Lets one card of each question and each fact through."""

    def __init__(self, rules: QueueRules) -> None:
        self._questions = set(rules.done_questions)
        self._facts = set(rules.done_facts)

    def is_free(self, card: QueueCard) -> bool:
        if card.question in self._questions or (card.fact and card.fact in self._facts):
            return False
        self._questions.add(card.question)
        self._facts.add(card.fact)
        return True


class _Budget:
    """Counts down what the day has room for."""

    def __init__(self, rules: QueueRules) -> None:
        self._seconds = rules.seconds_left
        self._reviews = rules.reviews_left
        self._new = rules.new_left

    def review(self, card: QueueCard) -> bool:
        if self._reviews is not None and self._reviews <= 0:
            return False
        if not self._takes(card.seconds):
            return False
        if self._reviews is not None:
            self._reviews -= 1
        return True

    def has_new_left(self) -> bool:
        return self._new > 0

    def new(self, card: QueueCard) -> bool:
        if not self._takes(card.seconds):
            return False
        self._new -= 1
        return True

    def _takes(self, seconds: float) -> bool:
        if self._seconds is None:
            return True
        if self._seconds <= 0:
            return False
        self._seconds -= seconds
        return True


def _spread(reviews: list[QueueCard], new: list[QueueCard]) -> Iterator[QueueCard]:
    """Yield both in their own order, the new ones at even distances between the reviews."""
    total = len(reviews) + len(new)
    reviews_left, new_left = iter(reviews), iter(new)
    for place in range(total):
        # The number of new cards so far, rounded half up, rises in the middle of each stretch.
        so_far, with_this = (
            (2 * at * len(new) + total) // (2 * total) for at in (place, place + 1)
        )
        is_new = with_this > so_far
        yield next(new_left if is_new else reviews_left)


def _without_look_alikes_in_a_row(cards: Iterable[QueueCard]) -> list[QueueCard]:
    """Move a card up past its look-alikes, at most a dozen places."""
    source = iter(cards)
    ahead: list[QueueCard] = []
    order: list[QueueCard] = []
    last: tuple[str, str, str] | None = None
    while True:
        ahead.extend(islice(source, LOOK_AHEAD - len(ahead)))
        if not ahead:
            return order
        place = next((at for at, card in enumerate(ahead) if _look(card) != last), 0)
        card = ahead.pop(place)
        last = _look(card)
        order.append(card)


def _look(card: QueueCard) -> tuple[str, str, str]:
    return card.pack, card.category, card.topic


def _why(card: QueueCard, study_day: int, model: Fsrs6) -> Why:
    if card.phase == Phase.NEW:
        is_changed = card.due_day is not None
        return Why(reason=Reason.CHANGED if is_changed else Reason.NEW, topic=card.topic)
    overdue = study_day - (study_day if card.due_day is None else card.due_day)
    return Why(
        reason=Reason.OVERDUE if overdue > 0 else Reason.DUE,
        topic=card.topic,
        recall=model.recall(card.stability, elapsed_days(card.last_day, study_day)),
        last_day=card.last_day,
        days_overdue=overdue,
    )


def _drawn(seed: int, card: int) -> int:
    return int.from_bytes(blake2b(f"{seed} {card}".encode(), digest_size=8).digest(), "big")
