"""Hostile spreadsheets: xlsx and ods that repeat, refer and swell."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED

from tests.hostile.texts import MEGABYTE, Make
from tests.hostile.zips import zipped

BOOK: Final = (
    b"""<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>"""
)
LINKS: Final = (
    b"""<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>"""
)
LAUGHS: Final = (
    '<!DOCTYPE x [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">'
        for before, after in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
OUTSIDE: Final = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
HEADER: Final = (
    '<row r="1"><c r="A1" t="str"><v>type</v></c><c r="B1" t="str"><v>svar</v></c></row>'
)


def _file(name: str, content: Callable[[], bytes]) -> Make:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content())
        return folder / name

    return make


def _xlsx(rows: Callable[[], str], **parts: Callable[[], bytes]) -> Make:
    def content() -> bytes:
        sheet = f"<worksheet><sheetData>{rows()}</sheetData></worksheet>".encode()
        named = {
            "xl/workbook.xml": BOOK,
            "xl/_rels/workbook.xml.rels": LINKS,
            "xl/worksheets/s.xml": sheet,
        }
        own = {f"xl/{name}.xml": make() for name, make in parts.items()}
        return zipped(named | own, ZIP_DEFLATED)

    return _file("a.xlsx", content)


def _ods(rows: Callable[[], str], before: str = "") -> Make:
    def content() -> bytes:
        spaces = 'xmlns:o="o" xmlns:table="t" xmlns:text="x"'
        whole = (
            f'{before}<o:document {spaces}><table:table table:name="A">{rows()}'
            "</table:table></o:document>"
        )
        return zipped({"mimetype": b"x", "content.xml": whole.encode()}, ZIP_DEFLATED)

    return _file("a.ods", content)


def _cell(place: str, text: str = "x") -> str:
    return f'<c r="{place}" t="str"><v>{text}</v></c>'


def _row(number: int) -> str:
    return f'<row r="{number}">{_cell(f"A{number}")}</row>'


XLSX: Final[Mapping[str, Make]] = {
    "xlsx: the last cell of all": _xlsx(lambda: HEADER + _cell("XFD1048576")),
    "xlsx: a row number beyond all": _xlsx(lambda: HEADER + _cell("A9999999")),
    "xlsx: a column beyond all": _xlsx(lambda: HEADER + _cell("ZZZ1")),
    "xlsx: rows without end": _xlsx(lambda: "".join(map(_row, range(1, 900_000)))),
    "xlsx: empty rows without end": _xlsx(lambda: "<row/>" * 9_000_000),
    "xlsx: strings without end": _xlsx(
        lambda: HEADER,
        sharedStrings=lambda: b"<sst>" + b"<si><t>x</t></si>" * 3_000_000 + b"</sst>",
    ),
    "xlsx: styles without end": _xlsx(
        lambda: HEADER, styles=lambda: b"<s><cellXfs>" + b'<xf numFmtId="14"/>' * 2_500_000
    ),
    "xlsx: one string of 50 MB": _xlsx(
        lambda: HEADER,
        sharedStrings=lambda: b"<sst><si><t>" + b"ab" * 25 * MEGABYTE + b"</t></si></sst>",
    ),
    "xlsx: one string in many pieces": _xlsx(
        lambda: HEADER,
        sharedStrings=lambda: b"<sst><si>" + b"<t>ab</t>" * 5_000_000 + b"</si></sst>",
    ),
    "xlsx: a cell in many pieces": _xlsx(
        lambda: HEADER + '<c r="A2" t="inlineStr">' + "<t>ab</t>" * 5_000_000 + "</c>"
    ),
    "xlsx: entities that swell": _file(
        "a.xlsx",
        lambda: zipped(
            {
                "xl/workbook.xml": LAUGHS.encode() + BOOK,
                "xl/_rels/workbook.xml.rels": LINKS,
                "xl/worksheets/s.xml": b"<a/>",
            }
        ),
    ),
    "xlsx: an entity from outside": _file(
        "a.xlsx",
        lambda: zipped(
            {
                "xl/workbook.xml": OUTSIDE.encode() + BOOK,
                "xl/_rels/workbook.xml.rels": LINKS,
                "xl/worksheets/s.xml": b"<a/>",
            }
        ),
    ),
    "xlsx: elements in elements": _xlsx(lambda: "<row>" * 1_000_000),
    "xlsx: attributes without end": _xlsx(
        lambda: "<row " + " ".join(f'a{n}="b"' for n in range(1_000_000)) + "/>"
    ),
    "xlsx: a sheet that leads outside": _file(
        "a.xlsx",
        lambda: zipped(
            {
                "xl/workbook.xml": BOOK,
                "xl/_rels/workbook.xml.rels": LINKS.replace(b"worksheets/s", b"../../../etc/s"),
            }
        ),
    ),
    "xlsx: a hundred thousand sheets": _file(
        "a.xlsx",
        lambda: zipped(
            {
                "xl/workbook.xml": b'<workbook xmlns:r="r">'
                + b'<sheet name="A" r:id="a"/>' * 100_000
                + b"</workbook>",
                "xl/_rels/workbook.xml.rels": LINKS,
                "xl/worksheets/s.xml": f"<w>{HEADER}</w>".encode(),
            },
            ZIP_DEFLATED,
        ),
    ),
    "xlsx: swells to 250 MB": _xlsx(lambda: " " * 250 * MEGABYTE),
    "xlsx: locked": _file("a.xlsx", lambda: b"\xd0\xcf\x11\xe0" + bytes(5_000)),
    "xlsx: no zip": _file("a.xlsx", lambda: b"hello"),
    "xlsx: a number without end": _xlsx(lambda: HEADER + f'<c r="A2"><v>{"9" * 5_000_000}</v></c>'),
    "xlsx: a day after the last": _xlsx(
        lambda: HEADER + '<c r="A2" s="0"><v>1e300</v></c>',
        styles=lambda: b'<s><cellXfs><xf numFmtId="14"/></cellXfs></s>',
    ),
    "xlsx: old binary form": _file("a.xls", lambda: b"\xd0\xcf\x11\xe0" + bytes(5_000)),
}

ODS: Final[Mapping[str, Make]] = {
    "ods: a row a billion times": _ods(
        lambda: (
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
            ' table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
            "</table:table-row>"
        )
    ),
    "ods: a cell without end": _ods(
        lambda: (
            "<table:table-row><table:table-cell><text:p>"
            + "ab" * 20 * MEGABYTE
            + "</text:p></table:table-cell></table:table-row>"
        )
    ),
    "ods: blanks without end": _ods(
        lambda: (
            "<table:table-row><table:table-cell><text:p>"
            + '<text:s text:c="9999999"/>' * 1_500_000
            + "</text:p></table:table-cell></table:table-row>"
        )
    ),
    "ods: lines without end": _ods(
        lambda: (
            "<table:table-row><table:table-cell>"
            + "<text:p>x</text:p>" * 2_500_000
            + "</table:table-cell></table:table-row>"
        )
    ),
    "ods: paragraphs in paragraphs": _ods(lambda: "<text:p>" * 1_000_000),
    "ods: tables without end": _ods(lambda: "<table:table/>" * 4_000_000),
    "ods: cells without end": _ods(lambda: "<table:table-row>" + "<table:table-cell/>" * 3_000_000),
    "ods: entities that swell": _ods(lambda: "", LAUGHS),
    "ods: an entity from outside": _ods(lambda: "", OUTSIDE),
    "ods: locked": _file(
        "a.ods",
        lambda: zipped({"META-INF/manifest.xml": b"<m:encryption-data/>", "content.xml": b"x"}),
    ),
}
