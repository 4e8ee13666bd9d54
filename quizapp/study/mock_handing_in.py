"""A mock exam handed in: every answer marked and written to the log, in one transaction.

An answer becomes a review of the mode ``mock exam`` once, whether it counts or not; what is kept
apart is retracted in the same transaction, so that memory and figures are as if it never was, and
switching later retracts and restores. A blank says nothing of memory and is not logged.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from quizapp.bank.bank import Transaction
from quizapp.bank.mocks import MockRecord
from quizapp.grading.grade import grade
from quizapp.grading.verdict import Outcome, Verdict
from quizapp.questions.answers import Answer, Typed, TypedList
from quizapp.scheduling.day import study_day
from quizapp.scheduling.due import DueRules
from quizapp.scheduling.memory import Mode
from quizapp.study.mock_paper import Item, in_zone_of
from quizapp.study.preferences import Preferences
from quizapp.study.recording import Given, Setting, decided_day, log_answer
from quizapp.study.wordings import in_authors_words

MOVED: Final = "moved"
TIME_UP: Final = "time_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Now, and what the learner has set; an answer's own study day follows from them."""

    now: datetime
    preferences: Preferences

    def setting(self, session: int, card: int, at: datetime | None = None) -> Setting:
        """Return what an answer to a card belongs to; without ``at`` it was given now."""
        local = in_zone_of(at or self.now, self.now)
        return Setting(
            session_id=session,
            mode=Mode.MOCK_EXAM,
            at=local,
            study_day=study_day(local, self.preferences.rollover_hour),
            desired_retention=self.preferences.retention_of(card),
        )


def verdict_of(item: Item) -> Verdict | None:
    """Mark an answer as a sitting would; None for a blank."""
    if item.answer is None:
        return None
    posed = item.posed
    known = in_authors_words(posed.question, item.answer, posed.wordings)
    return grade(posed.question, known, posed.marking)


def hand_in(
    tx: Transaction, mock: MockRecord, items: Iterable[Item], moment: Moment, *, is_time_up: bool
) -> None:
    """Mark all answers and write them to the log."""
    session = tx.begin_session(
        Mode.MOCK_EXAM, {"mock": str(mock.uuid)}, in_zone_of(mock.started_at, moment.now)
    )
    for item in items:
        verdict = verdict_of(item)
        if verdict is None or item.answer is None:
            continue
        given = Given(answer=item.answer, elapsed_ms=item.stored.elapsed_ms)
        setting = moment.setting(session, item.stored.card, item.stored.at)
        logged = log_answer(tx, item.posed, given, verdict, setting)
        if not (mock.counts and item.is_current):
            tx.retract(logged.review, moment.now)
        tx.set_mock_review(mock.mock_id, item.stored.position, logged.review)
    tx.end_session(session, moment.now)
    if is_time_up:
        tx.set_mock_blueprint(mock.mock_id, {**mock.blueprint, TIME_UP: True})
    tx.set_mock_handed_in(mock.mock_id, moment.now)


def take_back(tx: Transaction, mock: MockRecord, items: Iterable[Item], moment: Moment) -> None:
    """Let a mock exam be as before it was handed in; what it wrote to the log counts no more."""
    _keep_apart(tx, mock, items, moment.now)
    for item in items:
        tx.set_mock_review(mock.mock_id, item.stored.position, None)
    noted = {key: value for key, value in mock.blueprint.items() if key not in {MOVED, TIME_UP}}
    tx.set_mock_blueprint(mock.mock_id, noted)
    tx.set_mock_handed_in(mock.mock_id, None)


def set_counts(
    tx: Transaction, mock: MockRecord, items: Iterable[Item], moment: Moment, *, counts: bool
) -> None:
    """Let the answers be evidence, or keep them apart."""
    if counts:
        _let_count(tx, mock, items, moment.now)
    else:
        _keep_apart(tx, mock, items, moment.now)
    tx.set_mock_counts(mock.mock_id, counts=counts)


def overrule(tx: Transaction, mock: MockRecord, item: Item, moment: Moment) -> None:
    """Let an answer count as right because the learner says so (»Mit svar var rigtigt«).

    The card's day is decided anew where this answer is the newest thing that counts for it.
    """
    review = item.stored.review
    assert review is not None, "only an answer can be overruled"
    memory = tx.overrule(review, Outcome.CORRECT, 1.0, "learner", moment.now)
    counted = [entry for entry in tx.history(item.stored.card) if not entry.retracted]
    if not counted or counted[-1].uuid != review.bytes:
        return
    setting = moment.setting(0, item.stored.card)
    rules = DueRules(desired_retention=setting.desired_retention, weights=tx.current_fold().weights)
    due_day = decided_day(tx, item.posed.asked, memory.state, rules)
    event = tx.move(item.stored.card, due_day, moment.now, setting.study_day)
    moved = {**_moved(mock), str(item.stored.position): str(event.uuid)}
    tx.set_mock_blueprint(mock.mock_id, {**mock.blueprint, MOVED: moved})


def withdraw(tx: Transaction, mock: MockRecord, item: Item, moment: Moment) -> None:
    """Take an overruling back."""
    review = item.stored.review
    assert review is not None, "only an answer can have been overruled"
    moved = _moved(mock)
    event = moved.pop(str(item.stored.position), None)
    if event is not None:
        tx.retract_event(UUID(event), moment.now)
    tx.withdraw(review, moment.now)
    tx.set_mock_blueprint(mock.mock_id, {**mock.blueprint, MOVED: moved})


def can_overrule(answer: Answer | None, outcome: Outcome) -> bool:
    """Say whether a learner may know better: of what was typed, not of what was picked."""
    return isinstance(answer, Typed | TypedList) and outcome is not Outcome.CORRECT


def _keep_apart(tx: Transaction, mock: MockRecord, items: Iterable[Item], now: datetime) -> None:
    for event in _moved(mock).values():
        tx.retract_event(UUID(event), now)
    for review in _reviews(items):
        if not _is_retracted(tx, review):
            tx.retract(review, now)


def _let_count(tx: Transaction, mock: MockRecord, items: Iterable[Item], now: datetime) -> None:
    for review in _reviews(item for item in items if item.is_current):
        if _is_retracted(tx, review):
            tx.restore(review, now)
    for event in _moved(mock).values():
        tx.retract_event(UUID(event), None)


def _reviews(items: Iterable[Item]) -> list[UUID]:
    return [item.stored.review for item in items if item.stored.review is not None]


def _is_retracted(tx: Transaction, review: UUID) -> bool:
    logged = tx.review(review)
    return logged is None or logged.is_retracted


def _moved(mock: MockRecord) -> dict[str, Any]:
    return dict(mock.blueprint.get(MOVED, {}))
