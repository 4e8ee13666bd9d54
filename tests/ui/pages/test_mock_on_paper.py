"""The result of a mock exam as a file and on a printer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.toast import Toast
from tests.ui.pages.test_mock_window import begin, hand_in
from tests.ui.pages.window import ELEVEN, Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        yield window


def test_the_result_is_saved_as_a_file(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(opened)
    hand_in(opened)
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    chosen = [str(tmp_path / "resultat.pdf")]
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: chosen)
    opened.click("Gem som PDF")
    opened.until((tmp_path / "resultat.pdf").exists)
    assert (tmp_path / "resultat.pdf").read_bytes().startswith(b"%PDF")


def test_a_result_that_cannot_be_saved_is_no_success(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(opened)
    hand_in(opened)
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    chosen = [str(tmp_path / "findes ikke" / "resultat.pdf")]
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: chosen)
    opened.click("Gem som PDF")
    said = "»resultat.pdf« kunne ikke gemmes der. Vælg en anden mappe."
    opened.until(lambda: said in opened.words())
    [toast] = opened.window.findChildren(Toast)
    assert toast.icon_name == "triangle-alert"


def test_the_result_goes_to_a_printer(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The printer is one that prints to a file."""
    sheet = tmp_path / "ark.pdf"

    def chosen(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(sheet))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", chosen)
    begin(opened)
    hand_in(opened)
    opened.click("Udskriv")
    opened.until(sheet.exists)
    assert sheet.read_bytes().startswith(b"%PDF")
