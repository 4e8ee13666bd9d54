"""A file whose pack id is taken by another edition: the window asks, and both can be kept."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import rows_of
from tests.ui.pages.window import ELEVEN, Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        yield window


def a_foreign_file(folder: Path, *, version: int = 1) -> Path:
    """Write the pack as somebody else's, with one answer changed."""
    foreign = folder / f"fremmed-{version}"
    shutil.copytree(ELEVEN, foreign)
    path = foreign / "pakke.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("version: 1", f'version: {version}\n  forrige: "{"f" * 64}"')
    path.write_text(text.replace("fra 1397?", "fra året 1397?"), encoding="utf-8")
    return foreign


def packs(opened: Opened) -> int:
    """Count the packs in the bank's file: the bank itself is open in another thread."""
    return sum(row[-1] == 1 for row in rows_of(opened.home / "bank.quizbank")["pack"])


def test_both_are_kept_by_keys_alone(opened: Opened, tmp_path: Path) -> None:
    opened.routes.open_pack(a_foreign_file(tmp_path))
    opened.until(lambda: "bygger ikke på den udgave" in opened.words())
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Space)
    opened.until(lambda: "»Elleve svarformer« og dine svar i den bliver" in opened.words())
    opened.press(Qt.Key.Key_Return)
    opened.until_title("Bibliotek")
    opened.until(lambda: "22 spørgsmål" in opened.words())
    assert packs(opened) == 2


def test_enter_keeps_what_is_there(opened: Opened, tmp_path: Path) -> None:
    opened.routes.open_pack(a_foreign_file(tmp_path))
    opened.until(lambda: "bygger ikke på den udgave" in opened.words())
    opened.press(Qt.Key.Key_Return)
    opened.until_title("Bibliotek")
    assert packs(opened) == 1


def test_keeping_both_is_undone_by_ctrl_z(opened: Opened, tmp_path: Path) -> None:
    opened.routes.open_pack(a_foreign_file(tmp_path))
    opened.until(lambda: "bygger ikke på den udgave" in opened.words())
    opened.click("Behold begge")
    opened.until(lambda: "bliver, som de er" in opened.words())
    opened.press(Qt.Key.Key_Return)
    opened.until(lambda: "22 spørgsmål" in opened.words())
    opened.do("edit.undo")
    opened.until(lambda: "11 spørgsmål" in opened.words())
    assert packs(opened) == 1


def test_a_file_that_is_older_and_foreign_is_asked_about_for_both_reasons(
    qtbot: QtBot, tmp_path: Path
) -> None:
    newer = tmp_path / "nyere"
    shutil.copytree(ELEVEN, newer)
    path = newer / "pakke.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("version: 1", "version: 4"), encoding="utf-8")
    with opened_window(qtbot, tmp_path / "bank", newer) as opened:
        opened.routes.open_pack(a_foreign_file(tmp_path, version=2))
        opened.until(lambda: "du har version 4" in opened.words())
        opened.click("Gå tilbage")
        opened.until(lambda: "bygger ikke på den udgave" in opened.words())
        opened.click("Skift til filens")
        opened.until(lambda: "Opdatering fra version 4 til 2" in opened.words())
