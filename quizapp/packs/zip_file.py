"""Zip files from strangers, read member by member within limits and never unpacked to disk."""

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
_ENCRYPTED: Final = 0x1 | 0x40
_UNIX: Final = 3
_ZIP64: Final = 0x0001
_MEGABYTE: Final = 1024 * 1024


@dataclass(slots=True)
class ZipMembers:
    """The members of an open zip by name; ``spent`` counts the bytes that came out."""

    archive: ZipFile
    stream: IO[bytes]
    infos: Mapping[str, ZipInfo] = field(default_factory=dict)
    spent: int = 0

    def read(self, name: str, limit: int) -> bytes:
        """Return a member's bytes, counted as they come; raises ``RefusedError``."""
        parts: list[bytes] = []
        size = 0
        try:
            with self.archive.open(self.infos[name]) as member:
                while part := member.read(_CHUNK):
                    size += len(part)
                    self.spent += len(part)
                    self._check(name, size, limit)
                    parts.append(part)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise RefusedError("broken_file") from error
        return b"".join(parts)

    def _check(self, name: str, size: int, limit: int) -> None:
        packed = self.infos[name].compress_size
        is_bomb = size > RATIO_FROM_BYTES and size > packed * MOST_RATIO
        if self.spent > MOST_BYTES_IN_ALL or is_bomb:
            raise RefusedError("unpacked_too_big", limit=MOST_BYTES_IN_ALL // _MEGABYTE)
        if size > limit:
            raise RefusedError("file_too_big", limit=limit // _MEGABYTE)


def open_zip(path: Path) -> ZipMembers:
    """Open a zip and look at everything its directory says; raises ``RefusedError``.

    The caller closes ``archive``.
    """
    try:
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
        members.infos = _checked(archive, stream)
    except RefusedError:
        close_zip(members)
        raise
    return members


def close_zip(members: ZipMembers) -> None:
    """Let go of the file."""
    members.archive.close()
    members.stream.close()


def _checked(archive: ZipFile, stream: IO[bytes]) -> dict[str, ZipInfo]:
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise RefusedError("too_many_files", limit=MOST_FILES)
    if archive.comment:
        raise RefusedError("contains_extra")
    found: dict[str, ZipInfo] = {}
    for info in infos:
        if info.filename.casefold() in found:
            raise RefusedError("contains_names")
        _check_member(info, stream)
        found[info.filename.casefold()] = info
    if sum(info.file_size for info in infos) > MOST_BYTES_IN_ALL:
        raise RefusedError("unpacked_too_big", limit=MOST_BYTES_IN_ALL // _MEGABYTE)
    return {info.filename: info for info in infos}


def _check_member(info: ZipInfo, stream: IO[bytes]) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise RefusedError("contains_locked")
    if info.create_system == _UNIX and stat.S_ISLNK(info.external_attr >> 16):
        raise RefusedError("contains_link")
    if info.is_dir() or info.compress_type not in {ZIP_STORED, ZIP_DEFLATED} or info.comment:
        raise RefusedError("contains_extra")
    if _has_zip64(info.extra):
        raise RefusedError("contains_extra")
    if _local_name(info, stream) != info.orig_filename.encode(_name_encoding(info), "replace"):
        raise RefusedError("contains_names")


def _name_encoding(info: ZipInfo) -> str:
    return "utf-8" if info.flag_bits & 0x800 else "cp437"


def _local_name(info: ZipInfo, stream: IO[bytes]) -> bytes:
    """Return the name that stands before the member itself; some readers go by that one."""
    try:
        stream.seek(info.header_offset)
        header = stream.read(_LOCAL.size)
        mark, *_, name_length, _ = _LOCAL.unpack(header)
    except (OSError, ValueError, struct.error) as error:
        raise RefusedError("broken_file") from error
    if mark != _LOCAL_MARK:
        raise RefusedError("broken_file")
    return stream.read(name_length)


def _has_zip64(extra: bytes) -> bool:
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, position)
        if kind == _ZIP64:
            return True
        position += 4 + length
    return False
