"""Exams as the window sees them: what is filled in, what is planned, and what is to be told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from quizapp.base.ids import PackId
from quizapp.base.texts import Message
from quizapp.scheduling.day import day_of
from quizapp.scheduling.exam_advice import Advice
from quizapp.scheduling.exam_forecast import ExamForecast, NoForecast
from quizapp.scheduling.exam_terms import ExamResult, TopicShare

SHORT_ROUND: Final = 10
"""So many questions has a short round over a weak topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamDraft:
    """What the learner fills in of an exam; empty packs or categories set no limit.

    ``at`` is aware, ``minutes`` are a week's from Monday, ``days_off`` study days.
    """

    title: str
    at: datetime
    packs: tuple[PackId, ...] = ()
    topics: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    shares: tuple[TopicShare, ...] = ()
    minutes: tuple[float, ...]
    days_off: frozenset[int] = frozenset()
    goal: float | None = None


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """A topic of a pack and how many cards it has."""

    topic: str
    cards: int


@dataclass(frozen=True, slots=True)
class PackScope:
    """A pack that can be asked, with its topics."""

    pack: PackId
    title: str
    cards: int
    topics: tuple[TopicChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamForm:
    """What the form begins with; ``uuid`` is None for a new exam.

    ``shared_with`` counts the other exams that share the minutes.
    """

    uuid: UUID | None
    draft: ExamDraft
    packs: tuple[PackScope, ...]
    categories: tuple[str, ...]
    now: datetime
    study_day: int
    shared_with: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What to expect of an exam, and what to tell the learner of it."""

    forecast: ExamForecast | NoForecast
    advice: Advice


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDay:
    """A day of the calendar: minutes planned and studied, and what is special about it."""

    day: int
    planned: float
    done: float = 0.0
    is_own: bool = False
    is_exam: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakTopic:
    """A topic expected to do worse than the exam as a whole; ``minutes`` is a short practice."""

    topic: str
    score: float
    cards: int
    new: int
    minutes: int


@dataclass(frozen=True, slots=True)
class ExamTab:
    """An exam to go to."""

    uuid: UUID
    title: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What would have been right on a study day (0–1)."""

    day: int
    known: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamView:
    """One exam with all that its page shows; ``study_day`` is today.

    ``usual_minutes`` are those of an ordinary day of study; ``topics`` counts the topics of the
    exam. ``is_over`` says that its time has passed, ``sharing`` that other exams share the minutes.
    """

    uuid: UUID
    draft: ExamDraft
    result: ExamResult
    tabs: tuple[ExamTab, ...]
    study_day: int
    exam_day: int
    is_over: bool
    outlook: Outlook
    days: tuple[PlanDay, ...]
    measured: tuple[Measured, ...]
    weak: tuple[WeakTopic, ...]
    topics: int
    usual_minutes: int
    cards: int
    sharing: Message | None = None

    @property
    def date_day(self) -> int:
        """The exam's own date as a day; one in the small hours is in the study day before."""
        return day_of(self.draft.at.date())


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What another number of minutes a day would give; None where nothing can be said."""

    minutes: int
    score: float | None = None
    low: float = 0.0
    high: float = 0.0
    goal: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The plan as it would be with a draft.

    ``seen_by`` is the study day by which all cards have been asked, None when some are not
    reached; ``repeat_days`` counts the last days on which nothing new comes.
    """

    outlook: Outlook
    cards: int
    seen_by: int | None
    repeat_days: int
