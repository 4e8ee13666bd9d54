"""Switch, tick box and radio mark, with their words; the whole row can be pressed."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.theme.look import Look, look_in_force, words_px, wrapped_px
from quizapp.ui.widgets.base import took_new_look
from quizapp.ui.widgets.paint import draw_box, draw_icon_in, draw_ring, painting

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Tick(QCheckBox):
    """A tick box with wrapping words; ``toggled`` as on every check box."""

    _mark_size = (20, 20)
    _side = 6

    def __init__(self, text: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.look: Look = look_in_force()
        self.setChecked(checked)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(self.look.font("base"))

    def _mark(self) -> QSize:
        width, height = self._mark_size
        return QSize(self.look.grown(width), self.look.grown(height))

    def _places(self, width: int, height: int) -> tuple[QRect, QRect]:
        """Where the mark and the words are; a tick box has its mark first."""
        mark = self._mark()
        side = self.look.space(self._side)
        top = (height - mark.height()) // 2
        left = side + mark.width() + self.look.space(10)
        return QRect(QPoint(side, top), mark), QRect(left, 0, width - left - side, height)

    @override
    def heightForWidth(self, width: int) -> int:
        words = self._places(width, 100)[1]
        needed = wrapped_px(self.look, "base", self.text(), words.width())
        return max(self.look.target(), needed + 2 * self.look.space(8))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def sizeHint(self) -> QSize:
        text = round(words_px(self.look, "base", self.text()))
        width = (
            text + self._mark().width() + 2 * self.look.space(self._side) + self.look.space(10) + 4
        )
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.look.em(12)), self.look.target())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        mark, words = self._places(self.width(), self.height())
        with painting(self) as painter:
            self._draw_mark(painter, QRectF(mark))
            painter.setPen(self.look.colour("text" if self.isEnabled() else "muted"))
            painter.setFont(self.look.font())
            painter.drawText(words, _WRAP, self.text())
            if self.hasFocus():
                draw_ring(painter, self.look, self.rect(), self.look.radius("key"))

    def _draw_mark(self, painter: QPainter, rect: QRectF) -> None:
        look = self.look
        if self.isChecked():
            draw_box(painter, rect, fill=look.colour("accent"), radius=look.radius("small"))
            draw_icon_in(painter, rect, "check", look.hex("on_accent"), 0.7)
        else:
            draw_box(
                painter,
                rect,
                fill=look.colour("card"),
                line=look.colour("edge"),
                width=1.5,
                radius=look.radius("small"),
            )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if took_new_look(self, event):
            self.setFont(self.look.font("base"))
            self.updateGeometry()
            self.update()


class Switch(Tick):
    """Something that is on or off at once; the words left, the switch right."""

    _mark_size = (42, 24)
    _side = 8

    @override
    def _places(self, width: int, height: int) -> tuple[QRect, QRect]:
        mark = self._mark()
        side = self.look.space(self._side)
        left = width - side - mark.width()
        place = QRect(QPoint(left, (height - mark.height()) // 2), mark)
        return place, QRect(side, 0, left - self.look.space(10) - side, height)

    @override
    def _draw_mark(self, painter: QPainter, rect: QRectF) -> None:
        look = self.look
        checked = self.isChecked()
        knob = rect.adjusted(3, 3, -3, -3)
        knob.setWidth(knob.height())
        if checked:
            knob.moveRight(rect.right() - 3)
        line: QColor | None = None if checked else look.colour("edge")
        ground = look.colour("accent" if checked else "track")
        draw_box(painter, rect, fill=ground, line=line, radius=rect.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("on_accent" if checked else "muted"))
        painter.drawEllipse(knob)
