"""Problems tied to the pack: the field that one is about, and its repair."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizapp.base.texts import say
from quizapp.library.editing.document import Document
from quizapp.library.editing.findings import Finding, Looked, look_through
from quizapp.library.editing.parts import fields_of, key_at
from quizapp.questions.codec import decode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.picture_checks import picture_places
from quizapp.ui.editor.session import Session

_NOT_YET = frozenset(
    {"missing_key", "no_right", "few_options", "order_short", "few_pairs", "no_gap"}
)
"""What a question that has just begun lacks: said below, not in red at every field."""
_FIELD_OF = {"no_explanation": "forklaring", "no_source": "kilde", "no_gap": "tekst"}


@dataclass(frozen=True, slots=True)
class Place:
    """The question and the field that a problem is about; no question when it is about the pack."""

    uid: int | None
    key: str = ""


def place_of(document: Document, finding: Finding) -> Place:
    """Return what a problem is about, as the document is now."""
    questions = document.questions
    if finding.position is None or finding.position >= len(questions):
        name = str(finding.problem.message.fields.get("file", ""))
        shows = ((one, _key_of_picture(fields_of(one) or {}, name)) for one in questions)
        one, key = next((found for found in shows if found[1]), (None, ""))
        return _place_in_pack(finding) if one is None else Place(one.uid, key)
    one = questions[finding.position]
    return Place(one.uid, _key(document, one.uid, finding))


def _key_of_picture(fields: Mapping[str, Plain], name: str) -> str:
    draft = decode(fields).draft if name else None
    places = picture_places(draft) if draft is not None else ()
    return next((str(path[0]) for path, shown in places if shown == name), "")


def _place_in_pack(finding: Finding) -> Place:
    code, fields = finding.problem.code, finding.problem.message.fields
    return Place(None, "licens" if code == "no_licence" else str(fields.get("key", "")))


def field_problems(document: Document, uid: int, findings: Iterable[Finding]) -> dict[str, str]:
    """Return what is to be said in red at the fields of a question."""
    position = document.position(uid)
    found: dict[str, str] = {}
    for finding in findings:
        is_meant = finding.position == position and finding.is_error
        if is_meant and finding.problem.code not in _NOT_YET:
            found.setdefault(_key(document, uid, finding), _said(finding))
    return found


def mend(session: Session, finding: Finding) -> bool:
    """Carry out the repair of a problem; tell whether there was anything to mend still.

    What was found in an earlier text is found again first: its lines may have moved.
    """
    document = session.document
    if session.looked_at != document.content:
        again = look_through(document.content, session.folder, session.base.reading.name)
        same = _same(again, finding)
        if same is None:
            return False
        finding = same
    repair = finding.repair
    if repair is None:
        return False
    if repair.edit is not None:
        document.repair(repair.edit)
    elif finding.position is not None:
        uid = document.questions[finding.position].uid
        document.set_fields(uid, {"id": document.new_id()})
    return True


def _same(looked: Looked, finding: Finding) -> Finding | None:
    alike = (one for one in looked.findings if one.problem.code == finding.problem.code)
    return next((one for one in alike if one.position == finding.position), None)


def _key(document: Document, uid: int, finding: Finding) -> str:
    code, fields = finding.problem.code, finding.problem.message.fields
    if code in _FIELD_OF:
        return _FIELD_OF[code]
    if code == "missing_key":
        return str(fields.get("key", ""))
    one = document.written(uid)
    line = finding.problem.line - 1 - document.first_line(uid)
    return key_at(one, line)


def _said(finding: Finding) -> str:
    return say(finding.problem.message)
