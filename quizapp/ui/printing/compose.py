"""A pack and what is wanted of it → pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Final

from quizapp.base.texts import _
from quizapp.questions.pack import Pack
from quizapp.ui.printing.blocks import (
    key_block,
    name_block,
    passage_block,
    question_block,
)
from quizapp.ui.printing.cards import card_pages
from quizapp.ui.printing.pages import COLUMN, Flow, Page
from quizapp.ui.printing.paper import VERSIONS, Item, Sheet, chosen_questions, sheet_of
from quizapp.ui.printing.pictures import PackPictures
from quizapp.ui.printing.pieces import Piece, Space, words


class Part(StrEnum):
    """What can be printed; the values are the words of the command line."""

    SHEETS = "ark"
    KEY = "facit"
    CARDS = "kort"
    TEXT = "tekst"


ALL_PARTS: Final = (Part.TEXT, Part.SHEETS, Part.KEY, Part.CARDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to print: which parts, how many questions (all where None), and the seed of chance."""

    parts: tuple[Part, ...] = (Part.SHEETS, Part.KEY)
    versions: tuple[str, ...] = VERSIONS
    count: int | None = None
    seed: int = 1


Report = Callable[[int, int], None]
"""Is told how many questions are laid out, and of how many; what it raises ends the work."""


class _Counted:
    """Says of each question that is laid out how many there are by now."""

    def __init__(self, total: int, report: Report) -> None:
        self._total = total
        self._report = report
        self._done = 0

    def each(self, items: Sequence[Item]) -> Iterator[Item]:
        for item in items:
            self._report(self._done, self._total)
            yield item
            self._done += 1


def _tell_nobody(_done: int, _total: int) -> None:
    """Be told how far the work is, and let it go on."""


def compose(pack: Pack, wish: Wish, report: Report = _tell_nobody) -> list[Page]:
    """Return the pages in order; each part begins on the front of a sheet of paper."""
    questions = chosen_questions(pack, wish.count, wish.seed)
    sheets = [sheet_of(questions, name, wish.seed) for name in wish.versions]
    pictures = PackPictures(pack)
    parts: list[list[Page]] = []
    counted = _Counted(len(questions) * _rounds(wish), report)
    for part in ALL_PARTS:
        if part not in wish.parts:
            continue
        if part is Part.TEXT:
            parts.append(_text(pack, wish))
            if Part.SHEETS not in wish.parts:
                parts.append(_sheet(pack, sheets[0], pictures, 1, counted))
        elif part is Part.SHEETS:
            parts += [_sheet(pack, sheet, pictures, len(sheets), counted) for sheet in sheets]
        elif part is Part.KEY:
            parts.append(_key(pack, sheets, pictures, counted))
        else:
            parts.append(card_pages(counted.each(sheets[0].items), pictures))
    return _on_fronts([pages for pages in parts if pages])


def _rounds(wish: Wish) -> int:
    """Return how many times the questions are laid out."""
    sheets = len(wish.versions) if Part.SHEETS in wish.parts else Part.TEXT in wish.parts
    return sheets + (Part.KEY in wish.parts) + (Part.CARDS in wish.parts)


def _on_fronts(parts: Sequence[list[Page]]) -> list[Page]:
    pages: list[Page] = []
    for part in parts:
        if len(pages) % 2:
            pages.append(Page(has_foot=False))
        for number, page in enumerate(part, 1):
            page.number, page.count = number, len(part)
        pages += part
    return pages


def _sheet(
    pack: Pack, sheet: Sheet, pictures: PackPictures, versions: int, counted: _Counted
) -> list[Page]:
    title = pack.manifest.title
    name = _("Version {letter}").format(letter=sheet.name)
    left = f"{title} · {name}" if versions > 1 else title
    flow = Flow(left, _seed_words(sheet.seed))
    flow.add_heading(_title(title, name if versions > 1 else ""))
    flow.add_heading(name_block())
    for item in counted.each(sheet.items):
        flow.add(question_block(item, pictures))
    return flow.pages


def _key(
    pack: Pack, sheets: Sequence[Sheet], pictures: PackPictures, counted: _Counted
) -> list[Page]:
    first = sheets[0]
    others: dict[str, Item] = {}
    if len(sheets) > 1:
        others = {item.question.id: item for item in sheets[1].items}
    title = pack.manifest.title
    flow = Flow(_("{title} · facit").format(title=title), _seed_words(first.seed))
    flow.add_heading(_title(title, _("Facit med rettevejledning")))
    for item in counted.each(first.items):
        flow.add(key_block(item, others.get(item.question.id), pictures))
    return flow.pages


def _text(pack: Pack, wish: Wish) -> list[Page]:
    flow = Flow(_("{title} · læsetekst").format(title=pack.manifest.title), _seed_words(wish.seed))
    flow.add_heading(_title(pack.manifest.title, _("Læsetekst")))
    heading = ""
    for passage in pack.passages:
        if passage.heading != heading:
            heading = passage.heading
            flow.add_heading([Space(6), words(f"<h2>{escape(heading)}</h2>", COLUMN)])
        flow.add(passage_block(passage))
    return flow.pages


def _title(title: str, subtitle: str) -> list[Piece]:
    pieces: list[Piece] = [words(f"<h1>{escape(title)}</h1>", COLUMN)]
    if subtitle:
        pieces.append(words(f"<p>{escape(subtitle)}</p>", COLUMN))
    return [*pieces, Space(12)]


def _seed_words(seed: int) -> str:
    return _("Blanding nr. {seed}").format(seed=seed)
