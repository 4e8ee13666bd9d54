"""Whether there is what somebody wrote that she wants; what is nearly called so is named."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.base.errors import MisuseError
from quizapp.base.texts import quoted
from quizapp.study.plan import Plan

STEP: Final = "/"
MOST_NAMED: Final = 3
LIKE_ENOUGH: Final = 0.6
ANY_DAY: Final = 0


def check_scope(reader: Reader, scope: Plan) -> None:
    """Raise ``MisuseError`` for a pack that is not there, or a topic that its packs do not have."""
    packs = [str(record.key) for record in reader.packs()]
    for pack in scope.packs:
        if pack not in packs:
            raise _unknown("pack", pack, packs)
    if not scope.topics:
        return
    there = _topics(reader, scope)
    for topic in scope.topics:
        if topic not in there:
            raise _unknown("topic", topic, there)


def near_names(said: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return at most three names that may have been meant, the likest first.

    >>> near_names("Kriger", ["1800-tallet", "1800-tallet/krige"])
    ('1800-tallet/krige',)
    """
    likeness = {name: _likeness(said.casefold().strip(), name.casefold()) for name in names}
    like = [name for name, share in likeness.items() if share >= LIKE_ENOUGH]
    return tuple(sorted(like, key=lambda name: -likeness[name])[:MOST_NAMED])


def _likeness(said: str, name: str) -> float:
    """Return how like (0–1) what was said is to a name, or to one step of its path."""
    if said and said in name:
        return 1.0
    return max(SequenceMatcher(None, said, part).ratio() for part in (name, *name.split(STEP)))


def _topics(reader: Reader, scope: Plan) -> list[str]:
    """Return the topics of the packs in the scope, and what stands above them."""
    packs = scope.packs or tuple(record.key for record in reader.packs())
    paths = [it.name for pack in packs for it in reader.standings_by_topic(ANY_DAY, pack)]
    above = [
        STEP.join(steps[:depth])
        for steps in (path.split(STEP) for path in paths)
        for depth in range(1, len(steps) + 1)
    ]
    return list(dict.fromkeys(above))


def _unknown(what: str, said: str, names: Iterable[str]) -> MisuseError:
    near = near_names(said, names)
    if not near:
        return MisuseError(f"unknown_{what}", **{what: said})
    named = ", ".join(quoted(name) for name in near)
    return MisuseError(f"unknown_{what}_near", **{what: said, "near": named})
