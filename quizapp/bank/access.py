"""What every group of reads and writes stands on: the connection, this device, the tick."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Insert, func, select

from quizapp.bank.log_tables import AmendmentRow, CardEventRow, ReviewRow
from quizapp.bank.prepared import Prepared
from quizapp.bank.values import Written
from quizapp.base.clock import Clock
from quizapp.base.ids import IdSource
from quizapp.base.paths import LearnerPaths
from quizapp.questions.answer_form import Plain

_LAST_TICK: Final = Prepared(
    select(
        func.max(
            select(func.coalesce(func.max(ReviewRow.tick), 0)).scalar_subquery(),
            select(func.coalesce(func.max(AmendmentRow.tick), 0)).scalar_subquery(),
            select(func.coalesce(func.max(CardEventRow.tick), 0)).scalar_subquery(),
        )
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a bank stands: its files, the device that writes, the clock and the source of ids.

    ``driver`` is the connection beneath SQLAlchemy's, for statements that are ``Prepared``.
    """

    driver: sqlite3.Connection
    paths: LearnerPaths
    device_id: int
    clock: Clock
    ids: IdSource


class Access:
    """One transaction's hold on the bank."""

    def __init__(self, connection: Connection, place: Place) -> None:
        self._connection = connection
        self._driver = place.driver
        self._place = place
        self._last_tick: int | None = None

    def _name_row(self) -> Written:
        """Return tick and UUID for the next row of the log.

        The tick is the present in milliseconds, or one more than the newest row's: a clock set
        back cannot reorder the log.
        """
        if self._last_tick is None:
            self._last_tick = int(_LAST_TICK.run(self._driver).fetchone()[0])
        now_ms = in_ms(self._place.clock.now())
        self._last_tick = max(now_ms, self._last_tick + 1)
        return Written(self._last_tick, self._place.ids.new(now_ms))

    def _add(self, statement: Insert, values: Mapping[str, object]) -> int:
        """Insert one row and return its number."""
        written = self._connection.execute(statement, values)
        return int(written.lastrowid)


def in_ms(at: datetime) -> int:
    """Return an aware instant in UTC milliseconds."""
    return round(at.timestamp() * 1000)


def offset_min(at: datetime) -> int:
    """Return how many minutes east of UTC an instant's own zone is."""
    offset = at.utcoffset()
    return 0 if offset is None else round(offset.total_seconds() / 60)


def instant(at_ms: int, offset: int) -> datetime:
    """Return a stored instant in the zone it was stored with."""
    moment = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=at_ms)
    return moment.astimezone(timezone(timedelta(minutes=offset)))


def as_json(value: Plain | Mapping[str, object] | Sequence[object]) -> str:
    """Write a value the way the bank stores JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def as_uuid(stored: bytes) -> UUID:
    """Return a stored UUID."""
    return UUID(bytes=stored)
