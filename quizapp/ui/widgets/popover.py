"""»Hvorfor?«: two sentences, perhaps a drawing, and one link onwards, beside what they explain."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import draw_box, draw_shadow, painting

_SHADOW_ROOM = 20
_WIDTHS_EM = (22, 30, 40)


class _Catcher(QWidget):
    """Lies unseen over the page and notices a press beside the popover."""

    pressed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.hide()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class Popover(Part):
    """A small box over the page; Esc or a press elsewhere closes it and gives the focus back."""

    link_pressed = Signal()
    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.keeps_open = False
        self._opener: QWidget | None = None
        self._catcher = _Catcher(over)
        self._catcher.pressed.connect(self.close_up)
        self._title = WrappingLabel("", "strong")
        self._text = WrappingLabel("")
        self.link = Button("", Dress.LINK)
        self.close_button = IconButton("x", _("Luk"))
        self.close_button.clicked.connect(self.close_up)
        self.link.clicked.connect(self._on_link)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._below: QWidget | None = None
        self._column.addLayout(head)
        self._column.addWidget(self._text)
        self._column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self._restyle()

    def open_by(self, opener: QWidget, title: str, text: str, link: str = "") -> None:
        """Open beside the widget that asked; ``link`` is the words of the way onwards.

        Pressing the link closes the popover unless ``keeps_open`` is set.
        """
        self._opener = opener
        self._take_below(None)
        self._title.setText(title)
        self._text.setText(text)
        self._text.show()
        self.link.set_text(link)
        self.link.setVisible(bool(link))
        self.setAccessibleName(title)
        self._place(opener)
        self._catcher.setGeometry(self._over.rect())
        for part in (self._catcher, self):
            part.show()
            part.raise_()
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, f"{title} {text}")

    def add_below(self, part: QWidget) -> None:
        """Put something more below the words of the open popover, in place of the link."""
        self.link.hide()
        self._take_below(part)
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)
        QTimer.singleShot(0, self, self._follow)

    def close_up(self) -> None:
        """Close, and give the focus back to whoever opened it."""
        if self.isHidden():
            return
        self._catcher.hide()
        self.hide()
        opener, self._opener = self._opener, None
        if opener is not None and self._still_shows(opener):
            opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _still_shows(self, opener: QWidget) -> bool:
        # The page may have been built anew behind an open popover.
        return isValid(opener) and self._over.isAncestorOf(opener)

    def _on_link(self) -> None:
        if not self.keeps_open:
            self.close_up()
        self.link_pressed.emit()

    def _take_below(self, part: QWidget | None) -> None:
        if self._below is not None:
            self._below.hide()
            self._column.removeWidget(self._below)
            self._below.deleteLater()
        self._below = part
        if part is not None:
            self._column.addWidget(part)

    def _follow(self) -> None:
        """Keep beside the opener when sizes have changed."""
        if self._opener is not None and self._still_shows(self._opener):
            self._place(self._opener)

    def _place(self, opener: QWidget) -> None:
        room = self._over.rect()
        width = self._fitting_width(room.width(), room.height())
        height = min(self._column.heightForWidth(width), room.height())
        start = opener.mapTo(self._over, QPoint(0, 0))
        below = start.y() + opener.height() - _SHADOW_ROOM + self.look.space(6)
        top = below if below + height <= room.height() else start.y() - height + _SHADOW_ROOM
        left = min(start.x() - _SHADOW_ROOM, room.width() - width)
        top = min(max(top, 0), room.height() - height)
        self.setGeometry(QRect(max(left, 0), top, width, height))

    def _fitting_width(self, widest: int, highest: int) -> int:
        """Return the first width at which all that is said has room; without the text at last."""
        for width in (min(self.look.em(em) + 2 * _SHADOW_ROOM, widest) for em in _WIDTHS_EM):
            if self._column.heightForWidth(width) <= highest:
                return width
        # What was added says more than the words that were read before it was asked for.
        self._text.setVisible(self._below is None)
        return widest

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    @override
    def _restyle(self) -> None:
        look = self.look
        across, down = look.space(18) + _SHADOW_ROOM, look.space(12) + _SHADOW_ROOM
        self._column.setContentsMargins(across, down, across, down)
        self._column.setSpacing(look.space(4))
        QTimer.singleShot(0, self, self._follow)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        room = _SHADOW_ROOM
        box = QRectF(self.rect()).adjusted(room, room, -room, -room)
        radius = look.radius("tile")
        with painting(self) as painter:
            draw_shadow(painter, look, box, radius)
            draw_box(
                painter, box, fill=look.colour("card"), line=look.colour("edge"), radius=radius
            )
