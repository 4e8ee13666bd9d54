"""``quizapp print``: a pack on paper."""

from pathlib import Path

from tests.cli.conversation import command

ELEVEN = Path(__file__).resolve().parents[1] / "journeys/eleven"
PACK = "dk.quizapp.portsmouth-1905"


def test_an_installed_pack_is_printed(bank: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    said = command(bank, "print", PACK, "--out", str(out), "--count", "6", "--seed", "3", "--json")
    assert said.code == 0
    [row] = said.rows
    assert (row["pack"], row["seed"], row["written"]) == (PACK, 3, str(out))
    assert out.read_bytes().startswith(b"%PDF")
    assert row["pages"] >= 3


def test_a_pack_in_a_folder_is_printed(bank: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    parts = ("--part", "kort", "--one-version")
    said = command(bank, "print", str(ELEVEN), "-o", str(out), *parts)
    assert said.out == f"{out}: 4 sider.\n"


def test_a_pack_that_is_nowhere_is_not_printed(bank: Path, tmp_path: Path) -> None:
    assert command(bank, "print", "dk.ingen", "-o", str(tmp_path / "a.pdf")).code == 2
