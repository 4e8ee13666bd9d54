"""»Har du det hele med?«: the points of a rubric, given by the learner row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part, PressPart
from quizapp.ui.widgets.boxes import Box
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import draw_box, draw_ring, painting

_ROW_FROM_EM = 30


@dataclass(frozen=True, slots=True)
class RubricLine:
    """One thing a good answer has, and the most points it can give."""

    text: str
    most: int


class PointKey(PressPart):
    """One number of points."""

    def __init__(self, points: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = points
        self.let_others_check()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has the focus, digits give points

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.target() + 2, self.look.target())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        chosen = self.isChecked()
        with painting(self) as painter:
            draw_box(
                painter,
                self.rect(),
                fill=look.colour("accent" if chosen else "card"),
                line=None if chosen else look.colour("accent" if self.underMouse() else "line"),
                radius=look.radius("key"),
            )
            painter.setFont(look.font("small_strong"))
            painter.setPen(look.colour("on_accent" if chosen else "muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self.points))


class RubricRow(Part):
    """A line of the rubric with its keys."""

    given = Signal(int)

    def __init__(self, line: RubricLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line_text = line.text
        self.points: int | None = None
        self.keys = tuple(PointKey(points) for points in range(line.most + 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._line = QHBoxLayout(self)
        self._line.addWidget(WrappingLabel(line.text), 1)
        self._keys = QHBoxLayout()
        for key in self.keys:
            self._keys.addWidget(key)
            key.setAccessibleName(_("{n} point: {line}").format(n=key.points, line=line.text))
            key.clicked.connect(lambda _=False, points=key.points: self.given.emit(points))
        self._line.addLayout(self._keys)
        self.set_points(None)
        self._restyle()

    def set_points(self, points: int | None) -> None:
        """Show how many points were given, or that none have been yet."""
        self.points = points
        for key in self.keys:
            key.show_checked(is_checked=key.points == points)
        most = len(self.keys) - 1
        told = _("{n} af {most} point").format(n=points, most=most) if points is not None else ""
        self.setAccessibleName(f"{self._line_text}. {told}".strip())
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        points = event.key() - Qt.Key.Key_0.value
        if 0 <= points < len(self.keys):
            self.given.emit(points)
        else:
            super().keyPressEvent(event)

    @override
    def _restyle(self) -> None:
        across = self.look.space(14)
        self._line.setContentsMargins(across, self.look.space(4), across, self.look.space(4))
        self._line.setSpacing(self.look.space(12))
        self._keys.setSpacing(self.look.space(5))
        self._arrange()

    def _arrange(self) -> None:
        stacked = 0 < self.width() < self.look.em(_ROW_FROM_EM)
        directions = QBoxLayout.Direction
        direction = directions.TopToBottom if stacked else directions.LeftToRight
        if self._line.direction() != direction:
            self._line.setDirection(direction)
            self._keys.setAlignment(Qt.AlignmentFlag.AlignLeft)
            self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        look = self.look
        radius = look.radius("control")
        place = QRectF(self.rect())
        with painting(self) as painter:
            draw_box(painter, place, fill=look.colour("accent_soft"), radius=radius)
            draw_ring(painter, look, place, radius)


class Rubric(Box):
    """All lines; ``changed`` carries the points of each line, None where none were given."""

    changed = Signal(object)

    def __init__(self, lines: Sequence[RubricLine], parent: QWidget | None = None) -> None:
        super().__init__(fill="sunk", radius="tile", padding=(4, 4), gap=0, parent=parent)
        self.rows = tuple(RubricRow(line) for line in lines)
        for at, line in enumerate(self.rows):
            self.body.addWidget(line)
            line.given.connect(lambda points, place=at: self._on_given(place, points))
        if self.rows:
            self.setFocusProxy(self.rows[0])

    def points(self) -> tuple[int | None, ...]:
        """Return the points given, line by line."""
        return tuple(line.points for line in self.rows)

    def total(self) -> tuple[int, int]:
        """Return the points given and the most there are."""
        given = sum(points or 0 for points in self.points())
        return given, sum(len(line.keys) - 1 for line in self.rows)

    def _on_given(self, place: int, points: int) -> None:
        self.rows[place].set_points(points)
        announce(self, self.rows[place].accessibleName())
        if place + 1 < len(self.rows):
            self.rows[place + 1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self.points())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        now = next((at for at, line in enumerate(self.rows) if line.hasFocus()), None)
        if event.key() in steps and now is not None:
            at = min(max(now + steps[Qt.Key(event.key())], 0), len(self.rows) - 1)
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
