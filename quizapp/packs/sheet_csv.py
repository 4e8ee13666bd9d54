"""CSV in the flavours that Danish programs write ⇄ a sheet."""

import codecs
import csv
import io
import re
from typing import Final

from quizapp.packs.sheet_grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet
from quizapp.packs.source import RefusedError

DELIMITERS: Final = (";", ",", "\t")
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COLUMNS: Final = frozenset({"id", "type", "kategori", "spørgsmål", "svar"})
_ENOUGH: Final = 2
_HEAD: Final = 20_000
_OLD: Final = ("cp1252", "mac-roman")
_DANISH: Final = re.compile("[æøåÆØÅ]")
_SEPARATOR_LINE: Final = re.compile(r"\"?sep=(?P<one>[;,\t])\"?[ \t]*(?:\n|\Z)", re.IGNORECASE)
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"[+-]?\d[\d., ]*")


def read_csv(content: bytes, name: str) -> Sheet:
    """Read a sheet; raises ``RefusedError`` for what is no table or too large."""
    text = _decoded(content)
    if "\0" in text:
        raise RefusedError("not_text")
    found = _SEPARATOR_LINE.match(text)
    delimiter = found["one"] if found else _delimiter(text)
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(
            io.StringIO(text[found.end() if found else 0 :]), delimiter=delimiter
        ):
            cells += len(row)
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS or cells > MOST_CELLS:
                raise RefusedError("sheet_too_big", limit=MOST_ROWS)
            rows.append([_unguarded(cell) for cell in row])
    except csv.Error as error:
        raise RefusedError("broken_sheet") from error
    return Sheet(name, rows)


def write_csv(sheet: Sheet) -> bytes:
    """Write a sheet the way Danish Excel opens it: UTF-8 with a mark, semicolons, CRLF."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([[_guarded(cell) for cell in row] for row in sheet.rows])
    return codecs.BOM_UTF8 + stream.getvalue().encode()


def _decoded(content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            text = content[len(bom) :].decode(encoding, "replace")
            break
    else:
        text = _guessed(content)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guessed(content: bytes) -> str:
    """Read what has no mark: UTF-8 if it is, else the old encoding with most Danish letters."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        texts = [content.decode(encoding, "replace") for encoding in _OLD]
        return max(texts, key=lambda text: len(_DANISH.findall(text)))


def _delimiter(text: str) -> str:
    """Return the sign that parts the row of column names, or else most cells of the first line."""
    for delimiter in DELIMITERS:
        for line in text[:_HEAD].split("\n"):
            cells = {cell.strip(' "').casefold() for cell in line.split(delimiter)}
            if len(cells & _COLUMNS) >= _ENOUGH:
                return delimiter
    first = text.partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def _guarded(cell: str) -> str:
    """Keep a program from taking a text for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
