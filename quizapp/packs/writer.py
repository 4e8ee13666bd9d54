"""A pack → a folder of files, in a stable order."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from quizapp.packs.media import MEDIA_FOLDER
from quizapp.packs.reading_text import write_reading_text
from quizapp.packs.source import PACK_FILE
from quizapp.packs.whole_file import write_folder
from quizapp.packs.yaml_format import write_yaml
from quizapp.questions.pack import Pack

READING_TEXT: Final = "tekst.md"


def write_pack(pack: Pack, folder: Path) -> None:
    """Write ``pakke.yaml``, the reading text and the media into a folder, which may exist.

    Raises ``OSError`` where the folder cannot be written; nothing is changed then.
    """
    whole = with_reading_text(pack)
    manifest = whole.manifest
    files = {PACK_FILE: write_yaml(whole).encode()}
    if manifest.reading_text:
        files[manifest.reading_text] = write_reading_text(manifest.title, whole.passages).encode()
    for name, content in sorted(whole.files.items()):
        files[f"{MEDIA_FOLDER}/{name}"] = content
    write_folder(folder, files)


def with_reading_text(pack: Pack) -> Pack:
    """Return the pack with a name for its reading text, if it has passages."""
    if pack.passages and not pack.manifest.reading_text:
        return replace(pack, manifest=replace(pack.manifest, reading_text=READING_TEXT))
    return pack
