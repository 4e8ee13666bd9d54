"""The cards of a planning in columns, the times of study ahead, and groups of like cards."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from quizapp.scheduling.day import elapsed_days
from quizapp.scheduling.exam import ExamCard, ExamPlanning, chance_missed, exams_ahead, seconds_on
from quizapp.scheduling.exam_memory import Ints
from quizapp.scheduling.exam_pace import Floats
from quizapp.scheduling.exam_value import NONE_NEW, Grid, Group, NewCards, Slots

LATER_TODAY: Final = 0.01
LONGEST_PLAN: Final = 3_650
MOST_SLOTS: Final = 62
FIRST_SLOTS: Final = 6
LAST_SLOTS: Final = 16
MOST_SCOPES: Final = 12
MOST_CLASSES: Final = 3
CLASS_SIZE: Final = 12
NEW_PARTS: Final = 8
COARSE_GAPS: Final = np.array(
    [0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 64, 80, 100, 150, 250, 500, 1000, 3000]
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The cards that exams ahead may ask, one place for each; ``gap`` is -1 for new cards.

    ``worth`` is what knowing a card at all its exams counts, on average 1 for each exam; ``shares``
    says how that falls on the exams, whose days from today are ``exam_days``.
    """

    cards: tuple[ExamCard, ...]
    stability: Floats
    difficulty: Floats
    gap: Ints
    worth: Floats
    shares: Floats
    exam_days: Floats
    new_seconds: Floats
    passed_seconds: Floats
    failed_seconds: Floats

    @property
    def is_new(self) -> NDArray[np.bool_]:
        """Say of each card whether it was never asked."""
        return self.gap < 0


def columns_of(planning: ExamPlanning) -> Columns:
    """Put the cards of the exams ahead into columns, in the order they are given."""
    exams = exams_ahead(planning)
    cards = tuple(
        card for card in planning.cards if any(exam.cards.get(card.card, 0) > 0 for exam in exams)
    )
    weights = np.array([[exam.cards.get(card.card, 0.0) for exam in exams] for card in cards])
    weights = weights.reshape(len(cards), len(exams))
    weights = weights / np.maximum(weights.sum(0), np.finfo(float).tiny) * max(len(cards), 1)
    worth = weights.sum(1)
    is_new = np.array([card.stability is None for card in cards], dtype=bool)
    gap = np.array([elapsed_days(card.last_day, planning.today) for card in cards], dtype=np.int64)
    return Columns(
        cards=cards,
        stability=np.array([card.stability or 1.0 for card in cards]),
        difficulty=np.array([card.difficulty for card in cards]),
        gap=np.where(is_new, -1, gap),
        worth=worth,
        shares=weights / worth[:, None],
        exam_days=np.array([max(exam.day - planning.today, LATER_TODAY) for exam in exams]),
        new_seconds=np.array([card.seconds.new for card in cards]),
        passed_seconds=np.array([card.seconds.passed for card in cards]),
        failed_seconds=np.array([card.seconds.failed for card in cards]),
    )


def slots_of(planning: ExamPlanning) -> Slots:
    """Return the days of study until the last exam, some taken together if there are many."""
    last = max((exam.day for exam in exams_ahead(planning)), default=planning.today)
    # An exam may be dated to the end of time; what is studied in ten years is plan enough.
    last = min(last, planning.today + LONGEST_PLAN)
    days = range(planning.today, max(last, planning.today + 1))
    kept = 1 - chance_missed(planning)
    times = [
        (day - planning.today, seconds_on(planning, day) * (kept if day > planning.today else 1.0))
        for day in days
    ]
    open_days = [(day, seconds) for day, seconds in times if seconds > 0]
    bounds = _bounds(len(open_days))
    parts = [open_days[low:high] for low, high in pairwise(bounds)]
    return Slots(
        np.array([part[0][0] for part in parts], dtype=np.int64),
        np.array([sum(seconds for _, seconds in part) for part in parts], dtype=float),
    )


def _bounds(count: int) -> list[int]:
    """Return where slots begin: every day, or early and late days alone and the rest together."""
    if count <= MOST_SLOTS:
        return list(range(count + 1))
    middle = np.linspace(FIRST_SLOTS, count - LAST_SLOTS, MOST_SLOTS - FIRST_SLOTS - LAST_SLOTS)
    whole = [int(at) for at in middle.round()]
    return [*range(FIRST_SLOTS), *whole, *range(count - LAST_SLOTS + 1, count + 1)]


def groups_of(columns: Columns, grid: Grid) -> list[tuple[Ints, Group]]:
    """Return the groups with the places of their cards; every card is in one group."""
    scopes = _scopes(columns.shares)
    classes = MOST_CLASSES if len(scopes) == 1 else 1
    ratio = columns.passed_seconds / columns.worth
    parts: list[Ints] = []
    for places in scopes:
        wanted = max(1, min(classes, len(places) // CLASS_SIZE))
        bounds = np.quantile(ratio[places], np.linspace(0, 1, wanted + 1)[1:-1])
        at = np.searchsorted(bounds, ratio[places])
        parts += [places[at == number] for number in np.unique(at)]
    return [(places, _group(columns, places, grid)) for places in parts]


def whole_group(columns: Columns, grid: Grid) -> Group:
    """Return all cards as one group, for a first rough idea."""
    return _group(columns, np.arange(len(columns.cards)), grid)


def _scopes(shares: Floats) -> list[Ints]:
    """Part the cards by which exams ask them; rare mixtures go with the nearest frequent one."""
    kinds, kind_of, counts = unlike_rows(shares.round(3))
    kept = np.argsort(-counts, kind="stable")[:MOST_SCOPES]
    nearest = np.array([kept[np.abs(kinds[kept] - kind).sum(1).argmin()] for kind in kinds])
    scope_of = nearest[kind_of]
    return [np.flatnonzero(scope_of == number) for number in np.unique(scope_of)]


def unlike_rows(rows: Floats) -> tuple[Floats, Ints, Ints]:
    """Return the different rows in order, which of them each row is, and how often each comes.

    As ``np.unique`` of rows does, but column by column: over whole rows it sorts with the
    interpreter held, and for so long the window would stand still.
    """
    order = np.lexsort(rows.T[::-1])
    in_order = rows[order]
    begins = np.ones(len(rows), dtype=bool)
    begins[1:] = (in_order[1:] != in_order[:-1]).any(1)
    number = np.cumsum(begins) - 1
    kind_of = np.empty(len(rows), dtype=np.int64)
    kind_of[order] = number
    return in_order[begins], kind_of, np.bincount(number)


def _group(columns: Columns, places: Ints, grid: Grid) -> Group:
    is_new = columns.is_new[places]
    seen = places[~is_new]
    # Towards the end the new cards left are the ones that take long: their seconds are their own.
    unseen = places[is_new] if is_new.any() else places
    gaps = columns.gap[seen]
    # Long gaps are taken together: recall hardly differs between 30 and 33 days.
    coarse = COARSE_GAPS[np.abs(gaps[:, None] - COARSE_GAPS[None, :]).argmin(1)]
    masses = {}
    for gap in np.unique(coarse):
        at = seen[coarse == gap]
        masses[int(gap)] = grid.spread(
            columns.stability[at], columns.difficulty[at], np.ones(len(at))
        )
    return Group(
        exam_days=columns.exam_days,
        shares=columns.shares[places].mean(0),
        worth=float(columns.worth[places].mean()),
        new_seconds=float(columns.new_seconds[unseen].mean()),
        passed_seconds=float(columns.passed_seconds[places].mean()),
        failed_seconds=float(columns.failed_seconds[places].mean()),
        new=len(places) - len(seen),
        new_cards=_new_cards(columns, places[is_new]),
        cards=len(places),
        masses=masses,
    )


def _new_cards(columns: Columns, places: Ints) -> NewCards:
    if not len(places):
        return NONE_NEW
    seconds, worth = columns.new_seconds[places], columns.worth[places]
    charged = seconds / worth * worth.mean()
    parts = np.array_split(np.argsort(charged, kind="stable"), min(NEW_PARTS, len(places)))
    return NewCards(
        np.array([float(len(at)) for at in parts]),
        np.array([seconds[at].mean() for at in parts]),
        np.array([charged[at].mean() for at in parts]),
    )
