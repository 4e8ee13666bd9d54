"""Core statements compiled once and run by the driver itself.

An answer runs a dozen statements, and each costs the driver 5 µs but SQLAlchemy's execution 60.
So what stands on the way of an answer is written in Core, checked by its types, and run here.
Compiling takes a millisecond or two, so each waits for its first use: the window's first figures
need four of them.
"""

import sqlite3
from collections.abc import Mapping
from typing import Final

from sqlalchemy.dialects.sqlite import pysqlite
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler

Value = str | int | float | bytes | None
_Compiled = tuple[str, tuple[str, ...], Mapping[str, Value]]

_DIALECT: Final = pysqlite.dialect()


class Prepared:
    """A statement with named values, for one row at a time; its results are plain tuples.

    ``columns`` are those that an insert sets.
    """

    __slots__ = ("_columns", "_compiled", "_statement")

    def __init__(self, statement: ClauseElement, columns: tuple[str, ...] = ()) -> None:
        self._statement = statement
        self._columns = columns
        self._compiled: _Compiled | None = None

    def run(
        self, driver: sqlite3.Connection, values: Mapping[str, Value] | None = None
    ) -> sqlite3.Cursor:
        """Run the statement; values that the statement itself holds need not be given."""
        compiled = self._compiled
        if compiled is None:
            compiled = self._compiled = _compile(self._statement, self._columns)
        sql, names, defaults = compiled
        known = defaults if values is None else {**defaults, **values}
        return driver.execute(sql, [known[name] for name in names])


def _compile(statement: ClauseElement, columns: tuple[str, ...]) -> _Compiled:
    compiled = statement.compile(dialect=_DIALECT, column_keys=list(columns) or None)
    assert isinstance(compiled, SQLCompiler)
    return str(compiled), tuple(compiled.positiontup or ()), dict(compiled.params)
