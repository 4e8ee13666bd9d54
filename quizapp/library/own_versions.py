"""»Min udgave«: the learner's own version of a question, written, taken back and undone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from quizapp.bank.bank import Bank, Transaction
from quizapp.bank.question_writes import Placed
from quizapp.bank.values import Body, QuestionRecord
from quizapp.base.errors import QuizappError
from quizapp.library.editing.form_shapes import ANSWER
from quizapp.library.editing.option_pictures import followed
from quizapp.library.forms import question_form
from quizapp.library.own_texts import OwnTexts
from quizapp.questions.cards import slots_of
from quizapp.questions.codec import decode, encode
from quizapp.questions.codec_hash import meaning_sha
from quizapp.questions.codec_mistakes import Plain, Severity
from quizapp.questions.kinds import Kind, Question
from quizapp.questions.stored import read_stored


class OwnVersionRefusedError(QuizappError):
    """What was written is no question that can be asked; says what is wrong."""

    family = "packs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """A question as it is asked and as the pack has it."""

    asked: OwnTexts
    packed: OwnTexts
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDone:
    """What ``undo_own`` takes back: what was asked before, and the rows that came since."""

    question: int
    asked: Body
    base_revision_id: int | None
    newest_revision: int
    events: tuple[UUID, ...]


def versions_of(bank: Bank, question: int) -> Versions:
    """Return both versions of a question; raises ``KeyError`` when it is unknown."""
    with bank.read() as reader:
        record = reader.question_record(question)
    return Versions(
        asked=_texts(record.asked_body),
        packed=_texts(record.body),
        is_own=record.own is not None,
    )


def keep_own(bank: Bank, question: int, texts: OwnTexts, at: datetime, study_day: int) -> OwnDone:
    """Ask a question in the learner's own words from now on; what she learnt is kept.

    Where the right answer is another, it is asked again today. Words that are the pack's are the
    pack's version. Raises ``OwnVersionRefusedError`` for what cannot be asked.
    """
    with bank.transaction() as tx:
        record = tx.question_record(question)
        own = _written(record.asked_body, texts)
        return _ask(tx, record, own, at, study_day)


def ask_as_packed(bank: Bank, question: int, at: datetime, study_day: int) -> OwnDone:
    """Ask a question as the pack has it again."""
    with bank.transaction() as tx:
        record = tx.question_record(question)
        return _ask(tx, record, read_stored(record.body), at, study_day)


def undo_own(bank: Bank, done: OwnDone, at: datetime) -> None:
    """Take back what ``keep_own`` or ``ask_as_packed`` did."""
    with bank.transaction() as tx:
        record = tx.question_record(done.question)
        tx.ask(_placed(record, read_stored(done.asked)), done.base_revision_id)
        tx.drop_revisions_since(done.question, done.newest_revision)
        for event in done.events:
            tx.retract_event(event, at)


def _ask(
    tx: Transaction, record: QuestionRecord, question: Question, at: datetime, study_day: int
) -> OwnDone:
    newest = tx.newest_revision()
    is_packed = encode(question) == encode(read_stored(record.body))
    tx.ask(_placed(record, question), None if is_packed else record.revision_id)
    events: list[UUID] = []
    if meaning_sha(question) != meaning_sha(read_stored(record.asked_body)):
        events = tx.ask_again_today(record.question_id, at, study_day)
    return OwnDone(
        question=record.question_id,
        asked=record.asked_body,
        base_revision_id=None if record.own is None else record.revision_id,
        newest_revision=newest,
        events=tuple(events),
    )


def _placed(record: QuestionRecord, question: Question) -> Placed:
    form = question_form(question, record.position)
    return Placed(record.question_id, form, hidden_at=record.hidden_at)


def _written(asked: Body, texts: OwnTexts) -> Question:
    """Return the question in her words."""
    changes = {key: said for key, said in texts.answers.items() if said != asked.get(key)}
    fields = dict(asked) | {
        _prompt_key(asked): texts.prompt.strip(),
        "hint": texts.hint.strip(),
        "forklaring": texts.explanation.strip(),
        **followed(asked, changes),
    }
    decoded = decode({name: value for name, value in fields.items() if value not in ("", None, [])})
    if decoded.question is None:
        first = next(one for one in decoded.mistakes if one.severity == Severity.ERROR)
        raise OwnVersionRefusedError(first.code, **first.fields)
    if slots_of(decoded.question) != slots_of(read_stored(asked)):
        # Each gap is asked by itself then: another number of them would be other cards.
        raise OwnVersionRefusedError("own_gaps")
    return decoded.question


def _texts(body: Body) -> OwnTexts:
    kind = Kind(str(body["type"]))
    return OwnTexts(
        kind=kind,
        prompt=_text(body, _prompt_key(body)),
        answers={one.key: body[one.key] for one in ANSWER[kind] if one.key in body},
        hint=_text(body, "hint"),
        explanation=_text(body, "forklaring"),
    )


def _prompt_key(body: Body) -> str:
    return "forside" if body["type"] == Kind.FLASHCARD.value else "spørgsmål"


def _text(body: Body, key: str) -> str:
    value: Plain = body.get(key)
    return "" if value is None else str(value)
