"""The picture of a question: chosen, dropped or pasted, with what it shows and where it is from."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.library.editing.form_values import text_of
from quizapp.packs.manifest import encode_medium, is_file_name
from quizapp.packs.media import MEDIA_FOLDER, SOUNDS
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.pack import Medium
from quizapp.ui.forms.inputs import Input, Labelled, LineInput
from quizapp.ui.widgets.boxes import SunkBox, clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.picture import MOST_HIGH_PX, PictureArea
from quizapp.ui.widgets.sound import SoundPart

_SUFFIXES = "*.png *.jpg *.jpeg *.webp *.gif *.svg *.mp3 *.ogg *.opus *.m4a *.wav"
_TEMPORARY = "billede.png"


@dataclass(frozen=True, slots=True)
class Brought:
    """A picture somebody brought: a file, or what was on the clipboard."""

    name: str
    path: Path | None = None
    content: bytes = b""


class PictureInput(Input):
    """The picture of a question; its value is the name of the file in the pack.

    ``brought`` carries a ``Brought`` to copy in and this input, ``said`` a file's name and what is
    said of it, None when it was taken away. ``turn`` rises when another question is shown.
    """

    brought = Signal(object, object)
    said = Signal(str, object)

    def __init__(self, *, most_high: int = MOST_HIGH_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_high = most_high
        self._file = ""
        self.turn = 0
        self._folder: Path | None = None
        self.setAcceptDrops(True)
        self._box = SunkBox(gap=10)
        self._picture = QVBoxLayout()
        self._shown: Path | None = None
        self._name = WrappingLabel("", "small", "muted", capped=False)
        self.choose = Button(_("Vælg billede …"), icon="image", small=True)
        self.paste = Button(_("Indsæt kopieret"), Dress.QUIET, icon="copy", small=True)
        self.remove = Button(_("Fjern billedet"), Dress.QUIET, icon="trash-2", small=True)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.choose, self.paste, self.remove):
            flow.addWidget(button)
        self._hint = WrappingLabel(
            _("Du kan også trække et billede eller en lyd hertil."), "small", "muted"
        )
        self._said: dict[str, LineInput] = {}
        self._about = self._about_part()
        self._box.body.addLayout(self._picture)
        for part in (self._name, buttons, self._hint, self._about):
            self._box.body.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self._paste)
        self.remove.clicked.connect(self._on_removed)
        self._show()

    def _about_part(self) -> QWidget:
        part = QWidget()
        about = QVBoxLayout(part)
        about.setContentsMargins(0, 0, 0, 0)
        for key, label, note in (
            ("alt", _("Billedbeskrivelse"), _("læses op for den, der ikke kan se det")),
            ("skaber", _("Hvem har lavet det?"), ""),
            ("kilde", _("Hvor er det fra?"), ""),
            ("licens", _("Licens"), _("fx CC-BY-4.0 eller PD")),
        ):
            line = LineInput()
            self._said[key] = line
            line.edit.editingFinished.connect(self._on_said)
            about.addWidget(Labelled(label, line, note))
        return part

    @override
    def value(self) -> Plain:
        return self._file

    @override
    def show_value(self, value: Plain) -> None:
        self._file = text_of(value)
        self._show()

    @override
    def name(self, label: str, note: str) -> None:
        self.setAccessibleName(label)

    @override
    def edits(self) -> tuple[QWidget, ...]:
        return (self.choose, *(line.edit for line in self._said.values()))

    def show_folder(self, folder: Path) -> None:
        """Say where the pack's pictures lie."""
        self._folder = folder
        self._show()

    def name_for(self, what: str) -> None:
        """Say which of several pictures this is."""
        for button in (self.choose, self.paste, self.remove):
            name = _("{action} til {what}").format(action=button.text(), what=what)
            button.setAccessibleName(name)

    def show_medium(self, medium: Medium | None) -> None:
        """Show what the pack says of the picture."""
        fields = encode_medium(medium) if medium is not None else {}
        for key, line in self._said.items():
            line.show_value(fields.get(key))

    def show_file(self, name: str) -> None:
        """Make a file of the pack the picture of the question."""
        self._file = name
        self._show()
        self.changed.emit()

    def _paste(self) -> None:
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()
        # There is none at all on a clipboard that is empty, whatever its type says.
        if held is not None:
            self.take(held)

    def take(self, brought: QMimeData) -> bool:
        """Take a picture that was dropped or pasted; tell whether there was one."""
        for url in brought.urls():
            if url.isLocalFile():
                path = Path(url.toLocalFile())
                self.brought.emit(Brought(path.name, path), self)
                return True
        if brought.hasImage():
            content = _png(QImage(brought.imageData()))
            self.brought.emit(Brought(_TEMPORARY, content=content), self)
            return True
        return False

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        held = event.mimeData()
        if held.hasImage() or any(url.isLocalFile() for url in held.urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def _choose(self) -> None:
        kinds = _("Billeder og lyde ({suffixes})").format(suffixes=_SUFFIXES)
        chosen, _kind = QFileDialog.getOpenFileName(
            self.window(), _("Vælg billede"), str(Path.home()), kinds
        )
        if chosen:
            self.brought.emit(Brought(Path(chosen).name, Path(chosen)), self)

    def _on_removed(self) -> None:
        gone, self._file = self._file, ""
        self._show()
        self.changed.emit()
        self.said.emit(gone, None)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_said(self) -> None:
        if self._file:
            fields = {key: line.value() for key, line in self._said.items()}
            self.said.emit(self._file, fields)

    def _show(self) -> None:
        has_file = bool(self._file)
        for part in (self._name, self._about, self.remove):
            part.setVisible(has_file)
        self._name.setText(self._file)
        self._hint.setVisible(not has_file)
        self._show_picture()

    def _show_picture(self) -> None:
        # A name from a stranger's pack must not lead out of its folder.
        name = self._file if is_file_name(self._file) else ""
        path = None if self._folder is None else self._folder / MEDIA_FOLDER / name
        if path == self._shown or path is None:
            return
        self._shown = path
        clear(self._picture)
        if path.suffix.removeprefix(".") in SOUNDS and path.is_file():
            self._picture.addWidget(SoundPart(path, Medium(name=name)))
            return
        area = PictureArea(_content(path), self._file, most_high=self._most_high)
        if area.is_there:
            self._picture.addWidget(area)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
