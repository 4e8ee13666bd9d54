"""One sitting: what is asked, the answer marked and stored, and taken back."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate
from uuid import UUID

from quizapp.bank.bank import Bank
from quizapp.bank.errors import BankError, on_full_disk
from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.ids import CardKey
from quizapp.grading.grade import grade
from quizapp.grading.verdict import Outcome
from quizapp.questions.cards import as_asked
from quizapp.questions.stored import read_stored
from quizapp.scheduling.day import study_day
from quizapp.scheduling.evidence import Hints
from quizapp.scheduling.memory import Mode
from quizapp.scheduling.queue import Queued, Reason
from quizapp.scheduling.sitting import SittingQueue
from quizapp.study.flow import Asking, Finished, FlowState, Judged, Progress, Summary
from quizapp.study.intervals import intervals_of
from quizapp.study.marking import marking_of, told_of
from quizapp.study.pictures import pictures_in
from quizapp.study.plan import Plan
from quizapp.study.preferences import Preferences
from quizapp.study.reasons import reason_of
from quizapp.study.recording import (
    Given,
    Posed,
    Recorded,
    Setting,
    overrule_answer,
    record_answer,
)
from quizapp.study.shown import answer_text, shown_of, with_pictures
from quizapp.study.summing import sum_up
from quizapp.study.taking_back import note_move
from quizapp.study.wordings import in_authors_words, wordings_to_keep


class SittingError(QuizappError):
    """The sitting is not where the step could be taken."""

    family = "usage"


class NothingToUndoError(SittingError):
    """No answer of this sitting is left to take back."""


class NoHintError(SittingError):
    """The author gave no hint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What a sitting may show, before any limit on the number of answers."""

    due: int
    new: int


@dataclass(frozen=True, slots=True)
class Undone:
    """The answer that was taken back."""

    review: UUID
    card: CardKey


@dataclass(frozen=True, slots=True)
class _Step:
    """Enough to go back to before an answer."""

    queue: SittingQueue
    asking: Asking
    posed: Posed
    recorded: Recorded
    judged: Judged
    elapsed_ms: int | None
    moved: UUID | None = None


class Sitting:
    """A sitting over a queue that was built when it began. Use it from one thread at a time."""

    def __init__(
        self,
        bank: Bank,
        clock: Clock,
        plan: Plan,
        preferences: Preferences,
        queue: list[Queued],
    ) -> None:
        self._bank = bank
        self._clock = clock
        self._plan = plan
        self._preferences = preferences
        self._queue = SittingQueue(tuple(queue))
        self._seconds = _seconds_from(self._queue)
        self._aside: set[int] = set()
        self._session_id: int | None = None
        self._steps: list[_Step] = []
        self._acknowledged = 0
        self._posed: Posed | None = None
        self._packs: dict[int, Mapping[str, object]] = {}
        self.ready = Ready(
            due=sum(not _is_new(it) for it in queue), new=sum(_is_new(it) for it in queue)
        )
        self.state: FlowState = self._next()

    @property
    def can_undo(self) -> bool:
        """Whether an answer of this sitting can be taken back."""
        return bool(self._steps)

    def answer(self, given: Given) -> Judged:
        """Mark and store an answer; it is on disk when this returns.

        Raises ``QuizappError`` when it could not be stored: nothing changed, the same card is
        still asked.
        """
        asking, posed = self._asked()
        known = in_authors_words(posed.question, given.answer, posed.wordings)
        verdict = grade(posed.question, known, posed.marking)
        # Said before it is stored: what cannot be said must not be on disk as told.
        feedback = told_of(verdict)
        at = given.at or self._clock.now()
        with on_full_disk("disk_full"), self._bank.transaction() as tx:
            session = self._session_id or tx.begin_session(self._plan.mode, self._plan.as_json, at)
            setting = self._setting(session, at, posed)
            recorded = record_answer(tx, posed, given, verdict, setting)
        self._session_id = session
        before = self._queue
        self._queue = before.answered(failed=verdict.outcome == Outcome.WRONG)
        self._acknowledged += 1
        judged = Judged(
            asking=asking,
            answer=given.answer,
            verdict=verdict,
            review=recorded.review,
            rating=recorded.rating,
            due_day=recorded.due_day,
            days_until=max(0, recorded.due_day - setting.study_day),
            returns_today=self._returns(posed),
            correct=answer_text(posed.question),
            feedback=feedback,
            progress=self._progress(),
            is_leech=recorded.became_leech,
            moves_memory=self._plan.mode != Mode.PRACTICE,
        )
        self._steps.append(_Step(before, asking, posed, recorded, judged, given.elapsed_ms))
        self.state = judged
        return judged

    def proceed(self) -> FlowState:
        """Go on to the next question, or to the end."""
        self.state = self._next()
        return self.state

    def skip(self) -> FlowState:
        """Leave the card for another sitting; nothing is logged."""
        self._asked()
        self._queue = self._queue.skipped()
        return self.proceed()

    def reveal_hint(self) -> Asking:
        """Show the author's hint; it counts with the answer. Raises ``NoHintError``."""
        asking, posed = self._asked()
        if not posed.question.hint:
            raise NoHintError("no_hint")
        self._posed = replace(posed, hints=Hints.PARTIAL)
        self.state = replace(asking, hint=posed.question.hint)
        return self.state

    def undo(self) -> Undone:
        """Take the newest answer of this sitting back; the same question is asked again.

        Raises ``NothingToUndoError``.
        """
        if not self._steps:
            raise NothingToUndoError("nothing_to_undo")
        step = self._steps[-1]
        at = self._clock.now()
        with self._bank.transaction() as tx:
            if step.moved is not None:
                tx.retract_event(step.moved, at)
            tx.retract(step.recorded.review, at)
            tx.mark_undone(step.recorded.undo_step, at)
        self._steps.pop()
        if not self._plan.counts_undone:
            self._acknowledged -= 1
        self._queue = step.queue
        if self._aside:
            self._set_queue(step.queue.without(self._aside - {step.posed.asked.card_id}))
        self._posed = step.posed
        self.state = step.asking
        return Undone(step.recorded.review, step.asking.card)

    def overrule(self) -> Judged:
        """Let the answer just judged count as right (»Mit svar var rigtigt«)."""
        step = self._judged_step()
        if step.judged.is_overruled:
            return step.judged
        setting = self._setting(self._session_id or 0, self._clock.now(), step.posed)
        with self._bank.transaction() as tx:
            overruled = overrule_answer(tx, step.posed, step.recorded.review, setting)
            if overruled.moved is not None:
                note_move(tx, step.recorded.undo_step, overruled.moved)
        self._queue = step.queue.answered(failed=False)
        judged = replace(
            step.judged,
            is_overruled=True,
            can_keep_wording=bool(wordings_to_keep(step.judged.answer, step.judged.verdict)),
            is_leech=False,
            due_day=overruled.due_day,
            days_until=max(0, overruled.due_day - setting.study_day),
            returns_today=False,
            progress=self._progress(),
        )
        self._steps[-1] = replace(step, judged=judged, moved=overruled.moved)
        self.state = judged
        return judged

    def keep_wording(self) -> Judged:
        """Let what was typed count from now on; it is for an answer that was overruled."""
        step = self._judged_step()
        if not step.judged.can_keep_wording:
            raise SittingError("nothing_judged")
        with self._bank.transaction() as tx:
            for own in wordings_to_keep(step.judged.answer, step.judged.verdict):
                kept = replace(own, review=step.recorded.review)
                tx.add_own_wording(step.posed.asked.question_id, kept)
        judged = replace(step.judged, can_keep_wording=False)
        self._steps[-1] = replace(step, judged=judged)
        self.state = judged
        return judged

    def suspend(self) -> FlowState:
        """Put the question on pause until the learner takes it in again."""
        posed = self._present()
        with self._bank.transaction() as tx:
            tx.suspend(posed.asked.question_id, self._clock.now())
        return self._put_aside(posed)

    def bury(self) -> FlowState:
        """Let the question wait until tomorrow."""
        posed = self._present()
        now = self._clock.now()
        with self._bank.transaction() as tx:
            tx.bury(posed.asked.question_id, self._day(now) + 1)
        return self._put_aside(posed)

    def report(self, text: str) -> None:
        """Note what the learner says is wrong with the question (»Meld fejl«)."""
        asked = self._present().asked
        with self._bank.transaction() as tx:
            tx.add_report(asked.question_id, asked.revision_id, text, self._clock.now())

    def stop(self) -> Finished:
        """End the sitting, early or not, and sum it up."""
        if isinstance(self.state, Finished):
            return self.state
        finished = self._finish(is_early=self._queue.current is not None)
        self.state = finished
        return finished

    def _asked(self) -> tuple[Asking, Posed]:
        if not isinstance(self.state, Asking) or self._posed is None:
            raise SittingError("nothing_asked")
        return self.state, self._posed

    def _judged_step(self) -> _Step:
        if not isinstance(self.state, Judged):
            raise SittingError("nothing_judged")
        return self._steps[-1]

    def _present(self) -> Posed:
        """Return the card now shown, or just judged."""
        if isinstance(self.state, Judged):
            return self._steps[-1].posed
        return self._asked()[1]

    def _put_aside(self, posed: Posed) -> FlowState:
        cards = {
            it.card.card for it in self._queue.order if it.card.question == posed.asked.question_id
        }
        self._aside |= cards
        self._set_queue(self._queue.without(cards))
        return self.proceed()

    def _set_queue(self, queue: SittingQueue) -> None:
        self._queue = queue
        self._seconds = _seconds_from(queue)

    def _next(self) -> FlowState:
        queued = self._queue.current
        is_full = self._plan.limit is not None and self._acknowledged >= self._plan.limit
        if queued is None or is_full:
            return self._finish(is_early=False)
        return self._ask(queued)

    def _ask(self, queued: Queued) -> Asking:
        now = self._clock.now()
        with self._bank.read() as reader:
            asked = reader.question_of(queued.card.card)
            wordings = tuple(reader.own_wordings(asked.question_id))
            note = reader.note(asked.question_id)
            is_own = reader.has_own_version(asked.question_id)
            if asked.pack_id not in self._packs:
                record = reader.pack(asked.key.pack)
                self._packs[asked.pack_id] = record.manifest if record else {}
            manifest = self._packs[asked.pack_id]
            question = as_asked(read_stored(asked.body), asked.key.slot)
            seed = f"{self._seed(now)} {asked.key} {self._queue.answers}"
            find = pictures_in(reader, asked.pack_id, manifest)
            shown = with_pictures(shown_of(question, seed), question, find)
        self._posed = Posed(
            asked=asked,
            question=question,
            shown=shown,
            wordings=wordings,
            marking=marking_of(manifest, self._preferences),
        )
        with self._bank.read() as reader:
            intervals = intervals_of(reader, self._posed, self._setting(0, now, self._posed))
        return Asking(
            card=asked.key,
            question=question,
            pack_title=str(manifest.get("titel", "")),
            is_new=_is_new(queued),
            shown=shown,
            reason=reason_of(queued.why, self._day(now)),
            progress=self._progress(),
            note=note,
            is_own=is_own,
            intervals=intervals,
            asks_confidence=self._preferences.asks_confidence,
            reads_aloud=self._preferences.reads_aloud,
        )

    def _seed(self, now: datetime) -> int:
        return self._plan.seed if self._plan.seed is not None else self._day(now)

    def _returns(self, posed: Posed) -> bool:
        before, limit = self._queue.answers_before(posed.asked.card_id), self._plan.limit
        return before is not None and (limit is None or self._acknowledged + before < limit)

    def _progress(self) -> Progress:
        queue = self._queue
        left = queue.left
        if self._plan.limit is not None:
            left = min(left, max(0, self._plan.limit - self._acknowledged))
        fresh = min(left, len(queue.order) - queue.position)
        seconds = self._seconds[queue.position] - self._seconds[queue.position + fresh]
        seconds += sum(it.queued.card.seconds for it in queue.waiting[: left - fresh])
        return Progress(done=queue.answers, total=queue.answers + left, seconds_left=round(seconds))

    def _setting(self, session: int, at: datetime, posed: Posed) -> Setting:
        return Setting(
            session_id=session,
            mode=self._plan.mode,
            at=at,
            study_day=self._day(at),
            desired_retention=self._preferences.retention_of(posed.asked.card_id),
        )

    def _day(self, at: datetime) -> int:
        return study_day(at, self._preferences.rollover_hour)

    def _finish(self, *, is_early: bool) -> Finished:
        if self._session_id is not None:
            # Every answer is stored already; a full disk must not keep the summary back.
            with suppress(BankError), self._bank.transaction() as tx:
                tx.end_session(self._session_id, self._clock.now())
        summary: Summary = sum_up([(step.judged, step.elapsed_ms) for step in self._steps])
        return Finished(summary=summary, stopped_early=is_early)


def _is_new(queued: Queued) -> bool:
    return queued.why.reason == Reason.NEW


def _seconds_from(queue: SittingQueue) -> list[float]:
    """Sum the seconds from each place of the order to its end, so that progress is one look-up."""
    return list(accumulate((it.card.seconds for it in reversed(queue.order)), initial=0.0))[::-1]
