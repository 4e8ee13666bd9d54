"""The desk between sittings: the home page's day, settings and the reading text."""

from pathlib import Path

from quizapp.base.ids import PackId
from quizapp.scheduling.memory import Mode
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from tests.builders import PACK, a_bank, a_clock, a_pack, a_question
from tests.usecases.study.test_sitting import a_desk, rightly


def test_the_home_page_follows_the_day(tmp_path: Path) -> None:
    desk, _bank, clock = a_desk(tmp_path, a_pack(a_question("a"), a_question("b")))
    states = [desk.today().state.name]
    sitting = desk.begin(Plan())
    sitting.answer(rightly(sitting))
    states.append(desk.today().state.name)
    sitting.proceed()
    sitting.answer(rightly(sitting))
    states.append(desk.today().state.name)
    today = desk.today()
    assert (today.done, today.last_days[-1], today.due, today.new) == (2, 2, 0, 0)
    assert today.next_day is not None
    clock.move(days=1)
    states.append(desk.today().state.name)
    clock.move(days=30)
    states.append(desk.today().state.name)
    assert states == ["FIRST_START", "HALF_WAY", "DONE", "ALL_LEARNT", "BACK_AFTER_WEEKS"]


def test_a_bank_without_packs_says_so(tmp_path: Path) -> None:
    clock = a_clock()
    desk = Desk(a_bank(tmp_path, clock), clock)
    assert desk.today().state.name == "NO_PACKS"


def test_settings_steer_the_sitting(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    desk.set_preference("new_per_day", 2)
    assert desk.begin(Plan()).ready.new == 2
    desk.set_preference("new_per_day", "mange")
    desk.set_preference("rollover_hour", 99)
    desk.set_preference("desired_retention", 7.0)
    preferences = desk.preferences()
    assert (preferences.new_per_day, preferences.rollover_hour) == (20, 4)
    assert preferences.desired_retention == 0.9


def test_minutes_bound_the_sitting(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    assert desk.begin(Plan(minutes=1)).ready.new < 8


def test_the_reading_text_of_an_unknown_pack_is_empty(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    assert desk.reading_text(PACK) == ()
    assert desk.reading_text(PackId("findes.ikke")) == ()
    desk.pause()


def test_practice_is_no_part_of_the_days_round(tmp_path: Path) -> None:
    desk, _bank, clock = a_desk(tmp_path, a_pack(a_question("a"), a_question("b")))
    first = desk.begin(Plan(limit=1))
    first.answer(rightly(first))
    clock.move(days=3)
    practice = desk.begin(Plan(mode=Mode.PRACTICE))
    practice.answer(rightly(practice))
    practised = desk.today()
    assert (practised.done, practised.state.name) == (0, "READY")
    assert practised.last_days[-1] == 1
    scheduled = desk.begin(Plan())
    scheduled.answer(rightly(scheduled))
    half_way = desk.today()
    assert (half_way.done, half_way.state.name) == (1, "HALF_WAY")
