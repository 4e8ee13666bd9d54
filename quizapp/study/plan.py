"""What a sitting covers: which cards, in which mode, how many."""

from dataclasses import dataclass

from quizapp.base.ids import CardKey, PackId
from quizapp.scheduling.memory import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The scope of one sitting; an empty tuple means no limit of that sort.

    ``limit`` counts acknowledged answers; ``minutes`` bounds the due cards of a day; ``cards``
    names cards outright (practice of what was missed).
    """

    packs: tuple[PackId, ...] = ()
    categories: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    cards: tuple[CardKey, ...] = ()
    mode: Mode = Mode.SCHEDULED
    limit: int | None = None
    minutes: int | None = None
    seed: int = 0
