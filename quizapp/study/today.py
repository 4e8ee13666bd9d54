"""What today is worth doing: the figures of the home page."""

from dataclasses import dataclass
from enum import Enum, auto

from quizapp.base.ids import PackId


class HomeState(Enum):
    """What the home page has to say; the page picks its sentence and main button by it."""

    NO_PACKS = auto()
    FIRST_START = auto()
    READY = auto()
    HALF_WAY = auto()
    ONLY_NEW = auto()
    BACK_AFTER_WEEKS = auto()
    DONE = auto()
    ALL_LEARNT = auto()
    DAY_OFF = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How much of a pack or a category is known: cards in all, begun, and remembered now.

    ``remembered`` is the expected number of cards that would be answered right now.
    """

    name: str
    total: int
    begun: int
    remembered: float
    due: int
    new: int
    pack: PackId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamGlance:
    """An exam on the home page: when, the minutes that today has for it, what was last expected.

    ``exam`` is its uuid in letters, ``at`` an ISO instant; shares are 0–1, ``score`` None where
    nothing is known. ``is_over`` says that its time has passed and nobody has told how it went.
    """

    exam: str
    title: str
    at: str
    days_left: int
    minutes: int
    is_over: bool = False
    goal: float | None = None
    score: float | None = None
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The home page as values. ``minutes`` is what is left today, at the learner's own pace.

    ``done`` counts today's answers, practice left out; ``next_day`` is the study day of the next
    repetition after today, None when nothing is scheduled; ``last_days`` holds answers a day,
    oldest first, ending today. ``has_text`` says at a first start whether the first pack has a text
    to read.
    """

    state: HomeState
    study_day: int
    due: int
    new: int
    minutes: int
    done: int
    minutes_done: int
    next_day: int | None
    packs: tuple[Standing, ...]
    categories: tuple[Standing, ...]
    last_days: tuple[int, ...]
    exam: ExamGlance | None = None
    has_text: bool = False
