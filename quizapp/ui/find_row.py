"""One line of »Find handling«."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.find_hits import Hit
from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.widgets.base import PressPart
from quizapp.ui.widgets.key_cap import cap_size, draw_cap
from quizapp.ui.widgets.paint import draw_box, painting

_NOTE_LEAST_EM = 6
_BELOW_FROM_SCALE = 1.5


class HitRow(PressPart):
    """A hit: its icon, its words, a note about it, and its key at the end."""

    def __init__(self, hit: Hit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hit = hit
        self.is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(hit.words)

    def set_current(self, *, is_current: bool) -> None:
        """Draw the row as the one that Enter does."""
        self.is_current = is_current
        self.update()

    @override
    def sizeHint(self) -> QSize:
        look = self.look
        words = QFontMetricsF(look.font("strong")).horizontalAdvance(self.hit.text)
        cap = cap_size(look, self.hit.key).width() if self.hit.key else 0
        width = words + cap + look.grown(20) + 5 * look.space(12)
        lines = look.line_px("base") + (look.line_px("small") if self._note_is_below() else 0)
        return QSize(round(width), max(look.target(), lines + look.space(16)))

    def _note_is_below(self) -> bool:
        """Whether the note has a line of its own: in large text both would be cut on one."""
        return bool(self.hit.note) and self.look.scale > _BELOW_FROM_SCALE

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(10), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        icon = look.grown(18)
        left = float(look.space(14))
        with painting(self) as painter:
            if self.is_current or self.underMouse():
                ground = look.colour("accent_soft")
                line = look.colour("accent") if self.is_current else None
                draw_box(
                    painter, self.rect(), fill=ground, line=line, radius=look.radius("control")
                )
            ink = look.hex("accent" if self.is_current else "muted")
            place = QRectF(left, (self.height() - icon) / 2, icon, icon)
            paint_icon(painter, self.hit.icon, ink, place)
            right = self._draw_key(painter)
            self._draw_words(painter, left + icon + look.space(12), right)

    def _draw_key(self, painter: QPainter) -> float:
        """Draw the key at the end; return how far the words may come."""
        right = self.width() - float(self.look.space(12))
        if self.hit.key:
            cap = QRectF(0, 0, *cap_size(self.look, self.hit.key).toTuple())
            cap.moveCenter(QRectF(self.rect()).center())
            cap.moveRight(right)
            draw_cap(painter, self.look, cap, self.hit.key, on_accent=False)
            right = cap.left() - self.look.space(12)
        return right

    def _draw_words(self, painter: QPainter, left: float, right: float) -> None:
        """Draw the words, and the note where there is room for some of it."""
        look = self.look
        font = look.font("strong" if self.is_current else "base")
        metrics = QFontMetricsF(font)
        cut = Qt.TextElideMode.ElideRight
        note_metrics = QFontMetricsF(look.font("small"))
        note_px = note_metrics.horizontalAdvance(self.hit.note)
        # A long question leaves its pack some room, unless that would say too little.
        kept = min(note_px, (right - left) / 3) + look.space(12) if self.hit.note else 0.0
        is_below = self._note_is_below()
        if is_below or kept < look.em(_NOTE_LEAST_EM):
            kept = 0.0
        words = metrics.elidedText(self.hit.text, cut, right - left - kept)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        line = QRectF(left, 0, right - left, self.height())
        if is_below:
            line.setTop(look.space(8))
            line.setHeight(look.line_px("base"))
        painter.drawText(line, middle, words)
        if is_below:
            line.moveTop(line.bottom())
            line.setHeight(look.line_px("small"))
        else:
            line.setLeft(left + metrics.horizontalAdvance(words) + look.space(12))
        if self.hit.note and line.width() > look.em(_NOTE_LEAST_EM):
            note = note_metrics.elidedText(self.hit.note, cut, line.width())
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("muted"))
            painter.drawText(line, middle, note)
