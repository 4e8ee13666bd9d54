"""Sheets → xlsx: every cell is text, with lists to choose from where there is a choice."""

import io
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from quizapp.base.texts import Message, say
from quizapp.packs.sheet_format import GUIDE
from quizapp.packs.sheet_grid import Sheet, Workbook
from quizapp.packs.sheet_writer import TEMPLATE
from quizapp.questions.codec_keys import PRECISIONS
from quizapp.questions.kinds import Basis, Category, Kind

DATE: Final = (1980, 1, 1, 0, 0, 0)
LAST_ROW: Final = 10_001
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "type": tuple(kind.value for kind in Kind),
    "kategori": tuple(category.value for category in Category),
    "nøjagtighed": tuple(PRECISIONS),
    "grundlag": tuple(basis.value for basis in Basis),
}
_WIDE: Final = frozenset({"spørgsmål", "svar", "forkerte", "forklaring"})
_TEXT, _HEADER, _ID = 1, 2, 3
_STYLES: Final = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3">'
    '<fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE6E6E6"/></patternFill></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="4"><xf/>'
    '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"'
    ' wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/>'
    '<xf numFmtId="49" fillId="2" applyNumberFormat="1" applyFill="1"/></cellXfs></styleSheet>'
)


def with_guide(book: Workbook) -> Workbook:
    """Return a workbook with the sheet that explains the columns."""
    rows = [[key, say(Message(f"packs.guide.{key.replace(' ', '_')}"))] for key in TEMPLATE]
    return Workbook([*book.sheets, Sheet(GUIDE, rows)])


def write_xlsx(book: Workbook) -> bytes:
    """Write a workbook; the same sheets give the same bytes."""
    numbers = range(1, len(book.sheets) + 1)
    parts = {
        "[Content_Types].xml": _content_types(numbers),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(book),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
            + [("styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
    }
    for number, sheet in zip(numbers, book.sheets, strict=True):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(sheet, is_first=number == 1)
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, text in parts.items():
            archive.writestr(ZipInfo(name, DATE), (_XML + text).encode())
    return stream.getvalue()


def _content_types(numbers: range) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml"'
        f' ContentType="{kind}.worksheet+xml"/>'
        for number in numbers
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>{sheets}</Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _workbook(book: Workbook) -> str:
    inside = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{number}" r:id="r{number}"/>'
        for number, sheet in enumerate(book.sheets, start=1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{inside}</sheets></workbook>'


def _sheet(sheet: Sheet, *, is_first: bool) -> str:
    rows = "".join(_row(number, cells, is_first) for number, cells in enumerate(sheet.rows, 1))
    header = sheet.rows[0] if is_first and sheet.rows else []
    view = (
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"'
        ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        if header
        else ""
    )
    columns = "".join(_column(number, key) for number, key in enumerate(header, 1)) or (
        f'<col min="1" max="1" width="16" style="{_TEXT}"/>'
        f'<col min="2" max="2" width="90" style="{_TEXT}"/>'
    )
    return (
        f'<worksheet xmlns="{_MAIN}">{view}<cols>{columns}</cols>'
        f"<sheetData>{rows}</sheetData>{_validations(header)}</worksheet>"
    )


def _column(number: int, key: str) -> str:
    width = 40 if key in _WIDE else 16
    style = _ID if key == "id" else _TEXT
    return f'<col min="{number}" max="{number}" width="{width}" style="{style}"/>'


def _row(number: int, cells: list[str], is_first: bool) -> str:  # noqa: FBT001 - private, named above
    written = "".join(
        f'<c r="{column_name(column)}{number}" s="{_style(number, column, is_first)}"'
        f' t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        for column, text in enumerate(cells)
        if text
    )
    return f'<row r="{number}">{written}</row>'


def _style(number: int, column: int, is_first: bool) -> int:  # noqa: FBT001 - private, named above
    if is_first and number == 1:
        return _HEADER
    return _ID if column == 0 else _TEXT


def _validations(header: list[str]) -> str:
    found = [
        f'<dataValidation type="list" allowBlank="1" sqref="{letters}2:{letters}{LAST_ROW}">'
        f"<formula1>&quot;{','.join(_CHOICES[key])}&quot;</formula1></dataValidation>"
        for column, key in enumerate(header)
        if key in _CHOICES
        for letters in (column_name(column),)
    ]
    if not found:
        return ""
    return f'<dataValidations count="{len(found)}">{"".join(found)}</dataValidations>'


def column_name(column: int) -> str:
    """Return the letters of a column that counts from 0: A, Z, AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
