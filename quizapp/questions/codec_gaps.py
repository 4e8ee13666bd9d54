r"""The notation of ``indsæt``: a text with gaps in braces.

``{[kind[(precision)]:] answer|another wording[::key: value]…}``, where kind is ``dato``, ``tal`` or
``skriv`` (as usual), and the keys are ``hint`` and those of the kind. Several values are parted by
``|``, a value and the author's remark by ``=``. A backslash takes the meaning from the character
after it: ``\{``. A date without a year takes the year that the gap is followed by.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, assert_never

from quizapp.questions.codec_fields import Fields, warning
from quizapp.questions.codec_keys import date_key, key_fields, number_key, term_key
from quizapp.questions.codec_mistakes import KeyOf, Mistake, Plain
from quizapp.questions.codec_words import DATE_KEY, NUMBER_KEY, TERM_KEY, Shape, near
from quizapp.questions.keys import DateKey, Gap, Key, NumberKey, TermKey

MOST_MISTAKES: Final = 100
KEYS_OF_KIND: Final = {"dato": DATE_KEY, "tal": NUMBER_KEY, "skriv": TERM_KEY}
_OUTSIDE: Final = re.compile(r"\\[{}\\]|[{}]")
_INSIDE: Final = re.compile(r"\\[{}|\\:=]|[{}]")
_ESCAPED: Final = re.compile(r"\\([{}|\\:=\n])")
_KIND: Final = re.compile(r"\s*(\w+)\s*(?:\(([^()|{}\\]*)\))?\s*:(?!:)")
_YEAR: Final = re.compile(r"\s*(\d{1,4}(?:\s?f\.\s?Kr\.)?)(?!\w)")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the source, and where it begins."""

    raw: str
    at: int

    @property
    def text(self) -> str:
        return _ESCAPED.sub(r"\1", self.raw).strip()

    @property
    def begin(self) -> int:
        """Return where the text itself begins, past blanks."""
        bare = self.raw.lstrip()
        return self.at + (len(self.raw) - len(bare) if bare else 0)

    def split(self, separator: str, most: int = -1) -> list["_Piece"]:
        """Cut at each separator that no backslash stands before."""
        pieces: list[_Piece] = []
        start = 0
        for found in re.finditer(rf"\\[{{}}|\\:=]|{re.escape(separator)}", self.raw):
            if found[0] == separator and len(pieces) != most:
                pieces.append(_Piece(self.raw[start : found.start()], self.at + start))
                start = found.end()
        return [*pieces, _Piece(self.raw[start:], self.at + start)]


def read_gaps(text: str) -> tuple[tuple[str | Gap, ...], list[Mistake]]:
    """Read a text with gaps; offsets of the mistakes count from the beginning of the text."""
    mistakes: list[Mistake] = []
    parts: list[str | Gap] = []
    for piece in _pieces(text, mistakes):
        if isinstance(piece, str):
            before = parts.pop() if parts and isinstance(parts[-1], str) else ""
            parts.append(f"{before}{piece}")
        else:
            end = piece.at + len(piece.raw) + 1
            following = _YEAR.match(text, end)
            gap = _read_gap(piece, following[1] if following else "", mistakes)
            parts += [gap] if gap else []
    return tuple(parts), mistakes[:MOST_MISTAKES]


def write_gaps(parts: tuple[str | Gap, ...]) -> str:
    """Write a text with gaps the way it is read."""
    return "".join(
        _write_gap(part) if isinstance(part, Gap) else re.sub(r"([\\{}])", r"\\\1", part)
        for part in parts
    )


def cell_value(raw: str, shape: Shape) -> Plain:
    """Read the value of a key as it stands in a gap or in a cell of a sheet."""
    return _value(_Piece(raw, 0), shape)


def cell_pieces(raw: str) -> list[str]:
    """Part a cell at each ``|`` that no backslash stands before."""
    return [piece.raw for piece in _Piece(raw, 0).split("|")]


def cell_text(value: Plain) -> str:
    """Write a value so that ``cell_value`` reads it back."""
    match value:
        case bool():
            return "ja" if value else "nej"
        case list() | tuple():
            return "|".join(_item_text(item) for item in value)
        case dict():
            return "|".join(f"{_escape(key)} = {cell_text(why)}" for key, why in value.items())
        case _:
            return _escape(str(value))


def _item_text(item: Plain) -> str:
    if isinstance(item, list | tuple):
        return " = ".join(cell_text(one) for one in item)
    return cell_text(item)


def _pieces(text: str, mistakes: list[Mistake]) -> Iterator[str | _Piece]:
    position = 0
    while found := _OUTSIDE.search(text, position):
        if found.start() > position:
            yield text[position : found.start()]
        position = found.end()
        if found[0] != "{":
            yield found[0][-1]
            if found[0] == "}":
                stray = warning("stray_brace", "tekst")
                mistakes.append(replace(stray, offset=found.start()))
            continue
        end = _closing(text, position)
        if end is None:
            mistakes.append(Mistake(code="gap_open", path=("tekst",), offset=found.start()))
            yield "{"
        else:
            yield _Piece(text[position:end], position)
            position = end + 1
    if position < len(text):
        yield text[position:]


def _closing(text: str, position: int) -> int | None:
    """Return where the brace is closed; another opening brace comes before only by mistake."""
    for found in _INSIDE.finditer(text, position):
        if found[0] in "{}":
            return found.start() if found[0] == "}" else None
    return None


def _read_gap(piece: _Piece, year: str, mistakes: list[Mistake]) -> Gap | None:
    first, *extras = piece.split("::")
    kind, precision, answers = _kind(first, mistakes)
    given: dict[str, _Piece] = {}
    names = {"nøjagtighed": first.begin}
    fields: dict[str, Plain] = {"svar": answers[0].text, "også": [one.text for one in answers[1:]]}
    if precision:
        fields["nøjagtighed"] = precision
    known = {"hint": Shape.TEXT} | KEYS_OF_KIND[kind]
    for extra in extras:
        name, *rest = extra.split(":", 1)
        key = name.text
        if key in fields or key in given:
            mistakes.append(_mistake("gap_key_twice", name, key=key))
        given[key] = rest[0] if rest else _Piece("", extra.at)
        names[key] = name.begin
        fields[key] = _value(given[key], known.get(key, Shape.TEXT))
    reader = Fields({key: value for key, value in fields.items() if key in given or value})
    reader.refuse_unknown(tuple(known), ())
    key_read = _key(kind, reader, year)
    hint = reader.text("hint")
    places = {"svar": answers[0].begin, "nøjagtighed": first.begin}
    places |= {key: value.begin for key, value in given.items()}
    for mistake in reader.mistakes:
        is_name = mistake.path and isinstance(mistake.path[0], KeyOf)
        mistakes.append(_placed(mistake, names if is_name else places, answers))
    return Gap(key=key_read, hint=hint) if key_read else None


def _kind(first: _Piece, mistakes: list[Mistake]) -> tuple[str, str, list[_Piece]]:
    found = _KIND.match(first.raw)
    word = found[1] if found else ""
    meant = near(word, tuple(KEYS_OF_KIND)) if word else ""
    if found and (meant or found[2] is not None):
        rest = _Piece(first.raw[found.end() :], first.at + found.end())
        if word not in KEYS_OF_KIND:
            code = "gap_kind_near" if meant else "gap_kind"
            mistakes.append(_mistake(code, first, value=word, near=meant))
            return meant or "skriv", "", rest.split("|")
        return word, (found[2] or "").strip(), rest.split("|")
    return "skriv", "", first.split("|")


def _value(piece: _Piece, shape: Shape) -> Plain:
    if shape in {Shape.TEXT, Shape.FLAG, Shape.WHOLE}:
        return piece.text
    items: list[Plain] = []
    for item in piece.split("|"):
        said, *why = item.split("=", 1)
        if why and shape in {Shape.REMARKED, Shape.PAIRS}:
            items.append({said.text: why[0].text})
        elif shape is Shape.GROUPS:
            items.append([one.text for one in item.split("=")])
        else:
            items.append(item.text)
    return items if items != [""] else []


def _key(kind: str, fields: Fields, year: str) -> Key | None:
    if kind == "dato":
        return date_key(fields, year)
    if kind == "tal":
        return number_key(fields)
    key = term_key(fields)
    return key if key.answers[0] else None


def _mistake(code: str, piece: _Piece, **fields: str) -> Mistake:
    return Mistake(code=code, path=("tekst",), fields=fields, offset=piece.begin)


def _placed(mistake: Mistake, places: dict[str, int], answers: list[_Piece]) -> Mistake:
    match mistake.path:
        case ("også", int(index), *_) if "også" not in places:
            offset = answers[index + 1].begin
        case (str(key), *_):
            offset = places[key]
        case _:
            offset = answers[0].begin
    moved = mistake.moved(("tekst",), offset).without_remedy()
    return replace(moved, code="gap_empty") if mistake.code == "missing_key" else moved


def _write_gap(gap: Gap) -> str:
    fields = key_fields(gap.key)
    answers = [fields.pop("svar"), *_listed(fields.pop("også", []))]
    written = [_prefix(gap.key, fields) + "|".join(cell_text(one) for one in answers)]
    if gap.hint:
        fields["hint"] = gap.hint
    written += [f"{key}: {cell_text(value)}" for key, value in fields.items()]
    return "{" + "::".join(written) + "}"


def _listed(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else []


def _prefix(key: Key, fields: dict[str, Plain]) -> str:
    match key:
        case DateKey():
            precision = fields.pop("nøjagtighed", "")
            return f"dato({precision}): " if precision else "dato: "
        case NumberKey():
            return "tal: "
        case TermKey():
            return "skriv: " if _KIND.match(_escape(key.answers[0])) else ""
        case _:
            assert_never(key)


def _escape(text: str) -> str:
    escaped = re.sub(r"([\\{}|=])", r"\\\1", text)
    return re.sub(r":(?=:|\Z)", r"\\:", escaped)
