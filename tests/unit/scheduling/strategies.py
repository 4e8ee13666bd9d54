"""Random weights, memory, evidence and logs for the property tests of memory."""

import numpy as np
from hypothesis import strategies as st

from quizapp.questions.kinds import Kind
from quizapp.scheduling.evidence import SELF_RATED, Evidence, Hints
from quizapp.scheduling.fsrs import LOWER, UPPER, Weights
from quizapp.scheduling.memory import MemoryState, Mode, Phase, Rating
from quizapp.scheduling.replay import Event, LogEntry

DAY = 20_000
MARKED = [kind for kind in Kind if kind not in SELF_RATED]


def weights() -> st.SearchStrategy[Weights]:
    """Any weights that the model allows, drawn from a number: 21 floats apiece are slow."""
    return st.integers(0, 2**32 - 1).map(random_weights)


def random_weights(seed: int) -> Weights:
    """Weights between their bounds, one in ten at its lower and one in ten at its upper."""
    rng = np.random.default_rng(seed)
    drawn = rng.uniform(LOWER, UPPER)
    corner = rng.integers(0, 10, len(LOWER))
    drawn = np.where(corner == 0, LOWER, np.where(corner == 1, UPPER, drawn))
    return Weights(tuple(drawn.tolist()))


def ratings() -> st.SearchStrategy[Rating]:
    return st.sampled_from(Rating)


def states(*, phases: tuple[Phase, ...] = tuple(Phase)[1:]) -> st.SearchStrategy[MemoryState]:
    """Memory of a card last answered on ``DAY``."""
    return st.builds(
        MemoryState,
        phase=st.sampled_from(phases),
        stability=st.floats(0.001, 3_000),
        difficulty=st.floats(1, 10),
        last_day=st.just(DAY),
        reps=st.integers(1, 50),
        lapses=st.integers(0, 20),
    )


def scores() -> st.SearchStrategy[float]:
    return st.sampled_from([0.0, 0.25, 1 / 3, 0.5, 0.6, 2 / 3, 0.9, 1.0])


@st.composite
def marked(draw: st.DrawFn, score: float | None = None) -> Evidence:
    """Evidence of an answer that the program marked."""
    return Evidence(
        kind=draw(st.sampled_from(MARKED)),
        score=draw(scores()) if score is None else score,
        options=draw(st.integers(0, 9)),
        hints=draw(st.sampled_from(Hints)),
        is_rapid=draw(st.sampled_from([False, False, False, True])),
    )


@st.composite
def self_rated(draw: st.DrawFn) -> Evidence:
    """Evidence of an answer that the learner rated."""
    kind = draw(st.sampled_from(sorted(SELF_RATED)))
    return Evidence(kind=kind, score=draw(scores()), self_rating=draw(ratings()))


def entries(number: int) -> st.SearchStrategy[LogEntry]:
    """One row; ``number`` makes its uuid its own, ticks may be equal."""
    return st.integers(0, 2**32 - 1).map(
        lambda seed: random_entry(np.random.default_rng(seed), number)
    )


def logs() -> st.SearchStrategy[list[LogEntry]]:
    """A log of one card, in no order, drawn from a number as weights are."""
    return st.integers(0, 2**32 - 1).map(random_log)


def random_log(seed: int) -> list[LogEntry]:
    """Up to fourteen rows."""
    rng = np.random.default_rng(seed)
    return [random_entry(rng, number) for number in range(rng.integers(0, 15))]


def random_entry(rng: np.random.Generator, number: int) -> LogEntry:
    """A row of any event, mode and evidence, retracted or not."""
    event = Event(int(rng.choice([0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3])))
    return LogEntry(
        tick=int(rng.integers(0, 40)),
        uuid=number.to_bytes(16, "big"),
        event=event,
        study_day=DAY + int(rng.integers(-3, 60)),
        evidence=random_evidence(rng) if event == Event.REVIEW else None,
        mode=Mode(int(rng.choice([0, 0, 1, 2]))),
        due_day=None if rng.integers(2) else DAY + int(rng.integers(0, 200)),
        retracted=bool(rng.integers(4) == 0),
    )


def random_evidence(rng: np.random.Generator) -> Evidence:
    """What an answer of any kind might say."""
    return Evidence(
        kind=list(Kind)[rng.integers(len(Kind))],
        score=float(rng.choice([0, 1 / 3, 0.5, 0.6, 0.9, 1])),
        options=int(rng.integers(0, 10)),
        hints=Hints(int(rng.choice([0, 0, 1, 2]))),
        self_rating=Rating(int(rng.integers(1, 5))),
        is_rapid=bool(rng.integers(8) == 0),
    )
