"""Which packs begin before others."""

from collections.abc import Iterable
from dataclasses import replace

from quizapp.bank.bank import Reader
from quizapp.bank.values import PackSource
from quizapp.scheduling.queue import QueueCard


def in_turn(reader: Reader, new: Iterable[QueueCard]) -> list[QueueCard]:
    """Let what came with the program wait for what the learner chose herself or has begun.

    Several shipped packs that nobody has begun wait for each other, in the order of installation:
    a new learner meets one subject at a time.
    """
    shipped = [one.key for one in reader.packs() if one.source is PackSource.SHIPPED]
    begun = reader.packs_begun() if shipped else frozenset()
    waiting = [key for key in shipped if key not in begun]
    turns: dict[str, int] = {key: turn for turn, key in enumerate(waiting, 1)}
    return [replace(card, turn=turns.get(card.pack, 0)) for card in new]
