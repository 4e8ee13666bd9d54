"""Packs, banks and answers for tests: defaults that a test overrides by name."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Final
from uuid import UUID

from quizapp.bank.bank import Bank, Reader, Transaction
from quizapp.bank.values import NewReview
from quizapp.base.clock import FixedClock
from quizapp.base.ids import CardKey, IdSource, PackId, QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.questions.answer_form import Plain as AnswerPlain
from quizapp.questions.codec import decode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Author, Manifest, Medium, Pack, Passage
from quizapp.scheduling.day import study_day
from quizapp.scheduling.due import Crowd, DueRules, decide_due_day, due_window
from quizapp.scheduling.evidence import SELF_RATED, Evidence, Hints, after, moves_memory
from quizapp.scheduling.memory import Mode, Rating

MONDAY: Final = datetime(2026, 11, 23, 16, 30, tzinfo=timezone(timedelta(hours=1)))
PACK: Final = PackId("dk.eksempel.krige")

Rows = dict[str, list[tuple[object, ...]]]


def a_question(key: str = "sp-1", **fields: Plain) -> Question:
    """Return a question from pakke.yaml's own fields; a term where no type is named."""
    plain: dict[str, Plain] = {
        "id": key,
        "type": "skriv",
        "kategori": "begreb",
        "spørgsmål": f"Hvad er {key}?",
        "svar": f"Svar på {key}",
        "forklaring": "Fordi det er sådan.",
        **fields,
    }
    decoded = decode({name: value for name, value in plain.items() if value is not None})
    assert decoded.question is not None, decoded.mistakes
    return decoded.question


def a_flashcard(key: str = "kort-1", **fields: Plain) -> Question:
    """Return a flashcard; ``**{"begge veje": True}`` turns it both ways."""
    sides: dict[str, Plain] = {"forside": f"Forside {key}", "bagside": f"Bagside {key}"}
    return a_question(key, type="kort", spørgsmål=None, svar=None, **sides | fields)


def a_choice(key: str = "valg-1", **fields: Plain) -> Question:
    """Return a choice of three."""
    options: dict[str, Plain] = {"rigtigt": "Ja", "forkerte": ["Nej", "Måske"]}
    return a_question(key, type="valg", svar=None, **options | fields)


def a_pack(*questions: Question, **manifest: object) -> Pack:
    """Return a pack of these questions, of three terms where none are given."""
    asked = questions or tuple(a_question(f"sp-{number}") for number in (1, 2, 3))
    said: dict[str, object] = {
        "id": PACK,
        "title": "Krige",
        "version": 1,
        "license": "CC-BY-SA-4.0",
        "authors": (Author(name="Historiefaggruppen"),),
        **manifest,
    }
    return Pack(manifest=Manifest(**said), questions=asked)  # type: ignore[arg-type] # by name


def with_reading_text(pack: Pack, *bodies: str) -> Pack:
    """Return the pack with passages of these texts."""
    passages = (
        Passage(mark=f"afsnit-{number}", body=body) for number, body in enumerate(bodies, 1)
    )
    return replace(pack, passages=tuple(passages))


def with_picture(pack: Pack, name: str, content: bytes) -> Pack:
    """Return the pack with a picture."""
    return replace(
        pack, media=(*pack.media, Medium(name=name)), files={**pack.files, name: content}
    )


def next_version(pack: Pack, *questions: Question, **manifest: object) -> Pack:
    """Return the next version of a pack, with these questions."""
    said = {"version": pack.manifest.version + 1, **manifest}
    return replace(
        pack,
        manifest=replace(pack.manifest, **said),  # type: ignore[arg-type] # fields by name
        questions=questions,
    )


def a_clock(at: datetime = MONDAY) -> FixedClock:
    """Return a clock that stands still."""
    return FixedClock(at)


OPENED: Final[list[Bank]] = []
"""The banks that tests opened; ``tests/conftest.py`` closes what a test leaves open."""


def a_bank(folder: Path, clock: FixedClock | None = None, seed: int = 1) -> Bank:
    """Return the open bank of a folder; a new one where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    bank = Bank.open(folder / "bank.quizbank", clock or a_clock(), IdSource(Random(seed)))
    OPENED.append(bank)
    return bank


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer that a test gives; ``score`` follows the outcome unless named."""

    outcome: Outcome = Outcome.CORRECT
    score: float | None = None
    mode: Mode = Mode.SCHEDULED
    at: datetime = MONDAY
    elapsed_ms: int = 4000
    answer: AnswerPlain = "et svar"
    rating: Rating = Rating.GOOD
    hints: Hints = Hints.NONE

    @property
    def counted(self) -> float:
        """The score that the log gets."""
        return self.outcome / 2 if self.score is None else self.score


def card_id(tx: Reader, question: str, slot: str = "", pack: PackId = PACK) -> int:
    """Return the number of a card that is there."""
    found = tx.card_id(CardKey(pack, QuestionId(question), slot))
    assert found is not None
    return found


def answer_card(tx: Transaction, card: int, given: Given | None = None) -> UUID:
    """Log an answer and store the memory it leads to, as a sitting does."""
    given = given or Given()
    asked = tx.question_of(card)
    memory = tx.memory(card)
    fold = tx.current_fold()
    day = study_day(given.at)
    rating = given.rating if asked.kind in SELF_RATED else None
    evidence = Evidence(
        kind=asked.kind,
        score=given.counted,
        options=3,
        hints=given.hints,
        self_rating=rating,
    )
    state, due_day = memory.state, None
    moves = given.mode != Mode.PRACTICE and moves_memory(state, evidence, day)
    if moves:
        state = after(state, evidence, day, fold.weights)
        rules = DueRules(weights=fold.weights)
        window = due_window(state, rules)
        nearby = tx.load_nearby(asked, window[0], window[-1])
        crowd = Crowd(load=nearby.by_day, sibling_days=nearby.sibling_days)
        due_day = decide_due_day(str(asked.key), state, rules, crowd)
    written = tx.add_review(
        NewReview(
            card=asked,
            session_id=None,
            at=given.at,
            study_day=day,
            mode=given.mode,
            answer=given.answer,
            options=evidence.options,
            hints=given.hints,
            elapsed_ms=given.elapsed_ms,
            outcome=given.outcome,
            score=given.counted,
            rule="T1",
            rules_version=1,
            self_rating=rating,
            due_day=due_day,
        )
    )
    if moves:
        tx.set_memory(card, state, due_day, fold.fold_id)
    tx.add_undo_step("study.undo.answer", [{"retract": str(written.uuid)}], given.at)
    return written.uuid


LOG: Final = frozenset(
    {
        *("review", "amendment", "card_event", "study_session", "undo_step"),
        *("installation", "installation_step"),
    }
)


@contextmanager
def watched(path: Path) -> Iterator[None]:
    """See to it that nobody writes in a bank meanwhile."""
    with closing(sqlite3.connect(path)) as watcher:
        before = watcher.execute("PRAGMA data_version").fetchone()
        yield
        assert watcher.execute("PRAGMA data_version").fetchone() == before


def rows_of(path: Path, without: Iterable[str] = ()) -> Rows:
    """Return every row of a bank's file by table, in a settled order."""
    skipped = set(without)
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)  # noqa: S608 - the file's own names
            for (name,) in names.fetchall()
            if name not in skipped
        }


def difference(one: Rows, other: Rows) -> Mapping[str, Sequence[object]]:
    """Return the rows that only one of two dumps has, by table; empty where they are equal."""
    return {
        name: sorted(set(one.get(name, [])) ^ set(other.get(name, [])), key=repr)
        for name in one.keys() | other.keys()
        if one.get(name) != other.get(name)
    }
