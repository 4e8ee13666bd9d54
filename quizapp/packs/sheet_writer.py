"""A pack → the spreadsheet template, and what a sheet cannot carry."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from quizapp.packs.manifest import KEYS, encode_manifest
from quizapp.packs.sheet_format import ABOUT, STANDS_FOR
from quizapp.packs.sheet_grid import Sheet, Workbook
from quizapp.packs.sheet_text import text_sheet
from quizapp.questions.codec import encode
from quizapp.questions.codec_gaps import cell_text
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.codec_words import ALL_KEYS, Shape, keys_of
from quizapp.questions.kinds import Kind, Question, kind_of
from quizapp.questions.pack import Pack

QUESTIONS: Final = "Spørgsmål"
TEMPLATE: Final = (
    *("id", "type", "kategori", "spørgsmål", "svar", "også", "næsten", "afvis", "forkerte"),
    *("nøjagtighed", "tolerance", "enhed", "hint", "forklaring", "kildekritik", "emner", "læs"),
    *("kilde", "grundlag", "sværhed", "billede", "bemærkning"),
)


@dataclass(frozen=True, slots=True)
class WrittenSheets:
    """The workbook, and codes of what was left out: ``media``, ``reading_text``."""

    book: Workbook
    left_out: tuple[str, ...]


def write_sheets(pack: Pack) -> WrittenSheets:
    """Write questions and manifest; every question reads back as it was."""
    rows = [_cells(question) for question in pack.questions]
    used = {key for row in rows for key in row}
    columns = (*TEMPLATE, *(key for key in ALL_KEYS if key in used and key not in TEMPLATE))
    table = [list(columns)] + [[row.get(key, "") for key in columns] for row in rows]
    about = [[key, _about(value)] for key, value in encode_manifest(pack.manifest).items()]
    text = text_sheet(pack)
    is_text_lost = bool(pack.passages) and text is None
    left_out = (("media",) if pack.media else ()) + (("reading_text",) if is_text_lost else ())
    sheets = [Sheet(QUESTIONS, table), Sheet(ABOUT, about)]
    return WrittenSheets(Workbook([*sheets, text] if text else sheets), left_out)


def template() -> Workbook:
    """Return the empty template: the columns, and the keys of the sheet about the pack."""
    about = [[key, ""] for key in KEYS]
    return Workbook([Sheet(QUESTIONS, [list(TEMPLATE)]), Sheet(ABOUT, about)])


def one_sheet(book: Workbook) -> Sheet:
    """Return questions and manifest on one sheet, for formats that have no more: manifest first.

    The reading text is left out.
    """
    questions, about = book.sheets[:2]
    return Sheet(questions.name, [*about.rows, [], *questions.rows])


def _cells(question: Question) -> dict[str, str]:
    kind = kind_of(question)
    shapes = keys_of(kind)
    fields = encode(question)
    instead = {own: column for column, own in STANDS_FOR.get(kind, {}).items()}
    if kind is Kind.CLOZE and "spørgsmål" in fields:
        instead = {}
    return {instead.get(key, key): _cell(value, shapes[key]) for key, value in fields.items()}


def _cell(value: Plain, shape: Shape) -> str:
    if shape is Shape.SOURCES:
        return _joined(value if isinstance(value, list) else [value])
    if isinstance(value, list | tuple | bool):
        return _guarded(cell_text(value), value)
    return str(value)


def _about(value: Plain) -> str:
    if isinstance(value, list):
        return _joined(value)
    return str(value)


def _joined(items: list[Plain]) -> str:
    """Write sources or authors: the parts of each between equal signs, and ``|`` between them."""
    written = [_source(item) for item in items]
    return _guarded("|".join(written), items)


def _source(item: Plain) -> str:
    if isinstance(item, Mapping):
        names = ("titel", "url", "set") if "titel" in item else ("navn", "sted", "url")
        parts = [cell_text(item.get(name, "")) for name in names]
        while not parts[-1]:
            parts.pop()
        return " = ".join(parts)
    return cell_text(item)


def _guarded(text: str, value: object) -> str:
    """Mark line breaks inside an item, which would part items otherwise."""
    is_list = isinstance(value, list | tuple)
    return text.replace("\n", "\\\n") if is_list else text
