"""Names inside a ``.quizpack``, and its manifest ⇄ values."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from quizapp.base.ids import PackId, QuestionId, is_pack_id, is_question_id
from quizapp.packs.manifest import MOST_VERSIONS, is_file_name, read_language, read_previous
from quizapp.packs.source import RefusedError
from quizapp.questions.codec_fields import Fields, clean, wrong_address
from quizapp.questions.codec_mistakes import Mistake, Plain, has_error
from quizapp.questions.kinds import images_of
from quizapp.questions.pack import Author, Manifest, Medium, Pack, Passage

MIMETYPE: Final = "mimetype"
TYPE: Final = b"application/vnd.quizapp.quizpack+zip"
MANIFEST: Final = "quizpack.json"
QUESTIONS: Final = "spoergsmaal.jsonl"
SOURCE: Final = "kilde/pakke.yaml"
MEMBER: Final = re.compile(
    r"mimetype|quizpack\.json|spoergsmaal\.jsonl|kilde/pakke\.yaml"
    r"|media/[0-9a-f]{64}\.(?:png|jpg|webp|gif|svg|mp3|ogg|opus|m4a|wav)"
)
FORMAT: Final = "quizpack"
MAJOR: Final = 1
VERSION: Final = "1.0"
PICTURES_VERSION: Final = "1.1"
"""What a pack says that has pictures at options or explanations; others stay as they were."""
MIN_APP: Final = "0.1.0"
APP: Final = "0.1.0"
"""The version of this program, as pyproject.toml has it."""
MOST_ROWS: Final = 20_000


def manifest_fields(pack: Pack, members: Mapping[str, str]) -> dict[str, Plain]:
    """Write what a pack says of itself; ``members`` maps a medium's name to its member."""
    manifest = pack.manifest
    return {
        "format": FORMAT,
        "format_version": PICTURES_VERSION if _has_new_pictures(pack) else VERSION,
        "min_app": MIN_APP,
        "id": manifest.id,
        "version": manifest.version,
        "forrige": manifest.previous,
        "title": manifest.title,
        "description": manifest.description,
        "language": manifest.language,
        "subject": manifest.subject,
        "level": manifest.level,
        "authors": [
            {"name": one.name, "place": one.place, "url": one.url} for one in manifest.authors
        ],
        "license": manifest.license,
        "reading_text": manifest.reading_text,
        "marking": manifest.marking,
        "retired": [*manifest.retired],
        "created": manifest.created,
        "updated": manifest.updated,
        "attributions": [_attribution(medium) for medium in pack.media],
        "passages": [
            {"mark": one.mark, "heading": one.heading, "body": one.body} for one in pack.passages
        ],
        "media": dict(members),
    }


def _has_new_pictures(pack: Pack) -> bool:
    return any(images_of(one) not in ((), (one.image,)) for one in pack.questions)


def _attribution(medium: Medium) -> dict[str, Plain]:
    return {
        "file": medium.name,
        "title": medium.title,
        "creator": medium.creator,
        "source": medium.source,
        "license": medium.license,
        "changes": medium.changes,
        "alt": medium.alt,
    }


def read_manifest(fields: Mapping[str, Plain]) -> tuple[Manifest, list[Mistake]]:
    """Read what a pack says of itself; fields of later minor versions are passed over."""
    reader = Fields(fields, "missing_field")
    manifest = Manifest(
        id=PackId(reader.required_text("id")),
        title=reader.required_text("title"),
        version=reader.whole("version", 1, MOST_VERSIONS) or 1,
        language=read_language(reader, "language"),
        description=reader.text("description"),
        subject=reader.text("subject"),
        level=reader.text("level"),
        authors=tuple(
            Author(name=name, place=place, url=url)
            for name, place, url in _rows(fields, "authors", ("name", "place", "url"))
        ),
        license=reader.text("license"),
        reading_text=reader.text("reading_text"),
        marking=reader.text("marking"),
        retired=tuple(QuestionId(text) for text in reader.texts("retired")),
        previous=read_previous(reader),
        created=reader.day("created"),
        updated=reader.day("updated"),
    )
    if not reader.has("version"):
        reader.missing("version")
    if manifest.id and not is_pack_id(manifest.id):
        reader.note("bad_pack_id", "id", value=manifest.id)
    for i, text in enumerate(manifest.retired):
        if not is_question_id(text):
            reader.note("bad_id", "retired", i, value=text)
    for author in manifest.authors:
        reader.mistakes += wrong_address(author.url, "authors") if author.url else ()
    if manifest.reading_text and not is_file_name(manifest.reading_text):
        reader.note("bad_file_name", "reading_text", file=manifest.reading_text)
    return manifest, reader.mistakes


def read_media(fields: Mapping[str, Plain]) -> tuple[Medium, ...]:
    """Read titles and origins of the media."""
    return tuple(
        Medium(
            name=name,
            title=title,
            creator=creator,
            source=source,
            license=license_name,
            changes=changes,
            alt=alt,
        )
        for name, title, creator, source, license_name, changes, alt in _rows(
            fields,
            "attributions",
            ("file", "title", "creator", "source", "license", "changes", "alt"),
        )
    )


def read_passages(fields: Mapping[str, Plain]) -> tuple[Passage, ...]:
    """Read the passages of the reading text."""
    passages = tuple(
        Passage(mark=mark, heading=heading, body=body)
        for mark, heading, body in _rows(fields, "passages", ("mark", "heading", "body"))
    )
    if len({one.mark for one in passages}) != len(passages):
        raise RefusedError("broken_file")
    return passages


def read_members(fields: Mapping[str, Plain], key: str) -> dict[str, Plain]:
    """Return a mapping inside the manifest, its names as the program holds them."""
    value = fields.get(key)
    return {clean(name): one for name, one in value.items()} if isinstance(value, dict) else {}


def _rows(fields: Mapping[str, Plain], key: str, names: tuple[str, ...]) -> Iterator[list[str]]:
    """Return the texts of each object of a list; raises ``RefusedError``."""
    value = fields.get(key, [])
    if not isinstance(value, list):
        raise RefusedError("broken_file")
    if len(value) > MOST_ROWS:
        raise RefusedError("contains_extra")
    for one in value:
        reader = Fields(one if isinstance(one, dict) else {})
        texts = [reader.text(name) for name in names]
        if has_error(reader.mistakes) or not texts[0]:
            raise RefusedError("broken_file")
        yield texts
