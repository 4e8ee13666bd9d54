"""Pictures made of points: small ones are read at once, large ones beside the window."""

from collections.abc import Callable
from functools import cache
from threading import BoundedSemaphore, Event, Thread
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

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
        _threads().start(lambda: self._read.emit(image_of(content, most) or QImage()))

    def _deliver(self, image: QImage) -> None:
        self.ready.emit(image)
        self.deleteLater()


class _Threads:
    """Work beside the window that is over before the program is.

    Not Qt's pool: what it still does when the program ends, it does to what is gone.
    """

    def __init__(self) -> None:
        self._running: set[Thread] = set()
        self._places = BoundedSemaphore(2)
        self._is_over = Event()
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(self, work: Callable[[], object]) -> None:
        """Do the work as soon as there is a place for it."""
        self._is_over.clear()
        self._running = {thread for thread in self._running if thread.is_alive()}
        thread = Thread(target=self._do, args=(work,), name="picture")
        self._running.add(thread)
        thread.start()

    def stop(self) -> None:
        """Let go of what is not begun, and wait for what is."""
        self._is_over.set()
        for thread in self._running:
            thread.join()

    def _do(self, work: Callable[[], object]) -> None:
        with self._places:
            if not self._is_over.is_set():
                work()


@cache
def _threads() -> _Threads:
    return _Threads()


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
