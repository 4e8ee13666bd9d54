"""»Sjældnere« after an exam: what looks ahead or decides days anew holds to it too."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.scheduling.day import study_day
from quizapp.scheduling.exam_terms import Afterwards, ExamResult
from quizapp.stats.ledger import Ledger
from quizapp.stats.values import StatRules
from quizapp.upkeep.rebuild import Moving, move_due_days
from tests.usecases.study.test_exam_days import World, learnt


@pytest.fixture
def world(tmp_path: Path) -> World:
    """All questions learnt, and the exam over."""
    made = World(tmp_path)
    made.exams.save(made.draft(days=8, minutes=60.0))
    learnt(made)
    return made


def finish(world: World, then: Afterwards) -> None:
    exam = world.exams.find("Historieprøve")
    world.exams.finish(exam.uuid, ExamResult(score=0.8, then=then))


def moved(world: World) -> dict[int, int]:
    """Decide all days to come anew; return them by card."""
    today = world.desk.study_day()
    moving = Moving(
        desired_retention=0.9, study_day=today, own_retention=world.desk.own_retention()
    )
    with world.bank.transaction() as tx:
        move_due_days(tx, tx.current_fold(), moving, world.clock.now())
        return {card.card_id: card.due_day for card in tx.waiting_cards(today)}


def minutes_ahead(world: World) -> float:
    rules = StatRules(
        study_day=study_day(world.clock.now()),
        new_per_day=0,
        minutes_per_day=None,
        desired_retention=0.9,
        own_retention=world.desk.own_retention(),
    )
    return sum(day.minutes for day in Ledger(world.bank).progress(rules).ahead)


def test_nothing_goes_slower_unless_it_was_asked_for(world: World) -> None:
    finish(world, Afterwards.KEEP)
    assert world.desk.own_retention() == {}


def test_the_cards_of_the_exam_are_to_be_remembered_less(world: World) -> None:
    finish(world, Afterwards.SLOW)
    wanted = set(world.desk.own_retention().values())
    assert [round(each, 6) for each in wanted] == [0.8]


def test_days_decided_anew_keep_the_slower_pace(world: World) -> None:
    as_ever = moved(world)
    finish(world, Afterwards.SLOW)
    slower = moved(world)
    both = as_ever.keys() & slower.keys()
    assert both
    assert sum(slower[card] for card in both) > sum(as_ever[card] for card in both)


def test_in_a_year_less_is_known_when_it_goes_slower(world: World) -> None:
    before = world.desk.workload()
    finish(world, Afterwards.SLOW)
    assert world.desk.workload().known < before.known


def test_the_days_ahead_ask_for_less_when_it_goes_slower(world: World) -> None:
    before = minutes_ahead(world)
    finish(world, Afterwards.SLOW)
    assert minutes_ahead(world) < before


def test_a_setting_that_is_tried_keeps_the_slower_pace(world: World) -> None:
    tried = replace(world.desk.preferences(), desired_retention=0.95)
    before = world.desk.workload(tried)
    finish(world, Afterwards.SLOW)
    assert world.desk.workload(tried).known < before.known
