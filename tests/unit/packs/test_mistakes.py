"""Every mistake of an author is found at its very line and column.

The first line of a file in ``mistakes`` names the codes in order of place; ¤ stands before each
place and is taken out before the file is read.
"""

from pathlib import Path
from typing import Final

import pytest

from quizapp.base.texts import say
from quizapp.packs.problems import Problem, repaired, where
from quizapp.packs.reader import read_pack

FILES: Final = sorted((Path(__file__).parent / "mistakes").glob("*.yaml"))
QUIET: Final = {"no_explanation", "no_source"}
INSERTS: Final = {"packs.repair.insert_field"}
Found = list[tuple[int, int, str]]


def marked_file(path: Path) -> tuple[str, Found]:
    codes, _, marked = path.read_text(encoding="utf-8").partition("\n")
    places = []
    for number, line in enumerate(marked.split("\n"), start=1):
        marks = [column for column, one in enumerate(line) if one == "¤"]
        places += [(number, column - seen + 1) for seen, column in enumerate(marks)]
    pairs = zip(places, codes.removeprefix("# ").split(), strict=True)
    return marked.replace("¤", ""), sorted((*place, code) for place, code in pairs)


def problems_in(text: str, folder: Path) -> list[Problem]:
    (folder / "pakke.yaml").write_text(text, encoding="utf-8", newline="\n")
    return [one for one in read_pack(folder).problems if one.code not in QUIET]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_mistake_is_found_at_its_place(path: Path, tmp_path: Path) -> None:
    text, wanted = marked_file(path)
    found = problems_in(text, tmp_path)
    assert sorted((one.line, one.column, one.code) for one in found) == wanted


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_mistake_is_told_in_words_with_the_line_itself(path: Path, tmp_path: Path) -> None:
    text, _ = marked_file(path)
    for problem in problems_in(text, tmp_path):
        assert "{" not in where(problem)
        assert say(problem.message)
        assert problem.excerpt == text.split("\n")[problem.line - 1]
        if problem.repair:
            assert say(problem.repair.message)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_repair_that_is_mechanical_takes_the_mistake_away(path: Path, tmp_path: Path) -> None:
    text, _ = marked_file(path)
    before = problems_in(text, tmp_path)
    for problem in before:
        if problem.repair and problem.repair.edit and problem.repair.message.code not in INSERTS:
            after = problems_in(repaired(text, problem.repair.edit), tmp_path)
            assert len(after) < len(before)
            assert (problem.line, problem.column, problem.code) not in {
                (one.line, one.column, one.code) for one in after
            }
