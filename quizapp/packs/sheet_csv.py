"""CSV in the flavours that Danish programs write ⇄ a sheet."""

import codecs
import csv
import io
import re
from typing import Final

from quizapp.packs.sheet_grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet
from quizapp.packs.source import RefusedError
from quizapp.packs.text_file import MOST_BYTES

DELIMITERS: Final = (";", ",", "\t")
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COLUMNS: Final = frozenset({"id", "type", "kategori", "spørgsmål", "svar"})
_ENOUGH: Final = 2
MOST_UNCLOSED: Final = 20
_MARK: Final = "\udc22"
"""Half of a character, which no decoded text has."""
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
    table = _with_marks(text[found.end() if found else 0 :], delimiter)
    sheet = Sheet(name)
    cells = 0
    csv.field_size_limit(MOST_BYTES)
    for row in csv.reader(io.StringIO(table), delimiter=delimiter):
        cells += len(row)
        if len(sheet.rows) > MOST_ROWS or len(row) > MOST_COLUMNS or cells > MOST_CELLS:
            raise RefusedError("sheet_too_big", limit=MOST_ROWS)
        unclosed = [column for column, cell in enumerate(row) if cell.startswith(_MARK)]
        sheet.unclosed += ((len(sheet.rows), column) for column in unclosed)
        sheet.rows.append([_unguarded(cell.removeprefix(_MARK)) for cell in row])
    return sheet


def _with_marks(text: str, delimiter: str) -> str:
    """Put a mark for each quotation mark that begins a cell and is never closed.

    One that is closed only where another cell begins has swallowed the rows between.
    """
    begins = re.compile(rf'(?:\A|(?<=[{delimiter}\n]))"(?P<inside>(?:[^"]|"")*+)(?P<end>"?)')
    position = 0
    for _ in range(MOST_UNCLOSED):
        found = next(
            (one for one in begins.finditer(text, position) if _is_open(text, one, delimiter)), None
        )
        if found is None:
            break
        position = found.start() + 1
        text = text[: found.start()] + _MARK + text[position:]
    return text


def _is_open(text: str, found: re.Match[str], delimiter: str) -> bool:
    following = text[found.end() : found.end() + 1]
    has_more = "\n" in found["inside"] or delimiter in found["inside"]
    is_cut = following not in {"", delimiter, "\n", " "} and has_more
    return not found["end"] or is_cut


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
