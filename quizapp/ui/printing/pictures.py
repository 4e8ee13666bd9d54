"""Pictures of a pack on paper, as sharp as they are, with their credit below."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from quizapp.base.texts import _
from quizapp.packs.media import extension_of
from quizapp.questions.pack import Medium, Pack
from quizapp.ui.printing.pieces import MM, Group, Picture, Piece, Space, words
from quizapp.ui.widgets.decoding import image_of
from quizapp.ui.widgets.picture import alt_of, credit_of, drawing_of
from quizapp.ui.widgets.picture_box import credits_text

AT_OPTION_HEIGHT: Final = 38 * MM
MOST_ACROSS: Final = 4
_GAP: Final = 8.0
MOST_WIDTH = 110 * MM
MOST_HEIGHT = 70 * MM


class PackPictures:
    """Gives the pieces of a pack's pictures, by their file names."""

    def __init__(self, pack: Pack) -> None:
        self._files = pack.files
        self._said = {one.name: one for one in pack.media}

    def pieces(self, name: str, width: float, most_high: float = MOST_HEIGHT) -> list[Piece]:
        """Return a picture with its credit below, or its description where it cannot be shown."""
        if name not in self._files:
            return []
        medium = self._medium(name)
        picture = self._fitted(name, min(width, MOST_WIDTH), most_high)
        if picture is None:
            return [_small(_("Billede: {alt}").format(alt=alt_of(medium)), width)]
        credit = credit_of(medium)
        return [Space(3), picture, Space(2), *([_small(credit, width)] if credit else [])]

    def beside(
        self, shown: Sequence[tuple[str, str]], width: float, most_high: float = AT_OPTION_HEIGHT
    ) -> list[Piece]:
        """Return pictures beside each other, each with its words below: (words, file name)."""
        across = min(MOST_ACROSS, max(len(shown), 2))
        cell = width / across
        rows = [shown[at : at + across] for at in range(0, len(shown), across)]
        grids: list[Piece] = []
        for row in rows:
            grids += [Group(tuple(self._cells(row, cell, most_high))), Space(5)]
        credit = credits_text([self._medium(name) for _text, name in shown if name])
        return [*grids, *([_small(credit, width)] if credit else [])]

    def _cells(
        self, row: Sequence[tuple[str, str]], cell: float, most_high: float
    ) -> Iterator[tuple[Piece, QPointF]]:
        pictures = [self._fitted(name, cell - _GAP, most_high) for _text, name in row]
        below = max((one.height for one in pictures if one is not None), default=0.0)
        for column, ((text, name), picture) in enumerate(zip(row, pictures, strict=True)):
            if picture is not None:
                # All stand on one line, whatever their height.
                yield picture, QPointF(column * cell, below - picture.height)
            alt = f" ({alt_of(self._medium(name))})" if name and picture is None else ""
            html = escape(f"{text}{alt}").replace("\n", "<br>")
            yield words(f"<p>{html}</p>", cell - _GAP), QPointF(column * cell, below + 2)

    def _medium(self, name: str) -> Medium:
        return self._said.get(name, Medium(name=name))

    def _fitted(self, name: str, width: float, most_high: float) -> Picture | None:
        content = self._files.get(name)
        return None if content is None else _picture(content, width, most_high)


def _small(text: str, width: float) -> Piece:
    return words(f'<p class="small">{escape(text)}</p>', width)


def _picture(content: bytes, width: float, most_high: float) -> Picture | None:
    if extension_of(content) == "svg":
        renderer = drawing_of(content)
        if renderer is None:
            return None
        size = _fitted(QSizeF(renderer.defaultSize()), width, most_high)
        return Picture(size.width(), size.height(), renderer.render)
    image = image_of(content)
    if image is None:
        return None

    def paint(painter: QPainter, place: QRectF, image: QImage = image) -> None:
        painter.drawImage(place, image)

    size = _fitted(QSizeF(image.size()), width, most_high)
    return Picture(size.width(), size.height(), paint)


def _fitted(size: QSizeF, width: float, most_high: float) -> QSizeF:
    share = min(width / max(size.width(), 1), most_high / max(size.height(), 1), 1.0)
    return size * share
