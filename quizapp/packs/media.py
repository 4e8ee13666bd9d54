"""Which pictures and sounds a pack may hold, told by their content."""

from pathlib import PurePath
from typing import Final

from quizapp.packs.media_size import is_cut_short, is_false_sound, is_too_large, pixels_of

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_BYTES_IN_ALL: Final = 300 * 1024 * 1024
MOST_FILES: Final = 5_000
MEDIA_FOLDER: Final = "media"
RASTERS: Final = frozenset({"png", "jpg", "gif", "webp"})
SOUNDS: Final = frozenset({"mp3", "ogg", "opus", "m4a", "wav"})
EXTENSIONS: Final = RASTERS | SOUNDS | {"svg", "jpeg"}
_SAME: Final = {"jpeg": "jpg", "oga": "ogg", "mp4": "m4a"}
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


def is_broken(content: bytes) -> bool:
    """Tell whether a picture ends before it says it does, or does not say how large it is."""
    if extension_of(content) not in RASTERS:
        return False
    return 0 in pixels_of(content) or is_cut_short(content)


def is_misnamed(name: str, content: bytes) -> bool:
    """Tell whether a file's name ends as that of another kind of file."""
    ending = PurePath(name).suffix.casefold().removeprefix(".")
    found = extension_of(content)
    is_ogg = {ending, found} <= {"ogg", "opus", "oga"}
    return bool(found) and _SAME.get(ending, ending) != found and not is_ogg


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
