"""Errors a person can act on: a code, its fields, and the exit code of the command line."""

import errno
from decimal import Decimal
from typing import Final

from typing_extensions import override

from quizapp.base.texts import Message, say

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class QuizappError(Exception):
    """The person can act: says what happened, where, and what to do now.

    ``code`` is a key of the family's table in ``base/sentences``. Anything that is not a
    ``QuizappError`` is a bug in the program.
    """

    exit_code = 3
    family = "errors"

    def __init__(self, code: str, **fields: str | int | Decimal) -> None:
        super().__init__(code, fields)
        self.message = Message(f"{self.family}.{code}", fields)

    @override
    def __str__(self) -> str:
        """Return the Danish sentence."""
        return say(self.message)


class MisuseError(QuizappError):
    """The command was used wrongly, or names something that does not exist."""

    exit_code = 2
    family = "usage"


def is_of_full_disk(error: OSError) -> bool:
    """Whether the system refused to write because the disk, or one's share of it, is full."""
    return error.errno in _FULL
