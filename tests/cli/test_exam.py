"""`quizapp exam` as cli.md has it."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conversation import NOON, Said, command, study
from tests.cli.test_commands import answer_badly


def exam(bank: Path, *arguments: str, days: int = 0) -> Said:
    return command(bank, "exam", *arguments, "--json", now=NOON + timedelta(days=days))


def added(bank: Path, *arguments: str, at: str = "2026-12-10T09:00:00+01:00") -> str:
    said = exam(bank, "add", "--title", "Historie", "--at", at, *arguments)
    assert said.code == 0, said.err
    return str(said.rows[0]["exam"])


def topics(bank: Path, pack: str = "") -> list[str]:
    """Return the topics of a pack, else of all."""
    packs = [pack] if pack else [row["id"] for row in command(bank, "packs", "--json").rows]
    shown = [row for one in packs for row in command(bank, "show", one, "--json").rows]
    return list(dict.fromkeys(topic for row in shown for topic in row["topics"]))


def test_an_exam_is_listed_as_it_was_added(bank: Path) -> None:
    name = added(bank, "--goal", "80 %", "--minutes", "20")
    (row,) = exam(bank, "list").rows
    assert (row["exam"], row["title"], row["goal"]) == (name, "Historie", 0.8)
    assert row["at"] == "2026-12-10T09:00:00+01:00"
    assert row["cards"] > 110


def test_the_list_for_people_has_the_date_as_it_is_said(bank: Path) -> None:
    added(bank)
    said = command(bank, "exam", "list")
    assert said.out.startswith("Historie: 10. december 2026 kl. 9.00, ")


def test_the_scope_limits_the_cards(bank: Path) -> None:
    name = added(bank, "--category", "person")
    added(bank)
    (row, everything) = exam(bank, "list").rows
    assert 0 < row["cards"] < everything["cards"] / 4
    people = {each["card"] for each in exam(bank, "plan", name).rows}
    assert 0 < len(people) <= row["cards"]


def test_the_plan_fits_the_minutes_best_first(bank: Path) -> None:
    name = added(bank, "--minutes", "10")
    rows = exam(bank, "plan", name).rows
    assert set(rows[0]) == {"card", "new", "seconds", "recall", "gain"}
    assert 0 < sum(row["seconds"] for row in rows) <= 600
    assert len({row["card"] for row in rows}) == len(rows)
    assert rows == exam(bank, "plan", name).rows


def test_the_plan_is_silent_on_a_day_off(bank: Path) -> None:
    name = added(bank, "--off", "2026-11-22")
    assert exam(bank, "plan", name).rows == []
    assert exam(bank, "plan", name, days=1).rows


def test_seven_minutes_are_a_week_from_monday(bank: Path) -> None:
    name = added(bank, "--minutes", "5", "0", "0", "0", "0", "0", "30")
    sunday = sum(row["seconds"] for row in exam(bank, "plan", name).rows)
    monday = sum(row["seconds"] for row in exam(bank, "plan", name, days=1).rows)
    assert 300 < sunday <= 1800
    assert 0 < monday <= 300
    assert exam(bank, "plan", name, days=2).rows == []


def test_the_forecast_has_the_keys_of_the_contract(bank: Path) -> None:
    name = added(bank, "--goal", "0.8", "--minutes", "30")
    (row,) = exam(bank, "forecast", "Historie").rows
    assert {"exam", "score", "low", "high", "coverage", "reachable"} <= set(row)
    assert 0 <= row["low"] <= row["score"] <= row["high"] <= 1
    assert set(row["by_category"]) >= {"dato", "begreb", "tal", "konsekvens"}
    assert isinstance(row["reachable"], bool)
    assert name


def test_minutes_raise_the_forecast(bank: Path) -> None:
    few = added(bank, "--minutes", "3")
    (low,) = exam(bank, "forecast", few).rows
    added(bank, "--minutes", "60")
    (high,) = exam(bank, "forecast", few).rows
    # Exams share the minutes, so the longer days of one are the days of both.
    assert high["score"] > low["score"]


def test_answers_move_the_forecast(bank: Path) -> None:
    name = added(bank, "--minutes", "30")
    study(bank, answer_badly, "--limit", "15")
    (row,) = exam(bank, "forecast", name, days=1).rows
    assert row["coverage"] > 0


@pytest.mark.parametrize("at", ["2026-11-01", "2026-11-22T11:00:00+01:00"])
def test_an_exam_that_is_over_has_no_forecast(bank: Path, at: str) -> None:
    name = added(bank, at=at)
    (row,) = exam(bank, "forecast", name).rows
    assert (row["score"], row["reachable"]) == (None, None)
    assert row["message"]
    assert exam(bank, "plan", name).code == 0


@pytest.mark.parametrize("at", ["2026-11-22T13:00:00+01:00", "2026-11-23", "2036-01-01"])
def test_an_exam_soon_or_far_away_is_planned(bank: Path, at: str) -> None:
    name = added(bank, at=at)
    assert exam(bank, "plan", name).rows
    (row,) = exam(bank, "forecast", name).rows
    assert row["score"] is not None


def test_no_minutes_give_no_plan_and_say_so(bank: Path) -> None:
    name = added(bank, "--minutes", "0")
    assert exam(bank, "plan", name).rows == []
    (row,) = exam(bank, "forecast", name).rows
    assert "minutter" in row["message"]


def test_twenty_exams_share_a_day(bank: Path) -> None:
    names = [added(bank, at=f"2026-12-{day:02}") for day in range(1, 21)]
    assert sum(row["seconds"] for row in exam(bank, "plan", names[-1]).rows) <= 1200


@pytest.mark.parametrize(
    "arguments",
    [
        ("add",),
        ("add", "--at", "i morgen"),
        ("add", "--at", "2026-12-10", "--minutes", "1", "2"),
        ("add", "--at", "2026-12-10", "--minutes", "-5"),
        ("add", "--at", "2026-12-10", "--goal", "alt"),
        ("add", "--at", "2026-12-10", "--off", "jul"),
        ("add", "--at", "2026-12-10", "--pack", "findes.ikke"),
        ("add", "--at", "2026-12-10", "--topic", "kvantefysik"),
        ("plan",),
        ("plan", "findes ikke"),
        ("forecast", "findes ikke"),
        ("slet",),
    ],
)
def test_misuse_is_named(bank: Path, arguments: tuple[str, ...]) -> None:
    said: Said = exam(bank, *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1


def test_a_topic_that_is_nearly_one_is_named(bank: Path) -> None:
    topic = topics(bank)[0]
    said = exam(bank, "add", "--at", "2026-12-10", "--topic", f"{topic}t")
    assert (said.code, said.out) == (2, "")
    assert f"»{topic}«" in said.err
    assert exam(bank, "list").rows == []


def test_a_pack_that_is_nearly_one_is_named(bank: Path) -> None:
    pack = command(bank, "packs", "--json").rows[0]["id"]
    said = exam(bank, "add", "--at", "2026-12-10", "--pack", f"{pack}x")
    assert (said.code, f"»{pack}«" in said.err) == (2, True)


def test_a_topic_of_another_pack_than_the_one_chosen_is_none(bank: Path) -> None:
    packs = [row["id"] for row in command(bank, "packs", "--json").rows]
    own = set(topics(bank, packs[0]))
    other = next(topic for topic in topics(bank, packs[-1]) if topic not in own)
    arguments = ("add", "--at", "2026-12-10", "--topic", other, "--pack")
    assert exam(bank, *arguments, packs[0]).code == 2
    assert exam(bank, *arguments, packs[-1]).code == 0


def test_what_stands_above_topics_is_one(bank: Path) -> None:
    above = next(topic.split("/")[0] for topic in topics(bank) if "/" in topic)
    added(bank, "--topic", above)
    (row,) = exam(bank, "list").rows
    assert row["cards"] > 0


def test_days_off_until_the_exam_leave_no_time_whatever_another_exam_has(bank: Path) -> None:
    days = [f"2026-11-{day}" for day in range(22, 25)]
    name = added(
        bank, *(word for day in days for word in ("--off", day)), at="2026-11-25T03:00:00+01:00"
    )
    added(bank, "--minutes", "30")
    (row,) = exam(bank, "forecast", name).rows
    assert row["message"].startswith("Der er ingen minutter i planen endnu.")


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("2026-12-10T08:00:00Z", "2026-12-10T09:00:00+01:00"),
        ("2026-12-10T09:00", "2026-12-10T09:00:00+01:00"),
        ("2026-12-10", "2026-12-10T09:00:00+01:00"),
    ],
)
def test_the_time_of_an_exam_is_in_the_learners_zone(bank: Path, said: str, stored: str) -> None:
    added(bank, at=said)
    (row,) = exam(bank, "list").rows
    assert row["at"] == stored


def test_an_error_ends_with_one_full_stop(bank: Path) -> None:
    assert ".." not in exam(bank, "add", "--at", "i morgen").err


@pytest.mark.parametrize("hour", ["03:59", "04:00", "08:00"])
def test_an_exam_in_the_morning_is_planned_for_on_the_day_before(bank: Path, hour: str) -> None:
    name = added(bank, "--minutes", "20", at=f"2026-11-23T{hour}:00+01:00")
    assert exam(bank, "plan", name).rows
    (row,) = exam(bank, "forecast", name).rows
    assert row["score"] > 0


@pytest.mark.parametrize("minutes", ["1", "1440"])
def test_the_least_and_the_most_minutes_are_planned_with(bank: Path, minutes: str) -> None:
    name = added(bank, "--minutes", minutes, "--goal", "100 %")
    rows = exam(bank, "plan", name).rows
    assert 0 < sum(row["seconds"] for row in rows) <= 60 * int(minutes)
    (row,) = exam(bank, "forecast", name).rows
    assert row["reachable"] in {True, False}
