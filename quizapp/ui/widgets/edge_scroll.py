"""A scrolling area that a screen reader can walk through safely."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QWidget
from shiboken6 import isValid
from typing_extensions import override

BESIDE_BAR = 18
"""Room in pixels that what scrolls keeps free of the bar at its right edge."""


class EdgeBar(QScrollBar):
    """The scroll bar of an area, laid over its right edge; gone when there is nothing to scroll.

    The area's own bar is never shown: Qt ends the program when a screen reader asks for an area's
    bar that has just gone.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._own = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._own.rangeChanged.connect(self._follow)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        self._follow(0, 0)

    def _follow(self, least: int, most: int) -> None:
        if not isValid(self._own):
            return  # the area is being taken down
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setRange(least, most)
        self.setVisible(most > least)

    def lay_over(self, area: QAbstractScrollArea) -> None:
        """Keep to the edge of the area, which has another size."""
        width = self.sizeHint().width()
        self.setGeometry(area.width() - width, 0, width, area.height())
        self.raise_()


class EdgeScroll(QScrollArea):
    """Scrolls what it holds up and down, without a frame; give it a widget with ``setWidget``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edge = EdgeBar(self)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            # Qt would measure the whole page at once, several times for each new theme and hidden
            # pages too. What has another size asks for its layout anyway.
            return QAbstractScrollArea.event(self, event)
        return super().event(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._edge.lay_over(self)
        return super().viewportEvent(event)
