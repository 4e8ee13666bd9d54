"""The size that pictures say they have, read without decoding them."""

import struct

import pytest

from quizapp.packs.media_size import is_too_large, pixels_of


def jpeg(*segments: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(segments)


def frame(width: int, height: int) -> bytes:
    return b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + bytes(10)


def webp(kind: bytes, content: bytes) -> bytes:
    return b"RIFF" + bytes(4) + b"WEBP" + kind + bytes(4) + content


@pytest.mark.parametrize(
    ("picture", "pixels"),
    [
        (jpeg(b"\xff\xe0" + struct.pack(">H", 4) + b"ab", frame(30, 20)), (30, 20)),
        (jpeg(b"\xff\xd0", b"\xff", frame(30, 20)), (30, 20)),
        (jpeg(b"\xff\x01", b"not a mark at all"), (0, 0)),
        (jpeg(frame(30, 20), frame(9_000, 8_000)), (9_000, 8_000)),
        (webp(b"VP8 ", bytes(6) + struct.pack("<HH", 0x4000 | 40, 50)), (40, 50)),
        (webp(b"VP8L", b"\x2f" + struct.pack("<I", 59 << 14 | 69)), (70, 60)),
        (webp(b"VP8X", bytes(4) + struct.pack("<HBHB", 79, 0, 89, 1)), (80, 65_626)),
        (b"\x89PNG\r\n\x1a\n", (0, 0)),
        (b"GIF89a" + struct.pack("<HH", 3, 4), (3, 4)),
        (b"noget andet", (0, 0)),
    ],
)
def test_the_head_of_a_picture_tells_its_size(picture: bytes, pixels: tuple[int, int]) -> None:
    assert pixels_of(picture) == pixels


def test_a_hidden_large_frame_counts() -> None:
    assert is_too_large(jpeg(frame(1, 1), frame(9_000, 8_000)))
