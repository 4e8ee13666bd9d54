"""A picture of a pack: as sharp as the screen, as large as it fits, with its credit below."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.packs.media import extension_of
from quizapp.questions.pack import Medium
from quizapp.ui.theme.tokens import PAPER
from quizapp.ui.widgets.base import Drawing
from quizapp.ui.widgets.decoding import MOST_POINTS_PX, Coming, image_soon
from quizapp.ui.widgets.paint import painting

MOST_HIGH_PX: Final = 320
POINTS_A_PX: Final = 6
"""So many points for each pixel of height are enough for twice the text on twice the screen."""
_KEEP: Final = Qt.AspectRatioMode.KeepAspectRatio
_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_SMOOTH: Final = Qt.TransformationMode.SmoothTransformation


def content_of(path: Path) -> bytes:
    """Return the bytes of a medium; none where it is gone or cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


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
        self._coming: QSize | None = None
        self._is_lost = False
        self._drawing: QSvgRenderer | None = None
        self._scaled: QImage | None = None
        if extension_of(content) == "svg":
            self._drawing = drawing_of(content)
        else:
            self._take(image_soon(content, most_high * POINTS_A_PX or MOST_POINTS_PX))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(bool(most_high))
        self.setSizePolicy(policy)

    def _take(self, found: QImage | Coming | None) -> None:
        if isinstance(found, Coming):
            self._coming = found.size
            found.ready.connect(self._on_ready)
        else:
            self._image = found

    def _on_ready(self, image: QImage) -> None:
        self._is_lost = image.isNull()
        self._image = None if self._is_lost else image
        self.update()

    @property
    def is_there(self) -> bool:
        """Whether there is anything to see, now or in a moment."""
        return self._image is not None or self._drawing is not None or self._coming is not None

    def natural(self) -> QSizeF:
        """Return how large the picture is by itself, in pixels."""
        if self._drawing is not None:
            return QSizeF(self._drawing.defaultSize())
        if self._coming is not None:
            return QSizeF(self._coming)
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
            if self._is_lost:
                painter.setFont(self.look.font("small"))
                painter.setPen(self.look.colour("muted"))
                painter.drawText(place, _MIDDLE, self.accessibleName())
            image = self._sharp(size)
            if image is not None:
                if image.hasAlphaChannel():
                    # Ink that was drawn for paper must be seen on a dark page too.
                    painter.fillRect(place, QColor(PAPER))
                painter.drawImage(place, image)

    def _sharp(self, size: QSizeF) -> QImage | None:
        """Return the picture in the screen's own points, made once a size."""
        if self._scaled is None:
            wanted = (size * self.devicePixelRatioF()).toSize()
            if self._drawing is not None:
                self._scaled = _drawn(self._drawing, wanted)
            elif self._image is not None:
                smaller = wanted.width() < self._image.width()
                image = self._image.scaled(wanted, _KEEP, _SMOOTH) if smaller else self._image
                self._scaled = image
        return self._scaled


def _drawn(drawing: QSvgRenderer, size: QSize) -> QImage:
    most = QSize(MOST_POINTS_PX, MOST_POINTS_PX)
    fitting = size if size.boundedTo(most) == size else size.scaled(most, _KEEP)
    image = QImage(fitting.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)  # all there is, transparent
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    return image
