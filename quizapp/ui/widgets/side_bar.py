"""The side-bar of the desk, and the rail of icons it becomes when room is short."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.theme.look import words_px
from quizapp.ui.widgets.avatar import draw_avatar
from quizapp.ui.widgets.base import Part, PressPart
from quizapp.ui.widgets.boxes import Hairline
from quizapp.ui.widgets.key_cap import cap_size, draw_cap
from quizapp.ui.widgets.paint import draw_box, draw_icon_in, draw_ring, painting
from quizapp.ui.widgets.walk import walk_round


@dataclass(frozen=True, slots=True)
class Place:
    """A page to go to: its code, its words, its icon, and a key worth showing.

    With an ``initial`` its first letter stands in a circle in place of the icon.
    """

    code: str
    text: str
    icon: str
    key: str = ""
    initial: str = ""


class SideItem(PressPart):
    """One line of the side-bar."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._is_rail = False
        self.let_others_check(one_of=True)
        self.show_place(place)
        self._restyle()

    def show_place(self, place: Place) -> None:
        """Show another place, or the same under another name."""
        self.place = place
        self.setText(place.text)
        switch = _("{name}, skift profil")
        self.setAccessibleName(switch.format(name=place.text) if place.initial else place.text)
        self.setToolTip(place.text if self._is_rail else "")
        self.updateGeometry()
        self.update()

    def set_rail(self, *, is_rail: bool) -> None:
        """Show the icon alone, with the words as a tool tip."""
        self._is_rail = is_rail
        self.setToolTip(self.place.text if is_rail else "")
        self._restyle()
        self.updateGeometry()
        self.update()

    @override
    def _restyle(self) -> None:
        policy = QSizePolicy.Policy.Fixed if self._is_rail else QSizePolicy.Policy.Minimum
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        look = self.look
        height = max(look.target(), look.line_px("medium") + look.space(14))
        icon = look.grown(20)
        if self._is_rail:
            side = max(look.target(), icon + 2 * look.space(12))
            return QSize(side, max(height, icon + look.space(20)))
        # Room for the bold form, so that the bar keeps its width when a line is chosen.
        words = words_px(look, "strong", self.place.text)
        cap = cap_size(look, self.place.key).width() + look.space(16) if self.place.key else 0
        width = look.space(12) * 2 + icon + look.space(12) + words + cap
        return QSize(round(width) + 2, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        chosen = self.isChecked()
        radius = look.radius("control")
        ink = "accent" if chosen else "muted"
        icon = look.grown(20)
        with painting(self) as painter:
            if chosen or self.underMouse():
                ground = "accent_soft" if chosen else "track"
                line = look.colour("accent") if chosen and look.is_contrast else None
                draw_box(painter, self.rect(), fill=look.colour(ground), line=line, radius=radius)
            left = float(look.space(12))
            top = (self.height() - icon) / 2
            self._draw_sign(painter, QRectF(left, top, icon, icon), ink)
            if not self._is_rail:
                left += icon + look.space(12)
                painter.setFont(look.font("strong" if chosen else "medium"))
                painter.setPen(look.colour(ink))
                words = QRectF(left, 0, self.width() - left, self.height())
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.place.text)
                if self.place.key:
                    cap = QRectF(0, 0, *cap_size(look, self.place.key).toTuple())
                    cap.moveCenter(QRectF(self.rect()).center())
                    cap.moveRight(self.width() - look.space(10))
                    draw_cap(painter, look, cap, self.place.key, on_accent=False)
            if self.hasFocus():
                draw_ring(painter, look, self.rect(), radius)

    def _draw_sign(self, painter: QPainter, place: QRectF, ink: str) -> None:
        if self.place.initial:
            disc = place.adjusted(-2, -2, 2, 2)
            ground = "card" if self.isChecked() else "accent_soft"
            draw_avatar(painter, self.look, disc, self.place.initial, ground)
        else:
            paint_icon(painter, self.place.icon, self.look.hex(ink), place)


class Brand(Part):
    """The program's sign and name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._is_rail = False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_rail(self, *, is_rail: bool) -> None:
        """Show the sign alone."""
        self._is_rail = is_rail
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        look = self.look
        side = look.grown(30)
        if self._is_rail:
            return QSize(side + look.space(8), side)
        words = words_px(look, "section", self._name)
        return QSize(round(look.space(8) + side + look.space(10) + words) + 2, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        side = look.grown(30)
        left = (self.width() - side) / 2 if self._is_rail else look.space(8)
        square = QRectF(left, 0, side, side)
        with painting(self) as painter:
            draw_box(painter, square, fill=look.colour("accent"), radius=look.radius("key"))
            draw_icon_in(painter, square, "chevrons-right", look.hex("on_accent"), 0.75)
            if not self._is_rail:
                left = square.right() + look.space(10)
                painter.setFont(look.font("section"))
                painter.setPen(look.colour("text"))
                words = QRectF(left, 0, self.width() - left, side)
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._name)


class SideBar(Part):
    """The pages, and below them find, settings and the learner; ``chosen`` carries a code."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        pages: Sequence[Place],
        below: Sequence[Place],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_rail = False
        self._brand = Brand(name)
        self.items = tuple(SideItem(place) for place in (*pages, *below))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._brand)
        self._column.addSpacing(8)
        for at, item in enumerate(self.items):
            if at == len(pages):
                self._column.addStretch(1)
            if item.place.initial:
                self._column.addSpacing(4)
                self._column.addWidget(Hairline())
                self._column.addSpacing(4)
            self._column.addWidget(item)
            item.clicked.connect(lambda _=False, code=item.place.code: self.chosen.emit(code))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._restyle()

    def show_current(self, code: str) -> None:
        """Show which page is open."""
        for item in self.items:
            item.show_checked(is_checked=item.place.code == code)

    def call_learner(self, name: str) -> None:
        """Show another name for the learner."""
        for item in self.items:
            if item.place.initial:
                item.show_place(replace(item.place, text=name, initial=name))

    def set_rail(self, *, is_rail: bool) -> None:
        """Become a rail of icons, or a bar with words again."""
        if is_rail == self._is_rail:
            return
        self._is_rail = is_rail
        self._brand.set_rail(is_rail=is_rail)
        for item in self.items:
            item.set_rail(is_rail=is_rail)
        self._restyle()
        self.updateGeometry()

    def wide_px(self) -> int:
        """Return how wide the bar is with its words, whether or not it shows them now."""
        metrics = QFontMetricsF(self.look.font("strong"))
        words = max(metrics.horizontalAdvance(item.place.text) for item in self.items)
        return round(words) + self.look.grown(20) + 4 * self.look.space(14)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not walk_round(event, self.items):
            super().keyPressEvent(event)

    @override
    def _restyle(self) -> None:
        side = self.look.space(14 if not self._is_rail else 8)
        self._column.setContentsMargins(side, self.look.space(20), side, self.look.space(14))
        self._column.setSpacing(self.look.space(3))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self.look.colour("side"))
            edge = self.look.colour("line")
            painter.fillRect(self.width() - 1, 0, 1, self.height(), edge)
