"""One question on paper: its words, and room for the answer."""

from collections.abc import Iterator
from html import escape
from itertools import zip_longest
from typing import Final, assert_never

from PySide6.QtCore import QPointF

from quizapp.base.texts import _, ngettext, number_text
from quizapp.markup.html import to_html
from quizapp.markup.parse import parse
from quizapp.questions.kinds import (
    Choice,
    Cloze,
    Date,
    Enumeration,
    Flashcard,
    Matching,
    MultipleChoice,
    Number,
    Open,
    Ordering,
    Pictured,
    Question,
    Term,
)
from quizapp.questions.pack import Passage
from quizapp.study.shown import answer_text
from quizapp.ui.printing.key_notes import notes_of
from quizapp.ui.printing.pages import COLUMN
from quizapp.ui.printing.paper import LETTERS, Item, letter_of
from quizapp.ui.printing.pictures import PackPictures
from quizapp.ui.printing.pieces import LINE_GAP, MM, Group, Lines, Piece, Space, Words, words

BETWEEN: Final = 11.0
GAP_SIGNS: Final = "_" * 14
OPEN_LINES: Final = 5
IN_KEY_HEIGHT: Final = 20 * MM
WithOptions = Choice | MultipleChoice | Ordering | Matching
_INDENT: Final = 34.0
_INNER: Final = COLUMN - _INDENT
_LETTER: Final = 28


def question_block(item: Item, pictures: PackPictures) -> list[Piece]:
    """Return a question as a pupil gets it."""
    question = item.question
    number = f'<td width="{_INDENT:.0f}"><b>{item.number}.</b></td>'
    head = f"<tr>{number}<td>{inline(_asked(question))}</td></tr>"
    pieces: list[Piece] = [words(f'<table cellspacing="0" width="100%">{head}</table>', COLUMN)]
    if question.image:
        pieces += pictures.pieces(question.image, COLUMN)
    if isinstance(question, Pictured) and question.option_images:
        pieces += _pictured_room(item, question, pictures)
    else:
        pieces += _room(item)
    return [*pieces, Space(BETWEEN)]


def key_block(item: Item, other: Item | None, pictures: PackPictures) -> list[Piece]:
    """Return how a question is marked; ``other`` is the same question in version B."""
    numbers = f"<b>{item.number}.</b>"
    if other is not None:
        numbers += f' <span class="small">(B {other.number})</span>'
    answer = escape(answer_text(item.question)).replace("\n", "<br>")
    lines = [f"<p>{numbers}&nbsp; {inline(_asked(item.question))}<br><b>{answer}</b></p>"]
    if item.right_letters:
        lines.append(f'<p class="small">{escape(_letters(item, other))}</p>')
    lines += [f'<p class="small">{inline(note)}</p>' for note in notes_of(item.question)]
    said = words("".join(lines), COLUMN)
    return [said, *_right_pictures(item.question, pictures), Space(BETWEEN / 2)]


def _right_pictures(question: Question, pictures: PackPictures) -> list[Piece]:
    """Return the pictures of what is right, as small as they may be and still be known again."""
    if not isinstance(question, WithOptions) or not question.option_images:
        return []
    return [Space(2), *pictures.beside(right_texts(question), COLUMN, IN_KEY_HEIGHT)]


def right_texts(question: WithOptions) -> list[tuple[str, str]]:
    """Return the right options that have pictures, in their right order, and the files."""
    named = dict(question.option_images)
    match question:
        case Choice():
            right = [(question.right, named.get(question.right, ""))]
        case MultipleChoice():
            right = [(text, named.get(text, "")) for text in question.right]
        case Ordering():
            right = [
                (f"{place}. {text}", named.get(text, ""))
                for place, tied in enumerate(question.sequence, 1)
                for text in tied
            ]
        case Matching():
            sides = [(f"{one} – {other}", one, other) for one, other in question.pairs]
            right = [(said, named.get(text, "")) for said, *both in sides for text in both]
        case _:
            assert_never(question)
    return [(said, name) for said, name in right if name]


def passage_block(passage: Passage) -> list[Piece]:
    """Return a stretch of the reading text."""
    return [words(to_html(parse(passage.body)), COLUMN), Space(6)]


def inline(text: str) -> str:
    """Return a text as HTML on one line, its line breaks kept."""
    return escape(text).replace("\n", "<br>")


def options_html(item: Item) -> str:
    """Return options with their letters."""
    width = 18 if len(item.shown.options) <= len(LETTERS) else 28
    rows = "".join(
        f'<tr><td width="{width}">{letter_of(place)})</td><td>{inline(option)}</td></tr>'
        for place, option in enumerate(item.shown.options)
    )
    return f'<table cellspacing="0">{rows}</table>'


def cloze_html(question: Cloze) -> str:
    """Return the text of a cloze with gaps to write in."""
    parts = [inline(part) if isinstance(part, str) else GAP_SIGNS for part in question.parts]
    return "".join(parts)


def _asked(question: Question) -> str:
    if isinstance(question, Cloze) and not question.prompt:
        return _("Udfyld hullerne.")
    return question.prompt


def _letters(item: Item, other: Item | None) -> str:
    if other is None or other.right_letters == item.right_letters:
        return _("Bogstav: {letters}").format(letters=item.right_letters)
    return _("Bogstav: A {a} · B {b}").format(a=item.right_letters, b=other.right_letters)


def _room(item: Item) -> Iterator[Piece]:
    question = item.question
    match question:
        case Date() | Term():
            yield _written(1, _INNER * 0.6)
        case Number():
            yield from _number_room(question)
        case Flashcard():
            yield _small(_("Skriv, hvad der står på bagsiden af kortet."))
            yield _written(1)
        case Enumeration():
            count = question.asked_count
            text = ngettext("Skriv {n} svar.", "Skriv {n} svar.", count)
            yield _small(text.format(n=number_text(count)))
            yield _written(count, _INNER * 0.6)
        case Choice():
            yield _indented(options_html(item))
        case MultipleChoice():
            yield _small(_("Sæt ring om alle rigtige."))
            yield _indented(options_html(item))
        case Ordering() | Matching() | Cloze() | Open():
            yield from _larger_room(item, question)
        case _:
            assert_never(question)


def _pictured_room(item: Item, question: Pictured, pictures: PackPictures) -> Iterator[Piece]:
    """Yield the room of a question whose options have pictures; lists keep their words too."""
    if isinstance(question, MultipleChoice):
        yield _small(_("Sæt ring om alle rigtige."))
    if not isinstance(question, Choice | MultipleChoice):
        yield from _room(item)
    grid = pictures.beside(pictured_texts(item, question), _INNER)
    for piece in grid:
        yield Group(((piece, QPointF(_INDENT, 0)),))


def pictured_texts(item: Item, question: Pictured) -> list[tuple[str, str]]:
    """Return what stands below each picture of the options, and the picture's file."""
    named, shown = dict(question.option_images), item.shown
    if isinstance(question, Choice | MultipleChoice):
        lettered = ((f"{letter_of(at)}) {text}", text) for at, text in enumerate(shown.options))
        return [(label, named.get(text, "")) for label, text in lettered]
    sides = [(f"{at}. {text}", text) for at, text in enumerate(shown.left, 1)]
    sides += [(f"{letter_of(at)}) {text}", text) for at, text in enumerate(shown.right)]
    sides = [(label, named[text]) for label, text in sides if text in named]
    return sides + [(text, named.get(text, "")) for text in shown.options]


def _larger_room(item: Item, question: Ordering | Matching | Cloze | Open) -> Iterator[Piece]:
    match question:
        case Ordering():
            count = len(item.shown.options)
            yield _small(_("Skriv 1–{n} foran, så det første får 1.").format(n=count))
            yield _indented(_blanks(item.shown.options))
        case Matching():
            yield _small(_("Skriv bogstavet foran det, der hører til."))
            yield _indented(_pairs(item))
        case Cloze():
            yield _indented(f'<p style="line-height:170%">{cloze_html(question)}</p>')
        case Open():
            yield _written(OPEN_LINES)
        case _:
            assert_never(question)


def _number_room(question: Number) -> Iterator[Piece]:
    yield _written(1, _INNER * 0.4)
    if question.key.unit:
        yield _small(_("Svar i {unit}.").format(unit=question.key.unit))


def _written(count: int, width: float = _INNER) -> Lines:
    return Lines(count, _INDENT + width, _INDENT)


def _small(text: str) -> Words:
    return _indented(f'<p class="small">{escape(text)}</p>')


def _indented(html: str) -> Words:
    cells = f'<td width="{_INDENT:.0f}"></td><td>{html}</td>'
    return words(f'<table cellspacing="0" width="100%"><tr>{cells}</tr></table>', COLUMN)


def _blanks(texts: tuple[str, ...]) -> str:
    rows = "".join(f'<tr><td width="34">____</td><td>{inline(one)}</td></tr>' for one in texts)
    return f'<table cellspacing="0">{rows}</table>'


def _pairs(item: Item) -> str:
    """Return two columns, each with its signs in a column of their own, so that lines hang."""
    left = [("____", f"{at}.", inline(text)) for at, text in enumerate(item.shown.left, 1)]
    right = [(f"{letter_of(at)})", inline(text)) for at, text in enumerate(item.shown.right)]
    cells = zip_longest(left, right, fillvalue=("", "", ""))
    rows = "".join(
        f'<tr><td width="32">{blank}</td><td width="22">{number}</td><td width="36%">{text}</td>'
        f'<td width="{_LETTER}">{other[0]}</td><td width="40%">{other[1]}</td></tr>'
        for (blank, number, text), other in cells
    )
    return f'<table cellspacing="0" width="{_INNER:.0f}">{rows}</table>'


def name_block() -> list[Piece]:
    """Return the line for name, class and date."""
    asked = (_("Navn"), _("Klasse"), _("Dato"))
    shares = (50, 22, 28)
    blanks = (30, 10, 14)
    cells = "".join(
        f'<td width="{share}%">{escape(word)} {"_" * blank}</td>'
        for word, share, blank in zip(asked, shares, blanks, strict=True)
    )
    return [
        words(f'<table width="100%" cellspacing="0"><tr>{cells}</tr></table>', COLUMN),
        Space(LINE_GAP),
    ]
