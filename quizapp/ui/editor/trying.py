"""The preview tied to the pack: the question that is shown, and answers that are tried."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from quizapp.base.texts import _
from quizapp.library.editing.document import Document
from quizapp.library.editing.trials import Trial, try_answer, try_text
from quizapp.packs.manifest import is_file_name
from quizapp.packs.media import MEDIA_FOLDER
from quizapp.questions.answers import Answer
from quizapp.questions.pack import Medium
from quizapp.study.flow import Picture
from quizapp.study.shown import FindPicture
from quizapp.ui.editor.preview import Preview, Previewed, previewed
from quizapp.ui.editor.session import Session
from quizapp.ui.tasks import TaskHandle, TaskRunner


class Trying(QObject):
    """Reads and marks in the worker; what was asked for last is what is shown."""

    failed = Signal(object)

    def __init__(
        self, preview: Preview, session: Session, runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._session = session
        self._runner = runner
        self._uid: int | None = None
        self._is_resting = False
        self._look: TaskHandle | None = None
        self._try: TaskHandle | None = None
        preview.tried.connect(self._on_tried)
        preview.answered.connect(self._on_answered)

    @property
    def _document(self) -> Document:
        return self._session.document

    def show(self, uid: int | None) -> None:
        """Show a question as it is now; None where not one is chosen."""
        if self._is_resting:
            return
        self._uid = uid
        if self._look is not None:
            self._look.cancel()
        if uid is None:
            self._preview.show_nothing(_("Vælg ét spørgsmål for at se det her."))
            return
        fields, manifest = self._document.fields(uid) or {}, self._document.manifest()
        find = self._finder()

        def show(found: Previewed) -> None:
            if found.uid == self._uid:
                self._preview.show_previewed(found)

        self._look = self._runner.run(
            lambda: previewed(uid, fields, manifest, find), show, self.failed.emit
        )

    def rest(self) -> None:
        """Show nothing more, also of what is asked for from now on: the preview may go."""
        self._is_resting = True
        for asked in (self._look, self._try):
            if asked is not None:
                asked.cancel()

    def _finder(self) -> FindPicture:
        folder = self._session.folder / MEDIA_FOLDER
        media = {one.name: one for one in self._document.media()}

        def find(name: str) -> Picture | None:
            path = folder / name
            if not is_file_name(name) or not path.is_file():
                return None
            return Picture(path, media.get(name, Medium(name=name)))

        return find

    def _on_tried(self, text: str) -> None:
        question, marking = self._preview.question, self._document.manifest().marking
        if question is not None:
            self._mark(text, lambda: try_text(question, text, marking))

    def _on_answered(self, answer: Answer) -> None:
        question, marking = self._preview.question, self._document.manifest().marking
        if question is not None:
            self._mark("", lambda: try_answer(question, answer, marking))

    def _mark(self, text: str, work: Callable[[], Trial | None]) -> None:
        if self._is_resting:
            return
        if self._try is not None:
            self._try.cancel()
        show = self._preview.show_trial
        self._try = self._runner.run(work, lambda trial: show(text, trial), self.failed.emit)
