"""Which packs and topics an exam asks: folded topics keep their weight, unfolded ones show it."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.base.ids import PackId
from quizapp.scheduling.exam_terms import TopicShare
from quizapp.study.exam_values import PackScope, TopicChoice
from quizapp.ui.exam.form_page import FormPage
from quizapp.ui.exam.scope_part import ScopePart
from tests.screens.examining import EXAMINING, a_form

PACK = PackId("dk.prøve.krig")
TOPICS = tuple(TopicChoice(f"emne {n}", 4) for n in range(30))
HALF = TopicShare(PACK, "emne 3", 0.5)


def a_scope(qtbot: QtBot, *shares: TopicShare) -> ScopePart:
    read = a_form(packs=(PackScope(PACK, "Krigen", 120, TOPICS),))
    part = ScopePart(replace(read, draft=replace(read.draft, packs=(), shares=shares)))
    qtbot.addWidget(part)
    return part


def test_topics_are_made_when_they_are_unfolded(qtbot: QtBot) -> None:
    part = a_scope(qtbot)
    pack = part.packs[0]
    assert pack.lines == []
    pack.fold.set_open(is_open=True)
    assert [line.topic for line in pack.lines] == [it.topic for it in TOPICS]


def test_topics_are_made_once(qtbot: QtBot) -> None:
    part = a_scope(qtbot)
    pack = part.packs[0]
    pack.fold.set_open(is_open=True)
    before = pack.lines
    pack.fold.set_open(is_open=False)
    pack.fold.set_open(is_open=True)
    assert pack.lines is before


def test_a_topic_that_counts_otherwise_is_shown_at_once(qtbot: QtBot) -> None:
    part = a_scope(qtbot, HALF)
    assert part.packs[0].fold.head.is_open
    assert part.packs[0].lines[3].share == 0.5
    assert part.shares == (HALF,)


def test_a_topic_that_is_unticked_is_left_out(qtbot: QtBot) -> None:
    part = a_scope(qtbot)
    assert not part.shares
    part.packs[0].fold.set_open(is_open=True)
    part.packs[0].lines[0].tick.click()
    assert part.shares == (TopicShare(PACK, "emne 0", 0.0),)


def test_without_packs_no_part_is_made_that_nobody_takes_along(qtbot: QtBot) -> None:
    before = set(QApplication.topLevelWidgets())
    read = a_form()
    part = ScopePart(replace(read, packs=(), categories=()))
    qtbot.addWidget(part)
    assert set(QApplication.topLevelWidgets()) - before == {part}


def test_the_way_to_keep_the_plan_is_seen_without_scrolling(qtbot: QtBot) -> None:
    page = EXAMINING["17_tilfoej_proeve"]()
    qtbot.addWidget(page)
    page.resize(1180, 800)
    page.show()
    qtbot.waitExposed(page)
    form = page.findChild(FormPage)
    assert isinstance(form, FormPage)
    qtbot.waitUntil(lambda: form.save.y() > 0)
    below = form.save.mapTo(form.viewport(), form.save.rect().bottomLeft()).y()
    assert below < form.viewport().height()
