"""Works out what the home page says."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from quizapp.bank.bank import Bank, Reader
from quizapp.bank.values import DayCount
from quizapp.base.clock import Clock
from quizapp.questions.kinds import Category
from quizapp.scheduling.day import elapsed_days, fraction_of, study_day
from quizapp.scheduling.fsrs import model_of
from quizapp.scheduling.memory import Mode
from quizapp.scheduling.queue import Queued, Reason
from quizapp.study.amounts import minutes_of
from quizapp.study.plan import Plan
from quizapp.study.preferences import Preferences
from quizapp.study.queueing import queue_for
from quizapp.study.today import ExamGlance, HomeState, Standing, Today

DAYS_SHOWN = 14
DAYS_AWAY = 7
FURTHEST_BACK = 36_500
MS_PER_MINUTE = 60_000
NOTHING_LEFT = (HomeState.DONE, HomeState.ALL_LEARNT)


def read_today(bank: Bank, clock: Clock) -> Today:
    """Return what today is worth doing now; cards that were put off until today come back."""
    with bank.read() as reader:
        preferences = Preferences.read(reader)
    now = clock.now()
    day = study_day(now, preferences.rollover_hour)
    with bank.transaction() as tx:
        tx.release_buried(day)
    with bank.read() as reader:
        return today_of(reader, preferences, day, fraction_of(now, preferences.rollover_hour))


def today_of(
    reader: Reader, preferences: Preferences, study_day: int, fraction: float = 0.0
) -> Today:
    """Return what today is worth doing, from one look at the bank.

    ``fraction`` is the share of the study day (0–1) that has passed.
    """
    queue = queue_for(reader, Plan(), preferences, study_day, fraction)
    exam = None
    if reader.has_exam_ahead():
        from quizapp.study.exam_glance import glance_of  # noqa: PLC0415 - seldom, and slow to load

        exam = glance_of(reader, preferences, (study_day, fraction))
    counts = reader.day_counts(study_day - FURTHEST_BACK, study_day)
    new = sum(it.why.reason == Reason.NEW for it in queue)
    by_day = _answers_by_day(counts)
    # Practice is no part of the day's round: it leaves what is asked today as it was.
    done = _answers_by_day(it for it in counts if it.mode != Mode.PRACTICE)[study_day]
    packs, categories = _standings(reader, study_day)
    state = _state_with(exam, _state(queue, by_day, study_day, packs, done))
    return Today(
        state=state,
        study_day=study_day,
        due=len(queue) - new,
        new=new,
        minutes=minutes_of(queue),
        done=done,
        minutes_done=round(_ms_on(counts, study_day) / MS_PER_MINUTE),
        next_day=reader.next_due_day(study_day),
        packs=packs,
        categories=categories,
        last_days=tuple(by_day[day] for day in range(study_day - DAYS_SHOWN + 1, study_day + 1)),
        exam=exam,
        has_text=state is HomeState.FIRST_START and _has_text(reader, packs[0]),
    )


def _has_text(reader: Reader, pack: Standing) -> bool:
    record = reader.pack(pack.pack) if pack.pack is not None else None
    return record is not None and bool(reader.passages_of(record.pack_id))


def _state_with(exam: ExamGlance | None, state: HomeState) -> HomeState:
    """Return the state as it is with an exam ahead: a day without minutes is a day off."""
    is_off = exam is not None and not exam.is_over and not exam.minutes and exam.days_left > 0
    return HomeState.DAY_OFF if is_off and state in NOTHING_LEFT else state


def _state(
    queue: list[Queued],
    by_day: dict[int, int],
    study_day: int,
    packs: tuple[Standing, ...],
    done: int,
) -> HomeState:
    last = max((day for day, n in by_day.items() if n), default=None)
    if not any(pack.total for pack in packs):
        return HomeState.NO_PACKS
    if last is None:
        return HomeState.FIRST_START
    if not queue:
        has_new = any(pack.new for pack in packs)
        return HomeState.DONE if has_new or last == study_day else HomeState.ALL_LEARNT
    if study_day - last >= DAYS_AWAY:
        return HomeState.BACK_AFTER_WEEKS
    if done:
        return HomeState.HALF_WAY
    is_only_new = all(it.why.reason == Reason.NEW for it in queue)
    return HomeState.ONLY_NEW if is_only_new else HomeState.READY


def _standings(reader: Reader, study_day: int) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """Return how packs stand, and how categories stand over all packs."""
    model = model_of(reader.current_fold().weights)
    remembered: dict[str, float] = defaultdict(float)
    for card in reader.learnt():
        recall = model.recall(card.stability, elapsed_days(card.last_day, study_day))
        remembered[card.pack] += recall
        remembered[card.category] += recall
    titles = {record.key: str(record.manifest["titel"]) for record in reader.packs()}
    packs = tuple(
        Standing(
            name=titles[counted.pack],
            pack=counted.pack,
            total=counted.total,
            begun=counted.begun,
            remembered=remembered[counted.pack],
            due=counted.due,
            new=counted.new,
        )
        for counted in reader.standings_by_pack(study_day)
    )
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for counted in reader.standings_by_category(study_day):
        totals[counted.name].update(
            total=counted.total, begun=counted.begun, due=counted.due, new=counted.new
        )
    categories = tuple(
        Standing(
            name=category.value,
            remembered=remembered[category.value],
            total=totals[category.value]["total"],
            begun=totals[category.value]["begun"],
            due=totals[category.value]["due"],
            new=totals[category.value]["new"],
        )
        for category in Category
        if category.value in totals
    )
    return packs, categories


def _answers_by_day(counts: Iterable[DayCount]) -> dict[int, int]:
    days: dict[int, int] = defaultdict(int)
    for count in counts:
        days[count.study_day] += count.n
    return days


def _ms_on(counts: Iterable[DayCount], day: int) -> int:
    return sum(count.elapsed_ms for count in counts if count.study_day == day)
