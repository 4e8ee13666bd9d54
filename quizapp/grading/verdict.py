"""What marking says: verdict, score, the rule that decided, and what to tell the learner."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum
from typing import Final

from quizapp.base.texts import Message

FORM_SLIPS: Final = frozenset({"T3", "T4", "T8", "N2", "N3", "D2", "D11", "D12", "D15"})
SCORE_CORRECT: Final = 1.0
SCORE_FORM_SLIP: Final = 0.9
SCORE_ALMOST: Final = 0.6
SCORE_WRONG: Final = 0.0


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


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule finds in one typed answer; ``why`` picks the sentence among the rule's own."""

    outcome: Outcome
    rule: str
    why: str = "right"
    fields: dict[str, str | int | Decimal] = field(default_factory=dict)
    comment: str = ""

    def verdict(self) -> Verdict:
        """Return the finding as the verdict on a single typed answer."""
        code = f"grading.{self.rule}.{self.why}"
        return Verdict(
            outcome=self.outcome,
            score=score_of(self.outcome, self.rule),
            rule=self.rule,
            message=Message(code, self.fields),
            comment=self.comment,
        )


def score_of(outcome: Outcome, rule: str) -> float:
    """Return the score of one typed answer: a slip of form counts almost in full."""
    if outcome is Outcome.CORRECT:
        return SCORE_CORRECT
    if outcome is Outcome.WRONG:
        return SCORE_WRONG
    return SCORE_FORM_SLIP if rule in FORM_SLIPS else SCORE_ALMOST
