"""Laying a timeline over the bank: which events, and each place stored as an answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from quizapp.bank.bank import Bank, Reader
from quizapp.bank.errors import on_full_disk
from quizapp.bank.values import AskedCard
from quizapp.base.clock import Clock
from quizapp.base.texts import say
from quizapp.grading.verdict import Verdict
from quizapp.questions.answers import Typed
from quizapp.questions.cards import as_asked
from quizapp.questions.kinds import Date, Kind
from quizapp.questions.stored import read_stored
from quizapp.scheduling.day import study_day
from quizapp.scheduling.evidence import Hints
from quizapp.study.flow import Shown
from quizapp.study.pictures import pictures_shown
from quizapp.study.plan import Plan
from quizapp.study.preferences import Preferences
from quizapp.study.queueing import scope_of
from quizapp.study.recording import Given, Posed, Recorded, Setting, record_answer
from quizapp.study.sitting import NothingToUndoError
from quizapp.study.timeline import MOST, SCORES, Event, Laid, Timeline, days_of, event_title

_SPARE: Final = 3
_RULE: Final = "O1"


@dataclass(frozen=True, slots=True)
class _Step:
    line: Timeline
    recorded: Recorded


class TimelineRound:
    """A timeline of what a plan covers. Use it from one thread at a time.

    A place among others can be guessed, so it says as much of memory as an answer with a hint does;
    with a plan for practice it says nothing.
    """

    def __init__(self, bank: Bank, clock: Clock, plan: Plan, preferences: Preferences) -> None:
        self._bank = bank
        self._clock = clock
        self._plan = plan
        self._preferences = preferences
        self._session_id: int | None = None
        self._steps: list[_Step] = []
        seed = plan.seed if plan.seed is not None else self._day()
        with bank.read() as reader:
            asked = _dated(reader, plan, seed)
            titles = {record.pack_id: str(record.manifest["titel"]) for record in reader.packs()}
            pictures = {
                card.key: pictures_shown(reader, card.key.pack, question)
                for card, question in asked
            }
        self._posed = {
            card.key: Posed(asked=card, question=question, shown=Shown(), hints=Hints.PARTIAL)
            for card, question in asked
        }
        self.line = Timeline.begun(
            tuple(
                replace(_event(card, question, titles[card.pack_id]), shown=pictures[card.key])
                for card, question in asked
            )
        )

    @property
    def can_undo(self) -> bool:
        """Whether a place can be taken back."""
        return bool(self._steps)

    def lay(self, place: int | None, elapsed_ms: int | None = None) -> Laid:
        """Lay the event before the one at a place, None where she does not know; it is stored.

        Raises ``QuizappError`` when it could not be stored: the event is still to be laid.
        """
        laid = self.line.judge(place)
        verdict = Verdict(
            outcome=laid.outcome, score=SCORES[laid.outcome], rule=_RULE, message=laid.message
        )
        # Said before it is stored: what cannot be said must not be on disk as told.
        say(laid.message)
        at = self._clock.now()
        given = Given(answer=Typed(self._words(place)), at=at, elapsed_ms=elapsed_ms)
        with on_full_disk("disk_full"), self._bank.transaction() as tx:
            session = self._session_id or tx.begin_session(self._plan.mode, self._plan.as_json, at)
            posed = self._posed[laid.event.card]
            setting = Setting(
                session_id=session,
                mode=self._plan.mode,
                at=at,
                study_day=self._day(),
                desired_retention=self._preferences.retention_of(posed.asked.card_id),
            )
            recorded = record_answer(tx, posed, given, verdict, setting)
        self._session_id = session
        self._steps.append(_Step(self.line, recorded))
        self.line = self.line.lay(laid)
        return laid

    def undo(self) -> None:
        """Take the newest place back; raises ``NothingToUndoError``."""
        if not self._steps:
            raise NothingToUndoError("nothing_to_undo")
        step = self._steps[-1]
        at = self._clock.now()
        with self._bank.transaction() as tx:
            tx.retract(step.recorded.review, at)
            tx.mark_undone(step.recorded.undo_step, at)
        self._steps.pop()
        self.line = step.line

    def stop(self) -> None:
        """End the round in the log."""
        if self._session_id is not None:
            with self._bank.transaction() as tx:
                tx.end_session(self._session_id, self._clock.now())

    def _words(self, place: int | None) -> str:
        """Say a place in words, as the log and the history of the question keep it."""
        if place is None:
            return ""
        laid = self.line.laid
        before = [f"efter {laid[place - 1].date}"] if place else []
        after = [f"før {laid[place].date}"] if place < len(laid) else []
        return ", ".join((*before, *after))

    def _day(self) -> int:
        return study_day(self._clock.now(), self._preferences.rollover_hour)


def _dated(reader: Reader, plan: Plan, seed: int) -> list[tuple[AskedCard, Date]]:
    """Return dated questions in a seeded order, one a fact: of several the most exact."""
    most = min(plan.limit or MOST, MOST)
    scope = replace(scope_of(plan), kinds=(Kind.DATE,))
    cards = reader.sample_cards(_SPARE * most, seed, scope)
    Random(seed).shuffle(cards)  # noqa: S311 - an order on the screen, not a secret
    one_a_fact: dict[str, tuple[AskedCard, Date]] = {}
    for card in cards:
        asked = reader.question_of(card.card)
        question = as_asked(read_stored(asked.body), asked.key.slot)
        assert isinstance(question, Date), "the scope names the kind"
        name = card.fact or f"{asked.pack_id} {question.key.value.text} {question.prompt}"
        known = one_a_fact.get(name)
        if known is None or _width(question) < _width(known[1]):
            one_a_fact[name] = asked, question
    return _few(one_a_fact.values(), most)


def _few(found: Iterable[tuple[AskedCard, Date]], most: int) -> list[tuple[AskedCard, Date]]:
    return [pair for _at, pair in zip(range(most), found, strict=False)]


def _width(question: Date) -> int:
    (first, last), _exact = days_of(question.key)
    return last - first


def _event(card: AskedCard, question: Date, pack_title: str) -> Event:
    asked, exact = days_of(question.key)
    return Event(
        card=card.key,
        title=event_title(question.prompt),
        date=question.key.value.text,
        asked=asked,
        exact=exact,
        category=card.category.value,
        pack_title=pack_title,
        hint=question.hint,
        explanation=question.explanation,
    )
