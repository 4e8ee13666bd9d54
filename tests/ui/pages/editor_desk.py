"""A pack being written in the window, and what a test asks of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.base.ids import PackId
from quizapp.library.editing.packs import begin_pack
from quizapp.packs.reader import read_pack
from quizapp.questions.pack import Manifest, Pack
from quizapp.ui.editor.question_form import QuestionForm
from quizapp.ui.editor.writing import Writing
from tests.ui.pages.window import Opened, opened_window

MANIFEST = Manifest(id=PackId("a.b"), title="Min pakke", version=1, license="CC0-1.0")


class Desk:
    """A window in which a pack is being written."""

    def __init__(self, opened: Opened, folder: Path) -> None:
        self.opened = opened
        self.folder = folder

    @property
    def writing(self) -> Writing:
        """The open pack."""
        writing = self.opened.routes.editor.route.writing
        assert writing is not None
        return writing

    @property
    def form(self) -> QuestionForm:
        """The form of the chosen question."""
        form = self.writing.page.form
        assert isinstance(form, QuestionForm)
        return form

    def field(self, key: str, place: int = 0) -> QWidget:
        """Return where a field is written."""
        return self.form.fields[key].input.edits()[place]

    def fill(self, key: str, text: str, place: int = 0) -> None:
        """Write in a field."""
        edit = self.field(key, place)
        edit.setFocus()
        assert isinstance(edit, QLineEdit | QPlainTextEdit)
        edit.selectAll()
        QTest.keyClicks(edit, text)
        self.writing.flush()

    def saved(self) -> str:
        """Wait until all is saved, and return the file."""
        self.writing.flush()
        path = self.folder / "pakke.yaml"
        self.opened.until(lambda: path.read_bytes().decode() == self.writing.document.text)
        return path.read_bytes().decode()

    def pack(self) -> Pack:
        """Return the pack as the saved file has it."""
        self.saved()
        found = read_pack(self.folder)
        assert found.pack is not None, found.problems
        return found.pack

    def looked(self) -> None:
        """Wait until the text as it is now has been looked through."""
        self.writing.flush()
        session = self.writing.session
        self.opened.until(lambda: session.looked_at == self.writing.document.content)

    def term(self, prompt: str, answer: str) -> None:
        """Fill in a question that is answered by a term."""
        self.fill("spørgsmål", prompt)
        self.fill("svar", answer)


def open_pack(opened: Opened, folder: Path) -> Desk:
    """Open a folder in the editor."""
    opened.do("go.authoring")
    opened.until_title("Skriv pakker")
    route = opened.routes.editor.route
    route.open(folder)
    opened.until(lambda: route.is_writing)
    return Desk(opened, folder)


@contextmanager
def new_pack(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """Give a window in which a new pack is open."""
    pack = begin_pack(folder / "pakke", MANIFEST)
    with opened_window(qtbot, folder / "home") as opened:
        yield open_pack(opened, pack)
