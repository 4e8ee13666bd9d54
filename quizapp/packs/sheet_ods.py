"""ods → sheets, as LibreOffice writes them."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Final

from quizapp.packs.sheet_grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet, Workbook
from quizapp.packs.sheet_numbers import day_text, number_text, percent_text
from quizapp.packs.sheet_xlsx import MOST_XML_BYTES
from quizapp.packs.sheet_xml import Attributes, XmlReader
from quizapp.packs.source import RefusedError
from quizapp.packs.zip_file import close_zip, open_zip

CONTENT: Final = "content.xml"
MANIFEST: Final = "META-INF/manifest.xml"
_MOST_NUMBER_LENGTH: Final = 7


def read_ods(path: Path) -> Workbook:
    """Read the visible sheets; raises ``RefusedError``."""
    members = open_zip(path, folders=True)
    try:
        if MANIFEST in members.entries:
            manifest = members.read(MANIFEST, MOST_XML_BYTES)
            if b"encryption-data" in manifest:
                raise RefusedError("sheet_locked")
        if CONTENT not in members.entries:
            raise RefusedError("broken_sheet")
        reader = _OdsReader()
        XmlReader(reader.start, reader.end).read(members.read(CONTENT, MOST_XML_BYTES))
        return reader.book
    finally:
        close_zip(members)


class _OdsReader:
    def __init__(self) -> None:
        self.book = Workbook()
        self._sheet = Sheet("")
        self._style = ""
        self._hidden: set[str] = set()
        self._row = 0
        self._rows_repeated = 1
        self._cells: list[tuple[str, bool]] = []
        self._attributes: Attributes = {}
        self._paragraphs: list[str] = []
        self._aside = 0
        self._in_paragraph = 0
        self._inner = ""
        self._total = 0

    def start(self, name: str, attributes: Attributes, before: str) -> None:
        self._inner += before if self._in_paragraph else ""
        if name == "p":
            self._in_paragraph += 1
        elif name == "s":
            self._inner += " " * min(_count(attributes.get("c", "1")), MOST_COLUMNS)
        elif name == "line-break":
            self._inner += "\n"
        elif name == "annotation":
            self._aside += 1
        else:
            self._start_of_table(name, attributes)

    def _start_of_table(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self._sheet = Sheet(attributes.get("name", ""))
            self._row = 0
            if attributes.get("style-name") not in self._hidden:
                self.book.sheets.append(self._sheet)
        elif name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden.add(self._style)
        elif name == "table-row":
            self._rows_repeated = _count(attributes.get("number-rows-repeated", "1"))
            self._cells = []
        elif name in {"table-cell", "covered-table-cell"}:
            self._attributes = attributes
            self._paragraphs = []

    def end(self, name: str, text: str) -> None:
        self._inner += text if self._in_paragraph else ""
        if name == "annotation":
            self._aside -= 1
        elif name == "p":
            self._in_paragraph -= 1
            self._paragraphs += [] if self._aside else [self._inner]
            self._inner = ""
        elif name in {"table-cell", "covered-table-cell"}:
            self._take_cell()
        elif name == "table-row":
            self._take_row()

    def _take_cell(self) -> None:
        count = _count(self._attributes.get("number-columns-repeated", "1"))
        text, is_date = self._value()
        if text and (len(self._cells) + count > MOST_COLUMNS):
            raise RefusedError("sheet_too_big", limit=MOST_ROWS)
        self._cells += [(text, is_date)] * min(count, MOST_COLUMNS)

    def _value(self) -> tuple[str, bool]:
        attributes = self._attributes
        match attributes.get("value-type", ""):
            case "date":
                shown = "\n".join(self._paragraphs)
                return day_text(attributes.get("date-value", ""), shown) or shown, True
            case "boolean":
                return ("ja" if attributes.get("boolean-value") == "true" else "nej"), False
            case "float" | "percentage" | "currency" as kind:
                write = percent_text if kind == "percentage" else number_text
                shown = "\n".join(self._paragraphs)
                return _number_or(attributes.get("value", ""), shown, write), False
            case _:
                return "\n".join(self._paragraphs), False

    def _take_row(self) -> None:
        while self._cells and not self._cells[-1][0].strip():
            self._cells.pop()
        if not self._cells:
            self._row += self._rows_repeated
            return
        self._total += len(self._cells) * self._rows_repeated
        if self._row + self._rows_repeated > MOST_ROWS or self._total > MOST_CELLS:
            raise RefusedError("sheet_too_big", limit=MOST_ROWS)
        sheet = self._sheet
        sheet.rows += ([] for _ in range(self._row - len(sheet.rows)))
        for _ in range(self._rows_repeated):
            dates = (i for i, (_, is_date) in enumerate(self._cells) if is_date)
            sheet.dates |= {(self._row, i) for i in dates}
            sheet.rows.append([text for text, _ in self._cells])
            self._row += 1


def _count(text: str) -> int:
    return (
        max(1, int(text))
        if text.isascii() and text.isdecimal() and len(text) <= len("1048576")
        else 1
    )


def _number_or(value: str, shown: str, write: Callable[[Decimal], str]) -> str:
    try:
        return write(Decimal(value))
    except ArithmeticError:
        return shown
