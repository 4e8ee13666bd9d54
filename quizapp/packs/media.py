"""Which pictures and sounds a pack may hold, told by their content."""

from typing import Final

from quizapp.packs.media_size import is_false_sound, is_too_large

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_BYTES_IN_ALL: Final = 300 * 1024 * 1024
MOST_FILES: Final = 5_000
MEDIA_FOLDER: Final = "media"
_HEAD: Final = 512
_RIFF: Final = {b"WEBP": "webp", b"WAVE": "wav"}
_STARTS: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"ID3", "mp3"),
    (b"\xff\xfb", "mp3"),
    (b"\xff\xf3", "mp3"),
    (b"\xff\xf2", "mp3"),
)


def fault_in(content: bytes) -> str:
    """Return the code of what keeps a picture or sound out of a pack, or ``""``."""
    if not extension_of(content):
        return "media_type"
    if is_too_large(content):
        return "picture_too_large"
    return "false_sound" if is_false_sound(content) else ""


def extension_of(content: bytes) -> str:
    """Return the extension that suits a picture or sound, or ``""`` for anything else."""
    for start, extension in _STARTS:
        if content.startswith(start):
            return extension
    if content.startswith(b"RIFF"):
        return _RIFF.get(content[8:12], "")
    if content.startswith(b"OggS"):
        return "opus" if b"OpusHead" in content[:_HEAD] else "ogg"
    if content[4:8] == b"ftyp":
        return "m4a" if content[8:11] in {b"M4A", b"mp4", b"iso"} else ""
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    is_svg = head.startswith(b"<svg") or (head.startswith(b"<?xml") and b"<svg" in head)
    return "svg" if is_svg else ""
