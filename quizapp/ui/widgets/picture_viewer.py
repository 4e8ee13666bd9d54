"""A picture as large as the window, and larger still; opened from where it stands small."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.questions.pack import Medium
from quizapp.ui.theme.dress import dress
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.edge_scroll import EdgeScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import painting
from quizapp.ui.widgets.picture import PictureArea, alt_of, credit_of

ZOOMS: Final = (1.0, 1.5, 2.0, 3.0, 4.0)
_STEP_PX: Final = 80
_KEEP: Final = Qt.AspectRatioMode.KeepAspectRatio
_LARGER: Final = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PictureViewer(Part):
    """Covers a window with one picture; Esc or »Luk« closes it and gives the focus back.

    + and − make it larger and smaller, the arrows move it.
    """

    def __init__(self, over: QWidget, content: bytes, medium: Medium) -> None:
        super().__init__(over)
        self._over = over
        self._opener: QWidget | None = None
        self._zoom = 0
        self._grabbed_at: QPoint | None = None
        said = alt_of(medium)
        self.setAccessibleName(_("Billedet i stor størrelse: {alt}").format(alt=said))
        self.area = PictureArea(content, _("Billede: {alt}").format(alt=said), most_high=0)
        self._scroll = EdgeScroll()
        self._scroll.setWidgetResizable(False)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.area)
        self.smaller = IconButton("minus", _("Mindre"))
        self.larger = IconButton("plus", _("Større"))
        self.close_button = Button(_("Luk"), icon="x", key=_("Esc"), small=True)
        self._head = QHBoxLayout()
        self._head.addWidget(WrappingLabel(credit_of(medium), "small", "muted", capped=False), 1)
        for button in (self.smaller, self.larger, self.close_button):
            self._head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._scroll, 1)
        self.smaller.clicked.connect(lambda: self.zoom(-1))
        self.larger.clicked.connect(lambda: self.zoom(1))
        self.close_button.clicked.connect(self.close_up)
        over.installEventFilter(self)
        self.area.installEventFilter(self)
        self._scroll.installEventFilter(self)
        self.hide()
        self._restyle()

    def open_by(self, opener: QWidget) -> None:
        """Cover the window; the focus goes back to the opener afterwards."""
        dress(self)
        self._opener = opener
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.zoom(0)
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, self.accessibleName())

    def close_up(self) -> None:
        """Take the picture away and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        opener, self._opener = self._opener, None
        # The page may have been built anew behind the picture.
        if opener is not None and isValid(opener):
            opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def zoom(self, step: int) -> None:
        """Make the picture larger (1) or smaller (-1); 0 fits it to the window as it is now."""
        self._zoom = min(max(self._zoom + step, 0), len(ZOOMS) - 1)
        room = QSizeF(self._scroll.maximumViewportSize())
        size = self.area.natural().scaled(room, _KEEP) * ZOOMS[self._zoom]
        middles = [_middle(bar) for bar in self._bars()]
        self.area.setFixedSize(size.toSize())
        for bar, middle in zip(self._bars(), middles, strict=True):
            whole = bar.maximum() + bar.pageStep()
            bar.setValue(round(middle * whole - bar.pageStep() / 2))
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom + 1 < len(ZOOMS))
        if not (self.smaller.hasFocus() or self.larger.hasFocus()):
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab walks round here and never into what lies below.
        inside = [one for one in (self.smaller, self.larger, self.close_button) if one.isEnabled()]
        at = next_at = 0
        for at, one in enumerate(inside):
            if one.hasFocus():
                next_at = at + (1 if next else -1)
        inside[next_at % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._over.rect())
        elif watched is self._scroll and event.type() == QEvent.Type.Resize:
            self.zoom(0)
        elif watched is self.area and isinstance(event, QMouseEvent):
            self._drag(event)
            return True
        return super().eventFilter(watched, event)

    def _drag(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseMove and self._grabbed_at is not None:
            moved = self._grabbed_at - at
            self._move(moved.x(), moved.y())
        is_down = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove)
        self._grabbed_at = at if is_down else None

    def _move(self, across: int, down: int) -> None:
        for bar, step in zip(self._bars(), (across, down), strict=True):
            bar.setValue(bar.value() + step)

    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        return self._scroll.horizontalScrollBar(), self._scroll.verticalScrollBar()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # No command of the page below is given from here.
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_up()
        elif key in _LARGER:
            self.zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif key in _STEPS:
            across, down = _STEPS[key]
            self._move(across * self.look.space(_STEP_PX), down * self.look.space(_STEP_PX))
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Nothing that is pressed here reaches the page below.
        event.accept()

    @override
    def _restyle(self) -> None:
        edge = self.look.space(16)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(self.look.space(10))
        self._head.setSpacing(self.look.space(8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self.look.colour("bg"))


def _middle(bar: QScrollBar) -> float:
    """Return what lies in the middle, as a share of the whole."""
    whole = bar.maximum() + bar.pageStep()
    return (bar.value() + bar.pageStep() / 2) / whole if whole else 0.5


class EnlargeButton(Button):
    """»Vis større«: shows a picture as large as the window; without words where room is short."""

    def __init__(
        self, content: bytes, medium: Medium, *, bare: bool = False, parent: QWidget | None = None
    ) -> None:
        text = "" if bare else _("Vis større")
        super().__init__(text, Dress.QUIET, icon="enlarge", small=True, parent=parent)
        name = _("Vis billedet større: {alt}").format(alt=alt_of(medium))
        self.setAccessibleName(name)
        self.setToolTip(_("Vis større"))
        self._content = content
        self._medium = medium
        self.clicked.connect(self.open_viewer)

    def open_viewer(self) -> None:
        """Show the picture large."""
        PictureViewer(self.window(), self._content, self._medium).open_by(self)

    def watch(self, area: PictureArea) -> None:
        """Let a press on the picture do the same."""
        area.setCursor(Qt.CursorShape.PointingHandCursor)
        area.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            if event.button() is Qt.MouseButton.LeftButton:
                self.open_viewer()
            return True
        return super().eventFilter(watched, event)
