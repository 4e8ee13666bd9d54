"""Progress and practice in every state, built from values."""

from dataclasses import replace
from random import Random

from PySide6.QtWidgets import QWidget

from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.stats.values import (
    Bin,
    Day,
    DayAhead,
    Mastery,
    Mistake,
    Progress,
    Retention,
)
from quizapp.ui.progress.page import ProgressPage
from quizapp.ui.shell import PROGRESS
from tests.screens import samples as s
from tests.screens.scenes import Scene, at_desk

MINUTES = (18, 20, 20, 15, 10, 0, 20, 20, 20, 20, 15, 0, 0, 20)


def a_mastery(name: str, total: int, share: float, pack: PackId | None = None) -> Mastery:
    """Return a figure with an interval of five per cent of all to each side."""
    return Mastery(
        name=name,
        total=total,
        begun=round(total * (share + 1) / 2),
        remembered=total * share,
        low=total * (share - 0.05),
        high=total * (share + 0.05),
        pack=pack,
    )


def a_year(study_day: int = s.STUDY_DAY) -> tuple[Day, ...]:
    """Return a year with busy and quiet days, from a Monday on."""
    rng = Random(4)
    days = []
    first = study_day - 52 * 7 - (study_day + 3) % 7
    for day in range(first, study_day + 1):
        answers = rng.choice((0, 0, 0, 5, 12, 18, 26)) if day != study_day else 20
        days.append(Day(day, answers, answers * 4 // 5, answers * 14_000))
    return tuple(days)


def a_progress() -> Progress:
    """Return the figures of a learner in her first year."""
    year = a_year()
    bins = (Bin(0.55, 0.5, 12), Bin(0.7, 0.68, 25), Bin(0.82, 0.84, 61), Bin(0.93, 0.95, 140))
    month = Retention(days=30, answers=238, measured=0.86, expected=0.87, bins=bins)
    return Progress(
        study_day=s.STUDY_DAY,
        answers=sum(day.answers for day in year),
        overall=a_mastery("", 246, 0.626),
        categories=(
            a_mastery("dato", 61, 0.64),
            a_mastery("begreb", 80, 0.81),
            a_mastery("tal", 40, 0.48),
            a_mastery("konsekvens", 45, 0.72),
            a_mastery("kildekritik", 20, 0.05),
        ),
        packs=(a_mastery(s.TITLE, 154, 0.66, s.PACK),),
        month=month,
        quarter=replace(month, days=90, answers=700),
        year=year,
        streak=12,
        ahead=tuple(
            DayAhead(s.STUDY_DAY + at, 2.4 * minutes, 5.0, float(minutes))
            for at, minutes in enumerate(MINUTES * 2)
        ),
        mistakes=(
            Mistake("spelling", 14),
            Mistake("digits", 9),
            Mistake("date", 7),
            Mistake("vague_date", 4),
            Mistake("missing", 4),
        ),
        sure_but_wrong=tuple(CardKey(s.PACK, QuestionId(f"sp-{n}"), "") for n in range(3)),
    )


def a_beginning() -> Progress:
    """Return the figures of a learner in her first days."""
    full = a_progress()
    idle = (replace(day, answers=0, right=0, elapsed_ms=0) for day in full.year[:-1])
    nothing = Retention(days=30, answers=0, measured=0.0, expected=0.0)
    return replace(
        full,
        answers=14,
        overall=a_mastery("", 246, 0.06),
        year=(*idle, Day(s.STUDY_DAY, 14, 9, 210_000)),
        month=nothing,
        quarter=nothing,
        streak=1,
        mistakes=(),
        sure_but_wrong=(),
    )


def progress(values: Progress, *, as_tables: bool = False) -> Scene:
    """Return a scene of the progress page, perhaps with its charts as tables."""

    def build() -> QWidget:
        page = ProgressPage()
        page.show_progress(values)
        if as_tables:
            page.toggle_tables()
        return at_desk(page, PROGRESS)

    return build


KNOWING: dict[str, Scene] = {
    "18_fremgang": progress(a_progress()),
    "18_fremgang_tabeller": progress(a_progress(), as_tables=True),
    "18_fremgang_begyndt": progress(a_beginning()),
    "18_fremgang_tom": progress(replace(a_beginning(), answers=4)),
}
