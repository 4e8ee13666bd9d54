"""What a learner may want of a sitting besides answering."""

from enum import Enum, auto


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
