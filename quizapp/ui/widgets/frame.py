"""The two frames: strip and bottom bar of a sitting, side-bar and page of the desk."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.bars import ProgressBar
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Ground
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.edge_scroll import EdgeScroll
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import painting

_STRIP_WORDS_FROM_EM = 44
_ROOMY_FROM_EM = 26
_HEADER_ROW_FROM_EM = 36
_DESK_PX = 1120


class PageScroll(EdgeScroll):
    """The scrolling body of a page: one centred column with room for shadows around it.

    ``column`` takes the page's cards from the top down. Room for the scroll bar is kept on both
    sides, so the column stays in line with a bar below. A narrow column ``at_desk`` begins where a
    wide one does, so that titles keep their place from room to room.
    """

    def __init__(
        self,
        column_px: int = _DESK_PX,
        *,
        margins: tuple[int, int] = (36, 28),
        at_desk: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column_px = column_px
        self._margins = margins
        self._at_desk = at_desk
        self._ground = Ground()
        self.setWidget(self._ground)
        self._content = QWidget(self._ground)
        self._content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._sides = QHBoxLayout(self._ground)
        self._sides.setSpacing(0)
        self._sides.addStretch(0 if at_desk else 1)
        self._sides.addWidget(self._content, 100_000, Qt.AlignmentFlag.AlignTop)
        self._sides.addStretch(1)
        self._restyle()

    def _restyle(self) -> None:
        look = look_in_force()
        across, down = (look.space(side) for side in self._margins)
        if self.width() < look.em(_ROOMY_FROM_EM):
            # Few letters fit on a line: the room is theirs.
            across = min(across, look.space(12))
        # The side with the scroll bar gives way, so that the column does not jump.
        taken = self.width() - self.viewport().width()
        left = across + self._before_wide(self.width() - 2 * across) if self._at_desk else across
        self._sides.setContentsMargins(left, down, max(across - taken, 0), down)
        self.column.setSpacing(look.space(16))
        self._content.setMaximumWidth(self.column_width())

    @staticmethod
    def _before_wide(room: int) -> int:
        """Return how much is free before a column of the desk's full width."""
        return max(room - _grown_column(_DESK_PX), 0) // 2

    def set_column(self, column_px: int) -> None:
        """Let the column be so wide at the most."""
        self._column_px = column_px
        self._restyle()

    def column_width(self) -> int:
        """Return the most that the column may be wide; large text widens it."""
        return _grown_column(self._column_px)

    def show_part(self, part: QWidget) -> None:
        """Scroll until the part is in view."""
        self.ensureWidgetVisible(part, 0, look_in_force().space(24))

    def take_key(self, key: int) -> bool:
        """Scroll by a page with Side op and Side ned, as far as there is more to see."""
        actions = {
            Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
            Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
        }
        action = actions.get(Qt.Key(key))
        bar = self.verticalScrollBar()
        before = bar.value()
        if action is not None:
            bar.triggerAction(action)
        return bar.value() != before

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._restyle()
            self._sides.activate()  # now, or the page is drawn once beside its place
        return super().viewportEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()


class SittingStrip(Part):
    """The top of a sitting: leave, how far, what is left, more; words go before the bar does."""

    leave_pressed = Signal()
    more_pressed = Signal()

    def __init__(self, leave_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leave_text = leave_text
        self.leave = Button(leave_text, Dress.QUIET, icon="x")
        self.bar = ProgressBar(_("Så langt er runden"))
        self._place = WrappingLabel("", "strong", capped=False)
        self._left = WrappingLabel("", "base", "muted", capped=False)
        self.more = IconButton("ellipsis", _("Mere"))
        self._line = QHBoxLayout(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._line.addWidget(self.leave, 0, middle)
        self._line.addWidget(self.bar, 1, middle)
        self._line.addWidget(self._place, 0, middle)
        self._line.addWidget(self._left, 0, middle)
        self._line.addWidget(self.more, 0, middle)
        self.leave.clicked.connect(self.leave_pressed)
        self.more.clicked.connect(self.more_pressed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._restyle()

    def set_progress(self, share: float, place: str, left: str = "") -> None:
        """Show how far the round is: a share from 0 to 1, »8 af 26«, and what is left."""
        self.bar.set_shares(share)
        self._place.setText(place)
        self._left.setText(f"· {left}" if left else "")
        self.bar.setAccessibleDescription(", ".join(text for text in (place, left) if text))
        self._arrange()

    def set_leave_text(self, text: str) -> None:
        """Change the words of the way out."""
        self._leave_text = text
        self._arrange()

    def _arrange(self) -> None:
        side, down = self.look.space(16), self.look.space(7)
        # Words have no air of their own around them, as the button has.
        right = side if not self.more.isHidden() else 2 * side
        self._line.setContentsMargins(side, down, right, down)
        wordy = self.width() >= self.look.em(_STRIP_WORDS_FROM_EM)
        self.leave.setText(self._leave_text if wordy else "")
        self.leave.setAccessibleName(self._leave_text)
        self.leave.setToolTip("" if wordy else self._leave_text)
        self._left.setVisible(wordy and bool(self._left.text()))
        for label in (self._place, self._left):
            label.setFixedWidth(label.sizeHint().width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._line.setSpacing(self.look.space(12))
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self.look.colour("bg"))


class BottomBar(Part):
    """The bar that never moves: help at the left, the one main button at the right.

    When there is no room for the buttons at the left they go into one menu, »Mere«.
    """

    def __init__(self, column_px: int = 760, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column_px = column_px
        self._buttons: tuple[Button, ...] = ()
        self._main: QWidget | None = None
        self._content = QWidget()
        self._line = QHBoxLayout(self._content)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._more = Button(_("Mere"), icon="ellipsis")
        self._more.clicked.connect(self._open_menu)
        self._line.addWidget(self._more)
        self._line.addStretch(1)
        self._outer = QHBoxLayout(self)
        self._outer.addStretch(1)
        self._outer.addWidget(self._content, 1_000)
        self._outer.addStretch(1)
        # Not fixed: Qt would hold the bar to its height in one line where the words need two.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._restyle()

    def set_buttons(self, left: Sequence[Button], main: QWidget | None) -> None:
        """Show other buttons; those shown before are let go."""
        for gone in (*self._buttons, *([self._main] if self._main else [])):
            if gone not in left and gone is not main:
                gone.hide()
                gone.setParent(None)
                gone.deleteLater()
        self._buttons = tuple(left)
        self._main = main
        for place, button in enumerate(left):
            button.set_flush(is_flush=place == 0)
            self._line.insertWidget(place, button)
        if main is not None:
            fills = not isinstance(main, Button)
            self._line.addWidget(main, 10_000 if fills else 0)
            # Not by a later event, or it could not take the focus at once.
            main.show()
        self._arrange()

    def set_column(self, column_px: int) -> None:
        """Follow another width of the column above."""
        self._column_px = column_px
        self._restyle()

    def _arrange(self) -> None:
        hints = [button.sizeHint().width() for button in self._buttons]
        if self._main is not None:
            hints.append(self._main.minimumSizeHint().width())
        needed = sum(hints) + self._line.spacing() * max(len(hints) - 1, 0)
        # Rather a little wider than the column above than with its buttons in a menu.
        room = self.width() - 2 * self.look.space(30)
        fills = self._main is not None and not isinstance(self._main, Button)
        column = round(self._column_px * max(1.0, min(self.look.scale, 1.4)))
        narrow = bool(self._buttons) and needed > room
        in_line = fills or narrow
        self._content.setMaximumWidth(column if in_line else max(column, min(needed, room)))
        for button in self._buttons:
            button.setVisible(not narrow)
        self._more.setVisible(narrow)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for button in self._buttons:
            action = menu.addAction(button.accessibleName())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().topLeft()) - _up(menu.sizeHint()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        look = self.look
        side = look.space(30)
        self._outer.setContentsMargins(side, look.space(14), side, look.space(14))
        self._line.setSpacing(look.space(10))
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self.look.colour("card"))
            painter.fillRect(0, 0, self.width(), 1, self.look.colour("line"))


def _grown_column(column_px: int) -> int:
    return round(column_px * max(1.0, min(look_in_force().scale, 1.4)))


def _up(size: QSize) -> QPoint:
    return QPoint(0, size.height())


class PageHeader(Part):
    """Title, one muted line, at most two buttons at the right; above them the way back."""

    back_pressed = Signal()

    def __init__(
        self, title: str, subtitle: str = "", back: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.back = Button(back, Dress.QUIET, icon="chevron-left", small=True)
        if not back:
            self.back.hide()
        self.back.clicked.connect(self.back_pressed)
        self.title = WrappingLabel(title, "title", capped=False)
        self._subtitle = WrappingLabel(subtitle, "base", "muted")
        if not subtitle:
            self._subtitle.hide()
        self._words = QVBoxLayout()
        self._words.addWidget(self.title)
        self._words.addWidget(self._subtitle)
        self._line = QHBoxLayout()
        self._line.addLayout(self._words, 1)
        self._buttons = QWidget()
        self._buttons_flow = FlowLayout(self._buttons)
        self._buttons.hide()
        self._line.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.back.set_flush(is_flush=True)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._line)
        self._restyle()

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Change title and muted line."""
        self.title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_button(self, button: Button) -> None:
        """Put a button at the right, after those already there."""
        self._buttons_flow.addWidget(button)
        self._buttons.show()
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons under the title when there is no room beside it."""
        stacked = 0 < self.width() < self.look.em(_HEADER_ROW_FROM_EM)
        if lay(self._line, is_beside=not stacked):
            self.updateGeometry()
        # Beside the title they stand on one line; under it they may need two.
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        if stacked:
            policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._words.setSpacing(self.look.space(2))
        self._line.setSpacing(self.look.space(10))
        self._buttons_flow.set_gaps(self.look.space(10), self.look.space(8))
        self._column.setSpacing(self.look.space(2))
