"""What the learner sees and decides before a pack is added or updated."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.library.difference import Consent
from quizapp.library.install import Installed, Survey
from quizapp.library.told import ChangedQuestion
from quizapp.questions.codec_mistakes import Plain
from quizapp.ui.language import DANISH, speak
from quizapp.ui.library.add_page import AddPage, is_known
from quizapp.ui.library.busy_page import BusyPage, adding_words
from quizapp.ui.library.change_words import detail_of, written_otherwise
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.segmented import Segmented
from tests.builders import PACK, a_question
from tests.screens.updates import NOTHING_FORESEEN, RIOTS, a_survey


def figures(**counts: int | None) -> Installed:
    values: dict[str, int | None] = dict.fromkeys(
        ("new", "changed", "retested", "restarted", "returned", "removed", "unchanged"), 0
    )
    return Installed(
        pack=PACK,
        title="Krige",
        version=5,
        has_licence=True,
        **values | {"previous_version": 4} | counts,  # type: ignore[arg-type]  # by name
    )


def a_page(qtbot: QtBot, *, asks: bool = False) -> AddPage:
    counts = {"new": 15, "changed": 1, "retested": 1, "removed": 1}
    page = AddPage(Survey(figures(**counts), a_survey(asks=asks)))
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    return page


def texts(page: AddPage) -> Sequence[str]:
    return [label.text() for label in page.findChildren(WrappingLabel) if label.isVisible()]


def press(qtbot: QtBot, page: AddPage, name: str, value: str) -> None:
    [choice] = page.findChildren(Segmented, name)
    qtbot.mouseClick(choice.segments[value], Qt.MouseButton.LeftButton)


def test_an_update_says_what_it_means_for_the_learner(qtbot: QtBot) -> None:
    shown = texts(a_page(qtbot))
    assert "Svar: 4 → 3" in shown
    assert "»borde« → »burde«" in shown
    assert "kommer igen i dag, mærket »ændret«" in shown
    assert "Findes ikke i version 5" in shown
    assert any("1.204 svar går tabt" in text for text in shown)


def test_the_rest_of_a_long_list_is_shown_when_asked_for(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    assert "Hvad er e13?" not in texts(page)
    buttons = [b for b in page.findChildren(type(page.main)) if b.text() == "Vis 12 til"]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Hvad er e13?" in texts(page))


def test_the_pack_is_updated_with_ctrl_and_enter(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    page.take_focus()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.accepted):
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.consent(Consent(allow_older=True)) == Consent(allow_older=True)


def test_nothing_is_updated_before_what_is_asked_has_an_answer(qtbot: QtBot) -> None:
    page = a_page(qtbot, asks=True)
    assert not page.main.isEnabled()
    press(qtbot, page, "lookalikes", "yes")
    assert not page.main.isEnabled()
    press(qtbot, page, "same a", "no")
    assert page.main.isEnabled()
    consent = page.consent(Consent(allow_other_edition=True))
    assert consent.allow_other_edition
    assert len(consent.same) == 5
    assert (consent.anew, consent.let_go) == (frozenset({"a"}), frozenset())


def test_own_wordings_are_let_go_only_when_the_learner_says_so(qtbot: QtBot) -> None:
    page = a_page(qtbot, asks=True)
    press(qtbot, page, "own f", "no")
    press(qtbot, page, "lookalikes", "no")
    press(qtbot, page, "same a", "yes")
    consent = page.consent(Consent())
    assert (consent.same, consent.anew, consent.let_go) == ((), frozenset(), frozenset({"f"}))


def test_her_own_version_stays_unless_she_says_otherwise(qtbot: QtBot) -> None:
    page = a_page(qtbot, asks=True)
    press(qtbot, page, "lookalikes", "yes")
    press(qtbot, page, "same a", "yes")
    assert page.main.isEnabled()
    assert page.consent(Consent()).as_packed == frozenset()
    assert any("rettet det samme sted som dig" in text for text in texts(page))
    assert "Forklaring: Ingen penge, ingen fred." in texts(page)
    press(qtbot, page, "version g", "no")
    assert page.consent(Consent()).as_packed == frozenset({"g"})


def test_figures_follow_what_is_chosen(qtbot: QtBot) -> None:
    page = a_page(qtbot, asks=True)
    with qtbot.waitSignal(page.chosen):
        press(qtbot, page, "version g", "no")
    page.show_figures(Survey(figures(retested=7, removed=1), a_survey(asks=False)))
    qtbot.waitUntil(lambda: "7 nye svar" in texts(page))
    assert "1 nyt svar" not in texts(page)
    assert page.consent(Consent()).as_packed == frozenset({"g"})


def test_a_pack_that_comes_back_says_so(qtbot: QtBot) -> None:
    page = AddPage(Survey(figures(previous_version=None, new=2, returned=3), NOTHING_FORESEEN))
    qtbot.addWidget(page)
    page.show()
    assert "2 nye spørgsmål." in texts(page)
    assert "3 spørgsmål er kommet tilbage med det, du havde lært." in texts(page)


def test_the_same_version_again_is_known() -> None:
    assert is_known(figures(previous_version=5))
    assert not is_known(figures(previous_version=5, changed=1))
    assert not is_known(figures(previous_version=4))


def a_busy_page(qtbot: QtBot) -> BusyPage:
    page = BusyPage(adding_words("Krige", is_update=True))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    return page


def test_work_can_be_stopped_once(qtbot: QtBot) -> None:
    page = a_busy_page(qtbot)
    with qtbot.waitSignal(page.stopped):
        qtbot.keyClick(page.stop, Qt.Key.Key_Return)
    assert page.line.text() == "Stopper …"
    assert not page.stop.isEnabled()


def test_one_enter_too_many_stops_nothing(qtbot: QtBot) -> None:
    page = a_busy_page(qtbot)
    with qtbot.assertNotEmitted(page.stopped):
        qtbot.keyClick(page, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"spørgsmål": "Hvad hed optøjerne i Tokyo i 1905?"}, "»kaldes« → »hed«"),
        ({"forklaring": "En helt anden forklaring."}, "Rettet: forklaringen"),
        ({"kategori": "person", "hint": "Et hint"}, "Rettet: hintet, kategorien"),
        ({"også": ["optøjerne"]}, "Rettet i svarmulighederne eller det, der godtages"),
        ({"svar": "x" * 80}, f"Svar: Hibiya → {'x' * 59}…"),
    ],
)
def test_a_change_is_told_in_one_line(own: dict[str, Plain], said: str) -> None:
    fields: dict[str, Plain] = {"spørgsmål": RIOTS, "svar": "Hibiya"}
    before = a_question("b", **fields, forklaring="")
    after = a_question("b", **{**fields, "forklaring": "", **own})
    assert detail_of(ChangedQuestion("changed", before, after), 5) == said


def test_arrows_between_things_in_order_are_not_those_from_old_to_new() -> None:
    order: dict[str, Plain] = {"type": "rækkefølge", "svar": None}
    before = a_question("o", **order, rækkefølge=["a", "b"])
    after = a_question("o", **order, rækkefølge=["b", "a"])
    told = detail_of(ChangedQuestion("retested", before, after), 5)
    assert told == "Svar: »a → b« → »b → a«"


def test_an_own_version_stands_beside_the_old_and_the_new() -> None:
    options: dict[str, Plain] = {"type": "valg", "svar": None, "rigtigt": "Ja"}
    mine, old, new = (
        a_question("o", **options, forkerte=[wrong], hint=hint)
        for wrong, hint in (("Aldrig", "a"), ("Nej", "a"), ("Måske", "b"))
    )
    assert written_otherwise(mine, old, new) == (
        "Forkerte svar: Aldrig\nHint: a",
        "Forkerte svar: Nej\nHint: a",
        "Forkerte svar: Måske\nHint: b",
    )


def test_a_question_that_returns_is_there_again() -> None:
    question = a_question("b")
    assert detail_of(ChangedQuestion("returned", question, question), 5) == "Er med igen"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_either_enter_adds_while_qt_speaks_danish(
    qtbot: QtBot, qapp: QApplication, key: Qt.Key
) -> None:
    speak(qapp, DANISH)
    page = a_page(qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.main.setFocus()
    with qtbot.waitSignal(page.accepted):
        qtbot.keyClick(page.main, key, Qt.KeyboardModifier.ControlModifier)
