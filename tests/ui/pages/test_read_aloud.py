"""The question, the answer and the explanation are read aloud, and a key brings silence."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.study.plan import Plan
from quizapp.study.preferences import ALOUD_KEY
from quizapp.ui.aloud.voices import Voice
from quizapp.ui.study.aloud_words import words_of
from quizapp.ui.widgets.toast import Toast
from tests.ui.pages.window import ELEVEN, Opened, opened_window

GOES_ON = "import sys, threading; sys.stdin.read(); threading.Event().wait()"


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        voice = Voice(name="prøve", command=(sys.executable, "-c", GOES_ON))
        opened.routes.study.reader._look = lambda: voice
        yield opened
        opened.routes.study.reader.stop()


def wish(opened: Opened, key: str) -> None:
    """Switch a setting on, in the thread that has the bank."""
    desk = opened.routes._services.desk
    opened.ask(lambda: desk.set_preference(key, value=True))


def is_reading(opened: Opened) -> bool:
    return opened.routes.study.reader.is_reading


def test_a_key_reads_and_the_same_key_stops(opened: Opened) -> None:
    opened.routes.begin(Plan(limit=2))
    opened.until_asked()
    opened.do("question.aloud")
    opened.until(lambda: is_reading(opened))
    opened.do("question.aloud")
    assert not is_reading(opened)


def test_escape_brings_silence_first(opened: Opened) -> None:
    opened.routes.begin(Plan(limit=2))
    opened.until_asked()
    opened.do("question.aloud")
    opened.until(lambda: opened.routes.study.page.is_read_aloud)
    opened.press(Qt.Key.Key_Escape)
    assert not is_reading(opened)


def test_nothing_is_read_unless_it_is_wished_for(opened: Opened) -> None:
    opened.routes.begin(Plan(limit=2))
    opened.until_asked()
    assert not is_reading(opened)


def test_who_wishes_it_hears_each_question(opened: Opened) -> None:
    wish(opened, ALOUD_KEY)
    opened.routes.begin(Plan(limit=2))
    opened.until_asked()
    opened.until(lambda: is_reading(opened))


def test_leaving_the_round_brings_silence(opened: Opened) -> None:
    opened.routes.begin(Plan(limit=2))
    opened.until_asked()
    opened.do("question.aloud")
    opened.do("round.leave")
    opened.until(lambda: not is_reading(opened))


def test_a_question_is_read_with_its_prompt(opened: Opened) -> None:
    opened.routes.begin(Plan(limit=2))
    asking = opened.until_asked()
    assert words_of(asking).startswith(asking.question.prompt)


def test_an_answer_is_read_with_the_verdict_the_answer_and_the_explanation(opened: Opened) -> None:
    opened.routes.begin(Plan(limit=2))
    asking = opened.until_asked()
    opened.do("question.unknown")
    judged = opened.until_judged()
    said = words_of(judged, "Husk det")
    assert said.startswith("Ikke besvaret.")
    assert f"Rigtigt svar: {judged.correct}" in said
    assert asking.question.explanation in said
    assert said.endswith("Din note: Husk det.")


def test_what_went_wrong_has_no_tick(opened: Opened) -> None:
    fails = Voice(name="stum", command=(sys.executable, "-c", "raise SystemExit(3)"))
    opened.routes.study.reader._look = lambda: fails
    opened.routes.begin(Plan(limit=2))
    opened.until_asked()
    opened.do("question.aloud")
    opened.until(lambda: "Der kom ingen lyd." in opened.words())
    [toast] = opened.window.findChildren(Toast)
    assert toast.icon_name == "triangle-alert"
    opened.do("question.bury")
    opened.until(lambda: "Venter til i morgen." in opened.words())
    assert toast.icon_name == "circle-check"
