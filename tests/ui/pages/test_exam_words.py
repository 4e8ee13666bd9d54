"""The exam pages speak the language that was chosen, and never two."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.language import DANISH, ENGLISH, speak
from quizapp.ui.mock.words import percent
from quizapp.ui.widgets.bars import ProgressBar
from tests.screens.examining import EXAMINING
from tests.ui.test_language import DANISH_WORDS, words_on

# What the learner and the authors wrote themselves, and dates as they are typed in any language.
WRITTEN = (
    "Historieprøve",
    "Forårets terminsprøve",
    "Prøve nr.",
    "Portsmouth-traktaten 1905",
    "Historiekanonen på tidslinje",
    "Danmarkshistorie 1: enevælde og grundlov",
    "Tal og tab",
    "Datoer før 1904",
    "Omverdenen › Opinionen i USA",
    "Opinionen i USA",
    "Ud over teksten",
    "Fredens vilkår",
    "engang i maj",
    "kvart over",
    "når jeg gider",
)


@pytest.fixture(autouse=True)
def _danish_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, DANISH)


@pytest.mark.parametrize("name", [it for it in EXAMINING if it.startswith("1")])
def test_an_exam_page_in_english_has_no_danish_word(
    qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    speak(qapp, ENGLISH)
    page = EXAMINING[name]()
    qtbot.addWidget(page)
    page.show()
    QApplication.processEvents()
    found = []
    for text in words_on(page):
        said = text
        for written in WRITTEN:
            said = said.replace(written, "")
        if DANISH_WORDS.search(said):
            found.append(text)
    assert not found


def test_a_share_is_written_the_way_of_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    speak(qapp, ENGLISH)
    bar = ProgressBar("Known", 0.66)
    qtbot.addWidget(bar)
    assert (bar.accessibleDescription(), percent(0.7)) == ("66%", "70%")
