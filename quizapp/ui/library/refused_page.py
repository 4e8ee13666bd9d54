"""Why a file was not added: what happened, where, and what to do."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from quizapp.base.errors import QuizappError
from quizapp.base.texts import _
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.pages import ErrorPage, Trouble, main_button

_HAS_ERRORS = "errors.pack_has_errors"


class RefusedPage(PageScroll):
    """An error page; ``retried`` asks for another file, ``left`` goes back."""

    retried = Signal()
    left = Signal()

    def __init__(
        self,
        path: Path,
        error: QuizappError,
        technical: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(760, at_desk=True, parent=parent)
        header = PageHeader(_("Tilføj pakke"), back=_("Bibliotek"))
        header.back_pressed.connect(self.left)
        self.main = main_button(_("Vælg fil …"), "folder-open")
        copy = Button(_("Kopiér fejlen"), icon="copy")
        leave = Button(_("Luk"), Dress.QUIET)
        has_errors = error.message.code == _HAS_ERRORS
        trouble = Trouble(
            title=_("Pakken har fejl") if has_errors else _("Pakken kunne ikke læses"),
            comfort=_("Intet er ændret."),
            what=str(error),
            where=str(path),
            what_now=_what_now(has_errors=has_errors),
            technical=technical,
        )
        self.main.clicked.connect(self.retried)
        copy.clicked.connect(lambda: _copy(copy, f"{path}\n{error}\n{technical}"))
        leave.clicked.connect(self.left)
        self.column.addWidget(header)
        self._page = ErrorPage(trouble, (self.main, copy, leave))
        self.column.addWidget(self._page)

    def take_focus(self) -> None:
        """Put the focus on the main button, and say aloud what is wrong and what can be done."""
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._page.accessibleName(), urgent=True)


def _copy(button: Button, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    button.set_text(_("Kopieret"))
    announce(button, _("Kopieret"))


def _what_now(*, has_errors: bool) -> str:
    if has_errors:
        return _(
            "Bed den, der har skrevet pakken, om at rette den."
            " Er det dig, så viser »quizapp check« alle fejl med linje og tegn."
        )
    return _("Hent filen igen, eller bed den, du har den fra, om at sende en ny.")
