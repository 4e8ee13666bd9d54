"""The keeper: what the window and the command line ask of the bank's care."""

from collections.abc import Iterator
from pathlib import Path

from quizapp.bank.bank import Bank
from quizapp.base.clock import Clock
from quizapp.questions.answer_form import Plain
from quizapp.scheduling.day import study_day
from quizapp.upkeep import backups, doctor, log, replay
from quizapp.upkeep.backups import Backup
from quizapp.upkeep.doctor import Finding
from quizapp.upkeep.fitting import Fitter
from quizapp.upkeep.replay import Replayed


class Keeper:
    """Care for one open bank. Use it from one thread at a time."""

    def __init__(self, bank: Bank, clock: Clock) -> None:
        self._bank = bank
        self._clock = clock
        self.fitter = Fitter(bank, clock)

    @property
    def bank_file(self) -> Path:
        """Where the learner's answers lie."""
        return self._bank.path

    def examine(self, *, repair: bool = False) -> list[Finding]:
        """Examine the bank; writes only when a repair was asked for."""
        now = self._clock.now()
        return doctor.examine(self._bank, now, study_day(now), repair=repair)

    def replay(self, *, check_only: bool = False) -> Replayed:
        """Compute all memory again from the log, or compare only."""
        return replay.replay(self._bank, check_only=check_only)

    def log(self) -> Iterator[dict[str, Plain]]:
        """Yield a row for every answer, in log order."""
        return log.log_rows(self._bank)

    def backups(self) -> list[Backup]:
        """Return the copies of the bank, newest first."""
        return backups.list_backups(self._bank.path)

    def back_up(self) -> Backup:
        """Make a copy now."""
        return backups.back_up(self._bank.path, self._clock.now())

    def back_up_daily(self) -> Backup | None:
        """Make today's copy unless it is there."""
        return backups.back_up_daily(self._bank.path, self._clock.now())
