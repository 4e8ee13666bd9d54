"""What a list and a sentence with gaps share: several texts, typed and marked one by one."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.questions.answers import TypedList
from quizapp.ui.study.answer_view import AnswerView
from quizapp.ui.study.prompts import Prompt
from quizapp.ui.widgets.gap_text import GapText
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.list_field import ListField
from quizapp.ui.widgets.marks import IconLine


class SeveralView(AnswerView):
    """Lines above and below the inputs; what is typed in them is one answer."""

    gap_px = 12

    def __init__(
        self,
        prompt: Prompt,
        inputs: GapText | ListField,
        keys: KeyLine,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._inputs = inputs
        self._error = IconLine("circle-alert", "", colour="bad")
        self._error.hide()
        label = WrappingLabel(prompt.label, "base", "muted")
        self._around = (label, self._error, IconLine("info", prompt.hint), keys)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(label)
        self._column.addWidget(inputs)
        for part in self._around[1:]:
            self._column.addWidget(part)
        inputs.changed.connect(self._on_changed)
        inputs.submitted.connect(lambda _texts: self.submit())
        self._restyle()

    @override
    def fields(self) -> tuple[QLineEdit, ...]:
        raise NotImplementedError

    @override
    def can_submit(self) -> bool:
        return not self.is_judged and any(text.strip() for text in self._inputs.answers())

    @override
    def submit(self) -> None:
        if self.can_submit():
            self.submitted.emit(TypedList(self._inputs.answers()))
        elif not self.is_judged:
            self._error.set_text(_("Skriv et svar, eller vælg »Ved ikke«."))
            self._error.show()
            self.take_focus()

    @override
    def no_answer(self) -> TypedList:
        return TypedList(())

    @override
    def take_focus(self) -> None:
        self._inputs.setFocus()

    @override
    def has_text(self) -> bool:
        return any(edit.hasFocus() and edit.isUndoAvailable() for edit in self.fields())

    def _hide_around(self) -> None:
        for part in self._around:
            part.hide()

    def _on_changed(self) -> None:
        self._error.hide()
        self.changed.emit()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(self.gap_px))
