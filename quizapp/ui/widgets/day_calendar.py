"""Weeks of days with their minutes: arrows walk, Enter or a press chooses a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import Part, PressPart
from quizapp.ui.widgets.boxes import clear
from quizapp.ui.widgets.button import IconButton
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import draw_bar, draw_box, draw_icon_in, draw_ring, painting

WEEK: Final = 7
MOST_WEEKS: Final = 5


class DayKind(Enum):
    """What a day is; it decides how the day is drawn."""

    PAST = auto()
    TODAY = auto()
    AHEAD = auto()
    EXAM = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day: what stands in its corner and middle, and what is read aloud.

    ``share`` (0–1) fills the bar, ``is_done`` shows the tick, ``is_own`` marks minutes that
    were set for this day alone.
    """

    day: int
    corner: str
    middle: str
    name: str
    kind: DayKind
    share: float = 0.0
    is_done: bool = False
    is_own: bool = False


class DayCell(PressPart):
    """One day."""

    def __init__(self, day: CalendarDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = day
        self.setAccessibleName(day.name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        is_fixed = day.kind in (DayKind.PAST, DayKind.EXAM)
        self.setCursor(
            Qt.CursorShape.ArrowCursor if is_fixed else Qt.CursorShape.PointingHandCursor
        )
        self._restyle()

    @override
    def _restyle(self) -> None:
        lines = self.look.line_px("label") + self.look.line_px("strong")
        self.setFixedHeight(lines + self.look.space(30))

    @override
    def sizeHint(self) -> QSize:
        role = "label" if self.day.kind is DayKind.EXAM else "strong"
        words = QFontMetricsF(self.look.font(role)).horizontalAdvance(self.day.middle)
        wide = max(self.look.target(), round(words) + self.look.space(8))
        return QSize(wide, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, kind = self.look, self.day.kind
        fill = {DayKind.EXAM: "accent", DayKind.TODAY: "accent_soft"}.get(kind, "sunk")
        line = "accent" if kind in (DayKind.EXAM, DayKind.TODAY) else "line"
        with painting(self) as painter:
            draw_box(
                painter,
                self.rect(),
                fill=look.colour(fill),
                line=look.colour(line),
                width=2 if kind is DayKind.TODAY else 1,
                radius=look.radius("control"),
            )
            self._draw_words(painter)
            if kind is DayKind.EXAM:
                self._draw_sign(painter)
            elif self.day.share > 0:
                self._draw_bar(painter)
            if self.hasFocus():
                draw_ring(painter, look, self.rect(), look.radius("control"))

    def _draw_words(self, painter: QPainter) -> None:
        look, day = self.look, self.day
        is_exam = day.kind is DayKind.EXAM
        top = QRectF(0, look.space(6), self.width(), look.line_px("label"))
        corner = self._corner(top)
        painter.setFont(look.font("label"))
        ink = "on_accent" if is_exam else "accent" if day.kind is DayKind.TODAY else "muted"
        painter.setPen(look.colour(ink))
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft, day.corner)
        if day.is_done or day.is_own:
            side = look.grown(13)
            place = QRectF(corner.right() - side, top.center().y() - side / 2, side, side)
            icon, colour = ("check", "ok") if day.is_done else ("pencil-line", "muted")
            draw_icon_in(painter, place, icon, look.hex(colour), 1.0)
        is_number = day.middle.isdecimal()
        painter.setFont(look.font("label" if is_exam else "strong" if is_number else "small"))
        is_quiet = day.kind is DayKind.PAST or not is_number
        painter.setPen(look.colour("on_accent" if is_exam else "muted" if is_quiet else "text"))
        height = look.line_px("strong")
        y = self.height() - height - look.space(3) if is_exam else top.bottom() + look.space(4)
        place = QRectF(0, y, self.width(), height)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, day.middle)

    def _corner(self, top: QRectF) -> QRectF:
        """Return where the day's number and its sign stand; in a narrow cell nearer the edges."""
        look = self.look
        number = QFontMetricsF(look.font("label")).horizontalAdvance("30")
        room = self.width() - number - look.grown(13)
        left = look.space(8 if room >= look.space(20) else 5)
        return top.adjusted(left, 0, -min(left, look.space(6)), 0)

    def _draw_sign(self, painter: QPainter) -> None:
        look = self.look
        side = float(look.grown(18))
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2 - 2, side, side)
        draw_icon_in(painter, place, "graduation-cap", look.hex("on_accent"), 1.0)

    def _draw_bar(self, painter: QPainter) -> None:
        look = self.look
        thick, edge = look.space(4), look.space(8)
        bar = QRectF(edge, self.height() - look.space(6) - thick, self.width() - 2 * edge, thick)
        draw_bar(painter, bar, look.colour("track"))
        full = QRectF(bar)
        full.setWidth(max(bar.width() * min(self.day.share, 1.0), thick))
        is_past = self.day.kind is DayKind.PAST
        colour = "ok" if is_past else "accent" if self.day.kind is DayKind.TODAY else "heat2"
        draw_bar(painter, full, look.colour(colour))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.isAutoRepeat():
            return
        super().keyPressEvent(event)


class DayCalendar(Part):
    """Weeks from Monday; ``chosen`` carries the number of the day that was chosen.

    Left and Right go a day, Up and Down a week, Home and End to the ends. Of more than five weeks
    only some are shown at a time.
    """

    chosen = Signal(int)
    _STEPS: Final = {
        Qt.Key.Key_Left: -1,
        Qt.Key.Key_Right: 1,
        Qt.Key.Key_Up: -WEEK,
        Qt.Key.Key_Down: WEEK,
        Qt.Key.Key_PageUp: -WEEK * MOST_WEEKS,
        Qt.Key.Key_PageDown: WEEK * MOST_WEEKS,
    }

    def __init__(
        self,
        name: str,
        weekdays: Sequence[str],
        days: Sequence[CalendarDay],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._days = tuple(days)
        self._weekdays = tuple(weekdays)
        self._first_week = 0
        self.cells: dict[int, DayCell] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.earlier = IconButton("chevron-left", _("Tidligere uger"))
        self.later = IconButton("chevron-right", _("Senere uger"))
        self.earlier.clicked.connect(lambda: self._page(-1))
        self.later.clicked.connect(lambda: self._page(1))
        self._pager = QWidget()
        line = QHBoxLayout(self._pager)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(self.earlier)
        line.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._grid)
        column.addWidget(self._pager)
        self._pager.setVisible(self._weeks > MOST_WEEKS)
        today = next((at for at, it in enumerate(days) if it.kind is DayKind.TODAY), 0)
        self._current = today
        self._show()

    @property
    def current(self) -> int:
        """The day that Tab comes to."""
        return self._days[self._current].day

    def focus_day(self, day: int) -> None:
        """Go to a day; one that is not there is passed over."""
        for at, each in enumerate(self._days):
            if each.day == day:
                self._walk_to(at)

    @property
    def _weeks(self) -> int:
        return -(-len(self._days) // WEEK)

    def _show(self) -> None:
        clear(self._grid)
        self.cells = {}
        for column, word in enumerate(self._weekdays):
            self._grid.addWidget(WrappingLabel(word, "small", "muted", centred=True), 0, column)
            self._grid.setColumnStretch(column, 1)
        first = self._first_week * WEEK
        for at, day in enumerate(self._days[first : first + MOST_WEEKS * WEEK]):
            cell = DayCell(day)
            cell.clicked.connect(lambda _on=False, one=day: self._on_pressed(one))
            cell.installEventFilter(self)
            self._grid.addWidget(cell, 1 + at // WEEK, at % WEEK)
            self.cells[first + at] = cell
        self._mark_current()
        self.earlier.setEnabled(self._first_week > 0)
        self.later.setEnabled(self._first_week + MOST_WEEKS < self._weeks)
        self._restyle()

    def _mark_current(self) -> None:
        shown = self._current if self._current in self.cells else min(self.cells, default=0)
        for at, cell in self.cells.items():
            strong = at == shown
            policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)

    def _page(self, step: int) -> None:
        most = max(self._weeks - MOST_WEEKS, 0)
        self._first_week = min(max(self._first_week + step * MOST_WEEKS, 0), most)
        self._show()

    def _on_pressed(self, day: CalendarDay) -> None:
        self._current = self._days.index(day)
        self._mark_current()
        self.chosen.emit(day.day)

    def _walk_to(self, at: int) -> None:
        self._current = min(max(at, 0), len(self._days) - 1)
        week = self._current // WEEK
        if not self._first_week <= week < self._first_week + MOST_WEEKS:
            most = max(self._weeks - MOST_WEEKS, 0)
            wanted = week if week < self._first_week else week - MOST_WEEKS + 1
            self._first_week = min(max(wanted, 0), most)
            self._show()
        self._mark_current()
        self.cells[self._current].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._days) - 1}
            if key in self._STEPS or key in ends:
                self._walk_to(ends.get(key, self._current + self._STEPS.get(key, 0)))
                return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, DayCell):
            self._current = self._days.index(watched.day)
        return False

    @override
    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(self.look.space(6))
        self._grid.setVerticalSpacing(self.look.space(6))
