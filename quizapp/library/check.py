"""Checks packs the way a teacher wants it: every mistake, with its place."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from quizapp.library.apart import read_apart
from quizapp.packs.problems import Problem
from quizapp.packs.source import PACK_FILE
from quizapp.questions.codec_mistakes import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found; ``questions`` counts those of packs that could be read."""

    problems: tuple[Problem, ...]
    questions: int

    @property
    def has_errors(self) -> bool:
        """Whether any problem is an error, not a warning."""
        return any(problem.severity == Severity.ERROR for problem in self.problems)


def check_packs(paths: Iterable[Path]) -> Checked:
    """Read each pack (or every pack in a folder of packs) and check what its author wrote."""
    places = [pack for path in paths for pack in _packs_at(path)]
    # A row of a sheet may lack its id, which it gets when the pack is installed or converted.
    ids = Random(0)  # noqa: S311 - they are not kept
    found = [read_apart(place, ids, with_marking=True) for place in places]
    problems: list[Problem] = []
    for one in found:
        problems += sorted(one.problems, key=_place)
    return Checked(
        problems=tuple(problems),
        questions=sum(len(one.pack.questions) for one in found if one.pack is not None),
    )


def _place(problem: Problem) -> tuple[str, int, str, int, int]:
    return problem.file, problem.line, problem.sheet, problem.row, problem.column


def _packs_at(path: Path) -> Iterator[Path]:
    """Yield a pack, or the packs of a folder that is none itself."""
    inside: list[Path] = []
    # What may not be looked at is told of when it is read.
    with suppress(OSError):
        if path.is_dir() and not (path / PACK_FILE).exists():
            inside = sorted(folder for folder in path.iterdir() if (folder / PACK_FILE).exists())
    yield from inside or [path]
