"""Every mistake of an author is found at its very line and column."""

from pathlib import Path

import pytest

from quizapp.base.texts import say
from quizapp.packs.problems import Problem
from quizapp.packs.reader import read_pack
from tests.unit.packs.mistakes import ALL

QUIET = {"no_explanation", "no_source"}
Found = list[tuple[int, int, str]]


def expected(marked: str, codes: str) -> tuple[str, Found]:
    places = []
    for number, line in enumerate(marked.split("\n"), start=1):
        for seen, column in enumerate(i for i, one in enumerate(line) if one == "¤"):
            places.append((number, column - seen + 1))
    found = [(*place, code) for place, code in zip(places, codes.split(), strict=True)]
    return marked.replace("¤", ""), sorted(found)


def problems_in(text: str, folder: Path) -> list[Problem]:
    (folder / "pakke.yaml").write_text(text, encoding="utf-8", newline="\n")
    return [one for one in read_pack(folder).problems if one.code not in QUIET]


@pytest.mark.parametrize("name", ALL)
def test_the_mistake_is_found_at_its_place(name: str, tmp_path: Path) -> None:
    codes, marked = ALL[name]
    text, wanted = expected(marked, codes)
    found = problems_in(text, tmp_path)
    assert sorted((one.line, one.column, one.code) for one in found) == wanted
    for problem in found:
        assert say(problem.message)
        assert problem.excerpt == text.split("\n")[problem.line - 1]
