"""The card that says when it goes on, and how many minutes the next days take."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import WEEKDAYS, _, ngettext, number_text
from quizapp.scheduling.day import date_of
from quizapp.study.coming import Coming
from quizapp.ui.calendar_words import in_days, minutes_of
from quizapp.ui.widgets.base import Drawing
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import draw_box, painting

_STACK_BELOW_EM = 44
_LETTERS = 3


class ComingCard(Card):
    """»Næste gang: i morgen, ca. 20 minutter«, and a small bar for each of the next days."""

    def __init__(self, coming: Coming, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.spoken = headline_of(coming)
        self.bars = DayBars(coming)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(WrappingLabel(self.spoken, "strong"))
        if more := sentence_of(coming):
            words.addWidget(WrappingLabel(more, "base", "muted"))
        words.addStretch(1)
        self._line = QHBoxLayout()
        self._line.addLayout(words, 1)
        self._line.addWidget(self.bars, 1)
        self.body.addLayout(self._line)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_line"):
            self._arrange()

    def _arrange(self) -> None:
        stacked = 0 < self.width() < self.look.em(_STACK_BELOW_EM)
        lay(self._line, is_beside=not stacked)
        self._line.setSpacing(self.look.space(16))


def headline_of(coming: Coming) -> str:
    """Return when something is asked again, and how long it takes."""
    at = coming.next_at or 0
    when = in_days(at + 1, date_of(coming.first_day + at))
    text = _("Næste gang: {when}, ca. {minutes}")
    return text.format(when=when, minutes=minutes_of(coming.minutes[at]))


def sentence_of(coming: Coming) -> str:
    """Return what is to be said of those minutes, perhaps nothing."""
    if coming.is_planned:
        return _("Planen lægger sig selv om, hvis du springer en dag over.")
    if not coming.new:
        return ""
    text = ngettext("Heraf {n} nyt spørgsmål.", "Heraf {n} nye spørgsmål.", coming.new)
    return text.format(n=number_text(coming.new))


class DayBars(Drawing):
    """A bar a day with its minutes above it and the weekday below; an empty day says »fri«."""

    def __init__(self, coming: Coming, parent: QWidget | None = None) -> None:
        super().__init__(_("Minutter de næste dage"), parent)
        self._minutes = coming.minutes
        self._next = coming.next_at
        days = [
            _(WEEKDAYS[date_of(coming.first_day + at).weekday()])
            for at in range(len(self._minutes))
        ]
        self._days = [day[:_LETTERS] for day in days]
        each = _("{day}: {minutes}")
        self.setAccessibleDescription(
            ", ".join(
                each.format(day=day, minutes=minutes_of(minutes) if minutes else _("fri"))
                for day, minutes in zip(days, self._minutes, strict=True)
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()

    @override
    def _restyle(self) -> None:
        line = QFontMetricsF(self.look.font("label")).height()
        self.setFixedHeight(round(2 * line + self.look.space(8) + self.look.space(34)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.em(22), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(14), self.height())

    def _small(self) -> QFont:
        font = self.look.font("label")
        font.setWeight(self.look.font("base").weight())
        return font

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        pitch = self.width() / len(self._minutes)
        with painting(self) as painter:
            for at in range(len(self._minutes)):
                self._draw_day(painter, at, QRectF(at * pitch, 0, pitch, self.height()))

    def _draw_day(self, painter: QPainter, at: int, room: QRectF) -> None:
        look = self.look
        line = QFontMetricsF(self._small()).height()
        gap = look.space(4)
        middle = Qt.AlignmentFlag.AlignCenter
        bottom = room.bottom() - line - gap
        minutes = self._minutes[at]
        high = (bottom - line - gap) * minutes / max(self._minutes)
        if minutes:
            width = min(room.width() * 0.62, look.space(26))
            place = QRectF(room.center().x() - width / 2, bottom - high, width, high)
            colour = look.colour("accent" if at == self._next else "heat2")
            draw_box(painter, place, fill=colour, radius=min(look.space(4), high / 2))
        painter.setFont(look.font("label") if minutes else self._small())
        painter.setPen(look.colour("text" if minutes else "muted"))
        above = QRectF(room.left(), bottom - high - gap - line, room.width(), line)
        painter.drawText(above, middle, number_text(minutes) if minutes else _("fri"))
        painter.setFont(self._small())
        painter.setPen(look.colour("muted"))
        painter.drawText(
            QRectF(room.left(), bottom + gap, room.width(), line), middle, self._days[at]
        )
