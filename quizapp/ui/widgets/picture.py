"""A picture of a pack: as sharp as the screen, as large as it fits, with its credit below."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.packs.media import extension_of
from quizapp.packs.media_size import is_too_large
from quizapp.questions.pack import Medium
from quizapp.ui.theme.tokens import PAPER
from quizapp.ui.widgets.base import Drawing
from quizapp.ui.widgets.paint import painting

MOST_HIGH_PX: Final = 320
MOST_POINTS_PX: Final = 4_096
"""More points across than the largest screens have; a larger photograph is read smaller."""
_KEEP: Final = Qt.AspectRatioMode.KeepAspectRatio
_SMOOTH: Final = Qt.TransformationMode.SmoothTransformation


def content_of(path: Path) -> bytes:
    """Return the bytes of a medium; none where it is gone or cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def image_of(content: bytes) -> QImage | None:
    """Return a png, jpg, gif or webp, upright; None for what is no picture or far too large.

    Of one that moves it is the first picture.
    """
    if is_too_large(content):
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > MOST_POINTS_PX:
        reader.setScaledSize(size.scaled(MOST_POINTS_PX, MOST_POINTS_PX, _KEEP))
    image = reader.read()
    return None if image.isNull() else image


def drawing_of(content: bytes) -> QSvgRenderer | None:
    """Return a drawing that has a size; None for what is none."""
    drawing = QSvgRenderer(QByteArray(content))
    drawing.setAspectRatioMode(_KEEP)
    size = drawing.defaultSize()
    return drawing if drawing.isValid() and not size.isEmpty() else None


def alt_of(medium: Medium) -> str:
    """Return what is said of a picture to somebody who does not see it."""
    return medium.alt or medium.title or medium.name


def credit_of(medium: Medium, *, with_title: bool = True) -> str:
    """Return who made a picture and under which licence, as it stands below it."""
    parts = (medium.title if with_title else "", medium.creator, medium.license)
    return " · ".join(part for part in parts if part)


class PictureArea(Drawing):
    """The picture itself, drawn or scaled anew for each size and each screen.

    It is at most so many pixels high at ordinary size of text; 0 lets it fill what it is given.
    ``widest_em`` is how wide it wants to be, in widths of a letter m.
    """

    def __init__(
        self,
        content: bytes,
        name: str,
        *,
        most_high: int = MOST_HIGH_PX,
        widest_em: int = 30,
        centred: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._most_high = most_high
        self._widest_em = widest_em
        self._centred = centred
        self._image: QImage | None = None
        self._drawing: QSvgRenderer | None = None
        self._scaled: QImage | None = None
        if extension_of(content) == "svg":
            self._drawing = drawing_of(content)
        else:
            self._image = image_of(content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(bool(most_high))
        self.setSizePolicy(policy)

    @property
    def is_there(self) -> bool:
        """Whether there is anything to see."""
        return self._image is not None or self._drawing is not None

    def natural(self) -> QSizeF:
        """Return how large the picture is by itself, in pixels."""
        if self._drawing is not None:
            return QSizeF(self._drawing.defaultSize())
        return QSizeF(self._image.size()) if self._image is not None else QSizeF(1, 1)

    def shown_size(self, width: int) -> QSizeF:
        """Return how large the picture is shown where it may be so many pixels wide."""
        natural = self.natural()
        if not self._most_high:
            return natural.scaled(QSizeF(width, self.height()), _KEEP)
        widest = min(width, natural.width() * self.look.scale)
        return natural.scaled(QSizeF(widest, self.look.grown(self._most_high)), _KEEP)

    @override
    def hasHeightForWidth(self) -> bool:
        return bool(self._most_high)

    @override
    def heightForWidth(self, width: int) -> int:
        return max(1, round(self.shown_size(width).height()))

    @override
    def sizeHint(self) -> QSize:
        return (
            self.shown_size(self.look.em(self._widest_em)).toSize()
            if self._most_high
            else QSize(1, 1)
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scaled = None

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._scaled = None
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        size = self.shown_size(self.width())
        left = (self.width() - size.width()) / 2 if self._centred else 0.0
        top = max(self.height() - size.height(), 0) / 2
        place = QRectF(left, top, size.width(), size.height())
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self._image is None or self._image.hasAlphaChannel():
                # Ink that was drawn for paper must be seen on a dark page too.
                painter.fillRect(place, QColor(PAPER))
            if self.is_there:
                painter.drawImage(place, self._sharp(size))

    def _sharp(self, size: QSizeF) -> QImage:
        """Return the picture in the screen's own points, made once a size."""
        if self._scaled is None:
            wanted = (size * self.devicePixelRatioF()).toSize()
            if self._drawing is not None:
                self._scaled = _drawn(self._drawing, wanted)
            elif self._image is not None:
                smaller = wanted.width() < self._image.width()
                image = self._image.scaled(wanted, _KEEP, _SMOOTH) if smaller else self._image
                self._scaled = image
        return self._scaled or QImage()


def _drawn(drawing: QSvgRenderer, size: QSize) -> QImage:
    most = QSize(MOST_POINTS_PX, MOST_POINTS_PX)
    fitting = size if size.boundedTo(most) == size else size.scaled(most, _KEEP)
    image = QImage(fitting.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    return image
