"""»Hvem skal øve?«: a row a learner, a new one, and whether to be asked at the start."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.ui.widgets.avatar import Avatar
from quizapp.ui.widgets.boxes import Card, SunkBox, clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.switch import Switch


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A learner as the page shows her; ``folder`` names her for the program."""

    folder: str
    name: str
    answers: int
    is_current: bool


class ProfileCard(Card):
    """One learner; what is asked of her is asked in the card itself."""

    chosen = Signal(str)
    renamed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, profile: Profile, mark: str, parent: QWidget | None = None) -> None:
        super().__init__(padding=(20, 16), gap=12, parent=parent)
        self.profile = profile
        self._extra: QWidget | None = None
        self._name: Field | None = None
        self._opener: QWidget | None = None
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(Avatar(profile.name), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrappingLabel(profile.name, "strong"))
        words.addWidget(WrappingLabel(_answers(profile.answers), "small", "muted"))
        line.addLayout(words, 1)
        if mark:
            line.addWidget(Chip(mark, accent=True), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self.body.addWidget(self._buttons())

    def ask_for_name(self) -> Field:
        """Open a field for another name."""
        box = SunkBox(gap=10)
        field = Field(_("Navn"))
        field.set_text(self.profile.name)
        save = Button(_("Gem"), Dress.SOFT, small=True)
        save.clicked.connect(lambda: self._rename(field))
        field.submitted.connect(lambda _text: self._rename(field))
        field.text_changed.connect(lambda _text: field.set_error(""))
        box.body.addWidget(field)
        box.body.addWidget(self._line(save, self._cancel()))
        self._open(box, self.rename)
        self._name = field
        field.edit.setFocus()
        field.edit.selectAll()
        return field

    def ask_before_removing(self) -> None:
        """Ask, since it cannot be taken back from here."""
        name = self.profile.name
        box = SunkBox(gap=10)
        text = ngettext(
            "Fjern profilen »{name}« og {n} svar? Der laves en sikkerhedskopi først.",
            "Fjern profilen »{name}« og {n} svar? Der laves en sikkerhedskopi først.",
            self.profile.answers,
        )
        said = text.format(name=name, n=number_text(self.profile.answers))
        box.body.addWidget(WrappingLabel(said))
        remove = Button(_("Fjern {name}").format(name=name), icon="trash-2", small=True)
        remove.clicked.connect(lambda: self.removed.emit(self.profile.folder))
        keep = self._cancel(_("Behold"))
        box.body.addWidget(self._line(remove, keep))
        self._open(box, self.remove)
        keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, text: str) -> bool:
        """Say under the open field why she cannot be called that; tell whether one is open."""
        if self._name is None:
            return False
        self._name.set_error(text)
        self._name.edit.setFocus()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._extra is not None:
            self._close()
        else:
            super().keyPressEvent(event)

    def _buttons(self) -> QWidget:
        name = self.profile.name
        self.choose = Button(_("Øv som {name}").format(name=name), Dress.SOFT, small=True)
        self.choose.clicked.connect(lambda: self.chosen.emit(self.profile.folder))
        self.rename = Button(_("Omdøb"), Dress.QUIET, icon="pencil-line", small=True)
        self.rename.setAccessibleName(_("Omdøb {name}").format(name=name))
        self.rename.clicked.connect(self.ask_for_name)
        self.remove = Button(_("Fjern"), Dress.QUIET, icon="trash-2", small=True)
        self.remove.setAccessibleName(_("Fjern {name}").format(name=name))
        self.remove.clicked.connect(self.ask_before_removing)
        shown = [self.choose, self.rename]
        if not self.profile.is_current:
            shown.append(self.remove)
        return self._line(*shown)

    def _line(self, *buttons: Button) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line)
        for button in buttons:
            flow.addWidget(button)
        return line

    def _cancel(self, text: str = "") -> Button:
        cancel = Button(text or _("Annullér"), Dress.QUIET, small=True)
        cancel.clicked.connect(self._close)
        return cancel

    def _rename(self, field: Field) -> None:
        name = field.text().strip()
        if name:
            self.renamed.emit(self.profile.folder, name)
        else:
            field.set_error(_("Skriv et navn."))

    def _open(self, box: QWidget, opener: QWidget) -> None:
        self._close()
        self._extra, self._opener = box, opener
        self.body.addWidget(box)
        box.show()

    def _close(self) -> None:
        if self._extra is not None:
            self._extra.hide()
            self.body.removeWidget(self._extra)
            self._extra.deleteLater()
            self._extra = self._name = None
            if self._opener is not None:
                self._opener.setFocus(Qt.FocusReason.OtherFocusReason)


class LearnersPage(PageScroll):
    """The learners; ``chosen`` and ``removed`` carry a folder, ``renamed`` it and a name.

    ``is_start`` says that nobody studies yet.
    """

    chosen = Signal(str)
    added = Signal(str)
    renamed = Signal(str, str)
    removed = Signal(str)
    asking_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(760, at_desk=True, parent=parent)
        self.column.addWidget(PageHeader(_("Hvem skal øve?"), _("Hver profil har sine egne svar.")))
        self._cards = QVBoxLayout()
        self.column.addLayout(self._cards)
        new = Card(gap=12)
        self.name = Field(_("Ny profil"), example=_("Fornavn"))
        self.add = Button(_("Tilføj profil"), icon="plus")
        new.body.addWidget(self.name)
        new.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(new)
        asking = Card(gap=4)
        self.asking = Switch(_("Spørg ved start, hvem der skal øve"))
        asking.body.addWidget(self.asking)
        hint = _("Ellers åbnes den profil, der øvede sidst.")
        asking.body.addWidget(WrappingLabel(hint, "small", "muted"))
        self.column.addWidget(asking)
        self.profiles: list[ProfileCard] = []
        self.is_start = False
        self.add.clicked.connect(self._on_add)
        self.name.submitted.connect(lambda _text: self._on_add())
        self.name.text_changed.connect(lambda _text: self.name.set_error(""))
        self.asking.toggled.connect(self.asking_changed)

    def show_profiles(self, profiles: Sequence[Profile], *, asks: bool) -> None:
        """Show the learners there are; the focus stays with the one it was with."""
        held = self._held()
        clear(self._cards)
        self._cards.setSpacing(12)
        mark = _("Øvede sidst") if self.is_start else _("Øver nu")
        self.profiles = [
            ProfileCard(profile, mark if profile.is_current else "") for profile in profiles
        ]
        for card in self.profiles:
            self._cards.addWidget(card)
            card.chosen.connect(self.chosen)
            card.renamed.connect(self.renamed)
            card.removed.connect(self.removed)
        blocker = QSignalBlocker(self.asking)
        self.asking.setChecked(asks)
        blocker.unblock()
        self.asking.update()
        if held:
            self._hold(held)

    def show_trouble(self, text: str, folder: str = "") -> None:
        """Say under its field why a profile could not be made, or not be called that."""
        card = next((card for card in self.profiles if card.profile.folder == folder), None)
        if card is None or not card.show_trouble(text):
            self.name.set_error(text)
            self.name.edit.setFocus()

    def show_added(self) -> None:
        """Empty the field: the profile is there."""
        self.name.set_text("")

    def take_focus(self) -> None:
        """Put the focus on the learner who studies now."""
        current = next((card for card in self.profiles if card.profile.is_current), None)
        if current is not None:
            current.show()
            current.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held(self) -> str:
        """Return the folder of the learner whose card has the focus."""
        focused = self.window().focusWidget()
        cards = (card for card in self.profiles if card.isAncestorOf(focused))
        return next((card.profile.folder for card in cards), "")

    def _hold(self, folder: str) -> None:
        card = next((card for card in self.profiles if card.profile.folder == folder), None)
        if card is None:
            self.take_focus()
        else:
            # By itself it would be shown by an event, and take no focus before that.
            card.show()
            card.rename.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        name = self.name.text().strip()
        if name:
            self.added.emit(name)
        else:
            self.name.set_error(_("Skriv et navn."))


def _answers(count: int) -> str:
    return ngettext("{n} svar", "{n} svar", count).format(n=number_text(count))
