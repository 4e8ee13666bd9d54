"""»Find handling« over a real bank: it finds questions, and opens them in the library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.find_handling import FindHandling
from quizapp.ui.find_hits import Group, Hit
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.theme.look import look_in_force
from tests.ui.pages.window import ELEVEN, Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        yield opened


def panel(opened: Opened) -> FindHandling:
    found = opened.window.findChild(FindHandling)
    assert isinstance(found, FindHandling)
    return found


def typed(opened: Opened, text: str) -> FindHandling:
    """Open the panel and type there."""
    opened.do("edit.find")
    find = panel(opened)
    find.field.edit.setText(text)
    return find


def listed(find: FindHandling, group: Group = Group.QUESTION) -> list[Hit]:
    return [row.hit for row in find._rows if row.hit.group is group]


def until_found(opened: Opened, text: str) -> FindHandling:
    find = typed(opened, text)
    opened.until(lambda: bool(listed(find)))
    return find


def choose(opened: Opened, find: FindHandling, hit: Hit) -> None:
    """Walk down to a hit."""
    while find._chosen() != hit:
        opened.press(Qt.Key.Key_Down)


def test_a_question_is_found_by_its_words(opened: Opened) -> None:
    find = until_found(opened, "besættelsen")
    assert any("besættelsen" in hit.text for hit in listed(find))


@pytest.mark.parametrize("text", ["besaettelsen", "BESÆTTELSEN", "besattelsen"])
def test_danish_letters_may_be_written_otherwise(opened: Opened, text: str) -> None:
    find = until_found(opened, text)
    assert any("besættelsen" in hit.text for hit in listed(find))


def test_enter_opens_the_question_in_the_library(opened: Opened) -> None:
    find = until_found(opened, "besættelsen")
    wanted = listed(find)[0]
    choose(opened, find, wanted)
    opened.press(Qt.Key.Key_Return)
    opened.until_title("Bibliotek")
    page = opened.routes.questions.page
    opened.until(lambda: page.detail is not None and page.detail.detail.hit.prompt == wanted.text)


def test_that_takes_the_filters_of_the_library_away(opened: Opened) -> None:
    opened.do("go.library")
    opened.until_title("Bibliotek")
    page = opened.routes.questions.page
    page.search.edit.setText("noget, der ikke er der")
    opened.until(lambda: not page.list.rows.questions)
    find = until_found(opened, "besættelsen")
    choose(opened, find, listed(find)[0])
    opened.press(Qt.Key.Key_Return)
    opened.until(lambda: page.detail is not None)
    assert page.search.edit.text() == ""


def test_more_than_the_first_are_shown_in_the_library(opened: Opened) -> None:
    find = typed(opened, "de")
    opened.until(lambda: any("biblioteket" in hit.text for hit in listed(find)))
    choose(opened, find, listed(find)[-1])
    opened.press(Qt.Key.Key_Return)
    opened.until_title("Bibliotek")
    assert opened.routes.questions.page.search.edit.text() == "de"


def test_a_question_can_be_practised_from_there(opened: Opened) -> None:
    find = until_found(opened, "besættelsen")
    wanted = listed(find)[0]
    choose(opened, find, wanted)
    opened.press(Qt.Key.Key_Tab)
    choose(opened, find, wanted.more[1])
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()


def test_a_question_can_be_put_on_pause_and_that_be_taken_back(opened: Opened) -> None:
    find = until_found(opened, "besættelsen")
    listed(find)[0].more[2].act()
    opened.until(lambda: opened.can_do("edit.undo"))
    again = until_found(opened, "besættelsen")
    assert listed(again)[0].more[2].text == "Tag med igen"
    opened.do("edit.undo")
    opened.until(lambda: _is_idle(opened))
    again = until_found(opened, "besættelsen")
    assert listed(again)[0].more[2].text == "Sæt på pause"


def test_in_a_round_no_question_is_looked_up(opened: Opened) -> None:
    opened.do("round.start")
    opened.until_asked()
    find = typed(opened, "besættelsen")
    opened.until(lambda: _is_idle(opened))
    assert listed(find) == []


def test_the_settings_are_found_section_by_section(opened: Opened) -> None:
    find = typed(opened, "kontrast")
    hit = listed(find, Group.PAGE)[0]
    assert (hit.text, hit.note) == ("Udseende", "indstilling")
    hit.act()
    opened.until_title("Indstillinger")
    assert opened.routes.settings.page.current == "looks"


def test_a_category_with_something_today_can_be_practised(opened: Opened) -> None:
    find = typed(opened, "øv dato")
    hit = listed(find, Group.ACTION)[0]
    assert hit.text == "Øv datoer"


def test_it_is_found_before_all_has_been_read(opened: Opened) -> None:
    opened.until(lambda: _is_idle(opened))
    finder = opened.routes._services.desk.finder
    total = finder.glimpse("", 1, 0).count
    assert total == 0
    first = finder.glimpse("de", 5, 3)
    assert not first.is_whole
    whole = finder.glimpse("de", 5, 1_000)
    assert whole.is_whole
    assert whole.count >= first.count


def test_hits_that_have_the_words_first_come_first(opened: Opened) -> None:
    opened.until(lambda: _is_idle(opened))
    finder = opened.routes._services.desk.finder
    found = finder.glimpse("hvornår", 3, 1_000)
    assert found.hits[0].prompt.casefold().startswith("hvornår")


def _is_idle(opened: Opened) -> bool:
    runner = opened.window.findChild(TaskRunner)
    assert isinstance(runner, TaskRunner)
    done: list[bool] = []
    runner.run(lambda: None, lambda _nothing: done.append(True), _refuse)
    opened.qtbot.waitUntil(lambda: bool(done))
    QApplication.processEvents()
    return bool(done) and look_in_force() is not None


def _refuse(error: Exception) -> None:
    raise error
