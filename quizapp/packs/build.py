"""A pack's files → the single file one shares, with a report of what is missing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quizapp.packs.editions import succeed
from quizapp.packs.problems import Problem
from quizapp.packs.quizpack import build_quizpack
from quizapp.packs.reader import Read, read_pack
from quizapp.packs.whole_file import write_whole
from quizapp.questions.pack import Pack

OWN_USE_ONLY: Final = "no_licence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What was written, or None and the errors that stood in the way."""

    pack: Pack | None
    problems: tuple[Problem, ...]
    size: int = 0
    raised: int = 0
    """Questions whose ``rev`` rose because their right answer is another."""

    @property
    def is_for_own_use(self) -> bool:
        """Whether the pack has no licence, so that nobody else may use it."""
        return any(problem.code == OWN_USE_ONLY for problem in self.problems)


def build(
    path: Path,
    out: Path,
    read_from: Read = read_pack,
    earlier: Callable[[str], Path] | None = None,
) -> Built:
    """Build the single file of the pack at ``path``.

    A version of the same pack that ``out`` holds already becomes the one before it, or else the
    one that ``earlier`` finds by the pack's id. The file is replaced whole or not at all. Raises
    ``OSError`` where it cannot be written.
    """
    read = read_from(path, None)
    if read.pack is None:
        return Built(pack=None, problems=read.problems)
    places = (out, *([earlier(read.pack.manifest.id)] if earlier else []))
    found = (read_from(place, None).pack for place in places if place.is_file())
    same = (one for one in found if one and one.manifest.id == read.pack.manifest.id)
    before = next(same, None)
    pack = succeed(read.pack, before) if before else read.pack
    content = build_quizpack(pack)
    write_whole(out, content)
    raised = sum(
        new.rev != old.rev for new, old in zip(pack.questions, read.pack.questions, strict=True)
    )
    return Built(pack=pack, problems=read.problems, size=len(content), raised=raised)
