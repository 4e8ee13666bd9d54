"""Sliders: a plain one, and one that also shows, as a ring, the value that is in force."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget
from typing_extensions import override

from quizapp.ui.theme.look import Look, look_in_force
from quizapp.ui.widgets.base import took_new_look
from quizapp.ui.widgets.paint import draw_bar, draw_box, painting


class PlainSlider(QSlider):
    """A slider that leaves the wheel to the page: what only goes by changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ValueSlider(PlainSlider):
    """Whole numbers by arrows, Page keys and pointer; ``valueChanged`` as on every slider."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Look = look_in_force()
        self._present: int | None = None
        self.setAccessibleName(name)
        self.setPageStep(5)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.look.target())

    def set_present(self, value: int) -> None:
        """Show which value is in force."""
        self._present = value
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(8), self.look.target())

    def _knob(self) -> float:
        return float(self.look.space(9))

    def _x(self, value: float) -> float:
        edge = self._knob() + 2
        span = max(self.maximum() - self.minimum(), 1)
        return edge + (self.width() - 2 * edge) * (value - self.minimum()) / span

    def _value_at(self, x: float) -> int:
        edge = self._knob() + 2
        share = (x - edge) / max(self.width() - 2 * edge, 1.0)
        return round(self.minimum() + share * (self.maximum() - self.minimum()))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(True)
        self.setValue(self._value_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._value_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        middle, thick = self.height() / 2, look.space(6)
        knob, x = self._knob(), self._x(self.value())
        with painting(self) as painter:
            whole = QRectF(0, middle - thick / 2, self.width(), thick)
            draw_bar(painter, whole, look.colour("track"))
            draw_bar(painter, QRectF(0, whole.top(), x, thick), look.colour("accent"))
            if self._present is not None:
                painter.setPen(QPen(look.colour("edge"), 2))
                painter.setBrush(look.colour("card"))
                painter.drawEllipse(QPointF(self._x(self._present), middle), knob - 3, knob - 3)
            painter.setPen(QPen(look.colour("card"), 2))
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(QPointF(x, middle), knob, knob)
            if self.hasFocus():
                side = 2 * (knob + 3)
                ring = QRectF(x - side / 2, middle - side / 2, side, side)
                draw_box(painter, ring, line=look.colour("ring"), width=2, radius=side / 2)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if took_new_look(self, event):
            self.setFixedHeight(self.look.target())
            self.update()
