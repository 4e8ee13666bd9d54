"""Computes all memory again from the log."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isclose
from typing import Final

from quizapp.bank.bank import Bank, Reader
from quizapp.bank.folds import StoredFold
from quizapp.scheduling.fsrs import Weights
from quizapp.scheduling.replay import EMPTY, Folded, fold

# Another computer's exp and log may differ in the last digit; that is not a difference.
CLOSE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many cards and reviews were folded, and how many memory rows differ(ed)."""

    cards: int
    reviews: int
    changed: int


def replay(bank: Bank, *, check_only: bool = False) -> Replayed:
    """Fold the whole log again with the weights in force and store what differs.

    ``check_only`` compares each memory row with the weights it names, and writes nothing.
    """
    if check_only:
        with bank.read() as reader:
            return compare(reader)
    with bank.transaction() as tx:
        current = tx.current_fold()
        stored = tx.stored_folds()
        different = dict(_differences(tx, stored, lambda _: current.weights))
        tx.set_memories(different, current.fold_id)
        tx.name_fold(current.fold_id)
        return _counted(tx, len(different))


def compare(reader: Reader) -> Replayed:
    """Fold the whole log and count the memory rows that differ from it."""
    weights = reader.weights_by_fold()
    different = _differences(reader, reader.stored_folds(), weights.__getitem__)
    return _counted(reader, sum(1 for _ in different))


def _counted(reader: Reader, changed: int) -> Replayed:
    cards, reviews = reader.log_size()
    return Replayed(cards=cards, reviews=reviews, changed=changed)


def _differences(
    reader: Reader, stored: dict[int, StoredFold], weights_of: Callable[[int], Weights]
) -> Iterator[tuple[int, Folded]]:
    """Yield each card whose memory is not what its log folds to, and what that is."""
    for card_id, entries in reader.histories():
        remembered = stored.pop(card_id)
        folded = fold(entries, weights_of(remembered.fold_id))
        if not _is_same(remembered.folded, folded):
            yield card_id, folded
    for card_id, remembered in stored.items():
        if not _is_same(remembered.folded, EMPTY):
            yield card_id, EMPTY


def _is_same(one: Folded, other: Folded) -> bool:
    if one == other:
        return True
    a, b = one.state, other.state
    return (
        (a.phase, a.last_day, a.reps, a.lapses, one.due_day)
        == (b.phase, b.last_day, b.reps, b.lapses, other.due_day)
        and isclose(a.stability, b.stability, rel_tol=CLOSE)
        and isclose(a.difficulty, b.difficulty, rel_tol=CLOSE)
    )
