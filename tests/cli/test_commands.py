"""The commands besides `study`, as cli.md has them."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from quizapp.base.clock import FixedClock
from quizapp.base.paths import content_folder
from quizapp.bootstrap import command_services
from quizapp.cli.main import COMMANDS
from quizapp.cli.parser import COMMAND_NAMES
from quizapp.packs.writer import write_pack
from quizapp.questions.answers import Typed
from quizapp.questions.kinds import Term
from quizapp.study.flow import Asking
from quizapp.study.plan import Plan
from quizapp.study.recording import Given
from tests.builders import a_pack, a_question
from tests.cli.conversation import NOON, Row, command, study

PACK = "dk.quizapp.portsmouth-1905"
CANON = "dk.quizapp.kanon-tidslinjen"


def answer_badly(rows: list[Row]) -> Row | str | None:
    question = next(row for row in reversed(rows) if "prompt" in row)
    forms: dict[str, object] = {
        "kort": 1,
        "åbent": {"text": "", "rating": 1},
        "par": {},
        **{kind: [] for kind in ("liste", "indsæt", "flervalg", "rækkefølge")},
    }
    return {"card": question["card"], "answer": forms.get(question["kind"], "")}


def test_a_new_bank_has_the_shipped_packs(bank: Path) -> None:
    rows = command(bank, "packs", "--json").rows
    assert [row["id"] for row in rows] == [PACK, CANON]
    assert {(row["license"], row["source"]) for row in rows} == {("CC-BY-SA-4.0", "shipped")}
    keys = {*("id", "title", "version", "questions", "due", "new", "license", "source")}
    assert [set(row) for row in rows] == [keys, keys]
    assert min(row["questions"] for row in rows) >= 110


def test_a_new_learner_begins_with_one_pack_and_may_choose_the_other(bank: Path) -> None:
    new = {row.get("pack", ""): row["new"] for row in command(bank, "due", "--json").rows}
    assert new == {PACK: 20, CANON: 0, "": 20}
    *_packs, total = command(bank, "due", "--pack", CANON, "--json").rows
    assert total["new"] == 20


def test_show_has_every_question_with_the_keys_of_the_contract(bank: Path) -> None:
    rows = command(bank, "show", PACK, "--json").rows
    needed = {
        *("id", "kind", "category", "basis", "prompt", "answer", "explanation", "topics"),
        *("rev", "cards"),
    }
    assert all(needed <= set(row) for row in rows)
    assert len({row["kind"] for row in rows}) == 11


def test_due_sums_its_packs_in_a_last_line(bank: Path) -> None:
    *packs, total = command(bank, "due", "--json").rows
    assert total == {"total": True, "due": 0, "new": 20, "minutes": total["minutes"]}
    assert sum(row["new"] for row in packs) == total["new"]
    assert set(packs[0]) == {"pack", "due", "new", "minutes"}


def test_due_can_be_narrowed_to_a_category(bank: Path) -> None:
    *_packs, total = command(bank, "due", "--category", "person", "--pack", PACK, "--json").rows
    assert 0 < total["new"] < 20


def test_the_log_has_the_keys_of_the_contract(bank: Path) -> None:
    study(bank, answer_badly, "--limit", "3")
    rows = command(bank, "log", "--json").rows
    keys = {
        *("review", "card", "at", "day", "mode", "answer", "verdict", "score", "rule", "rating"),
        *("due", "elapsed_ms", "retracted"),
    }
    assert [set(row) >= keys for row in rows] == [True] * 3
    assert {row["day"] for row in rows} == {"2026-11-22"}


def test_doctor_is_clean_after_a_sitting(bank: Path) -> None:
    study(bank, answer_badly, "--limit", "10")
    said = command(bank, "doctor", "--json")
    assert (said.code, {row["ok"] for row in said.rows}) == (0, {True})
    assert {"integrity", "foreign_keys", "memory"} <= {row["check"] for row in said.rows}


def test_replay_finds_nothing_to_change(bank: Path) -> None:
    study(bank, answer_badly, "--limit", "10")
    said = command(bank, "replay", "--check", "--json")
    assert said.code == 0
    assert said.rows == [{"cards": said.rows[0]["cards"], "reviews": 10, "changed": 0}]
    assert said.rows[0]["cards"] >= 110


def test_a_backup_can_be_restored(bank: Path) -> None:
    study(bank, answer_badly, "--limit", "2")
    (copy,) = command(bank, "backup", "--json").rows
    study(bank, answer_badly, "--limit", "3")
    (restored,) = command(bank, "restore", copy["file"], "--json").rows
    assert Path(restored["kept"]).exists()
    assert len(command(bank, "log", "--json").rows) == 2


def test_restore_without_a_name_takes_the_newest_copy(bank: Path) -> None:
    command(bank, "packs")
    command(bank, "backup")
    study(bank, answer_badly, "--limit", "1")
    assert command(bank, "restore").code == 0
    assert not command(bank, "log", "--json").rows


def test_restore_without_any_copy_says_so(bank: Path) -> None:
    said = command(bank, "restore")
    assert said.code == 2
    assert "sikkerhedskopi" in said.err


def test_installing_twice_changes_nothing(bank: Path) -> None:
    folder = content_folder() / "portsmouth-1905"
    (row,) = command(bank, "install", str(folder), "--json").rows
    assert row["unchanged"] >= 110
    assert {row[key] for key in ("new", "changed", "retested", "removed")} == {0}


def test_a_corrected_question_keeps_what_was_learnt(bank: Path, tmp_path: Path) -> None:
    folder = tmp_path / "rettet"
    copytree(content_folder() / "portsmouth-1905", folder)
    pack = folder / "pakke.yaml"
    text = pack.read_text(encoding="utf-8")
    changed = text.replace("version: 1", "version: 2", 1).replace(
        "spørgsmål: I hvilket år fandt Meiji", "spørgsmål: Hvilket år fandt Meiji", 1
    )
    assert changed != text
    pack.write_text(changed, encoding="utf-8")
    command(bank, "packs")
    (row,) = command(bank, "install", str(folder), "--json").rows
    assert (row["version"], row["changed"], row["retested"], row["new"]) == (2, 1, 0, 0)


def test_check_says_where_a_mistake_stands(bank: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pakke.yaml"
    pack.write_text(
        "pakke: {id: a.b, titel: T, version: 1, licens: CC0-1.0}\n"
        "spørgsmål:\n"
        "- id: q1\n"
        "  type: dato\n"
        "  kategori: dato\n"
        "  spørgsmål: Hvilken dag?\n"
        "  svar: 31. september 1905\n"
        "  nøjagtighed: dag\n",
        encoding="utf-8",
    )
    said = command(bank, "check", str(tmp_path), "--json")
    errors = [row for row in said.rows if row["severity"] == "error"]
    assert said.code == 1
    assert [(row["line"], row["column"]) for row in errors] == [(7, 9)]
    assert "september" in errors[0]["message"]


def test_the_shipped_packs_are_clean(bank: Path) -> None:
    said = command(bank, "check", str(content_folder()))
    assert (said.code, said.out.count("\n")) == (0, 1)


def test_mark_goes_on_after_a_malformed_case(bank: Path, tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    expected = {"value": "1905-09-05", "precision": "day"}
    good = {"id": "a", "kind": "date", "prompt": "?", "expected": expected, "given": "5/9 1905"}
    cases.write_text("\n".join(["{", json.dumps({"id": "b"}), json.dumps(good)]), encoding="utf-8")
    said = command(bank, "mark", str(cases))
    assert said.code == 1
    assert ["error" in row for row in said.rows] == [True, True, False]
    assert (said.rows[-1]["verdict"], said.rows[-1]["rule"]) == ("correct", "D2")


def test_mark_says_what_answers_to_a_question_would_get(bank: Path) -> None:
    name = f"{PACK}/pm-meiji-aar"
    rows = command(bank, "mark", "--question", name, "1868", "1886", "--json").rows
    assert [row["verdict"] for row in rows] == ["correct", "wrong"]


def test_evaluate_prints_one_object(bank: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    lines = [
        f"{card},{delta},{3 if (card + day) % 7 else 1}"
        for card in range(40)
        for day, delta in enumerate((0, 1, 3, 7, 15))
    ]
    log.write_text("card,delta_days,rating\n" + "\n".join(lines), encoding="utf-8")
    (row,) = command(bank, "evaluate", str(log), "--json").rows
    assert {"rows", "cards", "targets", "default", "fitted", "weights", "split"} <= set(row)
    assert set(row["default"]) == {"log_loss", "rmse_bins", "auc"}


def test_help_is_danish(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command(bank, "--help")
    text = capsys.readouterr().out
    assert text.startswith("Brug: ")
    assert not {"usage", "options", "show this", "positional"} & set(text.split())


@pytest.mark.parametrize("name", ["packs", "due", "study", "log", "doctor"])
def test_a_file_that_is_no_bank_is_refused_untouched(tmp_path: Path, name: str) -> None:
    bank = tmp_path / "noter.txt"
    bank.write_text("Dette er ikke en bank. " * 100, encoding="utf-8")
    before = bank.read_bytes()
    arguments = ("study", "--jsonl") if name == "study" else (name,)
    said = command(bank, *arguments)
    assert (said.code, bank.read_bytes(), said.out) == (3, before, "")
    assert "ikke rørt" in said.err


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    said = command(tmp_path / "findes" / "ikke.quizbank", "packs")
    assert said.code == 3
    assert "findes ikke" in said.err


def test_every_command_is_known_before_the_commands_are_loaded() -> None:
    assert {each.name for each in COMMANDS} == COMMAND_NAMES


def test_proposals_are_listed_for_the_author(bank: Path) -> None:
    clock = FixedClock(NOON)
    services = command_services(bank, clock)
    sitting = services.desk.begin(Plan(categories=("person",)))
    sitting.report("Navnet staves anderledes.")
    while not isinstance(asking := sitting.state, Asking) or not isinstance(asking.question, Term):
        sitting.skip()
    sitting.answer(Given(answer=Typed("ham")))
    sitting.overrule()
    sitting.keep_wording()
    services.close()
    wording, report = command(bank, "proposals", "--json").rows
    assert (wording["given"], report["report"]) == ("ham", "Navnet staves anderledes.")
    assert set(wording) == {"pack", "question", "rev", "prompt", "answer", "given"}


def test_a_pack_is_built_converted_and_installed(bank: Path, tmp_path: Path) -> None:
    folder = content_folder() / "portsmouth-1905"
    single, sheet, again = (tmp_path / name for name in ("p.quizpack", "p.xlsx", "igen"))
    (built,) = command(bank, "build", str(folder), "-o", str(single), "--json").rows
    assert (built["pack"], built["questions"]) == (PACK, 156)
    first = single.read_bytes()
    assert command(bank, "build", str(folder), "-o", str(single)).code == 0
    assert single.read_bytes() == first
    (row,) = command(bank, "install", str(single), "--json").rows
    assert (row["new"], row["unchanged"]) == (0, 156)
    assert command(bank, "convert", str(single), str(again)).code == 0
    assert command(bank, "check", str(again)).code == 0
    (told,) = command(bank, "convert", str(single), str(sheet), "--json").rows
    assert "reading_text" not in told["left_out"]
    assert command(bank, "convert", str(sheet), str(tmp_path / "fra-ark")).code == 0
    assert command(bank, "check", str(tmp_path / "fra-ark")).code == 0


def test_what_no_pack_can_be_written_as_is_refused(bank: Path, tmp_path: Path) -> None:
    target = tmp_path / "pakke.ods"
    assert command(bank, "convert", str(tmp_path), str(target)).code == 2
    assert command(bank, "template", str(target)).code == 2
    assert not target.exists()


def test_a_mistake_is_shown_with_its_line_and_its_repair(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "pakke.yaml").write_text("pakke:\n  idd: a.b\n", encoding="utf-8")
    said = command(bank, "check", str(tmp_path))
    assert "    idd: a.b\n" in said.out
    rows = command(bank, "check", str(tmp_path), "--json").rows
    (row,) = [one for one in rows if one["code"] == "unknown_key_near"]
    assert row["text"] == "  idd: a.b"
    edit = {"line": 2, "column": 3, "end_line": 2, "end_column": 6, "text": "id"}
    assert row["edit"] == edit


@pytest.mark.parametrize("asked", [("due",), ("study", "--jsonl")])
def test_a_topic_that_is_not_there_is_refused_and_not_an_empty_round(
    bank: Path, asked: tuple[str, ...]
) -> None:
    said = command(bank, *asked, "--topic", "kvantefysik")
    assert (said.code, said.out) == (2, "")
    assert "kvantefysik" in said.err


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="Linux has a full device")
def test_a_full_disk_under_the_output_is_told(bank: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        said = subprocess.run(
            [sys.executable, "-m", "quizapp", "--bank", str(bank), "packs"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (said.returncode, len(said.stderr.splitlines())) == (3, 1)


def test_a_name_that_would_steer_the_terminal_is_shown_without(bank: Path, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m.csv"
    path.write_text("a;b\n", encoding="utf-8")
    assert "\x1b" not in command(bank, "check", str(path)).out


def test_the_template_is_a_sheet_that_checks_without_a_crash(bank: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "skabelon.xlsx"
    assert command(bank, "template", str(sheet)).code == 0
    said = command(bank, "check", str(sheet), "--json")
    assert all({"sheet", "row", "column"} <= set(row) for row in said.rows if row.get("sheet"))


def test_what_cannot_be_written_is_named(bank: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "fil"
    blocked.write_text("her er en fil", encoding="utf-8")
    said = command(bank, "template", str(blocked / "ny.xlsx"))
    assert (said.code, blocked.read_text(encoding="utf-8")) == (3, "her er en fil")


def test_check_warns_of_answers_that_contradict_each_other(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "pakke.yaml").write_text(
        "pakke: {id: a.b, titel: T, version: 1, licens: CC0-1.0}\n"
        "spørgsmål:\n"
        "- id: q1\n"
        "  type: skriv\n"
        "  kategori: person\n"
        "  spørgsmål: Hvem var konge?\n"
        "  svar: Christian 4.\n"
        "  også: [Christian 5.]\n"
        "  forklaring: Han byggede.\n"
        "  kilde: Bogen\n",
        encoding="utf-8",
    )
    said = command(bank, "check", str(tmp_path), "--json")
    assert said.code == 0
    assert ("answers_contradict", 8) in {(row["code"], row["line"]) for row in said.rows}


def test_check_names_a_switch_of_marking_that_does_not_exist(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "pakke.yaml").write_text(
        "pakke:\n"
        "  id: a.b\n"
        "  titel: T\n"
        "  version: 1\n"
        "  licens: CC0-1.0\n"
        '  bedømmelse: "nåde: ja"\n'
        "spørgsmål:\n"
        "- {id: q1, type: skriv, kategori: person, spørgsmål: Hvem?, svar: Ham}\n",
        encoding="utf-8",
    )
    said = command(bank, "check", str(tmp_path), "--json")
    assert ("bad_marking", 6) in {(row["code"], row["line"]) for row in said.rows}
    assert said.code == 1


def test_the_newest_change_of_a_pack_is_taken_back(bank: Path, tmp_path: Path) -> None:
    write_pack(a_pack(), tmp_path / "en")
    newer = a_pack(
        *(a_question(f"ny-{n}", spørgsmål=f"Hvad er sp-{n}?") for n in (1, 2)), version=2
    )
    write_pack(newer, tmp_path / "to")
    assert command(bank, "install", str(tmp_path / "en")).code == 0
    [row] = command(bank, "install", str(tmp_path / "to"), "--same", "--json").rows
    assert (row["new"], row["removed"]) == (0, 1)
    [row] = command(bank, "install", "dk.eksempel.krige", "--undo", "--json").rows
    assert row == {"pack": "dk.eksempel.krige", "undone": True}
    rows = {row["id"]: row for row in command(bank, "packs", "--json").rows}
    assert rows["dk.eksempel.krige"]["version"] == 1
    assert command(bank, "install", "dk.ingen", "--undo").code == 2
