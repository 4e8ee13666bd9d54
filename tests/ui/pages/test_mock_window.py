"""Mock exams in the whole window over a real bank: begun, left, survived, handed in, looked at."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.bank.bank import Bank
from quizapp.base.ids import IdSource
from quizapp.questions.answers import Answer
from quizapp.scheduling.memory import Mode
from quizapp.study.mock_exams import MockExams
from quizapp.ui.mock.running_card import RunningCard
from quizapp.ui.shell import Shell
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.toast import Toast
from tests.ui.pages.window import ELEVEN, Opened, opened_window

Key = Qt.Key


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        yield window


def begin(opened: Opened) -> None:
    """Begin a mock exam from the command palette's action, as it is offered."""
    opened.do("mock.start")
    opened.until(opened.routes.mock.start.isVisible)
    opened.press(Key.Key_Return)
    opened.until(opened.routes.mock.page.isVisible)
    opened.until(lambda: opened.routes.mock.page.card is not None)


def other_bank(opened: Opened) -> Bank:
    return Bank.open(opened.home / "bank.quizbank", opened.clock, IdSource(Random(9)))


def answers(opened: Opened) -> list[Answer | None]:
    bank = other_bank(opened)
    mocks = MockExams(bank, opened.clock)
    running = mocks.running()
    assert running is not None
    found = [sheet.answer for sheet in mocks.resume(running.mock_id).sheets]
    bank.close()
    return found


def write_wrong(opened: Opened) -> int:
    """Answer every typed question wrongly and return how many there were."""
    page = opened.routes.mock.page
    typed = 0
    for place in range(len(page.map.squares)):
        page.open_place(place)
        assert page.card is not None
        field = page.card.view.fields()
        if len(field) == 1:
            QApplication.processEvents()
            for letter in (Key.Key_X, Key.Key_Y, Key.Key_Z):
                opened.press(letter)
            typed += 1
    return typed


def hand_in(opened: Opened) -> None:
    page = opened.routes.mock.page
    page.ask_to_hand_in()
    page.notice.button.click()
    opened.until(opened.routes.mock.results.isVisible)


def modes(opened: Opened) -> list[Mode]:
    bank = other_bank(opened)
    with bank.read() as reader:
        found = [review.mode for review in reader.log() if not review.is_retracted]
    bank.close()
    return found


def test_it_is_begun_without_an_exam(opened: Opened) -> None:
    begin(opened)
    assert opened.title.startswith("1 af ")
    assert "Spørgsmål 1 af" in opened.words()


def test_it_is_begun_from_practice_over_what_is_chosen_there(opened: Opened) -> None:
    opened.do("go.study")
    opened.until_title("Øv")
    opened.click("Prøveeksamen")
    opened.click("Begynd en prøveeksamen")
    opened.until(opened.routes.mock.start.isVisible)
    assert opened.routes.mock.start.form.exam is None


def test_side_down_and_up_turn_the_paper(opened: Opened) -> None:
    begin(opened)
    page = opened.routes.mock.page
    opened.press(Key.Key_PageDown)
    opened.press(Key.Key_PageDown)
    opened.press(Key.Key_PageUp)
    assert page.place == 1


def test_a_press_beside_the_cards_takes_enter_from_nobody(opened: Opened) -> None:
    begin(opened)
    page = opened.routes.mock.page
    focused = QApplication.focusWidget()
    corner = page.area.mapTo(opened.window, page.area.rect().bottomLeft())
    QTest.mouseClick(
        opened.window.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        corner + QPoint(60, -20),
    )
    assert QApplication.focusWidget() is focused
    opened.press(Qt.Key.Key_Return)
    assert page.place == 1


def test_the_flag_has_a_key_that_works_while_writing(opened: Opened) -> None:
    begin(opened)
    opened.press(Key.Key_B, control=True)
    assert opened.routes.mock.page.map.squares[0].is_flagged


def test_only_what_a_paper_can_do_is_switched_on(opened: Opened) -> None:
    assert not opened.can_do("mock.next")
    begin(opened)
    assert opened.can_do("mock.next")
    assert opened.can_do("mock.hand_in")
    assert not opened.can_do("question.hint")
    assert not opened.can_do("go.home")


def test_left_in_the_middle_it_waits_on_today(opened: Opened) -> None:
    begin(opened)
    write_wrong(opened)
    opened.do("mock.leave")
    opened.until(opened.routes.mock.start.isVisible)
    opened.do("go.home")
    opened.until_title("I dag")
    opened.until(lambda: opened.routes.home.findChild(RunningCard) is not None)
    opened.until(lambda: "Du er midt i en prøveeksamen. Alle svar er gemt." in opened.words())
    opened.click("Fortsæt prøveeksamen")
    opened.until(opened.routes.mock.page.isVisible)


def test_what_was_written_is_there_after_a_sudden_end(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path, ELEVEN) as before:
        begin(before)
        typed = write_wrong(before)
        before.until(lambda: sum(it is not None for it in answers(before)) == typed)
        said = answers(before)
    with opened_window(qtbot, tmp_path) as after:
        after.until(lambda: "Du er midt i en prøveeksamen" in after.words())
        after.click("Fortsæt prøveeksamen")
        after.until(after.routes.mock.page.isVisible)
        assert answers(after) == said
        assert f"{typed} af {len(said)} besvaret" in after.words()


def test_put_away_it_is_offered_no_more_until_that_is_undone(opened: Opened) -> None:
    begin(opened)
    opened.do("mock.leave")
    opened.until(lambda: "Du er midt i en prøveeksamen" in opened.words())
    opened.click("Læg den væk")
    opened.until(opened.routes.mock.start.form.isVisible)
    opened.do("edit.undo")
    opened.until(lambda: opened.routes.mock.start.running is not None)


def test_handed_in_it_is_marked_and_counted_once(opened: Opened) -> None:
    begin(opened)
    typed = write_wrong(opened)
    hand_in(opened)
    results = opened.routes.mock.results
    assert results.result is not None
    assert results.result.figure.right == 0
    assert modes(opened) == [Mode.MOCK_EXAM] * typed


def test_handing_in_can_be_undone(opened: Opened) -> None:
    begin(opened)
    typed = write_wrong(opened)
    hand_in(opened)
    opened.do("edit.undo")
    opened.until(opened.routes.mock.page.isVisible)
    assert f"{typed} af" in opened.words()
    assert modes(opened) == []


def test_the_missed_ones_are_practised_with_one_key(opened: Opened) -> None:
    begin(opened)
    write_wrong(opened)
    hand_in(opened)
    opened.press(Key.Key_Return)
    opened.until_asked()


def test_switched_off_the_answers_change_nothing(opened: Opened) -> None:
    begin(opened)
    typed = write_wrong(opened)
    hand_in(opened)
    results = opened.routes.mock.results
    results.counts.setFocus()
    opened.press(Key.Key_Space)
    opened.until(lambda: "Svarene ændrer ikke det, du kan." in opened.words())
    assert modes(opened) == []
    opened.press(Key.Key_Space)
    opened.until(lambda: len(modes(opened)) == typed)


def test_an_answer_can_be_said_to_be_right_and_taken_back(opened: Opened) -> None:
    begin(opened)
    write_wrong(opened)
    hand_in(opened)
    results = opened.routes.mock.results
    assert results.answers is not None
    row = next(row for row in results.answers.rows if row.marked.can_overrule)
    row.head.setFocus()
    opened.press(Key.Key_Space)
    overrule = next(it for it in row.findChildren(Button) if "rigtigt" in it.text())
    overrule.click()
    opened.until(lambda: "1 af" in opened.words() and "Tæller som rigtigt" in toast_of(opened))
    assert results.result is not None
    assert results.result.figure.right == 1
    opened.do("edit.undo")
    opened.until(lambda: results.result is not None and results.result.figure.right == 0)


def toast_of(opened: Opened) -> str:
    return "\n".join(it.text() for it in opened.window.findChildren(QLabel) if it.isVisible())


def test_the_text_opens_at_the_place_and_escape_goes_back(opened: Opened) -> None:
    begin(opened)
    write_wrong(opened)
    hand_in(opened)
    results = opened.routes.mock.results
    assert results.answers is not None
    results.text_asked.emit(results.answers.rows[0].marked)
    opened.until_title("Læsetekst")
    opened.press(Key.Key_Escape)
    opened.until_title("Prøveeksamen")
    opened.until(results.isVisible)


def test_one_handed_in_is_found_again(opened: Opened) -> None:
    begin(opened)
    hand_in(opened)
    opened.do("mock.start")
    opened.until(opened.routes.mock.start.isVisible)
    opened.routes.mock.start.past.rows[0].setFocus()
    opened.press(Key.Key_Return)
    opened.until(opened.routes.mock.results.isVisible)


def test_the_way_back_leads_to_practice(opened: Opened) -> None:
    opened.do("mock.start")
    opened.until(opened.routes.mock.start.isVisible)
    opened.press(Key.Key_Escape)
    opened.until_title("Øv")


def test_time_that_is_over_hands_in_by_itself(opened: Opened) -> None:
    opened.do("mock.start")
    opened.until(opened.routes.mock.start.isVisible)
    time = opened.routes.mock.start.form.time
    time.setCurrentIndex(time.findData(15))
    opened.routes.mock.start.form.main.click()
    page = opened.routes.mock.page
    opened.until(lambda: page.isVisible() and page.card is not None)
    for _step in range(15 * 60 // 5 + 1):
        opened.clock.move(seconds=5)
        page.tick()
    opened.until(opened.routes.mock.results.isVisible)
    assert "Tiden er gået. Alt, du har skrevet, er afleveret." in opened.words()


def test_somebody_who_cannot_wait_begins_one_and_not_two(opened: Opened) -> None:
    opened.do("mock.start")
    opened.until(opened.routes.mock.start.isVisible)
    for _press in range(3):
        opened.routes.mock.start.form.main.click()
    opened.until_title("1 af")
    bank = other_bank(opened)
    with bank.read() as reader:
        begun = len(reader.mocks())
    bank.close()
    assert begun == 1


def test_a_toast_of_the_desk_is_undone_from_the_paper_too(opened: Opened) -> None:
    begin(opened)
    opened.do("mock.leave")
    opened.until(lambda: "Du er midt i en prøveeksamen" in opened.words())
    opened.click("Læg den væk")
    opened.until(opened.routes.mock.start.form.isVisible)
    opened.routes.mock.start.form.main.click()
    opened.until(opened.routes.mock.page.isVisible)
    opened.window.findChildren(Shell)[0].undone.emit()
    opened.until(lambda: opened.routes.mock.start.running is not None)


def gap_below_toast(opened: Opened, bar: QWidget) -> int:
    [toast] = opened.window.findChildren(Toast)
    assert toast.isVisible()
    return bar.mapTo(opened.window, QPoint()).y() - toast.mapTo(opened.window, QPoint()).y()


@pytest.mark.parametrize("way", ["paper", "round"])
def test_a_toast_of_the_desk_moves_above_the_bar_of_what_opens(opened: Opened, way: str) -> None:
    shell = opened.window.findChildren(Shell)[0]
    [toast] = opened.window.findChildren(Toast)
    shell.tell("Planen er gemt.")
    if way == "paper":
        begin(opened)
    else:
        opened.do("round.start")
        opened.until_asked()
    bar = opened.routes.mock.page.bar if way == "paper" else opened.routes.study.page.bar
    opened.until(lambda: gap_below_toast(opened, bar) >= toast.height())
