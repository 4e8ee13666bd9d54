"""After the answer: what is said, what goes on, and what an absent-minded key cannot do."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.base.clock import FixedClock
from quizapp.base.errors import QuizappError
from quizapp.base.texts import Message, say
from quizapp.grading.verdict import Outcome
from quizapp.notation.dates import Precision
from quizapp.questions.answers import PickedMany, Typed
from quizapp.questions.keys import DateKey
from quizapp.study.flow import Judged
from quizapp.ui.study.next_button import GUARD_MS
from quizapp.ui.study.outcome_part import headline_of, next_text, sentence_of
from quizapp.ui.study.page import StudyPage
from quizapp.ui.study.report_box import ReportBox
from quizapp.ui.study.wishes import Wish
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.note_box import NoteBox
from quizapp.ui.widgets.verdict import AnswerPair
from tests.screens import samples as s
from tests.screens import scenes
from tests.ui.pages.conftest import ShowPage
from tests.ui.pages.test_answering import focused_part, press


def wishes_of(page: StudyPage) -> list[Any]:
    wishes: list[Any] = []
    page.wished.connect(wishes.append)
    return wishes


def words_on(page: QWidget) -> str:
    labels = page.findChildren(WrappingLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(page))


@pytest.mark.parametrize(
    "judged",
    [
        scenes.WRONG_NUMBER,
        scenes.WRONG_CHOICE,
        scenes.ALMOST_MULTIPLE,
        scenes.WRONG_ORDER,
        scenes.WRONG_PAIRS,
        scenes.ALMOST_CLOZE,
        scenes.ALMOST_LIST,
    ],
    ids=lambda judged: type(judged.asking.question).__name__,
)
def test_the_verdict_takes_over_from_the_question(show_page: ShowPage, judged: Judged) -> None:
    page = show_page(judged.asking)
    press("Down")
    page.show_turn(judged, can_undo=True)
    QApplication.processEvents()
    assert focused_part().accessibleName() == "Næste"


def test_an_error_is_not_passed_over_by_the_key_that_answered(show_page: ShowPage) -> None:
    page = show_page(scenes.WRONG_NUMBER)
    wishes = wishes_of(page)
    press("Enter")
    assert wishes == []


def test_a_fresh_press_after_a_moment_goes_on(show_page: ShowPage, clock: FixedClock) -> None:
    page = show_page(scenes.WRONG_NUMBER)
    wishes = wishes_of(page)
    clock.move(milliseconds=GUARD_MS)
    press("Enter")
    assert wishes == [Wish.PROCEED]


def test_a_held_enter_never_goes_on(show_page: ShowPage, clock: FixedClock) -> None:
    page = show_page(scenes.RIGHT_DATE)
    wishes = wishes_of(page)
    clock.move(seconds=5)
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        "\r",
        True,  # noqa: FBT003 - Qt's own signature: it repeats
    )
    QApplication.sendEvent(focused_part(), held)
    assert wishes == []


def test_a_right_answer_goes_on_at_once(show_page: ShowPage) -> None:
    page = show_page(scenes.RIGHT_DATE)
    wishes = wishes_of(page)
    press("Enter")
    assert wishes == [Wish.PROCEED]


def test_a_right_answer_has_nothing_to_overrule(show_page: ShowPage) -> None:
    assert not show_page(scenes.RIGHT_DATE).can_overrule


def test_a_wrong_answer_can_be_overruled(show_page: ShowPage) -> None:
    assert show_page(scenes.WRONG_NUMBER).can_overrule


def test_the_page_says_what_was_written_and_what_is_right(show_page: ShowPage) -> None:
    words = words_on(show_page(scenes.ALMOST_DATE))
    assert "5/9" in words
    assert "5. september 1905" in words


def test_the_reason_why_the_picked_option_is_wrong_stands_once(show_page: ShowPage) -> None:
    words = words_on(show_page(scenes.WRONG_CHOICE))
    assert words.count(s.CHOICE.wrong[0].why) == 1


def test_the_explanation_stands_once(show_page: ShowPage) -> None:
    assert words_on(show_page(scenes.WRONG_CHOICE)).count(s.CHOICE.explanation) == 1


def test_what_was_not_known_is_not_called_wrong() -> None:
    assert headline_of(scenes.NO_NUMBER) == "Ikke besvaret"


def test_a_wording_that_was_overruled_can_be_kept(show_page: ShowPage) -> None:
    kept = replace(scenes.ALMOST_TERM, is_overruled=True, can_keep_wording=True)
    page = show_page(kept)
    wishes = wishes_of(page)
    (button,) = [each for each in page.findChildren(Button) if each.text() == "Husk det"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wishes == [Wish.KEEP_WORDING]
    assert sentence_of(kept).endswith("også være rigtigt næste gang?")


def test_an_overruled_answer_counts_as_right() -> None:
    overruled = s.judged(
        s.TERM,
        scenes.ALMOST_TERM.answer,
        scenes.ALMOST_TERM.verdict.outcome,
        feedback="Du har ret, men det staves »Manchuriet«.",
        correct="Manchuriet",
        is_overruled=True,
    )
    assert (headline_of(overruled), sentence_of(overruled)) == (
        "Rigtigt",
        "Tæller som rigtigt, fordi du siger det.",
    )


@pytest.mark.parametrize(
    ("judged", "text"),
    [
        (scenes.WRONG_NUMBER, "Kommer igen senere i runden."),
        (scenes.ALMOST_DATE, "Kommer igen på torsdag."),
        (scenes.RIGHT_DATE, "Kommer igen den 2. december."),
        (replace(scenes.WRONG_NUMBER, moves_memory=False), "Kommer igen senere i runden."),
        (
            replace(scenes.RIGHT_DATE, moves_memory=False),
            "Øvelsen ændrer ikke, hvornår spørgsmålet kommer igen.",
        ),
    ],
)
def test_the_page_says_when_the_question_comes_again(judged: Judged, text: str) -> None:
    assert next_text(judged) == text


@pytest.mark.parametrize(
    ("key", "example"),
    [
        (s.DATE.key, "fx 17. marts 1725"),
        (replace(s.DATE.key, precision=Precision.YEAR), "fx 1725"),
        (replace(s.DATE.key, precision=Precision.RANGE), "fx 1720–1725"),
    ],
)
def test_a_date_that_cannot_be_read_is_told_with_an_example_of_what_is_asked(
    key: DateKey, example: str
) -> None:
    asking = replace(scenes.ALMOST_DATE.asking, question=replace(s.DATE, key=key))
    message = Message("grading.D1.unreadable", {"given": "asdf"})
    judged = replace(
        scenes.ALMOST_DATE,
        asking=asking,
        answer=Typed("asdf"),
        verdict=replace(scenes.ALMOST_DATE.verdict, message=message),
    )
    assert sentence_of(judged) == f"»asdf« kan ikke læses som en dato – skriv {example}."


def test_one_wrong_option_does_not_speak_for_them_all() -> None:
    right, wrong = s.MULTIPLE.right, s.MULTIPLE.wrong[1]
    message = Message("grading.M1.extras", {"hits": 2, "n": 3, "extras": 1})
    judged = s.judged(
        s.MULTIPLE,
        PickedMany((*right[:2], wrong.text)),
        Outcome.ALMOST,
        feedback=wrong.why,
        correct=", ".join(right),
    )
    judged = replace(judged, verdict=replace(judged.verdict, message=message, comment=wrong.why))
    assert wrong.why
    assert sentence_of(judged) == say(message)


def pair_on(page: StudyPage) -> dict[str, bool]:
    """Return the two answers, and whether letters of them are marked."""
    (pair,) = page.findChildren(AnswerPair)
    parts = (pair._own.value, pair._right.value)
    return {value.text(): bool(value._spans) for value in parts}


def test_a_misspelt_answer_is_compared_with_the_wording_that_was_meant(show_page: ShowPage) -> None:
    message = Message("grading.T3.spelling", {"answer": "den åbne dørs politik"})
    verdict = replace(scenes.ALMOST_TERM.verdict, rule="T3", message=message)
    judged = replace(
        scenes.ALMOST_TERM,
        verdict=verdict,
        answer=Typed("den åbne dørs politk"),
        correct="den åbne dør",
    )
    page = show_page(judged)
    assert pair_on(page) == {"den åbne dørs politk": False, "den åbne dørs politik": True}


def test_no_letters_are_marked_in_another_wording_that_is_right(show_page: ShowPage) -> None:
    judged = replace(
        scenes.ALMOST_TERM,
        verdict=replace(scenes.ALMOST_TERM.verdict, outcome=Outcome.CORRECT, rule="T7"),
        answer=Typed("den åbne dørs politik"),
        correct="den åbne dør",
    )
    page = show_page(judged)
    assert pair_on(page) == {"den åbne dørs politik": False, "den åbne dør": False}


def test_t_asks_for_the_text(show_page: ShowPage) -> None:
    page = show_page(scenes.WRONG_CHOICE)
    wishes = wishes_of(page)
    press("t")
    assert wishes == [Wish.SHOW_TEXT]


def test_the_text_opens_beside_and_esc_closes_it(show_page: ShowPage) -> None:
    page = show_page(scenes.WRONG_CHOICE)
    page.show_text(s.PASSAGES)
    assert page.stage.text is not None
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.stage.text is None


def test_esc_alone_ends_nothing(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.CHOICE))
    wishes = wishes_of(page)
    press("Esc")
    assert wishes == []


def test_the_way_out_is_where_esc_leads(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.CHOICE))
    wishes = wishes_of(page)
    press("Esc", "Enter")
    assert wishes == [Wish.STOP]


def test_a_full_disk_leaves_the_typed_answer(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.DATE))
    press("5. september 1905", "Enter")
    page.show_failure(QuizappError("disk_full"))
    assert page.card is not None
    assert page.card.view.can_submit()


def test_a_full_disk_is_tried_again_with_enter(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.DATE))
    wishes = wishes_of(page)
    press("5. september 1905", "Enter")
    page.show_failure(QuizappError("disk_full"))
    press("Enter")
    assert wishes == [Wish.RETRY]


def test_the_other_buttons_keep_their_place_when_the_hint_is_shown(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.DATE))

    def place_of_skip() -> int:
        QApplication.processEvents()
        [skip] = [it for it in page.findChildren(Button) if it.text() == "Spring over"]
        return skip.mapTo(page, QPoint(0, 0)).x()

    before = place_of_skip()
    page.show_turn(s.asking(s.DATE, hint=s.DATE.hint), can_undo=False)
    assert place_of_skip() == before


def test_a_hint_leaves_what_is_written(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.DATE))
    press("5/9")
    page.show_turn(s.asking(s.DATE, hint=s.DATE.hint), can_undo=False)
    QApplication.processEvents()
    assert page.card is not None
    assert page.card.view.can_submit()
    assert s.DATE.hint in words_on(page)


def test_a_mistake_in_a_question_is_reported(show_page: ShowPage) -> None:
    page = show_page(scenes.ALMOST_DATE)
    reports: list[str] = []
    page.reported.connect(reports.append)
    page.open_report()
    press("Datoen er gammel stil", "Enter")
    assert reports == ["Datoen er gammel stil"]
    assert focused_part().accessibleName() == "Næste"


def test_the_same_question_can_come_twice_in_a_row(show_page: ShowPage) -> None:
    page = show_page(scenes.WRONG_NUMBER)
    page.show_turn(s.asking(s.NUMBER), can_undo=True)
    assert page.card is not None
    assert not page.card.view.is_judged


def test_finishing_offers_what_was_missed(show_page: ShowPage) -> None:
    page = show_page(s.FINISHED)
    cards: list[Any] = []
    page.practice_asked.connect(cards.append)
    QTest.keyClick(focused_part(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    press("Space")
    assert cards == [s.FINISHED.summary.missed]


def test_done_is_the_first_choice_when_finished(show_page: ShowPage, clock: FixedClock) -> None:
    page = show_page(s.FINISHED)
    wishes = wishes_of(page)
    clock.move(milliseconds=GUARD_MS)
    press("Enter")
    assert wishes == [Wish.LEAVE]


def test_a_long_verdict_is_scrolled_by_keys_from_the_button(show_page: ShowPage) -> None:
    page = show_page(scenes.WRONG_CHOICE)
    page.resize(720, 480)
    QApplication.processEvents()
    bar = page.stage.area.verticalScrollBar()
    bar.setValue(0)
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    down = bar.value()
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert down > bar.value() == 0


def in_view(page: StudyPage, part: QWidget) -> bool:
    area = page.stage.area.viewport()
    top = part.mapTo(area, QPoint(0, 0)).y()
    return top >= 0 and top + part.height() <= area.height()


@pytest.mark.parametrize(
    "judged", [scenes.WRONG_CHOICE, scenes.WRONG_ORDER, scenes.ALMOST_MULTIPLE]
)
def test_the_verdict_stands_whole_in_view(show_page: ShowPage, judged: Judged) -> None:
    page = show_page(judged.asking)
    page.resize(1024, 640)
    QTest.qWait(50)
    page.show_turn(judged, can_undo=True)
    QTest.qWait(50)
    assert page.card is not None
    assert page.card.outcome is not None
    assert in_view(page, page.card.outcome.box)


def test_the_question_stays_where_it_was_when_the_verdict_is_in_view(show_page: ShowPage) -> None:
    page = show_page(replace(scenes.ALMOST_DATE.asking, hint=s.DATE.hint, asks_confidence=True))
    page.resize(720, 480)
    QTest.qWait(50)
    page.show_turn(scenes.ALMOST_DATE, can_undo=True)
    QTest.qWait(50)
    assert page.stage.area.verticalScrollBar().value() == 0


@pytest.mark.parametrize("opens", [StudyPage.open_report, StudyPage.open_note])
def test_what_is_opened_below_the_verdict_stands_whole_in_view(
    show_page: ShowPage, opens: Callable[[StudyPage], None]
) -> None:
    page = show_page(scenes.WRONG_CHOICE)
    page.resize(1024, 640)
    QTest.qWait(50)
    opens(page)
    QTest.qWait(50)
    boxes: list[QWidget] = [*page.findChildren(ReportBox), *page.findChildren(NoteBox)]
    (box,) = boxes
    assert in_view(page, box)
