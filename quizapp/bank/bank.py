"""The bank: one learner's file, open, with its transactions. Importing this loads SQLAlchemy."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Self
from uuid import UUID

from quizapp.bank.values import (
    EVERYTHING,
    AskedCard,
    CardMemory,
    CardScope,
    DayCount,
    DueLoad,
    FoldRecord,
    JsonObject,
    LoggedReview,
    NewReview,
    PackRecord,
    PassageRecord,
    QuestionRecord,
    Standing,
    UndoStep,
    Written,
)
from quizapp.base.clock import Clock
from quizapp.base.ids import CardKey, IdSource, PackId, QuestionId
from quizapp.base.paths import LearnerPaths
from quizapp.grading.verdict import Outcome
from quizapp.questions.answer_form import Plain
from quizapp.scheduling.memory import MemoryState, Mode
from quizapp.scheduling.queue import QueueCard
from quizapp.scheduling.replay import LogEntry


class Reader:
    """What can be read in one consistent look at the bank."""

    # cards
    def card_id(self, key: CardKey) -> int | None:
        """Return a card's number, None when the bank has no such card."""

    def question_of(self, card_id: int) -> AskedCard:
        """Return a card with its question at the current revision; ``KeyError`` when unknown."""

    def question_at(self, revision_id: int) -> JsonObject:
        """Return the body of a question at an older revision (as it was when it was answered)."""

    def memory(self, card_id: int) -> CardMemory:
        """Return a card's memory row; ``KeyError`` when unknown."""

    def due_cards(self, study_day: int, scope: CardScope = EVERYTHING) -> list[QueueCard]:
        """Return the cards due up to a study day, changed ones included, for ``build_queue``."""

    def new_cards(self, limit: int, scope: CardScope = EVERYTHING) -> list[QueueCard]:
        """Return the first new cards of each pack by rank, at most ``limit`` a pack."""

    def cards_in(self, scope: CardScope) -> list[QueueCard]:
        """Return all cards that nothing holds back, for practice."""

    def count_due(self, study_day: int, scope: CardScope = EVERYTHING) -> int:
        """Count the cards due up to a study day."""

    def count_new(self, scope: CardScope = EVERYTHING) -> int:
        """Count the cards never asked."""

    def next_due_day(self, after: int) -> int | None:
        """Return the first study day after one on which anything is due."""

    def load_nearby(self, card: AskedCard, first_day: int, last_day: int) -> DueLoad:
        """Return cards due on each day of a window, and the days of the card's siblings."""

    def standings_by_pack(self, study_day: int) -> list[Standing]:
        """Return how each active pack stands."""

    def standings_by_category(self, study_day: int) -> list[Standing]:
        """Return how each category of each active pack stands."""

    def standings_by_topic(self, study_day: int, pack: PackId) -> list[Standing]:
        """Return how each topic of a pack stands."""

    # log
    def current_fold(self) -> FoldRecord:
        """Return the weights that memory is folded with now."""

    def history(self, card_id: int) -> list[LogEntry]:
        """Return a card's log in order, answers and events, as ``scheduling.replay`` reads it."""

    def review(self, uuid: UUID) -> LoggedReview | None:
        """Return one review of the log."""

    def reviews(self, card_id: int) -> list[LoggedReview]:
        """Return a card's reviews in log order."""

    def log(self) -> Iterator[LoggedReview]:
        """Yield every review in log order, retracted ones too, without holding them in memory."""

    def answered_today(self, study_day: int) -> frozenset[int]:
        """Return the questions (by number) answered on a study day, retracted answers left out."""

    def new_begun_on(self, study_day: int, scope: CardScope = EVERYTHING) -> int:
        """Count the cards whose first counting answer was given on a study day."""

    def day_counts(self, first_day: int, last_day: int) -> list[DayCount]:
        """Return answers by day, pack, category, mode and verdict."""

    def pace(self, since_day: int) -> Mapping[str, float]:
        """Return seconds an answer took on average, by category, since a study day."""

    def last_undo_step(self) -> UndoStep | None:
        """Return what undo would take back now."""

    def next_redo_step(self) -> UndoStep | None:
        """Return what redo would bring back now."""

    # packs
    def packs(self) -> list[PackRecord]:
        """Return the active packs in the order they were installed."""

    def pack(self, key: PackId) -> PackRecord | None:
        """Return a pack, removed ones too."""

    def questions_of(self, pack_id: int) -> list[QuestionRecord]:
        """Return a pack's questions in the author's order, hidden ones too."""

    def passages_of(self, pack_id: int) -> list[PassageRecord]:
        """Return a pack's reading text, in order."""

    def media_path(self, pack_id: int, name: str) -> Path | None:
        """Return the file of a medium that a pack names, None when it has none by that name."""

    # settings
    def setting(self, key: str, default: Plain = None) -> Plain:
        """Return a setting's JSON value."""


class Transaction(Reader):
    """Reads and writes that happen together or not at all."""

    def begin_session(self, mode: Mode, plan: JsonObject, at: datetime) -> int:
        """Write that a sitting began and return its number."""

    def end_session(self, session_id: int, at: datetime) -> None:
        """Write that a sitting ended."""

    def add_review(self, review: NewReview) -> Written:
        """Append an answer to the log and count it in its day (``day_counts``)."""

    def set_memory(
        self, card_id: int, state: MemoryState, due_day: int | None, fold_id: int
    ) -> None:
        """Store what the log now folds to; write nothing for practice."""

    def retract(self, review: UUID, at: datetime) -> CardMemory:
        """Take an answer back: amendment, day count and memory; returns the card's memory."""

    def restore(self, review: UUID, at: datetime) -> CardMemory:
        """Bring a retracted answer back."""

    def overrule(
        self, review: UUID, outcome: Outcome, score: float, reason: str, at: datetime
    ) -> CardMemory:
        """Let the learner's own verdict count (»Mit svar var rigtigt«).

        Only the score moves: the due day stays the one decided unless ``move`` is called.
        """

    def move(self, card_id: int, due_day: int, at: datetime, study_day: int) -> CardMemory:
        """Decide a new due day for a card, as a row of the log."""

    def suspend(self, question_id: int, at: datetime) -> None:
        """Keep a question out of the queue until ``resume``."""

    def resume(self, question_id: int) -> None:
        """Take a suspended question in again."""

    def bury(self, question_id: int, until_day: int) -> None:
        """Keep a question out of the queue until a study day."""

    def release_buried(self, study_day: int) -> int:
        """Take in the questions whose day has come; returns how many."""

    def add_undo_step(self, label: str, actions: Iterable[JsonObject], at: datetime) -> int:
        """Note what undo takes back; forgets what redo would bring back; keeps the newest 200."""

    def mark_undone(self, step_id: int, at: datetime) -> None:
        """Note that a step was taken back."""

    def mark_redone(self, step_id: int) -> None:
        """Note that a step was brought back."""

    def add_own_wording(
        self, question_id: int, gap: int, wording: str, outcome: Outcome, review: UUID | None
    ) -> None:
        """Keep a wording that the learner wants to count from now on."""

    def add_report(self, question_id: int, revision_id: int, text: str, at: datetime) -> None:
        """Keep what the learner says is wrong with a question."""

    def set_setting(self, key: str, value: Plain) -> None:
        """Store a setting's JSON value."""


class Bank:
    """One learner's bank, open. Use it from one thread at a time.

    Raises the errors of ``quizapp.bank.errors``: at opening ``NotABankError``,
    ``BankTooNewError``, ``BankDamagedError``, ``NoPermissionError``, ``MissingError``; from every
    transaction ``BankBusyError``, ``DiskFullError``, ``BankDamagedError``, ``NoPermissionError``.
    """

    path: Path
    paths: LearnerPaths

    @classmethod
    def open(cls, path: Path, clock: Clock, ids: IdSource) -> Self:
        """Open a bank, migrating it when it is older; a missing file becomes a new, empty bank."""

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Begin to write: other writers wait. Commits at the end, rolls back on any exception."""

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Begin one consistent look, which no writer disturbs."""

    def data_version(self) -> int:
        """Return a number that differs when another program has written since."""

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file; call it when the learner pauses."""

    def close(self) -> None:
        """Close the file; nothing is lost without it."""
