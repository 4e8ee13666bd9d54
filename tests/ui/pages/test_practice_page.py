"""Practice over any selection, by keys alone, and leafing without marks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.scheduling.memory import Mode
from quizapp.study.flow import Asking, Judged
from quizapp.study.plan import Plan
from quizapp.ui.practice.leaf_page import LeafPage
from quizapp.ui.practice.page import PracticePage
from quizapp.ui.practice.ways import Way
from tests.screens import samples as s
from tests.screens.knowing import a_leaf, an_offer
from tests.ui.pages.window import ELEVEN, Opened, opened_window, press

Show = Callable[[], PracticePage]


@pytest.fixture
def page(qtbot: QtBot) -> PracticePage:
    shown = PracticePage()
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    shown.show_offer(an_offer())
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


@pytest.fixture
def leaves(qtbot: QtBot) -> LeafPage:
    shown = LeafPage()
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.show_leaves([a_leaf(number) for number in range(3)])
    return shown


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        yield window


def started(page: PracticePage) -> list[Plan]:
    plans: list[Plan] = []
    page.started.connect(plans.append)
    page.leafed.connect(plans.append)
    return plans


def choose(page: PracticePage, value: str) -> None:
    drop_down = page.scope.packs
    drop_down.setCurrentIndex(drop_down.findData(value))
    drop_down.activated.emit(drop_down.currentIndex())


def test_enter_begins_a_mixed_round_that_leaves_memory_alone(page: PracticePage) -> None:
    plans = started(page)
    page.take_focus()
    press(Qt.Key.Key_Return)
    assert plans == [Plan(mode=Mode.PRACTICE, limit=20)]


def test_with_the_switch_on_every_card_counts_due_or_not(page: PracticePage) -> None:
    plans = started(page)
    page.counts.setFocus()
    press(Qt.Key.Key_Space)
    page.begin()
    assert plans == [Plan(mode=Mode.SCHEDULED, any_day=True, limit=20)]


def test_only_mistakes_names_the_cards(page: PracticePage) -> None:
    plans = started(page)
    page.ways.choose(Way.MISSED)
    page.begin()
    assert plans == [Plan(cards=an_offer().missed, mode=Mode.PRACTICE)]


def test_leafing_takes_the_scope_and_stores_nothing(page: PracticePage) -> None:
    plans = started(page)
    page.ways.choose(Way.LEAF)
    page.begin()
    assert plans == [Plan(limit=20)]
    assert page.counts.isHidden()


def test_a_chosen_pack_narrows_the_scope_and_is_asked_about(page: PracticePage) -> None:
    asked: list[Plan] = []
    page.scoped.connect(asked.append)
    choose(page, s.PACK)
    assert asked == [Plan(packs=(s.PACK,))]


def test_another_offer_keeps_what_was_chosen(page: PracticePage) -> None:
    choose(page, s.PACK)
    page.show_offer(an_offer())
    assert page.scope.plan == Plan(packs=(s.PACK,))


def test_arrows_walk_through_the_ways(page: PracticePage) -> None:
    page.ways.tiles[Way.MIXED].setFocus()
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        press(key)
        walked.append(page.ways.way)
    assert walked == [Way.MISSED, Way.LEAF, Way.TIMELINE, Way.LEAF]


def test_arrows_go_round(page: PracticePage) -> None:
    page.ways.tiles[Way.MIXED].setFocus()
    walked = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        press(key)
        walked.append(page.ways.way)
    assert walked == [Way.READ, Way.MIXED]


def test_enter_on_the_chosen_way_begins(page: PracticePage) -> None:
    plans = started(page)
    page.ways.tiles[Way.MIXED].setFocus()
    press(Qt.Key.Key_Return)
    assert len(plans) == 1


def test_the_button_repeats_the_choice(page: PracticePage) -> None:
    said = []
    for way in Way:
        page.ways.choose(way)
        said.append(page.main.text())
    assert said == [
        "Begynd blandet",
        "Begynd med fejlene",
        "Begynd at bladre",
        "Begynd tidslinjen",
        "Begynd en prøveeksamen",
        "Begynd at læse",
    ]


def test_a_way_says_how_much_there_is_of_it(page: PracticePage) -> None:
    names = [tile.accessibleName().replace("\u00a0", " ") for tile in page.ways.tiles.values()]
    assert names[0].endswith("20 spørgsmål · ca. 8 min.")
    assert names[1].endswith("7 spørgsmål · ca. 3 min.")
    assert names[2].endswith("20 kort")
    assert names[3].endswith("18 begivenheder · ca. 5 min.")
    assert names[4].endswith("106 spørgsmål at trække af")
    assert names[5].endswith("9 afsnit · ca. 9 min.")


def test_a_timeline_takes_the_scope_and_may_count(page: PracticePage) -> None:
    plans: list[Plan] = []
    page.lined.connect(plans.append)
    page.ways.choose(Way.TIMELINE)
    page.begin()
    page.counts.setChecked(True)
    page.begin()
    assert plans == [
        Plan(mode=Mode.PRACTICE, limit=18),
        Plan(mode=Mode.SCHEDULED, any_day=True, limit=18),
    ]


def test_a_mock_exam_is_asked_for_with_the_scope(page: PracticePage) -> None:
    plans: list[Plan] = []
    page.mock_asked.connect(plans.append)
    choose(page, s.PACK)
    page.ways.choose(Way.MOCK)
    assert page.counts.isHidden()
    page.begin()
    assert plans == [Plan(packs=(s.PACK,))]


def test_reading_takes_the_pack_that_has_a_text(page: PracticePage) -> None:
    packs: list[str] = []
    page.read.connect(packs.append)
    page.ways.choose(Way.READ)
    assert page.counts.isHidden()
    page.begin()
    assert packs == [s.PACK]


def test_without_dates_and_text_there_is_nothing_to_lay_or_read(page: PracticePage) -> None:
    page.show_offer(replace(an_offer(), events=1, text=None))
    for way in (Way.TIMELINE, Way.READ):
        page.ways.choose(way)
        assert not page.main.isEnabled()


def test_without_mistakes_there_is_nothing_to_begin(page: PracticePage) -> None:
    plans = started(page)
    page.show_offer(an_offer(missed=0))
    page.ways.choose(Way.MISSED)
    assert page.ways.tiles[Way.MISSED].accessibleName().endswith("Ingen fejl at øve lige nu.")
    assert not page.main.isEnabled()
    page.begin()
    assert plans == []


def test_space_turns_a_leaf_and_goes_on(leaves: LeafPage) -> None:
    assert leaves.card is not None
    press(Qt.Key.Key_Space)
    assert leaves.card.is_turned
    press(Qt.Key.Key_Space)
    assert leaves.title == "Kort 2 af 3"
    assert not leaves.card.is_turned


def test_arrows_leaf_back_and_forth(leaves: LeafPage) -> None:
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert leaves.title == "Kort 2 af 3"


def test_the_last_leaf_leads_back(leaves: LeafPage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert leaves.main.text() == "Færdig"
    with qtbot.waitSignal(leaves.left):
        press(Qt.Key.Key_Return)


def test_escape_stops_leafing(leaves: LeafPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(leaves.left):
        press(Qt.Key.Key_Escape)


def test_practice_over_a_real_bank_asks_and_marks(opened: Opened) -> None:
    opened.do("go.study")
    opened.until_title("Øv")
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    opened.do("question.unknown")
    opened.until(lambda: not isinstance(opened.state, Asking))
    assert isinstance(opened.state, Judged)
    assert opened.state.asking.reason.code == "study.why.practice"


def test_leafing_over_a_real_bank_turns_cards_and_comes_back(opened: Opened) -> None:
    opened.do("go.study")
    opened.until_title("Øv")
    opened.routes.practice.page.ways.choose(Way.LEAF)
    opened.routes.practice.page.begin()
    leaves = opened.routes.practice.leaves
    opened.until(leaves.isVisible)
    assert leaves.card is not None
    assert not opened.can_do("question.hint")
    assert opened.title.startswith("Kort 1 af ")
    press(Qt.Key.Key_Space)
    assert leaves.card.is_turned
    press(Qt.Key.Key_Escape)
    opened.until(lambda: not leaves.isVisible())
    assert opened.title == "Øv"


def test_a_round_that_was_begun_here_ends_here(opened: Opened) -> None:
    opened.do("go.study")
    opened.until_title("Øv")
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    opened.do("round.leave")
    opened.until_title("Øv")
    opened.do("round.start")
    opened.until_asked()
    opened.do("round.leave")
    opened.until_title("I dag")
