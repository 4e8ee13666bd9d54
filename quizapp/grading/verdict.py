"""What marking says: verdict, score, the rule that decided, and what to tell the learner."""

from dataclasses import dataclass
from enum import IntEnum

from quizapp.base.texts import Message


class Outcome(IntEnum):
    """The three verdicts; the numbers are those of the log."""

    WRONG = 0
    ALMOST = 1
    CORRECT = 2

    @property
    def word(self) -> str:
        """The word that files and the command line use."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartVerdict:
    """The verdict on one gap, item, option or pair, in the order of the answer."""

    given: str
    outcome: Outcome
    expected: str = ""
    message: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The result of marking one answer.

    ``score`` is 0–1 (1 right, .9 a slip of form, .6 another »almost«, else a share); ``rule`` names
    the rule of the marking rules that decided; ``message`` is what to tell the learner, and
    ``comment`` the author's own words in place of it.
    """

    outcome: Outcome
    score: float
    rule: str
    message: Message
    comment: str = ""
    parts: tuple[PartVerdict, ...] = ()
