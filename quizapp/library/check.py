"""Checks packs the way a teacher wants it: every mistake, with its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quizapp.packs.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found; ``questions`` counts those that could be read."""

    problems: tuple[Problem, ...]
    questions: int

    @property
    def has_errors(self) -> bool:
        """Whether any problem is an error, not a warning."""
        return any(problem.severity == "error" for problem in self.problems)


def check_packs(paths: Iterable[Path]) -> Checked:
    """Read each pack (or every pack in a folder of packs) and check what its author wrote."""
