"""A sentence with gaps to fill."""

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.grading.verdict import Outcome, PartVerdict
from quizapp.questions.answers import TypedList
from quizapp.questions.cards import model_answer
from quizapp.questions.keys import Gap as QuestionGap
from quizapp.questions.keys import Key, TermKey
from quizapp.questions.kinds import Cloze
from quizapp.study.flow import Judged
from quizapp.ui.study.prompts import gap_label, prompt_of
from quizapp.ui.study.several_view import SeveralView
from quizapp.ui.widgets.gap_text import Gap, GapText
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.options import Mark, OptionRow, OptionState

_STATES = {
    Outcome.CORRECT: OptionState.RIGHT,
    Outcome.ALMOST: OptionState.ALMOST,
    Outcome.WRONG: OptionState.WRONG,
}


class ClozeView(SeveralView):
    """The sentence itself, with a field for each gap."""

    def __init__(self, question: Cloze, parent: QWidget | None = None) -> None:
        prompt = prompt_of(question)
        text = GapText([_piece(part) for part in question.parts])
        total = len(question.gaps)
        for number, (gap, field) in enumerate(
            zip(question.gaps, text.fields, strict=True), start=1
        ):
            field.edit.setAccessibleName(gap_label(gap.key, number, total))
            field.edit.setAccessibleDescription(prompt.hint)
        keys = KeyLine(((_("Enter"), _("næste hul – svarer fra det sidste")),))
        super().__init__(prompt, text, keys, parent)
        self._question = question
        self.text = text
        self.text.moved.connect(self._on_moved)

    @override
    def fields(self) -> tuple[QLineEdit, ...]:
        return tuple(field.edit for field in self.text.fields)

    @override
    def show_judged(self, judged: Judged) -> None:
        super().show_judged(judged)
        self._hide_around()
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

    def _on_moved(self, at: int) -> None:
        place = _("Hul {i} af {n}").format(i=at + 1, n=len(self.text.fields))
        self.noted.emit(place)


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
