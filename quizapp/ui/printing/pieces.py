"""What a page is put together from: words, lines to write on, pictures. All measures in points."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
    QTextOption,
)

from quizapp.ui.printing.page_breaks import cuts, stretches
from quizapp.ui.theme.fonts import INTER, font_of
from quizapp.ui.widgets.breaks import keep_together

MM: Final = 72 / 25.4
TEXT: Final = 11.0
SMALL: Final = 9.0
INK: Final = "#000000"
GREY: Final = "#444444"
HAIR: Final = 0.6
LINE_GAP: Final = 21.0
_LEAST_SHARE: Final = 0.8
_CSS: Final = (
    "p, ul, ol { margin: 0 0 4px 0; } h1 { font-size: 18px; margin: 0; }"
    " h2 { font-size: 13px; margin: 0 0 4px 0; } h3, h4 { font-size: 11px; margin: 0 0 2px 0; }"
    f" .small {{ font-size: {SMALL:.0f}px; color: {GREY}; }} td {{ padding: 0 6px 2px 0; }}"
)


class Piece(Protocol):
    """Something as high as it is, that draws itself from its upper left corner."""

    @property
    def height(self) -> float:
        """How much of the page it takes, downwards."""
        ...

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it."""
        ...

    def parted(self, most: float, first: float) -> "Iterator[Piece]":
        """Yield pieces no higher than ``most`` that follow each other, where that is possible.

        ``first`` is the room that is left where the first of them is to stand.
        """
        ...


def document_of(html: str, width: float, size: float = TEXT) -> QTextDocument:
    """Return a text laid out at a width."""
    document = QTextDocument()
    document.setDefaultFont(_font(size))
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultStyleSheet(_CSS)
    document.setHtml(keep_together(html))
    document.setTextWidth(width)
    return document


def small_font() -> QFont:
    """Return the font of small lines."""
    return _font(SMALL)


def _font(size: float) -> QFont:
    """Return the font of a size in points, on a painter whose unit is a point."""
    font = QFont(font_of(INTER, round(size), 400))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@dataclass(frozen=True, slots=True)
class Words:
    """A text as safe HTML; ``top`` and ``bottom`` bound the part of it that is shown.

    Measured where it is made and laid out again where it is drawn: those may be two threads, and
    a document lives in one.
    """

    html: str
    width: float
    size: float = TEXT
    top: float = 0.0
    bottom: float = 0.0
    whole: float = 0.0

    @property
    def height(self) -> float:
        """How much of the page it takes, downwards."""
        return self.bottom - self.top

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it in black, whatever the look of the window is."""
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        painter.save()
        painter.translate(at - QPointF(0, self.top))
        if self.height < self.whole:
            context.clip = QRectF(0, self.top, self.width, self.height)
            painter.setClipRect(context.clip)
        document = document_of(self.html, self.width, self.size)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def parted(self, most: float, first: float) -> Iterator[Piece]:
        """Yield the text in stretches that end between two lines."""
        document = document_of(self.html, self.width, self.size)
        top = self.top
        for bottom in cuts(stretches(document, most), first, most, top):
            yield replace(self, top=top, bottom=bottom)
            top = bottom
        yield replace(self, top=top)


def words(html: str, width: float, size: float = TEXT) -> Words:
    """Return a text as high as it is at a width."""
    height = document_of(html, width, size).size().height()
    return Words(html, width, size, 0.0, height, height)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to write on."""

    count: int
    width: float
    indent: float = 0.0

    @property
    def height(self) -> float:
        """How much of the page it takes, downwards."""
        return self.count * LINE_GAP

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the lines."""
        painter.setPen(QPen(QColor(GREY), HAIR))
        for number in range(1, self.count + 1):
            y = at.y() + number * LINE_GAP - 2
            painter.drawLine(QPointF(at.x() + self.indent, y), QPointF(at.x() + self.width, y))

    def parted(self, most: float, first: float) -> Iterator[Piece]:
        """Yield as many lines at a time as fit."""
        left, room = self.count, first
        while left > 0:
            fitting = int(room // LINE_GAP)
            if fitting > 0 or room >= most:
                count = min(left, max(fitting, 1))
                yield replace(self, count=count)
                left -= count
            room = most


@dataclass(frozen=True, slots=True)
class Space:
    """Room that holds nothing."""

    height: float

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw nothing."""

    def parted(self, most: float, first: float) -> Iterator[Piece]:
        """Yield no more than there is room for."""
        yield Space(min(self.height, most, max(first, 0)))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a size, drawn by something that knows how."""

    width: float
    height: float
    paint: Callable[[QPainter, QRectF], None]

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it as sharp as the paper allows."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.paint(painter, QRectF(at.x(), at.y(), self.width, self.height))
        painter.restore()

    def parted(self, most: float, first: float) -> Iterator[Piece]:
        """Yield it smaller, if it is higher than a page, or a little too high for this one."""
        share = min(1.0, most / self.height)
        if first >= self.height * _LEAST_SHARE:
            share = min(share, first / self.height)
        yield Picture(self.width * share, self.height * share, self.paint)


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that belong together, each at its place from the upper left corner."""

    parts: tuple[tuple[Piece, QPointF], ...]

    @property
    def height(self) -> float:
        """How much of the page it takes, downwards."""
        return max((at.y() + piece.height for piece, at in self.parts), default=0.0)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw each."""
        for piece, place in self.parts:
            piece.draw(painter, at + place)

    def parted(self, most: float, first: float) -> Iterator[Piece]:
        """Yield it whole where it fits, else its pieces below each other."""
        if self.height <= most:
            yield self
            return
        for piece, _at in self.parts:
            yield from piece.parted(most, first)
