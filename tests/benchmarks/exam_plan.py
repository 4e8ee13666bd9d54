"""The exam plan against reference policies, on learners of two kinds, some of them missing days.

``python -m tests.benchmarks.exam_plan`` runs the simulator that lies beside the repository and
prints JSON lines: one for each run, one for each scenario and policy, one for each policy over all
of them; points are shares of right answers times 100, ``gain`` is over the policy named first,
paired, with its 95 % interval. The policy ``quizapp_watched`` forecasts after none, a quarter, a
half and three quarters of the days; how that came true is printed at the end: means against the
true share, intervals against exams that were sat (each card right or not, by chance). ``--times``
measures single plans.
"""

import argparse
import importlib.util
import json
import math
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import numpy as np

from quizapp.scheduling.exam import AnswerSeconds, Exam, ExamCard, ExamPlanning, StudyTime
from quizapp.scheduling.exam_forecast import forecast_exams
from quizapp.scheduling.exam_plan import full_plan
from tests.benchmarks import exam_adapter
from tests.shared_files import SHARED

SIMULATOR: Final = SHARED / "bench" / "exam_sim.py"
LEARNERS: Final = SHARED / "reviews" / "shared_synthetic_learners.csv"
EXAMS_SAT: Final = 20
NEAR_80: Final = (0.75, 0.85)
FEW: Final = "300x14x10,100x14x20,1000x30x20,300x30x10,300x60x10,1000x60x20"
ALL: Final = ",".join(
    f"{cards}x{days}x{minutes}"
    for days in (14, 30, 60)
    for cards in (100, 300, 1_000)
    for minutes in (10, 20, 40)
)


@dataclass(frozen=True, slots=True)
class Run:
    """The true score of one policy on the day of one exam, in points; ``sat`` are drawn ones."""

    scenario: str
    seed: int
    policy: str
    exam: float
    sat: tuple[float, ...] = ()
    forecasts: tuple[Mapping[str, float], ...] = ()


def main() -> int:
    """Run what the arguments ask for."""
    asked = _arguments()
    if asked.times:
        for line in _times():
            print(json.dumps(line), flush=True)
        return 0
    if not SIMULATOR.is_file():
        print(f"{SIMULATOR} is not there", file=sys.stderr)
        return 1
    policies = asked.policies.split(",")
    scenarios = (ALL if asked.scenarios == "all" else asked.scenarios).split(",")
    runs: list[Run] = []
    for scenario in scenarios:
        part = list(_runs(asked, scenario, policies))
        runs += part
        for run in part:
            print(json.dumps(asdict(run)), flush=True)
        _print_gains(scenario, part, policies)
    _print_gains("pooled", runs, policies)
    _print_calibration(runs)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--policies", default="fsrs90_nf_ahead,fsrs90,quizapp")
    parser.add_argument("--scenarios", default=FEW, help="cards x days x minutes, or all")
    parser.add_argument("--world", default="fsrs", choices=["fsrs", "actr"])
    parser.add_argument("--scheduler", default="true", choices=["true", "default"])
    parser.add_argument(
        "--learners",
        default="file",
        help="perturb: the simulator's own; default: all alike; file: the shared ones; or a CSV",
    )
    parser.add_argument("--skip", type=float, default=0.0, help="share of days missed")
    parser.add_argument("--off", default="", help="weekdays without study, e.g. 5,6")
    parser.add_argument("--known", type=float, default=0.0, help="share of cards known before")
    parser.add_argument("--seed0", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--times", action="store_true")
    return parser.parse_args()


def _simulator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("exam_sim", SIMULATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Its own dataclasses and caches look it up by name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    exam_adapter.register(module.POLICIES, module.Policy)
    return module


def _runs(asked: argparse.Namespace, scenario: str, policies: list[str]) -> Iterator[Run]:
    simulator = _simulator()
    learners = _learners(simulator, asked.learners)
    # The simulator knows only one kind of learner in its other world: one who is not FSRS-shaped.
    scheduler = "default" if asked.world == "actr" else asked.scheduler
    for seed in range(asked.seed0, asked.seed0 + asked.seeds):
        sim = simulator.Sim(_settings(asked, scenario), seed, learners)
        for policy in policies:
            outcome = sim.run(policy, scheduler)
            forecasts = tuple(getattr(sim.pol, "forecasts", ()))
            sat = _sat(sim, seed) if forecasts else ()
            yield Run(scenario, seed, policy, 100 * outcome["exam"], sat, forecasts)


def _sat(sim: Any, seed: int) -> tuple[float, ...]:  # noqa: ANN401 - from the simulator
    """Return what some exams that ask every card would come to, in points."""
    known = sim.world.recall_at(sim.T)
    worth = sim.value / sim.value.sum()
    drawn = np.random.default_rng([seed, 5]).random((EXAMS_SAT, sim.n))
    return tuple((100 * (drawn < known) @ worth).round(2).tolist())


def _learners(simulator: ModuleType, name: str) -> Any:  # noqa: ANN401 - the simulator's own list
    if name in {"perturb", "default"}:
        return None
    return simulator.load_learners(LEARNERS if name == "file" else Path(name))


def _settings(asked: argparse.Namespace, scenario: str) -> argparse.Namespace:
    cards, days, minutes = (int(each) for each in scenario.split("x"))
    off = tuple(int(each) for each in asked.off.split(",") if each)
    return argparse.Namespace(
        cards=cards,
        days=days,
        minutes=minutes,
        off=off,
        learners=asked.learners,
        cost_sd=0.3,
        weighted=False,
        known=asked.known,
        skip=asked.skip,
        world=asked.world,
        fit_every=5,
    )


def _print_gains(name: str, runs: Sequence[Run], policies: list[str]) -> None:
    exam = {(run.policy, run.scenario, run.seed): run.exam for run in runs}
    for policy in policies:
        own = [run for run in runs if run.policy == policy]
        gains = [run.exam - exam[policies[0], run.scenario, run.seed] for run in own]
        count = len(gains)
        reach = 1.96 * float(np.std(gains, ddof=1)) / math.sqrt(count) if count > 1 else None
        line: dict[str, Any] = {
            "scenario": name,
            "policy": policy,
            "runs": len(own),
            "exam": round(float(np.mean([run.exam for run in own])), 2),
            "gain": round(float(np.mean(gains)), 2),
            "interval": None if reach is None else round(reach, 2),
        }
        print(json.dumps(line), flush=True)


def _print_calibration(runs: Sequence[Run]) -> None:
    """Print how forecasts came true: by when they were made, and by what they promised."""
    by_time: dict[str, list[tuple[Mapping[str, float], Run]]] = {}
    for run in runs:
        for each in run.forecasts:
            by_time.setdefault(f"after {each['share']:.0%} of the days", []).append((each, run))
            promised = 10 * math.floor(10 * each["forecast"])
            by_time.setdefault(f"promised {promised}-{promised + 10}", []).append((each, run))
            if NEAR_80[0] <= each["forecast"] < NEAR_80[1]:
                by_time.setdefault("promised 75-85", []).append((each, run))
    for name, pairs in sorted(by_time.items()):
        errors = np.array([run.exam - 100 * each["forecast"] for each, run in pairs])
        inside = [
            100 * each["low"] <= exam <= 100 * each["high"]
            for each, run in pairs
            for exam in run.sat
        ]
        line = {
            "forecasts": name,
            "count": len(pairs),
            "forecast": round(float(np.mean([100 * each["forecast"] for each, _ in pairs])), 1),
            "exam": round(float(np.mean([run.exam for _, run in pairs])), 1),
            "error": round(float(errors.mean()), 2),
            "spread": round(float(errors.std()), 2),
            "within_interval": round(float(np.mean(inside)), 2),
        }
        print(json.dumps(line), flush=True)


def _times() -> Iterator[dict[str, float]]:
    """Yield how long one plan and one forecast take, knowing no prices from the day before."""
    for cards, days, minutes in ((1_000, 60, 20), (10_000, 180, 60)):
        planning = _planning(cards, days, minutes)
        start = time.perf_counter()
        full_plan(planning)
        planned = time.perf_counter()
        list(forecast_exams(planning))
        forecast = time.perf_counter()
        yield {
            "cards": cards,
            "days": days,
            "plan_seconds": round(planned - start, 3),
            "forecast_seconds": round(forecast - planned, 3),
        }


def _planning(count: int, days: int, minutes: float) -> ExamPlanning:
    rng = np.random.default_rng(1)
    today = exam_adapter.FIRST_DAY
    cards = []
    for number in range(count):
        pace = float(np.exp(rng.normal(0, 0.3)))
        seconds = AnswerSeconds(new=20 * pace, passed=13 * pace, failed=33 * pace)
        card = ExamCard(card=number, rank=number, seconds=seconds)
        if rng.random() < 0.5:
            card = ExamCard(
                card=number,
                stability=float(np.exp(rng.normal(1.5, 1.2))),
                difficulty=float(rng.uniform(1, 10)),
                last_day=today - int(rng.integers(1, 40)),
                seconds=seconds,
            )
        cards.append(card)
    weights = {card.card: 1.0 for card in cards}
    return ExamPlanning(
        today=today,
        cards=tuple(cards),
        exams=(Exam(exam=1, day=today + days, cards=weights),),
        time=StudyTime(minutes=(minutes,) * 7),
    )


if __name__ == "__main__":
    raise SystemExit(main())
