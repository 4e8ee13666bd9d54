"""Saving one question touches its own lines only."""

from typing import Final

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.base.ids import PackId
from quizapp.packs.yaml_edit import (
    NotLinesError,
    insert_question,
    move_question,
    remove_question,
    replace_manifest,
    replace_question,
)
from quizapp.packs.yaml_format import read_yaml, write_yaml
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Manifest, Pack
from tests.strategies import packs, questions
from tests.unit.packs.test_quizpack import a_card

HEAD: Final = (
    "# Min pakke\npakke:\n  id: a.b   # aldrig ændret\n  titel: T\n  version: 1\n\nspørgsmål:\n"
)
ONE: Final = (
    "# den første\n- id: a\n  type: kort   # to sider\n  kategori: begreb\n"
    "  forside: x\n  bagside: |\n    y\n    z\n"
)
TWO: Final = (
    "\n# den anden\n-   id: b\n    type: kort\n    kategori: begreb\n"
    "    forside: x\n    bagside: y\n"
)
TEXT: Final = HEAD + ONE + TWO + "# slut\n"
NEW: Final = (
    "- id: n\n  type: kort\n  kategori: begreb\n  forside: for\n  bagside: bag\n  forklaring: f\n"
)


def questions_in(text: str) -> list[Question | None]:
    return read_yaml(text, "a").questions


def test_replacing_a_question_leaves_every_other_line() -> None:
    assert replace_question(TEXT, 0, a_card("n")) == f"{HEAD}# den første\n{NEW}{TWO}# slut\n"
    changed = replace_question(TEXT, 1, a_card("n"))
    assert changed == f"{HEAD}{ONE}\n# den anden\n{NEW}# slut\n"


def test_line_ends_stay_what_they_were() -> None:
    windows = TEXT.replace("\n", "\r\n")
    assert replace_question(windows, 0, a_card("n")) == replace_question(
        TEXT, 0, a_card("n")
    ).replace("\n", "\r\n")


def test_a_question_is_added_before_another_or_at_the_end() -> None:
    first = insert_question(TEXT, 0, a_card("n"))
    assert first == TEXT.replace("- id: a\n", f"{NEW}\n- id: a\n")
    last = insert_question(TEXT, 2, a_card("n"))
    assert last == f"{HEAD}{ONE}{TWO}\n{NEW}# slut\n"


def test_the_first_question_gets_its_section() -> None:
    bare = "pakke:\n  id: a.b\n"
    assert insert_question(bare, 0, a_card("n")) == f"{bare}\nspørgsmål:\n{NEW}"
    assert insert_question(f"{bare}spørgsmål:\n", 0, a_card("n")) == f"{bare}spørgsmål:\n{NEW}"
    with pytest.raises(NotLinesError):
        insert_question(f"{bare}spørgsmål: []\n", 0, a_card("n"))


def test_a_question_is_taken_out_with_the_blank_lines_after_it() -> None:
    assert remove_question(TEXT, 0) == HEAD + "# den første\n" + TWO.lstrip("\n") + "# slut\n"
    assert remove_question(TEXT, 1) == f"{HEAD}{ONE}\n# den anden\n# slut\n"


def test_a_question_is_moved_as_it_stands() -> None:
    for text in (move_question(TEXT, 0, 1), move_question(TEXT, 1, 0)):
        assert [one.id for one in questions_in(text) if one] == ["b", "a"]
        assert "type: kort   # to sider" in text


def test_the_manifest_is_written_anew_alone() -> None:
    manifest = Manifest(id=PackId("a.b"), title="Ny", version=2)
    changed = replace_manifest(TEXT, manifest)
    fields = "  id: a.b\n  titel: Ny\n  version: 2\n  sprog: da\n"
    assert changed == "# Min pakke\npakke:\n" + fields + "\nspørgsmål:\n" + ONE + TWO + "# slut\n"


@pytest.mark.parametrize("text", ["spørgsmål:\n- id: a", "pakke: {id: a.b}\n", "pakke: [\n"])
def test_a_manifest_without_lines_of_its_own_is_refused(text: str) -> None:
    with pytest.raises(NotLinesError):
        replace_manifest(text, Manifest(id=PackId("a.b"), title="T", version=1))


@pytest.mark.parametrize(
    "text",
    [
        "spørgsmål: [{id: a}, {id: b}]\n",
        "spørgsmål:\n- id: a\n  x: [\n",
        "spørgsmål:\n-\n  id: a\n",
    ],
)
def test_questions_without_lines_of_their_own_are_refused(text: str) -> None:
    with pytest.raises(NotLinesError):
        replace_question(text, 0, a_card("n"))


@settings(max_examples=20)
@given(packs(), questions(), st.integers(0, 9))
def test_only_the_saved_question_changes(pack: Pack, question: Question, place: int) -> None:
    position = place % len(pack.questions)
    assume(question.id not in {one.id for one in pack.questions})
    text = write_yaml(pack)
    before = questions_in(text)
    changed = questions_in(replace_question(text, position, question))
    assert changed == [*before[:position], question, *before[position + 1 :]]
    added = questions_in(insert_question(text, position, question))
    assert added == [*before[:position], question, *before[position:]]
    assert (
        questions_in(remove_question(insert_question(text, position, question), position)) == before
    )
