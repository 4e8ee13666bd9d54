"""Hostile folders, pictures and sounds."""

import os
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.hostile.texts import CARD, HEAD, MEGABYTE, Make

CHOICE: Final = (
    "- id: a\n  type: valg\n  kategori: sted\n  spørgsmål: Hvad?\n  rigtigt: Ja\n"
    "  forkerte: [Nej]\n"
)

PNG: Final = b"\x89PNG\r\n\x1a\n"


def _chunk(kind: bytes, content: bytes) -> bytes:
    crc = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + crc


def a_png(width: int, height: int) -> bytes:
    """Return a picture that says it has that many points and holds next to none."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return PNG + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"")) + _chunk(b"IEND", b"")


def a_jpeg(width: int, height: int) -> bytes:
    """Return a photograph that says it is that large."""
    frame = struct.pack(">BBHBHHB", 0xFF, 0xC0, 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + b"\xff\xe0\x00\x04ab" + frame + b"\xff\xd9"


def a_gif(width: int, height: int) -> bytes:
    """Return a drawing that says it is that large."""
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"


def a_webp(width: int, height: int) -> bytes:
    """Return a picture of the extended kind that says it is that large."""
    small = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + small
    return b"RIFF" + struct.pack("<I", len(body)) + body


def a_wav(said: int) -> bytes:
    """Return a sound that says it holds so many bytes, and holds two."""
    form = struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)
    body = b"WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", said) + b"ab"
    return b"RIFF" + struct.pack("<I", len(body)) + body


def an_svg(inside: str, before: str = "") -> bytes:
    """Return a drawing."""
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()


def _many_marks(folder: Path) -> Path:
    head = HEAD.replace("spørgsmål:", "  læsetekst: t.md\nspørgsmål:")
    (folder / "pakke.yaml").write_text(head + CARD.format(n=1), "utf-8")
    marks = "".join(f"{{#m{number}}}\nx\n\n" for number in range(200_000))
    (folder / "t.md").write_text(marks, "utf-8")
    return folder


def _with_medium(name: str, content: bytes) -> Make:
    def make(folder: Path) -> Path:
        said = f"{HEAD}{CARD.format(n=1)}  billede: {name}\n"
        media = f"medier:\n  {name}: {{alt: x, skaber: x, kilde: x, licens: x}}\n"
        (folder / "pakke.yaml").write_text(
            said.replace("spørgsmål:", media + "spørgsmål:"), "utf-8"
        )
        (folder / "media").mkdir()
        (folder / "media" / name).write_bytes(content)
        return folder

    return make


def _linked(target: str) -> Make:
    def make(folder: Path) -> Path:
        (folder / "pakke.yaml").symlink_to(target)
        return folder

    return make


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "a.quizpack")
    return folder / "a.quizpack"


def _piped_folder(folder: Path) -> Path:
    os.mkfifo(folder / "pakke.yaml")
    return folder


def _device(folder: Path) -> Path:
    (folder / "a.quizpack").symlink_to("/dev/zero")
    return folder / "a.quizpack"


def _device_sheet(folder: Path) -> Path:
    (folder / "a.csv").symlink_to("/dev/zero")
    return folder / "a.csv"


def _named(name: str) -> Make:
    def make(folder: Path) -> Path:
        (folder / "pakke.yaml").write_text(f"{HEAD}{CARD.format(n=1)}  billede: {name}\n", "utf-8")
        return folder

    return make


def _option(name: str) -> Make:
    def make(folder: Path) -> Path:
        text = f'{HEAD}{CHOICE}  billeder:\n  - Ja: "{name}"\n'
        (folder / "pakke.yaml").write_text(text, "utf-8")
        return folder

    return make


def _many_options(folder: Path) -> Path:
    pictures = "".join(f"  - svar {number}: {number}.png\n" for number in range(10_000))
    (folder / "pakke.yaml").write_text(f"{HEAD}{CHOICE}  billeder:\n{pictures}", "utf-8")
    return folder


def _many_files(folder: Path) -> Path:
    (folder / "pakke.yaml").write_text(HEAD + CARD.format(n=1), "utf-8")
    (folder / "media").mkdir()
    for number in range(5_100):
        (folder / "media" / f"{number}.png").touch()
    return folder


FOLDERS: Final[Mapping[str, Make]] = {
    "folder: a link to a secret": _linked("/etc/passwd"),
    "folder: a link to itself": _linked("pakke.yaml"),
    "folder: a pipe for a pack": _pipe,
    "folder: a pipe for pakke.yaml": _piped_folder,
    "folder: a device for a pack": _device,
    "folder: a device for a sheet": _device_sheet,
    "folder: a picture elsewhere": _named('"../../../etc/passwd"'),
    "folder: a picture on another machine": _named('"\\\\\\\\server\\\\x.png"'),
    "folder: a picture by its address": _named('"http://example.org/x.png"'),
    "folder: a picture of the explanation elsewhere": _named(
        "a.png\n  forklaringsbillede: /etc/passwd"
    ),
    "folder: a picture of an option elsewhere": _option("../../../etc/passwd"),
    "folder: a picture of an option on another machine": _option("//server/x.png"),
    "folder: a picture of an option that is a folder": _option("."),
    "folder: ten thousand options with pictures": _many_options,
    "folder: a picture called as a device": _with_medium("CON.png", a_png(1, 1)),
    "folder: five thousand files too many": _many_files,
    "folder: a reading text of endless marks": _many_marks,
}

MEDIA: Final[Mapping[str, Make]] = {
    "picture: a png of 10 gigapixels": _with_medium("a.png", a_png(100_000, 100_000)),
    "picture: a png of one endless row": _with_medium("a.png", a_png(2**31 - 1, 1)),
    "picture: a jpg of 4 gigapixels": _with_medium("a.jpg", a_jpeg(65_500, 65_500)),
    "picture: a gif of 4 gigapixels": _with_medium("a.gif", a_gif(65_535, 65_535)),
    "picture: a webp of 200 terapixels": _with_medium("a.webp", a_webp(2**24, 2**24)),
    "picture: a program called png": _with_medium("a.png", b"MZ" + bytes(500)),
    "picture: a page called png": _with_medium("a.png", b"<html><script>x</script></html>"),
    "picture: too heavy": _with_medium("a.png", a_png(1, 1) + bytes(21 * MEGABYTE)),
    "drawing: entities that swell": _with_medium(
        "a.svg", an_svg("&b;", '<!DOCTYPE x [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>')
    ),
    "drawing: elements in elements": _with_medium("a.svg", an_svg("<g>" * 100_000)),
    "drawing: too much of it": _with_medium("a.svg", an_svg("<path/>" * 400_000)),
    "drawing: more than can be drawn": _with_medium("a.svg", an_svg("<path/>" * 10_001)),
    "drawing: dashes without end": _with_medium(
        "a.svg", an_svg('<circle r="99" stroke-dasharray="1"/>' * 501)
    ),
    "drawing: a page in it": _with_medium("a.svg", b"<svg><foreignObject/></svg>"),
    "sound: a wav that says 4 GB": _with_medium("a.wav", a_wav(2**32 - 1)),
    "sound: a wav of nothing": _with_medium("a.wav", b"RIFF\x04\0\0\0WAVE"),
}
