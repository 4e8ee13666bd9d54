"""What is done to an open pack changes those lines alone, and can all be taken back."""

from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.library.editing.document import Document, with_category, with_topics
from quizapp.library.editing.parts import NotEditableError, cut, text_of
from quizapp.packs.yaml_format import read_yaml, write_yaml
from quizapp.questions.kinds import Kind
from quizapp.questions.pack import Pack
from tests.strategies import packs
from tests.unit.editing.several import change_several

HEAD: Final = (
    "# Min pakke\npakke:\n  id: a.b   # aldrig ændret\n  titel: T\n  version: 1\n\nspørgsmål:\n"
)
ONE: Final = (
    "# den første\n- id: a\n  type: kort   # to sider\n  kategori: begreb\n"
    "  forside: x\n  # bagsiden\n  bagside: |\n    y\n    z\n"
)
TWO: Final = (
    "\n# den anden\n-   id: b\n    type: kort\n    kategori: begreb\n"
    "    forside: x\n    bagside: y\n"
)
THREE: Final = "\n- {id: c, type: skriv, kategori: begreb, spørgsmål: Hvad?, svar: Det}\n"
TAIL: Final = "\n# slut\n"
TEXT: Final = HEAD + ONE + TWO + THREE + TAIL


def opened(text: str = TEXT) -> Document:
    return Document(text, Random(1))


def uid(document: Document, place: int) -> int:
    return document.questions[place].uid


def ids(document: Document) -> list[str]:
    return [str((document.fields(one.uid) or {}).get("id")) for one in document.questions]


def test_an_opened_text_is_what_it_was() -> None:
    assert opened().text == TEXT


@given(packs())
@settings(max_examples=30)
def test_any_pack_is_cut_into_its_questions_and_nothing_is_lost(pack: Pack) -> None:
    text = write_yaml(pack)
    document = opened(text)
    assert document.text == text
    assert ids(document) == [question.id for question in pack.questions]


def test_questions_that_share_a_line_are_refused() -> None:
    with pytest.raises(NotEditableError):
        opened("pakke: {id: a}\nspørgsmål: [{id: a, type: kort}, {id: b, type: kort}]\n")


def test_a_changed_field_leaves_every_other_line_and_remark() -> None:
    document = opened()
    assert document.set_fields(uid(document, 0), {"bagside": "ny"})
    assert document.text == TEXT.replace("  bagside: |\n    y\n    z\n", "  bagside: ny\n")


def test_a_remark_behind_a_changed_field_stays() -> None:
    document = opened()
    document.set_fields(uid(document, 0), {"type": "åbent"})
    assert "  type: åbent  # to sider\n" in document.text


def test_a_new_field_comes_where_it_belongs() -> None:
    document = opened()
    document.set_fields(uid(document, 1), {"hint": "h", "kategori": "sted"})
    assert document.text == TEXT.replace(
        "    bagside: y\n", "    bagside: y\n    hint: h\n"
    ).replace("    kategori: begreb\n", "    kategori: sted\n")


def test_an_emptied_field_is_taken_out() -> None:
    document = opened()
    document.set_fields(uid(document, 1), {"bagside": ""})
    assert document.text == TEXT.replace("    bagside: y\n", "")


def test_a_question_on_one_line_is_written_anew() -> None:
    document = opened()
    document.set_fields(uid(document, 2), {"svar": "Noget"})
    assert document.text.startswith(HEAD + ONE + TWO)
    assert document.text.endswith("  spørgsmål: Hvad?\n  svar: Noget\n" + TAIL)


def test_the_same_value_is_no_change() -> None:
    document = opened()
    assert not document.set_fields(uid(document, 0), {"forside": "x"})
    assert not document.can_undo


def test_line_ends_of_windows_stay() -> None:
    document = opened(TEXT.replace("\n", "\r\n"))
    document.set_fields(uid(document, 0), {"bagside": "ny"})
    changed = opened()
    changed.set_fields(uid(changed, 0), {"bagside": "ny"})
    assert document.text == changed.text.replace("\n", "\r\n")


def test_a_copy_comes_below_with_an_id_of_its_own() -> None:
    document = opened()
    copy = document.duplicate(uid(document, 0))
    assert document.position(copy) == 1
    assert ids(document)[0] == "a"
    assert ids(document)[1] not in {"a", "b", "c"}
    assert "  # bagsiden\n" in document.written(copy).body


def test_a_question_that_moves_keeps_its_id_and_its_remarks() -> None:
    document = opened()
    assert document.move(uid(document, 1), 0)
    assert ids(document) == ["b", "a", "c"]
    assert document.text == HEAD + TWO.removeprefix("\n") + "\n" + ONE + THREE + TAIL


def test_a_question_cannot_move_out_of_the_pack() -> None:
    document = opened()
    assert not document.move(uid(document, 0), -1)
    assert not document.move(uid(document, 2), 3)


def test_a_new_question_comes_below_the_one_chosen() -> None:
    document = opened()
    new = document.add(Kind.TERM, below=uid(document, 0))
    assert document.position(new) == 1
    assert document.text.startswith(HEAD + ONE)
    assert document.text.endswith(TWO + THREE + TAIL)


def test_the_first_question_of_a_pack_gets_its_section() -> None:
    for head in ("pakke:\n  id: a.b\n", "pakke:\n  id: a.b\n\nspørgsmål:\n"):
        document = opened(head)
        document.add(Kind.TERM)
        assert document.text.startswith("pakke:\n  id: a.b\n\nspørgsmål:\n- id: ")
        assert len(opened(document.text).questions) == 1


def test_a_question_taken_out_leaves_the_others_as_they_were() -> None:
    document = opened()
    document.delete([uid(document, 1)])
    assert document.text == HEAD + ONE + "\n# den anden\n" + THREE + TAIL
    document.delete([uid(document, 0), uid(document, 1)])
    assert ids(document) == []
    assert document.text.startswith(HEAD)


def test_topics_are_added_to_several_and_kept_where_they_are() -> None:
    document = opened()
    change_several(document, [one.uid for one in document.questions], with_topics(["krig"]))
    change_several(document, [uid(document, 0)], with_topics(["krig", "fred"]))
    topics = [(document.fields(one.uid) or {})["emner"] for one in document.questions]
    assert topics == [["krig", "fred"], ["krig"], ["krig"]]


def test_a_category_is_given_to_several_in_one_step() -> None:
    document = opened()
    change_several(document, [one.uid for one in document.questions], with_category("sted"))
    assert document.text.count("kategori: sted") == 3
    document.undo()
    assert document.text == TEXT


def test_what_is_typed_in_one_go_is_one_step() -> None:
    document = opened()
    for text in ("s", "so", "som"):
        document.set_fields(uid(document, 1), {"forside": text}, "forside")
    document.settle()
    document.set_fields(uid(document, 1), {"forside": "sommer"}, "forside")
    assert document.undo() == uid(document, 1)
    assert (document.fields(uid(document, 1)) or {})["forside"] == "som"
    document.undo()
    assert document.text == TEXT


def test_another_kind_takes_along_what_it_can_hold() -> None:
    document = opened()
    chosen = uid(document, 2)
    document.set_kind(chosen, Kind.CHOICE)
    fields = document.fields(chosen) or {}
    assert (fields["type"], fields["rigtigt"]) == ("valg", "Det")
    assert "svar" not in fields
    document.set_kind(chosen, Kind.FLASHCARD)
    fields = document.fields(chosen) or {}
    assert (fields["forside"], fields["bagside"]) == ("Hvad?", "Det")


def test_another_kind_gets_its_usual_category_if_the_question_had_that_of_its_kind() -> None:
    document = opened()
    document.set_kind(uid(document, 0), Kind.DATE)
    document.set_fields(uid(document, 1), {"kategori": "person"})
    document.set_kind(uid(document, 1), Kind.DATE)
    found = [(document.fields(uid(document, at)) or {})["kategori"] for at in (0, 1)]
    assert found == ["dato", "person"]


def test_what_the_pack_says_of_itself_changes_by_the_line() -> None:
    document = opened()
    document.set_manifest({"licens": "CC0-1.0", "titel": "Ny: nu"})
    assert document.text == TEXT.replace("  titel: T\n", '  titel: "Ny: nu"\n').replace(
        "  version: 1\n", "  version: 1\n  licens: CC0-1.0\n"
    )
    assert document.manifest().title == "Ny: nu"


def test_a_picture_gets_a_section_and_can_be_said_more_of() -> None:
    document = opened()
    document.set_medium("a.png", {"alt": "En by"})
    document.set_medium("b.png", {"alt": "En å"})
    document.set_medium("a.png", {"kilde": "Egen"})
    assert [(one.name, one.alt, one.source) for one in document.media()] == [
        ("a.png", "En by", "Egen"),
        ("b.png", "En å", ""),
    ]
    document.set_medium("a.png", None)
    assert [one.name for one in document.media()] == ["b.png"]
    assert ids(document) == ["a", "b", "c"]


COMMANDS = st.lists(
    st.tuples(st.sampled_from(["set", "copy", "move", "add", "delete", "kind"]), st.integers(0, 9)),
    max_size=12,
)


def carry_out(document: Document, command: str, number: int) -> None:
    questions = document.questions
    if not questions or command == "add":
        document.add(list(Kind)[number], questions[0].uid if questions else None)
        return
    chosen = questions[number % len(questions)].uid
    match command:
        case "set":
            document.set_fields(chosen, {"forklaring": f"Linje {number}\nog mere: {number}"})
        case "copy":
            document.duplicate(chosen)
        case "move":
            document.move(chosen, number % 3)
        case "delete":
            document.delete([chosen])
        case _:
            document.set_kind(chosen, list(Kind)[number])


@given(COMMANDS)
def test_everything_can_be_taken_back_and_done_again(commands: list[tuple[str, int]]) -> None:
    document = opened()
    for command, number in commands:
        carry_out(document, command, number)
    last = document.text
    while document.can_undo:
        document.undo()
    assert document.text == TEXT
    while document.can_redo:
        document.redo()
    assert document.text == last


@given(COMMANDS)
def test_whatever_is_done_the_text_reads_as_the_questions_that_are_there(
    commands: list[tuple[str, int]],
) -> None:
    document = opened()
    for command, number in commands:
        carry_out(document, command, number)
        read = [one.draft.id if one.draft else None for one in read_yaml(document.text, "").decoded]
        assert len(read) == len(document.questions)
        assert len(set(ids(document))) == len(ids(document))
        assert text_of(cut(document.text)) == document.text
