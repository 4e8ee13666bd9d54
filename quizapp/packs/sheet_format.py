"""The spreadsheet template ⇄ manifest and questions: one row a question, columns as YAML keys."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final

from quizapp.base.texts import Message
from quizapp.packs.manifest import KEYS, decode_manifest
from quizapp.packs.problems import Problem, Repair
from quizapp.packs.sheet_cells import is_error, split_authors, split_cell
from quizapp.packs.sheet_grid import Sheet, Workbook
from quizapp.packs.sheet_text import READING_TEXT, passage_mistakes
from quizapp.questions.codec import Decoded, decode
from quizapp.questions.codec_fields import warning
from quizapp.questions.codec_mistakes import Mistake, Plain
from quizapp.questions.codec_words import ALL_KEYS, Shape, keys_of, near
from quizapp.questions.kinds import Kind, Question
from quizapp.questions.pack import Manifest

ABOUT: Final = "Om pakken"
GUIDE: Final = "Vejledning"
STANDS_FOR: Final[dict[Kind, dict[str, str]]] = {
    Kind.CHOICE: {"svar": "rigtigt"},
    Kind.MULTIPLE_CHOICE: {"svar": "rigtige"},
    Kind.ORDERING: {"svar": "rækkefølge"},
    Kind.MATCHING: {"svar": "par"},
    Kind.CLOZE: {"spørgsmål": "tekst"},
    Kind.FLASHCARD: {"spørgsmål": "forside", "svar": "bagside"},
    Kind.OPEN: {"svar": "modelsvar"},
}
"""Template columns that hold another key, where that key has no column or an empty cell."""

_IN_SHEETS: Final = frozenset({"id_twice", "entry_twice", "twin", "asked_twice", "empty_text"})
"""Codes whose sentences speak of a line, or of a list, where a sheet has rows and cells."""
MOST_UNREAD: Final = 100
_ID_LETTERS: Final = "abcdefghijkmnpqrstuvwxyz23456789"
_ID_LENGTH: Final = 6


class _NewIds:
    """Short random ids that nothing in the workbook has."""

    def __init__(self, random: Random, taken: set[str]) -> None:
        self._random = random
        self._taken = taken

    def next(self) -> str:
        while True:
            text = "".join(self._random.choices(_ID_LETTERS, k=_ID_LENGTH))
            if text not in self._taken:
                self._taken.add(text)
                return text


@dataclass(slots=True)
class _Row:
    """A question's row: where each of its keys stands."""

    sheet: Sheet
    number: int
    columns: dict[str, int]


@dataclass(slots=True)
class SheetPack:
    """What a workbook holds."""

    file: str
    manifest: Manifest | None = None
    decoded: list[Decoded] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    about: Sheet = field(default_factory=lambda: Sheet(""))
    about_rows: dict[str, int] = field(default_factory=dict)
    unread: int = 0

    @property
    def questions(self) -> list[Question | None]:
        """The questions, None for each that cannot be used."""
        return [one.question for one in self.decoded]

    def note_manifest(self, mistakes: Iterable[Mistake]) -> None:
        """Turn mistakes in what the pack says of itself into problems at their rows."""
        for mistake in mistakes:
            key = _key_of(mistake)
            column = 1 if key in self.about_rows else 0
            self.note(self.about, self.about_rows.get(key, 0), column, mistake)

    def note_question(self, position: int, mistakes: Iterable[Mistake]) -> None:
        """Turn mistakes in a question into problems at their cells."""
        row = self.rows[position]
        for mistake in mistakes:
            key = _key_of(mistake) or "id"
            column = row.columns.get(key, row.columns.get("id", 0))
            self.note(row.sheet, row.number, column, mistake)

    def note(self, sheet: Sheet, row: int, column: int, mistake: Mistake) -> None:
        """Turn a mistake at a cell into a problem."""
        fields = dict(mistake.fields)
        if mistake.other is not None:
            fields["other"] = str(self.rows[mistake.other].number + 1)
        said = f"{mistake.code}_in_sheet" if mistake.code in _IN_SHEETS else mistake.code
        remedy = mistake.remedy
        label = Message(f"packs.repair.{remedy.code}", remedy.fields) if remedy else None
        self.problems.append(
            Problem(
                file=self.file,
                code=mistake.code,
                severity=mistake.severity,
                message=Message(f"packs.{said}", fields),
                line=0,
                sheet=sheet.name,
                row=row + 1,
                column=column + 1,
                excerpt=sheet.cell(row, column),
                repair=Repair(label) if label else None,
            )
        )


def read_sheets(book: Workbook, file: str, random: Random | None = None) -> SheetPack:
    """Read a workbook; a row without an id gets one from ``random``, else it is a mistake."""
    pack = SheetPack(file)
    tables = [
        (sheet, header) for sheet in book.sheets if (header := _header_row(sheet)) is not None
    ]
    about = next((sheet for sheet in book.sheets if _key(sheet.name) == _key(ABOUT)), None)
    if not tables:
        first = book.sheets[0] if book.sheets else Sheet("")
        pack.note(first, 0, 0, Mistake(code="no_header"))
        return pack
    sheet, header = tables[0]
    _take_manifest(pack, about or replace(sheet, rows=sheet.rows[:header]))
    new_ids = _NewIds(random, _ids_in(tables)) if random else None
    for sheet, header in tables:
        _take_table(pack, sheet, header, new_ids)
    _note_other_sheets(pack, book, tables)
    if not pack.rows:
        pack.note(*tables[0], 0, Mistake(code="no_questions"))
    return pack


def _key(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _key_of(mistake: Mistake) -> str:
    return str(mistake.path[0] if mistake.path else mistake.fields.get("key", ""))


def _header_row(sheet: Sheet) -> int | None:
    """Return the row that names the columns; titles and blank rows may stand before it."""
    for number, row in enumerate(sheet.rows):
        names = {_key(cell) for cell in row}
        if "type" in names and names & {"spørgsmål", "svar"}:
            return number
    return None


def _take_manifest(pack: SheetPack, sheet: Sheet) -> None:
    fields: dict[str, Plain] = {}
    pack.about = sheet
    for number, row in enumerate(sheet.rows):
        key = _key(row[0]) if row else ""
        value = sheet.cell(number, 1)
        if not key or (key not in KEYS and not value):
            continue
        if key in pack.about_rows:
            twice = {"key": key, "other": str(pack.about_rows[key] + 1)}
            pack.note(sheet, number, 0, Mistake(code="entry_twice", fields=twice))
            continue
        pack.about_rows[key] = number
        if is_error(value):
            pack.note(sheet, number, 1, _cell_is_error(value))
        elif key == "forfattere":
            fields[key] = split_authors(value)
        elif value.strip():
            fields[key] = split_cell(value, Shape.LIST) if key == "udgåede" else value
    manifest, mistakes = decode_manifest(fields)
    pack.note_manifest(mistakes)
    pack.manifest = manifest


def _note_other_sheets(pack: SheetPack, book: Workbook, tables: list[tuple[Sheet, int]]) -> None:
    """Name each sheet with something on it that is no table, and each passage that is lost."""
    known = {_key(name) for name in (ABOUT, GUIDE, READING_TEXT)}
    read = [sheet.name for sheet, _ in tables]
    for sheet in book.sheets:
        if sheet.name not in read and _key(sheet.name) not in known and sheet.rows:
            fields = {"sheet": sheet.name}
            pack.note(sheet, 0, 0, warning("sheet_without_columns", **fields))
        for row, column in sheet.unclosed:
            pack.note(sheet, row, column, Mistake(code="quote"))
    for sheet, row, column, mistake in passage_mistakes(book):
        pack.note(sheet, row, column, mistake)


def _take_table(pack: SheetPack, sheet: Sheet, header: int, new_ids: _NewIds | None) -> None:
    columns = _columns(pack, sheet, header)
    named = {column for column, cell in enumerate(sheet.rows[header]) if cell.strip()}
    for number in range(header + 1, len(sheet.rows)):
        _note_unread(pack, sheet, number, named)
        filled = {key: sheet.cell(number, column) for key, column in columns.items()}
        texts = {key: text for key, text in filled.items() if text.strip()}
        if texts and new_ids and "id" not in texts:
            texts["id"] = new_ids.next()
        if texts:
            _take_row(pack, _Row(sheet, number, dict(columns)), texts)


def _columns(pack: SheetPack, sheet: Sheet, header: int) -> dict[str, int]:
    """Return where each key stands; a misspelt heading is told of, and read as what it meant."""
    headings = [_key(cell) for cell in sheet.rows[header]]
    columns: dict[str, int] = {}
    for column, key in enumerate(headings):
        if key in columns:
            fields = {"key": key, "other": str(header + 1)}
            pack.note(sheet, header, column, Mistake(code="entry_twice", fields=fields))
        elif key in ALL_KEYS:
            columns[key] = column
    for column, key in enumerate(headings):
        if key and key not in ALL_KEYS:
            unknown = _unknown(key)
            pack.note(sheet, header, column, unknown)
            if meant := str(unknown.fields["near"]):
                columns.setdefault(meant, column)
    return columns


def _note_unread(pack: SheetPack, sheet: Sheet, number: int, named: set[int]) -> None:
    """Name the first cell of a row that stands under no heading, as in a row that was shifted."""
    for column, text in enumerate(sheet.rows[number]):
        if column not in named and text.strip():
            pack.unread += 1
            if pack.unread <= MOST_UNREAD:
                pack.note(sheet, number, column, warning("cell_without_heading"))
            return


def _unknown(key: str) -> Mistake:
    meant = near(key, ALL_KEYS)
    code = "unknown_key_near" if meant else "unknown_key"
    return Mistake(code=code, fields={"key": key, "near": meant})


def _take_row(pack: SheetPack, row: _Row, texts: dict[str, str]) -> None:
    kind = _kind(texts.get("type", ""))
    broken = {key: texts.pop(key) for key, text in [*texts.items()] if is_error(text)}
    for column, key in STANDS_FOR.get(kind, {}).items() if kind else ():
        if key not in texts and column in row.columns:
            row.columns[key] = row.columns[column]
            if column in texts:
                texts[key] = texts.pop(column)
    shapes = keys_of(kind)
    fields = {key: split_cell(text, shapes.get(key, Shape.TEXT)) for key, text in texts.items()}
    decoded = _with_errors(decode(fields), broken)
    pack.rows.append(row)
    pack.decoded.append(decoded)
    position = len(pack.rows) - 1
    pack.note_question(position, decoded.mistakes)
    dates = [key for key, column in row.columns.items() if (row.number, column) in row.sheet.dates]
    pack.note_question(
        position, (warning("cell_is_date", key, value=texts[key]) for key in dates if key in texts)
    )


def _with_errors(decoded: Decoded, broken: Mapping[str, str]) -> Decoded:
    """Say of cells that hold no result what is wrong with them, and not that they are empty."""
    if not broken:
        return decoded
    known = [one for one in decoded.mistakes if _key_of(one) not in broken]
    errors = [replace(_cell_is_error(text), path=(key,)) for key, text in broken.items()]
    return replace(decoded, question=None, mistakes=(*known, *errors))


def _cell_is_error(text: str) -> Mistake:
    return Mistake(code="cell_is_error", fields={"value": text.strip()})


def _kind(text: str) -> Kind | None:
    """Return the kind that a cell names, or seems to mean."""
    kinds = {kind.value: kind for kind in Kind}
    return kinds.get(text.strip()) or kinds.get(near(text, tuple(kinds)))


def _ids_in(tables: list[tuple[Sheet, int]]) -> set[str]:
    """Return every text of the id columns."""
    found: set[str] = set()
    for sheet, header in tables:
        columns = [i for i, cell in enumerate(sheet.rows[header]) if _key(cell) == "id"]
        found |= {sheet.cell(row, i).strip() for row in range(len(sheet.rows)) for i in columns}
    return found
