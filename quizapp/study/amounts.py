"""How much a queue asks, pack by pack."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from quizapp.base.ids import PackId
from quizapp.scheduling.queue import Queued, Reason

SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Cards to repeat, new cards, and whole minutes begun; ``pack`` is empty for a total."""

    pack: str
    due: int
    new: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Amounts:
    """What each pack is worth doing, and all of them together."""

    packs: tuple[Amount, ...]
    total: Amount


def amounts_of(queue: Sequence[Queued], packs: Iterable[PackId]) -> Amounts:
    """Count a queue by pack; a pack with nothing to ask counts 0."""
    return Amounts(
        packs=tuple(_amount(pack, [it for it in queue if it.card.pack == pack]) for pack in packs),
        total=_amount("", queue),
    )


def _amount(pack: str, queue: Sequence[Queued]) -> Amount:
    new = sum(it.why.reason == Reason.NEW for it in queue)
    return Amount(pack=pack, due=len(queue) - new, new=new, minutes=minutes_of(queue))


def minutes_of(queue: Iterable[Queued]) -> int:
    """Return the minutes a queue takes, the last one begun counted whole."""
    return ceil(sum(it.card.seconds for it in queue) / SECONDS)
