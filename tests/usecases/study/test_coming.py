"""What the next days will ask, as it is told at the end of a round."""

from pathlib import Path

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
    assert (coming.minutes, coming.is_planned, coming.has_more) == ((4,) * 7, True, False)


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
