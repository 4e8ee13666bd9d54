"""Pieces → pages: a question never stands on two pages, a heading never at the foot of one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from quizapp.base.texts import _
from quizapp.ui.printing.pieces import GREY, HAIR, MM, Piece, small_font, words

WIDTH: Final = 210 * MM
HEIGHT: Final = 297 * MM
SIDE: Final = 20 * MM
TOP: Final = 16 * MM
FOOT: Final = 20 * MM
COLUMN: Final = WIDTH - 2 * SIDE
ROOM: Final = HEIGHT - TOP - FOOT
_FOOT_LINE: Final = HEIGHT - 13 * MM
_LEFT_SHARE: Final = 58
_BEGIN_BEFORE: Final = 0.7


@dataclass(slots=True)
class Page:
    """What stands where on one side of A4, what its foot says, and its number in its part."""

    left: str = ""
    right: str = ""
    placed: list[tuple[Piece, QPointF]] = field(default_factory=list)
    cuts: list[tuple[QPointF, QPointF]] = field(default_factory=list)
    has_foot: bool = True
    number: int = 1
    count: int = 1


class Flow:
    """Puts blocks below each other and begins a new page where one does not fit."""

    def __init__(self, left: str, right: str) -> None:
        self.pages: list[Page] = []
        self._left = left
        self._right = right
        self._used = ROOM
        self._waiting: list[Piece] = []

    def add_heading(self, pieces: Sequence[Piece]) -> None:
        """Keep a heading with the block that comes next."""
        self._waiting += pieces

    def add(self, pieces: Sequence[Piece]) -> None:
        """Put a block on the page, or whole on the next one; only what fills a page is parted."""
        block = [*self._waiting, *pieces]
        self._waiting = []
        height = sum(piece.height for piece in block)
        if height > ROOM:
            self._add_parted(block)
            return
        if self._used + height > ROOM:
            self._turn()
        for piece in block:
            self._place(piece)

    def _add_parted(self, block: Sequence[Piece]) -> None:
        """Begin a block here if there is room for more than its head, and go on over the pages."""
        if self._used > _BEGIN_BEFORE * ROOM:
            self._turn()
        for piece in block:
            for part in piece.parted(ROOM, ROOM - self._used):
                if self._used + part.height > ROOM:
                    self._turn()
                self._place(part)

    def _turn(self) -> None:
        if self._used > 0 or not self.pages:
            self.pages.append(Page(self._left, self._right))
            self._used = 0.0

    def _place(self, piece: Piece) -> None:
        self.pages[-1].placed.append((piece, QPointF(SIDE, TOP + self._used)))
        self._used += piece.height


def draw_page(painter: QPainter, page: Page) -> None:
    """Draw a page with a painter whose unit is a point."""
    for piece, at in page.placed:
        piece.draw(painter, at)
    painter.setPen(QPen(QColor(GREY), HAIR))
    for start, end in page.cuts:
        painter.drawLine(start, end)
    if page.has_foot:
        _draw_foot(painter, page)


def _draw_foot(painter: QPainter, page: Page) -> None:
    number = _("Side {page} af {pages}").format(page=page.number, pages=page.count)
    left = _elided(page.left, _LEFT_SHARE)
    cells = ((left, "left"), (number, "center"), (page.right, "right"))
    html = "".join(
        f'<td width="{share}%" align="{side}" class="small">{escape(text)}</td>'
        for (text, side), share in zip(cells, (_LEFT_SHARE, 18, 24), strict=True)
    )
    foot = words(f'<table width="100%" cellspacing="0"><tr>{html}</tr></table>', COLUMN)
    painter.setPen(QPen(QColor(GREY), HAIR))
    painter.drawLine(QPointF(SIDE, _FOOT_LINE), QPointF(WIDTH - SIDE, _FOOT_LINE))
    foot.draw(painter, QPointF(SIDE, _FOOT_LINE + 2 * MM))


def _elided(text: str, share: int) -> str:
    """Shorten a title that does not fit its share of the foot; its end says which version it is."""
    metrics = QFontMetricsF(small_font())
    return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, COLUMN * share / 100 - 8)
