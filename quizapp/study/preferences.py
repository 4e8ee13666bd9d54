"""What the learner has set for her sittings; kept in the bank, for it steers the schedule."""

from dataclasses import dataclass
from typing import Self

from quizapp.bank.bank import Reader
from quizapp.questions.answer_form import Plain
from quizapp.scheduling.day import ROLLOVER_HOUR
from quizapp.scheduling.due import DESIRED_RETENTION
from quizapp.scheduling.queue import NEW_PER_DAY

NEW_PER_DAY_KEY = "new_per_day"
ROLLOVER_KEY = "rollover_hour"
RETENTION_KEY = "desired_retention"
SLOWER = 0.1
"""So much less is to be remembered of what goes slowly after its exam."""
LEAST_RETENTION = 0.7
MINUTES_KEY = "minutes_per_day"
SPELLING_KEY = "dyslexia_friendly"
CONFIDENCE_KEY = "asks_confidence"
ALOUD_KEY = "reads_aloud"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """New cards a day, the hour a day begins, how much to remember (0–1), minutes a day or none.

    A stored value outside its bounds counts as the default: a bank may come from anywhere.
    ``slowed`` are the cards (numbers of the bank) of exams after which it was to go slower.
    """

    new_per_day: int = NEW_PER_DAY
    rollover_hour: int = ROLLOVER_HOUR
    desired_retention: float = DESIRED_RETENTION
    minutes_per_day: int | None = None
    is_dyslexia_friendly: bool = False
    asks_confidence: bool = False
    reads_aloud: bool = False
    slowed: frozenset[int] = frozenset()

    @classmethod
    def read(cls, reader: Reader) -> Self:
        """Read the settings of a bank."""
        minutes = _whole(reader.setting(MINUTES_KEY), 0, 0, 24 * 60)
        return cls(
            new_per_day=_whole(reader.setting(NEW_PER_DAY_KEY), NEW_PER_DAY, 0, 9_999),
            rollover_hour=_whole(reader.setting(ROLLOVER_KEY), ROLLOVER_HOUR, 0, 23),
            desired_retention=_share(reader.setting(RETENTION_KEY)),
            minutes_per_day=minutes or None,
            is_dyslexia_friendly=reader.setting(SPELLING_KEY) is True,
            asks_confidence=reader.setting(CONFIDENCE_KEY) is True,
            reads_aloud=reader.setting(ALOUD_KEY) is True,
        )

    @property
    def own_retention(self) -> dict[int, float]:
        """Return how much is to be remembered (0–1) of the cards that go slower."""
        return {card: self.retention_of(card) for card in self.slowed}

    def retention_of(self, card: int) -> float:
        """Return how much of a card is to be remembered (0–1)."""
        if card not in self.slowed:
            return self.desired_retention
        return max(self.desired_retention - SLOWER, LEAST_RETENTION)


def _whole(plain: Plain, default: int, low: int, high: int) -> int:
    if isinstance(plain, int) and not isinstance(plain, bool) and low <= plain <= high:
        return plain
    return default


def _share(plain: Plain) -> float:
    highest = 0.99
    if isinstance(plain, float) and LEAST_RETENTION <= plain <= highest:
        return plain
    return DESIRED_RETENTION
