"""Mock exams: what can be asked, begun, answered, handed in, and looked at afterwards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from quizapp.bank.bank import Bank, Reader
from quizapp.bank.errors import on_full_disk
from quizapp.bank.exams import ExamState
from quizapp.bank.mocks import MockAnswer, MockCard, MockRecord, NewMock
from quizapp.bank.values import CardScope
from quizapp.base.clock import Clock
from quizapp.base.errors import MisuseError, QuizappError
from quizapp.questions.answer_form import Plain, plain_answer
from quizapp.scheduling.day import study_day
from quizapp.scheduling.evidence import SELF_RATED
from quizapp.scheduling.exam_terms import card_weights
from quizapp.study import mock_handing_in as handing_in
from quizapp.study.exam_planning import with_slowed
from quizapp.study.mock_blueprint import Candidate, count_apart, draw
from quizapp.study.mock_handing_in import TIME_UP, Moment
from quizapp.study.mock_paper import EXAM, SET_ASIDE, TITLE, items_of, paper_of, running_of
from quizapp.study.mock_result import past_of, result_of
from quizapp.study.mock_values import (
    ExamChoice,
    MockOffer,
    MockResult,
    MockWish,
    Paper,
    PastMock,
    Running,
    Sheet,
)
from quizapp.study.offer import offer_of
from quizapp.study.plan import Plan
from quizapp.study.preferences import Preferences
from quizapp.study.queueing import check_packs, scope_of

A_MINUTE = 60


class MockError(QuizappError):
    """The mock exam is not where the step could be taken."""

    family = "usage"


class MockExams:
    """One learner's mock exams. Use it from one thread at a time."""

    def __init__(self, bank: Bank, clock: Clock) -> None:
        self._bank = bank
        self._clock = clock

    def offer(self, plan: Plan, exam: UUID | None = None) -> MockOffer:
        """Return what a mock exam can be made from: an exam's scope, else that of a plan."""
        now = self._clock.now()
        with self._bank.read() as reader:
            source = _source(reader, plan, exam)
            cards = source.cards(reader)
            return MockOffer(
                askable=count_apart(source.candidates(cards)),
                left_out=sum(card.kind in SELF_RATED for card in cards),
                offer=offer_of(reader, plan, self._day(reader)),
                exams=_exams_ahead(reader),
                running=running_of(reader),
                past=past_of(reader, now),
            )

    def running(self) -> Running | None:
        """Return the mock exam that was begun and not handed in."""
        with self._bank.read() as reader:
            return running_of(reader)

    def past(self, exam: UUID | None = None) -> tuple[PastMock, ...]:
        """Return the mock exams that were handed in, the newest first; of one exam, if named."""
        with self._bank.read() as reader:
            found = past_of(reader, self._clock.now())
        return tuple(one for one in found if exam is None or one.exam == exam)

    def begin(self, wish: MockWish) -> Paper:
        """Draw the questions and begin; raises ``MockError`` when there is nothing to ask."""
        with self._bank.transaction() as tx:
            check_packs(tx, wish.plan.packs)
            source = _source(tx, wish.plan, wish.exam)
            cards = {card.card: card for card in source.cards(tx)}
            drawn = draw(source.candidates(cards.values()), wish.count, wish.seed)
            if not drawn:
                raise MockError("no_mock_questions")
            new = NewMock(
                blueprint=source.blueprint(wish),
                seed=wish.seed,
                limit_s=None if wish.minutes is None else wish.minutes * A_MINUTE,
                at=self._clock.now(),
                counts=wish.counts,
            )
            mock_id = tx.add_mock(new, [cards[card] for card in drawn])
            return paper_of(tx, tx.mock(mock_id), Preferences.read(tx))

    def resume(self, mock_id: int) -> Paper:
        """Return a mock exam as it was left; raises ``MockError`` for one handed in."""
        with self._bank.read() as reader:
            mock = _under_way(reader.mock(mock_id))
            return paper_of(reader, mock, Preferences.read(reader))

    def save(self, mock_id: int, position: int, sheet: Sheet) -> None:
        """Store what stands on a sheet now; it is on disk when this returns."""
        now = self._clock.now()
        with on_full_disk("disk_full"), self._bank.transaction() as tx:
            _under_way(tx.mock(mock_id))
            before = tx.mock_answers(mock_id)[position]
            answer: Plain = None if sheet.answer is None else plain_answer(sheet.answer)
            tx.save_mock_answer(
                mock_id,
                MockAnswer(
                    position=position,
                    card=before.card,
                    revision=before.revision,
                    answer=answer,
                    is_flagged=sheet.is_flagged,
                    at=before.at if answer == before.answer else now,
                    elapsed_ms=sheet.elapsed_ms,
                ),
            )

    def hand_in(self, mock_id: int, *, is_time_up: bool = False) -> MockResult:
        """Mark every answer and write them to the log; all or nothing."""
        with on_full_disk("no_room_to_hand_in"), self._bank.transaction() as tx:
            mock = _under_way(tx.mock(mock_id))
            moment = self._moment(tx)
            items = items_of(tx, mock, moment.preferences)
            handing_in.hand_in(tx, mock, items, moment, is_time_up=is_time_up)
        return self.result(mock_id)

    def take_back(self, mock_id: int) -> Paper:
        """Take the handing in back; raises ``MockError`` where the time had run out."""
        with self._bank.transaction() as tx:
            mock = _handed_in(tx.mock(mock_id))
            if mock.blueprint.get(TIME_UP):
                raise MockError("mock_time_up")
            moment = self._moment(tx)
            handing_in.take_back(tx, mock, items_of(tx, mock, moment.preferences), moment)
        return self.resume(mock_id)

    def result(self, mock_id: int) -> MockResult:
        """Return what a mock exam came to; raises ``MockError`` for one not handed in."""
        with self._bank.read() as reader:
            mock = _handed_in(reader.mock(mock_id))
            items = items_of(reader, mock, Preferences.read(reader))
            return result_of(reader, mock, items, self._clock.now())

    def set_counts(self, mock_id: int, *, counts: bool) -> MockResult:
        """Let the answers be evidence of what the learner knows, or keep them apart."""
        with self._bank.transaction() as tx:
            mock = _handed_in(tx.mock(mock_id))
            moment = self._moment(tx)
            items = items_of(tx, mock, moment.preferences)
            if mock.counts != counts:
                handing_in.set_counts(tx, mock, items, moment, counts=counts)
        return self.result(mock_id)

    def overrule(self, mock_id: int, position: int) -> MockResult:
        """Let an answer count as right; raises ``MockError`` where there is nothing to overrule."""
        result = self.result(mock_id)
        if not any(one.position == position and one.can_overrule for one in result.marked):
            raise MockError("nothing_judged")
        return self._judge(mock_id, position, is_overruled=True)

    def withdraw(self, mock_id: int, position: int) -> MockResult:
        """Take back that an answer counts as right."""
        result = self.result(mock_id)
        if not any(one.position == position and one.is_overruled for one in result.marked):
            raise MockError("nothing_judged")
        return self._judge(mock_id, position, is_overruled=False)

    def set_aside(self, mock_id: int, *, aside: bool = True) -> None:
        """Put away a mock exam that is not to be gone on with, or take it out again."""
        with self._bank.transaction() as tx:
            mock = _under_way(tx.mock(mock_id))
            tx.set_mock_blueprint(mock_id, {**mock.blueprint, SET_ASIDE: aside})

    def _judge(self, mock_id: int, position: int, *, is_overruled: bool) -> MockResult:
        with self._bank.transaction() as tx:
            mock = _handed_in(tx.mock(mock_id))
            moment = self._moment(tx)
            item = items_of(tx, mock, moment.preferences)[position]
            judge = handing_in.overrule if is_overruled else handing_in.withdraw
            judge(tx, mock, item, moment)
        return self.result(mock_id)

    def _moment(self, reader: Reader) -> Moment:
        preferences = with_slowed(reader, Preferences.read(reader))
        return Moment(now=self._clock.now(), preferences=preferences)

    def _day(self, reader: Reader) -> int:
        return study_day(self._clock.now(), Preferences.read(reader).rollover_hour)


def _under_way(mock: MockRecord) -> MockRecord:
    if mock.handed_in_at is not None:
        raise MockError("mock_handed_in")
    return mock


def _handed_in(mock: MockRecord) -> MockRecord:
    if mock.handed_in_at is None:
        raise MockError("mock_not_handed_in")
    return mock


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What a mock exam is made from; ``weights`` is None where every card counts the same."""

    scope: CardScope
    title: str
    weights: Mapping[int, float] | None = None

    def cards(self, reader: Reader) -> list[MockCard]:
        """Return the cards that are meant, those left out of an exam left out."""
        cards = reader.mock_cards(self.scope)
        return [it for it in cards if self.weights is None or it.card in self.weights]

    def candidates(self, cards: Iterable[MockCard]) -> list[Candidate]:
        """Return what may be asked: nobody but the learner can mark what she rates herself."""
        weights = self.weights or {}
        return [
            Candidate(
                card=card.card,
                question=card.question,
                pack=card.pack,
                category=card.category,
                topic=card.topic,
                fact=card.fact,
                weight=weights.get(card.card, 1.0),
            )
            for card in cards
            if card.kind not in SELF_RATED
        ]

    def blueprint(self, wish: MockWish) -> dict[str, Plain]:
        """Return what the bank keeps of how the mock exam was made."""
        return {
            TITLE: self.title,
            EXAM: None if wish.exam is None else str(wish.exam),
            "packs": list(self.scope.packs),
            "categories": list(self.scope.categories),
            "topics": list(self.scope.topics),
            "count": wish.count,
        }


def _source(reader: Reader, plan: Plan, exam: UUID | None) -> _Source:
    if exam is None:
        titles = {record.key: str(record.manifest["titel"]) for record in reader.packs()}
        title = ", ".join(titles.get(pack, pack) for pack in plan.packs)
        return _Source(scope=scope_of(plan), title=title)
    for record in reader.exams():
        if record.uuid == exam:
            weights = card_weights(reader.exam_cards(record.scope), record.shares)
            return _Source(scope=record.scope, title=record.title, weights=weights)
    raise MisuseError("unknown_exam", exam=str(exam))


def _exams_ahead(reader: Reader) -> tuple[ExamChoice, ...]:
    return tuple(
        ExamChoice(record.uuid, record.title)
        for record in reader.exams()
        if record.state == ExamState.AHEAD
    )
