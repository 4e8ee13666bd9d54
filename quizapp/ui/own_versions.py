"""»Min udgave« tied to the shelf: read, written, taken back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from quizapp.base.errors import QuizappError
from quizapp.base.ids import CardKey
from quizapp.base.texts import _
from quizapp.library.own_texts import OwnTexts
from quizapp.ui.forms.own_version_box import OwnVersionBox
from quizapp.ui.program import Services
from quizapp.ui.tasks import TaskRunner

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.library.own_versions import OwnDone, Versions


class OwnVersions(QObject):
    """Reads and keeps own versions.

    ``told`` carries a sentence and what takes it back; ``changed`` says that a question is asked
    otherwise now.
    """

    told = Signal(str, object)
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, services: Services, runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shelf = services.shelf
        self._runner = runner

    def open(self, question: int, show: Callable[[OwnVersionBox], None]) -> None:
        """Hand over a box with a question's texts; what is saved in it is kept."""

        def put(versions: "Versions") -> None:
            box = OwnVersionBox(versions.asked)
            box.saved.connect(lambda texts: self._keep(question, texts, box))
            show(box)
            if box.parent() is None:
                # The question it was for has gone from the page meanwhile.
                box.deleteLater()

        self._runner.run(lambda: self._shelf.versions(question), put, self.failed.emit)

    def open_for(self, card: CardKey, show: Callable[[OwnVersionBox], None]) -> None:
        """Do as ``open``, for a card that is asked."""
        self._runner.run(
            lambda: self._shelf.question_number(card),
            lambda question: self.open(question, show),
            self.failed.emit,
        )

    def ask_as_packed(self, question: int) -> None:
        """Ask a question as the pack has it again."""

        def done(taken: "OwnDone") -> None:
            self.changed.emit()
            self.told.emit(_("Pakkens udgave gælder igen."), lambda: self._undo(taken))

        self._runner.run(lambda: self._shelf.ask_as_packed(question), done, self.failed.emit)

    def _keep(self, question: int, texts: OwnTexts, box: OwnVersionBox) -> None:
        def done(kept: "OwnDone") -> None:
            if isValid(box):  # whose page may have been left meanwhile
                box.closed.emit()
            self.changed.emit()
            self.told.emit(_("Din udgave er gemt."), lambda: self._undo(kept))

        def refused(error: Exception) -> None:
            is_of_texts = isinstance(error, QuizappError) and error.message.code.startswith(
                "packs."
            )
            if is_of_texts and isValid(box):
                box.show_error(str(error))
            else:
                self.failed.emit(error)

        self._runner.run(lambda: self._shelf.keep_own(question, texts), done, refused)

    def _undo(self, done: "OwnDone") -> None:
        def told(_nothing: object) -> None:
            self.changed.emit()
            self.told.emit(_("Alt er som før."), None)

        self._runner.run(lambda: self._shelf.undo_own(done), told, self.failed.emit)
