"""A sentence with gaps to fill."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.grading.verdict import Outcome, PartVerdict
from quizapp.questions.answers import TypedList
from quizapp.questions.cards import model_answer
from quizapp.questions.keys import Gap as QuestionGap
from quizapp.questions.keys import Key, TermKey
from quizapp.questions.kinds import Cloze
from quizapp.study.flow import Judged
from quizapp.ui.study.answer_view import AnswerView
from quizapp.ui.study.prompts import gap_label, prompt_of
from quizapp.ui.widgets.gap_text import Gap, GapText
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.options import Mark, OptionRow, OptionState

_STATES = {
    Outcome.CORRECT: OptionState.RIGHT,
    Outcome.ALMOST: OptionState.ALMOST,
    Outcome.WRONG: OptionState.WRONG,
}


class ClozeView(AnswerView):
    """The sentence itself, with a field for each gap."""

    def __init__(self, question: Cloze, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        prompt = prompt_of(question)
        self._label = WrappingLabel(prompt.label, "base", "muted")
        self.text = GapText([_piece(part) for part in question.parts])
        total = len(question.gaps)
        for number, (gap, field) in enumerate(
            zip(question.gaps, self.text.fields, strict=True), start=1
        ):
            field.edit.setAccessibleName(gap_label(gap.key, number, total))
            field.edit.setAccessibleDescription(prompt.hint)
        self._error = IconLine("circle-alert", "", colour="bad")
        self._error.hide()
        self._hint = IconLine("info", prompt.hint)
        self._keys = KeyLine(((_("Enter"), _("næste hul – svarer fra det sidste")),))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self.text, self._error, self._hint, self._keys):
            self._column.addWidget(part)
        self.text.changed.connect(self._on_changed)
        self.text.submitted.connect(lambda _texts: self.submit())
        self.text.moved.connect(self._on_moved)
        self._restyle()

    @override
    def can_submit(self) -> bool:
        return not self.is_judged and any(text.strip() for text in self.text.answers())

    @override
    def submit(self) -> None:
        if self.can_submit():
            self.submitted.emit(TypedList(self.text.answers()))
        elif not self.is_judged:
            self._error.set_text(_("Skriv et svar, eller vælg »Ved ikke«."))
            self._error.show()
            self.take_focus()

    @override
    def no_answer(self) -> TypedList:
        return TypedList(())

    @override
    def take_focus(self) -> None:
        self.text.setFocus()

    @override
    def fields(self) -> tuple[QWidget, ...]:
        return tuple(field.edit for field in self.text.fields)

    @override
    def has_text(self) -> bool:
        return any(it.edit.hasFocus() and it.edit.isUndoAvailable() for it in self.text.fields)

    @override
    def show_judged(self, judged: Judged) -> None:
        super().show_judged(judged)
        for part in (self._label, self._error, self._hint, self._keys):
            part.hide()
        self.noted.emit("")
        given = judged.answer.texts if isinstance(judged.answer, TypedList) else ()
        count = len(self.text.fields)
        self.text.set_answers([*given, *([""] * count)][:count])
        parts = list(judged.verdict.parts)[:count]
        keys = [gap.key for gap in self._question.gaps]
        marks = [_mark(key, part) for key, part in zip(keys, _filled(parts, count), strict=True)]
        self.text.set_marks(marks)
        for number, (key, mark) in enumerate(zip(keys, marks, strict=True), start=1):
            row = OptionRow(str(number), model_answer(key))
            row.set_mark(mark)
            row.setEnabled(False)
            self._column.addWidget(row)

    def _on_changed(self) -> None:
        self._error.hide()
        self.changed.emit()

    def _on_moved(self, at: int) -> None:
        place = _("Hul {i} af {n}").format(i=at + 1, n=len(self.text.fields))
        self.noted.emit(place)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(12))


def _piece(part: str | QuestionGap) -> str | Gap:
    return part if isinstance(part, str) else Gap(_letters(part.key))


def _letters(key: Key) -> int:
    if isinstance(key, TermKey):
        return max(len(answer) for answer in key.answers)
    return len(model_answer(key))


def _filled(parts: list[PartVerdict], count: int) -> list[PartVerdict]:
    missing = PartVerdict(given="", outcome=Outcome.WRONG)
    return [*parts, *([missing] * (count - len(parts)))]


def _mark(key: Key, part: PartVerdict) -> Mark:
    state = _STATES[part.outcome]
    given = part.given.strip()
    note = ""
    if given and given != model_answer(key):
        note = _("Du skrev: {given}").format(given=given)
    match part.outcome:
        case Outcome.CORRECT:
            return Mark(state, _("Rigtigt"), note)
        case Outcome.ALMOST:
            return Mark(state, _("Næsten"), note)
        case Outcome.WRONG:
            return Mark(state, _("Forkert") if given else _("Ikke udfyldt"), note)
