"""The first form of the bank; its SQL stands beside this file and never changes."""

from importlib import resources
from typing import Final

from alembic.operations import Operations

VERSION: Final = 1


def upgrade(operations: Operations) -> None:
    """Make every table of the first form."""
    beside = resources.files("quizapp.bank.migrations.versions") / "v0001_first.sql"
    for statement in beside.read_text(encoding="utf-8").split(";"):
        if statement.strip():
            operations.execute(statement)
