"""xlsx and ods: read within limits, and the template written."""

import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from quizapp.base.texts import say
from quizapp.packs.reader import read_pack
from quizapp.packs.sheet_format import ABOUT, GUIDE
from quizapp.packs.sheet_grid import Sheet, Workbook
from quizapp.packs.sheet_numbers import number_text
from quizapp.packs.sheet_ods import read_ods
from quizapp.packs.sheet_writer import template, write_sheets
from quizapp.packs.sheet_xlsx import read_xlsx
from quizapp.packs.sheet_xlsx_writer import column_name, with_guide, write_xlsx
from quizapp.packs.source import RefusedError
from quizapp.questions.pack import Pack
from tests.strategies import packs

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK: Final = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="0"/><sheets>'
    '<sheet name="Ark1" sheetId="1" r:id="r1"/>'
    '<sheet name="Skjult" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>'
)
RELATIONS: Final = (
    '<Relationships xmlns="x"><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>'
)
STYLES: Final = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="d/m yyyy"/>'
    '<numFmt numFmtId="171" formatCode="0&quot;dm&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>'
)
STRINGS: Final = (
    f'<sst xmlns="{MAIN}"><si><t>et</t></si>'
    "<si><r><t>to </t></r><r><t>tre</t></r><rPh><t>x</t></rPh></si></sst>"
)


def zipped(parts: dict[str, str], path: Path) -> Path:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    path.write_bytes(stream.getvalue())
    return path


def an_xlsx(folder: Path, cells: str, **parts: str) -> Path:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    named = {
        "xl/workbook.xml": parts.get("book", BOOK),
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": STRINGS,
        "xl/worksheets/s.xml": parts.get("sheet", sheet),
        "docProps/": "",
    }
    return zipped(named, folder / "a.xlsx")


def an_ods(folder: Path, rows: str, manifest: str = "") -> Path:
    office = 'xmlns:o="o" xmlns:table="t" xmlns:text="x" xmlns:office="o"'
    content = (
        f"<o:document {office}><o:body><o:spreadsheet>"
        f'<table:table table:name="Ark1">{rows}</table:table></o:spreadsheet></o:body></o:document>'
    )
    parts = {"mimetype": "x", "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped(parts, folder / "a.ods")


@settings(max_examples=10)
@given(packs())
def test_an_xlsx_file_reads_back_as_the_same_questions(
    tmp_path_factory: pytest.TempPathFactory, pack: Pack
) -> None:
    path = tmp_path_factory.mktemp("xlsx") / "a.xlsx"
    path.write_bytes(write_xlsx(with_guide(write_sheets(pack).book)))
    read = read_pack(path)
    assert read.pack is not None
    assert read.pack.questions == pack.questions
    assert read.pack.manifest == pack.manifest


def test_the_template_has_columns_choices_and_a_guide(tmp_path: Path) -> None:
    content = write_xlsx(with_guide(template()))
    assert content == write_xlsx(with_guide(template()))
    (tmp_path / "a.xlsx").write_bytes(content)
    book = read_xlsx(tmp_path / "a.xlsx")
    assert [sheet.name for sheet in book.sheets] == ["Spørgsmål", ABOUT, GUIDE]
    assert book.sheets[2].rows[0][0] == "id"
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("xl/worksheets/sheet1.xml").count(b"<dataValidation ") == 4


def test_an_empty_sheet_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(write_xlsx(Workbook([Sheet("a")])))
    assert read_xlsx(tmp_path / "a.xlsx").sheets == [Sheet("a")]


def test_columns_have_letters() -> None:
    assert [column_name(number) for number in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]


CELLS: Final = {
    '<c r="A1" t="s"><v>0</v></c>': "et",
    '<c r="A1" t="s"><v>1</v></c>': "to tre",
    '<c r="A1" t="inlineStr"><is><t>æ &amp; ø</t></is></c>': "æ & ø",
    '<c r="A1" t="str"><f>x</f><v>svar</v></c>': "svar",
    '<c r="A1" t="b"><v>1</v></c>': "ja",
    '<c r="A1" t="b"><v>0</v></c>': "nej",
    '<c r="A1"><v>170.86000000000001</v></c>': "170,86",
    '<c r="A1"><v>1849</v></c>': "1849",
    '<c r="A1"><v>6.0E4</v></c>': "60000",
    '<c r="A1"><v>x</v></c>': "x",
    '<c r="A1" s="3"><v>5</v></c>': "5",
    '<c r="A1" s="99"><v>5</v></c>': "5",
    '<c t="str"><v>uden plads</v></c>': "uden plads",
    '<c r="A1" s="1"><v>45</v></c>': "14. februar 1900",
    '<c r="A1" s="2"><v>46082.5</v></c>': "1. marts 2026",
    '<c r="A1" s="1"><v>61</v></c>': "1. marts 1900",
    '<c r="A1" s="1"><v>-5</v></c>': "-5",
    '<c r="A1" s="1"><v>NaN</v></c>': "NaN",
    '<c r="A1" s="1"><v>0.5208333333333334</v></c>': "12:30",
    '<c r="A1"><f>1+1</f></c>': "#BEREGN!",
    '<c r="A1" t="str"><f>x</f><v></v></c>': "",
    '<c r="A1" t="e"><v>#NAME?</v></c>': "#NAME?",
}


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_of_xlsx_is_read_as_it_is_meant(cell: str, tmp_path: Path) -> None:
    [sheet] = read_xlsx(an_xlsx(tmp_path, f"<row>{cell}</row>")).sheets
    assert sheet.cell(0, 0) == CELLS[cell]


def test_dates_of_an_old_mac_begin_in_1904(tmp_path: Path) -> None:
    book = BOOK.replace('date1904="0"', 'date1904="1"')
    cells = '<row r="1"><c r="A1" s="1"><v>1</v></c></row>'
    [sheet] = read_xlsx(an_xlsx(tmp_path, cells, book=book)).sheets
    assert (sheet.rows, sheet.dates) == ([["2. januar 1904"]], {(0, 0)})


def test_cells_keep_their_places_and_empty_ones_are_nothing(tmp_path: Path) -> None:
    cells = (
        '<row r="2"><c r="C2" t="s"><v>0</v></c><c r="D2"><v/></c><c r="E2"><v> </v></c></row>'
        '<row r="9999999"><c r="XFD9999999"/></row>'
    )
    [sheet] = read_xlsx(an_xlsx(tmp_path, cells)).sheets
    assert sheet.rows == [[], ["", "", "et"]]


def too_wide(folder: Path) -> Path:
    return an_xlsx(folder, '<row><c r="XFD1" t="str"><v>x</v></c></row>')


def too_long(folder: Path) -> Path:
    return an_xlsx(folder, '<row r="1048576"><c t="str"><v>x</v></c></row>')


def a_doctype(folder: Path) -> Path:
    return an_xlsx(folder, "", sheet='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')


def too_deep(folder: Path) -> Path:
    return an_xlsx(folder, "<a>" * 80 + "</a>" * 80)


def no_xml(folder: Path) -> Path:
    return an_xlsx(folder, "<row>")


def no_sheet(folder: Path) -> Path:
    return an_xlsx(folder, "", book=BOOK.replace('r:id="r1"', 'r:id="r9"'))


def no_workbook(folder: Path) -> Path:
    return zipped({"a": "b"}, folder / "a.xlsx")


def locked(folder: Path) -> Path:
    (folder / "a.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    return folder / "a.xlsx"


def locked_ods(folder: Path) -> Path:
    return an_ods(folder, "", "<encryption-data/>")


def no_content(folder: Path) -> Path:
    return zipped({"a": "b"}, folder / "a.ods")


def long_ods(folder: Path) -> Path:
    rows = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell>'
    return an_ods(folder, f"{rows}<text:p>x</text:p></table:table-cell></table:table-row>")


def wide_ods(folder: Path) -> Path:
    cell = '<table:table-row><table:table-cell table:number-columns-repeated="16384">'
    return an_ods(folder, f"{cell}<text:p>x</text:p></table:table-cell></table:table-row>")


REFUSED: Final[dict[Callable[[Path], Path], str]] = {
    too_wide: "sheet_too_big",
    too_long: "sheet_too_big",
    a_doctype: "contains_extra",
    too_deep: "broken_sheet",
    no_xml: "broken_sheet",
    no_sheet: "broken_sheet",
    no_workbook: "broken_sheet",
    locked: "sheet_locked",
    locked_ods: "sheet_locked",
    no_content: "broken_sheet",
    long_ods: "sheet_too_big",
    wide_ods: "sheet_too_big",
}


@pytest.mark.parametrize("make", REFUSED, ids=lambda make: make.__name__)
def test_a_hostile_workbook_is_refused_with_a_reason(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    read = read_pack(make(tmp_path))
    assert read.pack is None
    assert [one.code for one in read.problems] == [REFUSED[make]]
    assert say(read.problems[0].message)


def test_too_many_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.packs.sheet_xlsx.MOST_CELLS", 1)
    path = an_xlsx(tmp_path, '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>')
    with pytest.raises(RefusedError):
        read_xlsx(path)


ODS_CELLS: Final = {
    "<table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>": ["a\nb"],
    "<table:table-cell><text:p>a <text:span>b</text:span> c<text:s text:c='2'/>d<text:line-break/>e"
    "</text:p></table:table-cell>": ["a b c  d\ne"],
    "<table:table-cell><o:annotation><text:p>note</text:p></o:annotation><text:p>a</text:p>"
    "</table:table-cell>": ["a"],
    '<table:table-cell office:value-type="float" office:value="170.86"><text:p>171</text:p>'
    "</table:table-cell>": ["170,86"],
    '<table:table-cell office:value-type="float" office:value="x"><text:p>171</text:p>'
    "</table:table-cell>": ["171"],
    '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>': ["ja"],
    '<table:table-cell office:value-type="boolean" office:boolean-value="false"/>': ["nej"],
    '<table:table-cell office:value-type="date" office:date-value="1945-05-05T10:00:00"/>': [
        "5. maj 1945"
    ],
    '<table:table-cell office:value-type="date" office:date-value="-44"><text:p>x</text:p>'
    "</table:table-cell>": ["x"],
    '<table:table-cell office:value-type="date" office:date-value="1945-13-01"><text:p>x</text:p>'
    "</table:table-cell>": ["x"],
    '<table:table-cell office:value-type="date" office:date-value="1945-05-01"><text:p>maj 45'
    "</text:p></table:table-cell>": ["maj 1945"],
    '<table:table-cell office:value-type="date" office:date-value="1945-05-01"><text:p>1945'
    "</text:p></table:table-cell>": ["1945"],
    '<table:table-cell office:value-type="date" office:date-value="1945-05-01"><text:p>01.05.45'
    "</text:p></table:table-cell>": ["1. maj 1945"],
    '<table:table-cell office:value-type="percentage" office:value="0.015"><text:p>1,5 %</text:p>'
    "</table:table-cell>": ["1,5 %"],
    '<table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>a</text:p>'
    "</table:table-cell>": ["", "", "a"],
    "<table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell"
    ' table:number-columns-repeated="16384"/>': ["a"],
}


@pytest.mark.parametrize("cells", ODS_CELLS)
def test_a_row_of_ods_is_read_as_it_is_meant(cells: str, tmp_path: Path) -> None:
    [sheet] = read_ods(an_ods(tmp_path, f"<table:table-row>{cells}</table:table-row>")).sheets
    assert sheet.rows == [ODS_CELLS[cells]]


def test_rows_of_ods_may_be_repeated(tmp_path: Path) -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date"'
        ' office:date-value="1945-05-05"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
        "</table:table-row>"
    )
    [sheet] = read_ods(an_ods(tmp_path, rows)).sheets
    assert sheet.rows == [[], [], ["5. maj 1945"], ["5. maj 1945"]]
    assert sheet.dates == {(2, 0), (3, 0)}


def test_a_workbook_may_do_without_styles_and_shared_texts(tmp_path: Path) -> None:
    sheet = (
        f'<worksheet xmlns="{MAIN}"><row r="1"><c t="b"/><c t="s"><v>7</v></c></row></worksheet>'
    )
    parts = {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/worksheets/s.xml": sheet,
    }
    assert read_xlsx(zipped(parts, tmp_path / "a.xlsx")).sheets == [Sheet("Ark1")]


@pytest.mark.parametrize("index", ["1", "-1", "x", "0.5", "9" * 5000])
def test_a_shared_text_that_is_not_there_is_refused(index: str, tmp_path: Path) -> None:
    row = f'<row r="1"><c t="s"><v>{index}</v></c></row>'
    parts = {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>en</t></si></sst>',
        "xl/worksheets/s.xml": f'<worksheet xmlns="{MAIN}">{row}</worksheet>',
    }
    with pytest.raises(RefusedError):
        read_xlsx(zipped(parts, tmp_path / "a.xlsx"))


def test_huge_and_endless_numbers_stay_as_they_are() -> None:
    assert [number_text(Decimal(text)) for text in ("1E+99", "NaN", "0.1", "100")] == [
        "1E+99",
        "NaN",
        "0,1",
        "100",
    ]


def test_the_samples_of_other_programs_hold_the_same_cells(shared_dir: Path) -> None:
    folder = shared_dir / "corpora" / "spreadsheet"
    xlsx = read_xlsx(folder / "gen-historie.xlsx")
    assert [sheet.rows for sheet in xlsx.sheets] == [
        sheet.rows for sheet in read_ods(folder / "gen-historie.ods").sheets
    ]
    [messy] = read_xlsx(folder / "gen-historie-rodet.xlsx").sheets
    assert messy.cell(3, 3) == "1. marts 2026"
    assert (3, 3) in messy.dates


NUMBERS: Final = {
    ("9", ""): ("0.01", "1 %"),
    ("10", ""): ("0.0025", "0,25 %"),
    ("17", ""): ("16558", "maj 1945"),
    ("20", ""): ("0.5", "12:00"),
    ("46", ""): ("1.5", "36:00"),
    ("164", "yyyy"): ("16558", "1945"),
    ("164", "0%"): ("1.5", "150 %"),
    ("164", "&quot;d&quot;0"): ("5", "5"),
}


@pytest.mark.parametrize("style", NUMBERS)
def test_a_number_is_read_the_way_its_cell_shows_it(style: tuple[str, str], tmp_path: Path) -> None:
    number, code = style
    value, shown = NUMBERS[style]
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="{code}"/>'
        f'</numFmts><cellXfs><xf numFmtId="{number}"/></cellXfs></styleSheet>'
    )
    parts = {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/styles.xml": styles,
        "xl/worksheets/s.xml": f'<worksheet xmlns="{MAIN}"><row r="1"><c r="A1" s="0"><v>{value}'
        "</v></c></row></worksheet>",
    }
    [sheet] = read_xlsx(zipped(parts, tmp_path / "a.xlsx")).sheets
    assert sheet.cell(0, 0) == shown


def test_a_hidden_sheet_of_ods_is_not_read(tmp_path: Path) -> None:
    content = (
        '<office:document-content xmlns:office="o" xmlns:style="s" xmlns:table="t" xmlns:text="x">'
        '<style:style style:name="ta1" style:family="table"><style:table-properties'
        ' table:display="true"/></style:style><style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        '<table:table table:name="Vist" table:style-name="ta1"><table:table-row><table:table-cell>'
        "<text:p>a</text:p></table:table-cell></table:table-row></table:table>"
        '<table:table table:name="Skjult" table:style-name="ta2"><table:table-row>'
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
        "</office:document-content>"
    )
    assert read_ods(zipped({"content.xml": content}, tmp_path / "a.ods")).sheets == [
        Sheet("Vist", [["a"]])
    ]
