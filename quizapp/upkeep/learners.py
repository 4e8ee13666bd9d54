"""The learners on this computer: one folder each, and the one last opened."""

from dataclasses import dataclass

from quizapp.base.paths import DataPaths, LearnerPaths


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner's name as written, and her files."""

    name: str
    paths: LearnerPaths


def list_learners(data: DataPaths) -> list[Learner]:
    """Return the learners by name, in Danish order."""


def create_learner(data: DataPaths, name: str) -> Learner:
    """Make a folder for a new learner; raises ``LearnerNameError`` for an empty or used name."""


def choose_learner(data: DataPaths, learner: Learner) -> None:
    """Remember who was opened last."""


def last_learner(data: DataPaths) -> Learner:
    """Return the learner opened last, else the first, else a new one with a plain name."""
