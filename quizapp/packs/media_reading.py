"""The pictures and sounds of a pack's folder, and what is wrong with them, each at its place."""

from collections.abc import Collection, Iterator, MutableMapping, Sequence
from pathlib import PurePath
from typing import Final

from quizapp.packs.media import (
    EXTENSIONS,
    MOST_BYTES_IN_ALL,
    extension_of,
    fault_in,
    is_broken,
    is_misnamed,
)
from quizapp.packs.source import PackFolder, RefusedError
from quizapp.packs.svg import SvgError, clean_svg
from quizapp.packs.yaml_format import YamlPack
from quizapp.packs.yaml_tree import At
from quizapp.questions.codec_fields import warning
from quizapp.questions.codec_mistakes import Mistake
from quizapp.questions.kinds import Question, images_of
from quizapp.questions.picture_checks import picture_places

_TOLD: Final = 5
"""So many names of files are enough to know which are meant."""


def take_media(folder: PackFolder, found: YamlPack, files: MutableMapping[str, bytes]) -> None:
    """Read what the pack declares or uses; anything else in the folder is left alone."""
    declared = {medium.name for medium in found.media}
    used = {name for one in found.decoded if one.draft for name in images_of(one.draft)}
    for name in sorted(declared - set(folder.media)):
        _note(found, name, Mistake(code="no_picture", fields={"file": name}))
    _take_all(folder, found, files, sorted((declared | used) & set(folder.media)))
    for position, decoded in enumerate(found.decoded):
        if decoded.draft:
            found.note_question(position, undeclared(decoded.draft, declared, files))
    for name in sorted(declared & files.keys() - used):
        _note(found, name, warning("medium_unused", file=name))
    _note_left_lying(folder, found, declared | used)


def undeclared(
    question: Question, declared: Collection[str], there: Collection[str]
) -> Iterator[Mistake]:
    """Return each picture of a question that is there, but whose origin nobody has written."""
    for path, name in picture_places(question):
        if name in there and name not in declared:
            yield warning("picture_undeclared", *path, file=name)


def _take_all(
    folder: PackFolder, found: YamlPack, files: MutableMapping[str, bytes], names: Sequence[str]
) -> None:
    total = 0
    for name in names:
        total += folder.media[name]
        if total > MOST_BYTES_IN_ALL:
            limit = MOST_BYTES_IN_ALL // (1024 * 1024)
            found.note_at(At(0, 0), Mistake(code="unpacked_too_big", fields={"limit": limit}))
            files.clear()
            return
        _take(folder, found, files, name)


def _take(
    folder: PackFolder, found: YamlPack, files: MutableMapping[str, bytes], name: str
) -> None:
    try:
        content = folder.medium(name)
    except RefusedError as refused:
        _note(found, name, Mistake(code=refused.code, fields=refused.fields))
        return
    harmless = _harmless(content)
    if fault := fault_in(content) or ("" if harmless else "media_type"):
        _note(found, name, Mistake(code=fault, fields={"file": name}))
        return
    if is_broken(content):
        _note(found, name, warning("picture_broken", file=name))
    elif is_misnamed(name, content):
        ending = extension_of(content)
        _note(found, name, warning("medium_misnamed", file=name, ending=ending))
    files[name] = harmless


def _harmless(content: bytes) -> bytes:
    """Return a medium as the program uses it: drawings without what could run or fetch.

    Nothing is left of what is no drawing.
    """
    if extension_of(content) != "svg":
        return content
    try:
        return clean_svg(content)
    except SvgError:
        return b""


def _note_left_lying(folder: PackFolder, found: YamlPack, known: set[str]) -> None:
    names = sorted(
        name
        for name in set(folder.media) - known
        if PurePath(name).suffix.casefold().removeprefix(".") in EXTENSIONS
    )
    if names:
        said = ", ".join(names[:_TOLD]) + (" …" if len(names) > _TOLD else "")
        at = next((node.start for node in found.media_nodes.values()), At(0, 0))
        found.note_at(at, warning("media_left_lying", files=said))


def _note(found: YamlPack, name: str, mistake: Mistake) -> None:
    """Note what is wrong with a file where the pack declares it, or else where it is used."""
    node = found.media_nodes.get(name)
    if node is not None:
        found.note_at(node.start, mistake)
        return
    for position, decoded in enumerate(found.decoded):
        for path, used in picture_places(decoded.draft) if decoded.draft else ():
            if used == name:
                found.note_question(position, [mistake.moved(path)])
                return
    found.note_at(At(0, 0), mistake)
