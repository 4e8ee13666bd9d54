"""`quizapp study --jsonl` as cli.md has it: what is written, when, and what is refused."""

from datetime import datetime
from itertools import pairwise
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from tests.cli.conversation import Row, command, study

PACK = "dk.quizapp.portsmouth-1905"


class Learner:
    """Answers every question rightly, as `show` has it, and keeps the questions she saw."""

    def __init__(self, bank: Path) -> None:
        shown = command(bank, "show", PACK, "--json").rows
        self._answers: dict[str, Any] = {row["id"]: row["answer"] for row in shown}
        self.asked: list[Row] = []

    def __call__(self, rows: list[Row]) -> Row | str | None:
        question = next(row for row in reversed(rows) if "prompt" in row)
        self.asked.append(question)
        return {"card": question["card"], "answer": self.right(question)}

    def right(self, question: Row) -> object:
        """Return the right answer to a question, in the form of its kind."""
        if question["kind"] == "kort":
            return 3
        if question["kind"] == "åbent":
            return {"text": "Det ved jeg.", "rating": 3}
        return self._answers[question["question"]]


def replies(rows: list[Row]) -> list[Row]:
    return [row for row in rows if "verdict" in row]


def test_every_kind_is_right_when_answered_as_show_has_it(bank: Path) -> None:
    rows = study(bank, Learner(bank), "--limit", "200")
    wrong = [row for row in replies(rows) if row["verdict"] != "correct"]
    assert not wrong
    assert rows[-1] == {"done": True, "reviews": len(replies(rows))}


def test_it_says_first_what_it_may_show(bank: Path) -> None:
    rows = study(bank, lambda _rows: None)
    assert rows[0] == {"ready": True, "due": 0, "new": 20}
    assert rows[-1] == {"done": True, "reviews": 0}


def test_limit_counts_acknowledged_answers(bank: Path) -> None:
    rows = study(bank, Learner(bank), "--limit", "3")
    assert [len(replies(rows)), rows[-1]["reviews"]] == [3, 3]


def test_a_reply_has_the_keys_of_the_contract(bank: Path) -> None:
    (reply,) = replies(study(bank, Learner(bank), "--limit", "1"))
    assert set(reply) == {
        *("review", "card", "verdict", "score", "rule", "rating", "due", "feedback", "correct")
    }


def test_what_was_replied_is_in_the_log(bank: Path) -> None:
    rows = study(bank, Learner(bank), "--limit", "5")
    logged = command(bank, "log", "--json").rows
    assert [row["review"] for row in logged] == [row["review"] for row in replies(rows)]
    assert all(row["at"].startswith("2026-11-22T12:00") for row in logged)


def test_undo_asks_the_same_question_again_and_leaves_the_bank_as_it_was(bank: Path) -> None:
    learner = Learner(bank)
    before = command(bank, "due", "--json").rows

    def undo_once(rows: list[Row]) -> Row | str | None:
        if any("undone" in row for row in rows):
            return None
        return {"undo": True} if replies(rows) else learner(rows)

    rows = study(bank, undo_once)
    undone = next(row for row in rows if "undone" in row)
    questions = [row["card"] for row in rows if "prompt" in row]
    assert undone == {"undone": replies(rows)[0]["review"], "card": questions[0]}
    assert questions[-1] == questions[0]
    assert rows[-1] == {"done": True, "reviews": 0}
    assert command(bank, "due", "--json").rows == before
    assert [row["retracted"] for row in command(bank, "log", "--json").rows] == [True]


def test_skip_logs_nothing_and_goes_on(bank: Path) -> None:
    def skip_once(rows: list[Row]) -> Row | str | None:
        return None if any("skipped" in row for row in rows) else {"skip": True}

    rows = study(bank, skip_once)
    questions = [row["card"] for row in rows if "prompt" in row]
    assert {"skipped": questions[0]} in rows
    assert questions[1] != questions[0]
    assert not command(bank, "log", "--json").rows


@pytest.mark.parametrize(
    "line",
    [
        "ikke json",
        "[1, 2]",
        '"tekst"',
        "[" * 100_000,
        {},
        {"answer": "1905"},
        {"card": "a/b", "answer": "1905"},
        {"undo": True},
        {"undo": False},
        '{"card": "\\ud800", "answer": 3}',
    ],
)
def test_a_line_that_cannot_be_taken_changes_nothing(bank: Path, line: Row | str) -> None:
    def once(rows: list[Row]) -> Row | str | None:
        return None if any("error" in row for row in rows) else line

    rows = study(bank, once)
    assert [set(row) for row in rows[2:]] == [{"error"}, {"done", "reviews"}]
    assert not command(bank, "log", "--json").rows


@pytest.mark.parametrize(
    "extra",
    [
        {"answer": 17.5},
        {"answer": None},
        {"elapsed_ms": "hurtigt"},
        {"elapsed_ms": -1},
        {"elapsed_ms": True},
        {"confidence": 4},
        {"confidence": "helt"},
        {"at": "i går"},
        {"at": 5},
    ],
)
def test_a_value_of_the_wrong_type_is_an_error(bank: Path, extra: Row) -> None:
    learner = Learner(bank)

    def once(rows: list[Row]) -> Row | str | None:
        if any("error" in row for row in rows):
            return None
        reply = learner(rows)
        assert isinstance(reply, dict)
        return {**reply, **extra}

    rows = study(bank, once)
    assert [set(row) for row in rows[2:]] == [{"error"}, {"done", "reviews"}]


def wrong_answers(kind: str) -> list[object]:
    """Return JSON of the right type that is no right answer to anything."""
    match kind:
        case "dato" | "tal" | "skriv" | "valg":
            return ["", "vrøvl", "💥" * 300, "\u202evrøvl\x00"]
        case "liste" | "indsæt" | "flervalg" | "rækkefølge":
            return [[], [""], ["vrøvl"] * 40, ["\ud800"]]
        case "par":
            return [{}, {"vrøvl": "vrøvl"}]
        case "kort":
            return [1]
        case _:
            return [{"text": "", "rating": 1}]


def test_json_of_the_right_type_is_always_marked(bank: Path) -> None:
    def badly(rows: list[Row]) -> Row | str | None:
        question = next(row for row in reversed(rows) if "prompt" in row)
        answers = wrong_answers(question["kind"])
        answer = answers[len(replies(rows)) % len(answers)]
        return {"card": question["card"], "answer": answer}

    rows = study(bank, badly, "--limit", "150")
    assert not [row for row in replies(rows) if row["verdict"] != "wrong"]
    assert {row["rating"] for row in replies(rows)} == {1}
    assert not any("error" in row for row in rows)


def test_a_failed_card_returns_after_three_others_and_at_most_five_times(bank: Path) -> None:
    learner = Learner(bank)
    failing: list[str] = []

    def fail_the_first(rows: list[Row]) -> Row | str | None:
        reply = learner(rows)
        assert isinstance(reply, dict)
        failing[:] = failing or [reply["card"]]
        if reply["card"] != failing[0]:
            return reply
        kind = learner.asked[-1]["kind"]
        return {"card": reply["card"], "answer": wrong_answers(kind)[0]}

    rows = study(bank, fail_the_first)
    places = [at for at, row in enumerate(replies(rows)) if row["card"] == failing[0]]
    assert len(places) == 6
    assert all(later - earlier > 3 for earlier, later in pairwise(places))


def test_the_same_seed_asks_in_the_same_order(bank: Path, tmp_path: Path) -> None:
    other = tmp_path / "malthe.quizbank"
    copyfile(bank, other)
    first = study(bank, Learner(bank), "--seed", "7")
    second = study(other, Learner(other), "--seed", "7")
    assert [row["card"] for row in replies(first)] == [row["card"] for row in replies(second)]


def test_tomorrow_asks_exactly_what_was_promised(bank: Path) -> None:
    rows = study(bank, Learner(bank))
    promised = {row["card"]: row["due"] for row in replies(rows)}
    for day in sorted(set(promised.values())):
        now = datetime.fromisoformat(f"{day}T09:00:00+01:00")
        (*_packs, total) = command(bank, "due", "--json", "--now", now.isoformat()).rows
        assert total["due"] == sum(due <= day for due in promised.values())


def test_category_and_pack_filter_the_questions(bank: Path) -> None:
    rows = study(bank, Learner(bank), "--category", "konsekvens", "--pack", PACK)
    assert {row["category"] for row in rows if "prompt" in row} == {"konsekvens"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("study",),
        ("study", "--jsonl", "--pack", "findes.ikke"),
        ("study", "--jsonl", "--category", "vrøvl"),
        ("study", "--jsonl", "--limit", "0"),
        ("show", "findes.ikke"),
        ("install",),
        ("vrøvl",),
        ("due", "--now", "i går"),
    ],
)
def test_misuse_has_exit_code_2_and_one_danish_sentence(
    bank: Path, arguments: tuple[str, ...]
) -> None:
    said = command(bank, *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith("\n")
    assert "Traceback" not in said.err
