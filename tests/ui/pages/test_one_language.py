"""Every page in every state speaks one language: no text of the other is left standing."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.base.texts import quoted
from quizapp.study.flow import Judged
from quizapp.ui.calendar_words import full_day
from quizapp.ui.exam.words import short_weekdays
from quizapp.ui.language import DANISH, ENGLISH, speak
from quizapp.ui.progress.words import short_months
from tests.architecture.test_texts import texts
from tests.screens import scenes
from tests.screens.mocks import TODAY
from tests.screens.pages import ALL_SCENES, WIDE
from tests.ui.test_language import texts_of

LETTERS = re.compile(r"[^\W\d_]")
LEAST_TELLING = 12  # letters of a text with gaps; with fewer it could be anything
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
CATALOGUE = texts.read_catalogue()
FORMS = [
    (danish, english)
    for text, said in CATALOGUE.items()
    for danish, english in zip((text.one, text.many or text.one), (said[0], said[-1]), strict=True)
]


def patterns(side: int) -> re.Pattern[str]:
    """Match a whole text of one side of the catalogue that cannot be one of the other."""
    own = {form[side] for form in FORMS}
    other = {form[1 - side] for form in FORMS}
    wanted = (
        ".+?".join(map(re.escape, PLACEHOLDER.split(text)))
        for text in sorted(own - other)
        if len(LETTERS.findall(PLACEHOLDER.sub("", text)))
        >= (LEAST_TELLING if PLACEHOLDER.search(text) else 2)
    )
    return re.compile("|".join(f"(?:{one})" for one in wanted), re.DOTALL)


LEFT_OVER = {DANISH: patterns(1), ENGLISH: patterns(0)}
RIGHT = {DANISH: patterns(0), ENGLISH: patterns(1)}


@pytest.fixture(params=[DANISH, ENGLISH])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    speak(qapp, request.param)
    yield request.param
    speak(qapp, DANISH)


def shown(name: str, qtbot: QtBot) -> QWidget:
    widget = ALL_SCENES[name]()
    qtbot.addWidget(widget)
    widget.resize(*WIDE)
    widget.show()
    QApplication.processEvents()
    return widget


# What the samples say in the place of the marking, whose sentences have tests of their own.
MARKING = frozenset(it.feedback for it in vars(scenes).values() if isinstance(it, Judged))
# What an author or a learner wrote, which happens to be a word of the program too.
WRITTEN = frozenset({"Historieprøve", "Det hele"})


def left_over(page: QWidget, language: str) -> list[str]:
    """Return the texts of a page that are whole texts of the other language."""
    parts = [page, *page.findChildren(QWidget)]
    said = {text for part in parts if part.isVisibleTo(page) for text in texts_of(part)} - WRITTEN
    return sorted(
        text
        for text in said
        if not any(marking in text for marking in MARKING)
        and LEFT_OVER[language].fullmatch(text)
        and not RIGHT[language].fullmatch(text)
    )


@pytest.mark.parametrize("name", ALL_SCENES)
def test_a_page_speaks_one_language(qtbot: QtBot, language: str, name: str) -> None:
    assert left_over(shown(name, qtbot), language) == []


@pytest.mark.parametrize(("text", "there"), [("Fortsæt", ENGLISH), ("Continue", DANISH)])
def test_a_text_of_the_other_language_is_found(qtbot: QtBot, text: str, there: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setAccessibleName(text)
    page.show()
    assert left_over(page, there) == [text]


def test_what_is_quoted_stands_in_the_marks_of_the_language(language: str) -> None:
    assert quoted("Freden") == ("»Freden«" if language == DANISH else "“Freden”")


def test_days_and_months_are_said_in_the_language(language: str) -> None:
    days = ("man", "tirs", "ons", "tors", "fre", "lør", "søn")
    said = (full_day(TODAY), short_weekdays() == days, "maj" in short_months())
    danish = ("tirsdag den 24. november", True, True)
    assert said == (danish if language == DANISH else ("Tuesday 24 November", False, False))
    assert language == DANISH or short_weekdays()[1:4] == ("Tue", "Wed", "Thu")
