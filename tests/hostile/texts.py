"""Hostile text files: pakke.yaml and CSV that want memory, time or a crash."""

import codecs
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Final

Make = Callable[[Path], Path]

HEAD: Final = "pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\nspørgsmål:\n"
CARD: Final = "- id: a{n}\n  type: kort\n  kategori: begreb\n  forside: for {n}\n  bagside: bag\n"
MEGABYTE: Final = 1024 * 1024
NEAR_LIMIT: Final = 20 * MEGABYTE - 1024
COLUMNS: Final = "id;type;kategori;spørgsmål;svar\n"
ROW: Final = "a1;skriv;begreb;Hvad?;Det\n"


def _yaml(content: Callable[[], str | bytes]) -> Make:
    def make(folder: Path) -> Path:
        found = content()
        (folder / "pakke.yaml").write_bytes(found if isinstance(found, bytes) else found.encode())
        return folder

    return make


def _csv(content: Callable[[], str | bytes]) -> Make:
    def make(folder: Path) -> Path:
        found = content()
        path = folder / "a.csv"
        path.write_bytes(found if isinstance(found, bytes) else found.encode())
        return path

    return make


def filled(piece: str, size: int = NEAR_LIMIT) -> str:
    """Return a piece again and again, up to a size."""
    return piece * (size // len(piece.encode()))


def _question(**fields: str) -> str:
    own = {"id": "a1", "type": "skriv", "kategori": "begreb", "spørgsmål": "Hvad?", "svar": "Det"}
    lines = [f"{key}: {value}" for key, value in (own | fields).items()]
    return HEAD + "- " + "\n  ".join(lines) + "\n"


def _laughs() -> str:
    letters = "abcdefghij"
    lines = ["a: &a [lol, lol, lol]"]
    for before, after in pairwise(letters):
        lines.append(f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]")
    return "\n".join(lines) + "\n"


def _answers(count: int) -> str:
    listed = ", ".join(f"svar {n} på det" for n in range(count))
    return _question(også=f"[{listed}]")


YAML: Final[Mapping[str, Make]] = {
    "yaml: a billion laughs": _yaml(_laughs),
    "yaml: an alias to itself": _yaml(lambda: HEAD + "- &a [*a]\n"),
    "yaml: a merge key": _yaml(lambda: HEAD + "- <<: {id: a}\n  type: kort\n"),
    "yaml: a tag that would run": _yaml(lambda: HEAD + "- !!python/object/apply:os.system [x]\n"),
    "yaml: a second document": _yaml(lambda: HEAD + CARD.format(n=1) + "---\n" + HEAD),
    "yaml: many documents": _yaml(lambda: filled("---\na: b\n")),
    "yaml: lists in lists": _yaml(lambda: "[" * 5_000_000),
    "yaml: mappings in mappings": _yaml(lambda: "{a: " * 1_000_000),
    "yaml: steps to the right": _yaml(
        lambda: "".join(" " * depth + "a:\n" for depth in range(6_000))
    ),
    "yaml: dashes in dashes": _yaml(lambda: HEAD + "- " * 1_000_000 + "x\n"),
    "yaml: nothing but short items": _yaml(lambda: HEAD + filled("- a\n")),
    "yaml: nothing but empty lines": _yaml(lambda: HEAD + "\n" * NEAR_LIMIT),
    "yaml: nothing but remarks": _yaml(lambda: HEAD + filled("#\n")),
    "yaml: a flow list of everything": _yaml(lambda: HEAD + "- [" + filled("a,") + "]\n"),
    "yaml: one line of 20 MB": _yaml(lambda: _question(forklaring=filled("ord "))),
    "yaml: a text of 20 MB in wide letters": _yaml(
        lambda: _question(forklaring=filled("\U0001f600"))
    ),
    "yaml: a block of 20 MB": _yaml(lambda: _question(forklaring="|\n" + filled("    æ\n"))),
    "yaml: a folded text of 20 MB": _yaml(lambda: _question(forklaring=">\n" + filled("    æ\n"))),
    "yaml: escapes all the way": _yaml(lambda: _question(svar='"' + filled("\\U0001F600") + '"')),
    "yaml: a key of 20 MB": _yaml(lambda: HEAD + "- ? " + filled("ord ") + "\n  : x\n"),
    "yaml: the same key again and again": _yaml(lambda: HEAD + "- id: a\n" + filled("  id: b\n")),
    "yaml: only unknown keys": _yaml(
        lambda: HEAD + "- id: a\n" + "".join(f"  x{n}: y\n" for n in range(340_000))
    ),
    "yaml: unknown keys near known ones": _yaml(
        lambda: HEAD + "- id: a\n" + "".join(f"  forklarin{n}: y\n" for n in range(340_000))
    ),
    "yaml: an open quote": _yaml(lambda: HEAD + '- id: "' + "\n" * 600_000),
    "yaml: open brackets on every line": _yaml(lambda: HEAD + filled("- id: [\n", MEGABYTE)),
    "yaml: colons on every line": _yaml(
        lambda: HEAD + "- id: a\n" + filled("  x: y: z\n", MEGABYTE)
    ),
    "yaml: tabs on every line": _yaml(lambda: HEAD + filled("\t- id: a\n", 4 * MEGABYTE)),
    "yaml: broken questions by the thousand": _yaml(
        lambda: (
            HEAD + "".join(f"- id: a{n}\n  type: kort: x\n  forside: [\n" for n in range(60_000))
        )
    ),
    "yaml: full questions by the million": _yaml(
        lambda: HEAD + "".join(CARD.format(n=n) for n in range(130_000))
    ),
    "yaml: an endless number": _yaml(lambda: _question(type="tal", svar="9" * 5_000_000)),
    "yaml: a huge exponent": _yaml(lambda: _question(type="tal", svar="1e999999999")),
    "yaml: a version without end": _yaml(
        lambda: HEAD.replace("version: 1", "version: " + "9" * 1_000_000)
    ),
    "yaml: a date without end": _yaml(lambda: _question(type="dato", svar="1 " * 1_000_000)),
    "yaml: a million accepted answers": _yaml(lambda: _answers(600_000)),
    "yaml: gaps without end": _yaml(
        lambda: _question(type="indsæt", spørgsmål="x", tekst="|\n    " + "{a} " * 15_000)
    ),
    "yaml: braces without end": _yaml(
        lambda: _question(type="indsæt", spørgsmål="x", tekst="|\n    " + "{" * 60_000)
    ),
    "yaml: marks of speech without end": _yaml(
        lambda: _question(forklaring='"' + "*" * 60_000 + '"')
    ),
    "yaml: accents on one letter": _yaml(lambda: _question(svar="a" + "\u0301" * 30_000)),
    "yaml: letters that turn the line": _yaml(lambda: _question(svar="\u202etxt.exe")),
    "yaml: letters without width": _yaml(lambda: _question(id="a\u200b1")),
    "yaml: letters that look alike": _yaml(lambda: _question(id="\u0430bc")),
    "yaml: half a character": _yaml(lambda: _question(svar='"\\ud800"')),
    "yaml: control characters": _yaml(lambda: _question(svar="\x1b[2J\x07")),
    "yaml: bytes of chance": _yaml(lambda: Random(1).randbytes(NEAR_LIMIT)),
    "yaml: NUL bytes": _yaml(lambda: bytes(NEAR_LIMIT)),
    "yaml: broken UTF-8 of 20 MB": _yaml(lambda: b"\xe6" * NEAR_LIMIT),
    "yaml: UTF-16 of 20 MB": _yaml(
        lambda: codecs.BOM_UTF16_LE + ("ord " * (NEAR_LIMIT // 8)).encode("utf-16-le")
    ),
    "yaml: more than 20 MB": _yaml(lambda: b"a: b\n" * (5 * MEGABYTE)),
}

CSV: Final[Mapping[str, Make]] = {
    "csv: rows without end": _csv(lambda: COLUMNS + filled(ROW)),
    "csv: cells without end": _csv(lambda: COLUMNS + ";" * NEAR_LIMIT),
    "csv: an open quote": _csv(lambda: COLUMNS + 'a1;skriv;begreb;"' + filled("x\n")),
    "csv: quotes on quotes": _csv(lambda: COLUMNS + '"' * NEAR_LIMIT),
    "csv: one cell of 20 MB": _csv(lambda: COLUMNS + "a1;skriv;begreb;Hvad?;" + filled("x")),
    "csv: a cell of line breaks": _csv(
        lambda: COLUMNS + 'a1;skriv;begreb;Hvad?;"' + "\n" * 60_000 + '"\n'
    ),
    "csv: bars without end": _csv(lambda: COLUMNS + "a1;flervalg;begreb;Hvad?;" + "a|" * 30_000),
    "csv: equal signs without end": _csv(
        lambda: COLUMNS + "a1;par;begreb;Hvad?;" + "a = " * 15_000
    ),
    "csv: backslashes without end": _csv(
        lambda: COLUMNS + "a1;flervalg;begreb;Hvad?;" + "\\" * 60_000
    ),
    "csv: NUL bytes": _csv(lambda: COLUMNS + "a1;skriv;begreb;Hva\0d?;x\n"),
    "csv: UTF-16 cut in half": _csv(lambda: codecs.BOM_UTF16_LE + b"a;\x00b"),
    "csv: old letters of 20 MB": _csv(lambda: b"id;type;svar\n" + b"\xe6" * NEAR_LIMIT),
    "csv: ten thousand columns": _csv(lambda: ";".join(f"kolonne{n}" for n in range(10_000))),
    "csv: columns that stand twice": _csv(lambda: "type;svar;" * 90 + "\n" + "skriv;x;" * 90),
    "csv: nothing": _csv(lambda: b""),
}
