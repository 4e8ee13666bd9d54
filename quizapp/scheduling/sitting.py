"""One sitting's way through its queue: what is asked next, and when a failed card returns."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from quizapp.scheduling.queue import Queued, Reason

OTHERS_BETWEEN: Final = 3
MOST_RETURNS: Final = 5


@dataclass(frozen=True, slots=True)
class Returning:
    """A failed card that waits for other answers; ``returns`` counts this return too."""

    queued: Queued
    ready_at: int
    returns: int


@dataclass(frozen=True, slots=True)
class SittingQueue:
    """A sitting at one moment; every step gives a new value, so undo is to keep the old one.

    A failed card returns after 3 other answers, or as soon as nothing else is left, until it is
    right, at most 5 times. ``answers`` counts the answers given.
    """

    order: tuple[Queued, ...]
    position: int = 0
    answers: int = 0
    waiting: tuple[Returning, ...] = ()

    @property
    def current(self) -> Queued | None:
        """The card to ask now; None at the end."""
        returning = self._returning()
        if returning is not None:
            return returning.queued
        return self.order[self.position] if self.position < len(self.order) else None

    @property
    def left(self) -> int:
        """How many cards are left to ask, as far as is known."""
        return len(self.order) - self.position + len(self.waiting)

    def answers_before(self, card: int) -> int | None:
        """Return how many answers come before a waiting card returns; None when it does not."""
        fresh = len(self.order) - self.position
        for ahead, it in enumerate(self.waiting):
            if it.queued.card.card == card:
                return max(ahead, min(ahead + fresh, it.ready_at - self.answers))
        return None

    def answered(self, *, failed: bool) -> "SittingQueue":
        """Return the sitting after the current card was answered; ``IndexError`` at the end."""
        returning = self._returning()
        queued = self._taken(returning)
        returns = 1 if returning is None else returning.returns + 1
        later = self._without_current(returning)
        later = replace(later, answers=self.answers + 1)
        if not failed or returns > MOST_RETURNS:
            return later
        again = Queued(queued.card, replace(queued.why, reason=Reason.FAILED))
        ready_at = later.answers + OTHERS_BETWEEN
        return replace(later, waiting=(*later.waiting, Returning(again, ready_at, returns)))

    def skipped(self) -> "SittingQueue":
        """Return the sitting without the current card; ``IndexError`` at the end."""
        returning = self._returning()
        self._taken(returning)
        return self._without_current(returning)

    def without(self, cards: Collection[int]) -> "SittingQueue":
        """Return the sitting without some cards, put aside while it goes on."""
        return replace(
            self,
            order=tuple(it for it in self.order[self.position :] if it.card.card not in cards),
            position=0,
            waiting=tuple(it for it in self.waiting if it.queued.card.card not in cards),
        )

    def _returning(self) -> Returning | None:
        if not self.waiting:
            return None
        # Rows are added as answers come, so the first is the one ready first.
        first = self.waiting[0]
        is_end = self.position >= len(self.order)
        return first if is_end or first.ready_at <= self.answers else None

    def _taken(self, returning: Returning | None) -> Queued:
        return self.order[self.position] if returning is None else returning.queued

    def _without_current(self, returning: Returning | None) -> "SittingQueue":
        if returning is None:
            return replace(self, position=self.position + 1)
        return replace(self, waiting=self.waiting[1:])
