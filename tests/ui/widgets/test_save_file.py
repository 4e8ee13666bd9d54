"""Where a file is saved: by the suffix of its kind, and never over another without being asked."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.save_file import SaveDialog, place_to_save

KINDS = {".quizpack": "Pakker (*.quizpack)", ".xlsx": "Regneark (*.xlsx)"}


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(parent: QWidget, tmp_path: Path) -> Iterator[SaveDialog]:
    dialog = SaveDialog(parent, "Del som fil", tmp_path / "krige.quizpack", KINDS)
    yield dialog
    dialog.close()


def type_name(dialog: SaveDialog, name: str) -> None:
    edit = dialog.findChild(QLineEdit)
    assert edit is not None
    edit.setText(name)


def answers(monkeypatch: pytest.MonkeyPatch, names: Sequence[str]) -> list[str]:
    """Let the person choose these, one after the other; return what was suggested to her."""
    suggested: list[str] = []
    chosen = iter(names)

    def run(dialog: SaveDialog) -> int:
        suggested.extend(Path(path).name for path in dialog.selectedFiles())
        name = next(chosen, "")
        if not name:
            return int(QFileDialog.DialogCode.Rejected)
        type_name(dialog, name)
        return int(QFileDialog.DialogCode.Accepted)

    monkeypatch.setattr(QFileDialog, "exec", run)
    return suggested


def test_a_name_without_a_suffix_is_asked_about_with_the_suffix_it_gets(
    dialog: SaveDialog, tmp_path: Path
) -> None:
    type_name(dialog, "graf")
    assert dialog.selectedFiles() == [str(tmp_path / "graf.quizpack")]


def test_the_suffix_follows_the_kind_that_is_chosen(dialog: SaveDialog, tmp_path: Path) -> None:
    dialog.selectNameFilter(KINDS[".xlsx"])
    dialog.filterSelected.emit(KINDS[".xlsx"])
    type_name(dialog, "graf")
    assert dialog.selectedFiles() == [str(tmp_path / "graf.xlsx")]


def test_a_suffix_that_was_typed_is_kept(dialog: SaveDialog, tmp_path: Path) -> None:
    type_name(dialog, "graf.XLSX")
    assert dialog.named() == (tmp_path / "graf.XLSX", tmp_path / "graf.XLSX")


def test_a_dot_in_a_name_is_no_suffix(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, ["Uge 1.5"])
    path = place_to_save(parent, "Gem", tmp_path / "x.quizpack", KINDS)
    assert path == tmp_path / "Uge 1.5.quizpack"


def test_a_name_that_becomes_one_that_is_there_is_asked_about_again(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Uge 1.5.quizpack").write_text("mit")
    suggested = answers(monkeypatch, ["Uge 1.5"])
    assert place_to_save(parent, "Gem", tmp_path / "x.quizpack", KINDS) is None
    assert suggested == ["x.quizpack", "Uge 1.5.quizpack"]


def test_nothing_is_chosen_when_it_is_called_off(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, [])
    assert place_to_save(parent, "Gem", tmp_path / "x.quizpack", KINDS) is None
