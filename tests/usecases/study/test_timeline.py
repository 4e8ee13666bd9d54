"""Which places on a line are right, whatever dates lie there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.base.ids import CardKey, QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.notation.dates import Precision
from quizapp.notation.written import WrittenDate
from quizapp.questions.keys import DateKey
from quizapp.study.timeline import Event, Timeline, days_of, event_title
from tests.builders import PACK

DATES = (
    "44 f.Kr.",
    "31. januar 30 f.Kr.",
    "300-tallet f.Kr.",
    "1. januar 800",
    "1800-tallet",
    "1890’erne",
    "1894–1895",
    "1898",
    "27. marts 1898",
    "marts 1905",
    "5. september 1905",
    "14. oktober 1905",
)


def an_event(written: str, precision: Precision | None = None) -> Event:
    date = WrittenDate.read(written)
    widest = precision or Precision.DAY
    asked, exact = days_of(DateKey(value=date, precision=widest))
    key = CardKey(PACK, QuestionId("d-1"))
    return Event(card=key, title="Hvornår?", date=written, asked=asked, exact=exact)


def a_line(*written: str) -> Timeline:
    """Return a line with these dates on it but the last, which is to be laid."""
    *laid, last = (an_event(date) for date in written)
    line = Timeline(laid=tuple(laid), coming=(last,))
    assert list(line.laid) == sorted(line.laid, key=lambda event: event.exact)
    return line


def right_places(line: Timeline) -> list[int]:
    places = range(len(line.laid) + 1)
    return [at for at in places if line.judge(at).outcome is Outcome.CORRECT]


@pytest.mark.parametrize(
    ("dates", "places"),
    [
        (("1868", "1904", "1895"), [1]),
        (("44 f.Kr.", "30 f.Kr.", "37 f.Kr."), [1]),
        (("44 f.Kr.", "14", "100 f.Kr."), [0]),
        (("1868", "1898", "1904", "1800-tallet"), [0, 1, 2]),
        (("1894–1895", "1904", "23. april 1895"), [0, 1]),
        (("1850", "1894–1895", "1904", "1890’erne"), [1, 2]),
        (("5. september 1905", "5. september 1905"), [0, 1]),
        (("4. september 1905", "6. september 1905", "5. september 1905"), [1]),
    ],
)
def test_a_place_is_right_where_no_date_contradicts_it(
    dates: tuple[str, ...], places: list[int]
) -> None:
    assert right_places(a_line(*dates)) == places


def test_only_what_is_asked_for_has_to_be_known() -> None:
    laid = an_event("1. maj 1905", Precision.YEAR)
    event = an_event("2. februar 1905", Precision.YEAR)
    line = Timeline(laid=(laid,), coming=(event,))
    assert right_places(line) == [0, 1]
    assert line.lay(line.judge(1)).laid == (event, laid)


def test_one_place_beside_the_right_one_is_almost() -> None:
    line = a_line("1868", "1895", "1904", "1898")
    assert line.judge(1).outcome is Outcome.ALMOST
    assert line.judge(0).outcome is Outcome.WRONG


def test_beside_a_single_date_nothing_is_almost() -> None:
    assert a_line("1868", "1904").judge(0).outcome is Outcome.WRONG


def test_the_sentence_names_the_date_that_was_passed() -> None:
    line = a_line("1868", "1895", "1904", "1898")
    early, late = line.judge(0).message, line.judge(3).message
    assert (early.code, early.fields) == (
        "study.timeline.later",
        {"date": "1898", "other": "1895"},
    )
    assert (late.code, late.fields) == (
        "study.timeline.earlier",
        {"date": "1898", "other": "1904"},
    )


def test_what_she_does_not_know_is_laid_for_her() -> None:
    line = a_line("1868", "1904", "1895")
    laid = line.judge(None)
    assert (laid.outcome, laid.place) == (Outcome.WRONG, 1)
    assert [event.date for event in line.lay(laid).laid] == ["1868", "1895", "1904"]


def test_a_title_leaves_out_how_to_answer() -> None:
    assert event_title("Hvornår var det? Skriv dag og år.") == "Hvornår var det?"
    assert event_title("Freden i Roskilde") == "Freden i Roskilde"


@given(
    st.lists(st.sampled_from(DATES), min_size=2, max_size=9),
    st.lists(st.integers(0, 9), min_size=8, max_size=8),
)
def test_however_it_is_laid_the_line_is_in_order_and_has_a_right_place(
    dates: list[str], places: list[int]
) -> None:
    line = Timeline.begun(tuple(an_event(date) for date in dates))
    for place in places[: len(line.coming)]:
        laid = line.judge(place)
        assert line.judge(laid.place).outcome is Outcome.CORRECT
        assert laid.place in right_places(line)
        line = line.lay(laid)
        exact = [event.exact for event in line.laid]
        assert exact == sorted(exact)
    assert line.current is None
    assert len(line.past) == line.total == len(dates) - 1


@given(st.lists(st.sampled_from(DATES), min_size=2, max_size=9), st.integers(0, 9))
def test_a_place_is_right_exactly_when_no_neighbour_is_on_the_wrong_side(
    dates: list[str], place: int
) -> None:
    *laid, last = sorted((an_event(date) for date in dates), key=lambda event: event.exact)
    line = Timeline(laid=tuple(laid), coming=(last,))
    at = min(place, len(laid))
    passed = [it for it in laid[at:] if it.is_before(last)]
    passed += [it for it in laid[:at] if last.is_before(it)]
    assert (line.judge(at).outcome is Outcome.CORRECT) == (not passed)
