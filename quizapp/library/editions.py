"""Editions of one pack: which line of versions a file goes on, and a copy that stands beside."""

from dataclasses import dataclass, replace
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.bank.values import PackRecord
from quizapp.base.ids import PACK_ID_LENGTH, PackId
from quizapp.library.forms import read_manifest
from quizapp.questions.pack import Manifest, Pack

# A version further on than the next may not name ours; this share of ours must be in it unchanged.
SHARE_KEPT: Final = 0.5

_BESIDE: Final = ".udgave-"
_SHA_DIGITS: Final = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A file's pack, its content hash, and the share of our questions that it has as they were."""

    pack: Pack
    sha: str
    kept_share: float


def is_other_edition(reader: Reader, was: PackRecord, found: Found) -> bool:
    """Say whether the chain of versions fails to lead back to what the bank has had.

    A version names the one it was built from. Where it names none, other authors tell; whoever
    skipped a version does not know the name, and then the share that was kept tells.
    """
    theirs = found.pack.manifest
    if _goes_on(reader, was, found.pack, found.sha):
        return False
    if _has_other_authors(read_manifest(was.manifest), theirs):
        return True
    if not theirs.previous:
        return False
    return theirs.version <= was.version + 1 or found.kept_share < SHARE_KEPT


def where_it_goes_on(reader: Reader, pack: Pack, sha: str) -> Pack:
    """Return the pack under the id of the copy whose line it goes on, else as it is.

    A copy was kept beside the pack of that id (»Behold begge«); the line of the first comes first.
    """
    first = reader.pack(pack.manifest.id)
    if first is None or _goes_on(reader, first, pack, sha):
        return pack
    for copy in reader.packs_beginning(_stem(first.key)):
        if _goes_on(reader, copy, pack, sha):
            return _under(copy.key, pack, first)
    return pack


def beside(pack: Pack, first: PackRecord, sha: str) -> Pack:
    """Return the pack as a copy with an id of its own, named so that it is told from the first."""
    return _under(PackId(f"{_stem(first.key)}{sha[:_SHA_DIGITS]}"), pack, first)


def author_of(pack: Pack) -> str:
    """Return who wrote a pack, its title where it does not say."""
    names = ", ".join(author.name for author in pack.manifest.authors)
    return names or pack.manifest.title


def _under(key: PackId, pack: Pack, first: PackRecord) -> Pack:
    manifest = pack.manifest
    is_other = _has_other_authors(read_manifest(first.manifest), manifest)
    by = author_of(pack) if is_other else f"version {manifest.version}"
    return replace(pack, manifest=replace(manifest, id=key, title=f"{manifest.title} ({by})"))


def _stem(key: PackId) -> str:
    room = PACK_ID_LENGTH - len(_BESIDE) - _SHA_DIGITS
    return key[:room].rstrip(".-") + _BESIDE


def _goes_on(reader: Reader, record: PackRecord, pack: Pack, sha: str) -> bool:
    return record.content_sha == sha or pack.manifest.previous in _line(reader, record)


def _line(reader: Reader, record: PackRecord) -> frozenset[str]:
    """Return the hashes of every version of a pack that was here."""
    return reader.known_shas(record.pack_id) | {record.content_sha}


def _has_other_authors(ours: Manifest, theirs: Manifest) -> bool:
    names = [{author.name.casefold() for author in one.authors} for one in (ours, theirs)]
    return all(names) and names[0].isdisjoint(names[1])
