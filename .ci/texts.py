"""Keep the English texts in step with the program: ``python3 .ci/texts.py update|compile|check``.

``update`` writes every text of the program into the catalogue, ``compile`` makes the file that
gettext reads, ``check`` tells what is missing. Standard library only, so that tests can use it.
"""

import ast
import struct
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "quizapp"
CATALOGUE = PACKAGE / "ui/assets/locale/en/LC_MESSAGES/quizapp.po"
COMPILED = CATALOGUE.with_suffix(".mo")

SINGULAR_CALLS = frozenset({"_", "N_"})
PLURAL_CALLS = frozenset({"ngettext", "P_"})

HEADER = (
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    "Language: en\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\n"
)
MO_MAGIC = 0x950412DE
MO_HEADER_BYTES = 28


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text of the program as it stands in the code; ``many`` is empty without a plural."""

    one: str
    many: str = ""


Catalogue = dict[Text, tuple[str, ...]]


class NotAPlainTextError(ValueError):
    """A text for translation is put together at run time, so no catalogue can hold it."""


def texts_in_code(package: Path = PACKAGE) -> dict[Text, str]:
    """Collect every marked text and the file it stands in.

    Raises ``NotAPlainTextError`` with file and line.
    """
    found: dict[Text, str] = {}
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        for text in _texts_of(ast.parse(path.read_text(encoding="utf-8")), place):
            found.setdefault(text, place)
    return found


def _texts_of(tree: ast.AST, place: str) -> Iterator[Text]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        wanted = 1 if node.func.id in SINGULAR_CALLS else 2 if node.func.id in PLURAL_CALLS else 0
        written = [_written(argument, place) for argument in node.args[:wanted]]
        if written and all(written):
            yield Text(*written)


def _written(argument: ast.expr, place: str) -> str:
    """Return the text written there; empty for a name of one that is marked elsewhere."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    if isinstance(argument, ast.Name | ast.Attribute | ast.Subscript):
        return ""
    raise NotAPlainTextError(f"{place}:{argument.lineno}: put together, so never translated")


def read_catalogue(path: Path = CATALOGUE) -> Catalogue:
    """Read a .po file without its header; an absent file is an empty catalogue."""
    if not path.exists():
        return {}
    entries: Catalogue = {}
    fields: dict[str, str] = {}
    key = ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if not line.strip():
            _take_entry(fields, entries)
            fields, key = {}, ""
        elif line.startswith('"'):
            fields[key] += ast.literal_eval(line)
        elif not line.startswith("#"):
            key, _space, quoted = line.partition(" ")
            fields[key] = ast.literal_eval(quoted)
    return entries


def _take_entry(fields: Mapping[str, str], entries: Catalogue) -> None:
    one = fields.get("msgid", "")
    if not one:
        return
    if many := fields.get("msgid_plural", ""):
        entries[Text(one, many)] = (fields.get("msgstr[0]", ""), fields.get("msgstr[1]", ""))
    else:
        entries[Text(one)] = (fields.get("msgstr", ""),)


def write_catalogue(entries: Catalogue, places: Mapping[Text, str], path: Path) -> None:
    """Write a .po file in a stable order: by the file a text stands in, then by text."""
    blocks = [f'msgid ""\nmsgstr {_quoted(HEADER)}']
    for text in sorted(entries, key=lambda text: (places[text], text)):
        lines = [f"#: {places[text]}", f"msgid {_quoted(text.one)}"]
        if text.many:
            lines.append(f"msgid_plural {_quoted(text.many)}")
            lines += [f"msgstr[{n}] {_quoted(said)}" for n, said in enumerate(entries[text])]
        else:
            lines.append(f"msgstr {_quoted(entries[text][0])}")
        blocks.append("\n".join(lines))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    lines = [f'"{line}"' for line in escaped.replace("\n", "\\n\n").split("\n") if line]
    return lines[0] if len(lines) == 1 else "\n".join(['""', *lines])


def compiled(entries: Catalogue) -> bytes:
    """Return the catalogue as gettext reads it (the GNU .mo format, little-endian)."""
    pairs = {b"": HEADER.encode()}
    for text, said in entries.items():
        if all(said):
            key = f"{text.one}\0{text.many}" if text.many else text.one
            pairs[key.encode()] = "\0".join(said).encode()
    ordered = sorted(pairs.items())
    start = MO_HEADER_BYTES + 16 * len(ordered)
    tables: list[tuple[bytes, ...]] = [
        tuple(key for key, _said in ordered),
        tuple(said for _key, said in ordered),
    ]
    index, texts = b"", b""
    for table in tables:
        for raw in table:
            index += struct.pack("<II", len(raw), start + len(texts))
            texts += raw + b"\0"
    second = MO_HEADER_BYTES + 8 * len(ordered)
    header = struct.pack(
        "<7I", MO_MAGIC, 0, len(ordered), MO_HEADER_BYTES, second, 0, MO_HEADER_BYTES
    )
    return header + index + texts


def untranslated(entries: Catalogue, places: Mapping[Text, str]) -> list[str]:
    """List the texts of the program that the catalogue lacks, with the file they stand in."""
    return [
        f"{place}: {text.one}"
        for text, place in sorted(places.items())
        if not all(entries.get(text, ("",)))
    ]


def main(command: str) -> int:
    """Carry out one of the commands."""
    places = texts_in_code()
    entries = read_catalogue()
    if command == "update":
        empty: Catalogue = {text: ("", "") if text.many else ("",) for text in places}
        entries = {text: entries.get(text, said) for text, said in empty.items()}
        write_catalogue(entries, places, CATALOGUE)
    if command in {"update", "compile"}:
        COMPILED.parent.mkdir(parents=True, exist_ok=True)
        COMPILED.write_bytes(compiled(entries))
    missing = untranslated(entries, places)
    print(f"{len(places)} texts, {len(missing)} without a translation")
    if command == "check" and CATALOGUE.exists():
        print("\n".join(missing))
    # Danish needs no catalogue; where there is one it is whole.
    return 1 if command == "check" and missing and CATALOGUE.exists() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
