"""Days as small squares: the last fortnight on a line, and the year as a heat map."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.widgets.base import Drawing
from quizapp.ui.widgets.paint import draw_box, painting

_WEEK = 7


class DayStrip(Drawing):
    """One square a day, oldest first; each level is 0 to 4. Without room the oldest go."""

    def __init__(
        self,
        name: str,
        description: str,
        levels: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._levels = tuple(levels)
        self.setAccessibleDescription(description)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _square(self) -> tuple[int, int]:
        return self.look.space(14), self.look.space(5)

    @override
    def sizeHint(self) -> QSize:
        side, gap = self._square()
        count = len(self._levels)
        return QSize(count * side + max(count - 1, 0) * gap, side)

    @override
    def minimumSizeHint(self) -> QSize:
        side, _gap = self._square()
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side, gap = self._square()
        with painting(self) as painter:
            fitting = max((self.width() + gap) // (side + gap), 1)
            for at, level in enumerate(self._levels[-fitting:]):
                place = QRectF(at * (side + gap), 0, side, side)
                _draw_day(painter, self, place, level)


@dataclass(frozen=True, slots=True)
class MonthMark:
    """A month's short name and the week, from 0, that it begins in."""

    week: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLabels:
    """The words around a year: months above, and the seven short weekdays from Monday."""

    months: tuple[MonthMark, ...] = ()
    weekdays: tuple[str, ...] = ()


class HeatMap(Drawing):
    """A year of days in columns of weeks from Monday; ``start_weekday`` 0 is Monday."""

    def __init__(
        self,
        name: str,
        description: str,
        levels: Sequence[int],
        *,
        start_weekday: int = 0,
        labels: YearLabels | None = None,
    ) -> None:
        super().__init__(name)
        labels = labels or YearLabels()
        self._levels = tuple(levels)
        self._start = start_weekday
        self._months = labels.months
        self._weekdays = labels.weekdays
        self.setAccessibleDescription(description)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _weeks(self) -> int:
        return -(-(len(self._levels) + self._start) // _WEEK)

    def _margins(self) -> tuple[int, int]:
        """Room for weekdays at the left and for months above, in pixels."""
        metrics = QFontMetrics(self.look.font("label"))
        left = max((metrics.horizontalAdvance(day) for day in self._weekdays), default=0)
        return left + self.look.space(8) if left else 0, self.look.line_px("label")

    def _pitch(self, width: int) -> float:
        left, _above = self._margins()
        fitting = (width - left) / max(self._weeks(), 1)
        return min(fitting, self.look.space(18))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._margins()[1] + _WEEK * self._pitch(width)) + 1

    @override
    def sizeHint(self) -> QSize:
        width = self._margins()[0] + self._weeks() * self.look.space(16)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(16), self.look.space(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        left, above = self._margins()
        pitch = self._pitch(self.width())
        with painting(self) as painter:
            small = look.font("label")
            small.setWeight(look.font("base").weight())
            painter.setFont(small)
            painter.setPen(look.colour("muted"))
            for month in self._months:
                place = QRectF(left + month.week * pitch, 0, look.em(4), above)
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft, month.text)
            line = QFontMetrics(small).height()
            # Every second day is named, every fourth where the letters are higher than two days.
            step = 2 if 2 * pitch >= line else 4
            for at in range(0, len(self._weekdays), step):
                place = QRectF(0, above + at * pitch + (pitch - line) / 2, left, line)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._weekdays[at])
            for day_at, level in enumerate(self._levels):
                week, weekday = divmod(day_at + self._start, _WEEK)
                place = QRectF(left + week * pitch, above + weekday * pitch, pitch - 3, pitch - 3)
                _draw_day(painter, self, place, level)


def _draw_day(painter: QPainter, part: Drawing, place: QRectF, level: int) -> None:
    look = part.look
    line = look.colour("edge") if look.is_contrast else None
    radius = min(look.space(4), place.height() / 3)
    draw_box(painter, place, fill=look.colour(f"heat{level}"), line=line, radius=radius)
