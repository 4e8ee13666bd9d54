"""The paper of a mock exam by keys alone: answer, go about, flag, time, hand in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.base.clock import FixedClock
from quizapp.questions.answers import Answer, Matched, Ordered, Picked, PickedMany, Typed, TypedList
from quizapp.questions.pack import Medium
from quizapp.study.flow import Picture
from quizapp.study.mock_values import Sheet
from quizapp.ui.mock.page import MockPage
from quizapp.ui.study.matching_view import MatchingView
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.picture_box import PictureBox
from tests.screens import samples as s
from tests.screens.mocks import ASKED, GIVEN, a_paper
from tests.ui.pages.window import press

Key = Qt.Key
DATE, NUMBER, TERM, CHOICE, MULTIPLE, ORDERING, MATCHING, CLOZE, LIST = range(len(ASKED))


class Stored(list[tuple[int, Sheet]]):
    """What the page asked to have stored, in order."""

    def answer_at(self, place: int) -> Answer | None:
        return [sheet for at, sheet in self if at == place][-1].answer


@pytest.fixture
def page(qtbot: QtBot, clock: FixedClock) -> MockPage:
    shown = MockPage(clock)
    qtbot.addWidget(shown)
    shown.resize(1180, 800)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.show_paper(a_paper(count=len(ASKED), answered=0, limit_s=600))
    QApplication.processEvents()
    return shown


@pytest.fixture
def stored(page: MockPage) -> Stored:
    kept = Stored()
    page.stored.connect(lambda place, sheet: kept.append((place, sheet)))
    return kept


def write(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)
    QApplication.processEvents()


def go_to(page: MockPage, place: int) -> None:
    page.open_place(place)
    QApplication.processEvents()


def times(emitted: Callable[[Callable[[], None]], object]) -> list[None]:
    """Return a list that grows each time a signal is emitted."""
    seen: list[None] = []
    emitted(lambda: seen.append(None))
    return seen


def words(page: MockPage) -> str:
    labels = page.findChildren(WrappingLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_every_letter_is_stored(stored: Stored) -> None:
    write("5/9")
    assert [sheet.answer for _at, sheet in stored] == [Typed("5"), Typed("5/"), Typed("5/9")]


def test_enter_goes_on_with_an_answer_and_without(page: MockPage) -> None:
    write("5/9 1905")
    press(Key.Key_Return)
    assert page.place == NUMBER
    press(Key.Key_Return)
    assert page.place == TERM


def test_nothing_is_judged_on_the_way(page: MockPage) -> None:
    write("1066")
    press(Key.Key_Return)
    go_to(page, DATE)
    assert "Forkert" not in words(page)
    assert "Rigtigt" not in words(page)


def test_what_was_written_is_there_again(page: MockPage, stored: Stored) -> None:
    write("1905")
    press(Key.Key_Return)
    go_to(page, DATE)
    write("!")
    assert stored.answer_at(DATE) == Typed("1905!")


def test_an_answer_taken_away_is_a_blank(stored: Stored) -> None:
    write("1")
    press(Key.Key_Backspace)
    assert stored.answer_at(DATE) is None


def test_a_digit_picks_and_stays(page: MockPage, stored: Stored) -> None:
    go_to(page, CHOICE)
    press(Key.Key_3)
    assert (page.place, stored.answer_at(CHOICE)) == (CHOICE, Picked(s.CHOICE.right))
    press(Key.Key_1, Key.Key_Return)
    assert page.place == MULTIPLE
    assert stored.answer_at(CHOICE) == Picked(s.CHOICE.wrong[0].text)


def test_enter_on_another_option_picks_it_first(page: MockPage, stored: Stored) -> None:
    go_to(page, CHOICE)
    press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert page.place == CHOICE
    assert stored.answer_at(CHOICE) == Picked(s.CHOICE.wrong[1].text)
    press(Key.Key_Return)
    assert page.place == MULTIPLE


def test_several_are_ticked_and_kept(page: MockPage, stored: Stored) -> None:
    go_to(page, MULTIPLE)
    press(Key.Key_2, Key.Key_3, Key.Key_Return)
    go_to(page, MULTIPLE)
    press(Key.Key_2)
    assert stored.answer_at(MULTIPLE) == PickedMany(("Krigserstatning",))


def test_an_order_not_touched_is_a_blank(page: MockPage, stored: Stored) -> None:
    go_to(page, ORDERING)
    press(Key.Key_Return)
    assert page.place == MATCHING
    assert stored.answer_at(ORDERING) is None


def test_an_order_is_laid_by_keys_and_lies_there_again(page: MockPage, stored: Stored) -> None:
    go_to(page, ORDERING)
    shown = s.SHOWN[s.ORDERING.id].options
    press(Key.Key_Space, Key.Key_Down, Key.Key_Space)
    laid = Ordered((shown[1], shown[0], *shown[2:]))
    assert stored.answer_at(ORDERING) == laid
    press(Key.Key_Return)
    assert page.place == MATCHING
    go_to(page, ORDERING)
    assert page.card is not None
    assert page.card.answer() == laid


def test_enter_puts_a_lifted_row_down_and_stays(page: MockPage) -> None:
    go_to(page, ORDERING)
    press(Key.Key_Space, Key.Key_Down, Key.Key_Return)
    assert page.place == ORDERING


def test_pairs_are_kept(page: MockPage, stored: Stored) -> None:
    go_to(page, MATCHING)
    press(Key.Key_1, Key.Key_A)
    answer = stored.answer_at(MATCHING)
    assert isinstance(answer, Matched)
    assert len(answer.pairs) == 1
    press(Key.Key_Return)
    assert page.place == CLOZE
    go_to(page, MATCHING)
    assert page.card is not None
    assert isinstance(page.card.view, MatchingView)
    assert page.card.view.board.pairs() == {0: 0}


def test_enter_walks_through_the_gaps_and_then_on(page: MockPage, stored: Stored) -> None:
    go_to(page, CLOZE)
    for text in ("sydlige", "Sakhalin", "erstatning"):
        assert page.place == CLOZE
        write(text)
        press(Key.Key_Return)
    assert page.place == LIST
    assert stored.answer_at(CLOZE) == TypedList(("sydlige", "Sakhalin", "erstatning"))


def test_enter_leaves_empty_gaps_and_an_empty_list(page: MockPage) -> None:
    go_to(page, CLOZE)
    press(Key.Key_Return)
    assert page.place == LIST


def test_a_list_is_kept(page: MockPage, stored: Stored) -> None:
    go_to(page, LIST)
    write("Rusland")
    press(Key.Key_Return)
    write("Tyskland")
    assert stored.answer_at(LIST) == TypedList(("Rusland", "Tyskland"))
    go_to(page, DATE)
    go_to(page, LIST)
    assert page.card is not None
    assert page.card.answer() == TypedList(("Rusland", "Tyskland"))


@pytest.mark.parametrize("place", range(len(ASKED)))
def test_each_kind_stands_as_it_was_left(page: MockPage, place: int) -> None:
    page.show_paper(a_paper(count=len(ASKED), answered=len(ASKED), limit_s=None))
    page.open_place(place)
    assert page.card is not None
    if place == ORDERING:  # the one question of the paper that is a blank
        assert page.card.answer() is None
    else:
        assert page.card.answer() == GIVEN[ASKED[place].id]


@pytest.mark.parametrize("place", range(len(ASKED)))
@pytest.mark.parametrize("other", [DATE, LIST])
def test_what_is_left_half_done_is_not_taken_for_the_next_answer(
    page: MockPage, stored: Stored, place: int, other: int
) -> None:
    go_to(page, place)
    press(Key.Key_1, Key.Key_Space)
    go_to(page, other)
    if other != place:
        assert all(sheet.answer is None for at, sheet in stored if at == other)
        page.leave()
        assert stored.answer_at(other) is None


def test_f_flags_where_no_letter_is_wanted(page: MockPage, stored: Stored) -> None:
    go_to(page, CHOICE)
    press(Key.Key_F)
    assert stored[-1][1].is_flagged
    assert page.map.squares[CHOICE].accessibleName() == "4, ikke besvaret, markeret, vises nu"
    press(Key.Key_F)
    assert not stored[-1][1].is_flagged


def test_f_is_a_letter_in_a_field(stored: Stored) -> None:
    write("f")
    assert stored.answer_at(DATE) == Typed("f")


def test_the_map_says_what_it_shows(page: MockPage) -> None:
    write("1905")
    press(Key.Key_Return)
    names = [square.accessibleName() for square in page.map.squares[:3]]
    assert names == ["1, besvaret", "2, ikke besvaret, vises nu", "3, ikke besvaret"]


def test_the_map_is_walked_by_arrows_and_opened_by_enter(page: MockPage) -> None:
    page.map.squares[0].setFocus()
    press(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Return)
    assert page.place == CHOICE


def test_handing_in_with_blanks_says_how_many_and_goes_to_the_first(page: MockPage) -> None:
    handed_in = times(page.handed_in.connect)
    write("1905")
    go_to(page, LIST)
    page.strip.hand_in.click()
    assert page.notice.text.text() == "8 spørgsmål mangler svar. Aflevér alligevel?"
    assert (page.place, handed_in) == (NUMBER, [])
    page.notice.button.click()
    assert len(handed_in) == 1


def test_the_last_enter_asks_to_hand_in(page: MockPage) -> None:
    go_to(page, LIST)
    press(Key.Key_Return)
    assert page.notice.isVisible()
    assert page.place == DATE


def test_what_is_flagged_is_asked_about_too(page: MockPage) -> None:
    page.show_paper(a_paper(count=5, answered=5))
    page.ask_to_hand_in()
    assert page.notice.text.text() == "1 spørgsmål er markeret. Aflevér alligevel?"
    assert page.place == 4


def test_all_answered_is_handed_in_at_once(page: MockPage) -> None:
    handed_in = times(page.handed_in.connect)
    page.show_paper(a_paper(count=4, answered=4))
    page.ask_to_hand_in()
    assert len(handed_in) == 1
    assert page.is_over


def test_time_runs_and_is_kept(page: MockPage, stored: Stored, clock: FixedClock) -> None:
    page.show_paper(a_paper(count=2, answered=0, limit_s=600))
    for _second in range(11):
        clock.move(seconds=1)
        page.tick()
    assert stored[-1][1].elapsed_ms == 30_000 + 10_000
    assert "9 min. tilbage" in words(page)


def test_the_time_is_handed_in_when_it_is_over(page: MockPage, clock: FixedClock) -> None:
    over = times(page.time_up.connect)
    page.show_paper(a_paper(count=2, answered=0, limit_s=62))
    for _second in range(5):
        clock.move(seconds=1)
        page.tick()
    assert len(over) == 1


def test_a_sleeping_computer_takes_no_time(page: MockPage, clock: FixedClock) -> None:
    over = times(page.time_up.connect)
    clock.move(hours=8)
    page.tick()
    assert over == []


def test_time_stands_still_while_the_page_is_away(
    page: MockPage, stored: Stored, clock: FixedClock
) -> None:
    clock.move(seconds=2)
    page.hide()
    clock.move(seconds=4)
    page.show()
    page.leave()
    assert stored[-1][1].elapsed_ms == 30_000 + 2_000


def test_the_time_can_be_hidden(page: MockPage) -> None:
    assert "min. tilbage" in words(page)
    page.strip.hide_button.click()
    assert "min. tilbage" not in words(page)
    page.strip.hide_button.click()
    assert "min. tilbage" in words(page)


def test_without_a_limit_there_is_no_clock(page: MockPage) -> None:
    page.show_paper(a_paper(count=2, answered=0, limit_s=None))
    assert "tilbage" not in words(page)
    assert not page.strip.hide_button.isVisible()


def test_escape_shows_the_way_out_and_enter_takes_it(page: MockPage, stored: Stored) -> None:
    left = times(page.left.connect)
    write("1905")
    press(Key.Key_Escape, Key.Key_Return)
    assert len(left) == 1
    assert stored.answer_at(DATE) == Typed("1905")


def test_what_cannot_be_stored_is_said_and_stays(page: MockPage) -> None:
    retried = times(page.retried.connect)
    write("1905")
    page.show_failure("Disken er fuld.")
    assert "Disken er fuld." in words(page)
    assert page.card is not None
    assert page.card.answer() == Typed("1905")
    page.card.retry.click()
    assert len(retried) == 1


def test_a_picture_stands_on_the_paper_with_its_credit(page: MockPage, tmp_path: Path) -> None:
    image = QImage(900, 500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(tmp_path / "by.png"))
    medium = Medium(name="by.png", creator="Fotograf", license="CC0-1.0", alt="En rød by")
    paper = a_paper(count=2, answered=0)
    first, second = paper.sheets
    shown = replace(first.asking.shown, picture=Picture(tmp_path / "by.png", medium))
    first = replace(first, asking=replace(first.asking, shown=shown))
    page.show_paper(replace(paper, sheets=(first, second)))
    QApplication.processEvents()
    [box] = page.findChildren(PictureBox)
    assert "En rød by" in box.area.accessibleName()
    assert "Fotograf · CC0-1.0" in words(page)
    assert box.area.height() > 100
    page.go_on()
    QApplication.processEvents()
    assert not any(it.isVisible() for it in page.findChildren(PictureBox))
