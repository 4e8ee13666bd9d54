"""The study screen without a screen: what is asked, what was judged, how it ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from uuid import UUID

from quizapp.base.ids import CardKey
from quizapp.base.texts import Message
from quizapp.grading.verdict import Outcome, Verdict
from quizapp.questions.answers import Answer
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Medium


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture or sound that belongs to the question: its file, and what the pack says of it."""

    path: Path
    medium: Medium


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is laid before the learner besides the prompt, in the order it is shown.

    ``options`` are the options of a choice or the items to put in order; ``left`` and ``right``
    are the two sides of a matching. ``at_options`` are pictures by the text of what they belong
    to; ``explaining`` is shown with the explanation.
    """

    options: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    picture: Picture | None = None
    at_options: Mapping[str, Picture] = field(default_factory=dict)
    explaining: Picture | None = None


NOTHING_SHOWN: Final = Shown()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the sitting has come: answers given, cards in all, and seconds left (estimated)."""

    done: int
    total: int
    seconds_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question waits for its answer.

    ``reason`` says why this card is asked now; ``hint`` is empty until it was asked for. ``note``
    is the learner's own, and so is the question where ``is_own``. ``intervals`` are the days until
    each rating's next time where she rates herself (0: in this round); ``asks_confidence`` and
    ``reads_aloud`` are what she wishes.
    """

    card: CardKey
    question: Question
    pack_title: str
    is_new: bool
    shown: Shown
    reason: Message
    progress: Progress
    hint: str = ""
    note: str = ""
    is_own: bool = False
    intervals: tuple[int, ...] = ()
    asks_confidence: bool = False
    reads_aloud: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An answer has been marked and stored.

    ``due_day`` is a study day (days since 1970-01-01); ``returns_today`` says that the card comes
    back in this sitting; ``correct`` is the model answer as text, ``feedback`` the sentence for
    the learner (the author's comment where she wrote one). ``is_leech`` says that the answer made
    the question one that keeps failing, ``can_keep_wording`` that what was typed and overruled can
    count from now on, and ``moves_memory`` that the round is not mere practice.
    """

    asking: Asking
    answer: Answer
    verdict: Verdict
    review: UUID
    rating: int
    due_day: int
    days_until: int
    returns_today: bool
    correct: str
    feedback: str
    progress: Progress
    is_overruled: bool = False
    can_keep_wording: bool = False
    is_leech: bool = False
    moves_memory: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A question that was answered wrong or almost, with its right answer."""

    card: CardKey
    prompt: str
    correct: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a sitting came to, undone answers left out.

    ``by_category`` maps a category's word to (right, asked); ``missed`` are the cards that were
    answered wrong or almost, in order, ``again`` the same with their words; ``tomorrow``
    and ``this_week`` count cards that come again; practice leaves them where they were.
    """

    reviews: int
    outcomes: dict[Outcome, int] = field(default_factory=dict)
    elapsed_ms: int = 0
    by_category: dict[str, tuple[int, int]] = field(default_factory=dict)
    missed: tuple[CardKey, ...] = ()
    again: tuple[Missed, ...] = ()
    tomorrow: int = 0
    this_week: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """Nothing is left to ask, or the learner stopped (``stopped_early``)."""

    summary: Summary
    stopped_early: bool = False


FlowState = Asking | Judged | Finished
