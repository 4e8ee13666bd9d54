"""How much would be right if everything were asked today, and how sure that figure is."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import sqrt

from quizapp.bank.bank import Reader
from quizapp.bank.stat_reads import Remembered
from quizapp.bank.values import Standing
from quizapp.questions.kinds import Category
from quizapp.scheduling.day import elapsed_days
from quizapp.scheduling.fsrs import Fsrs6, model_of
from quizapp.stats.values import Mastery, Retention

EIGHTY_PERCENT = 1.2816
"""Standard deviations to each side that hold four of five cases."""

MODEL_ERROR = 0.05
"""How far, in share right, weights fitted to others miss one learner, before she is measured."""


@dataclass(slots=True)
class _Sum:
    """Expected number right, and the spread of cards that are right or not by chance."""

    mean: float = 0.0
    variance: float = 0.0


@dataclass(frozen=True, slots=True)
class Masteries:
    """Everything, then its categories and its packs."""

    overall: Mastery
    categories: tuple[Mastery, ...]
    packs: tuple[Mastery, ...]


def masteries_of(
    reader: Reader, cards: Remembered, study_day: int, measured: Retention
) -> Masteries:
    """Return how much is remembered; ``measured`` says how far forecasts can be trusted."""
    sums = _sums(cards, model_of(reader.current_fold().weights), study_day)
    error = level_error(measured)
    by_category = reader.standings_by_category(study_day)
    titles = {record.key: str(record.manifest["titel"]) for record in reader.packs()}
    packs = tuple(
        replace(
            mastery(titles[one.pack], one.total, one.begun, sums[one.pack], error), pack=one.pack
        )
        for one in reader.standings_by_pack(study_day)
    )
    total, begun = _counted(by_category)
    categories = tuple(
        mastery(word, total[word], begun[word], sums[word], error)
        for word in (category.value for category in Category)
        if total[word]
    )
    everything = mastery("", sum(total.values()), sum(begun.values()), sums[""], error)
    return Masteries(everything, categories, packs)


def level_error(measured: Retention) -> float:
    """Return how far the whole forecast may be off (a standard deviation, in share right).

    Answers that were foretold narrow it down: n of them measure the level to √(q(1−q)/n).
    """
    q = min(max(measured.measured, 0.5), 0.95)
    return 1 / sqrt(1 / MODEL_ERROR**2 + measured.answers / (q * (1 - q)))


def mastery(name: str, total: int, begun: int, summed: _Sum, error: float) -> Mastery:
    """Return a figure with the interval that it lies in in four of five cases."""
    reach = EIGHTY_PERCENT * sqrt(summed.variance + (begun * error) ** 2)
    return Mastery(
        name=name,
        total=total,
        begun=begun,
        remembered=summed.mean,
        low=max(0.0, summed.mean - reach),
        high=min(float(begun), summed.mean + reach),
    )


def _sums(cards: Remembered, model: Fsrs6, study_day: int) -> dict[str, _Sum]:
    sums: dict[str, _Sum] = defaultdict(_Sum)
    columns = zip(cards.pack, cards.category, cards.stability, cards.last_day, strict=True)
    for pack, category, stability, last_day in columns:
        recall = model.recall(stability, elapsed_days(last_day, study_day))
        spread = recall * (1 - recall)
        for summed in (sums[""], sums[pack], sums[category.value]):
            summed.mean += recall
            summed.variance += spread
    return sums


def _counted(standings: Iterable[Standing]) -> tuple[Counter[str], Counter[str]]:
    total: Counter[str] = Counter()
    begun: Counter[str] = Counter()
    for standing in standings:
        total[standing.name] += standing.total
        begun[standing.name] += standing.begun
    return total, begun
