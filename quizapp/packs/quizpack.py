"""A pack as one file: built the same byte for byte everywhere, read as a stranger's."""

import hashlib
import io
import re
from collections import Counter
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from quizapp.base.texts import Message
from quizapp.packs.editions import LINE_END, pack_content_sha, question_lines
from quizapp.packs.media import MOST_BYTES, extension_of, fault_in
from quizapp.packs.problems import Problem
from quizapp.packs.quizpack_words import (
    APP,
    FORMAT,
    MAJOR,
    MANIFEST,
    MEMBER,
    MIMETYPE,
    MIN_APP,
    QUESTIONS,
    SOURCE,
    TYPE,
    manifest_fields,
    read_manifest,
    read_media,
    read_members,
    read_passages,
)
from quizapp.packs.source import RefusedError
from quizapp.packs.strict_json import JsonError, read_object
from quizapp.packs.svg import is_clean_svg
from quizapp.packs.yaml_format import MOST_QUESTIONS
from quizapp.packs.zip_file import ZipMembers, close_zip, open_zip
from quizapp.questions.checks import Surroundings, check_question, repeated_ids
from quizapp.questions.codec import decode
from quizapp.questions.codec_hash import canonical_json
from quizapp.questions.codec_mistakes import Mistake, Plain, Severity
from quizapp.questions.kinds import Question, kind_of
from quizapp.questions.pack import Pack

QUIZPACK: Final = ".quizpack"
DATE: Final = (1980, 1, 1, 0, 0, 0)
MOST_MANIFEST_BYTES: Final = 20 * 1024 * 1024
MOST_QUESTION_BYTES: Final = 40 * 1024 * 1024
_VERSION: Final = re.compile(r"\d{1,6}(?:\.\d{1,6}){1,2}")
_MODE: Final = 0o100644 << 16
_UNIX: Final = 3


def build_quizpack(pack: Pack) -> bytes:
    """Return the bytes of a pack's single file.

    Members are stored, not deflated: what deflate gives depends on the machine's zlib.
    """
    lines = question_lines(pack)
    members = {name: _member_of(content) for name, content in sorted(pack.files.items())}
    contents = {members[name]: content for name, content in pack.files.items()}
    contents[QUESTIONS] = lines
    fields = manifest_fields(pack, members) | {
        "counts": _counts(pack),
        "content_sha256": pack_content_sha(pack),
        "files": {
            name: {"sha256": _sha(content), "size": len(content)}
            for name, content in contents.items()
        },
    }
    contents[MANIFEST] = canonical_json(fields) + LINE_END
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, content in [(MIMETYPE, TYPE), *sorted(contents.items())]:
            entry = ZipInfo(name, DATE)
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            archive.writestr(entry, content)
    return stream.getvalue()


def _counts(pack: Pack) -> dict[str, Plain]:
    """Return how many questions there are of each kind."""
    return dict(Counter(kind_of(one).value for one in pack.questions))


def read_quizpack(
    path: Path, files: MutableMapping[str, bytes] | None = None
) -> tuple[Pack | None, tuple[Problem, ...]]:
    """Read a single file; the problems of its questions are placed by line of the question list.

    Media are put into ``files``, which become the pack's.
    """
    try:
        members = open_zip(path)
    except RefusedError as refused:
        return None, (_refusal(path, refused),)
    try:
        return _read(path, members, {} if files is None else files)
    except RefusedError as refused:
        return None, (_refusal(path, refused),)
    finally:
        close_zip(members)


def is_quizpack(path: Path) -> bool:
    """Tell by its first bytes whether a file is a zip that says it is a pack."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return stream.read(_HEAD)[_NAME_AT:].startswith(MIMETYPE.encode() + TYPE)
    except OSError:
        return False


_NAME_AT: Final = 30
_HEAD: Final = _NAME_AT + len(MIMETYPE) + len(TYPE)


def _read(
    path: Path, members: ZipMembers, files: MutableMapping[str, bytes]
) -> tuple[Pack | None, tuple[Problem, ...]]:
    fields = _manifest(members)
    written = _take_members(members, fields, files)
    manifest, mistakes = read_manifest(fields)
    problems = [problem_of_line(path, one) for one in mistakes]
    questions, found = _questions(path, written)
    problems += found
    passages = read_passages(fields)
    around = Surroundings(
        marks=tuple(one.mark for one in passages),
        media=tuple(files),
        retired=frozenset(manifest.retired),
    )
    for number, question in enumerate(questions):
        checked = check_question(question, around) if question else []
        problems += [problem_of_line(path, one, number) for one in checked]
    for number, mistake in repeated_ids([one.id if one else "" for one in questions]):
        problems.append(problem_of_line(path, mistake, number))
    if any(one.severity is Severity.ERROR for one in problems):
        return None, tuple(problems)
    pack = Pack(
        manifest=manifest,
        questions=tuple(one for one in questions if one),
        passages=passages,
        media=read_media(fields),
        files=files,
    )
    counts = fields.get("counts", _counts(pack))
    if pack_content_sha(pack) != fields.get("content_sha256") or counts != _counts(pack):
        raise RefusedError("broken_file")
    if not {one.name for one in pack.media} <= set(files):
        raise RefusedError("broken_file")
    return pack, tuple(problems)


def _manifest(members: ZipMembers) -> dict[str, Plain]:
    names = list(members.entries)
    if names[:1] != [MIMETYPE] or members.read(MIMETYPE, len(TYPE)) != TYPE:
        raise RefusedError("not_a_quizpack")
    if not all(map(MEMBER.fullmatch, names)):
        raise RefusedError("contains_names")
    if MANIFEST not in names or QUESTIONS not in names:
        raise RefusedError("broken_file")
    fields = _object(members.read(MANIFEST, MOST_MANIFEST_BYTES))
    version = _numbered(fields.get("format_version"))
    if fields.get("format") != FORMAT or len(version) != len((MAJOR, "minor")):
        raise RefusedError("not_a_quizpack")
    wanted = fields.get("min_app", MIN_APP)
    if version[0] > MAJOR or _numbered(wanted) > _numbered(APP):
        raise RefusedError("newer_format", theirs=str(wanted or fields["format_version"])[:40])
    if not _numbered(wanted):
        raise RefusedError("broken_file")
    return fields


def _numbered(text: Plain) -> tuple[int, ...]:
    """Return the parts of a version such as 1.0, none of them if it is no version."""
    is_version = isinstance(text, str) and _VERSION.fullmatch(text)
    return tuple(map(int, text.split("."))) if is_version and isinstance(text, str) else ()


def _object(content: bytes) -> dict[str, Plain]:
    try:
        return read_object(content.decode("utf-8"))
    except (JsonError, UnicodeDecodeError) as error:
        raise RefusedError("broken_file") from error


def _take_members(
    members: ZipMembers, fields: Mapping[str, Plain], files: MutableMapping[str, bytes]
) -> bytes:
    """Put the media into ``files`` one by one and return the questions.

    What is there and not listed is refused, and so is what is listed otherwise than it is.
    """
    listed = fields.get("files")
    names = set(members.entries) - {MIMETYPE, MANIFEST, SOURCE}
    if not isinstance(listed, dict) or set(listed) != names:
        raise RefusedError("broken_file")
    called = _names_of_media(fields, names)
    questions = b""
    for name in sorted(names):
        content = members.read(name, MOST_QUESTION_BYTES if name == QUESTIONS else MOST_BYTES)
        if listed[name] != {"sha256": _sha(content), "size": len(content)}:
            raise RefusedError("broken_file")
        if name == QUESTIONS:
            questions = content
            continue
        for medium in called.get(name, ()):
            _refuse_bad_medium(medium, name, content)
            files[medium] = content
    return questions


def _names_of_media(fields: Mapping[str, Plain], names: set[str]) -> dict[str, list[str]]:
    """Return what the author calls each member."""
    called: dict[str, list[str]] = {}
    for name, member in read_members(fields, "media").items():
        if not isinstance(member, str) or member not in names or member == QUESTIONS:
            raise RefusedError("broken_file")
        called.setdefault(member, []).append(name)
    return called


def _refuse_bad_medium(name: str, member: str, content: bytes) -> None:
    if _member_of(content) != member:
        raise RefusedError("media_type", file=name[:40])
    if fault := fault_in(content):
        raise RefusedError(fault, file=name[:40])
    if member.endswith(".svg") and not is_clean_svg(content):
        raise RefusedError("contains_program")


def _questions(path: Path, content: bytes) -> tuple[list[Question | None], list[Problem]]:
    lines = content.split(LINE_END)
    if lines.pop() != b"" or len(lines) > MOST_QUESTIONS or not lines:
        raise RefusedError("broken_file")
    questions: list[Question | None] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines):
        decoded = decode(_object(line))
        questions.append(decoded.question)
        problems += [problem_of_line(path, one, number) for one in decoded.mistakes]
    return questions, problems


def problem_of_line(path: Path, mistake: Mistake, number: int = 0) -> Problem:
    """Return a mistake in a question as a problem at its line of the question list, from 0."""
    fields = dict(mistake.fields)
    if mistake.other is not None:
        fields["other"] = str(mistake.other + 1)
    return Problem(
        file=str(path),
        code=mistake.code,
        severity=mistake.severity,
        message=Message(f"packs.{mistake.code}", fields),
        line=number + 1,
    )


def _refusal(path: Path, refused: RefusedError) -> Problem:
    fields = {"file": path.name} | refused.fields
    message = Message(f"packs.{refused.code}", fields)
    return Problem(file=str(path), code=refused.code, severity=Severity.ERROR, message=message)


def _member_of(content: bytes) -> str:
    return f"media/{_sha(content)}.{extension_of(content)}"


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
