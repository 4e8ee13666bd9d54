"""The page in place of all others when the file with the answers cannot be opened."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.texts import _
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.frame import PageScroll
from quizapp.ui.widgets.pages import ErrorPage, Trouble, main_button

_DAMAGED = "errors.damaged"
_DISK_FULL = "errors.disk_full"


class TroublePage(PageScroll):
    """Says what is wrong with the bank.

    ``retried`` opens it again, ``restore_asked`` puts the newest copy in
    its place, ``quit_asked`` gives up.
    """

    retried = Signal()
    restore_asked = Signal()
    quit_asked = Signal()

    def __init__(self, bank: Path, error: QuizappError, parent: QWidget | None = None) -> None:
        super().__init__(760, at_desk=True, parent=parent)
        self.main = main_button(_("Prøv igen"), "refresh-cw")
        what, what_now = str(error), _("Ret det, der står ovenfor, og prøv igen.")
        if error.message.code == _DISK_FULL:
            # Its own sentence speaks of an answer, and none has been given.
            what, what_now = _("Disken er fuld."), _("Frigør plads, og prøv igen.")
        if error.message.code == _DAMAGED:
            self.main = main_button(_("Gendan"), "rotate-ccw")
            what_now = _("Gendan den nyeste sikkerhedskopi. Den beskadigede fil bliver liggende.")
        copy = Button(_("Kopiér fejlen"), icon="copy")
        leave = Button(_("Afslut Quizapp"), Dress.QUIET)
        trouble = Trouble(
            title=_("Dine svar kunne ikke åbnes"),
            comfort=_("Intet er ændret."),
            what=what,
            where=str(bank),
            what_now=what_now,
        )
        is_damaged = error.message.code == _DAMAGED
        self.main.clicked.connect(self.restore_asked if is_damaged else self.retried)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{bank}\n{error}"))
        leave.clicked.connect(self.quit_asked)
        self._said = f"{trouble.title}. {what}"
        self.column.addWidget(ErrorPage(trouble, (self.main, copy, leave)))

    def take_focus(self) -> None:
        """Put the focus on the main button, and say aloud what is wrong."""
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._said, urgent=True)


def restore_newest(bank: Path, clock: Clock) -> Path | None:
    """Put the newest copy in the place of a bank; return where the bank's file lies now."""
    from quizapp.upkeep.backups import list_backups, restore  # noqa: PLC0415 - loads SQLAlchemy

    return restore(bank, list_backups(bank)[0].path, clock.now())
