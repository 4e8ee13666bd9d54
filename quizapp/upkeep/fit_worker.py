"""The body of the process that fits weights: it reads the bank itself and writes nothing."""

import os
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from quizapp.bank.bank import Bank
from quizapp.base.clock import SystemClock
from quizapp.base.errors import QuizappError
from quizapp.base.ids import IdSource
from quizapp.scheduling.history import History, trials_of
from quizapp.upkeep.fit_outcome import Failed, Fitted, Outcome, Share, TooFew

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

READING: Final = 0.25
"""The share of the work that reading the log is, about."""

CARDS_BETWEEN: Final = 500
POLITE: Final = 3


def run(path: str, pipe: "Connection") -> None:
    """Fit weights to a bank's log and send how it goes, and at last an ``Outcome``."""
    if hasattr(os, "nice"):
        # The window that waits must not wait for this.
        os.nice(POLITE)
    # The matrices are small: a second thread costs half as much again and gives nothing.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        pipe.send(_fitted(Path(path), pipe))
    except QuizappError as error:
        pipe.send(Failed(error.message))
    except BrokenPipeError:
        # The program that asked is gone.
        return
    pipe.close()


def _fitted(path: Path, pipe: "Connection") -> Outcome:
    # numpy, which only this process needs.
    from quizapp.scheduling.fit import (  # noqa: PLC0415
        FEWEST_TARGETS,
        TooFewTargetsError,
        fit_to_learner,
    )

    bank = Bank.open(path, SystemClock(), IdSource(Random(0)))  # noqa: S311 - it names nothing
    try:
        with bank.read() as reader:
            record = reader.current_fold()
            cards, _reviews = reader.log_size()
            history: History = []
            for number, (_card, entries) in enumerate(reader.histories()):
                if number % CARDS_BETWEEN == 0:
                    pipe.send(Share(READING * number / max(cards, 1)))
                history.append(trials_of(entries, record.weights))
    finally:
        bank.close()

    def watch(done: float) -> bool:
        pipe.send(Share(READING + (1 - READING) * done))
        return True

    try:
        report = fit_to_learner(history, record.weights, watch)
    except TooFewTargetsError as error:
        return TooFew(targets=int(error.args[0]), needed=FEWEST_TARGETS)
    return Fitted(
        weights=report.weights,
        against=record.weights,
        fold_id=record.fold_id,
        targets=report.targets,
        loss_now=report.loss_now,
        loss_fitted=report.loss_fitted,
        right=report.right,
        foretold_now=report.foretold_now,
        foretold_fitted=report.foretold_fitted,
    )
