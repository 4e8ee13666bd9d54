"""Which cards a mock exam asks: a seeded sample that has the shares of the scope.

Shares are held for every category, every topic, and every category within a topic, each to
within rounding at once (controlled rounding: Cox 1987, A constructive procedure for unbiased
controlled rounding, JASA 82). A fact that is asked in several ways counts once; a card that weighs
more than others in an exam raises the share of its cell.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from random import Random

Line = tuple[str, str]
Cell = tuple[Line, Line]
Table = dict[Cell, Fraction]

_MARGIN: Line = ("", "margin")
_FINEST_WEIGHT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A card that may be asked; ``fact`` is empty where the author named none.

    ``weight`` is above 0; only how weights stand to each other matters.
    """

    card: int
    question: int
    pack: str
    category: str
    topic: str
    fact: str
    weight: float = 1.0

    @property
    def cell(self) -> Cell:
        """Where the card stands in the blueprint: its category, and its pack's topic."""
        return ("category", self.category), (self.pack, self.topic)


def draw(candidates: Iterable[Candidate], count: int, seed: int) -> tuple[int, ...]:
    """Return the cards of a mock exam in the order they are asked, at most ``count``.

    The same cards, count and seed give the same exam, in whatever order the cards come.
    """
    random = Random(seed)  # noqa: S311 - a sample for a learner, not a secret
    pool = one_of_each(candidates, random)
    quotas = quotas_of(shares_of(pool, min(count, len(pool))), random)
    by_cell: dict[Cell, list[int]] = defaultdict(list)
    for candidate in pool:
        by_cell[candidate.cell].append(candidate.card)
    drawn = [
        card for cell in sorted(by_cell) for card in random.sample(by_cell[cell], quotas[cell])
    ]
    random.shuffle(drawn)
    return tuple(drawn)


def one_of_each(candidates: Iterable[Candidate], random: Random) -> list[Candidate]:
    """Return one card, by chance, of those that ask the same question or the same fact."""
    groups: list[list[Candidate]] = _kin(sorted(candidates, key=lambda it: it.card))
    return [random.choice(group) for group in groups]


def count_apart(candidates: Iterable[Candidate]) -> int:
    """Return how many cards can be asked without asking anything twice."""
    return len(_kin(sorted(candidates, key=lambda it: it.card)))


def shares_of(pool: Sequence[Candidate], size: int) -> Table:
    """Return how many of ``size`` questions each cell is due, not yet whole.

    No cell is due more than it holds: what is above goes to the others by their weights.
    """
    counts = Counter(candidate.cell for candidate in pool)
    weights: dict[Cell, Fraction] = defaultdict(Fraction)
    for candidate in sorted(pool, key=lambda it: it.card):
        weights[candidate.cell] += Fraction(candidate.weight).limit_denominator(_FINEST_WEIGHT)
    full: set[Cell] = set()
    while True:
        left = size - sum(counts[cell] for cell in full)
        whole = sum(weight for cell, weight in weights.items() if cell not in full)
        shares = {
            cell: Fraction(counts[cell]) if cell in full else left * weights[cell] / whole
            for cell in sorted(counts)
        }
        over = {cell for cell, share in shares.items() if share > counts[cell]}
        if not over:
            return shares
        full |= over


def quotas_of(shares: Table, random: Random) -> Counter[Cell]:
    """Make the shares of cells whole, each cell, row and column within rounding.

    On average over seeds every cell gets exactly its share. The shares come to a whole number.
    """
    table = _with_margins(shares)
    while (loop := _fractional_loop(table)) is not None:
        _move_along(table, loop, random)
    return Counter({cell: int(table[cell]) for cell in shares})


def _kin(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Group cards that share a question or a fact, directly or through others."""
    names: dict[object, int] = {}
    leaders = list(range(len(candidates)))

    def leader(at: int) -> int:
        while leaders[at] != at:
            leaders[at] = leaders[leaders[at]]
            at = leaders[at]
        return at

    for at, candidate in enumerate(candidates):
        keys: list[object] = [candidate.question]
        if candidate.fact:
            keys.append((candidate.pack, candidate.fact))
        for key in keys:
            leaders[leader(at)] = leader(names.setdefault(key, at))
    groups: dict[int, list[Candidate]] = defaultdict(list)
    for at, candidate in enumerate(candidates):
        groups[leader(at)].append(candidate)
    return list(groups.values())


def _with_margins(shares: Table) -> Table:
    """Add what each row and column lacks to be whole, so that every line of the table is whole."""
    table = dict(shares)
    rows: dict[Line, Fraction] = defaultdict(Fraction)
    columns: dict[Line, Fraction] = defaultdict(Fraction)
    for (row, column), share in shares.items():
        rows[row] += share
        columns[column] += share
    for row, share in rows.items():
        table[row, _MARGIN] = -share
    for column, share in columns.items():
        table[_MARGIN, column] = -share
    return table


def _fractional_loop(table: Table) -> list[Cell] | None:
    """Return broken cells that go round by row and column in turn; None when all are whole.

    Every line that holds a broken cell holds another, since the line comes to a whole number; so
    a walk always goes on until it meets a line it has been at.
    """
    broken = [cell for cell, share in table.items() if share.denominator > 1]
    if not broken:
        return None
    by_line: dict[tuple[int, Line], list[Cell]] = defaultdict(list)
    for cell in broken:
        for axis in (0, 1):
            by_line[axis, cell[axis]].append(cell)
    walk = [broken[0]]
    seen: dict[tuple[int, Line], int] = {}
    axis = 0
    while True:
        line = (axis, walk[-1][axis])
        if line in seen:
            return walk[seen[line] + 1 :]
        seen[line] = len(walk) - 1
        walk.append(next(cell for cell in by_line[line] if cell != walk[-1]))
        axis = 1 - axis


def _move_along(table: Table, loop: list[Cell], random: Random) -> None:
    """Move as much round a loop as makes a cell whole, up or down by chance, fairly."""
    raised, lowered = loop[::2], loop[1::2]

    def room(up: list[Cell], down: list[Cell]) -> Fraction:
        rooms = [floor(table[cell]) + 1 - table[cell] for cell in up]
        rooms += [table[cell] - floor(table[cell]) for cell in down]
        return min(rooms)

    more, less = room(raised, lowered), room(lowered, raised)
    # Weighted so that the mean of what each cell gets stays what it was.
    goes_up = random.random() * (more + less) < less
    step = more if goes_up else -less
    for at, cell in enumerate(loop):
        table[cell] += step if at % 2 == 0 else -step
