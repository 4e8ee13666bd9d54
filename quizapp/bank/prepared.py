"""Core statements compiled once and run by the driver itself.

An answer runs a dozen statements, and each costs the driver 5 µs but SQLAlchemy's execution 60.
So what stands on the way of an answer is written in Core, checked by its types, and run here.
"""

import sqlite3
from collections.abc import Mapping
from typing import Final

from sqlalchemy.dialects.sqlite import pysqlite
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler

Value = str | int | float | bytes | None

_DIALECT: Final = pysqlite.dialect()


class Prepared:
    """A statement with named values, for one row at a time; its results are plain tuples.

    ``columns`` are those that an insert sets.
    """

    __slots__ = ("_defaults", "_names", "_sql")

    def __init__(self, statement: ClauseElement, columns: tuple[str, ...] = ()) -> None:
        compiled = statement.compile(dialect=_DIALECT, column_keys=list(columns) or None)
        assert isinstance(compiled, SQLCompiler)
        self._sql = str(compiled)
        self._defaults: Mapping[str, Value] = dict(compiled.params)
        self._names = tuple(compiled.positiontup or ())

    def run(
        self, driver: sqlite3.Connection, values: Mapping[str, Value] | None = None
    ) -> sqlite3.Cursor:
        """Run the statement; values that the statement itself holds need not be given."""
        known = self._defaults if values is None else {**self._defaults, **values}
        return driver.execute(self._sql, [known[name] for name in self._names])
