"""A picture of a question: as wide as there is room for, sharp on every screen, with its credit."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import Drawing, Part
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import painting

HIGHEST_PX = 320


class PictureView(Drawing):
    """The picture alone; it is read again at the size it is shown in, so that it stays sharp."""

    def __init__(
        self, path: Path, name: str, highest: int = HIGHEST_PX, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._path = path
        self._highest = highest
        self._natural = QImageReader(str(path)).size()
        self._read = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_readable(self) -> bool:
        """Whether the file is a picture at all; a sound is none."""
        return self._natural.isValid() and not self._natural.isEmpty()

    def _size_in(self, width: int) -> QSize:
        room = QSize(max(width, 1), self._highest)
        if not self.is_readable:
            return QSize(0, 0)
        small = self._natural.width() <= room.width() and self._natural.height() <= room.height()
        is_drawn = self._path.suffix == ".svg"
        if small and not is_drawn:
            return self._natural
        return self._natural.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._size_in(width).height()

    @override
    def sizeHint(self) -> QSize:
        return self._size_in(self._natural.width() or 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._size_in(self.width())
        pixels = size * self.devicePixelRatio()
        if self._read.size() != pixels:
            self._read = _read(self._path, pixels)
        with painting(self) as painter:
            painter.drawPixmap(QRectF(0, 0, size.width(), size.height()).toRect(), self._read)


class PicturePart(Part):
    """A picture with its credit below; its alt text is what a screen reader says."""

    def __init__(
        self,
        path: Path,
        alt: str,
        credit: str = "",
        highest: int = HIGHEST_PX,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = PictureView(path, alt or _("Billede"), highest)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.view)
        if credit:
            self._column.addWidget(WrappingLabel(credit, "small", "muted"))
        self._restyle()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(4))


def _read(path: Path, pixels: QSize) -> QPixmap:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setScaledSize(pixels)
    return QPixmap.fromImage(reader.read())
