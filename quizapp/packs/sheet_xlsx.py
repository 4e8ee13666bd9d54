"""xlsx → sheets: texts as they are, numbers with a comma, dates in words."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Final

from quizapp.packs.sheet_cells import NO_RESULT
from quizapp.packs.sheet_grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet, Workbook
from quizapp.packs.sheet_numbers import (
    BUILT_IN,
    LAST_SERIAL,
    Shown,
    number_text,
    percent_text,
    serial_text,
    shown_by,
    time_text,
)
from quizapp.packs.sheet_xml import Attributes, XmlReader
from quizapp.packs.source import RefusedError
from quizapp.packs.zip_file import ZipMembers, close_zip, open_zip

WORKBOOK: Final = "xl/workbook.xml"
MOST_XML_BYTES: Final = 60 * 1024 * 1024
_PLACE: Final = re.compile(r"(?P<letters>[A-Z]{1,3})(?P<row>[1-9]\d{0,6})")
_MOST_NUMBER_LENGTH: Final = 7


@dataclass(slots=True)
class _Book:
    """What the parts beside the sheets say."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    targets: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    formats: dict[int, Shown | None] = field(default_factory=lambda: {**BUILT_IN})
    styles: list[int] = field(default_factory=list)
    is_1904: bool = False

    def shared(self, index: str) -> str:
        """Return a text that cells share; raises ``RefusedError`` for one that is not there."""
        if not index or not self.texts:
            return ""
        number = _number(index)
        if number >= len(self.texts) or (number == 0 and index.strip("0")):
            raise RefusedError("broken_sheet")
        return self.texts[number]

    def shown(self, style: int) -> Shown | None:
        """Return what cells of a style make of a number."""
        number = self.styles[style] if style < len(self.styles) else 0
        return self.formats.get(number)


def read_xlsx(path: Path) -> Workbook:
    """Read the visible sheets; raises ``RefusedError``."""
    members = open_zip(path, folders=True)
    try:
        if WORKBOOK not in members.entries:
            raise RefusedError("broken_sheet")
        book = _read_book(members)
        found = Workbook()
        for name, target in book.sheets:
            content = _part(members, book.targets.get(target, ""))
            found.sheets.append(_SheetReader(book, name).read(content))
        return found
    finally:
        close_zip(members)


def _part(members: ZipMembers, name: str) -> bytes:
    if name not in members.entries:
        raise RefusedError("broken_sheet")
    return members.read(name, MOST_XML_BYTES)


def _read_book(members: ZipMembers) -> _Book:
    book = _Book()

    def start(name: str, attributes: Attributes, _: str) -> None:
        if name == "sheet" and attributes.get("state", "visible") == "visible":
            book.sheets.append((attributes.get("name", ""), attributes.get("id", "")))
        elif name == "workbookPr":
            book.is_1904 = attributes.get("date1904") in {"1", "true"}
        elif name == "Relationship":
            target = attributes.get("Target", "").removeprefix("/")
            whole = target if target.startswith("xl/") else f"xl/{target}"
            book.targets[attributes.get("Id", "")] = whole

    for part in (WORKBOOK, "xl/_rels/workbook.xml.rels"):
        XmlReader(start, _pass).read(_part(members, part))
    if "xl/styles.xml" in members.entries:
        _read_styles(book, _part(members, "xl/styles.xml"))
    if "xl/sharedStrings.xml" in members.entries:
        book.texts = _read_texts(_part(members, "xl/sharedStrings.xml"))
    return book


def _pass(_name: str, _text: str) -> None:
    """Let an element end."""


def _read_styles(book: _Book, content: bytes) -> None:
    inside: list[str] = []

    def start(name: str, attributes: Attributes, _: str) -> None:
        inside.append(name)
        if name == "numFmt":
            shown = shown_by(attributes.get("formatCode", ""))
            book.formats[_number(attributes.get("numFmtId", ""))] = shown
        elif name == "xf" and "cellXfs" in inside:
            book.styles.append(_number(attributes.get("numFmtId", "")))

    def end(_name: str, _text: str) -> None:
        inside.pop()

    XmlReader(start, end).read(content)


def _read_texts(content: bytes) -> list[str]:
    found: list[str] = []
    aside: list[str] = []

    def start(name: str, _: Attributes, __: str) -> None:
        if name == "si":
            found.append("")
        elif name == "rPh":
            aside.append(name)

    def end(name: str, text: str) -> None:
        if name == "t" and found and not aside:
            found[-1] += text
        elif name == "rPh":
            aside.pop()

    XmlReader(start, end).read(content)
    return found


def _number(text: str) -> int:
    return (
        int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_NUMBER_LENGTH else 0
    )


class _SheetReader:
    """Reads one sheet's cells in the order they stand."""

    def __init__(self, book: _Book, name: str) -> None:
        self._book = book
        self._sheet = Sheet(name)
        self._row = -1
        self._column = -1
        self._kind = ""
        self._style = 0
        self._value = ""
        self._has_value = False
        self._is_formula = False
        self._cells = 0

    def read(self, content: bytes) -> Sheet:
        XmlReader(self._start, self._end).read(content)
        return self._sheet

    def _start(self, name: str, attributes: Attributes, _: str) -> None:
        if name == "row":
            self._row = _number(attributes.get("r", "")) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif name == "c":
            self._column += 1
            if place := _PLACE.fullmatch(attributes.get("r", "")):
                self._column = _column_of(place["letters"])
                self._row = int(place["row"]) - 1
            self._kind = attributes.get("t", "n")
            self._style = _number(attributes.get("s", ""))
            self._value = ""
            self._has_value = False
            self._is_formula = False

    def _end(self, name: str, text: str) -> None:
        if name in {"v", "t"}:
            self._value += text
            self._has_value = True
        elif name == "f":
            self._is_formula = True
        elif name == "c":
            if self._is_formula and not self._has_value:
                self._value, self._kind = NO_RESULT, "e"
            if self._value:
                self._put()

    def _put(self) -> None:
        text = self._text()
        if not text.strip():
            return
        self._cells += 1
        if not (0 <= self._row <= MOST_ROWS and 0 <= self._column < MOST_COLUMNS):
            raise RefusedError("sheet_too_big", limit=MOST_ROWS)
        if self._cells > MOST_CELLS:
            raise RefusedError("sheet_too_big", limit=MOST_ROWS)
        rows = self._sheet.rows
        rows += ([] for _ in range(self._row + 1 - len(rows)))
        row = rows[self._row]
        row += [""] * (self._column + 1 - len(row))
        row[self._column] = text

    def _text(self) -> str:
        if self._kind == "s":
            return self._book.shared(self._value)
        if self._kind == "b":
            return "ja" if self._value == "1" else "nej"
        if self._kind != "n":
            return self._value
        try:
            number = Decimal(self._value)
        except ArithmeticError:
            return self._value
        return self._number_text(number) if number.is_finite() else str(number)

    def _number_text(self, number: Decimal) -> str:
        shown = self._book.shown(self._style)
        if shown is None or not 0 <= number <= LAST_SERIAL:
            return number_text(number)
        if shown is Shown.PERCENT:
            return percent_text(number)
        if shown is Shown.TIME or number < 1:
            return time_text(number)
        self._sheet.dates.add((self._row, self._column))
        return serial_text(int(number), shown, is_1904=self._book.is_1904)


def _column_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
