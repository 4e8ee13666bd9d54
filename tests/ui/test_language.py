"""Danish and English: chosen in the settings, changed at once, and never mixed."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir
from typing import Final

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.study.flow import Asking, Judged
from quizapp.study.plan import Plan
from quizapp.ui.language import DANISH, ENGLISH, LANGUAGES, speak
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.window_settings import WindowSettings
from tests.ui.pages.window import ELEVEN, Opened, opened_window

PAGES: Final = (
    "go.home",
    "go.study",
    "go.progress",
    "go.library",
    "app.settings",
    "help.keys",
    "edit.find",
)
# Words that are not spelt so in the other language; names and what a pack says are left out.
DANISH_WORDS: Final = re.compile(
    r"[æøåÆØÅ]|\b(og|ikke|svar|dig|dit|din|er|der|spørgsmål|hvad|med|eller|af|på|til|ny|nye|nyt|"
    r"lige|kun|blev|bliver|runden?|pakken?|pakker|dage?|dagens|minutter|tekst|lyst|skrift)\b",
    re.IGNORECASE,
)
ENGLISH_WORDS: Final = re.compile(
    r"\b(the|and|not|your?|is|are|question|questions|answer|answers|what|with|or|of|new|just|"
    r"only|pack|packs|days?|minutes?|font|light|dark|settings|library|progress|today|cancel|"
    r"close|open|yes|no|page|undo|quit|help|file|save)\b",
    re.IGNORECASE,
)


AUTHORS: Final = sorted(
    {
        written.strip(' -"[]{}.,')
        for line in (ELEVEN / "pakke.yaml").read_text(encoding="utf-8").splitlines()
        for written in re.split(r": |, |[{}\[\]]", line)
        if len(written.strip()) > 2
    }
    # How dates and numbers are written in answers is Danish in either language.
    | {"den syttende marts 1725", "17. marts 1725", "mio.", "æ, ø and å"},
    key=len,
    reverse=True,
)


@pytest.fixture(autouse=True)
def _danish_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, DANISH)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        yield window


def texts_of(part: QWidget) -> Iterator[str]:
    """Yield all that a part says, to the eye and to the ear."""
    yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip())
    match part:
        case WrappingLabel() | QAbstractButton():
            yield part.text()
        case QComboBox():
            yield from (part.itemText(at) for at in range(part.count()))
        case QLineEdit():
            yield part.placeholderText()
        case _:
            return


def words_on(window: QWidget) -> list[str]:
    """Return what the window says, without what an author wrote."""
    parts = [window, *window.findChildren(QWidget)]
    said = {text for part in parts if part.isVisible() for text in texts_of(part)}
    said |= {action.text() for action in window.actions()}
    said |= {window.windowTitle()}
    return sorted(filter(None, map(without_authors, said)))


def without_authors(text: str) -> str:
    """Return a text without what stands in a pack, and without a language's own name."""
    for written in AUTHORS:
        text = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", "", text)
    return "" if text in LANGUAGES.values() else text


def choose(opened: Opened, code: str) -> None:
    """Choose a language in the settings."""
    opened.do("app.settings")
    before = opened.routes
    tiles = {tile.value: tile for tile in before.settings.page.languages.tiles}
    tiles[code].click()
    opened.until(lambda: opened.routes is not before)
    QApplication.processEvents()


def walk(opened: Opened) -> Iterator[tuple[str, list[str]]]:
    """Yield the words of each page, and of a question asked and answered; no folder's name."""
    for page, said in _walk(opened):
        yield page, [text for text in said if gettempdir() not in text]


def _walk(opened: Opened) -> Iterator[tuple[str, list[str]]]:
    for code in PAGES:
        opened.do(code)
        opened.until(lambda: opened.title != "Quizapp")
        opened.qtbot.wait(100)
        yield code, words_on(opened.window)
        if code == "help.keys":
            opened.routes._keys.close_up()
    opened.routes._find.close_up()
    opened.routes.begin(Plan())
    opened.until_asked()
    for _question in range(11):
        asked = opened.until_asked()
        yield f"{asked.card.question} asked", words_on(opened.window)
        opened.do("question.unknown")
        opened.until(lambda before=asked: opened.state is not before)  # type: ignore[misc]
        if isinstance(opened.state, Judged):
            yield f"{asked.card.question} judged", words_on(opened.window)
            opened.routes.study.page._main.click()  # type: ignore[attr-defined]
            opened.until(lambda: not isinstance(opened.state, Judged))
        if not isinstance(opened.state, Asking):
            break
    yield "finished", words_on(opened.window)


def test_no_english_word_in_the_danish_interface(opened: Opened) -> None:
    found = {page: [t for t in said if ENGLISH_WORDS.search(t)] for page, said in walk(opened)}
    assert not {page: texts for page, texts in found.items() if texts}


def test_no_danish_word_in_the_english_interface(opened: Opened) -> None:
    choose(opened, ENGLISH)
    found = {page: [t for t in said if DANISH_WORDS.search(t)] for page, said in walk(opened)}
    assert not {page: texts for page, texts in found.items() if texts}


def test_the_language_changes_at_once_and_back(opened: Opened) -> None:
    choose(opened, ENGLISH)
    assert opened.title == "Settings"
    choose(opened, DANISH)
    assert opened.title == "Indstillinger"


def test_the_language_is_kept(opened: Opened) -> None:
    choose(opened, ENGLISH)
    assert WindowSettings(opened.home / "settings.ini").chosen.language == ENGLISH


def test_the_theme_still_changes_after_the_language(opened: Opened) -> None:
    choose(opened, ENGLISH)
    opened.do("text.larger")
    assert opened.routes.settings.page.slider.value() == 110


def test_the_old_pages_keep_their_commands_while_they_stay(opened: Opened) -> None:
    before = opened.routes
    choose(opened, ENGLISH)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    before._keys.toggle()
    before._keys.close_up()
    assert opened.title == "Settings"


def test_a_language_nobody_knows_is_danish(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[window]\nlanguage = xx\n", encoding="utf-8")
    assert WindowSettings(path).chosen.language == DANISH
