"""The library's questions: found, sorted, shown with their past, paused and begun anew."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.ids import PackId
from quizapp.grading.verdict import Outcome
from quizapp.library.install import install_pack
from quizapp.library.remove import remove_pack
from quizapp.questions.kinds import Category, Kind
from quizapp.scheduling.day import study_day
from quizapp.scheduling.memory import Mode, Rating
from quizapp.study.finding import Finder
from quizapp.study.found import Detail, Found, Order, State, Wanted
from tests.builders import (
    MONDAY,
    PACK,
    Given,
    a_bank,
    a_clock,
    a_flashcard,
    a_pack,
    a_question,
    answer_card,
    card_id,
)

DAY = study_day(MONDAY)


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    bank = a_bank(tmp_path)
    pack = a_pack(
        a_question("sp-1", spørgsmål="Hvad skete i Århus?", svar="Mødet", emner=["Byer/Århus"]),
        a_question("sp-2", spørgsmål="Hvad er en traktat?", svar="En aftale", kategori="årsag"),
        a_question("sp-3", spørgsmål="Hvem vandt?", svar="Port Arthur"),
        a_flashcard("kort-1", **{"begge veje": True}),
    )
    install_pack(bank, pack, MONDAY, DAY)
    yield bank
    bank.close()


@pytest.fixture
def finder(bank: Bank) -> Finder:
    return Finder(bank, a_clock())


def keys(finder: Finder, found: Found) -> list[str]:
    return [str(hit.cards[0].question) for hit in finder.hits(found.questions)]


def test_what_was_removed_since_it_was_listed_is_left_out(bank: Bank, finder: Finder) -> None:
    listed = finder.find(Wanted()).questions
    assert len(finder.hits(listed)) == 4
    remove_pack(bank, PACK, MONDAY)
    assert finder.hits(listed) == ()
    assert [finder.detail(number) for number in listed] == 4 * [None]


def found_keys(finder: Finder, **wanted: object) -> list[str]:
    return keys(finder, finder.find(Wanted(**wanted)))  # type: ignore[arg-type] # by name


def detail(finder: Finder, key: str) -> Detail:
    (number,) = (
        hit.question
        for hit in finder.hits(finder.find(Wanted()).questions)
        if hit.cards[0].question == key
    )
    shown = finder.detail(number)
    assert shown is not None
    return shown


def answered(bank: Bank, key: str, given: Given | None = None, slot: str = "") -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, key, slot), given)


def number_of(finder: Finder, key: str) -> int:
    return detail(finder, key).hit.question


def test_a_text_with_gaps_is_sorted_by_its_text(bank: Bank, finder: Finder) -> None:
    cloze = a_question("hul", type="indsæt", spørgsmål=None, svar=None, tekst="Hvor {du} er.")
    install_pack(bank, a_pack(cloze, id="dk.eksempel.huller"), MONDAY, DAY)
    assert found_keys(finder) == ["kort-1", "sp-2", "sp-1", "sp-3", "hul"]


def test_without_a_wish_every_question_is_there_in_danish_order(finder: Finder) -> None:
    assert found_keys(finder) == ["kort-1", "sp-2", "sp-1", "sp-3"]


def test_a_card_with_two_sides_is_one_question(finder: Finder) -> None:
    assert finder.find(Wanted()).total == 4
    assert len(detail(finder, "kort-1").hit.cards) == 2


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"text": "aarhus"}, ["sp-1"]),
        ({"text": "port arthur"}, ["sp-3"]),
        ({"text": "bagside"}, ["kort-1"]),
        ({"text": "findes ikke"}, []),
        ({"kinds": (Kind.FLASHCARD,)}, ["kort-1"]),
        ({"categories": (Category.CAUSE,)}, ["sp-2"]),
        ({"topics": ("Byer",)}, ["sp-1"]),
        ({"packs": (PACK,), "text": "traktat"}, ["sp-2"]),
        ({"packs": (PackId("dk.en.anden"),)}, []),
        ({"state": State.KNOWN}, []),
        ({"state": State.PAUSED}, []),
        ({"state": State.FAILING}, []),
    ],
)
def test_what_is_wanted_is_found(
    finder: Finder, wanted: dict[str, object], expected: list[str]
) -> None:
    assert found_keys(finder, **wanted) == expected


def test_a_note_is_found(finder: Finder) -> None:
    finder.set_note(number_of(finder, "sp-3"), "Husk flåden")
    assert found_keys(finder, text="flaade") == ["sp-3"]


def test_what_is_written_meanwhile_is_seen(bank: Bank, finder: Finder) -> None:
    assert found_keys(finder, state=State.NEW) == ["kort-1", "sp-2", "sp-1", "sp-3"]
    answered(bank, "sp-2")
    assert found_keys(finder, state=State.NEW) == ["kort-1", "sp-1", "sp-3"]


def test_the_worst_remembered_come_first_and_the_new_last(bank: Bank, finder: Finder) -> None:
    answered(bank, "sp-1", Given(at=MONDAY - timedelta(days=40)))
    answered(bank, "sp-3", Given(at=MONDAY - timedelta(days=1)))
    rows = finder.hits(finder.find(Wanted(order=Order.RECALL)).questions)
    assert [row.cards[0].question for row in rows][:2] == ["sp-1", "sp-3"]
    recalls = [row.recall for row in rows if row.recall is not None]
    assert recalls == sorted(recalls)


def test_the_order_can_be_turned_round_with_the_new_last_all_the_same(
    bank: Bank, finder: Finder
) -> None:
    answered(bank, "sp-1", Given(at=MONDAY - timedelta(days=40)))
    answered(bank, "sp-3", Given(at=MONDAY - timedelta(days=1)))
    wanted = Wanted(order=Order.RECALL, is_descending=True)
    assert keys(finder, finder.find(wanted))[:2] == ["sp-3", "sp-1"]


def test_getting_ready_ends(finder: Finder) -> None:
    assert finder.get_ready(3)
    assert not finder.get_ready(3)


def test_the_past_is_told_newest_first_with_what_was_written(bank: Bank, finder: Finder) -> None:
    past = MONDAY - timedelta(days=3)
    answered(bank, "sp-3", Given(outcome=Outcome.WRONG, at=past, answer="Mukden"))
    answered(bank, "sp-3", Given(answer="Port Arthur"))
    shown = detail(finder, "sp-3").past
    assert [(one.written, one.outcome) for one in shown] == [
        ("Port Arthur", Outcome.CORRECT),
        ("Mukden", Outcome.WRONG),
    ]


def test_practice_is_told_as_practice(bank: Bank, finder: Finder) -> None:
    answered(bank, "sp-3", Given(mode=Mode.PRACTICE))
    assert detail(finder, "sp-3").past[0].is_practice


def test_a_turned_card_tells_its_rating(bank: Bank, finder: Finder) -> None:
    answered(bank, "kort-1", Given(answer=3, rating=Rating.GOOD), slot="forside")
    assert [(one.written, one.rating) for one in detail(finder, "kort-1").past] == [("", 3)]


def test_paused_questions_are_found_as_paused_alone(finder: Finder) -> None:
    finder.pause([number_of(finder, "sp-1"), number_of(finder, "kort-1")])
    assert found_keys(finder, state=State.PAUSED) == ["kort-1", "sp-1"]
    assert found_keys(finder, state=State.NEW) == ["sp-2", "sp-3"]
    assert detail(finder, "sp-1").hit.is_paused


def test_pausing_tells_which_were_not_paused_before(finder: Finder) -> None:
    first, second = number_of(finder, "sp-1"), number_of(finder, "sp-2")
    assert finder.pause([first]) == (first,)
    assert finder.pause([first, second]) == (second,)


def test_pausing_keeps_the_note(finder: Finder) -> None:
    number = number_of(finder, "sp-1")
    finder.set_note(number, "En note")
    finder.pause([number])
    assert detail(finder, "sp-1").note == "En note"


def test_resuming_takes_them_in_again(finder: Finder) -> None:
    number = number_of(finder, "sp-1")
    finder.pause([number])
    finder.resume([number])
    assert not detail(finder, "sp-1").hit.is_paused


def test_a_reset_question_is_new_and_its_answers_are_kept(bank: Bank, finder: Finder) -> None:
    answered(bank, "sp-1")
    finder.reset([number_of(finder, "sp-1")])
    shown = detail(finder, "sp-1")
    assert shown.hit.recall is None
    assert shown.hit.days_until is None
    assert len(shown.past) == 1


def test_a_reset_taken_back_leaves_memory_as_it_was(bank: Bank, finder: Finder) -> None:
    answered(bank, "sp-1")
    before = detail(finder, "sp-1").hit
    done = finder.reset([before.question])
    finder.take_back(done)
    assert detail(finder, "sp-1").hit == before


def test_setting_a_note_returns_the_one_before(finder: Finder) -> None:
    number = number_of(finder, "sp-1")
    assert finder.set_note(number, " Først ") == ""
    assert finder.set_note(number, "") == "Først"
    assert detail(finder, "sp-1").note == ""


def test_a_removed_pack_is_gone(bank: Bank, finder: Finder) -> None:
    remove_pack(bank, PACK, MONDAY)
    assert finder.find(Wanted()) == Found(wanted=Wanted(), questions=(), total=0)


def test_marks_in_a_model_answer_and_an_explanation_are_not_read_out(tmp_path: Path) -> None:
    bank = a_bank(tmp_path / "andre")
    fields = {"type": "åbent", "svar": None, "modelsvar": "Fordi *hæren* var stor."}
    pack = a_pack(a_question("sp-1", forklaring="Se **kortet**.", **fields))
    install_pack(bank, pack, MONDAY, DAY)
    shown = detail(Finder(bank, a_clock()), "sp-1")
    assert (shown.answer, shown.explanation) == ("Fordi hæren var stor.", "Se kortet.")
    bank.close()


def test_choices_name_packs_and_topics(finder: Finder) -> None:
    choices = finder.choices()
    assert choices.packs == ((PACK, "Krige"),)
    assert choices.topics == ("Byer/Århus",)
