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
from quizapp.study.leaves import Leaf
from quizapp.study.offer import Offer, PackChoice
from quizapp.study.reading import TextOffer
from quizapp.ui.practice.leaf_page import LeafPage
from quizapp.ui.practice.page import PracticePage
from quizapp.ui.practice.ways import Way
from quizapp.ui.progress.page import ProgressPage
from quizapp.ui.shell import PRACTICE, PROGRESS
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


def progress(values: Progress, *, as_tables: bool = False, with_more: bool = False) -> Scene:
    """Return a scene of the progress page, perhaps with its charts as tables, or with more."""

    def build() -> QWidget:
        page = ProgressPage()
        page.show_progress(values)
        if as_tables:
            page.toggle_tables()
        if with_more and page.more is not None:
            page.more.head.set_open(is_open=True)
        return at_desk(page, PROGRESS)

    return build


def an_offer(missed: int = 7) -> Offer:
    """Return what there is to practise in a pack."""
    return Offer(
        total=106,
        missed_total=missed,
        missed=tuple(CardKey(s.PACK, QuestionId(f"sp-{n}"), "") for n in range(missed)),
        seconds=24.0,
        packs=(PackChoice(s.PACK, s.TITLE), PackChoice(PackId("kanon"), "Historiekanonen")),
        categories=("dato", "begreb", "tal", "konsekvens", "kildekritik"),
        topics=("freden", "freden/underskrift", "krigen", "krigen/forløb"),
        events=18,
        text=TextOffer(pack=s.PACK, title=s.TITLE, passages=9, minutes=9),
    )


def practice(offer: Offer, way: Way = Way.MIXED) -> Scene:
    """Return a scene of the practice page with a way chosen."""

    def build() -> QWidget:
        page = PracticePage()
        page.show_offer(offer)
        page.scope.packs.setCurrentIndex(1)
        page.ways.choose(way)
        return at_desk(page, PRACTICE)

    return build


def a_leaf(number: int = 1) -> Leaf:
    """Return a card to leaf through."""
    return Leaf(
        card=CardKey(s.PACK, QuestionId(f"sp-{number}"), ""),
        category="dato",
        pack_title=s.TITLE,
        front="Hvornår blev freden mellem Rusland og Japan underskrevet?",
        back="5. september 1905",
        explanation="Freden blev underskrevet i Portsmouth i USA, efter at præsident Roosevelt"
        " havde tilbudt at mægle.",
    )


def leafing(*, turned: bool = False) -> Scene:
    """Return a scene of leafing, the card perhaps turned."""

    def build() -> QWidget:
        page = LeafPage()
        page.show_leaves([a_leaf(number) for number in range(20)])
        if turned:
            page.go_on()
        return page

    return build


KNOWING: dict[str, Scene] = {
    "18_fremgang": progress(a_progress()),
    "18_fremgang_tabeller": progress(a_progress(), as_tables=True),
    "18_fremgang_flere_tal": progress(a_progress(), with_more=True),
    "18_fremgang_begyndt": progress(a_beginning()),
    "18_fremgang_tom": progress(replace(a_beginning(), answers=4)),
    "28_oev": practice(an_offer()),
    "28_oev_tidslinje": practice(an_offer(), Way.TIMELINE),
    "28_oev_intet": practice(replace(an_offer(0), events=1, text=None), Way.TIMELINE),
    "28_oev_bladr": practice(an_offer(), Way.LEAF),
    "28_oev_ingen_fejl": practice(an_offer(missed=0), Way.MISSED),
    "28_bladr": leafing(),
    "28_bladr_vendt": leafing(turned=True),
}
