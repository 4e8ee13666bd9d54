"""A layout that puts parts side by side and begins a new line when there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Parts in reading order; every line is as high as its highest part, all are centred on it."""

    def __init__(self, parent: QWidget | None = None, *, gaps: tuple[int, int] = (8, 8)) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across, self._down = gaps
        self._most = 0
        self.setContentsMargins(0, 0, 0, 0)

    def set_gaps(self, across: int, down: int) -> None:
        """Set the distances in pixels between parts and between lines."""
        self._across, self._down = across, down
        self.invalidate()

    def set_most(self, most: int) -> None:
        """Set how many parts a line holds at most; 0 for as many as there is room for."""
        if most != self._most:
            self._most = most
            self.invalidate()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        taken = self._items.pop(index)
        self.invalidate()
        return taken

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), really=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, really=True)

    @override
    def sizeHint(self) -> QSize:
        shown = [item for item in self._items if not item.isEmpty()]
        width = sum(item.sizeHint().width() for item in shown)
        width += self._across * max(len(shown) - 1, 0)
        margins = self.contentsMargins()
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        margins = self.contentsMargins()
        width = max((size.width() for size in shown), default=0)
        height = max((size.height() for size in shown), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def _place(self, rect: QRect, *, really: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        top = area.top()
        line: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _size_within(item, area.width())
            is_full = len(line) == self._most > 0
            if line and (is_full or used + self._across + size.width() > area.width()):
                top += self._set_line(line, QPoint(area.left(), top), really=really) + self._down
                line, used = [], 0
            used += size.width() + (self._across if line else 0)
            line.append((item, size))
        if line:
            top += self._set_line(line, QPoint(area.left(), top), really=really)
        return top - rect.top() + margins.bottom()

    def _set_line(
        self, line: list[tuple[QLayoutItem, QSize]], start: QPoint, *, really: bool
    ) -> int:
        height = max(size.height() for _, size in line)
        left = start.x()
        for item, size in line:
            if really:
                offset = (height - size.height()) // 2
                item.setGeometry(QRect(QPoint(left, start.y() + offset), size))
            left += size.width() + self._across
        return height


def _size_within(item: QLayoutItem, width: int) -> QSize:
    hint = item.sizeHint()
    if hint.width() <= width:
        return hint
    height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
    return QSize(width, height)
