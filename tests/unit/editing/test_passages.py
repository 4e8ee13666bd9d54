"""A reading text is changed passage by passage, and what is not touched stays byte for byte."""

from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.library.editing.passages import (
    BODY_KEY,
    HEADING_KEY,
    MARK_KEY,
    Reading,
    WrittenPassage,
    added,
    changed,
    free_mark,
    headings_of,
    mark_from,
    marks_of,
    new_passage,
    read_reading,
    rearranged,
    told_of,
)
from quizapp.packs.reading_text import read_reading_text

TEXT: Final = """# Krigen

## Optakten

{#afsnit-1}
Det første afsnit.
Og en linje mere.

{#afsnit-2}
Det andet.

## Krigen

{#afsnit-3}
Det tredje.
"""
LINES: Final = st.sampled_from(
    [
        "",
        "",
        "# T",
        "## H",
        "### K ###",
        "{#a}",
        "{#b} med tekst",
        "{#c}  ",
        "Ord.",
        "  Ord  ",
        "- x",
    ]
)


def reading(text: str = TEXT) -> Reading:
    return read_reading(text, 1)


def with_one(text: Reading, place: int, **changes: str) -> Reading:
    passages = [*text.passages]
    passages[place] = changed(passages[place], changes)
    return Reading(text.lead, tuple(passages), text.tail)


def read(text: Reading) -> list[tuple[str, str, str]]:
    found = read_reading_text(text.text).passages
    return [(one.heading, one.mark, one.body) for one in found]


@given(st.lists(LINES, max_size=14), st.booleans())
@settings(max_examples=400)
def test_a_text_is_cut_as_the_reader_of_packs_reads_it(lines: list[str], has_end: bool) -> None:
    text = "\n".join(lines) + ("\n" if has_end else "")
    found = reading(text)
    assert found.text == text
    bodies = [told_of(one).body for one in found.passages if told_of(one).body]
    assert bodies == [one.body for one in read_reading_text(text).passages]


@given(
    st.lists(LINES, max_size=14),
    st.integers(0, 9),
    st.sampled_from([BODY_KEY, MARK_KEY, HEADING_KEY]),
    st.sampled_from(["nyt", "to\nlinjer", "# ikke en overskrift", "{#ikke-et-sted}", "a\n\n## b"]),
)
@settings(max_examples=400)
def test_one_changed_passage_leaves_every_other_as_it_was(
    lines: list[str], place: int, key: str, value: str
) -> None:
    before = reading("\n".join(lines) + "\n")
    if not before.passages:
        return
    place %= len(before.passages)
    given_value = mark_from(value) if key == MARK_KEY else value
    after = with_one(before, place, **{key: given_value})
    again = reading(after.text)
    assert len(again.passages) == len(before.passages)
    for number, (one, other) in enumerate(zip(before.passages, again.passages, strict=True)):
        assert number == place or one.text == other.text
    told = told_of(again.passages[place])
    if key == MARK_KEY:
        assert told.mark == given_value
    elif key == HEADING_KEY:
        assert told.heading == " ".join(value.split())


def test_a_changed_text_leaves_heading_and_mark() -> None:
    after = with_one(reading(), 1, tekst="Et nyt andet.\n\nI to dele.")
    assert after.text == TEXT.replace("Det andet.", "Et nyt andet.\n\nI to dele.")


def test_a_changed_mark_is_the_only_thing_that_changes() -> None:
    after = with_one(reading(), 1, mærke="krig")
    assert after.text == TEXT.replace("{#afsnit-2}", "{#krig}")


def test_a_heading_comes_goes_and_changes_by_its_own_line() -> None:
    text = reading()
    assert with_one(text, 0, overskrift="Før").text == TEXT.replace("## Optakten", "## Før")
    assert with_one(text, 1, overskrift="Midt").text == TEXT.replace(
        "{#afsnit-2}", "## Midt\n\n{#afsnit-2}"
    )
    assert with_one(text, 2, overskrift="").text == TEXT.replace("## Krigen\n\n", "")


def test_what_begins_like_a_heading_or_a_mark_stays_inside_its_passage() -> None:
    after = with_one(reading(), 0, tekst="# Ikke en titel\n{#ikke-et-sted}\nOrd.")
    assert len(read(after)) == 3
    assert read(after)[0][2] == "\\# Ikke en titel\n{ #ikke-et-sted}\nOrd."


def test_a_new_passage_is_a_passage_before_anything_is_written_in_it() -> None:
    text = added(reading(), 1, new_passage(9, "nyt"))
    again = reading(text.text)
    assert [told_of(one).mark for one in again.passages] == [
        "afsnit-1",
        "nyt",
        "afsnit-2",
        "afsnit-3",
    ]
    assert text.text == TEXT.replace("{#afsnit-2}", "{#nyt}\n\n{#afsnit-2}")


def test_the_first_and_the_last_passage_of_a_text_can_be_new() -> None:
    first = added(Reading(), 0, new_passage(1, "afsnit-1", "Ord."))
    assert first.text == "{#afsnit-1}\nOrd.\n"
    last = added(reading(TEXT.removesuffix("\n")), 3, new_passage(9, "slut", "Ord."))
    assert last.text == TEXT + "\n{#slut}\nOrd.\n"


def test_a_passage_that_moves_and_those_it_passes_keep_their_headings() -> None:
    text = reading()
    one, two, three = text.passages
    after = rearranged(text, [two, three, one])
    assert read(after) == [
        ("Optakten", "afsnit-2", "Det andet."),
        ("Krigen", "afsnit-3", "Det tredje."),
        ("Optakten", "afsnit-1", "Det første afsnit.\nOg en linje mere."),
    ]


def test_the_heading_of_a_passage_that_goes_stays_with_the_next() -> None:
    text = reading()
    after = rearranged(text, text.passages[1:])
    assert read(after) == [
        ("Optakten", "afsnit-2", "Det andet."),
        ("Krigen", "afsnit-3", "Det tredje."),
    ]


@given(st.permutations([0, 1, 2]))
def test_any_order_and_back_again_reads_as_before(order: list[int]) -> None:
    text = reading()
    there = rearranged(text, [text.passages[at] for at in order])
    by_uid = {one.uid: one for one in there.passages}
    back = rearranged(there, [by_uid[one.uid] for one in text.passages])
    assert read(back) == read(text)


def test_passages_without_a_mark_are_called_what_the_reader_calls_them() -> None:
    text = "Først.\n\n## H\n\nSå.\n\n{#a}\nTil sidst.\n\n## K\n\nSlut.\n"
    assert marks_of(reading(text)) == [one.mark for one in read_reading_text(text).passages]
    assert headings_of(reading(text)) == ["", "H", "H", "K"]


def test_a_mark_is_made_of_what_was_typed() -> None:
    assert mark_from("Afsnit 3: Året 1864!") == "afsnit-3-året-1864"
    assert mark_from("?!") == ""
    assert free_mark(["afsnit-1", "afsnit-3"]) == "afsnit-2"


def test_a_passage_may_begin_on_the_line_of_its_mark() -> None:
    one = WrittenPassage(1, "{#a} Ord her.\nOg her.\n")
    assert told_of(one).body == "Ord her.\nOg her."
    assert changed(one, {BODY_KEY: "Nyt."}).text == "{#a}\nNyt.\n"
