"""Mock exams in every state, built from values."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from quizapp.base.clock import SystemClock
from quizapp.base.errors import QuizappError
from quizapp.grading.verdict import Outcome
from quizapp.questions.answers import Answer, Matched, Ordered, Picked, PickedMany, Typed, TypedList
from quizapp.questions.kinds import Kind, Question, kind_of
from quizapp.study.flow import Progress
from quizapp.study.mock_values import (
    Earlier,
    ExamChoice,
    Figure,
    Marked,
    MockOffer,
    MockResult,
    Paper,
    PastMock,
    Running,
    Sheet,
)
from quizapp.study.shown import answer_text
from quizapp.ui.mock.page import MockPage
from quizapp.ui.mock.past import ExamMocks
from quizapp.ui.mock.result_page import MockResultPage
from quizapp.ui.mock.running_card import RunningCard
from quizapp.ui.mock.start_page import MockStartPage
from quizapp.ui.mock.text_page import TextPage
from quizapp.ui.shell import HOME, PRACTICE
from quizapp.ui.widgets.frame import PageScroll
from tests.screens import samples as s
from tests.screens.knowing import an_offer
from tests.screens.scenes import Scene, at_desk

TODAY = date(2026, 11, 24)
ASKED: tuple[Question, ...] = (
    s.DATE,
    s.NUMBER,
    s.TERM,
    s.CHOICE,
    s.MULTIPLE,
    s.ORDERING,
    s.MATCHING,
    s.CLOZE,
    s.ENUMERATION,
)
GIVEN: dict[str, Answer] = {
    s.DATE.id: Typed("maj 1905"),
    s.NUMBER.id: Typed("41.000"),
    s.TERM.id: Typed("Manchueriet"),
    s.CHOICE.id: Picked(s.CHOICE.right),
    s.MULTIPLE.id: PickedMany(s.MULTIPLE.right[:2]),
    s.ORDERING.id: Ordered(s.SHOWN[s.ORDERING.id].options),
    s.MATCHING.id: Matched(s.MATCHING.pairs[:3]),
    s.CLOZE.id: TypedList(("sydlige", "Sakhalin", "")),
    s.ENUMERATION.id: TypedList(("Rusland", "Tyskland")),
}
WHEN = datetime(2026, 11, 24, 16, 20, tzinfo=UTC)
EXAM = UUID(int=7)


def a_sheet(place: int, count: int = 30, *, is_answered: bool = False) -> Sheet:
    """Return a sheet of a paper; the questions come round."""
    question = ASKED[place % len(ASKED)]
    asking = s.asking(question)
    asking = replace(asking, progress=Progress(done=place, total=count, seconds_left=0))
    answer = GIVEN[question.id] if is_answered else None
    return Sheet(asking=asking, answer=answer, is_flagged=place in {4, 9}, elapsed_ms=30_000)


def a_paper(count: int = 30, answered: int = 13, limit_s: int | None = 37 * 60) -> Paper:
    """Return a paper that has been begun; one question before the open one is a blank."""
    sheets = (
        a_sheet(place, count, is_answered=place < answered and place != 5) for place in range(count)
    )
    return Paper(mock_id=1, title=s.TITLE, limit_s=limit_s, sheets=tuple(sheets))


def a_mark(
    place: int,
    outcome: Outcome,
    given: str = "",
    *,
    is_flagged: bool = False,
    is_overruled: bool = False,
) -> Marked:
    """Return one answer of a result."""
    question = ASKED[place % len(ASKED)]
    return Marked(
        position=place,
        card=s.asking(question).card,
        question=question,
        kind=kind_of(question),
        outcome=outcome,
        given=given,
        correct=answer_text(question),
        feedback="Dag og måned mangler." if outcome is Outcome.ALMOST else "",
        is_flagged=is_flagged,
        is_overruled=is_overruled,
        can_overrule=bool(given),
    )


def a_result(*, counts: bool = True, all_right: bool = False) -> MockResult:
    """Return what a mock exam of 30 questions came to."""
    marked = [
        a_mark(0, Outcome.WRONG, "maj 1905"),
        a_mark(1, Outcome.WRONG, "41.000"),
        a_mark(5, Outcome.WRONG),
        a_mark(8, Outcome.WRONG, "Rusland, England"),
        a_mark(2, Outcome.ALMOST, "Manchueriet"),
        *(a_mark(place, Outcome.CORRECT, "Sakhalin") for place in (3, 6, 7)),
    ]
    if all_right:
        marked = [a_mark(place, Outcome.CORRECT, "Sakhalin") for place in range(8)]
    return MockResult(
        mock_id=1,
        title=s.TITLE,
        at=WHEN,
        counts=counts,
        is_time_up=False,
        limit_s=None,
        spent_s=1500,
        figure=Figure(right=30 if all_right else 22, asked=30),
        almost=0 if all_right else 1,
        by_category=(
            ("dato", Figure(right=6, asked=7)),
            ("begreb", Figure(right=7, asked=8)),
            ("tal", Figure(right=3, asked=7)),
            ("konsekvens", Figure(right=6, asked=8)),
        ),
        by_kind=(
            (Kind.DATE, Figure(right=6, asked=7)),
            (Kind.TERM, Figure(right=6, asked=10)),
            (Kind.CHOICE, Figure(right=9, asked=10)),
            (Kind.ORDERING, Figure(right=3, asked=3)),
        ),
        marked=tuple(marked),
        earlier=Earlier(days=7, figure=Figure(right=20, asked=29)),
    )


def a_past(number: int, right: int, *, counts: bool = True) -> PastMock:
    """Return a mock exam of days gone by."""
    return PastMock(
        mock_id=number,
        title=s.TITLE if number % 2 else "",
        exam=EXAM if number % 2 else None,
        at=WHEN.replace(day=24 - number),
        figure=Figure(right=right, asked=30),
        counts=counts,
    )


RUNNING = Running(mock_id=4, title=s.TITLE, exam=EXAM, answered=12, asked=30, seconds_left=23 * 60)
PAST = (a_past(1, 22), a_past(4, 20, counts=False), a_past(11, 17))


def a_mock_offer(running: Running | None = None, *, askable: int = 106) -> MockOffer:
    """Return what a mock exam can be made from."""
    return MockOffer(
        askable=askable,
        left_out=8,
        offer=an_offer(),
        exams=(ExamChoice(EXAM, "Historieprøve"),),
        running=running,
        past=PAST,
    )


def paper(place: int, then: Callable[[MockPage], None] | None = None) -> Scene:
    """Return a scene of a paper that is open at a place."""

    def build() -> QWidget:
        page = MockPage(SystemClock())
        page.show_paper(a_paper())
        page.open_place(place)
        if then is not None:
            then(page)
        return page

    return build


def start(offer: MockOffer, *, own: bool = False) -> Scene:
    """Return a scene of the page where a mock exam is begun."""

    def build() -> QWidget:
        page = MockStartPage()
        page.show_offer(offer, TODAY)
        if own:
            page.form.source.setCurrentIndex(page.form.source.findData(""))
            page.form.packs.setCurrentIndex(1)
            page.show_offer(offer, TODAY)
        return at_desk(page, PRACTICE)

    return build


def result(values: MockResult, *, unfolded: int | None = None) -> Scene:
    """Return a scene of a result, perhaps with one answer unfolded."""

    def build() -> QWidget:
        page = MockResultPage()
        page.show_result(values)
        if unfolded is not None and page.answers is not None:
            page.answers.rows[unfolded].head.set_open(is_open=True)
        return at_desk(page, PRACTICE)

    return build


def _untimed() -> QWidget:
    page = MockPage(SystemClock())
    page.show_paper(a_paper(count=9, answered=9, limit_s=None))
    page.open_place(8)
    return page


def _text() -> QWidget:
    page = TextPage(s.PASSAGES, s.PASSAGES[0].mark)
    page.take_focus()
    return at_desk(page, PRACTICE)


def _cards() -> QWidget:
    page = PageScroll()
    page.column.addWidget(RunningCard(RUNNING))
    for running in (None, RUNNING):
        card = ExamMocks()
        card.show_mocks(running, PAST[:2], TODAY)
        page.column.addWidget(card)
    return at_desk(page, HOME)


MOCKS: dict[str, Scene] = {
    "22_proeveeksamen_begynd": start(a_mock_offer()),
    "22_proeveeksamen_begynd_selv": start(a_mock_offer(), own=True),
    "22_proeveeksamen_begynd_ingen": start(a_mock_offer(askable=0)),
    "22_proeveeksamen_fortsaet": start(a_mock_offer(RUNNING)),
    "22_proeveeksamen_kort": _cards,
    "22_proeveeksamen": paper(12),
    "22_proeveeksamen_dato": paper(9),
    "22_proeveeksamen_tal": paper(13),
    "22_proeveeksamen_flervalg": paper(4),
    "22_proeveeksamen_raekkefoelge": paper(5),
    "22_proeveeksamen_par": paper(6),
    "22_proeveeksamen_huller": paper(7),
    "22_proeveeksamen_liste": paper(8),
    "22_proeveeksamen_uden_tid": _untimed,
    "22_proeveeksamen_mangler": paper(29, lambda page: page.ask_to_hand_in()),
    "22_proeveeksamen_disk_fuld": paper(
        12, lambda page: page.show_failure(str(QuizappError("disk_full")))
    ),
    "23_resultat": result(a_result()),
    "23_resultat_aabnet": result(a_result(), unfolded=0),
    "23_resultat_taeller_ikke": result(a_result(counts=False), unfolded=4),
    "23_resultat_alt_rigtigt": result(a_result(all_right=True)),
    "23_resultat_tekst": _text,
}
