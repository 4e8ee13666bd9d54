"""Lines that cannot be read as fields are mended where they stand."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from quizapp.library.editing.packs import begin_pack
from quizapp.ui.editor.raw_form import RawForm
from tests.ui.pages.editor_desk import MANIFEST, open_pack
from tests.ui.pages.window import opened_window


def test_lines_that_are_mended_by_hand_keep_the_caret_and_their_ends(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = begin_pack(tmp_path / "pakke", MANIFEST)
    path = folder / "pakke.yaml"
    item = '  - id: a\n    type: skriv\n    spørgsmål: "Hvad\n    svar: Det\n'
    path.write_bytes((path.read_text(encoding="utf-8") + item).replace("\n", "\r\n").encode())
    with opened_window(qtbot, tmp_path / "home") as opened:
        desk = open_pack(opened, folder)
        form = desk.writing.page.form
        assert isinstance(form, RawForm)
        edit = form.findChild(QPlainTextEdit)
        assert edit is not None
        edit.setFocus()
        cursor = edit.textCursor()
        place = edit.toPlainText().index("Hvad") + len("Hvad")
        cursor.setPosition(place)
        edit.setTextCursor(cursor)
        QTest.keyClicks(edit, "x")
        desk.writing.flush()
        assert edit.textCursor().position() == place + 1
        QTest.keyClicks(edit, '"')
        text = desk.saved()
    assert 'spørgsmål: "Hvadx"' in text
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
