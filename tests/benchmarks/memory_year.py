"""A year of study: is what is remembered what was wanted, and is the load even?

``python -m tests.benchmarks.memory_year`` simulates learners, each with a memory of her own (FSRS-6
with weights the scheduler does not know), who answer all that is due each day. Printed per world:
true recall at the moment of asking by month and by kind, load per day (highest week over the mean,
and highest day over the mean of its weeks), and what three weeks away do.
``--knows`` starts the scheduler with the learner's own weights, ``--fits`` refits quarterly.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

import numpy as np

from quizapp.questions.kinds import Kind
from quizapp.scheduling.due import Crowd, DueRules, decide_due_day
from quizapp.scheduling.evidence import SELF_RATED, Chances, Evidence, after, chances_of
from quizapp.scheduling.fit import TooFewTargetsError, fit_to_learner
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, LOWER, UPPER, Fsrs6, Weights, model_of
from quizapp.scheduling.history import trials_of
from quizapp.scheduling.memory import NEW, MemoryState, Rating
from quizapp.scheduling.queue import QueueCard, QueueRules, build_queue
from quizapp.scheduling.replay import Event, LogEntry
from tests.shared_files import SHARED

START: Final = 20_000
MONTH: Final = 30
QUARTER: Final = 91
AWAY: Final = range(200, 221)
SETTLED: Final = 120
DESIRED: Final = 0.9
OPTIONS: Final = {Kind.CHOICE: 4, Kind.MULTIPLE_CHOICE: 4, Kind.ORDERING: 4, Kind.MATCHING: 24}
KINDS: Final = (
    *(Kind.DATE, Kind.NUMBER, Kind.TERM, Kind.CHOICE, Kind.CHOICE),
    *(Kind.MULTIPLE_CHOICE, Kind.ORDERING, Kind.MATCHING, Kind.CLOZE, Kind.FLASHCARD),
)
PASSES: Final = ((Rating.HARD, 0.22), (Rating.GOOD, 0.86), (Rating.EASY, 1.0))


@dataclass(slots=True)
class Card:
    """What the scheduler believes of a card, and what is true."""

    kind: Kind
    state: MemoryState = NEW
    due_day: int | None = None
    stability: float = 0.0
    difficulty: float = 0.0
    last_day: int = 0
    log: list[LogEntry] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """True recall at each asking (month, kind), askings per day."""

    recalls: defaultdict[tuple[int, Kind], list[float]] = field(
        default_factory=lambda: defaultdict(list)
    )
    asked: Counter[int] = field(default_factory=Counter)


class Learner:
    """One learner and her scheduler through a year."""

    def __init__(self, seed: int, truth: Weights, options: argparse.Namespace) -> None:
        self.rng = np.random.default_rng(seed)
        self.truth = model_of(truth)
        self.options = options
        self.weights = truth if options.knows else DEFAULT_WEIGHTS
        self.cards: list[Card] = []
        self.load: Counter[int] = Counter()
        self.found = Found()

    def year(self) -> Found:
        """Study each day that she is not away."""
        for passed in range(self.options.days):
            if self.options.away and passed in AWAY:
                continue
            if self.options.fits and passed and passed % QUARTER == 0:
                self._refit()
            self._day(START + passed)
        return self.found

    def _day(self, day: int) -> None:
        if len(self.cards) < self.options.cards:
            kinds = self.rng.integers(len(KINDS), size=self.options.new)
            self.cards.extend(Card(KINDS[it]) for it in kinds)
        waiting = [_queue_card(number, card) for number, card in enumerate(self.cards)]
        seconds = None if self.options.minutes is None else 60.0 * self.options.minutes
        rules = QueueRules(
            study_day=day, weights=self.weights, new_left=self.options.new, seconds_left=seconds
        )
        for queued in build_queue(waiting, rules):
            self._ask(queued.card.card, day)

    def _ask(self, number: int, day: int) -> None:
        card = self.cards[number]
        is_new = card.due_day is None
        recall = 0.5 if is_new else self.truth.recall(card.stability, day - card.last_day)
        if not is_new:
            self.found.recalls[(day - START) // MONTH, card.kind].append(recall)
        self.found.asked[day - START] += 1
        is_known = self.rng.random() < recall
        evidence = self._answer(card.kind, is_known=is_known)
        self._learn(card, recall, day, is_known=is_known)
        card.state = after(card.state, evidence, day, self.weights)
        if card.due_day is not None:
            self.load[card.due_day] -= 1
        rules = DueRules(desired_retention=DESIRED, weights=self.weights)
        card.due_day = decide_due_day(f"card-{number}", card.state, rules, Crowd(load=self.load))
        self.load[card.due_day] += 1
        tick = len(card.log) + 1_000 * day
        row = LogEntry(tick=tick, uuid=b"", event=Event.REVIEW, study_day=day, evidence=evidence)
        card.log.append(row)

    def _answer(self, kind: Kind, *, is_known: bool) -> Evidence:
        options = OPTIONS.get(kind, 0)
        if kind in SELF_RATED:
            drawn = self.rng.random()
            passed = next(rating for rating, limit in PASSES if drawn <= limit)
            rating = passed if is_known else Rating.AGAIN
            return Evidence(kind=kind, score=float(is_known), self_rating=rating)
        chances: Chances = chances_of(kind, options)
        right = 1 - chances.slip if is_known else chances.guess
        return Evidence(kind=kind, score=float(self.rng.random() < right), options=options)

    def _learn(self, card: Card, recall: float, day: int, *, is_known: bool) -> None:
        """Move true memory: a pass, or a miss with its repeat."""
        model: Fsrs6 = self.truth
        rating = Rating.GOOD if is_known else Rating.AGAIN
        if card.due_day is None:
            s, d = model.first_stability(rating), model.first_difficulty(rating)
        else:
            s = model.next_stability(card.stability, card.difficulty, recall, rating)
            d = model.next_difficulty(card.difficulty, rating)
        if not is_known:
            s, d = (
                model.same_day_stability(s, Rating.GOOD),
                model.next_difficulty(d, Rating.GOOD),
            )
        card.stability, card.difficulty, card.last_day = s, d, day

    def _refit(self) -> None:
        history = [trials_of(card.log, self.weights) for card in self.cards]
        try:
            report = fit_to_learner(history, self.weights)
        except TooFewTargetsError:
            return
        if report.is_better:
            self.weights = report.weights


def _queue_card(number: int, card: Card) -> QueueCard:
    return QueueCard(
        card=number,
        question=number,
        pack="p",
        category=card.kind,
        phase=card.state.phase,
        rank=number,
        due_day=card.due_day,
        stability=card.state.stability,
        difficulty=card.state.difficulty,
        last_day=card.state.last_day,
    )


def learners(count: int) -> Iterable[Weights]:
    """Yield the shared learners, or, without them, weights spread around the default."""
    path = SHARED / "reviews" / "shared_synthetic_learners.csv"
    if path.is_file():
        table = np.loadtxt(path, delimiter=",", skiprows=1, usecols=range(1, 22))[:count]
    else:
        spread = np.exp(np.random.default_rng(1).normal(0, 0.3, (count, 21)))
        table = np.array(DEFAULT_WEIGHTS.values) * spread
    for row in np.clip(table, LOWER, UPPER):
        yield Weights(tuple(row.tolist()))


def summary(everyone: list[Found], days: int, *, is_away: bool) -> dict[str, object]:
    """Return what is printed."""
    by_month: defaultdict[int, list[float]] = defaultdict(list)
    by_kind: defaultdict[str, list[float]] = defaultdict(list)
    for found in everyone:
        for (month, kind), recalls in found.recalls.items():
            by_month[month] += recalls
            by_kind[kind.value] += recalls
    peaks, weeks, backs = [], [], []
    for found in everyone:
        asked = np.array([found.asked[day] for day in range(days)], dtype=float)
        settled = asked[SETTLED : min(AWAY.start, days)]
        around = np.convolve(settled, np.ones(15) / 15, mode="valid")
        peaks.append(float(np.max(settled[7 : 7 + len(around)] / around)))
        weeks.append(float(settled.max() / settled.mean()))
        if is_away:
            backs.append(asked[AWAY.stop] / asked[AWAY.start - 14 : AWAY.start].mean())
    each = [np.mean(list(chain.from_iterable(it.recalls.values()))) for it in everyone]
    out: dict[str, object] = {
        "asked": sum(sum(found.asked.values()) for found in everyone),
        "recall": round(float(np.mean(each)), 4),
        "learners_p10_p90": [round(float(np.quantile(each, q)), 3) for q in (0.1, 0.9)],
        "recall_by_month": [round(float(np.mean(by_month[it])), 3) for it in sorted(by_month)],
        "recall_by_kind": {it: round(float(np.mean(by_kind[it])), 3) for it in sorted(by_kind)},
        "peak_day_over_mean": round(float(np.mean(weeks)), 2),
        "peak_day_over_its_fortnight": round(float(np.mean(peaks)), 2),
    }
    if is_away:
        out["first_day_back_over_usual"] = round(float(np.mean(backs)), 2)
    return out


def main() -> int:
    """Simulate and print one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=50)
    parser.add_argument("--cards", type=int, default=1000)
    parser.add_argument("--new", type=int, default=5)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--minutes", type=float, default=None)
    for flag in ("--knows", "--fits", "--away"):
        parser.add_argument(flag, action="store_true")
    options = parser.parse_args()
    everyone = [
        Learner(seed, truth, options).year()
        for seed, truth in enumerate(learners(options.learners))
    ]
    world = {key: it for key, it in vars(options).items() if it is not None}
    print(json.dumps(world | summary(everyone, options.days, is_away=options.away)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
