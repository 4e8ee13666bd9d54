"""What a pack says of itself and of its media ⇄ fields with pakke.yaml's keys."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from quizapp.base.ids import PackId, QuestionId, is_pack_id, is_question_id
from quizapp.questions.codec_fields import Fields, warning
from quizapp.questions.codec_keys import without_empty
from quizapp.questions.codec_mistakes import Mistake, Plain, Remedy, Remove, SetValue
from quizapp.questions.pack import Author, Manifest, Medium

KEYS: Final = (
    "id",
    "titel",
    "version",
    "sprog",
    "beskrivelse",
    "fag",
    "niveau",
    "forfattere",
    "licens",
    "læsetekst",
    "bedømmelse",
    "udgåede",
    "forrige",
    "oprettet",
    "opdateret",
)
AUTHOR_KEYS: Final = ("navn", "sted", "url")
MEDIUM_KEYS: Final = ("titel", "skaber", "kilde", "licens", "ændringer", "alt")
MOST_SHOWN: Final = 40
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DANISH: Final = frozenset({"dansk", "danish", "dk", "dan.", "da.", "dansk."})
_HASH: Final = re.compile(r"[0-9a-f]{32,64}")
MOST_VERSIONS: Final = 1_000_000
FILE_NAME: Final = re.compile(r"[^\x00-\x1f/\\:*?\"<>|.][^\x00-\x1f/\\:*?\"<>|]{0,119}")
_ENDS_BADLY: Final = (".", " ")
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever stands after the point."""
_TURNS: Final = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def is_file_name(text: str) -> bool:
    """Tell whether a text names a file in the folder itself, on every system."""
    is_named = FILE_NAME.fullmatch(text) is not None and not text.endswith(_ENDS_BADLY)
    return is_named and not _DEVICE.fullmatch(text) and not _TURNS.search(text)


def decode_manifest(fields: Mapping[str, Plain]) -> tuple[Manifest, list[Mistake]]:
    """Read what stands under ``pakke``; usable only if none of the mistakes is an error."""
    reader = Fields(fields, "missing_field")
    reader.refuse_unknown(KEYS, ())
    manifest = Manifest(
        id=_pack_id(reader),
        title=reader.required_text("titel"),
        version=reader.whole("version", 1, MOST_VERSIONS) or 1,
        language=read_language(reader),
        description=reader.text("beskrivelse"),
        subject=reader.text("fag"),
        level=reader.text("niveau"),
        authors=_authors(reader),
        license=reader.text("licens"),
        reading_text=_reading_text(reader),
        marking=reader.text("bedømmelse"),
        retired=_retired(reader),
        previous=read_previous(reader),
        created=reader.day("oprettet"),
        updated=reader.day("opdateret"),
    )
    if not reader.has("version"):
        reader.missing("version")
    reader.note_empty(KEYS)
    if not manifest.license:
        reader.mistakes.append(warning("no_licence"))
    return manifest, reader.mistakes


def encode_manifest(manifest: Manifest) -> dict[str, Plain]:
    """Write a manifest as fields; what is empty is left out."""
    return without_empty(
        {
            "id": manifest.id,
            "titel": manifest.title,
            "version": manifest.version,
            "sprog": manifest.language,
            "beskrivelse": manifest.description,
            "fag": manifest.subject,
            "niveau": manifest.level,
            "forfattere": [
                without_empty({"navn": one.name, "sted": one.place, "url": one.url})
                for one in manifest.authors
            ],
            "licens": manifest.license,
            "læsetekst": manifest.reading_text,
            "bedømmelse": manifest.marking,
            "udgåede": [*manifest.retired],
            "forrige": manifest.previous,
            "oprettet": manifest.created,
            "opdateret": manifest.updated,
        }
    )


def decode_medium(name: str, fields: Mapping[str, Plain]) -> tuple[Medium, list[Mistake]]:
    """Read what stands under one file of ``medier``."""
    reader = Fields(fields, "missing_field")
    reader.refuse_unknown(MEDIUM_KEYS, ())
    medium = Medium(
        name=name,
        title=reader.text("titel"),
        creator=reader.text("skaber"),
        source=reader.text("kilde"),
        license=reader.text("licens"),
        changes=reader.text("ændringer"),
        alt=reader.text("alt"),
    )
    if not is_file_name(name):
        reader.note("bad_file_name", file=name)
    for what, said in (
        ("creator", medium.creator),
        ("source", medium.source),
        ("license", medium.license),
        ("alt", medium.alt),
    ):
        if not said:
            reader.mistakes.append(warning(f"picture_without_{what}", file=name))
    return medium, reader.mistakes


def encode_medium(medium: Medium) -> dict[str, Plain]:
    """Write title, origin and alt text of a medium as fields."""
    return without_empty(
        {
            "titel": medium.title,
            "skaber": medium.creator,
            "kilde": medium.source,
            "licens": medium.license,
            "ændringer": medium.changes,
            "alt": medium.alt,
        }
    )


def _pack_id(reader: Fields) -> PackId:
    text = reader.required_text("id")
    if text and not is_pack_id(text):
        reader.note("bad_pack_id", "id", value=text)
    return PackId(text)


def _authors(reader: Fields) -> tuple[Author, ...]:
    value = reader.value("forfattere")
    if not isinstance(value, list | tuple):
        reader.texts("forfattere")
        return ()
    return tuple(_author(reader, one, i) for i, one in enumerate(value))


def _author(reader: Fields, value: Plain, index: int) -> Author:
    if not isinstance(value, dict):
        return Author(name=reader.text_at(value, "forfattere", index))
    inner = Fields(value, "missing_field")
    inner.refuse_unknown(AUTHOR_KEYS, ())
    author = Author(
        name=inner.required_text("navn"), place=inner.text("sted"), url=inner.address("url")
    )
    reader.mistakes += [one.moved(("forfattere", index, *one.path)) for one in inner.mistakes]
    return author


def read_language(reader: Fields, key: str = "sprog") -> str:
    """Return the code of a pack's language, Danish where it says none."""
    text = reader.text(key)
    if text and not _LANGUAGE.fullmatch(text):
        remedy = Remedy("change_to", SetValue("da"), {"near": "da"})
        is_danish = text.casefold() in _DANISH
        found = Mistake(code="bad_language", path=(key,), fields={"value": text[:MOST_SHOWN]})
        reader.mistakes.append(replace(found, remedy=remedy if is_danish else None))
    return text or "da"


def read_previous(reader: Fields) -> str:
    """Return the hash of the version before."""
    text = reader.text("forrige")
    if text and not _HASH.fullmatch(text):
        reader.note("bad_previous", "forrige")
    return text


def _reading_text(reader: Fields) -> str:
    name = reader.text("læsetekst")
    if name and not is_file_name(name):
        reader.note("bad_file_name", "læsetekst", file=name)
        return ""
    return name


def _retired(reader: Fields) -> tuple[QuestionId, ...]:
    texts = reader.texts("udgåede")
    seen: set[str] = set()
    for i, text in enumerate(texts):
        if text and not is_question_id(text):
            reader.note("bad_id", "udgåede", i, value=text)
        elif text in seen:
            remedy = Remedy("remove_one", Remove())
            twice = warning("retired_twice", "udgåede", i, id=text)
            reader.mistakes.append(replace(twice, remedy=remedy))
        seen.add(text)
    return tuple(QuestionId(text) for text in texts)
