"""A date, a number or a term, typed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import Message, _, say
from quizapp.grading.grade import grade
from quizapp.grading.options import MarkingOptions
from quizapp.questions.answers import Answer, Typed
from quizapp.questions.kinds import Date, Number, Term
from quizapp.study.flow import Judged
from quizapp.ui.study.answer_view import AnswerView
from quizapp.ui.study.prompts import UNREADABLE, cut_short, prompt_of, unreadable_date
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.field import Field, FieldSize


class TypedView(AnswerView):
    """One large field with the notations that are read below it."""

    stays_when_judged = False

    def __init__(self, question: Date | Number | Term, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._was_asked_again = False
        prompt = prompt_of(question)
        unit = question.key.unit if isinstance(question, Number) else ""
        self.field = Field(prompt.label, size=FieldSize.LARGE, unit=unit, example=prompt.example)
        self.field.set_hint(prompt.hint, prompt.notations)
        self.field.edit.setObjectName("answer")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.field.text_changed.connect(self._on_text_changed)
        self.field.submitted.connect(self.submit)

    @override
    def can_submit(self) -> bool:
        return bool(self.field.text().strip())

    @override
    def submit(self) -> None:
        if self.can_submit():
            self.submitted.emit(Typed(self.field.text()))
        else:
            self.field.set_error(_("Skriv et svar, eller vælg »Ved ikke«."))
            self.take_focus()

    @override
    def no_answer(self) -> Typed:
        return Typed("")

    @override
    def take_focus(self) -> None:
        self.field.edit.setFocus()

    @override
    def show_judged(self, judged: Judged) -> None:
        super().show_judged(judged)
        self.field.edit.setEnabled(False)

    @override
    def fields(self) -> tuple[QWidget, ...]:
        return (self.field.edit,)

    @override
    def has_text(self) -> bool:
        return self.field.edit.isUndoAvailable()

    def must_ask_again(self, answer: Answer) -> bool:
        """Ask once more for a date or number that cannot be read; tell whether it was asked."""
        if self._was_asked_again or not isinstance(answer, Typed) or not answer.text.strip():
            return False
        if isinstance(self._question, Term):
            return False
        message = grade(self._question, answer, MarkingOptions()).message
        if not message.code.endswith(UNREADABLE):
            return False
        self._was_asked_again = True
        given = str(message.fields["given"])
        said = say(Message(message.code, {**message.fields, "given": cut_short(given)}))
        if isinstance(self._question, Date):
            said = unreadable_date(self._question, given)
        self.field.set_error(said)
        self.take_focus()
        self.field.edit.selectAll()
        announce(self.field.edit, said, urgent=True)
        return True

    def _on_text_changed(self) -> None:
        self.field.set_error("")
        self.changed.emit()
