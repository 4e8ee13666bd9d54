"""Memory folded anew with other weights, and the days that follow from them, if she wants."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count, islice
from typing import Final

from quizapp.bank.bank import Transaction
from quizapp.bank.fits import WaitingCard
from quizapp.bank.values import FoldRecord, NewEvent
from quizapp.scheduling.due import Crowd, DueRules, decide_due_day
from quizapp.scheduling.fsrs import Weights
from quizapp.scheduling.memory import MemoryState
from quizapp.scheduling.replay import Event, Folded, fold

Tell = Callable[[int, int], None]
"""Is told how many of how many cards are done; may raise to stop, and then nothing has changed."""

CARDS_AT_ONCE: Final = 500


def tell_nobody(_done: int, _total: int) -> None:
    """Keep quiet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """That days still to come are decided again: how much she wants to remember, and today.

    ``own_retention`` is the same of single cards (by their number) that are to go otherwise.
    """

    desired_retention: float
    study_day: int
    own_retention: Mapping[int, float] = field(default_factory=dict[int, float])

    def rules_of(self, card_id: int, weights: Weights) -> DueRules:
        """Return what decides the day of a card."""
        wanted = self.own_retention.get(card_id, self.desired_retention)
        return DueRules(desired_retention=wanted, weights=weights)


def rebuild(tx: Transaction, record: FoldRecord, tell: Tell = tell_nobody) -> None:
    """Fold the whole log with the weights of a fold and let every memory row name it.

    Unlike a repair it stores every row to its last digit, so that going back restores each; and it
    holds few cards at a time, so that the window is not kept waiting while memory is tidied.
    """
    cards, _reviews = tx.log_size()
    histories = tx.histories()
    for done in count(step=CARDS_AT_ONCE):
        tell(min(done, cards), cards)
        some = list(islice(histories, CARDS_AT_ONCE))
        if not some:
            break
        tx.set_memories({card: fold(log, record.weights) for card, log in some}, record.fold_id)
    tx.name_fold(record.fold_id)


@dataclass(frozen=True, slots=True)
class Moves:
    """The stretch of the log that the moves stand in, None where no card was moved."""

    first_tick: int
    last_tick: int


def move_due_days(
    tx: Transaction, record: FoldRecord, moving: Moving, at: datetime
) -> Moves | None:
    """Decide the days to come again with a fold's weights, as rows of the log."""
    waiting = tx.waiting_cards(moving.study_day)
    stored = tx.stored_folds()
    days = _Days(waiting)
    moved: dict[int, Folded] = {}
    ticks: list[int] = []
    for card in waiting:
        state = stored[card.card_id].folded.state
        rules = moving.rules_of(card.card_id, record.weights)
        due_day = max(days.decide(card, state, rules), moving.study_day)
        if due_day == card.due_day:
            continue
        days.move(card, due_day)
        event = NewEvent(
            event=Event.MOVED,
            card_id=card.card_id,
            at=at,
            study_day=moving.study_day,
            due_day=due_day,
        )
        ticks.append(tx.add_event(event).tick)
        moved[card.card_id] = Folded(state, due_day)
    tx.set_memories(moved, record.fold_id)
    return Moves(ticks[0], ticks[-1]) if ticks else None


class _Days:
    """What is due when, kept up to date while cards move."""

    def __init__(self, waiting: list[WaitingCard]) -> None:
        self._load = Counter(card.due_day for card in waiting)
        self._near: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for card in waiting:
            self._note(card, card.due_day)

    def decide(self, card: WaitingCard, state: MemoryState, rules: DueRules) -> int:
        near = {
            day
            for group in _groups(card)
            for other, day in self._near[group].items()
            if other != card.card_id
        }
        return decide_due_day(
            str(card.key), state, rules, Crowd(load=self._load, sibling_days=near)
        )

    def move(self, card: WaitingCard, due_day: int) -> None:
        self._load[card.due_day] -= 1
        self._load[due_day] += 1
        self._note(card, due_day)

    def _note(self, card: WaitingCard, due_day: int) -> None:
        for group in _groups(card):
            self._near[group][card.card_id] = due_day


def _groups(card: WaitingCard) -> list[str]:
    return [f"q{card.question_id}", *([f"f{card.fact}"] if card.fact else [])]
