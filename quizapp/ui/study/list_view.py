"""An enumeration: one line for each answer that is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.grading.verdict import Outcome
from quizapp.questions.kinds import Enumeration
from quizapp.study.flow import Judged
from quizapp.ui.study.prompts import prompt_of
from quizapp.ui.study.several_view import SeveralView
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.list_field import ListField
from quizapp.ui.widgets.options import Mark, OptionRow, OptionState


class ListView(SeveralView):
    """Fields below each other: Enter goes to the next and answers from the last."""

    gap_px = 10

    def __init__(self, question: Enumeration, parent: QWidget | None = None) -> None:
        prompt = prompt_of(question)
        field = ListField(question.asked_count, f"{prompt.label}. {prompt.hint}")
        keys = KeyLine(
            ((_("Enter"), _("næste linje – svarer fra den sidste")), (_("↑ ↓"), _("ret en linje")))
        )
        super().__init__(prompt, field, keys, parent)
        self._question = question
        self.field = field

    @override
    def fields(self) -> tuple[QLineEdit, ...]:
        return tuple(line.edit for line in self.field.lines)

    @override
    def show_judged(self, judged: Judged) -> None:
        super().show_judged(judged)
        self._hide_around()
        self.field.hide()
        for at, found in enumerate(self._found(judged)):
            self._column.insertWidget(at, found)

    def _found(self, judged: Judged) -> list[OptionRow]:
        """Every answer that was asked for, found or missed, and below them what did not belong."""
        hits = {part.expected: part for part in judged.verdict.parts if part.outcome}
        rows: list[OptionRow] = []
        for wordings in self._question.answers:
            hit = next((hits[wording] for wording in wordings if wording in hits), None)
            if hit is None:
                mark = Mark(OptionState.MISSED, _("Manglede"))
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


def _row(number: int, text: str, mark: Mark) -> OptionRow:
    row = OptionRow(str(number), text)
    row.set_mark(mark)
    row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row.blockSignals(True)  # noqa: FBT003 - Qt's own signature
    return row
