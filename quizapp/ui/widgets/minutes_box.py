"""The minutes of a day: typed, by arrows, or with minus and plus; none is a day off."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import IconButton
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import draw_box, painting

MOST = 600
STEP = 5


class BareSpin(QSpinBox):
    """A spin box without a frame; a style sheet leaves its text no room of its own accord."""

    def _fill(self) -> None:
        self.lineEdit().setGeometry(self.rect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel is the page's: what only goes by changes nothing.
        event.ignore()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._fill()


class MinutesBox(Part):
    """A spin box under its word; ``changed`` carries the minutes. 0 is shown as »fri«."""

    changed = Signal(int)

    def __init__(
        self, word: str, name: str, minutes: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._word = WrappingLabel(word, "small", "muted", centred=True)
        self.spin = BareSpin()
        self.spin.setProperty("bare", "true")
        self.spin.lineEdit().setProperty("bare", "true")
        self.spin.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.spin.setRange(0, MOST)
        self.spin.setSingleStep(STEP)
        self.spin.setSpecialValueText(_("fri"))
        self.spin.setAccessibleName(name)
        self.spin.setValue(minutes)
        self.spin.installEventFilter(self)
        self.less = IconButton("minus", _("{name}: færre minutter").format(name=name))
        self.more = IconButton("plus", _("{name}: flere minutter").format(name=name))
        for button, step in ((self.less, -STEP), (self.more, STEP)):
            # The arrow keys do the same in the field itself.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(
                lambda _on=False, by=step: self.spin.setValue(self.spin.value() + by)
            )
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.less, 1)
        buttons.addWidget(self.more, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._word)
        self._column.addWidget(self.spin)
        self._column.addLayout(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.spin)
        self.spin.valueChanged.connect(self._on_value)
        self._restyle()

    @property
    def minutes(self) -> int:
        """The minutes it shows."""
        return self.spin.value()

    def _on_value(self, minutes: int) -> None:
        self.update()
        self.changed.emit(minutes)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        # The wheel scrolls the page; it must not change what it happens to pass over.
        if event.type() == QEvent.Type.Wheel and not self.spin.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @override
    def _restyle(self) -> None:
        look = self.look
        self._column.setContentsMargins(1, look.space(8), 1, 1)
        self.spin.setFont(look.font("strong"))
        self.spin.setFixedHeight(max(look.target(), look.line_px("strong") + look.space(8)))
        self.spin.setMinimumWidth(look.target())
        buttons = (self.less, self.more)
        self.setFixedWidth(sum(max(it.sizeHint().width(), look.target()) for it in buttons) + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        focused = self.spin.hasFocus()
        is_off = not self.minutes
        width, radius = 2 if focused or is_off else 1, look.radius("control")
        with painting(self) as painter:
            draw_box(
                painter,
                self.rect(),
                fill=look.colour("card" if is_off else "sunk"),
                line=look.colour("accent" if focused else "card" if is_off else "line"),
                width=width,
                radius=radius,
            )
            if is_off and not focused:
                painter.setPen(QPen(look.colour("edge"), width, Qt.PenStyle.DashLine))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
