"""What a learner may want of a sitting besides answering."""

from enum import Enum, auto
from types import MappingProxyType


class Wish(Enum):
    """One thing to do with the question on the page, or with the round."""

    PROCEED = auto()
    SKIP = auto()
    HINT = auto()
    UNDO = auto()
    OVERRULE = auto()
    KEEP_WORDING = auto()
    SUSPEND = auto()
    BURY = auto()
    STOP = auto()
    SHOW_TEXT = auto()
    RETRY = auto()
    LEAVE = auto()


WISHES = MappingProxyType(
    {
        "round.leave": Wish.STOP,
        "question.hint": Wish.HINT,
        "question.skip": Wish.SKIP,
        "question.text": Wish.SHOW_TEXT,
        "question.overrule": Wish.OVERRULE,
        "question.pause": Wish.SUSPEND,
        "question.bury": Wish.BURY,
    }
)
"""The window's commands that are such a wish."""

OF_THE_SITTING = (
    *(*WISHES, "question.unknown", "question.report"),
    *("question.note", "question.aloud"),
)
"""All commands that only a sitting can do."""
