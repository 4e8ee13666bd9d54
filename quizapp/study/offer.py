"""What there is to practise: how much in a scope, what was missed, and what the scope may be."""

from dataclasses import dataclass, replace
from math import ceil

from quizapp.bank.bank import Reader
from quizapp.bank.queues import DEFAULT_SECONDS
from quizapp.bank.values import CardScope
from quizapp.base.ids import CardKey, PackId
from quizapp.questions.kinds import Category, Kind
from quizapp.study.plan import Plan
from quizapp.study.queueing import PACE_DAYS, scope_of
from quizapp.study.reading import TextOffer, text_offer_of


@dataclass(frozen=True, slots=True)
class PackChoice:
    """A pack that can be practised."""

    pack: PackId
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a scope holds, and what else could be chosen.

    ``total`` counts the cards of the scope, ``missed_total`` those answered wrong or almost the
    last time; ``missed`` names the newest of them. ``seconds`` is what an answer takes on average.
    ``text`` is the reading text there is, ``events`` counts what has a date that is asked for.
    ``categories`` and ``topics`` are those of the chosen packs, topics only for a single pack.
    """

    total: int
    missed_total: int
    missed: tuple[CardKey, ...]
    seconds: float
    packs: tuple[PackChoice, ...]
    categories: tuple[str, ...]
    topics: tuple[str, ...]
    events: int = 0
    text: TextOffer | None = None

    def minutes(self, cards: int) -> int:
        """Return the minutes that so many answers take, the last one begun counted whole."""
        return ceil(cards * self.seconds / 60)


def offer_of(reader: Reader, plan: Plan, study_day: int) -> Offer:
    """Return what there is to practise in the scope of a plan."""
    scope = scope_of(plan)
    counted = reader.count_cards(scope)
    missed = reader.newest_missed(scope)
    pace = reader.pace(study_day - PACE_DAYS)
    total = sum(one.n for one in counted)
    seconds = sum(one.n * pace.get(one.category.value, DEFAULT_SECONDS) for one in counted)
    there = {one.category for one in reader.count_cards(CardScope(packs=plan.packs))}
    return Offer(
        total=total,
        missed_total=missed.total,
        missed=missed.cards,
        seconds=seconds / total if total else DEFAULT_SECONDS,
        packs=tuple(
            PackChoice(record.key, str(record.manifest["titel"])) for record in reader.packs()
        ),
        categories=tuple(one.value for one in Category if one in there),
        topics=_topics(reader, plan, study_day),
        events=reader.count_facts(replace(scope, kinds=(Kind.DATE,))),
        text=text_offer_of(reader, plan.packs),
    )


def _topics(reader: Reader, plan: Plan, study_day: int) -> tuple[str, ...]:
    """Return the topics of a single pack, each above those below it."""
    if len(plan.packs) != 1:
        return ()
    found: dict[str, None] = {}
    for standing in reader.standings_by_topic(study_day, plan.packs[0]):
        parts = standing.name.split("/")
        for depth in range(1, len(parts) + 1):
            found["/".join(parts[:depth])] = None
    return tuple(sorted(found))
