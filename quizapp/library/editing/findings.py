"""What is wrong with a pack while it is being written, each thing at its question."""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quizapp.library.editing.store import Content
from quizapp.library.marking_checks import marking_mistakes, switch_mistakes
from quizapp.packs.manifest import is_file_name
from quizapp.packs.media import MEDIA_FOLDER
from quizapp.packs.media_reading import undeclared
from quizapp.packs.problems import Problem, Repair
from quizapp.packs.reading_text import read_reading_text
from quizapp.packs.source import PACK_FILE
from quizapp.packs.text_file import as_read
from quizapp.packs.yaml_format import YamlPack, read_yaml
from quizapp.packs.yaml_tree import At
from quizapp.questions.checks import Surroundings, check_draft, repeated_ids
from quizapp.questions.codec_mistakes import Severity
from quizapp.questions.twins import twins

NEW_ID_CODES = frozenset({"id_twice", "retired_id"})
_FOR_THE_AUTHOR = frozenset({"missing_key", "missing_field"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, and the place of its question from 0; None when it is about the pack itself."""

    problem: Problem
    position: int | None

    @property
    def is_in_reading(self) -> bool:
        """Whether it stands in the reading text."""
        return self.problem.file != PACK_FILE

    @property
    def is_error(self) -> bool:
        """Whether it keeps the pack from being used."""
        return self.problem.severity is Severity.ERROR

    @property
    def wants_new_id(self) -> bool:
        """Whether a new id for the question would mend it."""
        return self.problem.code in NEW_ID_CODES

    @property
    def repair(self) -> Repair | None:
        """What mends it, where the program can do it; what is missing is for the author to say."""
        if self.problem.code in _FOR_THE_AUTHOR:
            return None
        repair = self.problem.repair
        is_mechanical = repair is not None and (repair.edit is not None or self.wants_new_id)
        return repair if is_mechanical else None


@dataclass(frozen=True, slots=True)
class Looked:
    """All that was found in a text, errors first, and how many of them are errors."""

    findings: tuple[Finding, ...]
    errors: int
    warnings: int


def _go_on() -> None:
    """Look on, whatever else there is to do."""


def look_through(
    content: Content,
    folder: Path,
    reading_name: str = "",
    watch: Callable[[], None] = _go_on,
) -> Looked:
    """Find all that is wrong with texts that would stand in a pack's folder.

    Problems of the reading text have ``reading_name`` as their file. ``watch`` is called often;
    what it raises ends the work.
    """
    watch()
    found = read_yaml(as_read(content.text), PACK_FILE)
    reading = read_reading_text(content.reading)
    around = Surroundings(
        marks=tuple(passage.mark for passage in reading.passages),
        media=media_in(folder),
        retired=frozenset(found.manifest.retired if found.manifest else ()),
    )
    declared = {medium.name for medium in found.media}
    for position, decoded in enumerate(found.decoded):
        watch()
        found.note_question(position, check_draft(decoded, around))
        if decoded.draft is not None:
            found.note_question(position, undeclared(decoded.draft, declared, around.media))
    drafts = [decoded.draft for decoded in found.decoded]
    ids = [decoded.id for decoded in found.decoded]
    for position, mistake in (*repeated_ids(ids), *twins(drafts)):
        found.note_question(position, [mistake])
    if found.manifest is not None:
        found.note_manifest(switch_mistakes(found.manifest))
    for position, mistake in marking_mistakes(found.decoded):
        watch()
        found.note_question(position, [mistake])
    inner = YamlPack(reading_name, content.reading.split("\n"))
    for line, mistake in reading.mistakes:
        inner.note_at(At(line, 0), mistake)
    found.problems += inner.problems
    return _in_order(found)


def media_in(folder: Path) -> tuple[str, ...]:
    """Return the names of the pictures and sounds that lie in a pack's folder."""
    place = folder / MEDIA_FOLDER
    if not place.is_dir():
        return ()
    names = (one.name for one in place.iterdir() if is_file_name(one.name) and one.is_file())
    return tuple(sorted(unicodedata.normalize("NFC", name) for name in names))


def _in_order(found: YamlPack) -> Looked:
    starts = [node.start.line + 1 for node in found.nodes]
    findings = [_placed(one, starts, found) for one in _without_echoes(found.problems)]
    findings.sort(key=lambda one: (not one.is_error, one.problem.line, one.problem.column))
    errors = sum(one.is_error for one in findings)
    return Looked(tuple(findings), errors, len(findings) - errors)


def _placed(problem: Problem, starts: list[int], found: YamlPack) -> Finding:
    position = bisect_right(starts, problem.line) - 1
    is_inside = problem.file == PACK_FILE and not _is_head(problem, found)
    return Finding(problem, position if position >= 0 and is_inside else None)


def _is_head(problem: Problem, found: YamlPack) -> bool:
    """Tell whether a problem is about the pack, in a file whose questions stand first."""
    heads = [found.manifest_node, *found.media_nodes.values()]
    return any(
        node is not None and node.start.line < problem.line <= node.end.line for node in heads
    )


def _without_echoes(problems: Iterable[Problem]) -> Iterator[Problem]:
    seen: set[tuple[int, int, str, str]] = set()
    for one in problems:
        name = (one.line, one.column, one.code, repr(sorted(one.message.fields.items())))
        if name not in seen:
            seen.add(name)
            yield one
