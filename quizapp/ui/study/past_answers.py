"""Takes answers back from »I dag«, the newest first, and brings them back again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from quizapp.base.texts import _
from quizapp.study.taking_back import Returned
from quizapp.ui.program import Services
from quizapp.ui.shell import HOME, Shell
from quizapp.ui.study.prose import plain_of
from quizapp.ui.tasks import TaskRunner


class PastAnswers(QObject):
    """``told`` carries a sentence; ``changed`` says that figures are to be read again."""

    told = Signal(str)
    failed = Signal(object)
    changed = Signal()

    def __init__(
        self, services: Services, runner: TaskRunner, shell: Shell, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._answers = services.desk.answers
        self._runner = runner
        self._shell = shell

    def undo(self) -> None:
        """Take the newest answer back."""
        text = _("Dit svar er taget tilbage: »{question}« Ctrl+Skift+Z gentager det.")
        self._do(self._answers.undo, text, _("Der er ikke noget svar at tage tilbage."))

    def redo(self) -> None:
        """Bring back the answer that was taken back last, where the keys mean that."""
        if self._shell.place != HOME:
            return
        text = _("Dit svar gælder igen: »{question}«")
        self._do(self._answers.redo, text, _("Der er ikke noget at gentage."))

    def _do(self, work: Callable[[], Returned | None], text: str, nothing: str) -> None:
        def done(returned: Returned | None) -> None:
            if returned is None:
                self.told.emit(nothing)
                return
            self.changed.emit()
            self.told.emit(text.format(question=plain_of(returned.prompt)))

        self._runner.run(work, done, self.failed.emit)
