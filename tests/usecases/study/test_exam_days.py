"""The day with an exam ahead: what is asked, in which order, why, and what comes afterwards."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from quizapp.base.errors import MisuseError
from quizapp.base.ids import PackId
from quizapp.library.install import install_pack
from quizapp.scheduling.day import study_day
from quizapp.scheduling.exam_forecast import ExamForecast
from quizapp.scheduling.exam_terms import Afterwards, ExamResult, TopicShare
from quizapp.scheduling.memory import Mode
from quizapp.study.exam_planning import planning_of
from quizapp.study.exam_values import ExamDraft
from quizapp.study.exams import Exams, ExamsBefore
from quizapp.study.flow import Asking
from quizapp.study.plan import Plan
from quizapp.study.preferences import Preferences
from quizapp.study.today import HomeState
from tests.builders import MONDAY, PACK, a_pack, a_question, next_version
from tests.usecases.study.test_sitting import a_desk, rightly

DAY = study_day(MONDAY)
CARDS = 60


class World:
    """A desk and exams over one bank of sixty questions in three topics."""

    def __init__(self, folder: Path) -> None:
        questions = [a_question(f"sp-{n:02}", emner=[f"emne-{n % 3}"]) for n in range(CARDS)]
        self.desk, self.bank, self.clock = a_desk(folder, a_pack(*questions))
        self.exams = Exams(self.bank, self.clock)

    def draft(self, days: int = 14, minutes: float = 5.0, **fields: object) -> ExamDraft:
        said: dict[str, object] = {
            "title": "Historieprøve",
            "at": MONDAY + timedelta(days=days),
            "packs": (PACK,),
            "minutes": (minutes,) * 7,
            **fields,
        }
        return ExamDraft(**said)  # type: ignore[arg-type]  # fields by name

    def asked(self, plan: Plan | None = None) -> list[str]:
        """Return the questions of a round, in the order they are asked, each answered rightly."""
        sitting = self.desk.begin(plan or Plan())
        found = []
        while isinstance(sitting.state, Asking):
            found.append(str(sitting.state.card.question))
            sitting.skip()
        return found


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_the_round_is_the_plan_in_the_plans_order(world: World) -> None:
    world.exams.save(world.draft())
    record = world.exams.find("Historieprøve")
    planned = [str(it.card.question) for it in world.exams.plan(record)]
    assert planned
    assert world.asked() == planned


def test_the_round_fits_the_minutes_of_the_day(world: World) -> None:
    before = world.desk.today()
    world.exams.save(world.draft(minutes=3.0))
    today = world.desk.today()
    assert today.minutes <= 3 < before.minutes


def test_a_short_round_takes_the_first_of_the_plan(world: World) -> None:
    world.exams.save(world.draft(minutes=20.0))
    whole, short = world.asked(), world.asked(Plan(minutes=2))
    assert 0 < len(short) < len(whole)
    assert short == whole[: len(short)]


def test_each_card_says_that_the_exam_wants_it(world: World) -> None:
    world.exams.save(world.draft())
    sitting = world.desk.begin(Plan())
    assert isinstance(sitting.state, Asking)
    assert sitting.state.reason.code == "study.why.exam"
    assert sitting.state.reason.fields == {"exam": "Historieprøve"}


def test_a_chosen_scope_is_asked_as_without_an_exam(world: World) -> None:
    scope = Plan(topics=("emne-1",))
    before = world.asked(scope)
    world.exams.save(world.draft(minutes=1.0))
    assert world.asked(scope) == before


def test_ordinary_reviews_stay_alive_beside_the_exam(world: World) -> None:
    sitting = world.desk.begin(Plan(topics=("emne-2",), limit=3))
    for _turn in range(3):
        sitting.answer(rightly(sitting))
        sitting.proceed()
    shares = (TopicShare(PACK, "emne-2", 0.0),)
    world.exams.save(world.draft(days=40, minutes=30.0, shares=shares))
    world.clock.move(days=20)
    planned = world.asked()
    assert sum(int(name[-2:]) % 3 == 2 for name in planned) == 3


def test_a_topic_left_out_is_not_planned_for(world: World) -> None:
    world.exams.save(world.draft(minutes=60.0, shares=(TopicShare(PACK, "emne-1", 0.0),)))
    names = world.asked()
    assert names
    assert all(int(name[-2:]) % 3 != 1 for name in names)
    (listed,) = world.exams.listed()
    assert listed.cards == CARDS - CARDS // 3


def test_a_day_off_is_silent_and_says_so(world: World) -> None:
    world.exams.save(world.draft(days_off=frozenset({DAY + 1})))
    sitting = world.desk.begin(Plan())
    sitting.answer(rightly(sitting))
    world.clock.move(days=1)
    assert world.desk.today().state is HomeState.DAY_OFF
    assert world.asked() == []


def test_a_day_has_minutes_of_its_own_until_they_are_taken_back(world: World) -> None:
    world.exams.save(world.draft(minutes=5.0))
    usual = len(world.asked())
    before = world.exams.set_day(DAY, 15.0)
    assert len(world.asked()) > usual
    world.exams.go_back(before)
    assert len(world.asked()) == usual


def test_own_minutes_open_a_day_off(world: World) -> None:
    world.exams.save(world.draft(days_off=frozenset({DAY})))
    assert world.asked() == []
    world.exams.set_day(DAY, 10.0)
    assert world.asked()
    world.exams.set_day(DAY, None)
    assert world.asked() == []


def test_what_the_bank_has_instead_of_minutes_is_left(world: World) -> None:
    world.exams.save(world.draft())
    usual = world.asked()
    with world.bank.transaction() as tx:
        tx.set_setting("own_minutes", {str(DAY): "mange", "i morgen": 5, str(DAY + 1): -3})
    assert world.asked() == usual


def test_minutes_are_shared_by_all_exams(world: World) -> None:
    world.exams.save(world.draft(minutes=20.0))
    world.exams.save(world.draft(days=30, minutes=8.0, title="Årsprøve"))
    assert {it.record.minutes for it in world.exams.listed()} == {(8.0,) * 7}
    world.exams.use_minutes(12)
    assert {it.record.minutes for it in world.exams.listed()} == {(12.0,) * 7}


def test_a_trial_changes_nothing(world: World) -> None:
    name, _before = world.exams.save(world.draft(minutes=2.0))
    records = world.exams.listed()
    few, many = (world.exams.try_minutes(name, minutes).score for minutes in (2, 30))
    assert few is not None
    assert many is not None
    assert few < many
    assert world.exams.listed() == records


@pytest.mark.parametrize("way", [Exams.put_aside, Exams.remove])
def test_a_trial_of_an_exam_taken_out_meanwhile_says_nothing(
    world: World, way: Callable[[Exams, UUID], ExamsBefore]
) -> None:
    name, _before = world.exams.save(world.draft())
    way(world.exams, name)
    assert world.exams.try_minutes(name, 12).score is None


def test_a_preview_is_what_the_saved_plan_shows(world: World) -> None:
    draft = world.draft(goal=0.8)
    preview = world.exams.preview(draft)
    assert world.exams.view() is None
    world.exams.save(draft)
    view = world.exams.view()
    assert view is not None
    shown, expected = view.outlook.forecast, preview.outlook.forecast
    assert isinstance(shown, ExamForecast)
    assert isinstance(expected, ExamForecast)
    assert shown.expected == expected.expected
    assert preview.cards == view.cards == CARDS


class _NotWantedError(Exception):
    """What a learner who has typed on no longer waits for."""


@pytest.mark.parametrize("what", ["preview", "trial"])
def test_work_nobody_waits_for_ends_at_the_next_look(world: World, what: str) -> None:
    draft = world.draft()
    name, _before = world.exams.save(draft)
    looks = 0

    def heed() -> None:
        nonlocal looks
        looks += 1
        if looks == 3:
            raise _NotWantedError

    work: dict[str, Callable[[], object]] = {
        "preview": lambda: world.exams.preview(draft, name, heed),
        "trial": lambda: world.exams.try_minutes(name, 12, heed),
    }
    with pytest.raises(_NotWantedError):
        work[what]()
    assert looks == 3
    assert world.exams.try_minutes(name, 12).score is not None


def test_the_form_gives_back_what_was_saved(world: World) -> None:
    draft = world.draft(
        categories=("begreb",),
        shares=(TopicShare(PACK, "emne-0", 0.5),),
        days_off=frozenset({DAY + 2}),
        goal=0.75,
    )
    name, _before = world.exams.save(draft)
    form = world.exams.form(name)
    assert form.draft == draft
    assert [(it.title, it.cards, len(it.topics)) for it in form.packs] == [("Krige", CARDS, 3)]


def test_a_changed_exam_goes_back_with_its_forecasts(world: World) -> None:
    name, _before = world.exams.save(world.draft())
    first = world.exams.view(name)
    before = world.exams.remove(name)
    assert world.exams.view() is None
    world.exams.go_back(before)
    again = world.exams.view(name)
    assert again == first
    with world.bank.read() as reader:
        (record,) = reader.exams()
        assert len(reader.exam_forecasts(record.exam_id)) == 1


def test_an_unknown_exam_is_misuse(world: World) -> None:
    name, _before = world.exams.save(world.draft())
    world.exams.remove(name)
    with pytest.raises(MisuseError):
        world.exams.form(name)


def learnt(world: World) -> None:
    """Answer everything over some days, and let the exam be over."""
    for _day in range(4):
        sitting = world.desk.begin(Plan())
        while isinstance(sitting.state, Asking):
            sitting.answer(rightly(sitting))
            sitting.proceed()
        world.clock.move(days=1)
    world.clock.move(days=6)


@pytest.mark.parametrize(("then", "is_later"), [(Afterwards.KEEP, False), (Afterwards.SLOW, True)])
def test_after_the_exam_cards_come_as_ever_or_later(
    world: World, then: Afterwards, *, is_later: bool
) -> None:
    name, _before = world.exams.save(world.draft(days=8, minutes=60.0))
    learnt(world)
    world.exams.finish(name, ExamResult(score=0.8, then=then))
    plan = Plan(topics=("emne-0",), any_day=True, seed=1)
    sitting = world.desk.begin(plan)
    slow_days = sitting.answer(rightly(sitting)).days_until
    sitting.undo()
    world.exams.finish(name, ExamResult(then=Afterwards.KEEP))
    again = world.desk.begin(plan)
    days = again.answer(rightly(again)).days_until
    assert (slow_days > days) == is_later


def test_cards_put_to_rest_are_not_asked_until_fetched(world: World) -> None:
    name, _before = world.exams.save(world.draft(days=8, minutes=60.0))
    learnt(world)
    before = world.exams.finish(name, ExamResult(then=Afterwards.REST))
    everything = Plan(mode=Mode.PRACTICE)
    assert world.asked(everything) == []
    assert world.exams.view() is None
    assert [tab.uuid for tab in world.exams.put_away()] == [name]
    world.exams.go_back(before)
    assert len(world.asked(everything)) == CARDS
    world.exams.finish(name, ExamResult(then=Afterwards.REST))
    world.exams.bring_back(name)
    assert len(world.asked(everything)) == CARDS


def test_questions_that_a_pack_gets_later_rest_too(world: World) -> None:
    name, _before = world.exams.save(world.draft(days=1))
    world.clock.move(days=2)
    world.exams.finish(name, ExamResult(then=Afterwards.REST))
    longer = next_version(a_pack(), a_question("ny"), a_question("nyere"))
    install_pack(world.bank, longer, world.clock.now(), DAY + 2)
    everything = Plan(mode=Mode.PRACTICE)
    assert world.asked(everything)
    world.exams.glance()
    assert world.asked(everything) == []


def test_what_another_exam_wants_does_not_rest(world: World) -> None:
    name, _before = world.exams.save(world.draft(days=8, minutes=60.0))
    learnt(world)
    later = world.draft(days=40, minutes=60.0, title="Årsprøve", topics=("emne-0",))
    world.exams.save(later)
    world.exams.finish(name, ExamResult(then=Afterwards.REST))
    names = world.asked(Plan(mode=Mode.PRACTICE))
    assert len(names) == CARDS // 3
    assert all(int(each[-2:]) % 3 == 0 for each in names)


def test_the_home_page_asks_about_an_exam_that_is_over(world: World) -> None:
    name, _before = world.exams.save(world.draft(days=1))
    glance = world.desk.today().exam
    assert glance is not None
    assert (glance.days_left, glance.is_over, glance.score) == (1, False, None)
    known, _tabs = world.exams.glance()
    assert known is not None
    assert known.score is not None
    world.clock.move(days=2)
    glance = world.desk.today().exam
    assert glance is not None
    assert glance.is_over
    world.exams.finish(name, ExamResult(then=Afterwards.KEEP))
    assert world.desk.today().exam is None


def test_an_exam_without_minutes_or_cards_leaves_the_day_as_it_is(world: World) -> None:
    before = world.asked()
    world.exams.save(world.draft(minutes=0.0))
    assert world.asked() == before
    world.exams.save(world.draft(title="Tom", categories=("sted",), minutes=5.0))
    assert world.asked()
    view = world.exams.view()
    assert view is not None


def test_measured_knowledge_rises_with_the_answers(world: World) -> None:
    world.exams.save(world.draft(days=30, minutes=10.0))
    for _day in range(3):
        sitting = world.desk.begin(Plan())
        while isinstance(sitting.state, Asking):
            sitting.answer(rightly(sitting))
            sitting.proceed()
        world.clock.move(days=1)
    view = world.exams.view()
    assert view is not None
    shares = [it.known for it in view.measured]
    assert len(shares) == 4
    assert shares[0] < shares[1] < shares[2]
    assert [it.day for it in view.measured] == list(range(DAY, DAY + 4))


def test_what_is_tried_is_tried_on_the_plan_that_is_shown(world: World) -> None:
    name, _before = world.exams.save(world.draft(minutes=5.0))
    fresh = world.exams.try_minutes(name, 10)
    world.exams.view(name)
    shown = world.exams.try_minutes(name, 10)
    assert shown.score == pytest.approx(fresh.score, abs=0.01)


def test_what_is_tried_after_a_change_sees_the_change(world: World) -> None:
    name, _before = world.exams.save(world.draft(minutes=5.0))
    world.exams.view(name)
    before = world.exams.try_minutes(name, 6)
    world.exams.save(world.draft(days=3, minutes=5.0), name)
    after = world.exams.try_minutes(name, 6)
    assert before.score is not None
    assert after.score is not None
    assert after.score < before.score


@pytest.mark.parametrize("packs", [(), (PACK,)])
@pytest.mark.parametrize("topics", [(), ("emne-1",), ("emne",), ("emne-0", "emne-2")])
@pytest.mark.parametrize("categories", [(), ("begreb",), ("dato",)])
def test_an_exam_is_planned_over_the_cards_that_the_bank_has_in_its_scope(
    world: World,
    packs: tuple[PackId, ...],
    topics: tuple[str, ...],
    categories: tuple[str, ...],
) -> None:
    draft = world.draft(packs=packs, topics=topics, categories=categories)
    world.exams.save(draft)
    record = world.exams.find("Historieprøve")
    with world.bank.read() as reader:
        planning = planning_of(reader, Preferences.read(reader), world.clock.now())
        there = {card.card for card in reader.exam_cards(record.scope)}
    assert set(planning.exams[0].cards) == there
