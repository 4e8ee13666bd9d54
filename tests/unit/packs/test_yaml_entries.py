"""Fields of a pack's text are changed where they stand, or the text is left alone."""

import pytest

from quizapp.packs.yaml_entries import (
    NotEntriesError,
    change_item,
    change_manifest,
    change_medium,
    read_item,
)

MEDIUM = {"alt": "Et kort", "ophav": "Museet"}


def test_the_first_medium_makes_its_section_before_the_questions() -> None:
    text = change_medium("pakke:\n  id: a\n\nspørgsmål:\n- id: b\n", "kort.png", MEDIUM)
    assert text.index("medier:") < text.index("spørgsmål:")
    assert "kort.png" in text


def test_an_empty_section_is_filled_where_it_stands() -> None:
    text = change_medium("pakke:\n  id: a\nmedier:\nspørgsmål:\n- id: b\n", "kort.png", MEDIUM)
    assert text.count("medier:") == 1
    assert text.endswith("spørgsmål:\n- id: b\n")


def test_without_questions_media_stand_last() -> None:
    text = change_medium("pakke:\n  id: a\n", "kort.png", MEDIUM)
    assert text.startswith("pakke:\n  id: a\n\nmedier:\n")


def test_taking_out_what_is_not_there_changes_nothing() -> None:
    assert change_medium("pakke:\n  id: a\n", "kort.png", None) == "pakke:\n  id: a\n"


@pytest.mark.parametrize("text", ["spørgsmål:\n- id: b\n", "pakke: [", "pakke: id\n"])
def test_a_manifest_that_is_not_written_field_by_field_is_left_alone(text: str) -> None:
    with pytest.raises(NotEntriesError):
        change_manifest(text, {"titel": "B"})


@pytest.mark.parametrize("item", ["- {id: a, svar: b}", "- id: a\n  svar: b  # note"])
def test_a_question_can_be_changed_however_it_is_written(item: str) -> None:
    assert read_item(change_item(item, {"svar": "c"})) == {"id": "a", "svar": "c"}


def test_a_question_that_loses_its_last_field_is_empty() -> None:
    assert read_item(change_item("- id: a", {"id": ""})) in ({}, None)
