"""What the first page will say in the coming days, kept when the bank is closed.

Opening a bank takes half a second, most of it loading SQLAlchemy. The figures of a bank that nobody
has touched since are known before that: they are shown at once, and the bank is opened behind them.
This module loads no bank until one is looked into.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from quizapp.base.clock import Clock
from quizapp.base.ids import PackId
from quizapp.scheduling.day import study_day
from quizapp.study.today import ExamGlance, HomeState, Standing, Today

if TYPE_CHECKING:
    from quizapp.bank.bank import Bank, Reader

DAYS_KEPT: Final = 8
_LONG_ENOUGH_MS = 1_500
_FORM: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """Each coming day's figures, if nothing is answered until then."""

    rollover_hour: int
    days: tuple[Today, ...]


class _NotMeantError(Exception):
    """Ends a transaction that only tried what another day would be like."""


def foresee(bank: "Bank", clock: Clock) -> Foreseen:
    """Work out today's figures and the next days', without changing anything."""
    # Both load the bank, which who reads what was kept does not want.
    from quizapp.study.home import today_of  # noqa: PLC0415
    from quizapp.study.preferences import Preferences  # noqa: PLC0415

    with bank.read() as reader:
        preferences = Preferences.read(reader)
        # An exam's day is planned anew, which can take a second: tomorrow's must do.
        n_days = 2 if reader.has_exam_ahead() else DAYS_KEPT
    first = study_day(clock.now(), preferences.rollover_hour)
    days: list[Today] = []
    began = clock.monotonic_ms()
    for day in range(first, first + n_days):
        # The window is waiting to close.
        if clock.monotonic_ms() - began > _LONG_ENOUGH_MS:
            break
        with _as_on(bank, day) as reader:
            days.append(today_of(reader, preferences, day))
    return Foreseen(rollover_hour=preferences.rollover_hour, days=tuple(days))


def keep(foreseen: Foreseen, bank: Path) -> None:
    """Write the figures beside a bank that has been closed; without room there is nothing kept."""
    state = _state_of(bank)
    if state is None:
        return
    rows = [asdict(day) | {"state": day.state.name} for day in foreseen.days]
    kept = {"form": _FORM, "bank": state, "rollover": foreseen.rollover_hour, "days": rows}
    with suppress(OSError):
        _file(bank).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def kept_today(bank: Path, now: datetime) -> Today | None:
    """Return the figures kept for this study day; None if the bank has changed since."""
    try:
        kept = json.loads(_file(bank).read_text(encoding="utf-8"))
        if kept["form"] != _FORM or kept["bank"] != _state_of(bank):
            return None
        day = study_day(now, kept["rollover"])
        return next((_today(row) for row in kept["days"] if row["study_day"] == day), None)
    except (OSError, ValueError, KeyError, TypeError):
        # Absent, cut short or of another version: the bank itself knows.
        return None


@contextmanager
def _as_on(bank: "Bank", day: int) -> "Iterator[Reader]":
    """Look at the bank as it will be on a day, with what was put off until then back."""
    with suppress(_NotMeantError), bank.transaction() as tx:
        tx.release_buried(day)
        yield tx
        raise _NotMeantError


def _state_of(bank: Path) -> list[int] | None:
    """Return what tells a bank's file from itself changed; None while changes wait beside it."""
    waiting = bank.with_name(f"{bank.name}-wal")
    try:
        if waiting.exists() and waiting.stat().st_size:
            return None
        file = bank.stat()
    except OSError:
        return None
    return [file.st_size, file.st_mtime_ns]


def _file(bank: Path) -> Path:
    return bank.with_name("today.json")


def _today(row: dict[str, Any]) -> Today:
    standings = {name: tuple(_standing(it) for it in row[name]) for name in ("packs", "categories")}
    lists = {"state": HomeState[row["state"]], "last_days": tuple(row["last_days"])}
    exam = row.get("exam")
    glance = {"exam": None if exam is None else ExamGlance(**exam)}
    return Today(**(row | standings | lists | glance))


def _standing(row: dict[str, Any]) -> Standing:
    pack = row["pack"]
    return Standing(**(row | {"pack": PackId(pack) if pack is not None else None}))
