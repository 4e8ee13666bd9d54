"""Pictures of a pack on paper, as sharp as they are, with their credit below."""

from html import escape

from PySide6.QtCore import QByteArray, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from quizapp.packs.media import extension_of
from quizapp.questions.pack import Medium, Pack
from quizapp.ui.printing.blocks import Pictures
from quizapp.ui.printing.pieces import MM, Picture, Piece, Space, words
from quizapp.ui.widgets.picture import credit_of, image_of

MOST_WIDTH = 110 * MM
MOST_HEIGHT = 70 * MM


def pictures_of(pack: Pack) -> Pictures:
    """Return what gives the pieces of a picture by its file name."""
    said = {one.name: one for one in pack.media}

    def pieces(name: str, width: float) -> list[Piece]:
        content = pack.files.get(name)
        if content is None:
            return []
        picture = _picture(content, min(width, MOST_WIDTH))
        if picture is None:
            return []
        credit = credit_of(said.get(name, Medium(name=name)))
        below: list[Piece] = []
        if credit:
            below = [words(f'<p class="small">{escape(credit)}</p>', width)]
        return [Space(3), picture, Space(2), *below]

    return pieces


def _picture(content: bytes, width: float) -> Picture | None:
    if extension_of(content) == "svg":
        renderer = QSvgRenderer(QByteArray(content))
        if not renderer.isValid():
            return None
        size = _fitted(QSizeF(renderer.defaultSize()), width)
        return Picture(size.width(), size.height(), renderer.render)
    image = image_of(content)
    if image is None:
        return None

    def paint(painter: QPainter, place: QRectF, image: QImage = image) -> None:
        painter.drawImage(place, image)

    size = _fitted(QSizeF(image.size()), width)
    return Picture(size.width(), size.height(), paint)


def _fitted(size: QSizeF, width: float) -> QSizeF:
    share = min(width / max(size.width(), 1), MOST_HEIGHT / max(size.height(), 1), 1.0)
    return size * share
