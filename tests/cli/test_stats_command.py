"""`stats` says what the progress page shows, one figure a line."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conversation import NOON, Row, command, study

TODAY = NOON.date()


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return tmp_path / "freja.quizbank"


def answer_nothing(rows: list[Row]) -> Row | str | None:
    question = next(row for row in reversed(rows) if "prompt" in row)
    forms: dict[str, object] = {
        "kort": 1,
        "åbent": {"text": "", "rating": 1},
        "par": {},
        **{kind: [] for kind in ("liste", "indsæt", "flervalg", "rækkefølge")},
    }
    return {"card": question["card"], "answer": forms.get(question["kind"], "")}


def figures(bank: Path, name: str) -> list[Row]:
    said = command(bank, "stats", "--json")
    assert said.code == 0
    return [row for row in said.rows if row["figure"] == name]


def test_every_line_names_its_figure(bank: Path) -> None:
    rows = command(bank, "stats", "--json").rows
    known = {"mastery", "retention", "activity", "ahead", "sure_but_wrong"}
    assert {row["figure"] for row in rows} == known


def test_mastery_is_told_for_all_and_for_each_category_and_pack(bank: Path) -> None:
    study(bank, answer_nothing, "--limit", "4")
    everything, *parts = figures(bank, "mastery")
    assert (everything["scope"], everything["begun"]) == ("all", 4)
    by_scope = {
        scope: [row for row in parts if row["scope"] == scope] for scope in ("category", "pack")
    }
    for rows in by_scope.values():
        assert sum(row["total"] for row in rows) == everything["total"]
        assert sum(row["begun"] for row in rows) == 4
    assert by_scope["pack"][0]["pack"] == "dk.quizapp.portsmouth-1905"
    assert everything["low"] <= everything["remembered"] <= everything["high"]


def test_the_days_that_were_used_are_told_with_their_answers(bank: Path) -> None:
    study(bank, answer_nothing, "--limit", "4")
    (day,) = figures(bank, "day")
    assert (day["day"], day["answers"], day["right"]) == (TODAY.isoformat(), 4, 0)
    (activity,) = figures(bank, "activity")
    assert (activity["answers"], activity["streak"]) == (4, 1)


def test_the_days_ahead_follow_each_other_from_today(bank: Path) -> None:
    days = [date.fromisoformat(row["day"]) for row in figures(bank, "ahead")]
    assert days == [TODAY + timedelta(days=at) for at in range(30)]


def test_a_share_that_was_not_measured_is_null(bank: Path) -> None:
    month, quarter = figures(bank, "retention")
    assert (month["days"], month["answers"], month["measured"]) == (30, 0, None)
    assert (quarter["days"], quarter["expected"]) == (90, None)


def test_repetitions_are_measured_beside_what_was_expected(bank: Path) -> None:
    study(bank, answer_nothing, "--limit", "3")
    later = NOON + timedelta(days=3)
    study(bank, answer_nothing, "--now", later.isoformat())
    said = command(bank, "stats", "--json", now=later)
    month = next(row for row in said.rows if row["figure"] == "retention")
    assert (month["answers"], month["measured"]) == (3, 0.0)
    assert 0 < month["expected"] < 1


def test_without_json_the_figures_are_danish_sentences(bank: Path) -> None:
    said = command(bank, "stats").out
    assert "I alt: husker 0 af" in said
    assert "Ingen repetitioner de seneste 30 dage." in said
    assert "Sikker, men forkert: 0" in said
