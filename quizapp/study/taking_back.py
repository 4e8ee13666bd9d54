"""Taking answers back once the sitting is over, also after a restart, and bringing them back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from quizapp.bank.bank import Bank, Transaction
from quizapp.bank.values import AskedCard, UndoStep
from quizapp.base.clock import Clock
from quizapp.base.ids import CardKey
from quizapp.study.written import front_of

ANSWER: Final = "study.undo.answer"
_REVIEW: Final = "retract"
_MOVE: Final = "unmove"


@dataclass(frozen=True, slots=True)
class Returned:
    """The answer that was taken back, or brought back: its card and what was asked."""

    card: CardKey
    prompt: str


def note_answer(tx: Transaction, review: UUID, at: datetime) -> int:
    """Note that an answer can be taken back; return the number of that step."""
    return tx.add_undo_step(ANSWER, [{_REVIEW: str(review)}], at)


def note_move(tx: Transaction, step_id: int, event: UUID) -> None:
    """Note that the card was moved because of the answer, and is moved back with it."""
    tx.add_to_undo_step(step_id, {_MOVE: str(event)})


class TakingBack:
    """The answers of a bank, the newest first to be taken back."""

    def __init__(self, bank: Bank, clock: Clock) -> None:
        self._bank = bank
        self._clock = clock

    def undo(self) -> Returned | None:
        """Take the newest answer back; None when there is none."""
        at = self._clock.now()
        with self._bank.transaction() as tx:
            step = tx.last_undo_step()
            if step is None:
                return None
            card = _apply(
                step,
                lambda review: tx.retract(review, at).card_id,
                lambda event: tx.retract_event(event, at),
            )
            tx.mark_undone(step.step_id, at)
            return _returned(tx.question_of(card))

    def redo(self) -> Returned | None:
        """Bring back the answer that was taken back last; None when none was since the newest."""
        at = self._clock.now()
        with self._bank.transaction() as tx:
            step = tx.next_redo_step()
            if step is None:
                return None
            card = _apply(
                step,
                lambda review: tx.restore(review, at).card_id,
                lambda event: tx.retract_event(event, None),
            )
            tx.mark_redone(step.step_id)
            return _returned(tx.question_of(card))


def _apply(
    step: UndoStep, on_review: Callable[[UUID], int], on_move: Callable[[UUID], object]
) -> int:
    """Carry a step out either way; return its card."""
    card = 0
    for action in step.actions:
        if _REVIEW in action:
            card = on_review(UUID(str(action[_REVIEW])))
        if _MOVE in action:
            on_move(UUID(str(action[_MOVE])))
    return card


def _returned(asked: AskedCard) -> Returned:
    return Returned(asked.key, front_of(asked.body))
