"""Dates to come are read as they are written, and what is none is refused."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.base.texts import MONTHS
from quizapp.study.exam_dates import (
    apart_from_clock,
    clock_time,
    day_to_come,
    days_text,
    days_to_come,
)

TUESDAY = date(2026, 11, 24)
DAYS = st.dates(TUESDAY, TUESDAY + timedelta(days=300))


def written(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


@pytest.mark.parametrize(
    "text",
    [
        "11. december 2026",
        "11. december",
        "11/12",
        "11/12-26",
        "11.12.2026",
        "2026-12-11",
        "11-12",
        "11-12-2026",
        "fredag den 11. december",
        "d. 11. dec",
        "den ellevte december",
        " 11.  DECEMBER ",
    ],
)
def test_a_day_is_read_in_any_notation(text: str) -> None:
    assert day_to_come(text, TUESDAY) == date(2026, 12, 11)


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("i dag", 0),
        ("i morgen", 1),
        ("på fredag", 3),
        ("tirsdag", 7),
        ("fre", 3),
        ("tors.", 2),
        ("om 14 dage", 14),
        ("om en uge", 7),
        ("om én dag", 1),
        ("Om tre uger", 21),
    ],
)
def test_near_days_are_read_by_their_names(text: str, ahead: int) -> None:
    assert day_to_come(text, TUESDAY) == TUESDAY + timedelta(days=ahead)


@pytest.mark.parametrize("text", ["om lidt", "om 1000 dage", "om mange uger", "tid"])
def test_an_unsure_while_is_no_day(text: str) -> None:
    assert day_to_come(text, TUESDAY) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("11. december kl. 13", ("11. december", "13")),
        ("fredag, kl 9.30", ("fredag", "9.30")),
        ("11. december", ("11. december", "")),
        ("11. december kl. 99", ("11. december kl. 99", "")),
    ],
)
def test_a_time_after_a_day_is_told_from_it(text: str, parts: tuple[str, str]) -> None:
    assert apart_from_clock(text) == parts


@pytest.mark.parametrize("text", ["", "december", "2026", "30/2", "jul", "snart", "1900-tallet"])
def test_what_is_no_day_is_refused(text: str) -> None:
    assert day_to_come(text, TUESDAY) is None


def test_a_day_without_its_year_is_the_next_one() -> None:
    assert day_to_come("1. januar", TUESDAY) == date(2027, 1, 1)
    assert day_to_come("24. november", TUESDAY) == TUESDAY
    assert day_to_come("29. februar", TUESDAY) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "read"),
    [("9", time(9)), ("9.00", time(9)), ("kl. 13:30", time(13, 30)), ("0900", time(9))],
)
def test_a_time_is_read(text: str, read: time) -> None:
    assert clock_time(text) == read


@pytest.mark.parametrize("text", ["", "25", "9.60", "ni", "99999"])
def test_what_is_no_time_is_refused(text: str) -> None:
    assert clock_time(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", ()),
        ("5.–6. december", (5, 6)),
        ("5. og 8. december", (5, 8)),
        ("mellem 5. og 8. december", (5, 6, 7, 8)),
        ("5/12-7/12, 12. december", (5, 6, 7, 12)),
    ],
)
def test_days_off_are_read(text: str, days: tuple[int, ...]) -> None:
    assert days_to_come(text, TUESDAY) == frozenset(date(2026, 12, day) for day in days)


@pytest.mark.parametrize("text", ["jul", "5/12, en dag", "1850-1900"])
def test_days_off_that_cannot_be_read_are_refused(text: str) -> None:
    assert days_to_come(text, TUESDAY) is None


@given(DAYS)
def test_a_written_day_is_read_again(day: date) -> None:
    assert day_to_come(written(day), TUESDAY) == day


@given(st.sets(DAYS, max_size=12))
def test_written_days_off_are_read_again(days: set[date]) -> None:
    assert days_to_come(days_text(days, written), TUESDAY) == frozenset(days)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    days_to_come(text, TUESDAY)
    clock_time(text)
