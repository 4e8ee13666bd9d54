"""Zip files from strangers, read member by member within limits and never unpacked to disk."""

import os
import stat
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from quizapp.packs.media import MOST_BYTES_IN_ALL, MOST_FILES
from quizapp.packs.source import RefusedError

MOST_ZIP_BYTES: Final = MOST_BYTES_IN_ALL
MOST_RATIO: Final = 200
RATIO_FROM_BYTES: Final = 1024 * 1024
_CHUNK: Final = 256 * 1024
_LOCAL: Final = struct.Struct("<4sHHHHHIIIHH")
_LOCAL_MARK: Final = b"PK\x03\x04"
_END: Final = struct.Struct("<4sHHHHIIH")
_END_MARK: Final = b"PK\x05\x06"
_ENCRYPTED: Final = 0x1 | 0x40
_UNIX: Final = 3
_TOLD_AFTER: Final = 0x8
"""Sizes and checksum stand behind the member, as programs write that do not know them before."""
_ZIP64: Final = 0x0001
_ZIP64_SIZE: Final = 0xFFFFFFFF
_MEGABYTE: Final = 1024 * 1024


@dataclass(slots=True)
class ZipMembers:
    """The members of an open zip by name; ``spent`` counts the bytes that came out."""

    archive: ZipFile
    stream: IO[bytes]
    entries: Mapping[str, ZipInfo] = field(default_factory=dict)
    spent: int = 0

    def read(self, name: str, limit: int) -> bytes:
        """Return a member's bytes, counted as they come; raises ``RefusedError``."""
        parts: list[bytes] = []
        size = 0
        try:
            with self.archive.open(self.entries[name]) as member:
                while part := member.read(_CHUNK):
                    size += len(part)
                    self.spent += len(part)
                    self._check(name, size, limit)
                    parts.append(part)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise RefusedError("broken_file") from error
        return b"".join(parts)

    def _check(self, name: str, size: int, limit: int) -> None:
        packed = self.entries[name].compress_size
        is_bomb = size > RATIO_FROM_BYTES and size > packed * MOST_RATIO
        if is_bomb:
            raise RefusedError("swells")
        if self.spent > MOST_BYTES_IN_ALL:
            raise RefusedError("unpacked_too_big", limit=MOST_BYTES_IN_ALL // _MEGABYTE)
        if size > limit:
            raise RefusedError("file_too_big", limit=limit // _MEGABYTE)


def open_zip(path: Path, *, folders: bool = False) -> ZipMembers:
    """Open a zip and look at everything its directory says; raises ``RefusedError``.

    ``folders`` lets empty entries for folders pass, as other programs write them. The caller
    closes it with ``close_zip``.
    """
    try:
        if not path.is_file():
            raise RefusedError(
                "file_missing" if not path.exists() else "not_a_pack", file=path.name
            )
        if path.stat().st_size > MOST_ZIP_BYTES:
            raise RefusedError("file_too_big", limit=MOST_ZIP_BYTES // _MEGABYTE)
        stream = path.open("rb")
    except OSError as error:
        raise RefusedError("file_unreadable", file=str(path)) from error
    try:
        archive = ZipFile(stream)
    except (BadZipFile, ValueError, NotImplementedError, struct.error, OSError) as error:
        stream.close()
        raise RefusedError("broken_file") from error
    members = ZipMembers(archive, stream)
    try:
        entries = [entry for entry in archive.infolist() if not (folders and entry.is_dir())]
        members.entries = _checked(archive, entries, stream)
    except RefusedError:
        close_zip(members)
        raise
    return members


def close_zip(members: ZipMembers) -> None:
    """Let go of the file."""
    members.archive.close()
    members.stream.close()


def _checked(archive: ZipFile, entries: list[ZipInfo], stream: IO[bytes]) -> dict[str, ZipInfo]:
    if len(entries) > MOST_FILES:
        raise RefusedError("too_many_files", limit=MOST_FILES)
    if archive.comment or not _is_whole(archive, stream):
        raise RefusedError("contains_extra")
    if not _is_apart(archive):
        raise RefusedError("broken_file")
    found: dict[str, ZipInfo] = {}
    for entry in entries:
        if entry.filename.casefold() in found:
            raise RefusedError("contains_names")
        _check_member(entry, stream)
        found[entry.filename.casefold()] = entry
    if sum(entry.file_size for entry in entries) > MOST_BYTES_IN_ALL:
        raise RefusedError("unpacked_too_big", limit=MOST_BYTES_IN_ALL // _MEGABYTE)
    return {entry.filename: entry for entry in entries}


def _is_whole(archive: ZipFile, stream: IO[bytes]) -> bool:
    """Tell whether the file is the zip and nothing else: no program before it or after it."""
    stream.seek(-_END.size, os.SEEK_END)
    length = stream.tell()
    mark, disk, other, here, entries, size, place, _comment = _END.unpack(stream.read(_END.size))
    first = min((entry.header_offset for entry in archive.infolist()), default=0)
    counts = (here, entries) == (len(archive.infolist()),) * 2
    is_one_file = mark == _END_MARK and disk == other == 0
    return is_one_file and counts and place + size == length and first == 0


def _is_apart(archive: ZipFile) -> bool:
    """Tell whether no member's bytes are those of another, or of the directory."""
    entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
    ends = [entry.header_offset for entry in entries[1:]] + [archive.start_dir]
    return all(
        entry.header_offset + _LOCAL.size + entry.compress_size <= end
        for entry, end in zip(entries, ends, strict=True)
    )


def _check_member(entry: ZipInfo, stream: IO[bytes]) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise RefusedError("contains_locked")
    if entry.create_system == _UNIX and stat.S_ISLNK(entry.external_attr >> 16):
        raise RefusedError("contains_link")
    if entry.is_dir() or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED} or entry.comment:
        raise RefusedError("contains_extra")
    if entry.file_size > max(RATIO_FROM_BYTES, entry.compress_size * MOST_RATIO):
        raise RefusedError("swells")
    if _has_zip64(entry.extra):
        raise RefusedError("contains_extra")
    header, name = _local(entry, stream)
    if name != entry.orig_filename.encode(_name_encoding(entry), "replace"):
        raise RefusedError("contains_names")
    _check_local(entry, header)


def _check_local(entry: ZipInfo, header: tuple[int, ...]) -> None:
    """Refuse a member that says one thing of itself and another in the directory."""
    _version, flags, method, _time, _date, checksum, packed, size, *_ = header
    if flags & _ENCRYPTED:
        raise RefusedError("contains_locked")
    told = (checksum, packed, size)
    listed = (entry.CRC, entry.compress_size, entry.file_size)
    is_told_after = flags & _TOLD_AFTER and told[1:] in {(0, 0), listed[1:], (_ZIP64_SIZE,) * 2}
    if method != entry.compress_type or (told != listed and not is_told_after):
        raise RefusedError("broken_file")
    if method == ZIP_STORED and entry.compress_size != entry.file_size:
        raise RefusedError("broken_file")


def _name_encoding(entry: ZipInfo) -> str:
    return "utf-8" if entry.flag_bits & 0x800 else "cp437"


def _local(entry: ZipInfo, stream: IO[bytes]) -> tuple[tuple[int, ...], bytes]:
    """Return what stands before the member itself; some readers go by that alone."""
    try:
        stream.seek(entry.header_offset)
        header = stream.read(_LOCAL.size)
        mark, *rest = _LOCAL.unpack(header)
    except (OSError, ValueError, struct.error) as error:
        raise RefusedError("broken_file") from error
    if mark != _LOCAL_MARK:
        raise RefusedError("broken_file")
    return tuple(rest), stream.read(rest[-2])


def _has_zip64(extra: bytes) -> bool:
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, position)
        if kind == _ZIP64:
            return True
        position += 4 + length
    return False
