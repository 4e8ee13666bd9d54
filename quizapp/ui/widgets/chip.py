"""Chips: a category with its icon, a grey mark, a small figure."""

from types import MappingProxyType

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.theme.look import Look, look_in_force
from quizapp.ui.widgets.base import took_new_look
from quizapp.ui.widgets.paint import draw_box, painting

_ENDLESS = 10_000
_WRAP = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap

CATEGORY_ICONS = MappingProxyType(
    {
        "dato": "calendar-days",
        "begreb": "book-open-text",
        "tal": "hash",
        "konsekvens": "waypoints",
        "årsag": "git-fork",
        "motiv": "target",
        "kildekritik": "scan-search",
        "person": "user",
        "sted": "map-pin",
    }
)


class Chip(QLabel):
    """One or two words on a small patch: ``accent`` for what it is, grey for where it is from."""

    def __init__(
        self, text: str, icon: str = "", *, accent: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look: Look = look_in_force()
        self._icon = icon
        self._accent = accent
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(self.look.font("small_strong"))

    def set_icon(self, icon: str) -> None:
        """Change the icon; an empty name takes it away."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def _sides(self) -> tuple[int, int]:
        return self.look.grown(10 if not self._icon else 9), self.look.grown(16)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.look.font("small_strong"))
        edge, icon = self._sides()
        width = metrics.horizontalAdvance(self.text()) + 2 * edge + 1
        if self._icon:
            width += icon + self.look.grown(5)
        return QSize(round(width), round(metrics.height() + 2 * self.look.grown(5)))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        hint = self.sizeHint()
        if width >= hint.width():
            return hint.height()
        edge, icon = self._sides()
        beside = 2 * edge + (icon + self.look.grown(5) if self._icon else 0)
        metrics = QFontMetrics(self.look.font("small_strong"))
        words = metrics.boundingRect(0, 0, max(width - beside, 1), _ENDLESS, _WRAP, self.text())
        return max(hint.height(), words.height() + 2 * self.look.grown(5))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.look.em(8)), hint.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        ink = "accent" if self._accent else "muted"
        edge, icon = self._sides()
        place = QRectF(self.rect())
        with painting(self) as painter:
            draw_box(
                painter,
                place,
                fill=look.colour("accent_soft" if self._accent else "sunk"),
                line=None if self._accent and not look.is_contrast else look.colour("line"),
                radius=look.radius("key"),
            )
            if self._icon:
                top = (place.height() - icon) / 2
                paint_icon(painter, self._icon, look.hex(ink), QRectF(edge, top, icon, icon))
                place.setLeft(edge + icon + look.grown(5))
            else:
                place.setLeft(edge)
            painter.setPen(look.colour(ink))
            painter.setFont(look.font("small_strong"))
            place.setRight(self.width() - edge + 1)
            painter.drawText(place, _WRAP, self.text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if took_new_look(self, event):
            self.setFont(self.look.font("small_strong"))
            self.updateGeometry()
            self.update()


class CategoryChip(Chip):
    """The chip of a category; an unknown category gets words only."""

    def __init__(self, category: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, CATEGORY_ICONS.get(category, ""), accent=True, parent=parent)
