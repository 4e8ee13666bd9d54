"""What is wrong with a pack while it is being written, each thing at its question."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from quizapp.base.texts import Message
from quizapp.grading.author_checks import MarkingWarning, check_marking, check_twins
from quizapp.packs.manifest import is_file_name
from quizapp.packs.media import MEDIA_FOLDER
from quizapp.packs.problems import Problem, Repair
from quizapp.packs.reading_text import read_reading_text
from quizapp.packs.source import PACK_FILE
from quizapp.packs.text_file import read_text_file
from quizapp.packs.yaml_format import YamlPack, read_yaml
from quizapp.questions.checks import Surroundings, check_draft, repeated_ids, twins
from quizapp.questions.codec_fields import warning
from quizapp.questions.codec_mistakes import Severity
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Manifest, Passage

NEW_ID_CODES = frozenset({"id_twice", "retired_id"})
_FOR_THE_AUTHOR = frozenset({"missing_key", "missing_field"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, and the place of its question from 0; None when it is about the pack itself."""

    problem: Problem
    position: int | None

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


def look_through(text: str, folder: Path) -> Looked:
    """Find all that is wrong with a text that would stand in a pack's folder."""
    found = read_yaml(text.replace("\r\n", "\n"), PACK_FILE)
    around = Surroundings(
        marks=tuple(passage.mark for passage in passages_in(folder, found.manifest)),
        media=media_in(folder),
        retired=frozenset(found.manifest.retired if found.manifest else ()),
    )
    for position, decoded in enumerate(found.decoded):
        found.note_question(position, check_draft(decoded, around))
        image = decoded.draft.image if decoded.draft else ""
        if image in around.media and all(image != medium.name for medium in found.media):
            found.note_question(position, [warning("picture_undeclared", "billede", file=image)])
    drafts = [decoded.draft for decoded in found.decoded]
    for position, mistake in (*repeated_ids(drafts), *twins(drafts)):
        found.note_question(position, [mistake])
    found.problems += _marking_problems(found)
    return _in_order(found)


def passages_in(folder: Path, manifest: Manifest | None) -> tuple[Passage, ...]:
    """Return the passages of the reading text that lies in a pack's folder."""
    name = manifest.reading_text if manifest else ""
    if not name or not is_file_name(name):
        return ()
    try:
        content = (folder / name).read_bytes()
    except OSError:
        return ()
    return tuple(read_reading_text(read_text_file(content).text).passages)


def media_in(folder: Path) -> tuple[str, ...]:
    """Return the names of the pictures and sounds that lie in a pack's folder."""
    place = folder / MEDIA_FOLDER
    if not place.is_dir():
        return ()
    return tuple(sorted(one.name for one in place.iterdir() if is_file_name(one.name)))


@lru_cache(maxsize=20_000)
def _warnings(question: Question) -> tuple[MarkingWarning, ...]:
    return check_marking(question)


def _marking_problems(found: YamlPack) -> Iterator[Problem]:
    questions = [one for one in found.questions if one is not None]
    told: dict[str, list[MarkingWarning]] = {}
    for twin in check_twins(questions):
        told.setdefault(twin.fields.get("question", ""), []).append(twin)
    for position, question in enumerate(found.questions):
        if question is None:
            continue
        at = found.nodes[position].start
        for one in (*_warnings(question), *told.get(question.id, ())):
            code = one.code.removeprefix("packs.")
            yield Problem(
                file=found.file,
                code=code,
                severity=Severity.WARNING,
                message=Message(f"packs.marking.{code}", one.fields),
                line=at.line + 1,
                column=at.column + 1,
                excerpt=found.lines[at.line],
            )


def _in_order(found: YamlPack) -> Looked:
    starts = [node.start.line + 1 for node in found.nodes]
    findings = [_placed(one, starts, found) for one in _without_echoes(found.problems)]
    findings.sort(key=lambda one: (not one.is_error, one.problem.line, one.problem.column))
    errors = sum(one.is_error for one in findings)
    return Looked(tuple(findings), errors, len(findings) - errors)


def _placed(problem: Problem, starts: list[int], found: YamlPack) -> Finding:
    position = bisect_right(starts, problem.line) - 1
    return Finding(problem, position if position >= 0 and not _is_head(problem, found) else None)


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
