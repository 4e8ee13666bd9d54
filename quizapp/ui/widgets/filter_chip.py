"""A filter over a list: quiet until it is on, then accent with a cross that takes it away."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.widgets.base import PressPart
from quizapp.ui.widgets.paint import draw_box, draw_ring, painting


class FilterChip(PressPart):
    """Pressed while off it wants its menu (``opened``), while on it wants to go (``cleared``)."""

    opened = Signal()
    cleared = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = name
        self._value = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.set_value("")

    def set_value(self, value: str) -> None:
        """Show what is filtered on; an empty value switches the filter off."""
        self._value = value
        self.setText(value or self._filter)
        on = _("{filter}: {value}. Tryk for at fjerne")
        off = _("{filter}, intet valgt")
        said = on if value else off
        self.setAccessibleName(said.format(filter=self._filter, value=value))
        self.updateGeometry()
        self.update()

    def _on_clicked(self) -> None:
        if self._value:
            self.cleared.emit()
        else:
            self.opened.emit()

    @override
    def sizeHint(self) -> QSize:
        look = self.look
        words = QFontMetricsF(look.font("small_strong")).horizontalAdvance(self.text())
        width = words + look.grown(14) + look.space(8) + 2 * look.space(13)
        return QSize(round(width) + 2, look.target())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        on = bool(self._value)
        ink = "accent" if on else "muted"
        line = None if on and not look.is_contrast else look.colour("line")
        radius = look.radius("control")
        icon = look.grown(14)
        with painting(self) as painter:
            fill = look.colour("accent_soft" if on or self.underMouse() else "sunk")
            draw_box(painter, self.rect(), fill=fill, line=line, radius=radius)
            painter.setFont(look.font("small_strong"))
            painter.setPen(look.colour(ink))
            words = QRectF(self.rect()).adjusted(look.space(13), 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, flags, self.text())
            left = self.width() - look.space(13) - icon
            place = QRectF(left, (self.height() - icon) / 2, icon, icon)
            paint_icon(painter, "x" if on else "chevron-down", look.hex(ink), place)
            if self.hasFocus():
                draw_ring(painter, look, self.rect(), radius)
