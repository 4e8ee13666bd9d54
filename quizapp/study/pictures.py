"""The pictures and sounds of an installed pack: their files, and what the pack says of them."""

from collections.abc import Mapping
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.packs.manifest import decode_medium
from quizapp.study.flow import Picture
from quizapp.study.shown import FindPicture

_MEDIA: Final = "medier"


def pictures_in(reader: Reader, pack_id: int, manifest: Mapping[str, object]) -> FindPicture:
    """Return what finds the pictures of a pack while the bank is being read."""
    media = manifest.get(_MEDIA)

    def find(name: str) -> Picture | None:
        path = reader.media_path(pack_id, name)
        if path is None:
            return None
        said = media.get(name) if isinstance(media, Mapping) else None
        medium, _mistakes = decode_medium(name, said if isinstance(said, dict) else {})
        return Picture(path, medium)

    return find
