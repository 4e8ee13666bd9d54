"""A short word about what just happened, with a way to take it back."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.theme.dress import dress
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.paint import draw_box, painting

SHOWN_MS = 8_000


class Toast(Part):
    """A dark strip over the page, bottom centre; it waits while it is looked at.

    With a screen reader running it stays until it is closed. ``undone`` says that the person
    wants it back.
    """

    undone = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._lift_px = 0
        self.icon_name = "circle-check"
        self._icon = Icon(self.icon_name, "on_toast")
        self._text = WrappingLabel("", "medium", "on_toast", capped=False)
        self.undo = Button("", Dress.TOAST, key="Ctrl+Z")
        self.close_button = Button("", Dress.TOAST, icon="x", small=True)
        self._line = QHBoxLayout(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._line.addWidget(self._icon, 0, middle)
        self._line.addWidget(self._text, 1)
        self._line.addWidget(self.undo, 0, middle)
        self._line.addWidget(self.close_button, 0, middle)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.undo.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self.hide)
        over.installEventFilter(self)
        for button in (self.undo, self.close_button):
            button.installEventFilter(self)
        self.hide()
        self._restyle()

    def say(self, text: str, *, can_undo: bool = True, went_well: bool = True) -> None:
        """Show the text in place of the one before it, with a tick where something went well."""
        dress(self)
        self.icon_name = "circle-check" if went_well else "triangle-alert"
        self._icon.set_icon(self.icon_name)
        self._text.setText(text)
        # Said anew each time: the toast outlives a change of language.
        self.undo.set_text(_("Fortryd"))
        self.close_button.setAccessibleName(_("Luk"))
        self.undo.setVisible(can_undo)
        self.close_button.setVisible(QAccessible.isActive())
        self._place()
        self.show()
        self.raise_()
        announce(self, text)
        if not QAccessible.isActive():
            self._timer.start()

    def set_lift(self, pixels: int) -> None:
        """Keep this far from the bottom edge, so that a bar there is not covered."""
        self._lift_px = pixels
        self._place()

    def _place(self) -> None:
        room = self._over.width() - 2 * self.look.space(24)
        width = min(self.sizeHint().width(), room)
        layout = self._line
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else 0
        height = max(height, self.sizeHint().height() if height <= 0 else 0)
        self.resize(width, height)
        bottom = self._over.height() - self._lift_px - self.look.space(16)
        self.move(QPoint((self._over.width() - width) // 2, bottom - height))

    def _on_undo(self) -> None:
        self.hide()
        self.undone.emit()

    def _is_looked_at(self) -> bool:
        return self.underMouse() or self.undo.hasFocus() or self.close_button.hasFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._pause_or_go_on(paused=event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _pause_or_go_on(self, *, paused: bool) -> None:
        if paused:
            self._timer.stop()
        elif self.isVisible() and not self._is_looked_at() and not QAccessible.isActive():
            self._timer.start()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._pause_or_go_on(paused=True)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pause_or_go_on(paused=False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @override
    def _restyle(self) -> None:
        look = self.look
        self._line.setContentsMargins(look.space(16), look.space(4), look.space(10), look.space(4))
        self._line.setSpacing(look.space(10))
        QTimer.singleShot(0, self, self._place)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_box(
                painter,
                QRectF(self.rect()),
                fill=self.look.colour("toast"),
                radius=self.look.radius("control"),
            )
