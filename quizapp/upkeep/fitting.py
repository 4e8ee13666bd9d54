"""»Tilpas til mig«: weights fitted in a process of their own, adopted if they win, and left again.

The process reads the bank itself, so the window's worker does nothing but start it. Adopting is one
transaction: a new fold, all memory folded with it, and days moved only where she asked for that.
"""

from typing import TYPE_CHECKING, Final

from quizapp.bank.bank import Bank, Reader
from quizapp.bank.values import FoldRecord
from quizapp.base.changes import Changes
from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.texts import Message
from quizapp.upkeep import fit_worker
from quizapp.upkeep.fit_outcome import Failed, Fitted, Outcome, Share, Standing
from quizapp.upkeep.rebuild import Moving, Tell, move_due_days, rebuild, tell_nobody

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

ENOUGH: Final = 200
"""So many answers, each a day or more after another to its card, before a fit is offered."""

MOVES_KEY: Final = "fit_moves"
ENDED: Final = Failed(Message("errors.fit_ended"))
STOP_WAIT_S: Final = 5.0


class FitError(QuizappError):
    """Weights could not be adopted or left; nothing was changed."""


class FitRun:
    """A fit under way. Nothing here waits, but ``wait``; an end that was missed is kept."""

    def __init__(self, process: "BaseProcess", pipe: "Connection") -> None:
        self._process = process
        self._pipe = pipe
        self._outcome: Outcome | None = None
        self.share = 0.0

    def poll(self) -> Outcome | None:
        """Return what the fit came to, None while it goes on; ``share`` says how far it is."""
        while self._outcome is None and self._pipe.poll():
            self._receive()
        return self._outcome

    def wait(self, tell: Tell = tell_nobody) -> Outcome:
        """Wait for the end and return what the fit came to."""
        while self._outcome is None:
            self._receive()
            tell(round(100 * self.share), 100)
        # It has nothing more to do than to end.
        self._process.join(STOP_WAIT_S)
        return self._outcome

    def cancel(self) -> None:
        """End the process; it wrote nothing, so nothing is left of it."""
        self._process.kill()
        self._process.join(STOP_WAIT_S)
        self._pipe.close()
        self._outcome = self._outcome or ENDED

    def _receive(self) -> None:
        try:
            said = self._pipe.recv()
        except (EOFError, OSError):
            said = ENDED
        if isinstance(said, Share):
            self.share = said.done
            return
        self._outcome = said
        self.share = 1.0
        self._pipe.close()


class Fitter:
    """Fitting for one open bank. Use it from one thread at a time."""

    def __init__(self, bank: Bank, clock: Clock) -> None:
        self._bank = bank
        self._clock = clock

    def standing(self) -> Standing:
        """Return whether a fit is worth offering, and the one in force."""
        with self._bank.read() as reader:
            newest = reader.adopted_folds()[-1]
            return Standing(
                targets=reader.count_targets(),
                needed=ENOUGH,
                fitted_on=newest.fitted_on,
                adopted_at=newest.adopted_at,
            )

    def start(self) -> FitRun:
        """Start fitting weights to the bank's log in a process of its own."""
        import multiprocessing  # noqa: PLC0415 - a command that fits nothing starts without it

        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe(duplex=False)
        process = context.Process(
            target=fit_worker.run, args=(str(self._bank.path), there), daemon=True
        )
        process.start()
        # Held by the process alone, so that its end is seen here.
        there.close()
        return FitRun(process, here)

    def adopt(
        self, fitted: Fitted, moving: Moving | None = None, tell: Tell = tell_nobody
    ) -> Changes:
        """Let fitted weights count from now on; days still to come stay unless ``moving`` is given.

        Raises ``FitError`` when they did not win, or were tried against weights no longer in force.
        """
        if not fitted.is_better:
            raise FitError("fit_lost")
        at = self._clock.now()
        with self._bank.transaction() as tx:
            current = tx.current_fold()
            if current.fold_id != fitted.fold_id or current.weights != fitted.against:
                raise FitError("fit_outdated")
            fold_id = tx.add_fold(fitted.weights, fitted.targets, at)
            record = tx.current_fold()
            rebuild(tx, record, tell)
            moves = None if moving is None else move_due_days(tx, record, moving, at)
            if moves is not None:
                tx.set_setting(MOVES_KEY, [fold_id, moves.first_tick, moves.last_tick])
        return Changes(cards=True)

    def undo(self, tell: Tell = tell_nobody) -> Changes:
        """Go back to the weights before those in force, also for what was answered since.

        Raises ``FitError`` when there are none.
        """
        at = self._clock.now()
        with self._bank.transaction() as tx:
            folds = tx.adopted_folds()
            if folds[-1].fitted_on is None:
                raise FitError("fit_nothing_to_undo")
            newest, former = folds[-1].fold_id, folds[-2].fold_id
            match tx.setting(MOVES_KEY):
                case [int(fold_id), int(first), int(last)] if fold_id == newest:
                    tx.retract_moves(first, last, at)
                    tx.forget_setting(MOVES_KEY)
            rebuild(tx, _record(tx, former), tell)
            tx.drop_fold(newest)
        return Changes(cards=True)


def _record(reader: Reader, fold_id: int) -> FoldRecord:
    current = reader.current_fold()
    return FoldRecord(fold_id, reader.weights_by_fold()[fold_id], current.evidence_version)
