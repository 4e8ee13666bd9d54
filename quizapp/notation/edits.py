"""Distance between two spellings: edits of letters, a swap of neighbours counting as one."""

from typing import Final

NEIGHBOURS: Final = 2
MIDDLING_WORD: Final = 8
SHORT_WORD: Final = 4


def edits_within(given: str, wanted: str, limit: int) -> int | None:
    """Return how many edits apart two words are (optimal string alignment); None above the limit.

    Only the band that the limit allows is computed, so the cost is length x limit.
    """
    if given == wanted:
        return 0
    if abs(len(given) - len(wanted)) > limit:
        return None
    far = limit + 1
    before: list[int] = []
    row = [min(at, far) for at in range(len(wanted) + 1)]
    for line, letter in enumerate(given, start=1):
        current = [far] * (len(wanted) + 1)
        if line <= limit:
            current[0] = line
        for at in range(max(1, line - limit), min(len(wanted), line + limit) + 1):
            cost = min(
                row[at - 1] + (letter != wanted[at - 1]), row[at] + 1, current[at - 1] + 1, far
            )
            if _is_swap(given, wanted, line, at):
                cost = min(cost, before[at - 2] + 1)
            current[at] = cost
        if min(current) > limit:
            return None
        before, row = row, current
    return row[-1] if row[-1] <= limit else None


def _is_swap(given: str, wanted: str, line: int, at: int) -> bool:
    if line < NEIGHBOURS or at < NEIGHBOURS:
        return False
    return given[line - 1] == wanted[at - 2] and given[line - 2] == wanted[at - 1]


def allowed_edits(letters: int) -> int:
    """T3: none up to four letters, one up to eight, two from nine."""
    return 0 if letters <= SHORT_WORD else 1 if letters <= MIDDLING_WORD else 2
