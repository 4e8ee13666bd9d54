"""The page in place of all others when the file with the answers cannot be opened."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from quizapp.base.errors import QuizappError
from quizapp.base.texts import _
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.frame import PageScroll
from quizapp.ui.widgets.pages import ErrorPage, Trouble, main_button

_DAMAGED = "errors.damaged"
_NO_COPY = "errors.damaged_no_copy"
_NOT_A_BANK = "errors.not_a_bank"
_DISK_FULL = ("errors.disk_full", "errors.no_room", "errors.no_room_for_copy")


class TroublePage(PageScroll):
    """Says what is wrong with the bank.

    ``retried`` opens it again, ``quit_asked`` gives up. ``mend_asked`` carries work that needs the
    time: it puts a copy in the bank's place, or sets the bank aside; then it can be opened.
    """

    retried = Signal()
    mend_asked = Signal(object)
    quit_asked = Signal()

    def __init__(self, bank: Path, error: QuizappError, parent: QWidget | None = None) -> None:
        super().__init__(760, at_desk=True, parent=parent)
        self._bank = bank
        what, what_now = str(error), _("Ret det, der står ovenfor, og prøv igen.")
        code = error.message.code
        if code in _DISK_FULL:
            # Its own sentence speaks of an answer, and none has been given.
            what, what_now = _("Disken er fuld."), _("Frigør plads, og prøv igen.")
        elif code == _DAMAGED:
            what_now = _("Gendan den nyeste sikkerhedskopi. Den beskadigede fil bliver liggende.")
        elif code in (_NO_COPY, _NOT_A_BANK):
            what_now = _(
                "Har du en kopi af filen et andet sted, så vælg den."
                " Ellers kan du begynde forfra. Filen bliver liggende."
            )
        self.main, *others = self._buttons(code)
        copy = Button(_("Kopiér fejlen"), icon="copy")
        copy.clicked.connect(lambda: self._copy(copy, f"{bank}\n{error}"))
        leave = Button(_("Afslut Quizapp"), Dress.QUIET)
        leave.clicked.connect(self.quit_asked)
        trouble = Trouble(
            title=_("Dine svar kunne ikke åbnes"),
            comfort=_("Intet er ændret."),
            what=what,
            where=str(bank),
            what_now=what_now,
        )
        self._page = ErrorPage(trouble, (self.main, *others, copy, leave))
        self.column.addWidget(self._page)

    def take_focus(self) -> None:
        """Put the focus on the main button, and say aloud what is wrong and what can be done."""
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._page.accessibleName(), urgent=True)

    def _buttons(self, code: str) -> Sequence[Button]:
        """Return the ways on, the main one first."""
        if code == _NO_COPY:
            return self._anew(is_main=True), self._choose_button(_("Vælg en kopi …"))
        main = main_button(_("Prøv igen"), "refresh-cw")
        if code == _DAMAGED:
            main = main_button(_("Gendan"), "rotate-ccw")
            main.clicked.connect(lambda: self.mend_asked.emit(self._restore_newest))
        else:
            main.clicked.connect(self.retried)
        if code in (_DAMAGED, _NOT_A_BANK):
            # Every copy may be damaged too.
            return main, self._choose_button(_("Vælg en anden kopi …")), self._anew()
        return (main,)

    def _anew(self, *, is_main: bool = False) -> Button:
        button = Button(_("Begynd forfra"), icon="play")
        if is_main:
            button = main_button(_("Begynd forfra"), "play")
        button.clicked.connect(lambda: self.mend_asked.emit(self._set_aside))
        return button

    def _choose_button(self, text: str) -> Button:
        button = Button(text, icon="folder-open")
        button.clicked.connect(self._choose_copy)
        return button

    def _choose_copy(self) -> None:
        folder = self._bank.parent / "backups"
        chosen, _kind = QFileDialog.getOpenFileName(
            self.window(),
            _("Vælg en kopi"),
            str(folder if folder.exists() else Path.home()),
            _("Filer med svar (*.quizbank)"),
        )
        if chosen:
            self.restore(Path(chosen))

    def restore(self, copy: Path) -> None:
        """Ask for a copy to be put in the bank's place."""

        def work(now: datetime) -> None:
            from quizapp.upkeep.backups import restore  # noqa: PLC0415 - loads SQLAlchemy

            restore(self._bank, copy, now)

        self.mend_asked.emit(work)

    def _restore_newest(self, now: datetime) -> None:
        from quizapp.upkeep.backups import restore_newest  # noqa: PLC0415 - loads SQLAlchemy

        restore_newest(self._bank, now)

    def _set_aside(self, now: datetime) -> None:
        from quizapp.upkeep.backups import set_aside  # noqa: PLC0415 - loads SQLAlchemy

        set_aside(self._bank, now)

    def _copy(self, button: Button, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        button.set_text(_("Kopieret"))
        announce(button, _("Kopieret"))
