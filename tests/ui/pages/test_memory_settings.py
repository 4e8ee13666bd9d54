"""Settings with their price, and »Tilpas til mig«, in the real window and on the cards alone."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS
from quizapp.study.desk import Desk
from quizapp.study.workload import Workload
from quizapp.ui.settings.memory_fit import (
    FitCard,
    FitOffer,
    FitResult,
    FitWork,
    measured,
    verdict_of,
    waits,
)
from quizapp.ui.settings.memory_plan import REST_MS, PlanCard, PlanChoice
from quizapp.ui.settings.memory_route import MemoryRoute, result_of
from quizapp.upkeep.fit_outcome import Fitted
from tests.builders import a_bank, a_clock
from tests.ui.pages.test_verdict_page import words_on
from tests.ui.pages.window import ELEVEN, Opened, opened_window
from tests.usecases.test_fitting import a_quick_forgetter

CHOSEN = PlanChoice(percent=90, new_per_day=20, minutes=0)
NOW = Workload(minutes=12, minutes_later=9, known=640, cards=1200)
MORE = Workload(minutes=21, minutes_later=15, known=701, cards=1200)
WON = FitResult(
    is_better=True,
    right=84,
    foretold_before=90,
    foretold_after=85,
    days_before=(3, 15, 60, 1210),
    days_after=(2, 11, 46, 160),
)
LOST = replace(WON, is_better=False)


@pytest.fixture
def plan(qtbot: QtBot) -> PlanCard:
    card = PlanCard()
    qtbot.addWidget(card)
    card.resize(700, 500)
    card.show()
    qtbot.waitExposed(card)
    card.show_choice(CHOSEN)
    card.show_price(CHOSEN, NOW)
    return card


@pytest.fixture
def fit(qtbot: QtBot) -> FitCard:
    card = FitCard()
    qtbot.addWidget(card)
    card.resize(700, 500)
    card.show()
    qtbot.waitExposed(card)
    return card


def test_what_is_in_force_says_its_price_and_offers_nothing(plan: PlanCard) -> None:
    assert plan.price.text() == (
        "Så meget vil du huske: 90 %. Højere tal giver flere repetitioner: ca. 12 minutter om"
        " dagen. Om et år husker du ca. 640 af 1.200 spørgsmål."
    )
    assert not plan.use.isVisible()
    assert not plan.now.isVisible()


def test_a_price_is_asked_for_when_the_slider_rests(plan: PlanCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plan.tried) as tried:
        for percent in (91, 92, 93):
            plan.slider.setValue(percent)
    assert tried.args == [replace(CHOSEN, percent=93)]


def test_another_choice_is_told_beside_the_present_one(plan: PlanCard) -> None:
    plan.slider.setValue(94)
    plan.show_price(plan.choice, MORE)
    assert "94 %" in plan.price.text()
    assert "ca. 21 minutter om dagen" in plan.price.text()
    assert (
        plan.now.text() == "Som det er nu: ca. 12 minutter om dagen og ca. 640 af 1.200 om et år."
    )
    assert plan.use.isVisible()


def test_less_than_a_minute_is_said_so(plan: PlanCard) -> None:
    plan.show_price(CHOSEN, replace(NOW, minutes=0))
    assert "repetitioner: under et minut om dagen." in plan.price.text()


def test_a_choice_is_used_only_when_it_is_said(plan: PlanCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(plan.used):
        plan.new.setCurrentIndex(plan.new.findData(40))
    with qtbot.waitSignal(plan.used) as used:
        QTest.mouseClick(plan.use, Qt.MouseButton.LeftButton)
    assert used.args == [replace(CHOSEN, new_per_day=40)]


def test_a_choice_can_be_left_again(plan: PlanCard) -> None:
    plan.minutes.setCurrentIndex(plan.minutes.findData(45))
    QTest.mouseClick(plan.keep, Qt.MouseButton.LeftButton)
    assert plan.choice == CHOSEN
    assert not plan.keep.isVisible()


def test_a_price_that_comes_too_late_is_not_shown(plan: PlanCard) -> None:
    plan.slider.setValue(94)
    plan.show_price(plan.choice, MORE)
    plan.show_price(replace(CHOSEN, percent=75), NOW)
    assert "94 %" in plan.price.text()


def test_numbers_set_elsewhere_are_shown_as_they_are(plan: PlanCard) -> None:
    odd = PlanChoice(percent=99, new_per_day=7, minutes=25)
    plan.show_choice(odd)
    assert plan.choice == odd


def test_without_answers_enough_nothing_can_be_started(fit: FitCard) -> None:
    fit.show_state(FitOffer(targets=40, needed=200))
    assert not fit.start.isEnabled()
    assert "Der skal mindst 200 svar til" in words_on(fit)


def test_a_fit_in_force_says_when_and_can_be_left(fit: FitCard, qtbot: QtBot) -> None:
    fit.show_state(FitOffer(targets=900, needed=200, fitted_on=812, since="i går"))
    assert "Tilpasset i går på 812 svar." in words_on(fit)
    with qtbot.waitSignal(fit.undone):
        QTest.mouseClick(fit.undo, Qt.MouseButton.LeftButton)


def test_starting_says_whether_days_are_to_move(fit: FitCard, qtbot: QtBot) -> None:
    fit.show_state(FitOffer(targets=900, needed=200))
    with qtbot.waitSignal(fit.started) as started:
        QTest.mouseClick(fit.start, Qt.MouseButton.LeftButton)
    assert started.args == [False]
    fit.moves.setChecked(True)
    with qtbot.waitSignal(fit.started) as started:
        QTest.mouseClick(fit.start, Qt.MouseButton.LeftButton)
    assert started.args == [True]


def test_while_it_works_there_is_a_bar_and_a_stop(fit: FitCard, qtbot: QtBot) -> None:
    fit.show_state(FitWork(0.4))
    assert fit.bar.isVisible()
    assert fit.bar.value() == 40
    assert not fit.start.isVisible()
    with qtbot.waitSignal(fit.stopped):
        QTest.mouseClick(fit.stop, Qt.MouseButton.LeftButton)


def test_a_fit_that_won_says_what_changed(fit: FitCard) -> None:
    fit.show_state(WON)
    said, detail = words_on(fit).splitlines()[1:]
    assert said == "De nye tal passer bedre på dig og bruges fra nu af."
    assert detail == (
        "Af dine nyeste svar var 84 % rigtige. De gamle tal ventede 90 %, de nye 85 %."
        " Svarer du rigtigt hver gang, kommer et spørgsmål igen efter 2, 11, 46 og 160 dage."
        " Før var det 3, 15, 60 og 1.210."
    )
    assert fit.undo.isVisible()


def test_a_fit_that_lost_says_that_all_is_as_before(fit: FitCard) -> None:
    fit.show_state(LOST)
    assert verdict_of(LOST) in words_on(fit)
    assert measured(LOST) in words_on(fit)
    assert waits(LOST) not in words_on(fit)
    assert not fit.undo.isVisible()


@contextmanager
def settings_of(qtbot: QtBot, home: Path, *packs: Path) -> Iterator[tuple[Opened, MemoryRoute]]:
    with opened_window(qtbot, home, *packs) as opened:
        opened.do("app.settings")
        memory = opened.routes.settings.memory
        opened.until(lambda: "om dagen" in memory.plan.price.text())
        yield opened, memory


def retention_in(folder: Path) -> float:
    """Return what is stored, read beside the window: its own bank is its worker's alone."""
    with closing(a_bank(folder)) as bank:
        return Desk(bank, a_clock()).preferences().desired_retention


def test_the_window_tells_the_price_before_and_undoes_the_change(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with settings_of(qtbot, tmp_path, ELEVEN) as (opened, memory):
        memory.plan.slider.setValue(80)
        opened.until(lambda: "80 %" in memory.plan.price.text())
        assert retention_in(tmp_path) == 0.9
        memory.plan.use.click()
        opened.until(lambda: not memory.plan.use.isVisible())
        opened.until(lambda: "Gemt." in opened.words())
        assert retention_in(tmp_path) == 0.8
        opened.do("edit.undo")
        opened.until(lambda: memory.plan.slider.value() == 90)
        opened.until(lambda: retention_in(tmp_path) == 0.9)


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    bank = a_quick_forgetter(tmp_path_factory.mktemp("learner"))
    bank.close()
    return bank.path.read_bytes()


@pytest.fixture
def home(learner: bytes, tmp_path: Path) -> Path:
    (tmp_path / "bank.quizbank").write_bytes(learner)
    return tmp_path


def test_the_window_fits_adopts_and_goes_back(qtbot: QtBot, home: Path) -> None:
    with settings_of(qtbot, home) as (opened, memory):
        fitter = opened.routes.settings._services.keeper.fitter
        opened.until(memory.fit.start.isEnabled)
        memory.fit.start.click()
        opened.until(lambda: isinstance(memory.fit.state, FitWork))
        qtbot.waitUntil(lambda: isinstance(memory.fit.state, FitResult))
        assert isinstance(memory.fit.state, FitResult)
        assert memory.fit.state.is_better
        assert opened.ask(fitter.standing).can_undo
        memory.fit.undo.click()
        opened.until(lambda: isinstance(memory.fit.state, FitOffer))
        assert not opened.ask(fitter.standing).can_undo


def test_a_fit_that_is_stopped_leaves_the_window_as_it_was(qtbot: QtBot, home: Path) -> None:
    with settings_of(qtbot, home) as (opened, memory):
        opened.until(memory.fit.start.isEnabled)
        memory.fit.start.click()
        opened.until(lambda: memory._run is not None)
        memory.fit.stop.click()
        opened.until(lambda: isinstance(memory.fit.state, FitOffer))
        assert not active_children()


def test_the_window_lives_while_it_is_fitted(qtbot: QtBot, home: Path) -> None:
    with settings_of(qtbot, home) as (opened, memory):
        opened.until(memory.fit.start.isEnabled)
        memory.fit.start.click()
        opened.until(lambda: memory._run is not None)
        opened.do("go.home")
        opened.until_title("I dag")
        assert isinstance(memory.fit.state, FitWork)
        memory.stop()
        opened.until(lambda: isinstance(memory.fit.state, FitOffer))
        QApplication.processEvents()


def test_too_few_answers_to_fit_are_told_of(qtbot: QtBot, tmp_path: Path) -> None:
    with settings_of(qtbot, tmp_path, ELEVEN) as (opened, memory):
        opened.until(lambda: "Der skal mindst 200 svar til" in words_on(memory.fit))
        assert not memory.fit.start.isEnabled()
        memory._on_started(moves_days=False)
        qtbot.waitUntil(lambda: isinstance(memory.fit.state, FitOffer))


def test_results_are_told_in_whole_per_cent() -> None:
    fitted = Fitted(
        weights=DEFAULT_WEIGHTS,
        against=DEFAULT_WEIGHTS,
        fold_id=1,
        targets=300,
        loss_now=0.4,
        loss_fitted=0.39,
        right=0.8449,
        foretold_now=0.9,
        foretold_fitted=0.85,
    )
    result = result_of(fitted, 0.9)
    assert (result.right, result.foretold_before, result.foretold_after) == (84, 90, 85)
    assert result.days_before == result.days_after


def test_nothing_is_priced_for_a_page_that_nobody_looks_at(qtbot: QtBot) -> None:
    card = PlanCard()
    qtbot.addWidget(card)
    with qtbot.assertNotEmitted(card.tried, wait=2 * REST_MS):
        card.slider.setValue(80)
    with qtbot.waitSignal(card.tried):
        card.show()
