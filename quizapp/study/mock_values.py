"""What a mock exam is to whoever shows it: the wish for one, the paper, and the result."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from quizapp.base.ids import CardKey
from quizapp.grading.verdict import Outcome
from quizapp.questions.answers import Answer
from quizapp.questions.kinds import Kind, Question
from quizapp.study.flow import NOTHING_SHOWN, Asking, Shown
from quizapp.study.mock_interval import interval_of
from quizapp.study.offer import Offer
from quizapp.study.plan import Plan

USUAL_COUNT = 20
USUAL_MINUTES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class MockWish:
    """A mock exam that is wanted: over an exam of the bank, else over the scope of ``plan``.

    ``seed`` decides which questions are drawn; ``minutes`` is the time, None for no limit.
    """

    plan: Plan = field(default_factory=Plan)
    exam: UUID | None = None
    count: int = USUAL_COUNT
    minutes: int | None = None
    seed: int
    counts: bool = True


@dataclass(frozen=True, slots=True)
class ExamChoice:
    """An exam ahead that a mock exam can be made for."""

    exam: UUID
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A mock exam that was begun and not handed in; ``seconds_left`` is None without a limit."""

    mock_id: int
    title: str
    exam: UUID | None
    answered: int
    asked: int
    seconds_left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many of the questions asked are right."""

    right: int
    asked: int

    @property
    def share(self) -> float:
        """The share that is right (0–1)."""
        return self.right / self.asked if self.asked else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share of the whole scope lies, four times in five (0–1)."""
        return interval_of(self.right, self.asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastMock:
    """A mock exam that was handed in, at an instant in the learner's zone."""

    mock_id: int
    title: str
    exam: UUID | None
    at: datetime
    figure: Figure
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MockOffer:
    """What a mock exam can be made from.

    ``askable`` counts questions none of which asks the same as another, ``left_out`` those that
    the learner rates herself, which nothing but she can mark. ``offer`` is what the scope may be.
    """

    askable: int
    left_out: int
    offer: Offer
    exams: tuple[ExamChoice, ...] = ()
    running: Running | None = None
    past: tuple[PastMock, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One question of the paper, and what stands there; ``answer`` is None for a blank.

    ``elapsed_ms`` is how long the question has been on the screen.
    """

    asking: Asking
    answer: Answer | None = None
    is_flagged: bool = False
    elapsed_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A mock exam under way. Its time is the sum of its sheets' times: closed, it stands still."""

    mock_id: int
    title: str
    limit_s: int | None
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One question of a result; ``position`` counts from 0 in the order they were asked.

    ``given`` is the learner's answer in words, empty for a blank; ``correct`` the right one.
    ``shown`` has the question's pictures: its own, the explanation's, and those at what was given
    or right.
    """

    position: int
    card: CardKey
    question: Question
    kind: Kind
    outcome: Outcome
    given: str
    correct: str
    feedback: str
    is_flagged: bool
    is_overruled: bool
    can_overrule: bool
    shown: Shown = NOTHING_SHOWN

    @property
    def is_right(self) -> bool:
        """Whether it counts among the right ones."""
        return self.outcome is Outcome.CORRECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The mock exam before this one over the same scope: how many days ago, and its figure."""

    days: int
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class MockResult:
    """A mock exam that was handed in and marked; ``marked`` has the errors first.

    ``counts`` says whether the answers are evidence of what the learner knows; ``is_time_up`` that
    the time ran out; ``spent_s`` how long it took.
    """

    mock_id: int
    title: str
    at: datetime
    counts: bool
    is_time_up: bool
    limit_s: int | None
    spent_s: int
    figure: Figure
    almost: int
    by_category: tuple[tuple[str, Figure], ...]
    by_kind: tuple[tuple[Kind, Figure], ...]
    marked: tuple[Marked, ...]
    earlier: Earlier | None = None

    @property
    def missed(self) -> tuple[CardKey, ...]:
        """The cards to practise: all that are not right, in the order they were asked."""
        by_place = sorted(self.marked, key=lambda it: it.position)
        return tuple(one.card for one in by_place if not one.is_right)
