"""A picture at an option follows it to another wording, and is never lost on the way."""

import pytest

from quizapp.library.editing.option_pictures import followed, options_in
from quizapp.questions.codec_mistakes import Plain

CHOICE: dict[str, Plain] = {
    "type": "valg",
    "rigtigt": "Rundetårn",
    "forkerte": ["Kronborg", {"Kuglen": "Nej."}],
    "billeder": [{"Rundetårn": "a.png"}, {"Kuglen": "b.png"}],
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"rigtigt": "Tårnet"}, [{"Tårnet": "a.png"}, {"Kuglen": "b.png"}]),
        (
            {"forkerte": ["Kronborg", {"Kugle": "Nej."}]},
            [{"Rundetårn": "a.png"}, {"Kugle": "b.png"}],
        ),
        ({"rigtigt": "Kuglen", "forkerte": ["Kronborg", "Rundetårn"]}, None),
        ({"forkerte": ["Slottet", {"Kuglen": "Nej."}]}, None),
        ({"forkerte": ["Kronborg"]}, None),
        ({"forkerte": ["Kronborg", {"Kuglen": "Nej."}, "Mere"]}, None),
        ({"spørgsmål": "Hvad?"}, None),
    ],
)
def test_a_picture_follows_the_option_that_was_written_anew(
    changes: dict[str, Plain], expected: Plain
) -> None:
    assert followed(CHOICE, changes).get("billeder") == expected


def test_an_option_emptied_and_written_again_keeps_its_picture() -> None:
    emptied: dict[str, Plain] = {**CHOICE, **followed(CHOICE, {"rigtigt": ""})}
    assert emptied["billeder"] == CHOICE["billeder"]
    again = followed(emptied, {"rigtigt": "Tårnet"})
    assert again["billeder"] == [{"Tårnet": "a.png"}, {"Kuglen": "b.png"}]


def test_pictures_written_as_one_mapping_are_followed_too() -> None:
    fields: dict[str, Plain] = {**CHOICE, "billeder": {"Rundetårn": "a.png"}}
    assert followed(fields, {"rigtigt": "Tårn"})["billeder"] == [{"Tårn": "a.png"}]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (CHOICE, ("Rundetårn", "Kronborg", "Kuglen")),
        ({"type": "rækkefølge", "rækkefølge": ["a", ["b", "c"]]}, ("a", "b", "c")),
        ({"type": "par", "par": {"a": "b"}, "overskydende": ["c"]}, ("a", "b", "c")),
        ({"type": "skriv", "svar": "a"}, ()),
        ({}, ()),
    ],
)
def test_options_are_those_that_can_have_a_picture(
    fields: dict[str, Plain], expected: tuple[str, ...]
) -> None:
    assert options_in(fields) == expected
