"""The clock: nothing else in the program reads the time."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time where the learner is, and a monotonic time for durations."""

    def now(self) -> datetime:
        """Return the present instant, aware, in the learner's zone."""
        ...

    def monotonic_ms(self) -> int:
        """Return milliseconds that never run backwards."""
        ...


class SystemClock:
    """The computer's clock and zone."""

    def now(self) -> datetime:
        """Return the present instant in the computer's zone."""
        return datetime.now(UTC).astimezone()  # noqa: TID251 - the one place that reads it

    def monotonic_ms(self) -> int:
        """Return the computer's monotonic milliseconds."""
        return time.monotonic_ns() // 1_000_000


class ShiftedClock:
    """A clock that started at a given instant and runs on (``--now``)."""

    def __init__(self, start: datetime, running: Clock) -> None:
        self._start = start if start.tzinfo else start.astimezone()
        self._running = running
        self._began_ms = running.monotonic_ms()

    def now(self) -> datetime:
        """Return the given instant plus the time that has run since."""
        return self._start + timedelta(milliseconds=self.monotonic_ms() - self._began_ms)

    def monotonic_ms(self) -> int:
        """Return the underlying clock's monotonic milliseconds."""
        return self._running.monotonic_ms()


class FixedClock:
    """A clock that stands still until it is moved, for tests and rehearsals."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """Return the instant the clock was set to."""
        return self.at

    def monotonic_ms(self) -> int:
        """Return the set instant as milliseconds."""
        return int(self.at.timestamp() * 1000)

    def move(self, **amount: float) -> None:
        """Move the clock by ``timedelta`` keywords, such as ``days=1``."""
        self.at += timedelta(**amount)
