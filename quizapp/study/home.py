"""Works out what the home page says."""

from collections import defaultdict
from collections.abc import Iterable

from quizapp.bank.bank import Reader
from quizapp.bank.values import EVERYTHING, DayCount
from quizapp.base.ids import PackId
from quizapp.scheduling.day import elapsed_days
from quizapp.scheduling.fsrs import Fsrs6, model_of
from quizapp.scheduling.memory import Phase
from quizapp.scheduling.queue import QueueCard, Queued, Reason
from quizapp.study.amounts import minutes_of
from quizapp.study.plan import Plan
from quizapp.study.preferences import Preferences
from quizapp.study.queueing import queue_for
from quizapp.study.today import HomeState, Standing, Today

DAYS_SHOWN = 14
DAYS_AWAY = 7
FURTHEST_BACK = 36_500
MS_PER_MINUTE = 60_000


def today_of(reader: Reader, preferences: Preferences, study_day: int) -> Today:
    """Return what today is worth doing, from one look at the bank."""
    queue = queue_for(reader, Plan(), preferences, study_day)
    counts = reader.day_counts(study_day - FURTHEST_BACK, study_day)
    new = sum(it.why.reason == Reason.NEW for it in queue)
    cards = reader.cards_in(EVERYTHING)
    model = model_of(reader.current_fold().weights)
    titles = {record.key: str(record.manifest["titel"]) for record in reader.packs()}
    by_day = _answers_by_day(counts)
    return Today(
        state=_state(queue, by_day, study_day, cards),
        study_day=study_day,
        due=len(queue) - new,
        new=new,
        minutes=minutes_of(queue),
        done=by_day[study_day],
        minutes_done=round(_ms_on(counts, study_day) / MS_PER_MINUTE),
        next_day=reader.next_due_day(study_day),
        packs=tuple(
            _standing(title, _of_pack(cards, pack), study_day, model, pack)
            for pack, title in titles.items()
        ),
        categories=tuple(
            _standing(category, rows, study_day, model)
            for category, rows in _by_category(cards).items()
        ),
        last_days=tuple(by_day[day] for day in range(study_day - DAYS_SHOWN + 1, study_day + 1)),
    )


def _state(
    queue: list[Queued], by_day: dict[int, int], study_day: int, cards: list[QueueCard]
) -> HomeState:
    last = max((day for day, n in by_day.items() if n and day <= study_day), default=None)
    if not cards:
        return HomeState.NO_PACKS
    if last is None:
        return HomeState.FIRST_START
    if not queue:
        has_new = any(card.phase == Phase.NEW for card in cards)
        return HomeState.DONE if has_new or last == study_day else HomeState.ALL_LEARNT
    if study_day - last >= DAYS_AWAY:
        return HomeState.BACK_AFTER_WEEKS
    if last == study_day:
        return HomeState.HALF_WAY
    is_only_new = all(it.why.reason == Reason.NEW for it in queue)
    return HomeState.ONLY_NEW if is_only_new else HomeState.READY


def _standing(
    name: str, cards: list[QueueCard], study_day: int, model: Fsrs6, pack: PackId | None = None
) -> Standing:
    begun = [card for card in cards if card.phase != Phase.NEW]
    return Standing(
        name=name,
        pack=pack,
        total=len(cards),
        begun=len(begun),
        remembered=sum(
            model.recall(card.stability, elapsed_days(card.last_day, study_day)) for card in begun
        ),
        due=sum(card.due_day is not None and card.due_day <= study_day for card in cards),
        new=sum(card.phase == Phase.NEW for card in cards),
    )


def _of_pack(cards: Iterable[QueueCard], pack: PackId) -> list[QueueCard]:
    return [card for card in cards if card.pack == pack]


def _by_category(cards: Iterable[QueueCard]) -> dict[str, list[QueueCard]]:
    rows: dict[str, list[QueueCard]] = defaultdict(list)
    for card in cards:
        rows[card.category].append(card)
    return rows


def _answers_by_day(counts: Iterable[DayCount]) -> dict[int, int]:
    days: dict[int, int] = defaultdict(int)
    for count in counts:
        days[count.study_day] += count.n
    return days


def _ms_on(counts: Iterable[DayCount], day: int) -> int:
    return sum(count.elapsed_ms for count in counts if count.study_day == day)
