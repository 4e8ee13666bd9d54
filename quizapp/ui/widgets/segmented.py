"""A choice of one among few, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.paint import draw_box, draw_ring, painting


class Segment(QRadioButton):
    """One of the choices, drawn as a tab."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        look = look_in_force()
        words = QFontMetricsF(look.font("strong")).horizontalAdvance(self.text())
        return QSize(round(words) + 2 * look.space(16) + 2, look.target())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_in_force()
        chosen = self.isChecked()
        radius = look.radius("control")
        with painting(self) as painter:
            draw_box(
                painter,
                QRectF(self.rect()),
                fill=look.colour("accent_soft" if chosen or self.underMouse() else "card"),
                line=look.colour("accent" if chosen else "line"),
                width=2 if chosen else 1,
                radius=radius,
            )
            painter.setFont(look.font("strong" if chosen else "medium"))
            painter.setPen(look.colour("accent" if chosen else "text"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            if self.hasFocus():
                draw_ring(painter, look, self.rect(), radius)


class Segmented(Part):
    """Choices by (value, words); ``chosen`` carries the value when the person changes it."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self.segments = {value: Segment(text) for value, text in choices}
        for value, segment in self.segments.items():
            self._flow.addWidget(segment)
            segment.clicked.connect(lambda _=False, one=value: self.chosen.emit(one))
        self._restyle()

    def set_value(self, value: str) -> None:
        """Show the choice; raises ``KeyError`` for one that is not there."""
        self.segments[value].setChecked(True)

    @override
    def _restyle(self) -> None:
        self._flow.set_gaps(self.look.space(8), self.look.space(8))
