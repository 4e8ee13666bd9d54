"""What the window has before there are pages, and gives to those who build them."""

from dataclasses import dataclass

from quizapp.base.clock import Clock
from quizapp.base.paths import DataPaths
from quizapp.ui.actions import Actions
from quizapp.ui.appearance import AppearanceKeeper
from quizapp.ui.shell import Shell
from quizapp.ui.tasks import TaskRunner


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The frame, the commands, how things look, the worker, the clock, and whose folder it is."""

    shell: Shell
    actions: Actions
    appearance: AppearanceKeeper
    runner: TaskRunner
    clock: Clock
    paths: DataPaths
    learner: str = ""
