"""Options are chosen by key and pointer alike, and say how they turned out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.options import Mark, OptionList, OptionState
from quizapp.ui.widgets.rating import RatingBar, RatingChoice

WORDS = ("De var imod krig", "De ville have fred", "De ventede erstatning", "De var trætte")


def _shown(qtbot: QtBot, part: QWidget) -> None:
    qtbot.addWidget(part)
    part.resize(600, 500)
    part.show()
    part.activateWindow()
    qtbot.waitUntil(part.isActiveWindow)


@pytest.mark.parametrize(
    ("key", "place"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_4, 3), (Qt.Key.Key_A, 0), (Qt.Key.Key_D, 3)]
)
def test_digits_and_letters_choose(qtbot: QtBot, key: Qt.Key, place: int) -> None:
    options = OptionList(WORDS)
    _shown(qtbot, options)
    options.rows[1].setFocus()
    with qtbot.waitSignal(options.pressed) as pressed:
        qtbot.keyClick(options.rows[1], key)
    assert pressed.args == [place]


def test_a_key_beyond_the_options_is_left_to_the_page(qtbot: QtBot) -> None:
    options = OptionList(WORDS)
    _shown(qtbot, options)
    with qtbot.assertNotEmitted(options.pressed):
        qtbot.keyClick(options.rows[0], Qt.Key.Key_9)


def test_a_press_with_the_pointer_chooses(qtbot: QtBot) -> None:
    options = OptionList(WORDS)
    _shown(qtbot, options)
    with qtbot.waitSignal(options.pressed) as pressed:
        qtbot.mouseClick(options.rows[2], Qt.MouseButton.LeftButton)
    assert pressed.args == [2]


def test_enter_answers_with_the_option_in_focus(qtbot: QtBot) -> None:
    options = OptionList(WORDS)
    _shown(qtbot, options)
    options.rows[2].setFocus()
    with qtbot.waitSignal(options.pressed) as pressed:
        qtbot.keyClick(options.rows[2], Qt.Key.Key_Return)
    assert pressed.args == [2]


def test_arrows_move_the_focus_and_choose_nothing(qtbot: QtBot) -> None:
    options = OptionList(WORDS)
    _shown(qtbot, options)
    options.rows[0].setFocus()
    with qtbot.assertNotEmitted(options.pressed):
        qtbot.keyClick(options.rows[0], Qt.Key.Key_Down)
    assert options.rows[1].hasFocus()


def test_the_list_changes_no_state_by_itself(qtbot: QtBot) -> None:
    options = OptionList(WORDS, several=True)
    _shown(qtbot, options)
    qtbot.mouseClick(options.rows[0], Qt.MouseButton.LeftButton)
    assert not options.rows[0].isChecked()


def test_chosen_options_are_checked_for_a_screen_reader(qtbot: QtBot) -> None:
    options = OptionList(WORDS, several=True)
    _shown(qtbot, options)
    options.set_chosen((1, 2))
    assert [one.isChecked() for one in options.rows] == [False, True, True, False]


def test_enter_confirms_when_several_may_be_chosen(qtbot: QtBot) -> None:
    options = OptionList(WORDS, several=True)
    _shown(qtbot, options)
    options.rows[0].setFocus()
    with qtbot.waitSignal(options.confirmed):
        qtbot.keyClick(options.rows[0], Qt.Key.Key_Return)


def test_a_marked_option_says_so_in_its_name(qtbot: QtBot) -> None:
    options = OptionList(WORDS[:2])
    _shown(qtbot, options)
    options.set_marks((Mark(OptionState.WRONG, "Dit svar", "Fordi."), Mark(OptionState.DIMMED)))
    assert options.rows[0].accessibleName() == "1, De var imod krig. Dit svar. Fordi."


def test_marked_options_can_no_longer_be_chosen(qtbot: QtBot) -> None:
    options = OptionList(WORDS[:2])
    _shown(qtbot, options)
    options.set_marks((Mark(OptionState.RIGHT, "Rigtigt svar"), Mark(OptionState.DIMMED)))
    with qtbot.assertNotEmitted(options.pressed):
        qtbot.keyClick(options.rows[0], Qt.Key.Key_2)
        qtbot.keyClick(options.rows[0], Qt.Key.Key_Return)


RATINGS = tuple(RatingChoice(text, "om lidt") for text in ("Ikke", "Svært", "Godt", "Let"))


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_digits_rate(qtbot: QtBot, number: int) -> None:
    bar = RatingBar(RATINGS)
    _shown(qtbot, bar)
    with qtbot.waitSignal(bar.rated) as rated:
        qtbot.keyClick(bar.buttons[0], str(number))
    assert rated.args == [number]


def test_enter_gives_the_rating_in_focus(qtbot: QtBot) -> None:
    bar = RatingBar(RATINGS)
    _shown(qtbot, bar)
    bar.focus_rating(3)
    with qtbot.waitSignal(bar.rated) as rated:
        qtbot.keyClick(bar.buttons[2], Qt.Key.Key_Return)
    assert rated.args == [3]


def test_a_rating_is_named_with_its_interval(qtbot: QtBot) -> None:
    bar = RatingBar(RATINGS)
    _shown(qtbot, bar)
    assert bar.buttons[1].accessibleName() == "2, Svært, om lidt"


def test_ratings_stand_in_one_line_as_soon_as_it_holds_them(qtbot: QtBot) -> None:
    bar = RatingBar(RATINGS)
    widest = max(button.whole_px() for button in bar.buttons)
    _shown(qtbot, bar)
    bar.resize(4 * widest + 3 * bar.look.space(10), 60)
    QApplication.processEvents()
    assert {button.y() for button in bar.buttons} == {bar.buttons[0].y()}
