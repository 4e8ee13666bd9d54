"""What there is to practise, and cards to leaf through."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.ids import PackId
from quizapp.grading.verdict import Outcome
from quizapp.library.install import install_pack
from quizapp.questions.answers import Typed
from quizapp.questions.codec_mistakes import Plain
from quizapp.scheduling.day import study_day
from quizapp.scheduling.memory import Mode, Phase
from quizapp.study.desk import Desk
from quizapp.study.flow import Asking
from quizapp.study.plan import Plan
from quizapp.study.recording import Given as GivenAnswer
from tests.builders import (
    MONDAY,
    PACK,
    Given,
    a_bank,
    a_choice,
    a_clock,
    a_flashcard,
    a_pack,
    a_question,
    answer_card,
    card_id,
)


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    opened = a_bank(tmp_path / "elev")
    questions = (
        a_question("sp-1", emner=["krigen/forløb"]),
        a_question("sp-2", emner=["krigen/optakt"]),
        a_choice("valg-1", kategori="årsag"),
        a_flashcard("kort-1", emner=["freden"]),
    )
    install_pack(opened, a_pack(*questions), MONDAY, study_day(MONDAY))
    yield opened
    opened.close()


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank, a_clock())


def answered(bank: Bank, question: str, outcome: Outcome, slot: str = "") -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, question, slot), Given(outcome=outcome))


def test_an_offer_counts_the_cards_of_its_scope(desk: Desk) -> None:
    assert desk.offer(Plan()).total == 4
    assert desk.offer(Plan(categories=("årsag",))).total == 1
    assert desk.offer(Plan(topics=("krigen",))).total == 2
    assert desk.offer(Plan(packs=(PackId("dk.findes.ikke"),))).total == 0


def test_an_offer_names_what_was_missed_in_its_scope(bank: Bank, desk: Desk) -> None:
    answered(bank, "sp-1", Outcome.WRONG)
    answered(bank, "valg-1", Outcome.ALMOST)
    answered(bank, "sp-2", Outcome.CORRECT)
    assert [card.question for card in desk.offer(Plan()).missed] == ["valg-1", "sp-1"]
    assert [card.question for card in desk.offer(Plan(topics=("krigen",))).missed] == ["sp-1"]


def test_categories_stay_to_choose_from_when_one_is_chosen(desk: Desk) -> None:
    assert desk.offer(Plan(categories=("årsag",))).categories == ("begreb", "årsag")


def test_topics_are_offered_for_a_single_pack_with_those_above_them(desk: Desk) -> None:
    assert desk.offer(Plan()).topics == ()
    offered = desk.offer(Plan(packs=(PACK,))).topics
    assert offered == ("freden", "krigen", "krigen/forløb", "krigen/optakt")


def test_minutes_count_the_last_one_begun(desk: Desk) -> None:
    offer = desk.offer(Plan())
    assert (offer.minutes(0), offer.minutes(1), offer.minutes(5)) == (0, 1, 2)


def test_any_day_asks_what_is_not_due_and_counts_it(bank: Bank, desk: Desk) -> None:
    answered(bank, "sp-1", Outcome.CORRECT)
    plan = Plan(topics=("krigen",), any_day=True)
    sitting = desk.begin(plan)
    asked = set()
    while isinstance(state := sitting.state, Asking):
        asked.add(state.card.question)
        sitting.answer(GivenAnswer(answer=Typed("Svar på sp-1"), elapsed_ms=1000))
        sitting.proceed()
    assert asked == {"sp-1", "sp-2"}
    with bank.read() as reader:
        assert reader.memory(card_id(reader, "sp-2")).state.phase != Phase.NEW


def test_practice_leaves_memory_alone(bank: Bank, desk: Desk) -> None:
    sitting = desk.begin(Plan(topics=("krigen/forløb",), mode=Mode.PRACTICE))
    sitting.answer(GivenAnswer(answer=Typed("Svar på sp-1"), elapsed_ms=1000))
    with bank.read() as reader:
        assert reader.memory(card_id(reader, "sp-1")).state.phase == Phase.NEW


def test_the_plan_in_the_log_says_that_any_day_was_asked() -> None:
    assert Plan(any_day=True).as_json == {"any_day": True}
    assert Plan().as_json == {}


def test_leaves_hold_every_card_of_the_scope_once(desk: Desk) -> None:
    leaves = desk.leaves(Plan(seed=3))
    assert {leaf.card.question for leaf in leaves} == {"sp-1", "sp-2", "valg-1", "kort-1"}
    assert len(leaves) == 4


def test_leaves_are_no_more_than_the_limit_and_differ_by_seed(desk: Desk) -> None:
    orders = {tuple(leaf.card for leaf in desk.leaves(Plan(seed=seed))) for seed in range(6)}
    assert len(orders) > 1
    assert len(desk.leaves(Plan(seed=1, limit=2))) == 2


def test_a_leaf_has_the_question_before_and_the_answer_behind(desk: Desk) -> None:
    (leaf,) = desk.leaves(Plan(topics=("krigen/forløb",)))
    assert (leaf.front, leaf.back, leaf.category) == ("Hvad er sp-1?", "Svar på sp-1", "begreb")
    assert (leaf.pack_title, leaf.explanation) == ("Krige", "Fordi det er sådan.")


def test_a_leaf_of_a_cloze_has_its_gaps_open_before_and_filled_behind(
    bank: Bank, desk: Desk
) -> None:
    cloze = a_question(
        "hul-1", type="indsæt", spørgsmål=None, svar=None, tekst="Freden kom i {1864} i Wien."
    )
    install_pack(bank, a_pack(cloze, id="dk.eksempel.huller"), MONDAY, study_day(MONDAY))
    (leaf,) = desk.leaves(Plan(packs=(PackId("dk.eksempel.huller"),)))
    assert (leaf.front, leaf.back) == (
        "Freden kom i _____ i Wien.",
        "Freden kom i 1864 i Wien.",
    )


@pytest.mark.parametrize(
    ("fields", "back"),
    [
        (
            {"type": "rækkefølge", "rækkefølge": ["Krig", "Fred", "Handel"]},
            "1. Krig\n2. Fred\n3. Handel",
        ),
        (
            {"type": "par", "par": {"Mukden": "slag", "Portsmouth": "fred"}},
            "Mukden – slag\nPortsmouth – fred",
        ),
        (
            {"type": "flervalg", "rigtige": ["Rusland", "Japan"], "forkerte": ["Kina"]},
            "Rusland\nJapan",
        ),
        ({"type": "liste", "svar": ["Rusland", "Tyskland"]}, "Rusland\nTyskland"),
        ({"type": "åbent", "modelsvar": "Fordi *begge* var trætte."}, "Fordi begge var trætte."),
    ],
    ids=["an order", "pairs", "several options", "a list", "an open question"],
)
def test_a_leaf_with_an_answer_of_several_parts_has_one_on_each_line(
    bank: Bank, desk: Desk, fields: dict[str, Plain], back: str
) -> None:
    question = a_question("flere-1", **{"svar": None} | fields)
    install_pack(bank, a_pack(question, id="dk.eksempel.flere"), MONDAY, study_day(MONDAY))
    (leaf,) = desk.leaves(Plan(packs=(PackId("dk.eksempel.flere"),)))
    assert leaf.back == back


def test_a_leaf_has_an_explanation_without_its_marks(bank: Bank, desk: Desk) -> None:
    term = a_question("ord-1", forklaring="Det var **meget** vigtigt.")
    install_pack(bank, a_pack(term, id="dk.eksempel.ord"), MONDAY, study_day(MONDAY))
    (leaf,) = desk.leaves(Plan(packs=(PackId("dk.eksempel.ord"),)))
    assert leaf.explanation == "Det var meget vigtigt."
