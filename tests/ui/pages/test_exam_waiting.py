"""An answer that takes long is said to be on its way, and no longer once it is there."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.study.exam_values import Trial
from quizapp.ui.exam.form_page import FormPage
from quizapp.ui.exam.page import ExamPage
from quizapp.ui.exam.what_if_card import WhatIfCard
from tests.screens.examining import a_form, a_preview, a_view

WORKING = "Regner på planen …"


def shown(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)]


@pytest.fixture
def card(qtbot: QtBot) -> WhatIfCard:
    made = WhatIfCard(a_view())
    qtbot.addWidget(made)
    made.slider.setValue(40)
    with qtbot.waitSignal(made.tried):
        pass
    return made


@pytest.fixture
def form(qtbot: QtBot) -> FormPage:
    made = FormPage(a_form())
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.tried):
        made.day.set_text("11. december 2026")
    return made


def test_other_minutes_that_take_long_say_so(qtbot: QtBot, card: WhatIfCard) -> None:
    qtbot.waitUntil(lambda: WORKING in shown(card))
    card.show_trial(Trial(minutes=40, score=0.9, low=0.8, high=1.0))
    assert WORKING not in shown(card)
    assert any(text.startswith("90") for text in shown(card))


def test_other_minutes_that_are_there_at_once_say_nothing(qtbot: QtBot, card: WhatIfCard) -> None:
    card.show_trial(Trial(minutes=40, score=0.9, low=0.8, high=1.0))
    qtbot.wait(400)
    assert WORKING not in shown(card)


def test_a_plan_that_takes_long_says_so(qtbot: QtBot, form: FormPage) -> None:
    qtbot.waitUntil(lambda: WORKING in shown(form))
    draft = form.draft()
    assert draft is not None
    form.show_preview(a_preview(), draft)
    assert WORKING not in shown(form)


def test_a_page_that_takes_long_says_so_until_it_is_there(qtbot: QtBot) -> None:
    page = ExamPage()
    qtbot.addWidget(page)
    page.show_waiting()
    assert shown(page) == ["Eksamen", WORKING]
    page.show_exam(a_view())
    assert WORKING not in shown(page)


def test_a_page_that_is_there_stays_while_it_is_worked_out_anew(qtbot: QtBot) -> None:
    page = ExamPage()
    qtbot.addWidget(page)
    page.show_exam(a_view())
    page.show_waiting()
    assert WORKING not in shown(page)
    assert page.days is not None
