"""How large a picture says it is, and whether a sound holds what it says: read before decoding."""

import re
import struct
from typing import Final

MOST_PIXELS: Final = 40_000_000
MOST_SIDE: Final = 20_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MARK: Final = 0xFF
_JPEG_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_PLAIN: Final = frozenset({0x01, *range(0xD0, 0xD9), _MARK})
_WAV_HEAD: Final = 12
_TAIL: Final = 4096
"""Some programs leave notes of their own after the end of a picture."""
_WEBP: Final = re.compile(rb"RIFF....WEBP(?P<kind>VP8[ LX])", re.DOTALL)


def is_too_large(content: bytes) -> bool:
    """Tell whether a picture would take more memory to show than a picture of a pack may."""
    width, height = pixels_of(content)
    return width * height > MOST_PIXELS or max(width, height) > MOST_SIDE


def is_false_sound(content: bytes) -> bool:
    """Tell whether a WAV file says that it holds more than it does, or holds no sound."""
    if not content.startswith(b"RIFF") or content[8:12] != b"WAVE":
        return False
    place = _WAV_HEAD
    kinds: set[bytes] = set()
    while place + 8 <= len(content):
        kind, length = struct.unpack_from("<4sI", content, place)
        if place + 8 + length > len(content):
            return True
        kinds.add(kind)
        place += 8 + length + length % 2
    return not {b"fmt ", b"data"} <= kinds


def is_cut_short(content: bytes) -> bool:
    """Tell whether a png, jpg or webp lacks its end, as one that was half copied does."""
    if content.startswith(_PNG):
        return b"IEND" not in content[-_TAIL:]
    if content.startswith(b"\xff\xd8\xff"):
        return content.rfind(b"\xff\xd9") < content.rfind(b"\xff\xda")
    if _WEBP.match(content):
        (length,) = struct.unpack_from("<I", content, 4)
        return bool(length + 8 > len(content))
    return False


def pixels_of(content: bytes) -> tuple[int, int]:
    """Return width and height of a png, jpg, gif or webp as its head says; (0, 0) for others."""
    try:
        if content.startswith(_PNG):
            return _pair(">II", content, 16)
        if content.startswith(b"\xff\xd8\xff"):
            return _jpeg(content)
        if content.startswith((b"GIF87a", b"GIF89a")):
            return _pair("<HH", content, 6)
        if found := _WEBP.match(content):
            return _webp(content, found["kind"])
    except struct.error:
        pass  # The head ends too early: no program can show it.
    return 0, 0


def _pair(form: str, content: bytes, place: int) -> tuple[int, int]:
    first, second = struct.unpack_from(form, content, place)
    return int(first), int(second)


def _jpeg(content: bytes) -> tuple[int, int]:
    """Find the largest frame; what stands in other segments is passed over."""
    place = 2
    largest = (0, 0)
    while place + 4 <= len(content):
        if content[place] != _MARK:
            break
        mark = content[place + 1]
        if mark in _JPEG_PLAIN:
            place += 1 if mark == _MARK else 2
            continue
        if mark in _JPEG_FRAMES:
            height, width = _pair(">HH", content, place + 5)
            largest = max(largest, (width, height), key=lambda size: size[0] * size[1])
        (length,) = struct.unpack_from(">H", content, place + 2)
        place += 2 + max(length, 2)
    return largest


def _webp(content: bytes, kind: bytes) -> tuple[int, int]:
    if kind == b"VP8 ":
        width, height = _pair("<HH", content, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", content, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    low_width, high_width, low_height, high_height = struct.unpack_from("<HBHB", content, 24)
    return low_width + (high_width << 16) + 1, low_height + (high_height << 16) + 1
