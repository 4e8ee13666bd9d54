"""Cards to cut out: ten on a sheet, the back of each behind its front when the sheet is turned."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF

from quizapp.base.texts import _
from quizapp.questions.kinds import Choice, Cloze, MultipleChoice, Ordering, Pictured, Question
from quizapp.study.shown import answer_text
from quizapp.ui.printing.blocks import cloze_html, inline, pictured_texts
from quizapp.ui.printing.pages import HEIGHT, WIDTH, Page
from quizapp.ui.printing.paper import Item, letter_of
from quizapp.ui.printing.pictures import PackPictures
from quizapp.ui.printing.pieces import MM, Picture, Piece, words

ACROSS: Final = 2
DOWN: Final = 5
CARD_WIDTH: Final = 95 * MM
CARD_HEIGHT: Final = 55 * MM
_LEFT: Final = (WIDTH - ACROSS * CARD_WIDTH) / 2
_TOP: Final = (HEIGHT - DOWN * CARD_HEIGHT) / 2
_PADDING: Final = 5 * MM
_SIZES: Final = (15.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0)
_CUT: Final = 6 * MM
_ROOM: Final = CARD_HEIGHT - 2 * _PADDING
_INNER_WIDTH: Final = CARD_WIDTH - 2 * _PADDING
_PICTURE_HEIGHT: Final = 18 * MM


def card_pages(items: Iterable[Item], pictures: PackPictures) -> list[Page]:
    """Return fronts and backs in turn, to be printed on both sides and turned on the long edge."""
    pages: list[Page] = []
    rest = iter(items)
    while ten := list(islice(rest, ACROSS * DOWN)):
        pages += [_fronts(ten, pictures), _backs(ten)]
    return pages


def place_of(number: int, *, is_back: bool) -> QPointF:
    """Return the upper left corner of a card; backs lie the other way round across."""
    row, column = divmod(number, ACROSS)
    if is_back:
        column = ACROSS - 1 - column
    return QPointF(_LEFT + column * CARD_WIDTH, _TOP + row * CARD_HEIGHT)


def _fronts(items: Sequence[Item], pictures: PackPictures) -> Page:
    page = Page(has_foot=False, cuts=_cuts())
    for number, item in enumerate(items):
        seen = _seen(item, pictures)
        room = _ROOM - sum(piece.height for piece in seen)
        shown = _fitting(f'<div align="center">{_front(item)}</div>', room)
        _put(page, place_of(number, is_back=False), [*shown, *seen])
    return page


def _backs(items: Sequence[Item]) -> Page:
    page = Page(has_foot=False)
    for number, item in enumerate(items):
        html = f'<div align="center">{_back(item.question)}</div>'
        _put(page, place_of(number, is_back=True), _fitting(html, _ROOM))
    return page


def _put(page: Page, corner: QPointF, pieces: Sequence[Piece]) -> None:
    """Put pieces below each other on a card, in the middle of it."""
    free = _ROOM - sum(piece.height for piece in pieces)
    down = _PADDING + max(free, 0) / 2
    for piece in pieces:
        aside = (_INNER_WIDTH - piece.width) / 2 if isinstance(piece, Picture) else 0
        page.placed.append((piece, corner + QPointF(_PADDING + aside, down)))
        down += piece.height


def _seen(item: Item, pictures: PackPictures) -> list[Piece]:
    """Return the pictures of a question's front, in no more than half of the card."""
    question = item.question
    if isinstance(question, Pictured) and question.option_images:
        lettered = pictured_texts(item, question)
        return pictures.beside(lettered, _INNER_WIDTH, _PICTURE_HEIGHT / ceil(len(lettered) / 4))
    return pictures.pieces(question.image, _INNER_WIDTH, _PICTURE_HEIGHT) if question.image else []


def _fitting(html: str, room: float) -> list[Piece]:
    """Return the words as large as the room allows; what fits at no size ends with a sign."""
    for size in _SIZES:
        fitting = words(html, _INNER_WIDTH, size)
        if fitting.height <= room:
            return [fitting]
    more = words(f'<div align="center">{escape(_("… læs resten i facit"))}</div>', _INNER_WIDTH, 7)
    smallest = words(html, _INNER_WIDTH, _SIZES[-1])
    first = next(smallest.parted(room - more.height, room - more.height))
    return [first, more]


def _front(item: Item) -> str:
    question = item.question
    if isinstance(question, Cloze):
        return cloze_html(question)
    prompt = f"<b>{inline(question.prompt)}</b>"
    if isinstance(question, Choice | MultipleChoice | Ordering) and question.option_images:
        return prompt  # the options stand below their pictures
    if isinstance(question, Choice | MultipleChoice):
        options = (
            f"{letter_of(place)}) {inline(one)}" for place, one in enumerate(item.shown.options)
        )
        return "<br>".join((prompt, *options))
    items = item.shown.options or item.shown.left
    return prompt + "".join(f"<br>{inline(one)}" for one in items)


def _back(question: Question) -> str:
    return escape(answer_text(question)).replace("\n", "<br>")


def _cuts() -> list[tuple[QPointF, QPointF]]:
    """Return where to cut: lines between the cards, and marks in the margin."""
    right, bottom = _LEFT + ACROSS * CARD_WIDTH, _TOP + DOWN * CARD_HEIGHT
    lines = [
        (
            QPointF(_LEFT + column * CARD_WIDTH, _TOP - _CUT),
            QPointF(_LEFT + column * CARD_WIDTH, bottom + _CUT),
        )
        for column in range(ACROSS + 1)
    ]
    lines += [
        (
            QPointF(_LEFT - _CUT, _TOP + row * CARD_HEIGHT),
            QPointF(right + _CUT, _TOP + row * CARD_HEIGHT),
        )
        for row in range(DOWN + 1)
    ]
    return lines
