"""What a mock exam that was handed in came to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeVar, assert_never

from quizapp.bank.bank import Reader
from quizapp.bank.mocks import MockRecord, MockScore
from quizapp.grading.verdict import Outcome
from quizapp.questions.answers import (
    Answer,
    Matched,
    Ordered,
    Picked,
    PickedMany,
    Rated,
    Typed,
    TypedList,
    WrittenAndRated,
)
from quizapp.questions.kinds import Category, Choice, Kind, MultipleChoice, kind_of
from quizapp.study.flow import Shown
from quizapp.study.marking import told_of
from quizapp.study.mock_handing_in import TIME_UP, can_overrule, verdict_of
from quizapp.study.mock_paper import EXAM, MS, TITLE, Item, exam_of, in_zone_of
from quizapp.study.mock_values import Earlier, Figure, Marked, MockResult, PastMock
from quizapp.study.shown import answer_text

T = TypeVar("T")

SCOPE_KEYS = (EXAM, "packs", "categories", "topics")


def result_of(reader: Reader, mock: MockRecord, items: Sequence[Item], now: datetime) -> MockResult:
    """Return the result of a mock exam; one that is under way has nothing right."""
    marked = [_marked(reader, item) for item in items]
    handed_in = in_zone_of(mock.handed_in_at or now, now)
    return MockResult(
        mock_id=mock.mock_id,
        title=str(mock.blueprint.get(TITLE, "")),
        at=handed_in,
        counts=mock.counts,
        is_time_up=bool(mock.blueprint.get(TIME_UP)),
        limit_s=mock.limit_s,
        spent_s=sum(item.stored.elapsed_ms for item in items) // MS,
        figure=_figure(marked),
        almost=sum(one.outcome is Outcome.ALMOST for one in marked),
        by_category=_figures(marked, [(one, one.value) for one in Category]),
        by_kind=_kinds(marked),
        marked=tuple(sorted(marked, key=lambda one: (one.outcome, one.position))),
        earlier=_earlier(reader, mock, handed_in),
    )


def past_of(reader: Reader, now: datetime) -> tuple[PastMock, ...]:
    """Return the mock exams that were handed in, the newest first."""
    scores = reader.mock_scores()
    return tuple(
        PastMock(
            mock_id=mock.mock_id,
            title=str(mock.blueprint.get(TITLE, "")),
            exam=exam_of(mock),
            at=in_zone_of(mock.handed_in_at, now),
            figure=_scored(scores.get(mock.mock_id, MockScore(0, 0))),
            counts=mock.counts,
        )
        for mock in reader.mocks()
        if mock.handed_in_at is not None
    )


def given_text(answer: Answer | None) -> str:  # noqa: C901, PLR0911 - one case a shape
    """Return an answer in words; empty for a blank."""
    match answer:
        case None:
            return ""
        case Typed():
            return answer.text.strip()
        case TypedList():
            return ", ".join(text.strip() for text in answer.texts if text.strip())
        case Picked():
            return answer.option
        case PickedMany():
            return ", ".join(answer.options)
        case Ordered():
            return " → ".join(answer.items)
        case Matched():
            return ", ".join(f"{left} – {right}" for left, right in answer.pairs)
        case WrittenAndRated():
            return answer.text
        case Rated():
            return str(answer.rating)
        case _:
            assert_never(answer)


def _marked(reader: Reader, item: Item) -> Marked:
    question, stored = item.posed.question, item.stored
    logged = None if stored.review is None else reader.review(stored.review)
    outcome = Outcome.WRONG if logged is None else logged.outcome
    return Marked(
        position=stored.position,
        card=item.posed.asked.key,
        question=question,
        kind=kind_of(question),
        outcome=outcome,
        given=given_text(item.answer),
        correct=answer_text(question),
        feedback=_feedback(item, outcome),
        is_flagged=stored.is_flagged,
        is_overruled=logged is not None and logged.is_overruled,
        can_overrule=logged is not None and can_overrule(item.answer, outcome),
        shown=_pictures(item),
    )


def _pictures(item: Item) -> Shown:
    """Return the pictures to look at again; of options only those chosen and those right."""
    question, shown = item.posed.question, item.posed.shown
    wanted = set(shown.at_options)
    if isinstance(question, Choice | MultipleChoice):
        right = {question.right} if isinstance(question, Choice) else set(question.right)
        wanted = right | _chosen(item.answer)
    at_options = {text: it for text, it in shown.at_options.items() if text in wanted}
    return Shown(picture=shown.picture, at_options=at_options, explaining=shown.explaining)


def _chosen(answer: Answer | None) -> set[str]:
    match answer:
        case Picked():
            return {answer.option}
        case PickedMany():
            return set(answer.options)
        case _:
            return set()


def _feedback(item: Item, outcome: Outcome) -> str:
    """Return what marking says; nothing where newer rules say otherwise than what was recorded."""
    verdict = verdict_of(item)
    if verdict is None or verdict.outcome is not outcome:
        return ""
    return told_of(verdict)


def _figure(marked: Iterable[Marked]) -> Figure:
    rights = [one.is_right for one in marked]
    return Figure(right=sum(rights), asked=len(rights))


def _figures(
    marked: Sequence[Marked], names: Iterable[tuple[Category, str]]
) -> tuple[tuple[str, Figure], ...]:
    there = Counter(one.question.category for one in marked)
    return tuple(
        (name, _figure(one for one in marked if one.question.category is category))
        for category, name in names
        if there[category]
    )


def _kinds(marked: Sequence[Marked]) -> tuple[tuple[Kind, Figure], ...]:
    there = Counter(one.kind for one in marked)
    return tuple(
        (kind, _figure(one for one in marked if one.kind is kind)) for kind in Kind if there[kind]
    )


def _earlier(reader: Reader, mock: MockRecord, at: datetime) -> Earlier | None:
    scope = _scope(mock)
    before = next(
        (
            one
            for one in reader.mocks()
            if one.mock_id < mock.mock_id and one.handed_in_at is not None and _scope(one) == scope
        ),
        None,
    )
    if before is None or before.handed_in_at is None:
        return None
    days = (at.date() - in_zone_of(before.handed_in_at, at).date()).days
    return Earlier(days=max(days, 0), figure=_scored(reader.mock_scores()[before.mock_id]))


def _scored(score: MockScore) -> Figure:
    return Figure(right=score.right, asked=score.asked)


def _scope(mock: MockRecord) -> tuple[object, ...]:
    return tuple(mock.blueprint.get(key) for key in SCOPE_KEYS)
