"""The spreadsheet template, as CSV in every flavour that Danish programs write."""

import codecs
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.base.texts import say
from quizapp.packs.problems import where
from quizapp.packs.reader import ReadPack, read_pack
from quizapp.packs.sheet_csv import read_csv, write_csv
from quizapp.packs.sheet_format import read_sheets
from quizapp.packs.sheet_grid import Sheet, Workbook
from quizapp.packs.sheet_text import read_passages
from quizapp.packs.sheet_writer import one_sheet, template, write_sheets
from quizapp.packs.source import RefusedError
from quizapp.questions.kinds import Choice, Cloze, Enumeration, Flashcard, Matching, Source
from quizapp.questions.pack import Author, Pack, Passage
from tests.strategies import packs
from tests.unit.packs.test_quizpack import PACK

ABOUT: Final = "id;a.b\ntitel;Prøve\nversion;1\nlicens;CC0-1.0\n\n"
HEAD: Final = "id;type;kategori;spørgsmål;svar;også;forkerte;tolerance;forklaring;kilde\n"
QUIET: Final = {"no_explanation", "no_source"}


def read_text(text: str, folder: Path, encoding: str = "utf-8", name: str = "a.csv") -> ReadPack:
    (folder / name).write_bytes(text.encode(encoding))
    return read_pack(folder / name)


@settings(max_examples=15)
@given(packs())
def test_a_sheet_reads_back_as_the_same_questions(pack: Pack) -> None:
    written = write_sheets(pack)
    read = read_sheets(written.book, "a")
    assert [one.code for one in read.problems if one.severity == "error"] == []
    assert tuple(read.questions) == pack.questions
    assert read.manifest == pack.manifest


@settings(max_examples=15)
@given(packs())
def test_a_csv_file_reads_back_as_the_same_questions(pack: Pack) -> None:
    content = write_csv(one_sheet(write_sheets(pack).book))
    read = read_sheets(Workbook([read_csv(content, "a")]), "a")
    assert tuple(read.questions) == pack.questions
    assert read.manifest == pack.manifest


@given(st.lists(st.lists(st.text(alphabet="a=+-@'\t;,\"\n 1"), min_size=1), min_size=1))
def test_a_csv_file_keeps_every_cell(rows: list[list[str]]) -> None:
    rows.insert(0, ["id", "type", "svar"])
    assert read_csv(write_csv(Sheet("a", rows)), "a").rows == rows


def test_a_cell_that_looks_like_a_formula_is_guarded_and_a_number_is_not() -> None:
    content = write_csv(Sheet("a", [["=1+1", "-44", "+a", "@b", "-44 grader"]]))
    assert content.decode("utf-8-sig").strip() == "'=1+1;-44;'+a;'@b;'-44 grader"


TEXT: Final = ABOUT + HEAD + "x;tal;tal;Hvor højt er Møllehøj på Århus-egnen?;170,86;;;0,5;;\n"

FLAVOURS: Final = {
    "UTF-8": (TEXT, "utf-8"),
    "UTF-8 with a mark": (TEXT, "utf-8-sig"),
    "Windows": (TEXT, "cp1252"),
    "Mac": (TEXT.replace("\n", "\r"), "mac-roman"),
    "UTF-16 and tabs": (TEXT.replace(";", "\t"), "utf-16"),
    "UTF-16 the other way round": ("\ufeff" + TEXT.replace(";", "\t"), "utf-16-be"),
    "CRLF": (TEXT.replace("\n", "\r\n"), "utf-8"),
    "sep line": ("sep=;\n" + TEXT, "cp1252"),
    "commas": (
        TEXT.replace("170,86", '"170,86"').replace("0,5", '"0,5"').replace(";", ","),
        "utf-8",
    ),
    "everything in quotes": (
        "\n".join('"' + line.replace(";", '";"') + '"' for line in TEXT.split("\n")),
        "utf-8",
    ),
}


@pytest.mark.parametrize("name", FLAVOURS)
def test_every_flavour_gives_the_same_pack(name: str, tmp_path: Path) -> None:
    text, encoding = FLAVOURS[name]
    plain = read_text(TEXT, tmp_path)
    assert plain.pack is not None
    assert read_text(text, tmp_path, encoding).pack == plain.pack


def test_columns_of_the_template_stand_for_the_keys_of_each_type(tmp_path: Path) -> None:
    rows = (
        "a;valg;begreb;Hvad?;en;;to = Nej.|tre;;;\n"
        "b;par;person;Hvem?;x = y|z = w;;;;;\n"
        "c;indsæt;tal;I {tal: 1849}|1850;;;;;;\n"
        'd;kort;begreb;for;"bag\nside";;;;;\n'
        'e;liste;sted;Hvor?;"Danmark\nFærøerne = Færø";;;;;Bog s. 1|Side = https://x.dk = 2026\n'
    )
    read = read_text(ABOUT + HEAD + rows, tmp_path)
    assert read.pack is not None
    choice, pairs, cloze, card, several = read.pack.questions
    assert isinstance(choice, Choice)
    assert (choice.right, choice.wrong[0].why) == ("en", "Nej.")
    assert isinstance(pairs, Matching)
    assert pairs.pairs == (("x", "y"), ("z", "w"))
    assert isinstance(cloze, Cloze)
    assert cloze.parts[2] == "|1850"
    assert isinstance(card, Flashcard)
    assert (card.prompt, card.back) == ("for", "bag\nside")
    assert isinstance(several, Enumeration)
    assert several.answers == (("Danmark",), ("Færøerne", "Færø"))
    assert several.sources[1] == Source(title="Side", url="https://x.dk", seen="2026")


def test_titles_and_blank_rows_before_the_columns_are_passed_over(tmp_path: Path) -> None:
    text = (
        "Mine spørgsmål;\n;;\n"
        + ABOUT
        + "ID ; Type;Kategori;SPØRGSMÅL;svar\n\n;;\nx;kort;begreb;a;b\n"
    )
    read = read_text(text, tmp_path)
    assert read.pack is not None
    assert len(read.pack.questions) == 1


def test_rows_without_an_id_get_one_that_nothing_has(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ABOUT + HEAD + ";kort;begreb;a;b\n;kort;begreb;c;d\n")
    found = read_pack(tmp_path / "a.csv", Random(1))
    assert found.pack is not None
    ids = [question.id for question in found.pack.questions]
    assert len(set(ids)) == 2
    assert all(len(one) == 6 for one in ids)
    assert read_pack(tmp_path / "a.csv").pack is None
    (tmp_path / "a.csv").write_text(ABOUT + HEAD + f"{ids[0]};kort;begreb;a;b\n;kort;begreb;c;d\n")
    assert read_pack(tmp_path / "a.csv", Random(1)).pack is not None


ROW: Final = len(ABOUT.split("\n")) + 1

MISTAKES: Final = {
    "x;kart;begreb;a;b\n": ("unknown_kind_near", ROW, 2),
    "x;dato;dato;a;31. juni 1849\n": ("impossible_date", ROW, 5),
    "x;tal;tal;a;5;;;lidt\n": ("bad_tolerance", ROW, 8),
    "x;skriv;begreb;a;b;;;5\n": ("key_elsewhere", ROW, 8),
    "x;skriv;begreb;a\n": ("missing_key", ROW, 5),
    "x;kort;begreb;a\n": ("missing_key", ROW, 5),
    "x;valg;begreb;a;b;;c|B\n": ("wrong_is_right", ROW, 7),
    ";kort;begreb;a;b\n": ("missing_key", ROW, 1),
    "x;kort;begreb;a;b\n\nx;kort;begreb;c;d\n": ("id_twice", ROW + 2, 1),
    'x;kort;begreb;"a\nb";c\ny;kort;bgreb;a;b\n': ("unknown_category_near", ROW + 1, 3),
}


@pytest.mark.parametrize("rows", MISTAKES)
def test_a_mistake_is_found_at_its_row_and_column(rows: str, tmp_path: Path) -> None:
    read = read_text(ABOUT + HEAD + rows, tmp_path)
    [problem] = [one for one in read.problems if one.code not in QUIET]
    assert (problem.code, problem.row, problem.column) == MISTAKES[rows]
    assert problem.sheet == "a"
    assert "ark »a«" in where(problem)
    assert say(problem.message)


def test_mistakes_in_columns_and_about_the_pack_have_their_place(tmp_path: Path) -> None:
    about = "id;Å\ntitel;\nversion;1\nforfattere;A = B|C\nudgåede;a|b\n\n"
    read = read_text(about + "id;type;svar;svar;himt;zzzz;\n", tmp_path)
    found = {(one.code, one.row, one.column) for one in read.problems}
    assert found == {
        ("bad_pack_id", 1, 2),
        ("no_questions", 7, 1),
        ("missing_field", 2, 2),
        ("no_licence", 1, 1),
        ("entry_twice", 7, 4),
        ("unknown_key_near", 7, 5),
        ("unknown_key", 7, 6),
    }


def test_a_cell_that_was_turned_into_a_date_is_named() -> None:
    rows = [
        ["id", "type", "kategori", "spørgsmål", "svar"],
        ["x", "dato", "dato", "a", "1. maj 1945"],
    ]
    read = read_sheets(Workbook([Sheet("Ark1", rows, {(1, 4)})]), "a")
    [problem] = [one for one in read.problems if one.code == "cell_is_date"]
    assert (problem.row, problem.column, problem.severity) == (2, 5, "warning")


@pytest.mark.parametrize("book", [Workbook(), Workbook([Sheet("a", [["x"]])])])
def test_a_workbook_without_columns_is_named(book: Workbook) -> None:
    assert [one.code for one in read_sheets(book, "a").problems] == ["no_header"]


def test_what_a_sheet_cannot_carry_is_listed() -> None:
    assert write_sheets(PACK).left_out == ("media",)
    several = replace(
        PACK,
        manifest=replace(PACK.manifest, authors=(Author(name="A", url="u"), Author(name="B="))),
    )
    assert read_sheets(write_sheets(several).book, "a").manifest == several.manifest


def test_the_template_names_every_column_and_key() -> None:
    questions, about = template().sheets
    assert questions.rows[0][:5] == ["id", "type", "kategori", "spørgsmål", "svar"]
    assert ["titel", ""] in about.rows


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a\0b", "not_text"),
        (codecs.BOM_UTF8 + b"a;" * 300, "sheet_too_big"),
        (b"a;b\n" * 20_000, "sheet_too_big"),
    ],
)
def test_a_table_beyond_need_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_csv(content, "a")
    assert refused.value.code == code


def test_a_file_that_is_no_table_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"\0")
    assert [one.code for one in read_pack(tmp_path / "a.csv").problems] == ["not_text"]


def test_the_samples_of_many_programs_hold_the_same_cells(shared_dir: Path) -> None:
    folder = shared_dir / "corpora" / "spreadsheet"
    names = [
        path for path in sorted(folder.glob("gen-historie-*")) if path.suffix in {".csv", ".txt"}
    ]
    sheets = [read_csv(path.read_bytes(), path.name).rows for path in names]
    prompts = [[row[2] for row in rows] for rows in sheets]
    assert len(prompts) > 6
    assert all(one == prompts[0] for one in prompts)


def test_a_reading_text_is_read_from_its_sheet_without_what_turns_text() -> None:
    rows = [
        ["mærke", "overskrift", "tekst"],
        ["afsnit-1", "Krigen", "Den \u202ebegyndte\x07 i 1904.\nTo linjer."],
        ["IKKE ET MÆRKE", "", "x"],
        ["afsnit-1", "", "en gang til"],
        ["afsnit-2", "", ""],
    ]
    read = read_passages(Workbook([Sheet("spørgsmål"), Sheet(" LÆSETEKST ", rows)]))
    assert read == (
        Passage(mark="afsnit-1", heading="Krigen", body="Den begyndte i 1904.\nTo linjer."),
    )
