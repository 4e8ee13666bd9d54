"""A picture of a pack: as sharp as the screen, as large as it fits, with its credit below."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.packs.media import extension_of
from quizapp.packs.media_size import is_too_large
from quizapp.questions.pack import Medium
from quizapp.ui.widgets.base import Drawing, Part
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import painting

MOST_HIGH_PX: Final = 320
_KEEP: Final = Qt.AspectRatioMode.KeepAspectRatio
_SMOOTH: Final = Qt.TransformationMode.SmoothTransformation


def image_of(content: bytes) -> QImage | None:
    """Return a png, jpg, gif or webp, upright; None for what is no picture or far too large."""
    if is_too_large(content):
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    image = reader.read()
    return None if image.isNull() else image


def credit_of(medium: Medium) -> str:
    """Return who made a picture and under which licence, as it stands below it."""
    parts = (medium.title, medium.creator, medium.license)
    return " · ".join(part for part in parts if part)


class PictureArea(Drawing):
    """The picture itself; a drawing is drawn anew at every size, a photograph scaled once."""

    def __init__(self, content: bytes, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._image: QImage | None = None
        self._drawing: QSvgRenderer | None = None
        self._scaled: QImage | None = None
        if extension_of(content) == "svg":
            drawing = QSvgRenderer(QByteArray(content))
            self._drawing = drawing if drawing.isValid() else None
        else:
            self._image = image_of(content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_there(self) -> bool:
        """Whether there is anything to see."""
        return self._image is not None or self._drawing is not None

    def _natural(self) -> QSizeF:
        if self._drawing is not None:
            return QSizeF(self._drawing.defaultSize())
        return QSizeF(self._image.size()) if self._image is not None else QSizeF(1, 1)

    def _shown(self, width: int) -> QSizeF:
        natural = self._natural()
        most = QSizeF(min(width, natural.width() * self.look.scale), self.look.grown(MOST_HIGH_PX))
        return natural.scaled(most, _KEEP)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._shown(width).height())

    @override
    def sizeHint(self) -> QSize:
        return self._shown(self.look.em(30)).toSize()

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
        size = self._shown(self.width())
        place = QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self._drawing is not None:
                self._drawing.render(painter, place)
            elif self._image is not None:
                painter.drawImage(place, self._sharp(self._image, size))

    def _sharp(self, image: QImage, size: QSizeF) -> QImage:
        """Return the picture scaled to the screen's own points, once a size."""
        if self._scaled is None:
            wanted = (size * self.devicePixelRatioF()).toSize()
            smaller = wanted.width() < image.width()
            self._scaled = image.scaled(wanted, _KEEP, _SMOOTH) if smaller else image
        return self._scaled


class PictureBox(Part):
    """A picture with its alt text for a screen reader and its credit for everybody.

    Where it cannot be shown, its alt text stands in its place.
    """

    def __init__(self, content: bytes, medium: Medium, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = medium.alt or medium.title or medium.name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.area = PictureArea(content, _("Billede: {alt}").format(alt=said))
        if self.area.is_there:
            self._column.addWidget(self.area)
        else:
            self.area.setParent(self)
            self.area.hide()
            text = _("Billedet kan ikke vises: {alt}").format(alt=said)
            self._column.addWidget(WrappingLabel(text, "base", "muted"))
        if credit := credit_of(medium):
            self._column.addWidget(WrappingLabel(credit, "small", "muted", centred=True))
        self._restyle()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(4))
