"""The exam pages in every state, built from values."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from uuid import UUID

from PySide6.QtWidgets import QWidget

from quizapp.base.ids import PackId
from quizapp.base.texts import Message
from quizapp.scheduling.exam_advice import Advice, Reach, WayOut
from quizapp.scheduling.exam_forecast import (
    ExamForecast,
    Expected,
    NoForecast,
    StretchAhead,
    WhatIf,
    WhyNone,
)
from quizapp.scheduling.exam_terms import Afterwards, ExamResult, TopicShare
from quizapp.study.exam_values import (
    ExamDraft,
    ExamForm,
    ExamTab,
    ExamView,
    Measured,
    Outlook,
    PackScope,
    PlanDay,
    Preview,
    TopicChoice,
    Trial,
    WeakTopic,
)
from quizapp.study.today import ExamGlance, HomeState
from quizapp.ui.exam.form_page import FormPage
from quizapp.ui.exam.page import ExamPage
from quizapp.ui.home.page import HomePage
from quizapp.ui.shell import EXAM, HOME
from quizapp.ui.widgets.fold_out import FoldOut
from tests.screens import samples as s
from tests.screens.scenes import Scene, at_desk

NAME = UUID(int=7)
OTHER = UUID(int=8)
HERE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 24, 16, 30, tzinfo=HERE)
DAYS_LEFT = 17
TONIGHT = (NOW + timedelta(days=1)).replace(hour=1, minute=0)
WEEK = (20.0, 20.0, 20.0, 20.0, 15.0, 10.0, 0.0)


def an_outlook(
    score: float = 0.78, goal: float | None = 0.8, reach: Reach | None = Reach.NEAR
) -> Outlook:
    """Return a forecast with the advice that goes with it."""
    low, high = score - 0.07, min(score + 0.06, 1.0)
    expected = Expected(score=score, low=low, high=high, now=0.63, seen=64, cards=106)
    forecast = ExamForecast(
        exam=1,
        day=s.STUDY_DAY + DAYS_LEFT,
        expected=expected,
        will_see=106.0,
        by_category=dict.fromkeys(("dato", "begreb", "tal", "konsekvens"), expected),
        by_topic={f"emne {n}": expected for n in range(12)},
        ahead=tuple(
            StretchAhead(
                day=s.STUDY_DAY + at,
                minutes=20.0,
                answers=40.0,
                new=4.0,
                known=(known := 0.63 + (score - 0.64) * (at / DAYS_LEFT) ** 0.8),
                low=known - 0.07 * (at / DAYS_LEFT) ** 0.5,
                high=min(known + 0.06 * (at / DAYS_LEFT) ** 0.5, 1.0),
            )
            for at in range(DAYS_LEFT)
        ),
    )
    figures = {"m": 18, "p": 78, "low": 71, "high": 84}
    fields = figures if goal is None else figures | {"goal": round(100 * goal)}
    code = "expected" if reach is None else reach.value
    messages = [Message(f"exam.{code}", fields)]
    way = None
    if reach in {Reach.NEAR, Reach.OUT_OF_REACH}:
        way = WayOut(change=WhatIf(extra_minutes=5), score=0.8)
        messages.append(Message("exam.if.minutes", {"n": 5, "p": 80}))
    advice = Advice(messages=tuple(messages), reach=reach, way_out=way)
    return Outlook(forecast=forecast, advice=advice)


def some_days(left: int = DAYS_LEFT) -> tuple[PlanDay, ...]:
    """Return the days from Monday to the exam, one of them with minutes of its own."""
    monday = s.STUDY_DAY - 1
    free = {monday + 12, monday + 13}
    return tuple(
        PlanDay(
            day=day,
            planned=0.0 if day in free else WEEK[(day - monday) % 7],
            done={monday: 19.0, s.STUDY_DAY: 7.0}.get(day, 0.0),
            is_own=day == monday + 9,
            is_exam=day == s.STUDY_DAY + left,
        )
        for day in range(monday, s.STUDY_DAY + left + 1)
    )


def a_draft(left: int = DAYS_LEFT) -> ExamDraft:
    """Return an exam at nine o'clock so many days away."""
    return ExamDraft(
        title="Historieprøve",
        at=(NOW + timedelta(days=left)).replace(hour=9, minute=0),
        packs=(s.PACK,),
        minutes=WEEK,
        goal=0.8,
    )


def a_view(**fields: object) -> ExamView:
    """Return an exam seventeen days away."""
    shares = (0.46, 0.49, 0.52, 0.51, 0.55, 0.58, 0.6, 0.63)
    view = ExamView(
        uuid=NAME,
        draft=a_draft(),
        result=ExamResult(),
        tabs=(ExamTab(NAME, "Historieprøve"),),
        study_day=s.STUDY_DAY,
        exam_day=s.STUDY_DAY + DAYS_LEFT,
        is_over=False,
        outlook=an_outlook(),
        days=some_days(),
        measured=tuple(
            Measured(s.STUDY_DAY - 14 + 2 * at, share) for at, share in enumerate(shares)
        ),
        weak=(
            WeakTopic(topic="Tal og tab", score=0.48, cards=9, new=3, minutes=4),
            WeakTopic(topic="Datoer før 1904", score=0.55, cards=6, new=0, minutes=3),
            WeakTopic(topic="Omverdenen/Opinionen i USA", score=0.58, cards=7, new=5, minutes=5),
        ),
        topics=12,
        usual_minutes=18,
        cards=106,
    )
    return replace(view, **fields)  # type: ignore[arg-type]  # fields by name


def tonight() -> ExamView:
    """Return an exam an hour past midnight, in the study day that it is now."""
    draft = replace(a_draft(1), at=TONIGHT)
    return a_view(draft=draft, exam_day=s.STUDY_DAY, days=some_days(1))


def without_forecast(why: WhyNone) -> Outlook:
    """Return what there is to say when nothing can be forecast."""
    message = Message(f"exam.{why.value}")
    return Outlook(forecast=NoForecast(exam=1, why=why), advice=Advice(messages=(message,)))


def without_minutes() -> Outlook:
    """Return what there is to say when no day has any minutes."""
    outlook = an_outlook()
    assert isinstance(outlook.forecast, ExamForecast)
    idle = tuple(replace(it, minutes=0.0, answers=0.0) for it in outlook.forecast.ahead)
    advice = Advice(messages=(Message("exam.no_minutes"),))
    return Outlook(forecast=replace(outlook.forecast, ahead=idle), advice=advice)


def exam(
    view: ExamView | None, *, tried: int = 0, as_table: bool = False, has_mock: bool = True
) -> Scene:
    """Return a scene of the exam page, perhaps with other minutes tried."""

    def build() -> QWidget:
        page = ExamPage()
        page.has_mock = has_mock
        page.show_exam(view, (ExamTab(OTHER, "Forårets terminsprøve"),) if view is None else ())
        if page.what_if is not None and tried:
            page.what_if.slider.setValue(tried)
            page.what_if.show_trial(Trial(minutes=tried, score=0.81, low=0.75, high=0.87, goal=0.8))
        if as_table and page.weak is not None:
            for fold in page.weak.findChildren(FoldOut):
                fold.set_open(is_open=True)
        if as_table and page.curve is not None:
            page.curve.toggle_table()
        return at_desk(page, EXAM)

    return build


def a_form(**fields: object) -> ExamForm:
    """Return the form of a new exam over two packs."""
    topics = (
        TopicChoice("Opinionen i USA", 7),
        TopicChoice("Ud over teksten", 21),
        TopicChoice("Fredens vilkår", 30),
    )
    draft = replace(a_view().draft, title="")
    form = ExamForm(
        uuid=None,
        draft=draft,
        packs=(
            PackScope(s.PACK, s.TITLE, 106, topics),
            PackScope(PackId("kanon"), "Historiekanonen på tidslinje", 92, ()),
        ),
        categories=("dato", "begreb", "tal", "konsekvens"),
        now=NOW,
        study_day=s.STUDY_DAY,
        shared_with=0,
    )
    return replace(form, **fields)  # type: ignore[arg-type]  # fields by name


def a_preview(outlook: Outlook | None = None) -> Preview:
    """Return the plan of a draft."""
    return Preview(
        outlook=outlook or an_outlook(), cards=106, seen_by=s.STUDY_DAY + 9, repeat_days=8
    )


def form(read: ExamForm, *, day: str = "", wrong: bool = False) -> Scene:
    """Return a scene of the form, filled in or with everything wrong."""

    def build() -> QWidget:
        page = FormPage(read)
        if day:
            page.name.set_text("Historieprøve")
            page.day.set_text(day)
            page.off.set_text("5.–6. december")
            draft = page.draft()
            assert draft is not None
            page.show_preview(a_preview(), draft)
        if wrong:
            page.day.set_text("engang i maj")
            page.clock.set_text("kvart over")
            page.off.set_text("når jeg gider")
            for box in page.week.boxes:
                box.spin.setValue(0)
            for pack in page.scope.packs:
                pack.tick.setChecked(False)
            page.try_to_save()
        return at_desk(page, EXAM)

    return build


def a_glance(**fields: object) -> ExamGlance:
    """Return an exam on the home page, at nine o'clock unless its instant is given."""
    days_left = fields.get("days_left", DAYS_LEFT)
    assert isinstance(days_left, int)
    glance = ExamGlance(
        exam=str(NAME),
        title="Historieprøve",
        at=(NOW + timedelta(days=days_left)).replace(hour=9, minute=0).isoformat(),
        days_left=days_left,
        minutes=18,
        goal=0.8,
        score=0.78,
        low=0.71,
        high=0.84,
    )
    return replace(glance, **fields)  # type: ignore[arg-type]  # fields by name


def home_with(glance: ExamGlance, state: HomeState = HomeState.HALF_WAY) -> Scene:
    """Return a scene of the home page with an exam."""

    def build() -> QWidget:
        page = HomePage()
        page.show_today(replace(s.today(state), exam=glance))
        return at_desk(page, HOME)

    return build


WEIGHED = (TopicShare(s.PACK, "Opinionen i USA", 0.5), TopicShare(s.PACK, "Ud over teksten", 0.0))
TWENTY = tuple(
    ExamTab(NAME if not n else UUID(int=90 + n), f"Prøve nr. {n + 1}") for n in range(20)
)

EXAMINING: dict[str, Scene] = {
    "01_i_dag_eksamen": home_with(a_glance()),
    "01_i_dag_eksamen_ny": home_with(a_glance(score=None, minutes=0)),
    "01_i_dag_eksamen_i_morgen": home_with(a_glance(days_left=1)),
    "01_i_dag_eksamen_paa_dagen": home_with(a_glance(days_left=0)),
    "01_i_dag_eksamen_i_nat": home_with(a_glance(days_left=0, at=TONIGHT.isoformat())),
    "01_i_dag_eksamen_over": home_with(a_glance(is_over=True, days_left=-1)),
    "01_fri_i_dag": home_with(a_glance(minutes=0, days_left=1), HomeState.DAY_OFF),
    "16_eksamen": exam(a_view(), tried=28),
    "16_eksamen_tabel": exam(a_view(), as_table=True),
    "16_eksamen_naas": exam(a_view(outlook=an_outlook(0.82, reach=Reach.REACHABLE))),
    "16_eksamen_over_maalet": exam(a_view(outlook=an_outlook(0.93, reach=Reach.ABOVE))),
    "16_eksamen_naas_ikke": exam(
        a_view(
            outlook=an_outlook(0.55, reach=Reach.OUT_OF_REACH),
            tabs=TWENTY,
            measured=(),
            weak=(),
            sharing=Message("exam.shared_by_more", {"n": 20, "a": "Historieprøve", "p": 6}),
        )
    ),
    "16_eksamen_uden_maal": exam(
        a_view(outlook=an_outlook(goal=None, reach=None), draft=replace(a_view().draft, goal=None))
    ),
    "16_eksamen_langt_vaek": exam(
        a_view(days=some_days(60), exam_day=s.STUDY_DAY + 60, draft=a_draft(60))
    ),
    "16_eksamen_i_nat": exam(tonight()),
    "16_eksamen_ingen_kort": exam(
        a_view(outlook=without_forecast(WhyNone.NO_CARDS), weak=(), cards=0)
    ),
    "16_eksamen_ingen_minutter": exam(
        a_view(
            outlook=without_minutes(),
            usual_minutes=0,
            days=tuple(replace(it, planned=0.0) for it in some_days()),
        )
    ),
    "16_eksamen_overstaaet": exam(a_view(is_over=True, outlook=without_forecast(WhyNone.PAST))),
    "16_eksamen_afsluttet": exam(
        a_view(
            is_over=True,
            outlook=without_forecast(WhyNone.PAST),
            result=ExamResult(score=0.82, grade="10", then=Afterwards.SLOW),
        )
    ),
    "16_eksamen_tom": exam(None),
    "17_tilfoej_proeve": form(a_form(), day="11. december 2026"),
    "17_tilfoej_proeve_tom": form(a_form()),
    "17_tilfoej_proeve_fejl": form(a_form(), wrong=True),
    "17_redigér_proeve": form(
        a_form(uuid=NAME, shared_with=2, draft=replace(a_view().draft, shares=WEIGHED)),
        day="11/12",
    ),
}
