"""What a teacher does to a spreadsheet without meaning to: each slip is told of at its cell."""

from pathlib import Path
from typing import Final

import pytest

from quizapp.base.texts import say
from quizapp.packs.problems import Problem
from quizapp.packs.reader import read_pack
from quizapp.packs.sheet_cells import is_error
from quizapp.packs.sheet_csv import MOST_UNCLOSED, read_csv
from quizapp.packs.sheet_format import MOST_UNREAD, SheetPack, read_sheets
from quizapp.packs.sheet_grid import Sheet, Workbook
from quizapp.packs.sheet_numbers import Shown, shown_by
from quizapp.packs.sheet_text import passage_mistakes, read_passages

ABOUT: Final = "id;a.b\ntitel;Prøve\nversion;1\nlicens;CC0-1.0\n\n"
HEAD: Final = "id;type;kategori;spørgsmål;svar;forkerte;emner;forklaring;kilde\n"
ROW: Final = len(ABOUT.split("\n")) + 1

About = list[list[str]]


def problems_of(text: str, folder: Path) -> list[Problem]:
    (folder / "a.csv").write_text(text)
    return list(read_pack(folder / "a.csv").problems)


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(one.code, one.row, one.column) for one in problems]


def book(*others: Sheet, about: About | None = None) -> SheetPack:
    head = ["id", "type", "kategori", "spørgsmål", "svar", "forklaring", "kilde"]
    row = ["x", "skriv", "begreb", "Hvad?", "det", "fordi", "bog"]
    known = about or [["id", "a.b"], ["titel", "P"], ["version", "1"], ["licens", "MIT"]]
    sheets = [Sheet("Ark1", [head, row]), Sheet("Om pakken", known), *others]
    return read_sheets(Workbook(sheets), "a.ods")


SLIPS: Final = {
    "x;valg;begreb;Hvad?;det;en||to;;fordi;bog\n": ("empty_text", ROW, 6),
    "x;valg;begreb;Hvad?;det;en | | to;;fordi;bog\n": ("empty_text", ROW, 6),
    "x;skriv;begreb;Hvad?;det;;krig | ;fordi;bog\n": ("empty_text", ROW, 7),
    "x;skriv;begreb;Hvad?;#NAVN?;;;fordi;bog\n": ("cell_is_error", ROW, 5),
    "x;dato;dato;Hvornår?;#REF!;;;fordi;bog\n": ("cell_is_error", ROW, 5),
    "x;skriv;begreb;Hvad?;#####;;;fordi;bog\n": ("cell_is_error", ROW, 5),
    "x;skriv;begreb;Hvad?;det;;;fordi;bog;mere\n": ("cell_without_heading", ROW, 10),
    "x;skrve;begreb;Hvad?;det;;krig;fordi;bog\n": ("unknown_kind_near", ROW, 2),
}


@pytest.mark.parametrize("row", SLIPS)
def test_a_slip_in_a_row_is_the_one_thing_told_of_it(row: str, tmp_path: Path) -> None:
    assert places(problems_of(ABOUT + HEAD + row, tmp_path)) == [SLIPS[row]]


def test_a_misspelt_heading_is_told_of_once_and_read_as_what_it_means(tmp_path: Path) -> None:
    head = HEAD.replace("forklaring", "forklarng")
    rows = "x;skriv;begreb;Hvad?;det;;;fordi;bog\ny;skriv;begreb;Hvor?;der;;;fordi;bog\n"
    found = places(problems_of(ABOUT + head + rows, tmp_path))
    assert found == [("unknown_key_near", ROW - 1, 8)]


def test_a_heading_that_is_like_another_is_not_read_in_its_place(tmp_path: Path) -> None:
    head = HEAD.replace("forkerte", "svarr")
    found = problems_of(ABOUT + head + "x;skriv;begreb;Hvad?;det;nej;;fordi;bog\n", tmp_path)
    assert places(found) == [("unknown_key_near", ROW - 1, 6)]


def test_an_unclosed_quotation_mark_hides_nothing_of_what_comes_after_it(tmp_path: Path) -> None:
    rows = (
        'x;skriv;begreb;"Hvad?;det;;;fordi;bog\n'
        "y;skriv;bgreb;Hvor?;der;;;fordi;bog\n"
        'z;skriv;begreb;"Hvem?;han;;;fordi;"to\nlinjer"\n'
        "w;skriv;begreb;Hvis?;hans;;;fordi;bog\n"
    )
    assert places(problems_of(ABOUT + HEAD + rows, tmp_path)) == [
        ("quote", ROW, 4),
        ("unknown_category_near", ROW + 1, 3),
        ("quote", ROW + 2, 4),
    ]


def test_of_many_unclosed_quotation_marks_only_so_many_are_looked_for() -> None:
    rows = "".join(f'x;skriv;"navn {n};a"b;c\n' for n in range(MOST_UNCLOSED + 5))
    found = read_csv(f"id;type;svar\n{rows}".encode(), "a")
    assert found.unclosed == [(number + 1, 2) for number in range(MOST_UNCLOSED)]


def test_a_sign_for_inches_is_no_unclosed_quotation_mark(tmp_path: Path) -> None:
    rows = 'x;skriv;begreb;Hvad er 5" bredt?;det;;;fordi;bog\n'
    assert problems_of(ABOUT + HEAD + rows, tmp_path) == []


def test_a_very_long_text_in_quotation_marks_is_too_long_at_its_cell(tmp_path: Path) -> None:
    rows = f'x;skriv;begreb;Hvad?;det;;;"{"a" * 200_000}";bog\n'
    assert places(problems_of(ABOUT + HEAD + rows, tmp_path)) == [("text_too_long", ROW, 8)]


def test_a_sheet_with_no_columns_beside_the_questions_is_named() -> None:
    found = book(Sheet("Ark2", [["Flere spørgsmål"]]), Sheet("Vejledning", [["x"]]), Sheet("Tom"))
    [problem] = found.problems
    assert (problem.code, problem.sheet, problem.row) == ("sheet_without_columns", "Ark2", 1)


def test_a_key_that_stands_twice_about_the_pack_is_named_with_the_other_row() -> None:
    about = [["id", "a.b"], ["titel", "P"], ["version", "1"], ["titel", "Q"], ["licens", "MIT"]]
    found = book(about=about)
    assert places(found.problems) == [("entry_twice", 4, 1)]
    assert say(found.problems[0].message) == "»titel« står to gange, også i række 2."
    assert found.manifest is not None
    assert found.manifest.title == "P"


def test_an_error_of_the_program_about_the_pack_is_named_at_its_cell() -> None:
    about = [["id", "a.b"], ["titel", "#VÆRDI!"], ["version", "1"], ["licens", "MIT"]]
    assert ("cell_is_error", 2, 2) in places(book(about=about).problems)


def test_passages_that_cannot_be_read_are_named_at_their_cells() -> None:
    rows = [
        ["mærke", "overskrift", "tekst"],
        ["a", "", "Først"],
        ["", "", "Uden mærke"],
        ["Afsnit 2", "", "Stort"],
        ["a", "", "Igen"],
        ["b", "", ""],
        ["", "", ""],
        ["c", "", "Sidst"],
    ]
    text = Workbook([Sheet("Ark1", [["x"]]), Sheet("Læsetekst", rows)])
    found = [(row, column, one.code) for _, row, column, one in passage_mistakes(text)]
    assert found == [
        (2, 0, "missing_field"),
        (3, 0, "bad_mark"),
        (4, 0, "mark_twice_in_sheet"),
        (5, 2, "missing_field"),
    ]
    assert [one.mark for one in read_passages(text)] == ["a", "c"]
    errors = [one.sheet for one in book(text.sheets[1]).problems]
    assert errors == ["Læsetekst"] * 4


def test_a_sheet_says_at_the_cell_that_a_picture_is_not_with_it(tmp_path: Path) -> None:
    head = HEAD.replace("emner", "billede")
    rows = "x;skriv;begreb;Hvad?;det;;borg.png;fordi;bog\n"
    [problem] = problems_of(ABOUT + head + rows, tmp_path)
    assert places([problem]) == [("sheet_picture", ROW, 7)]
    assert "»borg.png« mangler" in say(problem.message)


def test_questions_that_repeat_an_id_are_told_by_row(tmp_path: Path) -> None:
    rows = "x;skriv;begreb;Hvad?;det;;;fordi;bog\nx;skriv;begreb;Hvor?;der;;;fordi;bog\n"
    [problem] = problems_of(ABOUT + HEAD + rows, tmp_path)
    assert say(problem.message) == f"Id’et »x« er brugt i række {ROW}."


def test_of_many_cells_without_a_heading_only_so_many_are_named(tmp_path: Path) -> None:
    rows = "".join(f"x{n};skriv;begreb;Hvad {n}?;d{n};;;f;b;mere\n" for n in range(MOST_UNREAD + 9))
    found = problems_of(ABOUT + HEAD + rows, tmp_path)
    assert len([one for one in found if one.code == "cell_without_heading"]) == MOST_UNREAD


@pytest.mark.parametrize("text", ["#NAVN?", "#I/T", "#DIVISION/0!", "########", "Fejl:508"])
def test_what_a_program_writes_for_no_result_is_known(text: str) -> None:
    assert is_error(text)


@pytest.mark.parametrize("text", ["#", "#metoo", "Fejl: 508", "nr. #NAVN?"])
def test_a_text_with_a_hash_is_a_text(text: str) -> None:
    assert not is_error(text)


FORMATS: Final = {
    "General": None,
    "Standard": None,
    "@": None,
    '#,##0.00 "mdr."': None,
    "0.0%": Shown.PERCENT,
    "[$-406]d. mmmm yyyy": Shown.DAY,
    "mmm\\-yy": Shown.MONTH,
    "yyyy": Shown.YEAR,
    "[h]:mm": Shown.TIME,
    "mmmm": Shown.DAY,
}


@pytest.mark.parametrize("code", FORMATS)
def test_a_format_tells_what_its_cells_show(code: str) -> None:
    assert shown_by(code) is FORMATS[code]
