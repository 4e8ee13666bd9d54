"""A new pack: what it is called, who writes it, and where it is kept."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from quizapp.base.ids import is_pack_id
from quizapp.base.texts import _
from quizapp.library.editing.packs import free_folder, suggest_id
from quizapp.ui.editor.one_line import OneLine
from quizapp.ui.editor.pack_form import licence_choices
from quizapp.ui.forms.inputs import ChoiceInput, Labelled
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.frame import PageHeader, PageScroll


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A pack as it is to begin."""

    title: str
    pack_id: str
    author: str
    licence: str
    folder: Path


class NewPage(PageScroll):
    """A small form; ``accepted`` carries a ``Wanted``."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, packs: Path, author: str = "", parent: QWidget | None = None) -> None:
        super().__init__(760, at_desk=True, parent=parent)
        self._parent = packs
        self._own_id = False
        header = PageHeader(_("Ny pakke"), back=_("Skriv pakker"))
        header.back_pressed.connect(self.left)
        self.title = Field(_("Titel"), example=_("fx Enevælden"))
        self.author = Field(_("Forfatter"), example=_("dit navn eller din faggruppe"))
        self.author.set_text(author)
        self.pack_id = Field(_("Pakkens id"))
        self.pack_id.set_hint(
            _("Navnet, som programmet kender pakken på. Det kan ikke ændres siden.")
        )
        self.licence = ChoiceInput(licence_choices())
        self._place = OneLine("small", "muted")
        self.elsewhere = Button(_("Vælg en anden mappe …"), Dress.LINK, small=True)
        self.main = Button(_("Begynd"), Dress.MAIN, icon="plus", key=_("Enter"))
        cancel = Button(_("Annullér"), Dress.QUIET)
        card = Card(shadow=True, padding=(30, 26), gap=14)
        for part in (
            self.title,
            self.author,
            Labelled(_("Licens"), self.licence, _("hvad andre må bruge pakken til")),
            self.pack_id,
            self._place,
        ):
            card.body.addWidget(part)
        card.body.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.main)
        flow.addWidget(cancel)
        card.body.addWidget(buttons)
        self.column.addWidget(header)
        self.column.addWidget(card)
        cancel.clicked.connect(self.left)
        self._connect()
        self._suggest()

    def take_focus(self) -> None:
        """Put the focus on the title."""
        self.title.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def folder(self) -> Path:
        """Where the pack would be kept."""
        return free_folder(self._parent, self.title.text())

    def _connect(self) -> None:
        for field in (self.title, self.author):
            field.text_changed.connect(self._suggest)
            field.submitted.connect(self._accept)
        self.pack_id.submitted.connect(self._accept)
        self.pack_id.edit.textEdited.connect(self._on_own_id)
        self.elsewhere.clicked.connect(self._choose_folder)
        self.main.clicked.connect(self._accept)

    def _suggest(self, _text: str = "") -> None:
        if not self._own_id:
            self.pack_id.set_text(suggest_id(self.title.text(), self.author.text()))
            self.pack_id.set_error("")
        self.title.set_error("")
        self._place.set_whole(_("Gemmes i {folder}").format(folder=self.folder))

    def _on_own_id(self) -> None:
        self._own_id = bool(self.pack_id.text())
        self.pack_id.set_error("")

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self.window(), _("Vælg en mappe"), str(Path.home())
        )
        if chosen:
            self._parent = Path(chosen)
            self._suggest()

    def _accept(self) -> None:
        title, pack_id = self.title.text().strip(), self.pack_id.text().strip()
        if not title:
            self.title.set_error(_("Skriv, hvad pakken hedder."))
            self.title.edit.setFocus()
        elif not is_pack_id(pack_id):
            self.pack_id.set_error(_("Et id må have a–z, 0–9, bindestreg og punktum imellem."))
            self.pack_id.edit.setFocus()
        else:
            wanted = Wanted(
                title=title,
                pack_id=pack_id,
                author=self.author.text().strip(),
                licence=str(self.licence.value()),
                folder=self.folder,
            )
            self.accepted.emit(wanted)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
