"""Hostile zip files: .quizpack, xlsx and ods that lie, swell or never end."""

import hashlib
import io
import json
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.hostile.texts import MEGABYTE, Make

Members = dict[str, bytes]
TYPE: Final = b"application/vnd.quizapp.quizpack+zip"
QUESTION: Final = b'{"bagside":"b","forside":"a","id":"a","kategori":"begreb","type":"kort"}\n'
MEDIUM: Final = f"media/{'0' * 64}.png"


def _file(name: str, content: Callable[[], bytes]) -> Make:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content())
        return folder / name

    return make


def quizpack(content: Callable[[], bytes]) -> Make:
    """Make a .quizpack of some bytes."""
    return _file("a.quizpack", content)


def zipped(members: Mapping[str, bytes], packing: int = ZIP_STORED) -> bytes:
    """Return a zip of members in the order they stand."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in members.items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_STORED if name == "mimetype" else packing
            archive.writestr(entry, content)
    return stream.getvalue()


def members(
    questions: bytes = QUESTION, media: Mapping[str, bytes] | None = None, **manifest: object
) -> Members:
    """Return the members of a pack whose manifest lists them all, as a forger would."""
    listed = {"spoergsmaal.jsonl": questions, **(media or {})}
    said = {
        "format": "quizpack",
        "format_version": "1.0",
        "id": "a.b",
        "title": "T",
        "version": 1,
        "license": "CC0-1.0",
        "media": {f"{number}.png": name for number, name in enumerate(media or {})},
        "content_sha256": hashlib.sha256(questions).hexdigest(),
        "files": {
            name: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
            for name, content in listed.items()
        },
        **manifest,
    }
    first = {"mimetype": TYPE, "quizpack.json": json.dumps(said).encode()}
    return first | listed


def good() -> bytes:
    """Return a sound .quizpack to spoil."""
    return zipped(members())


def _with(place: bytes, offset: int, value: bytes, content: bytes | None = None) -> bytes:
    """Write over a field of the last record that begins with a mark."""
    whole = good() if content is None else content
    at = whole.rindex(place) + offset
    return whole[:at] + value + whole[at + len(value) :]


def _swollen(size: int) -> bytes:
    """Return what deflates to next to nothing."""
    return zipped(members(media={MEDIUM: bytes(size)}), ZIP_DEFLATED)


def _overlapping() -> bytes:
    """Return a zip whose many entries all point at one member, as the best bombs do."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    size = 19 * MEGABYTE
    packed = packer.compress(bytes(size)) + packer.flush()
    crc = zlib.crc32(bytes(size))
    local = struct.pack(
        "<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(packed), size, 1, 0
    )
    body = local + b"a" + packed
    directory = b"".join(
        struct.pack(
            "<4sHHHHHHIIIHHHHHII",
            *(b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, len(packed), size, len(name)),
            *(0, 0, 0, 0, 0, 0),
        )
        + name
        for name in (f"m{number}".encode() for number in range(4_000))
    )
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 4_000, 4_000, len(directory), len(body), 0)
    return body + directory + end


def _many(count: int) -> bytes:
    return zipped(members() | {f"media/{number:064x}.png": b"" for number in range(count)})


def _link() -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in members().items():
            archive.writestr(ZipInfo(name), content)
        entry = ZipInfo(MEDIUM)
        entry.create_system = 3
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, b"/etc/passwd")
    return stream.getvalue()


def _twice() -> bytes:
    """Return a zip in which two members have one name."""
    whole = zipped(members() | {"spoergsmaal.jsonX": b"{}\n"})
    return whole.replace(b"spoergsmaal.jsonX", b"spoergsmaal.jsonl")


def _questions(line: bytes, size: int) -> bytes:
    return zipped(members(line * (size // len(line))), ZIP_DEFLATED)


def _long_question(size: int) -> bytes:
    return QUESTION.replace(b'"b"', b'"' + b"x" * size + b'"')


QUIZPACK: Final[Mapping[str, Make]] = {
    "quizpack: swells to 250 MB": quizpack(lambda: _swollen(250 * MEGABYTE)),
    "quizpack: swells to 19 MB": quizpack(lambda: _swollen(19 * MEGABYTE)),
    "quizpack: entries on top of each other": quizpack(_overlapping),
    "quizpack: five thousand members too many": quizpack(lambda: _many(10_000)),
    "quizpack: a name that climbs": quizpack(lambda: zipped(members(media={"../../x.png": b"x"}))),
    "quizpack: a name of a device": quizpack(lambda: zipped(members(media={"media/CON": b"x"}))),
    "quizpack: an absolute name": quizpack(lambda: zipped(members(media={"/etc/x.png": b"x"}))),
    "quizpack: a drive": quizpack(lambda: zipped(members(media={"C:\\x.png": b"x"}))),
    "quizpack: a name with NUL": quizpack(
        lambda: zipped(members() | {"media/aXb.png": b"x"}).replace(b"aXb.png", b"a\0b.png")
    ),
    "quizpack: names apart by case": quizpack(lambda: zipped(members() | {"QuizPack.json": b"{}"})),
    "quizpack: a member twice": quizpack(_twice),
    "quizpack: a link": quizpack(_link),
    "quizpack: a zip in the zip": quizpack(lambda: zipped(members(media={"media/a.zip": good()}))),
    "quizpack: bzip2": quizpack(lambda: zipped(members(), ZIP_BZIP2)),
    "quizpack: lzma": quizpack(lambda: zipped(members(), ZIP_LZMA)),
    "quizpack: locked": quizpack(lambda: _with(b"PK\x01\x02", 8, b"\x01\x00")),
    "quizpack: locked by a strong key": quizpack(lambda: _with(b"PK\x01\x02", 8, b"\x41\x00")),
    "quizpack: another local name": quizpack(
        lambda: good().replace(b"spoergsmaal.jsonl", b"spoergsmaal.jsonL", 1)
    ),
    "quizpack: a declared size too small": quizpack(
        lambda: _with(b"PK\x01\x02", 24, struct.pack("<I", 1))
    ),
    "quizpack: a declared size of 4 GB": quizpack(
        lambda: _with(b"PK\x01\x02", 24, b"\xff\xff\xff\xff")
    ),
    "quizpack: a place outside the file": quizpack(
        lambda: _with(b"PK\x01\x02", 42, b"\xf0\xff\xff\x7f")
    ),
    "quizpack: 65,535 entries said, three there": quizpack(
        lambda: _with(b"PK\x05\x06", 8, b"\xff\xff\xff\xff")
    ),
    "quizpack: another checksum": quizpack(lambda: _with(b"PK\x01\x02", 16, b"\0\0\0\0")),
    "quizpack: cut off": quizpack(lambda: good()[:-30]),
    "quizpack: cut off at the start": quizpack(lambda: good()[40:]),
    "quizpack: something before the zip": quizpack(lambda: b"MZ" + bytes(1000) + good()),
    "quizpack: something after the zip": quizpack(lambda: good() + b"#!/bin/sh\n" * 100),
    "quizpack: a comment": quizpack(lambda: good()[:-2] + b"\x05\x00hello"),
    "quizpack: JSON in JSON in JSON": quizpack(
        lambda: zipped(members() | {"quizpack.json": b"[" * 15 * MEGABYTE}, ZIP_DEFLATED)
    ),
    "quizpack: a manifest of 15 MB of lists": quizpack(
        lambda: zipped(members() | {"quizpack.json": b"[" + b"[]," * 5 * MEGABYTE + b"0]"})
    ),
    "quizpack: a number of a million digits": quizpack(
        lambda: zipped(members() | {"quizpack.json": b'{"version": ' + b"9" * MEGABYTE + b"}"})
    ),
    "quizpack: a key a million times": quizpack(
        lambda: zipped(members() | {"quizpack.json": b"{" + b'"a":1,' * MEGABYTE + b'"a":1}'})
    ),
    "quizpack: NaN": quizpack(lambda: zipped(members(b'{"rev":NaN}\n'))),
    "quizpack: a question of 30 MB": quizpack(
        lambda: zipped(members(_long_question(30 * MEGABYTE)))
    ),
    "quizpack: questions without end": quizpack(lambda: _questions(QUESTION, 39 * MEGABYTE)),
    "quizpack: lines without end": quizpack(lambda: _questions(b"\n", 39 * MEGABYTE)),
    "quizpack: lists without end": quizpack(lambda: _questions(b"[[],[],[]]\n", 39 * MEGABYTE)),
    "quizpack: a manifest of many passages": quizpack(
        lambda: zipped(members(passages=[{"mark": "a", "heading": "", "body": "x"}] * 200_000))
    ),
    "quizpack: more than 300 MB": quizpack(lambda: good() + bytes(301 * MEGABYTE)),
}
