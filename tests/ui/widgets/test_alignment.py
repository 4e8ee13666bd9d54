"""What stands beside or below each other stands in line, and the ring is seen on every ground."""

from math import hypot

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.find_hits import Hit
from quizapp.ui.find_row import HitRow
from quizapp.ui.settings.tiles import TileChoice, TileRow
from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.fonts import INTER, OPEN_DYSLEXIC
from quizapp.ui.theme.look import Theme
from quizapp.ui.theme.tokens import Scheme
from quizapp.ui.widgets.bars import Ring
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.day_calendar import CalendarDay, DayCell, DayKind
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.field import FieldFrame
from quizapp.ui.widgets.frame import BottomBar
from quizapp.ui.widgets.key_cap import KeyCap, KeyLine
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.match_board import MatchBoard
from quizapp.ui.widgets.side_bar import Place, SideBar

_COLUMN = 760


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_a_drop_down_is_as_high_as_a_field(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    apply_theme(qapp, Theme(scale=scale))
    field, chosen = FieldFrame(), DropDown("Karakter")
    for part in (field, chosen):
        qtbot.addWidget(part)
        part.ensurePolished()
    chosen.addItem("12")
    assert chosen.sizeHint().height() == field.height()


def test_the_bar_stands_in_line_with_the_column_while_its_buttons_fit_in_it(qtbot: QtBot) -> None:
    bar = BottomBar(_COLUMN)
    qtbot.addWidget(bar)
    left = [Button(word, Dress.QUIET) for word in ("Fortryd", "Rigtigt", "Meld fejl")]
    main = Button("Næste", Dress.MAIN)
    bar.set_buttons(left, main)
    bar.resize(1180, 70)
    bar.show()
    gaps = 3 * bar.look.space(10)
    exact = sum(each.sizeHint().width() for each in (*left, main)) + gaps
    bar.set_column(exact)
    qtbot.waitUntil(lambda: main.x() > 0)
    start = left[0].mapTo(bar, QPoint(0, 0)).x()
    end = main.mapTo(bar, QPoint(main.width(), 0)).x()
    assert end - start == exact


def test_the_bar_stands_in_line_with_the_column_when_its_help_is_in_a_menu(qtbot: QtBot) -> None:
    bar = BottomBar(300)
    qtbot.addWidget(bar)
    left = [Button(word, Dress.QUIET) for word in ("Fortryd svaret", "Mit svar var rigtigt")]
    main = Button("Næste", Dress.MAIN)
    bar.set_buttons(left, main)
    bar.resize(400, 70)
    bar.show()
    qtbot.waitUntil(lambda: main.x() > 0)
    assert bar._content.width() == 300


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_sign_stands_over_the_icons_of_the_rail(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    apply_theme(qapp, Theme(scale=scale))
    bar = SideBar("Quizapp", [Place(code="a", text="I dag", icon="house")], [])
    qtbot.addWidget(bar)
    bar.set_rail(is_rail=True)
    bar.resize(bar.sizeHint().width(), 400)
    bar.show()
    qtbot.waitExposed(bar)
    image, accent = bar._brand.grab().toImage(), bar.look.colour("accent").name()
    middle = image.height() - 4
    inked = [x for x in range(image.width()) if image.pixelColor(x, middle).name() == accent]
    centre = bar._brand.x() + (min(inked) + max(inked)) / 2
    look = bar.look
    icon = bar.items[0].x() + look.space(12) + look.grown(20) / 2
    assert abs(centre - icon) <= 1


@pytest.mark.parametrize("words", [("17", "min."), ("73 %", "rigtige"), ("7", "af 18 min.")])
@pytest.mark.parametrize("family", [INTER, OPEN_DYSLEXIC])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_in_a_ring_touches_it(
    qapp: QApplication, qtbot: QtBot, words: tuple[str, str], family: str, scale: float
) -> None:
    apply_theme(qapp, Theme(scale=scale, family=family))
    ring = Ring("Runden", 70, "ok")
    qtbot.addWidget(ring)
    ring.set_value(1, *words)
    ring.show()
    image, middle = ring.grab().toImage(), ring.width() / 2
    inside = middle - ring._thickness() - 2
    text, muted = (QColor(ring.look.hex(name)) for name in ("text", "muted"))
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixelColor(x, y) in (text, muted):
                assert hypot(x + 0.5 - middle, y + 0.5 - middle) < inside


def test_the_tick_of_a_narrow_day_keeps_off_its_number(qtbot: QtBot) -> None:
    cell = DayCell(_day("28", "19", DayKind.PAST))
    qtbot.addWidget(cell)
    cell.resize(cell.minimumSizeHint())
    cell.show()
    image, ok = cell.grab().toImage(), cell.look.colour("ok")
    top = range(image.height() // 3)

    def columns(like: QColor) -> list[int]:
        near = (
            x
            for x in range(3, image.width() - 3)
            for y in top[3:]
            if _far(image.pixelColor(x, y), like) < 60
        )
        return list(near)

    assert min(columns(ok)) - max(columns(cell.look.colour("muted"))) >= 3


def _day(corner: str, middle: str, kind: DayKind) -> CalendarDay:
    return CalendarDay(day=1, corner=corner, middle=middle, name=corner, kind=kind, is_done=True)


def _far(one: QColor, other: QColor) -> int:
    apart = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return sum(abs(each) for each in apart)


def test_the_day_of_the_exam_is_no_wider_than_the_others(qtbot: QtBot) -> None:
    exam = DayCell(_day("11", "prøve", DayKind.EXAM))
    qtbot.addWidget(exam)
    assert exam.minimumSizeHint().width() <= exam.look.space(48)


def test_a_hit_has_its_note_on_a_line_of_its_own_in_large_text(
    qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, Theme(scale=2.0))
    rows = [
        HitRow(Hit(text="Hvornår?", icon="hash", act=lambda: None, note=note))
        for note in ("Freden 1905", "")
    ]
    for row in rows:
        qtbot.addWidget(row)
    more = rows[0].sizeHint().height() - rows[1].sizeHint().height()
    assert more == rows[0].look.line_px("small")


def test_a_blank_head_leaves_no_gap_over_pairs_below_each_other(qtbot: QtBot) -> None:
    board = MatchBoard(("", "1 svarmulighed skal ikke bruges"), ["Nord"], ["A", "B"])
    qtbot.addWidget(board)
    board.resize(board.look.em(30), 400)
    board.show()
    qtbot.waitUntil(board._choices[0].isVisible)
    qtbot.waitUntil(lambda: board.left[0].mapTo(board, QPoint(0, 0)).y() == 0)


def test_the_words_of_a_key_stand_farther_from_it_in_large_text(
    qapp: QApplication, qtbot: QtBot
) -> None:
    gaps = []
    for scale in (1.0, 2.0):
        apply_theme(qapp, Theme(scale=scale))
        line = KeyLine([("Enter", "svar")])
        qtbot.addWidget(line)
        line.resize(400, line.heightForWidth(400))
        line.show()
        cap, words = line.findChildren(KeyCap)[0], line.findChildren(WrappingLabel)[0]
        gaps.append(words.x() - cap.geometry().right() - 1)
    assert gaps[1] == 2 * gaps[0]


@pytest.mark.parametrize("scheme", Scheme)
def test_between_the_ring_and_a_filled_button_is_a_line_of_the_ground(
    qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    apply_theme(qapp, Theme(scheme=scheme))
    button = Button("Næste", Dress.MAIN)
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    image, middle, look = button.grab().toImage(), button.height() // 2, button.look
    seen = [image.pixelColor(x, middle).name() for x in (1, 3)]
    assert seen == [look.colour(name).name() for name in ("ring", "card")]


def test_four_tiles_never_leave_one_alone_on_a_line(qtbot: QtBot) -> None:
    row = TileRow("Udseende", [TileChoice(value=word, text=word) for word in "abcd"], "a")
    qtbot.addWidget(row)
    row.show()
    each = row.tiles[0].sizeHint().width() + row.look.space(10)
    row.resize(3 * each + 5, 400)
    qtbot.waitUntil(lambda: row.tiles[2].y() > 0)
    tops = [tile.y() for tile in row.tiles]
    assert (tops[0], tops[2]) == (tops[1], tops[3])
