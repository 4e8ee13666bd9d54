"""One answer, one transaction: mark, judge what it says of memory, decide the day, store it all."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from quizapp.bank.bank import Reader, Transaction
from quizapp.bank.values import AskedCard, CardMemory, NewReview, OwnWording
from quizapp.grading.options import DEFAULT, MarkingOptions
from quizapp.grading.verdict import Outcome, Verdict
from quizapp.questions.answer_form import plain_answer
from quizapp.questions.answers import Answer, Rated, WrittenAndRated
from quizapp.questions.kinds import Matching, Question, kind_of
from quizapp.scheduling.due import Crowd, DueRules, decide_due_day, due_window
from quizapp.scheduling.evidence import (
    Evidence,
    Hints,
    after,
    moves_memory,
    shown_rating,
    ways_to_pair,
)
from quizapp.scheduling.leech import became_leech
from quizapp.scheduling.memory import MemoryState, Mode, Rating
from quizapp.study.flow import Shown
from quizapp.study.taking_back import note_answer

RULES_VERSION = 1
"""Raised when the marking rules change what they say of an answer already in a log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer as it was given; without ``at`` it was given now."""

    answer: Answer
    at: datetime | None = None
    elapsed_ms: int | None = None
    confidence: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posed:
    """A card before the learner: the question as asked, what is shown, her own wordings of it."""

    asked: AskedCard
    question: Question
    shown: Shown
    hints: Hints = Hints.NONE
    wordings: tuple[OwnWording, ...] = ()
    marking: MarkingOptions = DEFAULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a recorded answer belongs to: the sitting's number, its mode, instant and study day."""

    session_id: int
    mode: Mode
    at: datetime
    study_day: int
    desired_retention: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What was stored of an answer, without a step of undo of its own."""

    review: UUID
    due_day: int
    became_leech: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What was stored. ``due_day`` is the study day on which the card comes again.

    ``became_leech`` says that this answer is the moment to tell that the question is a hard one.
    """

    review: UUID
    undo_step: int
    rating: Rating
    due_day: int
    became_leech: bool


def evidence_of(posed: Posed, answer: Answer, verdict: Verdict) -> Evidence:
    """Return what a marked answer says about memory."""
    return Evidence(
        kind=kind_of(posed.question),
        score=verdict.score,
        options=options_offered(posed),
        hints=posed.hints,
        self_rating=self_rating_of(answer),
    )


def options_offered(posed: Posed) -> int:
    """Return how many options were offered; for matching, in how many ways they could be paired."""
    if isinstance(posed.question, Matching):
        return ways_to_pair(len(posed.shown.left), len(posed.shown.right))
    return len(posed.shown.options)


def self_rating_of(answer: Answer) -> Rating | None:
    """Return the learner's own rating, None for answers that are marked."""
    return Rating(answer.rating) if isinstance(answer, Rated | WrittenAndRated) else None


def record_answer(
    tx: Transaction, posed: Posed, given: Given, verdict: Verdict, setting: Setting
) -> Recorded:
    """Append the answer to the log with the memory it leads to, as one step of undo."""
    logged = log_answer(tx, posed, given, verdict, setting)
    step = note_answer(tx, logged.review, setting.at)
    return Recorded(
        review=logged.review,
        undo_step=step,
        rating=shown_rating(verdict.outcome, self_rating_of(given.answer)),
        due_day=logged.due_day,
        became_leech=logged.became_leech,
    )


def log_answer(
    tx: Transaction, posed: Posed, given: Given, verdict: Verdict, setting: Setting
) -> Logged:
    """Append the answer to the log and store the memory it leads to."""
    card = posed.asked
    memory = tx.memory(card.card_id)
    fold = tx.current_fold()
    evidence = evidence_of(posed, given.answer, verdict)
    moves = setting.mode != Mode.PRACTICE and moves_memory(
        memory.state, evidence, setting.study_day
    )
    due_day = None
    state = memory.state
    if moves:
        rules = DueRules(desired_retention=setting.desired_retention, weights=fold.weights)
        state = after(memory.state, evidence, setting.study_day, fold.weights)
        due_day = decided_day(tx, card, state, rules)
    written = tx.add_review(
        NewReview(
            card=card,
            session_id=setting.session_id,
            at=setting.at,
            study_day=setting.study_day,
            mode=setting.mode,
            answer=plain_answer(given.answer),
            options=evidence.options,
            hints=posed.hints,
            elapsed_ms=given.elapsed_ms,
            confidence=given.confidence,
            outcome=verdict.outcome,
            score=verdict.score,
            rule=verdict.rule,
            rules_version=RULES_VERSION,
            self_rating=evidence.self_rating,
            due_day=due_day,
        )
    )
    if moves:
        tx.set_memory(card.card_id, state, due_day, fold.fold_id)
    return Logged(
        review=written.uuid,
        due_day=next_day(memory, due_day, setting.study_day),
        became_leech=became_leech(memory.state, state),
    )


def decided_day(reader: Reader, card: AskedCard, state: MemoryState, rules: DueRules) -> int:
    """Decide the study day on which a card with this memory is due."""
    window = due_window(state, rules)
    nearby = reader.load_nearby(card, window[0], window[-1])
    crowd = Crowd(load=nearby.by_day, sibling_days=nearby.sibling_days)
    return decide_due_day(str(card.key), state, rules, crowd)


def next_day(memory: CardMemory, decided: int | None, study_day: int) -> int:
    """Return the day to tell the learner: the one decided now, else the one that stood."""
    if decided is not None:
        return decided
    return memory.due_day if memory.due_day is not None else study_day


@dataclass(frozen=True, slots=True)
class Overruled:
    """The new due day, and the row of the log that decided it (none for practice)."""

    due_day: int
    moved: UUID | None


def overrule_answer(tx: Transaction, posed: Posed, review: UUID, setting: Setting) -> Overruled:
    """Let an answer count as right because the learner says so, and decide its day anew."""
    memory = tx.overrule(review, Outcome.CORRECT, 1.0, "learner", setting.at)
    if setting.mode == Mode.PRACTICE:
        return Overruled(next_day(memory, None, setting.study_day), None)
    rules = DueRules(desired_retention=setting.desired_retention, weights=tx.current_fold().weights)
    due_day = decided_day(tx, posed.asked, memory.state, rules)
    moved = tx.move(posed.asked.card_id, due_day, setting.at, setting.study_day)
    return Overruled(due_day, moved.uuid)
