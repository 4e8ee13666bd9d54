"""The questions of the library: found while typing, shown with what is remembered of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final
from uuid import UUID

from quizapp.bank.bank import Bank, Reader
from quizapp.bank.search_values import LibraryOrder, LibraryRow, LibraryScope, Standing
from quizapp.bank.values import CardScope, Held, JsonObject
from quizapp.base.clock import Clock
from quizapp.base.ids import CardKey, PackId
from quizapp.markup.parse import parse
from quizapp.markup.plain import to_plain
from quizapp.notation.search_words import is_found, needles, searchable
from quizapp.questions.kinds import Open, Question
from quizapp.questions.stored import read_stored
from quizapp.scheduling.day import elapsed_days, study_day
from quizapp.scheduling.fsrs import Fsrs6, model_of
from quizapp.scheduling.leech import is_leech
from quizapp.scheduling.memory import Phase
from quizapp.study.found import Choices, Detail, Found, Glimpse, Hit, Order, Packed, State, Wanted
from quizapp.study.past import past_of
from quizapp.study.pictures import pictures_shown
from quizapp.study.preferences import Preferences
from quizapp.study.shown import answer_text
from quizapp.study.why import story_of
from quizapp.study.written import front_of, words_of

_STANDINGS: Final = {state: Standing[state.name] for state in State}
_ORDERS: Final = {order: LibraryOrder[order.name] for order in Order}


@dataclass(frozen=True, slots=True)
class ResetDone:
    """The rows of the log that let questions begin anew; taken back, all is as it was."""

    events: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Paused:
    """Since when questions were on pause, in UTC milliseconds."""

    since: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class TakenWording:
    """The rows of a wording that counts no longer."""

    rows: tuple[JsonObject, ...]


@dataclass(frozen=True, slots=True)
class _Listed:
    """Questions and revisions in order, and of when and what that is true."""

    scope: LibraryScope
    day: int
    stamp: tuple[int, int]
    rows: list[tuple[int, int]]


class Finder:
    """Looks through the questions of an open bank. Use it from one thread at a time."""

    def __init__(self, bank: Bank, clock: Clock) -> None:
        self._bank = bank
        self._clock = clock
        # What can be found in each revision, read once: a revision never changes.
        self._texts: dict[int, str] = {}
        # What was listed last, so that typing on looks through it and not through the bank.
        self._listed: _Listed | None = None

    def find(self, wanted: Wanted) -> Found:
        """Return the questions that fit, in order."""
        words = needles(wanted.text)
        with self._bank.read() as reader:
            rows = self._rows(reader, _scope_of(wanted))
            total = reader.library_count()
            if not words:
                return Found(wanted=wanted, total=total, questions=tuple(row[0] for row in rows))
            self._learn(reader, [revision for _question, revision in rows])
            notes = {
                question: searchable(note)
                for question, note in reader.questions_with_notes().items()
            }
        texts = self._texts
        kept = tuple(
            question
            for question, revision in rows
            if is_found(words, texts[revision]) or is_found(words, notes.get(question, ""))
        )
        return Found(wanted=wanted, total=total, questions=kept)

    def glimpse(self, text: str, most: int, read: int) -> Glimpse:
        """Return the first questions that a text finds among those read so far.

        At most ``read`` more are read for it, so that it takes a moment; ask again for the rest.
        """
        words = needles(text)
        with self._bank.read() as reader:
            rows = self._rows(reader, LibraryScope())
            left = [revision for _question, revision in rows if revision not in self._texts]
            self._learn(reader, left[:read])
        texts = self._texts
        places = [
            (_place_of(words[0], texts[revision]), question)
            for question, revision in rows
            if words and revision in texts and is_found(words, texts[revision])
        ]
        first = nsmallest(most, places, key=lambda place: place[0])
        return Glimpse(
            text=text,
            hits=self.hits([question for _at, question in first]),
            count=len(places),
            is_whole=len(left) <= read,
        )

    def get_ready(self, most: int) -> bool:
        """Read what can be found in at most so many questions; say whether more is left."""
        with self._bank.read() as reader:
            rows = self._rows(reader, LibraryScope())
            left = [revision for _question, revision in rows if revision not in self._texts]
            self._learn(reader, left[:most])
        return len(left) > most

    def hits(self, questions: Sequence[int]) -> tuple[Hit, ...]:
        """Return the rows of questions, in the order asked for; those gone are left out."""
        with self._bank.read() as reader:
            model = model_of(reader.current_fold().weights)
            day = self._day(reader)
            titles = _titles(reader)
            return tuple(
                _hit(row, titles.get(row.pack, ""), model, day)
                for row in reader.library_rows(questions)
            )

    def detail(self, question: int) -> Detail | None:
        """Return all there is to know of a question, None for one that has gone."""
        with self._bank.read() as reader:
            rows = reader.library_rows((question,))
            if not rows:
                return None
            row, day = rows[0], self._day(reader)
            hit = _hit(row, _titles(reader).get(row.pack, ""), _model(reader), day)
            asked = read_stored(row.body)
            return Detail(
                hit=hit,
                answer=_answer_of(asked),
                explanation=to_plain(parse(asked.explanation)),
                basis=asked.basis,
                note=row.note,
                study_day=day,
                story=story_of(reader, hit.speaking, day),
                past=past_of(reader, [card.card_id for card in row.cards], asked),
                shown=pictures_shown(reader, row.pack, asked),
                packed=_packed(reader, question),
                wordings=tuple(dict.fromkeys(one.wording for one in reader.own_wordings(question))),
            )

    def choices(self) -> Choices:
        """Return what can be filtered by."""
        with self._bank.read() as reader:
            titles = _titles(reader)
            return Choices(packs=tuple(titles.items()), topics=tuple(reader.all_topics()))

    def pause(self, questions: Sequence[int]) -> tuple[int, ...]:
        """Put questions on pause; returns those that were not already."""
        with self._bank.transaction() as tx:
            paused = tx.paused_questions()
            new = tuple(question for question in questions if question not in paused)
            tx.suspend_all(new, self._clock.now())
        return new

    def resume(self, questions: Sequence[int]) -> Paused:
        """Take questions in again; returns what ``pause_again`` puts back."""
        with self._bank.transaction() as tx:
            paused = Paused(tx.pauses_of(questions))
            tx.suspend_all(tuple(paused.since), None)
        return paused

    def pause_again(self, paused: Paused) -> None:
        """Put questions on pause as they were."""
        with self._bank.transaction() as tx:
            tx.pause_as_before(paused.since)

    def take_wording(self, question: int, wording: str) -> TakenWording:
        """Let a wording of the learner's own count no longer; ``put_wording`` takes it back."""
        with self._bank.transaction() as tx:
            return TakenWording(tx.take_own_wordings(question, wording))

    def put_wording(self, taken: TakenWording) -> None:
        """Let a wording count again."""
        with self._bank.transaction() as tx:
            tx.put_own_wordings(taken.rows)

    def reset(self, questions: Sequence[int]) -> ResetDone:
        """Let questions begin anew; every answer stays in the log."""
        with self._bank.transaction() as tx:
            now = self._clock.now()
            return ResetDone(tuple(tx.reset_all(questions, now, self._day(tx))))

    def take_back(self, done: ResetDone) -> None:
        """Let questions that began anew be remembered as before."""
        with self._bank.transaction() as tx:
            for event in done.events:
                tx.retract_event(event, self._clock.now())

    def set_note(self, question: int, text: str) -> str:
        """Keep the learner's note on a question; returns the note that stood there before."""
        with self._bank.transaction() as tx:
            before = tx.note(question)
            tx.set_note(question, text.strip())
        return before

    def pause_card(self, card: CardKey) -> None:
        """Put a card's question on pause; raises ``KeyError`` for an unknown card."""
        with self._bank.transaction() as tx:
            tx.suspend_all([_question_of(tx, card)], self._clock.now())

    def set_note_of(self, card: CardKey, text: str) -> None:
        """Keep the learner's note on a card's question; raises ``KeyError`` for an unknown one."""
        with self._bank.transaction() as tx:
            tx.set_note(_question_of(tx, card), text.strip())

    def _rows(self, reader: Reader, scope: LibraryScope) -> list[tuple[int, int]]:
        day, stamp = self._day(reader), reader.stamp()
        listed = self._listed
        if listed is None or (listed.scope, listed.day, listed.stamp) != (scope, day, stamp):
            listed = _Listed(scope, day, stamp, reader.library(scope, day))
            self._listed = listed
        return listed.rows

    def _learn(self, reader: Reader, revisions: Sequence[int]) -> None:
        new = [revision for revision in revisions if revision not in self._texts]
        for revision, body in reader.bodies(new).items():
            self._texts[revision] = searchable(" ".join(words_of(body)))

    def _day(self, reader: Reader) -> int:
        return study_day(self._clock.now(), Preferences.read(reader).rollover_hour)


def _place_of(word: str, text: str) -> tuple[bool, int]:
    """Return what to sort by where a word stands: at the start of a word before inside one."""
    if text.startswith(word):
        return False, 0
    at = text.find(f" {word}")
    return at < 0, at if at >= 0 else text.find(word)


def _answer_of(question: Question) -> str:
    """Return the right answer; a model answer may be written with marks, nothing else is."""
    answer = answer_text(question)
    return to_plain(parse(answer)) if isinstance(question, Open) else answer


def _packed(reader: Reader, question: int) -> Packed | None:
    record = reader.question_record(question)
    if record.own is None:
        return None
    packed = read_stored(record.body)
    return Packed(
        prompt=packed.line,
        answer=_answer_of(packed),
        explanation=to_plain(parse(packed.explanation)),
    )


def _question_of(reader: Reader, card: CardKey) -> int:
    number = reader.card_id(card)
    if number is None:
        raise KeyError(card)
    return reader.question_of(number).question_id


def _scope_of(wanted: Wanted) -> LibraryScope:
    return LibraryScope(
        cards=CardScope(
            packs=wanted.packs,
            categories=tuple(category.value for category in wanted.categories),
            topics=wanted.topics,
            kinds=wanted.kinds,
        ),
        standing=None if wanted.state is None else _STANDINGS[wanted.state],
        order=_ORDERS[wanted.order],
        is_descending=wanted.is_descending,
    )


def _titles(reader: Reader) -> dict[PackId, str]:
    return {record.key: str(record.manifest.get("titel", "")) for record in reader.packs()}


def _model(reader: Reader) -> Fsrs6:
    return model_of(reader.current_fold().weights)


def _hit(row: LibraryRow, title: str, model: Fsrs6, day: int) -> Hit:
    """Return a question's row; the card that is remembered worst speaks for it."""
    recalls = [
        None
        if card.state.phase == Phase.NEW
        else model.recall(card.state.stability, elapsed_days(card.state.last_day, day))
        for card in row.cards
    ]
    known = [(recall, at) for at, recall in enumerate(recalls) if recall is not None]
    worst = min(known)[1] if known else 0
    due = [card.due_day for card in row.cards if card.due_day is not None]
    return Hit(
        question=row.question,
        cards=tuple(card.key for card in row.cards),
        speaking=row.cards[worst].key,
        kind=row.kind,
        category=row.category,
        pack_title=title,
        prompt=front_of(row.body),
        recall=min(known)[0] if known else None,
        days_until=min(due) - day if due else None,
        is_paused=any(Held.SUSPENDED in card.held for card in row.cards),
        is_failing=any(is_leech(card.state) for card in row.cards),
        has_note=bool(row.note),
    )
