"""Dates and numbers as authors write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.notation.author import (
    UnreadableError,
    danish_date,
    read_author_date,
    read_author_number,
    read_key_date,
)
from quizapp.notation.calendar import month_length
from quizapp.notation.dates import (
    Century,
    DateValue,
    Day,
    Decade,
    Month,
    Precision,
    Span,
    Year,
    precision_of,
)
from quizapp.notation.written import WrittenDate, WrittenNumber


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5. juni 1849", Day(1849, 6, 5)),
        ("juni 1849", Month(1849, 6)),
        ("1849", Year(1849)),
        ("ca. 1400", Year(1400)),
        ("44 f.Kr.", Year(-44)),
        ("79", Year(79)),
        ("9", Year(9)),
        ("1536–1660", Span(Year(1536), Year(1660))),
        ("1904-05", Span(Year(1904), Year(1905))),
        ("1899-02", Span(Year(1899), Year(1902))),
        ("27 f.Kr.–14", Span(Year(-27), Year(14))),
        ("431-404 f.Kr.", Span(Year(-431), Year(-404))),
        ("1800-tallet", Century(1800)),
        ("det 19. århundrede", Century(1800)),
        ("400-tallet f.Kr.", Century(-400)),
        ("1. århundrede f.Kr.", Century(-1)),
        ("1890'erne", Decade(1890)),
        ("430'erne f.Kr.", Decade(-430)),
        ("9.-29. august 1905", Span(Day(1905, 8, 9), Day(1905, 8, 29))),
        ("28. juli 1914 – 11. november 1918", Span(Day(1914, 7, 28), Day(1918, 11, 11))),
        ("1905-09-05", Day(1905, 9, 5)),
    ],
)
def test_a_date_is_read_as_danes_write_it(text: str, value: DateValue) -> None:
    assert read_author_date(text) == value
    assert WrittenDate.read(text) == WrittenDate(text, value)


@pytest.mark.parametrize(
    "text",
    ["", "i går", "31. september 1905", "septemper 1905", "slutningen af 1905", "sommeren 1905",
     "5. juni", "'05", "90'erne", "før 1905", "1905 eller 1906", "1905-1904", "4/18 1864",
     "5/13/2", "0", "99. maj 1905", "0. århundrede f.Kr. til"],
)  # fmt: skip
def test_a_doubtful_date_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_author_date(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1905-09-05", Day(1905, 9, 5)),
        ("1905-09", Month(1905, 9)),
        ("1905", Year(1905)),
        ("189X", Decade(1890)),
        ("18XX", Century(1800)),
        ("43X BCE", Decade(-430)),
        ("4XX BCE", Century(-400)),
        ("00XX BCE", Century(-1)),
        ("000X BCE", Decade(-1)),
        ("00XX", Century(0)),
        ("44 BCE", Year(-44)),
        ("27 BCE/14", Span(Year(-27), Year(14))),
        ("1700-02-29", Day(1700, 2, 29)),
    ],
)
def test_the_notation_of_the_marking_schema_is_read(text: str, value: DateValue) -> None:
    assert read_key_date(text) == value


@pytest.mark.parametrize("text", ["", "0", "1905-13", "1905-09-31", "X", "5. juni 1849", "1905/"])
def test_a_bad_key_date_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_key_date(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("60.000", "60000"),
        ("60 000", "60000"),
        ("1.500.000", "1500000"),
        ("1,5", "1.5"),
        ("170,86", "170.86"),
        ("1,5 mio.", "1500000"),
        ("2 mia.", "2000000000"),
        ("3 milliarder", "3000000000"),
        ("5 tusind", "5000"),
        ("1 billion", "1000000000000"),
        ("2 billioner", "2000000000000"),
        ("1.2", "1.2"),
        ("-5", "-5"),
        ("ca. 7000", "7000"),
        ("1.234,5", "1234.5"),
    ],
)
def test_a_number_is_read_as_danes_write_it(text: str, value: str) -> None:
    assert read_author_number(text) == Decimal(value)
    assert WrittenNumber.read(text).value == Decimal(value)


@pytest.mark.parametrize("text", ["", "mange", "1.5.0", "60.00.000", "5 eller 6", "1,2,3"])
def test_a_doubtful_number_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_author_number(text)


years = st.one_of(st.integers(1, 2100), st.integers(-2000, -1))


@st.composite
def values(draw: st.DrawFn) -> DateValue:
    year, month = draw(years), draw(st.integers(1, 12))
    day = Day(year, month, draw(st.integers(1, month_length(month, year))))
    decade = Decade(year // 10 * 10 if year > 0 else -(-year // 10 * 10) or -1)
    century = Century(year // 100 * 100 if year > 0 else -(-year // 100 * 100) or -1)
    later = Year(year + draw(st.integers(1, 90)) if year > 0 else year // 2 or -1)
    span = Span(Year(year), later) if later.year > year else Year(year)
    options: list[DateValue] = [day, Month(year, month), Year(year), century, span]
    if decade.first % 100 and not 0 < decade.first < 100:
        options.append(decade)
    return draw(st.sampled_from(options))


@given(values())
def test_a_written_date_reads_back_as_itself(value: DateValue) -> None:
    assert read_author_date(danish_date(value)) == value


def test_a_span_of_days_is_written_with_room_around_the_dash() -> None:
    span = Span(Day(1905, 8, 9), Day(1905, 9, 5))
    assert danish_date(span) == "9. august 1905 – 5. september 1905"


def test_each_value_has_its_precision() -> None:
    made: list[DateValue] = [
        Day(1, 1, 1),
        Month(1, 1),
        Year(1),
        Decade(10),
        Century(100),
        Span(Year(1), Year(2)),
    ]
    assert [precision_of(value) for value in made] == list(Precision)
