"""How an answer turned out: the verdict in words, and the answer beside the right one."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Box, Hairline
from quizapp.ui.widgets.label import Span, WrappingLabel
from quizapp.ui.widgets.marks import Disc

_STACK_BELOW_EM = 34


class Outcome(StrEnum):
    """The three verdicts, as they are shown."""

    RIGHT = "right"
    ALMOST = "almost"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class _Dress:
    icon: str
    colour: str


DRESSES = {
    Outcome.RIGHT: _Dress("check", "ok"),
    Outcome.ALMOST: _Dress("equal-approximately", "warn"),
    Outcome.WRONG: _Dress("x", "bad"),
}
# Letters of an answer that is written large; what is longer is a text, and set as one.
_LARGE_UP_TO = 80


class VerdictBox(Box):
    """Disc with its sign, the word, and one sentence."""

    def __init__(
        self, outcome: Outcome, headline: str, sentence: str = "", parent: QWidget | None = None
    ) -> None:
        dress = DRESSES[outcome]
        super().__init__(
            fill=f"{dress.colour}_soft",
            line=f"{dress.colour}_line",
            radius="tile",
            padding=(18, 14),
            parent=parent,
        )
        self._disc = Disc(dress.icon, dress.colour)
        self._headline = WrappingLabel(headline, "section", dress.colour)
        self._sentence = WrappingLabel(sentence)
        if not sentence:
            self._sentence.hide()
        self._line = QHBoxLayout()
        self._words = QVBoxLayout()
        self._words.addWidget(self._headline)
        self._words.addWidget(self._sentence)
        self._line.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(self._words, 1)
        self.body.addLayout(self._line)
        self.setAccessibleName(f"{headline}. {sentence}".strip())
        self._restyle()

    @override
    def _restyle(self) -> None:
        super()._restyle()
        self._line.setSpacing(self.look.space(16))
        self._words.setSpacing(self.look.space(2))


class AnswerPair(Part):
    """The learner's own answer and the right one, side by side or, when narrow, stacked."""

    def __init__(
        self,
        own: tuple[str, str],
        right: tuple[str, str],
        outcome: Outcome,
        *,
        mark_difference: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        colour = DRESSES[outcome].colour
        self._own = _LabelledValue(*own, colour)
        self._right = _LabelledValue(*right, "text")
        if mark_difference:
            self._own.value.set_spans(differing(own[1], right[1], colour))
            self._right.value.set_spans(differing(right[1], own[1], "text"))
        self._rule = Hairline(upright=True)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._own, 2)
        self._line.addWidget(self._rule)
        self._line.addWidget(self._right, 3)
        self._restyle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = 0 < self.width() < self.look.em(_STACK_BELOW_EM)
        self._rule.setVisible(not stacked)
        if lay(self._line, is_beside=not stacked):
            self.updateGeometry()

    @override
    def _restyle(self) -> None:
        self._line.setSpacing(self.look.space(20))
        self._arrange()


class _LabelledValue(Part):
    """A small label over a large value."""

    def __init__(self, label: str, value: str, colour: str) -> None:
        super().__init__()
        role = "answer" if len(value) <= _LARGE_UP_TO else "base"
        self.value = WrappingLabel(value, role, colour)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(WrappingLabel(label, "label", "muted"))
        column.addWidget(self.value)
        column.addStretch(1)


def differing(text: str, other: str, colour: str) -> Sequence[Span]:
    """Underline the letters of ``text`` that ``other`` does not have in that place."""
    # Letter for letter, so that places stay what they were: »ß« would become two.
    small, wanted = ([letter.lower() for letter in each] for each in (text, other))
    matcher = SequenceMatcher(None, small, wanted, autojunk=False)
    return tuple(
        Span(start=start, length=end - start, colour=colour, weight=700, underlined=True)
        for tag, start, end, _from, _to in matcher.get_opcodes()
        if tag != "equal" and end > start
    )
