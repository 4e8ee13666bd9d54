"""Which packs begin before others, over days of study."""

from pathlib import Path

from quizapp.bank.values import PackSource
from quizapp.base.ids import PackId
from quizapp.library.install import install_pack
from quizapp.questions.pack import Pack
from quizapp.scheduling.day import study_day
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from tests.builders import MONDAY, a_bank, a_clock, a_pack, a_question
from tests.usecases.study.test_sitting import rightly

FIRST, SECOND, OWN = (PackId(f"dk.quizapp.{name}") for name in ("foerst", "naest", "egen"))


def a_pack_of(key: PackId, number: int = 4) -> Pack:
    letter = key.removeprefix("dk.quizapp.")[0]
    return a_pack(*(a_question(f"{letter}-{n}") for n in range(number)), id=key, title=key)


def a_desk(folder: Path, *own: Pack) -> Desk:
    """Return a desk with two shipped packs of four questions, and these packs from files."""
    clock = a_clock()
    bank = a_bank(folder, clock)
    for shipped in (a_pack_of(FIRST), a_pack_of(SECOND)):
        install_pack(bank, shipped, MONDAY, study_day(MONDAY), source=PackSource.SHIPPED)
    for pack in own:
        install_pack(bank, pack, MONDAY, study_day(MONDAY))
    desk = Desk(bank, clock)
    desk.set_preference("new_per_day", 6)
    return desk


def new_by_pack(desk: Desk, plan: Plan | None = None) -> dict[str, int]:
    amounts = desk.due(plan or Plan())
    return {amount.pack: amount.new for amount in amounts.packs}


def answer_one(desk: Desk, *packs: PackId) -> None:
    sitting = desk.begin(Plan(packs=packs, limit=1))
    sitting.answer(rightly(sitting))


def test_the_first_shipped_pack_is_begun_before_the_second(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    assert new_by_pack(desk) == {FIRST: 4, SECOND: 2}
    answer_one(desk)
    assert new_by_pack(desk) == {FIRST: 3, SECOND: 2}


def test_a_pack_the_learner_chose_comes_before_what_came_along(tmp_path: Path) -> None:
    desk = a_desk(tmp_path, a_pack_of(OWN, 5))
    assert new_by_pack(desk) == {FIRST: 1, SECOND: 0, OWN: 5}


def test_a_shipped_pack_can_be_begun_at_any_time(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    assert new_by_pack(desk, Plan(packs=(SECOND,))) == {SECOND: 4}


def test_packs_that_were_begun_take_turns(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    answer_one(desk)
    answer_one(desk, SECOND)
    assert new_by_pack(desk) == {FIRST: 2, SECOND: 2}
