"""What the window is given to work with; bootstrap builds it, the window only uses it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.base.clock import Clock
from quizapp.base.paths import DataPaths
from quizapp.ui.window_settings import WindowSettings

if TYPE_CHECKING:
    # These load SQLAlchemy, which must not happen before the window is painted.
    from quizapp.library.shelf import Shelf
    from quizapp.stats.ledger import Ledger
    from quizapp.study.desk import Desk
    from quizapp.study.exams import Exams
    from quizapp.study.mock_exams import MockExams
    from quizapp.study.today import Today
    from quizapp.upkeep.keeper import Keeper


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The use cases of one open bank; they are called in the worker thread alone."""

    desk: "Desk"
    shelf: "Shelf"
    keeper: "Keeper"
    ledger: "Ledger"
    exams: "Exams"
    mocks: "MockExams"
    close: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedBank:
    """A bank just opened, with what »I dag« says; the use cases load when that can be seen."""

    today: "Today"
    load_services: Callable[[], Services]
    close: Callable[[], None]


class Handover:
    """Who has the window after this run: nobody, or another learner, by her folder."""

    def __init__(self) -> None:
        self.learner = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One run of the window: whose bank, where files lie, what time it is.

    ``open_bank`` is slow, is called in the worker thread after the first paint and raises
    ``QuizappError``; so is ``load_services`` of what it returns. ``kept_today`` may know
    today's figures before that. ``opened`` names the pack files that the program was asked to open.
    ``learner`` is what she is called; ``asks_who`` says to ask first who is to study, and
    ``of_learner`` returns the program of another one, by her folder.
    """

    paths: DataPaths
    clock: Clock
    learner: str
    bank: Path
    settings: WindowSettings
    kept_today: "Callable[[], Today | None]"
    open_bank: Callable[[], OpenedBank]
    opened: tuple[Path, ...] = field(default=())
    asks_who: bool = False
    of_learner: "Callable[[str], Program] | None" = None
    handover: Handover = field(default_factory=Handover)
