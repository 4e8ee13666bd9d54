"""The memory settings tied to the bank: prices worked out, choices put in force, weights fitted."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from quizapp.base.clock import Clock
from quizapp.base.texts import _, day_text, say
from quizapp.scheduling.intervals import intervals_when_right
from quizapp.study.workload import Workload
from quizapp.ui.program import Services
from quizapp.ui.settings.memory_fit import FitOffer, FitResult, FitWork
from quizapp.ui.settings.memory_plan import PlanChoice
from quizapp.ui.settings.page import SettingsPage
from quizapp.ui.tasks import TaskHandle, TaskRunner
from quizapp.upkeep.fit_outcome import Fitted, Outcome, Standing, TooFew

if TYPE_CHECKING:
    # They load SQLAlchemy, which the window does without until it is painted.
    from quizapp.study.preferences import Preferences
    from quizapp.upkeep.fitting import FitRun

LOOK_MS: Final = 100
"""How often the window looks how far the process is; looking never waits."""


class MemoryRoute(QObject):
    """Ties both cards to the bank.

    ``told`` carries a sentence and what takes back what it tells of; ``used`` says that settings
    were changed.
    """

    told = Signal(str, object)
    failed = Signal(object)
    used = Signal()

    def __init__(
        self,
        services: Services,
        runner: TaskRunner,
        clock: Clock,
        page: SettingsPage,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._clock = clock
        self.plan = page.plan
        self.fit = page.fit
        self._pricing: TaskHandle | None = None
        self._run: FitRun | None = None
        self._adopting: TaskHandle | None = None
        self._moves_days = False
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self.plan.tried.connect(self._on_tried)
        self.plan.used.connect(self._on_used)
        self.fit.started.connect(self._on_started)
        self.fit.stopped.connect(self.stop)
        self.fit.undone.connect(self._on_undone)

    def refresh(self) -> None:
        """Read again what the bank keeps; a fit under way is left alone."""
        desk, fitter = self._services.desk, self._services.keeper.fitter

        def show(read: "tuple[Preferences, Standing]") -> None:
            preferences, standing = read
            if not isValid(self.plan):
                return
            self.plan.show_choice(choice_of(preferences))
            if not isinstance(self.fit.state, FitWork):
                self.fit.show_state(self._offer(standing))

        self._runner.run(lambda: (desk.preferences(), fitter.standing()), show, self.failed.emit)

    def stop(self) -> None:
        """Stop what is under way; nothing has changed."""
        self._look.stop()
        if self._run is not None:
            self._run.cancel()
            self._run = None
        if self._adopting is not None:
            self._adopting.cancel()
            self._adopting = None
        self._show_offer()

    def _on_tried(self, tried: PlanChoice) -> None:
        if self._pricing is not None:
            # Only the newest wish counts.
            self._pricing.cancel()
        desk = self._services.desk
        self._pricing = self._runner.run(
            lambda: desk.workload(_applied(desk.preferences(), tried)),
            lambda workload: self._on_priced(tried, workload),
            self.failed.emit,
        )

    def _on_priced(self, tried: PlanChoice, workload: Workload) -> None:
        self._pricing = None
        # A page that a change of language put aside may have asked with its last timer.
        if isValid(self.plan):
            self.plan.show_price(tried, workload)

    def _on_used(self, choice: PlanChoice) -> None:
        def done(before: PlanChoice) -> None:
            self.plan.show_choice(choice)
            self.used.emit()
            self.told.emit(_("Gemt."), lambda: self._take_back(before))

        self._store(choice, done)

    def _take_back(self, before: PlanChoice) -> None:
        def done(_undone: PlanChoice) -> None:
            self.plan.show_choice(before)
            self.used.emit()

        self._store(before, done)

    def _store(self, choice: PlanChoice, done: Callable[[PlanChoice], None]) -> None:
        desk = self._services.desk

        def work() -> PlanChoice:
            from quizapp.study import preferences as keys  # noqa: PLC0415 - loads SQLAlchemy

            before = choice_of(desk.preferences())
            for key, value, old in (
                (keys.RETENTION_KEY, choice.percent / 100, before.percent / 100),
                (keys.NEW_PER_DAY_KEY, choice.new_per_day, before.new_per_day),
                (keys.MINUTES_KEY, choice.minutes, before.minutes),
            ):
                if value != old:
                    desk.set_preference(key, value)
            return before

        self._runner.run(work, done, self.failed.emit)

    def _on_started(self, moves_days: bool) -> None:  # noqa: FBT001 - a signal's value
        self._moves_days = moves_days
        self.fit.show_state(FitWork(0.0))

        def begun(run: "FitRun") -> None:
            self._run = run
            if isinstance(self.fit.state, FitWork):
                self._look.start()
            else:
                self.stop()

        self._runner.run(self._services.keeper.fitter.start, begun, self._on_failed)

    def _on_look(self) -> None:
        assert self._run is not None, "there is a run as long as it is looked at"
        outcome = self._run.poll()
        if outcome is None:
            self.fit.show_state(FitWork(self._run.share))
            return
        self._look.stop()
        self._run = None
        self._on_outcome(outcome)

    def _on_outcome(self, outcome: Outcome) -> None:
        if isinstance(outcome, Fitted):
            if outcome.is_better:
                self._adopt(outcome)
            else:
                self._show_result(outcome)
        elif isinstance(outcome, TooFew):
            self.fit.show_state(FitOffer(targets=outcome.targets, needed=outcome.needed))
        else:
            self._show_offer()
            self.told.emit(say(outcome.message), None)

    def _adopt(self, fitted: Fitted) -> None:
        self.fit.show_state(FitWork(0.0, is_adopting=True))
        desk, fitter, moves_days = (
            self._services.desk,
            self._services.keeper.fitter,
            self._moves_days,
        )

        def work(handle: TaskHandle) -> None:
            from quizapp.upkeep.rebuild import Moving  # noqa: PLC0415 - loads SQLAlchemy

            moving = Moving(
                desired_retention=desk.preferences().desired_retention,
                study_day=desk.study_day(),
                own_retention=desk.own_retention(),
            )
            fitter.adopt(fitted, moving if moves_days else None, handle.report)

        def done(_nothing: None) -> None:
            self._adopting = None
            self.used.emit()
            self._show_result(fitted)
            said = _("De nye tal passer bedre på dig og bruges fra nu af.")
            self.told.emit(said, self._on_undone)

        self._adopting = self._runner.run_long(work, done, self._on_failed, self._on_adopting)

    def _on_adopting(self, done: int, total: int) -> None:
        if isinstance(self.fit.state, FitWork):
            self.fit.show_state(FitWork(done / max(total, 1), is_adopting=True))

    def _show_result(self, fitted: Fitted) -> None:
        desk = self._services.desk
        self._runner.run(
            desk.preferences,
            lambda it: self.fit.show_state(result_of(fitted, it.desired_retention)),
            self.failed.emit,
        )

    def _on_undone(self) -> None:
        fitter = self._services.keeper.fitter

        def done(_changes: object) -> None:
            self.used.emit()
            self._show_offer()
            self.told.emit(_("Tallene er som før."), None)

        self._runner.run(fitter.undo, done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._adopting = None
        self._show_offer()
        self.failed.emit(error)

    def _show_offer(self) -> None:
        self._runner.run(
            self._services.keeper.fitter.standing,
            lambda standing: self.fit.show_state(self._offer(standing)),
            self.failed.emit,
        )

    def _offer(self, standing: Standing) -> FitOffer:
        now = self._clock.now()
        since = standing.adopted_at.astimezone(now.tzinfo).date()
        return FitOffer(
            targets=standing.targets,
            needed=standing.needed,
            fitted_on=standing.fitted_on or 0,
            since=day_text(since, now.date()) if standing.can_undo else "",
        )


def choice_of(preferences: "Preferences") -> PlanChoice:
    """Return what is in force as the card shows it."""
    return PlanChoice(
        percent=round(100 * preferences.desired_retention),
        new_per_day=preferences.new_per_day,
        minutes=preferences.minutes_per_day or 0,
    )


def result_of(fitted: Fitted, desired_retention: float) -> FitResult:
    """Return what a fit came to, in whole per cent and days."""
    return FitResult(
        is_better=fitted.is_better,
        right=round(100 * fitted.right),
        foretold_before=round(100 * fitted.foretold_now),
        foretold_after=round(100 * fitted.foretold_fitted),
        days_before=intervals_when_right(fitted.against, desired_retention),
        days_after=intervals_when_right(fitted.weights, desired_retention),
    )


def _applied(preferences: "Preferences", choice: PlanChoice) -> "Preferences":
    return replace(
        preferences,
        desired_retention=choice.percent / 100,
        new_per_day=choice.new_per_day,
        minutes_per_day=choice.minutes or None,
    )
