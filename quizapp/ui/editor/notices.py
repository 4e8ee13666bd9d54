"""What asks for a choice: work that was rescued, or a file that others changed meanwhile."""

from PySide6.QtCore import QObject, Signal

from quizapp.base.errors import QuizappError
from quizapp.base.texts import _, ngettext, number_text
from quizapp.library.editing.store import read_folder
from quizapp.ui.editor.notice import Notice
from quizapp.ui.editor.session import Session

_KEEP, _DROP, _MINE = "keep", "drop", "mine"


class Notices(QObject):
    """Asks, and does what was chosen; ``settled`` says that it is done."""

    settled = Signal()
    failed = Signal(object)

    def __init__(self, notice: Notice, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self._session = session
        notice.chosen.connect(self._on_chosen)
        session.clashed.connect(self._offer_both)

    def _offer_both(self) -> None:
        text = _("Filen er ændret af et andet program. Begge udgaver er der endnu.")
        choices = ((_MINE, _("Behold min")), ("theirs", _("Brug den anden")))
        self._notice.show_notice(text, choices)

    def _on_chosen(self, code: str) -> None:
        self._notice.hide()
        match code:
            case "keep":
                self._session.keep_rescued()
            case "drop":
                self._drop()
            case "mine":
                self._session.keep_own()
            case _:
                self._session.take_other()
        self.settled.emit()

    def _drop(self) -> None:
        try:
            self._session.drop_rescued(read_folder(self._session.folder))
        except QuizappError as error:
            self.failed.emit(error)


def offer_rescued(notice: Notice, count: int) -> None:
    """Offer what a program that died had not saved."""
    text = ngettext(
        "Programmet lukkede uventet. {n} ændring er reddet.",
        "Programmet lukkede uventet. {n} ændringer er reddet.",
        count,
    )
    choices = ((_KEEP, _("Behold")), (_DROP, _("Kassér")))
    notice.show_notice(text.format(n=number_text(count)), choices)
