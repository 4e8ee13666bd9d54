"""An enumeration: one line for each answer that is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.grading.verdict import Outcome
from quizapp.questions.answers import TypedList
from quizapp.questions.kinds import Enumeration
from quizapp.study.flow import Judged
from quizapp.ui.study.answer_view import AnswerView
from quizapp.ui.study.prompts import prompt_of
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.list_field import ListField
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.options import Mark, OptionRow, OptionState


class ListView(AnswerView):
    """Fields below each other: Enter goes to the next and answers from the last."""

    def __init__(self, question: Enumeration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        prompt = prompt_of(question)
        self._label = WrappingLabel(prompt.label, "base", "muted")
        self.field = ListField(question.asked_count, f"{prompt.label}. {prompt.hint}")
        self._error = IconLine("circle-alert", "", colour="bad")
        self._error.hide()
        self._hint = IconLine("info", prompt.hint)
        self._keys = KeyLine(
            ((_("Enter"), _("næste linje – svarer fra den sidste")), (_("↑ ↓"), _("ret en linje")))
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self.field, self._error, self._hint, self._keys):
            self._column.addWidget(part)
        self.field.changed.connect(self._on_changed)
        self.field.submitted.connect(lambda _texts: self.submit())
        self._restyle()

    @override
    def can_submit(self) -> bool:
        return not self.is_judged and bool(self.field.answers())

    @override
    def submit(self) -> None:
        if self.can_submit():
            self.submitted.emit(TypedList(self.field.answers()))
        elif not self.is_judged:
            self._error.set_text(_("Skriv et svar, eller vælg »Ved ikke«."))
            self._error.show()
            self.take_focus()

    @override
    def no_answer(self) -> TypedList:
        return TypedList(())

    @override
    def take_focus(self) -> None:
        self.field.setFocus()

    @override
    def fields(self) -> tuple[QWidget, ...]:
        return tuple(line.edit for line in self.field.lines)

    @override
    def has_text(self) -> bool:
        return any(it.edit.hasFocus() and it.edit.isUndoAvailable() for it in self.field.lines)

    @override
    def show_judged(self, judged: Judged) -> None:
        super().show_judged(judged)
        for part in (self._label, self.field, self._hint, self._keys, self._error):
            part.hide()
        for at, found in enumerate(self._found(judged)):
            self._column.insertWidget(at, found)

    def _found(self, judged: Judged) -> list[OptionRow]:
        """Every answer that was asked for, found or missed, and below them what did not belong."""
        hits = {part.expected: part for part in judged.verdict.parts if part.outcome}
        rows: list[OptionRow] = []
        for wordings in self._question.answers:
            hit = next((hits[wording] for wording in wordings if wording in hits), None)
            if hit is None:
                mark = Mark(OptionState.DIMMED, _("Manglede"))
            else:
                known = {wording.casefold() for wording in wordings}
                differs = hit.given.strip().casefold() not in known
                note = _("Du skrev: {given}").format(given=hit.given) if differs else ""
                mark = Mark(OptionState.RIGHT, _("Fundet"), note)
            rows.append(_row(len(rows) + 1, wordings[0], mark))
        for part in judged.verdict.parts:
            if part.outcome is Outcome.WRONG and part.given.strip():
                mark = Mark(OptionState.WRONG, _("Hører ikke med"))
                rows.append(_row(len(rows) + 1, part.given, mark))
        return rows

    def _on_changed(self) -> None:
        self._error.hide()
        self.changed.emit()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(10))


def _row(number: int, text: str, mark: Mark) -> OptionRow:
    row = OptionRow(str(number), text)
    row.set_mark(mark)
    row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row.blockSignals(True)  # noqa: FBT003 - Qt's own signature
    return row
