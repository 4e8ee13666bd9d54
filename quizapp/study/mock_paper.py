"""The paper of a mock exam read from the bank, each question as it was when the exam began."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from quizapp.bank.bank import Reader
from quizapp.bank.mocks import MockAnswer, MockRecord
from quizapp.bank.values import AskedCard
from quizapp.base.texts import Message
from quizapp.questions.answer_form import read_answer
from quizapp.questions.answers import Answer
from quizapp.questions.cards import as_asked, slots_of
from quizapp.questions.codec_hash import meaning_sha
from quizapp.questions.kinds import Question, kind_of
from quizapp.questions.stored import read_stored
from quizapp.study.flow import Asking, Progress
from quizapp.study.marking import marking_of
from quizapp.study.mock_values import Paper, Running, Sheet
from quizapp.study.pictures import pictures_in
from quizapp.study.preferences import Preferences
from quizapp.study.recording import Posed
from quizapp.study.shown import shown_of, with_pictures

MS: Final = 1000
TITLE: Final = "title"
EXAM: Final = "exam"
SET_ASIDE: Final = "set_aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One position of a mock exam: what was asked, and what was answered (None for a blank).

    ``is_current`` says that the right answer is still the one the question had then.
    """

    stored: MockAnswer
    posed: Posed
    answer: Answer | None
    is_current: bool


def items_of(reader: Reader, mock: MockRecord, preferences: Preferences) -> list[Item]:
    """Return the positions of a mock exam in the order they are asked."""
    manifests = {record.pack_id: record.manifest for record in reader.packs()}
    items: list[Item] = []
    for stored in reader.mock_answers(mock.mock_id):
        now = reader.question_of(stored.card)
        asked, question = _as_it_was(reader, stored, now)
        items.append(
            Item(
                stored=stored,
                posed=Posed(
                    asked=asked,
                    question=question,
                    shown=with_pictures(
                        shown_of(question, f"{mock.seed} {asked.key} {stored.position}"),
                        question,
                        pictures_in(reader, asked.pack_id, manifests.get(asked.pack_id, {})),
                    ),
                    wordings=tuple(reader.own_wordings(asked.question_id)),
                    marking=marking_of(manifests.get(asked.pack_id, {}), preferences),
                ),
                answer=_answer_of(stored, question),
                is_current=_is_current(question, now),
            )
        )
    return items


def paper_of(reader: Reader, mock: MockRecord, preferences: Preferences) -> Paper:
    """Return a mock exam as it is shown while it is under way."""
    titles = {record.key: str(record.manifest["titel"]) for record in reader.packs()}
    items = items_of(reader, mock, preferences)
    sheets = [
        Sheet(
            asking=Asking(
                card=item.posed.asked.key,
                question=item.posed.question,
                pack_title=titles.get(item.posed.asked.key.pack, ""),
                is_new=False,
                shown=item.posed.shown,
                reason=Message("study.why.practice"),
                progress=Progress(done=place, total=len(items), seconds_left=0),
            ),
            answer=item.answer,
            is_flagged=item.stored.is_flagged,
            elapsed_ms=item.stored.elapsed_ms,
        )
        for place, item in enumerate(items)
    ]
    return Paper(
        mock_id=mock.mock_id,
        title=str(mock.blueprint.get(TITLE, "")),
        limit_s=mock.limit_s,
        sheets=tuple(sheets),
    )


def running_of(reader: Reader) -> Running | None:
    """Return the newest mock exam that was begun, not handed in and not set aside."""
    for mock in reader.mocks():
        if mock.handed_in_at is None and not mock.blueprint.get(SET_ASIDE):
            answers = reader.mock_answers(mock.mock_id)
            spent = sum(answer.elapsed_ms for answer in answers) // MS
            limit = mock.limit_s
            return Running(
                mock_id=mock.mock_id,
                title=str(mock.blueprint.get(TITLE, "")),
                exam=exam_of(mock),
                answered=sum(answer.answer is not None for answer in answers),
                asked=len(answers),
                seconds_left=None if limit is None else max(0, limit - spent),
            )
    return None


def exam_of(mock: MockRecord) -> UUID | None:
    """Return the exam that a mock exam was made for, if it was."""
    named = mock.blueprint.get(EXAM)
    return UUID(named) if isinstance(named, str) else None


def in_zone_of(at: datetime, now: datetime) -> datetime:
    """Return an instant of the bank in the learner's zone."""
    return at.astimezone(now.tzinfo)


def _as_it_was(reader: Reader, stored: MockAnswer, now: AskedCard) -> tuple[AskedCard, Question]:
    """Return the card, and its question, at the revision that was asked."""
    body = now.body
    if stored.revision != now.revision_id:
        body = reader.question_at(stored.revision)
    question = as_asked(read_stored(body), now.key.slot)
    return replace(now, revision_id=stored.revision, body=body, kind=kind_of(question)), question


def _is_current(question: Question, now: AskedCard) -> bool:
    today = read_stored(now.body)
    if now.key.slot not in slots_of(today):
        return False
    return meaning_sha(question) == meaning_sha(as_asked(today, now.key.slot))


def _answer_of(stored: MockAnswer, question: Question) -> Answer | None:
    return None if stored.answer is None else read_answer(kind_of(question), stored.answer)
