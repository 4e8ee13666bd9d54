"""The line of a timeline: what lies on it, and the open place that is moved along it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, number_text
from quizapp.study.timeline import Event
from quizapp.ui.widgets.base import Part, PressPart
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import draw_box, draw_icon_in, draw_ring, painting
from quizapp.ui.widgets.verdict import DRESSES, Outcome

_TILE_EM = 11
_TILE_LEAST_EM = 9
_PLACE_EM = 9.2
_GAP = 26
_TO_END = 10_000
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -_TO_END,
    Qt.Key.Key_End: _TO_END,
}


class EventTile(Part):
    """An event on the line: its date, and what happened."""

    def __init__(self, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.event_shown = event
        self._colour = ""
        self._date = WrappingLabel(event.date, "strong", "accent", capped=False, centred=True)
        self._title = WrappingLabel(event.title, "small", capped=False, centred=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._date)
        self._column.addWidget(self._title)
        self._column.addStretch(1)
        self._restyle()

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Draw the tile as the one that was just laid, and how that was; None as any other."""
        self._colour = "" if outcome is None else DRESSES[outcome].colour
        self._date.set_role("strong", self._colour or "accent")
        self.update()

    @override
    def _restyle(self) -> None:
        side = self.look.space(12)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(self.look.space(4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        fill, line = (f"{self._colour}_soft", self._colour) if self._colour else ("card", "line")
        with painting(self) as painter:
            draw_box(
                painter,
                self.rect(),
                fill=look.colour(fill),
                line=look.colour(line),
                width=2 if self._colour else 1,
                radius=look.radius("tile"),
            )


class OpenPlace(PressPart):
    """The place where the event would be laid; pressing it lays the event."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        radius = look.radius("tile")
        with painting(self) as painter:
            painter.setBrush(look.colour("accent_soft"))
            pen = QPen(look.colour("accent"), 2)
            pen.setDashPattern([5, 3])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)
            side = look.grown(24)
            plus = QRectF(0, 0, side, side)
            plus.moveCenter(QRectF(self.rect()).center())
            draw_icon_in(painter, plus, "plus", look.hex("accent"), 1.0)
            if self.hasFocus():
                draw_ring(painter, look, self.rect(), radius)


class TimelineBoard(Part):
    """Events at equal steps, oldest at the left; ``moved`` carries the place, ``pressed`` lays.

    As many whole events are shown as there is room for, around the place; the others are counted
    at the ends.
    """

    moved = Signal(int)
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Tidslinje, ældst til venstre"))
        self.tiles: list[EventTile] = []
        self.place = 0
        self._is_open = True
        self._shown = range(0)
        self.open_place = OpenPlace(self)
        self.open_place.clicked.connect(self.pressed)
        self._oldest = WrappingLabel(_("ældst"), "small", "muted", capped=False, parent=self)
        self._newest = WrappingLabel(_("nyest"), "small", "muted", capped=False, parent=self)
        self._restyle()

    def show_line(self, events: Sequence[Event], place: int) -> None:
        """Show events that lie on the line, with an open place among them."""
        self._set_events(events)
        self._is_open = True
        self.move_to(place, is_told=False)

    def show_laid(self, events: Sequence[Event], at: int, outcome: Outcome | None) -> None:
        """Show the line with the event at a place as just laid; without an outcome with none so."""
        self._set_events(events)
        self._is_open = False
        self.place = at
        if outcome is not None:
            self.tiles[at].show_outcome(outcome)
        self._arrange()

    def move_to(self, place: int, *, is_told: bool = True) -> None:
        """Move the open place, as far as the line goes."""
        self.place = min(max(place, 0), len(self.tiles))
        self.open_place.setAccessibleName(self.spoken_place())
        self._arrange()
        if is_told:
            self.moved.emit(self.place)

    def spoken_place(self) -> str:
        """Return where the open place is, in words."""
        count = len(self.tiles) + 1
        said = [_("Plads {i} af {n}").format(i=self.place + 1, n=count)]
        if self.place:
            said.append(_("efter {date}").format(date=self._date(self.place - 1)))
        if self.place < len(self.tiles):
            said.append(_("før {date}").format(date=self._date(self.place)))
        return ", ".join(said)

    def take_key(self, key: Qt.Key) -> bool:
        """Use a key: arrows, Home and End move the place, digits choose it."""
        if key in _STEPS:
            self.move_to(self.place + _STEPS[key])
            return True
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.move_to(key.value - Qt.Key.Key_1.value)
            return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Here, or the scrolling page takes the arrows.
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (is_plain and self._is_open and self.take_key(Qt.Key(event.key()))):
            super().keyPressEvent(event)

    def _date(self, at: int) -> str:
        return self.tiles[at].event_shown.date

    def _set_events(self, events: Sequence[Event]) -> None:
        known = {tile.event_shown.card: tile for tile in self.tiles}
        wanted = [
            known.pop(event.card) if event.card in known else EventTile(event, self)
            for event in events
        ]
        for gone in known.values():
            gone.hide()
            gone.deleteLater()
        self.tiles = wanted
        for tile in wanted:
            tile.show_outcome(None)
        self._restyle()

    def _tile_px(self) -> int:
        """Return how wide an event is: roomy where there is room, and no date is broken."""
        look = self.look
        roomy = self.width() >= look.em(_TILE_EM + _PLACE_EM) + look.space(_GAP)
        dates = [tile.minimumSizeHint().width() for tile in self.tiles]
        return max([look.em(_TILE_EM if roomy else _TILE_LEAST_EM), *dates])

    def _tile_height(self, width: int) -> int:
        heights = [tile.heightForWidth(width) for tile in self.tiles]
        return max([*heights, self.look.em(6)])

    def _window(self, tile_px: int, place_px: int) -> range:
        """Return which events are shown: those around the place that there is room for."""
        count, gap = len(self.tiles), self.look.space(_GAP)
        room = self.width() - (place_px + gap if self._is_open else 0) + gap
        fits = max(1, min(count, room // (tile_px + gap)))
        middle = self.place if self._is_open else self.place + 1
        left = min(middle, (fits + 1) // 2)
        right = min(count - middle, fits - left)
        left = min(middle, fits - right)
        return range(middle - left, middle + right)

    def _arrange(self) -> None:
        """Put everything in its place; nothing that is shown is cut."""
        look = self.look
        gap, tile_px = look.space(_GAP), self._tile_px()
        beside = max(self.width() - tile_px - gap, look.target())
        place_px = min(look.em(_PLACE_EM), tile_px, beside)
        self._shown = shown = self._window(tile_px, place_px)
        height = self._tile_height(tile_px)
        pieces = len(shown) * (tile_px + gap) + (place_px + gap if self._is_open else 0) - gap
        left = max((self.width() - pieces) // 2, 0)
        for at, tile in enumerate(self.tiles):
            if self._is_open and at == self.place and at in shown:
                left = self._put_place(left, place_px, height)
            tile.setVisible(at in shown)
            if at in shown:
                tile.setGeometry(left, 0, tile_px, height)
                left += tile_px + gap
        if self._is_open and self.place not in shown:
            self._put_place(left, place_px, height)
        self.open_place.setVisible(self._is_open)
        self._label_ends(height)
        self.setFixedHeight(height + look.space(34) + look.line_px("small"))
        self.update()

    def _put_place(self, left: int, width: int, height: int) -> int:
        self.open_place.setGeometry(left, 0, width, height)
        return left + width + self.look.space(_GAP)

    def _label_ends(self, height: int) -> None:
        before, after = self._shown.start, len(self.tiles) - self._shown.stop
        more = _("{n} ældre")
        self._oldest.setText(more.format(n=number_text(before)) if before else _("ældst"))
        more = _("{n} nyere")
        self._newest.setText(more.format(n=number_text(after)) if after else _("nyest"))
        top = height + self.look.space(34)
        for label in (self._oldest, self._newest):
            hint = label.sizeHint()
            at = 0 if label is self._oldest else max(self.width() - hint.width(), 0)
            label.setGeometry(QRect(at, top, hint.width(), hint.height()))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_open and event.button() == Qt.MouseButton.LeftButton:
            self.move_to(self._place_under(round(event.position().x())))

    def _place_under(self, across: int) -> int:
        """Return the place between the events that a point lies nearest to."""
        middles = [self.tiles[at].geometry().center().x() for at in self._shown]
        return self._shown.start + sum(middle < across for middle in middles)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        height = self._tile_height(self._tile_px())
        with painting(self) as painter:
            painter.setBrush(look.colour("edge"))
            painter.setPen(Qt.PenStyle.NoPen)
            parts = [self.tiles[at].geometry() for at in self._shown]
            if self._is_open:
                parts.append(self.open_place.geometry())
            parts.sort(key=QRect.left)
            for one, other in pairwise(parts):
                middle = (one.right() + other.left()) / 2
                painter.drawEllipse(QPointF(middle, height / 2), 3.5, 3.5)
            self._draw_arrow(painter, height + look.space(20))

    def _draw_arrow(self, painter: QPainter, top: float) -> None:
        ink = self.look.colour("edge")
        head = self.look.space(8)
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(0, top), QPointF(self.width() - head, top))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        tip = QPointF(self.width(), top)
        corners = (QPointF(-head * 1.6, -head * 0.75), QPointF(-head * 1.6, head * 0.75))
        painter.drawPolygon(QPolygonF([tip, *(tip + corner for corner in corners)]))
