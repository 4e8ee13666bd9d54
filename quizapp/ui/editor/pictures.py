"""Pictures that somebody brings: copied into the pack, and said more of."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, QObject, Signal
from shiboken6 import isValid

from quizapp.library.editing.media_in import bring_in_medium, content_to_bring
from quizapp.library.editing.parts import fields_of
from quizapp.questions.codec import decode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import images_of
from quizapp.ui.editor.picture_input import Brought, PictureInput
from quizapp.ui.editor.question_form import QuestionForm
from quizapp.ui.editor.session import Session
from quizapp.ui.tasks import TaskRunner


class Pictures(QObject):
    """Copies pictures into the pack's folder in the worker; ``flush`` takes in what was typed."""

    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        runner: TaskRunner,
        flush: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._flush = flush

    def bring(self, brought: Brought, part: PictureInput) -> None:
        """Copy a picture into the pack, and give it to where it was brought.

        Another question may be shown by then: it does not get the picture.
        """
        folder, document = self._session.folder, self._session.document
        turn = part.turn

        def work() -> str:
            content = content_to_bring(brought.path) if brought.path else brought.content
            return bring_in_medium(folder, brought.name, content)

        def done(name: str) -> None:
            self._flush()
            document.settle()
            before = document.steps
            if all(one.name != name for one in document.media()):
                document.set_medium(name, {"titel": brought.name.rsplit(".", 1)[0]})
            if isValid(part) and part.turn == turn:
                part.show_file(name)
            document.join(before)
            self._session.note_change()

        self._runner.run(work, done, self.failed.emit)

    def say(self, name: str, fields: Mapping[str, Plain] | None) -> None:
        """Say what a picture shows, and where it is from; None where it was taken away.

        What other questions show stays.
        """
        self._flush()
        document = self._session.document
        if fields is None and name in self._shown():
            document.settle()
            return
        before, steps = document.text, document.steps
        document.set_medium(name, fields)
        if document.text == before:
            return
        if fields is None:
            # With the step that took it away from the question.
            document.join(max(steps - 1, 0))
        self._session.note_change()

    def _shown(self) -> set[str]:
        drafts = (decode(fields_of(one) or {}).draft for one in self._session.document.questions)
        return {name for draft in drafts if draft is not None for name in images_of(draft)}

    def drop(self, form: QuestionForm | None, brought: QMimeData) -> None:
        """Give what was dropped beside the fields to the question itself."""
        if form is not None and form.picture is not None:
            form.picture.take(brought)

    def show(self, form: QuestionForm) -> None:
        """Show in the form what the pack says of the picture."""
        media = {one.name: one for one in self._session.document.media()}
        for part in form.all_pictures():
            part.show_medium(media.get(str(part.value())))
