"""Pictures made of points: small ones are read at once, large ones beside the window."""

from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QObject,
    QRunnable,
    QSize,
    Qt,
    QThreadPool,
    Signal,
)
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader
from typing_extensions import override

from quizapp.packs.media_size import is_too_large

MOST_POINTS_PX: Final = 4_096
"""More points across than the largest screens have; a larger photograph is read smaller."""
AT_ONCE_POINTS: Final = 1_000_000
"""So many points are there before anybody notices."""
_KEEP: Final = Qt.AspectRatioMode.KeepAspectRatio
_TURNED: Final = QImageIOHandler.Transformation.TransformationRotate90


class Coming(QObject):
    """A picture that is being read; ``ready`` carries it, null where it cannot be shown."""

    ready = Signal(QImage)
    _read = Signal(QImage)

    def __init__(self, content: bytes, most: int, size: QSize) -> None:
        # The program keeps it until it has come: whoever waits for it may go before.
        super().__init__(QCoreApplication.instance())
        self.size = size
        self._read.connect(self._deliver)
        QThreadPool.globalInstance().start(_Reading(content, most, self))

    def tell(self, image: QImage) -> None:
        """Say in any thread that the picture has been read."""
        self._read.emit(image)

    def _deliver(self, image: QImage) -> None:
        self.ready.emit(image)
        self.deleteLater()


class _Reading(QRunnable):
    def __init__(self, content: bytes, most: int, coming: Coming) -> None:
        super().__init__()
        self._content = content
        self._most = most
        self._coming = coming

    @override
    def run(self) -> None:
        self._coming.tell(image_of(self._content, self._most) or QImage())


def image_soon(content: bytes, most: int) -> QImage | Coming | None:
    """Return a small picture itself, a large one as what is coming; None for what is none."""
    if is_too_large(content):
        return None
    buffer = _buffer_of(content)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.width() * size.height() <= AT_ONCE_POINTS:
        return image_of(content, most)
    if reader.transformation() & _TURNED:
        size.transpose()
    fitting = size.scaled(most, most, _KEEP) if max(size.width(), size.height()) > most else size
    return Coming(content, most, fitting)


def image_of(content: bytes, most: int = MOST_POINTS_PX) -> QImage | None:
    """Return a png, jpg, gif or webp, upright; None for what is no picture or far too large.

    Of one that moves it is the first picture; one of more points across is read smaller, which
    takes a photograph a fraction of the time.
    """
    if is_too_large(content):
        return None
    buffer = _buffer_of(content)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > most:
        reader.setScaledSize(size.scaled(most, most, _KEEP))
    image = reader.read()
    return None if image.isNull() else image


def _buffer_of(content: bytes) -> QBuffer:
    """Return what a reader reads from, for as long as the caller holds it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    return buffer
