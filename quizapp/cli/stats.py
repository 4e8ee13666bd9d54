"""``stats``: the figures of the progress page, one a line."""

import argparse
from collections.abc import Iterator

from quizapp.base.texts import N_, Message, _, day_text, ngettext, number_text, say
from quizapp.cli.context import Context, Services
from quizapp.cli.parser import Command
from quizapp.questions.answer_form import Plain
from quizapp.scheduling.day import date_of
from quizapp.stats.values import DayAhead, Mastery, Mistake, Progress, Retention, StatRules

MS_PER_MINUTE = 60_000
Line = tuple[dict[str, Plain], str]


def stats(context: Context, _options: argparse.Namespace) -> int:
    """Say how much is remembered, how that was measured, what was done and what comes."""
    services = context.services()
    progress = services.ledger.progress(rules_of(services))
    for keys, text in _lines(progress):
        context.line(keys, text)
    return 0


def rules_of(services: Services) -> StatRules:
    """Return what steers the figures, as the learner has set it."""
    preferences = services.desk.preferences()
    return StatRules(
        study_day=services.desk.study_day(),
        new_per_day=preferences.new_per_day,
        minutes_per_day=preferences.minutes_per_day,
        desired_retention=preferences.desired_retention,
        own_retention=services.desk.own_retention(),
    )


def _lines(progress: Progress) -> Iterator[Line]:
    yield _mastery("all", progress.overall, _("I alt"))
    for category in progress.categories:
        yield _mastery("category", category, category.name)
    for pack in progress.packs:
        yield _mastery("pack", pack, pack.name)
    for retention in (progress.month, progress.quarter):
        yield _retention(retention)
    yield from _activity(progress)
    for ahead in progress.ahead:
        yield _ahead(ahead, progress.study_day)
    for mistake in progress.mistakes:
        yield _mistake(mistake)
    cards = [str(card) for card in progress.sure_but_wrong]
    text = _("Sikker, men forkert: {n}").format(n=len(cards))
    yield {"figure": "sure_but_wrong", "n": len(cards), "cards": list[Plain](cards)}, text


def _mastery(scope: str, mastery: Mastery, name: str) -> Line:
    keys: dict[str, Plain] = {
        "figure": "mastery",
        "scope": scope,
        "name": mastery.name,
        "total": mastery.total,
        "begun": mastery.begun,
        "remembered": round(mastery.remembered, 2),
        "low": round(mastery.low, 2),
        "high": round(mastery.high, 2),
    }
    if mastery.pack is not None:
        keys["pack"] = mastery.pack
    text = _("{name}: husker {n} af {total} – mellem {low} og {high}").format(
        name=name,
        n=number_text(round(mastery.remembered)),
        total=number_text(mastery.total),
        low=number_text(round(mastery.low)),
        high=number_text(round(mastery.high)),
    )
    return keys, text


def _retention(retention: Retention) -> Line:
    known = retention.answers > 0
    keys: dict[str, Plain] = {
        "figure": "retention",
        "days": retention.days,
        "answers": retention.answers,
        "measured": round(retention.measured, 4) if known else None,
        "expected": round(retention.expected, 4) if known else None,
    }
    if not known:
        return keys, _("Ingen repetitioner de seneste {n} dage.").format(n=retention.days)
    text = _("De seneste {n} dage: Husket {p} %, forventet {q} %.").format(
        n=retention.days, p=round(100 * retention.measured), q=round(100 * retention.expected)
    )
    return keys, text


def _activity(progress: Progress) -> Iterator[Line]:
    today = date_of(progress.study_day)
    yield (
        {"figure": "activity", "answers": progress.answers, "streak": progress.streak},
        ngettext("{n} dag i træk", "{n} dage i træk", progress.streak).format(n=progress.streak),
    )
    for day in progress.year:
        if day.answers:
            minutes = round(day.elapsed_ms / MS_PER_MINUTE, 1)
            keys: dict[str, Plain] = {
                "figure": "day",
                "day": date_of(day.study_day).isoformat(),
                "answers": day.answers,
                "right": day.right,
                "minutes": minutes,
            }
            text = _("{day}: {right} af {n} rigtige").format(
                day=day_text(date_of(day.study_day), today),
                right=number_text(day.right),
                n=number_text(day.answers),
            )
            yield keys, text


def _ahead(ahead: DayAhead, study_day: int) -> Line:
    keys: dict[str, Plain] = {
        "figure": "ahead",
        "day": date_of(ahead.study_day).isoformat(),
        "reviews": round(ahead.reviews, 1),
        "new": round(ahead.new, 1),
        "minutes": round(ahead.minutes, 1),
    }
    text = _("{day}: ca. {n} min.").format(
        day=day_text(date_of(ahead.study_day), date_of(study_day)), n=round(ahead.minutes)
    )
    return keys, text


def _mistake(mistake: Mistake) -> Line:
    text = _("{mistake}: {n}").format(mistake=say(Message(f"stats.{mistake.code}")), n=mistake.n)
    return {"figure": "mistake", "mistake": mistake.code, "n": mistake.n}, text


COMMANDS = (
    Command(name="stats", help=N_("Vis, hvor meget du husker, og hvad der kommer."), run=stats),
)
