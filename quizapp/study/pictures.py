"""The pictures and sounds of an installed pack: their files, and what the pack says of them."""

from collections.abc import Mapping
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.base.ids import PackId
from quizapp.packs.manifest import decode_medium
from quizapp.questions.kinds import Question, images_of
from quizapp.study.flow import Picture, Shown
from quizapp.study.shown import FindPicture, with_pictures

_MEDIA: Final = "medier"


def pictures_shown(reader: Reader, pack: PackId, question: Question) -> Shown:
    """Return the pictures of a question of an installed pack, and nothing else of it."""
    if not images_of(question):
        return Shown()
    record = reader.pack(pack)
    if record is None:
        return Shown()
    find = pictures_in(reader, record.pack_id, record.manifest)
    return with_pictures(Shown(), question, find)


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
