"""Values of a fit: whether it is worth offering, how far it is, and what it came to."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.base.texts import Message
from quizapp.scheduling.fsrs import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether a fit is worth offering, and the one in force.

    ``fitted_on`` counts the answers behind the weights in force, None for the default ones, that
    have been in force since ``adopted_at``.
    """

    targets: int
    needed: int
    fitted_on: int | None
    adopted_at: datetime

    @property
    def can_undo(self) -> bool:
        """Whether there are former weights to go back to."""
        return self.fitted_on is not None


@dataclass(frozen=True, slots=True)
class Share:
    """How much is done (0–1)."""

    done: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """New weights and how they did against those of the fold they were tried against.

    Measured on the newest 30 % of the answers: mean log losses, the share (0–1) that was right and
    the shares that were foretold.
    """

    weights: Weights
    against: Weights
    fold_id: int
    targets: int
    loss_now: float
    loss_fitted: float
    right: float
    foretold_now: float
    foretold_fitted: float

    @property
    def is_better(self) -> bool:
        """Whether the new weights won on what they had not seen."""
        return self.loss_fitted < self.loss_now


@dataclass(frozen=True, slots=True)
class TooFew:
    """There are too few answers to learn from."""

    targets: int
    needed: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The bank could not be read, or the process ended badly; nothing was changed."""

    message: Message


Outcome = Fitted | TooFew | Failed
