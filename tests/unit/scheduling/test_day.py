"""The study day: rollover, summer time, travel, clocks that go back."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.day import date_of, day_of, elapsed_days, study_day

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
FIFTH = day_of(date(2026, 9, 5))


def in_copenhagen(calendar: str, clock: str) -> datetime:
    return datetime.fromisoformat(f"{calendar}T{clock}").replace(tzinfo=COPENHAGEN)


def test_a_second_before_rollover_is_still_the_day_before() -> None:
    assert study_day(in_copenhagen("2026-09-05", "03:59:59")) == FIFTH - 1


def test_at_rollover_the_day_begins() -> None:
    assert study_day(in_copenhagen("2026-09-05", "04:00:00")) == FIFTH


def test_rollover_may_be_at_midnight() -> None:
    assert study_day(in_copenhagen("2026-09-05", "00:00:00"), 0) == FIFTH


def test_the_first_day_is_that_of_1970() -> None:
    assert study_day(datetime(1970, 1, 1, 12, tzinfo=UTC)) == 0


def test_an_instant_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        study_day(datetime(2026, 9, 5, 12, tzinfo=UTC).replace(tzinfo=None))


@pytest.mark.parametrize("changes_on", [date(2026, 3, 29), date(2026, 10, 25)])
@pytest.mark.parametrize("clock", ["04:00:00", "12:00:00", "23:59:59"])
def test_a_day_on_which_the_clock_changes_is_one_day(changes_on: date, clock: str) -> None:
    days = [
        study_day(in_copenhagen((changes_on + timedelta(days=shift)).isoformat(), clock))
        for shift in (-1, 0, 1)
    ]
    assert days == [day_of(changes_on) + shift for shift in (-1, 0, 1)]


def test_both_half_past_twos_of_an_autumn_night_belong_to_the_day_before() -> None:
    night = in_copenhagen("2026-10-25", "02:30:00")
    days = {study_day(night.replace(fold=fold)) for fold in (0, 1)}
    assert days == {day_of(date(2026, 10, 24))}


@given(st.integers(0, 4_000_000_000_000), st.integers(0, 86_400_000 * 3))
def test_later_in_one_place_is_never_an_earlier_day(at_ms: int, later_ms: int) -> None:
    first, second = (
        datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=it)
        for it in (at_ms, at_ms + later_ms)
    )
    # An hour is given back once a year, but never across rollover.
    day, later = (study_day(it.astimezone(COPENHAGEN)) for it in (first, second))
    assert day <= later


@given(st.integers(-10_000, 60_000), st.integers(-10_000, 60_000))
def test_elapsed_days_are_never_negative(last: int, now: int) -> None:
    assert elapsed_days(last, now) == max(0, now - last)


def test_flying_west_over_the_date_line_elapses_no_day() -> None:
    auckland = datetime(2026, 6, 2, 9, tzinfo=timezone(timedelta(hours=12)))
    honolulu = datetime(2026, 6, 1, 20, tzinfo=timezone(timedelta(hours=-10)))
    assert honolulu > auckland
    assert elapsed_days(study_day(auckland), study_day(honolulu)) == 0


@given(st.dates())
def test_dates_and_days_tell_the_same(calendar: date) -> None:
    assert date_of(day_of(calendar)) == calendar
