"""Pictures that somebody brings: copied into the pack, and said more of."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from quizapp.base.errors import QuizappError
from quizapp.library.editing.media_in import bring_in_medium
from quizapp.questions.codec_mistakes import Plain
from quizapp.ui.editor.picture_input import Brought
from quizapp.ui.editor.question_form import QuestionForm
from quizapp.ui.editor.session import Session
from quizapp.ui.tasks import TaskRunner


class Pictures(QObject):
    """Copies pictures into the pack's folder in the worker."""

    failed = Signal(object)

    def __init__(self, session: Session, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner

    def bring(self, brought: Brought, form: Callable[[], QuestionForm | None]) -> None:
        """Copy a picture into the pack, and give it to the question of the form."""
        folder, document = self._session.folder, self._session.document

        def work() -> str:
            try:
                content = brought.path.read_bytes() if brought.path else brought.content
            except OSError as error:
                raise QuizappError("not_opened", path=brought.name) from error
            return bring_in_medium(folder, brought.name, content)

        def done(name: str) -> None:
            shown = form()
            document.settle()
            if all(one.name != name for one in document.media()):
                document.set_medium(name, {"titel": brought.name.rsplit(".", 1)[0]})
            if shown is not None and shown.picture is not None:
                shown.picture.show_file(name)
            self._session.note_change()

        self._runner.run(work, done, self.failed.emit)

    def say(self, name: str, fields: Mapping[str, Plain]) -> None:
        """Say what a picture shows, and where it is from."""
        document = self._session.document
        before = document.text
        document.set_medium(name, fields)
        if document.text != before:
            self._session.note_change()

    def show(self, form: QuestionForm) -> None:
        """Show in the form what the pack says of the picture."""
        if form.picture is not None:
            media = {one.name: one for one in self._session.document.media()}
            form.picture.show_medium(media.get(str(form.picture.value())))
