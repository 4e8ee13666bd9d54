"""»Hvor mange minutter om dagen?«: a spin box for each weekday."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import WEEKDAYS, _, ngettext, number_text
from quizapp.ui.exam import words
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.minutes_box import MinutesBox


class WeekPart(Part):
    """The week from Monday; ``changed`` says that some day has other minutes."""

    changed = Signal()

    def __init__(
        self, minutes: Sequence[float], note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.boxes = [
            MinutesBox(short, _("Minutter om {weekday}en").format(weekday=_(day)), round(each))
            for short, day, each in zip(words.short_weekdays(), WEEKDAYS, minutes, strict=True)
        ]
        self._sum = WrappingLabel("", "small", "muted")
        head = QHBoxLayout()
        head.addWidget(WrappingLabel(_("Hvor mange minutter om dagen?"), "small_strong"), 1)
        head.addWidget(self._sum)
        row = QWidget()
        self._flow = FlowLayout(row)
        for box in self.boxes:
            self._flow.addWidget(box)
        self._error = WrappingLabel("", "small", "bad")
        self._error.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addWidget(row)
        if note:
            self._column.addWidget(WrappingLabel(note, "small", "muted"))
        self._column.addWidget(self._error)
        for box in self.boxes:
            box.changed.connect(self._on_changed)
        self._tell()
        self._restyle()

    @property
    def minutes(self) -> tuple[float, ...]:
        """The minutes of the week."""
        return tuple(float(box.minutes) for box in self.boxes)

    def show_error(self, error: str) -> None:
        """Show below the week what is wrong; an empty text takes it away."""
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self.boxes[0].spin.setAccessibleDescription(error)

    def _on_changed(self) -> None:
        self.show_error("")
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        total = round(sum(self.minutes))
        text = ngettext("{n} minut om ugen", "{n} minutter om ugen", total)
        self._sum.setText(text.format(n=number_text(total)))

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(6))
        self._flow.set_gaps(self.look.space(4), self.look.space(4))
