"""The reading text of a pack that is being written: found, read, and written as it was read."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from quizapp.packs.manifest import is_file_name
from quizapp.packs.source import RefusedError, read_limited
from quizapp.packs.text_file import MOST_BYTES, read_text_file
from quizapp.packs.whole_file import write_whole
from quizapp.packs.yaml_format import read_yaml

USUAL_NAME: Final = "tekst.md"
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class ReadingFile:
    """A reading text as it was last read or written, with line feeds only.

    ``sha`` is the hash of its bytes, empty while there is no file.
    """

    name: str
    text: str = ""
    sha: str = ""
    line_end: str = "\n"
    has_bom: bool = False


def open_reading(folder: Path, pack_text: str) -> ReadingFile:
    """Read the text that a pack file names; without one, return where it would be written."""
    name = _named_in(pack_text)
    if not name or not is_file_name(name):
        return ReadingFile(_free_name(folder))
    try:
        content = read_limited(folder / name, MOST_BYTES)
    except RefusedError:
        return ReadingFile(name)
    text = read_text_file(content).text
    is_windows = b"\r\n" in content and content.count(b"\n") == content.count(b"\r\n")
    return ReadingFile(
        name, text, sha_of(content), "\r\n" if is_windows else "\n", content.startswith(_BOM)
    )


def write_reading(folder: Path, base: ReadingFile, text: str) -> ReadingFile:
    """Write a text if it is another than the one that was read; raises ``OSError``."""
    if text == base.text:
        return base
    content = (_BOM if base.has_bom else b"") + text.replace("\n", base.line_end).encode()
    write_whole(folder / base.name, content)
    return replace(base, text=text, sha=sha_of(content))


def is_changed(folder: Path, base: ReadingFile) -> bool:
    """Tell whether the file is another than the one that was read; raises ``OSError``."""
    path = folder / base.name
    return (sha_of(path.read_bytes()) if path.is_file() else "") != base.sha


def keep_beside(folder: Path, base: ReadingFile) -> None:
    """Keep the file as it is now under another name; raises ``OSError``."""
    path = folder / base.name
    if path.is_file():
        number = 1
        other = path.with_stem(f"{path.stem} (den anden udgave)")
        while other.exists():
            number += 1
            other = path.with_stem(f"{path.stem} (den anden udgave) {number}")
        write_whole(other, path.read_bytes())


def sha_of(content: bytes) -> str:
    """Return the hash of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


def _named_in(pack_text: str) -> str:
    """Return the reading text that a pack names; its questions are read if they stand first."""
    if "læsetekst" not in pack_text:
        return ""
    head = pack_text.partition("\nspørgsmål:")[0]
    manifest = read_yaml(head, "").manifest or read_yaml(pack_text, "").manifest
    return manifest.reading_text if manifest else ""


def _free_name(folder: Path) -> str:
    """Return a name that no file has: what lies there unnamed is somebody's own."""
    path, number = folder / USUAL_NAME, 1
    while path.exists():
        number += 1
        path = folder / f"tekst-{number}.md"
    return path.name
