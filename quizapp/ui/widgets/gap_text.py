"""The sentence itself with fields in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.field import FieldFrame
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.options import SIGNS, Mark

_WIDTH_STEPS = (8, 14, 22, 32)
_HUGGING = ".,:;!?)»"


@dataclass(frozen=True, slots=True)
class Gap:
    """A hole in the sentence; ``letters`` is the length of the longest accepted answer."""

    letters: int


class GapField(FieldFrame):
    """A field as wide as a step of lengths, so that its width gives nothing away."""

    def __init__(self, number: int, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._letters = next((step for step in _WIDTH_STEPS if letters <= step), _WIDTH_STEPS[-1])
        self._wide = 0
        self._number = WrappingLabel(str(number), "label", "muted")
        self.line.addWidget(self._number)
        self.set_ink("accent")
        self._restyle()

    def set_ink(self, colour: str) -> None:
        """Write what stands in the field in one of the theme's colours."""
        self.edit.setProperty("ink", colour)
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)

    @override
    def _restyle(self) -> None:
        super()._restyle()
        look = self.look
        self.edit.setFont(look.font("section"))
        letter = QFontMetricsF(look.font("section")).averageCharWidth()
        self._wide = round(letter * self._letters) + look.space(14) * 2 + look.grown(22)
        self.setMaximumWidth(self._wide)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._wide, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._wide, self.look.em(6)), super().minimumSizeHint().height())


class GapText(Part):
    """A sentence of words and gaps; Enter goes to the next gap, in the last one it answers."""

    changed = Signal(object)
    submitted = Signal(object)
    moved = Signal(int)

    def __init__(self, sentence: Sequence[str | Gap], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: list[GapField] = []
        self._flow = FlowLayout(self)
        self._count = sum(isinstance(piece, Gap) for piece in sentence)
        for at, piece in enumerate(sentence):
            if isinstance(piece, Gap):
                after = sentence[at + 1] if at + 1 < len(sentence) else ""
                self._add_gap(piece, after if isinstance(after, str) else "")
            else:
                self._add_words(piece, after_gap=at > 0)
        for first, second in pairwise(self.fields):
            QWidget.setTabOrder(first.edit, second.edit)
        if self.fields:
            self.setFocusProxy(self.fields[0].edit)
        self._restyle()

    def answers(self) -> tuple[str, ...]:
        """Return what stands in the gaps, in reading order."""
        return tuple(field.edit.text() for field in self.fields)

    def set_answers(self, answers: Sequence[str]) -> None:
        """Put texts into the gaps."""
        for field, answer in zip(self.fields, answers, strict=True):
            field.edit.setText(answer)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show how each gap turned out; the word of a mark goes to its description."""
        for field, mark in zip(self.fields, marks, strict=True):
            field.edit.setReadOnly(True)
            field.set_quiet(quiet=True)
            field.set_ink(SIGNS.get(mark.state, ("", "text"))[1])
            field.edit.setAccessibleDescription(". ".join(filter(None, (mark.word, mark.note))))

    def _add_words(self, words: str, *, after_gap: bool) -> None:
        rest = words.lstrip(_HUGGING) if after_gap else words
        for word in rest.split():
            self._flow.addWidget(WrappingLabel(word, "section", capped=False))

    def _add_gap(self, gap: Gap, after: str) -> None:
        number = len(self.fields) + 1
        field = GapField(number, gap.letters)
        self.fields.append(field)
        name = _("hul {n} af {count}").format(n=number, count=self._count)
        field.edit.setAccessibleName(name)
        field.edit.textChanged.connect(self._on_changed)
        field.edit.returnPressed.connect(lambda at=number - 1: self._on_enter(at))
        hugging = after[: len(after) - len(after.lstrip(_HUGGING))]
        if not hugging:
            self._flow.addWidget(field)
            return
        pair = QWidget()
        line = QHBoxLayout(pair)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(field)
        line.addWidget(WrappingLabel(hugging, "section"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._flow.addWidget(pair)

    def _on_changed(self) -> None:
        self.changed.emit(self.answers())

    def _on_enter(self, at: int) -> None:
        if at + 1 < len(self.fields):
            self.focus_gap(at + 1)
        else:
            self.submitted.emit(self.answers())

    def focus_gap(self, at: int) -> None:
        """Move the focus to a gap and select what stands in it."""
        edit: QLineEdit = self.fields[at].edit
        edit.setFocus(Qt.FocusReason.TabFocusReason)
        edit.selectAll()
        self.moved.emit(at)

    @override
    def _restyle(self) -> None:
        space = QFontMetricsF(self.look.font("section")).horizontalAdvance(" ")
        self._flow.set_gaps(round(space), self.look.space(12))
