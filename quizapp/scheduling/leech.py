"""Cards that keep failing: they cost more than they give until something about them changes."""

from typing import Final

from quizapp.scheduling.memory import MemoryState

LEECH_LAPSES: Final = 6
AGAIN_AFTER: Final = 3


def is_leech(state: MemoryState) -> bool:
    """Say whether the card has been forgotten on so many study days that it needs help."""
    return state.lapses >= LEECH_LAPSES


def became_leech(before: MemoryState, now: MemoryState) -> bool:
    """Say whether an answer is the moment to tell the learner: at 6 lapses, then every third."""
    if now.lapses <= before.lapses or not is_leech(now):
        return False
    return (now.lapses - LEECH_LAPSES) % AGAIN_AFTER == 0
