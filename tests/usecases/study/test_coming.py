"""What the next days will ask, as it is told at the end of a round."""

from dataclasses import replace
from pathlib import Path

from quizapp.study.coming import MORE
from quizapp.study.flow import Asking
from quizapp.study.plan import Plan
from tests.builders import a_pack, a_question
from tests.usecases.study.test_exam_days import DAY, World
from tests.usecases.study.test_sitting import a_desk, rightly


def test_the_days_from_tomorrow_on_have_minutes(tmp_path: Path) -> None:
    coming = World(tmp_path).desk.coming()
    assert coming.first_day == DAY + 1
    assert len(coming.minutes) == 7
    assert coming.minutes[0] > 0
    assert (coming.next_at, coming.new, coming.is_planned) == (0, 20, False)


def test_with_an_exam_ahead_its_plan_says_the_minutes(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.exams.save(world.draft(minutes=4.0))
    coming = world.desk.coming()
    assert (coming.minutes, coming.is_planned, coming.has_more) == ((4,) * 7, True, True)


def test_a_day_without_minutes_in_the_plan_is_passed_over(tmp_path: Path) -> None:
    world = World(tmp_path)
    # The round ends on a Monday: Tuesday is free.
    world.exams.save(world.draft(minutes=4.0, days_off=frozenset({DAY + 1})))
    assert world.desk.coming().next_at == 1


def test_more_is_offered_only_while_something_is_left_that_counts(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path, a_pack(a_question("a"), a_question("b")))
    before = desk.coming().has_more
    sitting = desk.begin(Plan())
    while isinstance(sitting.state, Asking):
        sitting.answer(rightly(sitting))
        sitting.proceed()
    assert (before, desk.coming().has_more) == (True, False)


def answer_all(world: World, plan: Plan, elapsed_ms: int = 20_000) -> int:
    """Answer a round rightly, each question in so many milliseconds; return how many it had."""
    sitting = world.desk.begin(plan)
    count = 0
    while isinstance(sitting.state, Asking):
        sitting.answer(replace(rightly(sitting), elapsed_ms=elapsed_ms))
        sitting.proceed()
        count += 1
    return count


def test_five_minutes_come_on_top_of_what_the_exams_plan_had_today(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.exams.save(world.draft(minutes=1.0))
    assert answer_all(world, Plan(), elapsed_ms=60_000)
    assert (world.asked(), world.desk.coming().has_more) == ([], True)
    assert world.asked(MORE)


def test_a_day_off_can_be_used_for_five_minutes_all_the_same(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.exams.save(world.draft(days_off=frozenset({DAY})))
    assert (world.asked(), world.desk.coming().has_more) == ([], True)
    assert world.asked(MORE)


def test_five_minutes_more_take_no_more_than_that(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.exams.save(world.draft(minutes=60.0))
    assert 0 < len(world.asked(MORE)) < len(world.asked())


def test_nothing_more_is_offered_when_all_that_the_exam_asks_was_answered(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.exams.save(world.draft(minutes=200.0))
    answer_all(world, Plan(), elapsed_ms=1_000)
    assert (world.asked(MORE), world.desk.coming().has_more) == ([], False)
