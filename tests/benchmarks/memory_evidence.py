"""Evidence against naive mappings, on the project's shared simulation.

``python -m tests.benchmarks.memory_evidence`` runs ``grade_map_sim.py`` (beside the repository)
with our evidence in place of its ``update`` and prints, for each format, the error of predicted
recall with ours and with its own mappings. Exit 1 where ours is worse than its ``soft``.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any, Final

from quizapp.questions.kinds import Kind
from quizapp.scheduling.evidence import Evidence, after
from quizapp.scheduling.fsrs import Weights
from quizapp.scheduling.memory import MemoryState, Phase
from tests.shared_files import SHARED

OURS: Final = "ours"
FORMATS: Final = (("typed",), ("number",), ("mcq4",), ("mcq5",), ("tf",), ("mcq4", "typed"))
OTHERS: Final = ("naive", "hard_mcq", "soft")
ROUNDING: Final = 0.00015
KINDS: Final = {
    "typed": (Kind.TERM, 0),
    "number": (Kind.NUMBER, 0),
    "mcq4": (Kind.CHOICE, 4),
    "mcq5": (Kind.CHOICE, 5),
    "tf": (Kind.CHOICE, 2),
}
State = tuple[float, float]


def our_update(model: Any, state: State, recall: float, asked: str, *, is_right: bool) -> State:  # noqa: ANN401 - the simulation is not typed
    """Return stability and difficulty after an answer, as ``grade_map_sim.update`` does."""
    stability, difficulty = state
    days = stability * (recall ** (1 / model.decay) - 1) / model.factor
    memory = MemoryState(
        phase=Phase.REVIEW,
        stability=stability,
        difficulty=difficulty,
        last_day=0,
        reps=1,
        lapses=0,
    )
    kind, options = KINDS[asked]
    evidence = Evidence(kind=kind, score=float(is_right), options=options)
    moved = after(memory, evidence, round(days), Weights(model.w))
    return moved.stability, moved.difficulty


def with_ours(simulation: ModuleType) -> Callable[..., Any]:
    """Return the simulation's ``update`` with our mapping as one kind more."""
    theirs = simulation.update

    def update(kind: str, *args: Any) -> Any:  # noqa: ANN401 - as above
        if kind != OURS:
            return theirs(kind, *args)
        model, stability, difficulty, recall, asked, is_right, _seconds = args
        return our_update(model, (stability, difficulty), recall, asked, is_right=is_right)

    return update


def measured(
    simulation: ModuleType, learners: list[Any], formats: tuple[str, ...], cards: int, common: bool
) -> dict[str, dict[str, float]]:
    """Return the mean error and bias of each mapping over the learners."""
    found = {}
    for kind in (OURS, *OTHERS):
        runs = [
            simulation.run(kind, formats, cards, seed, weights, common=common)
            for seed, (_, weights) in enumerate(learners)
        ]
        found[kind] = {
            key: round(sum(run[key] for run in runs) / len(runs), 4) for key in ("rmse", "bias")
        }
    return found


def main() -> int:
    """Print a line for each format and way of choosing dates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=1000)
    parser.add_argument("--learners", type=int, default=4)
    options = parser.parse_args()
    if not (SHARED / "bench" / "grade_map_sim.py").is_file():
        print("the shared simulation is not beside the repository; nothing measured")
        return 0
    sys.path.insert(0, str(SHARED / "bench"))
    simulation = importlib.import_module("grade_map_sim")
    simulation.__dict__["update"] = with_ours(simulation)
    everyone = simulation.load_learners(str(SHARED / "reviews" / "shared_synthetic_learners.csv"))
    learners = [("default", simulation.W_DEFAULT), *everyone[: options.learners - 1]]
    is_worse = False
    for formats in FORMATS:
        for common in (True, False):
            found = measured(simulation, learners, formats, options.cards, common)
            dates = "same for all" if common else "own"
            print(json.dumps({"formats": "+".join(formats), "dates": dates, **found}), flush=True)
            is_worse |= common and found[OURS]["rmse"] > found["soft"]["rmse"] + ROUNDING
    return int(is_worse)


if __name__ == "__main__":
    sys.exit(main())
