"""What marking makes of an author's keys: warnings at the line of the question."""

import re
from collections.abc import Iterator
from pathlib import Path

from quizapp.base.texts import Message
from quizapp.grading.author_checks import MarkingWarning, check_marking, check_twins
from quizapp.grading.options import MarkingOptions
from quizapp.packs.problems import Problem
from quizapp.packs.source import PACK_FILE
from quizapp.questions.codec_mistakes import Severity
from quizapp.questions.pack import Pack

MARKING = "bedømmelse"


def marking_problems(pack: Pack, path: Path) -> list[Problem]:
    """Return what an author may not mean: rejects that pass, answers that contradict each other."""
    lines = dict(_lines_of_questions(path))
    file = str(path / PACK_FILE) if path.is_dir() else str(path)
    return [
        *_switches(pack, file, lines.get(MARKING, 1)),
        *(
            _problem(warning, file, lines.get(question.id, 1))
            for question in pack.questions
            for warning in check_marking(question)
        ),
        *(
            _problem(warning, file, lines.get(str(warning.fields["question"]), 1))
            for warning in check_twins(pack.questions)
        ),
    ]


def _switches(pack: Pack, file: str, line: int) -> list[Problem]:
    """Return the mistake in what a pack marks otherwise, if it cannot be read."""
    try:
        MarkingOptions.from_text(pack.manifest.marking)
    except ValueError as error:
        return [
            Problem(
                file=file,
                code="bad_marking",
                severity=Severity.ERROR,
                message=Message("packs.marking.bad_switch", {"value": str(error)}),
                line=line,
                column=3,
            )
        ]
    return []


def _problem(warning: MarkingWarning, file: str, line: int) -> Problem:
    code = warning.code.removeprefix("packs.")
    return Problem(
        file=file,
        code=code,
        severity=Severity.WARNING,
        message=Message(f"packs.marking.{code}", warning.fields),
        line=line,
        column=3,
    )


def _lines_of_questions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the id of each question of a text file and its line; nothing for other forms."""
    source = path / PACK_FILE if path.is_dir() else path
    if source.name != PACK_FILE:
        return
    text = source.read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.match(r"\s*(?:- )?id:\s*[\"']?([a-z0-9-]+)", line):
            yield found[1], number
        elif line.lstrip().startswith(MARKING):
            yield MARKING, number
