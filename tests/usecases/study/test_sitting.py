"""A sitting on a real bank: what is asked, stored, taken back, and what the fold says of it."""

from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.base.errors import MisuseError
from quizapp.base.ids import PackId
from quizapp.library.install import install_pack
from quizapp.questions.answer_form import right_answer
from quizapp.questions.answers import Picked, Rated, Typed, TypedList, WrittenAndRated
from quizapp.questions.kinds import Choice, Flashcard, Open
from quizapp.questions.pack import Pack
from quizapp.scheduling.day import study_day
from quizapp.scheduling.memory import Mode
from quizapp.study.desk import Desk
from quizapp.study.flow import Asking, Finished, Judged
from quizapp.study.plan import Plan
from quizapp.study.recording import Given
from quizapp.study.sitting import NoHintError, NothingToUndoError, Sitting, SittingError
from quizapp.upkeep.replay import replay
from tests.builders import (
    LOG,
    MONDAY,
    PACK,
    a_bank,
    a_choice,
    a_clock,
    a_flashcard,
    a_pack,
    a_question,
    difference,
    rows_of,
)


def eight_questions() -> Pack:
    return a_pack(
        a_question("a", hint="Begynder med S", emner=["krig"]),
        a_question("b", kategori="person"),
        a_question("c", type="dato", svar="5. september 1905", nøjagtighed="dag"),
        a_question("d", type="tal", svar="60.000", tolerance="5 %"),
        a_choice("e"),
        a_flashcard("f", **{"begge veje": True}),
        a_question("g", type="liste", svar=["Rusland", "Japan"]),
        a_question("h", type="åbent", svar=None, modelsvar="Fordi."),
    )


def a_desk(folder: Path, pack: Pack | None = None) -> tuple[Desk, Bank, FixedClock]:
    clock = a_clock()
    bank = a_bank(folder, clock)
    install_pack(bank, pack or eight_questions(), MONDAY, study_day(MONDAY))
    return Desk(bank, clock), bank, clock


def asking(sitting: Sitting) -> Asking:
    assert isinstance(sitting.state, Asking)
    return sitting.state


def rightly(sitting: Sitting) -> Given:
    return Given(answer=right_answer(asking(sitting).question), elapsed_ms=4000)


def badly(sitting: Sitting) -> Given:
    question = asking(sitting).question
    if isinstance(question, Flashcard):
        return Given(answer=Rated(1))
    if isinstance(question, Open):
        return Given(answer=WrittenAndRated("", 1))
    is_list = isinstance(right_answer(question), TypedList)
    if isinstance(question, Choice):
        return Given(answer=Picked(""))
    return Given(answer=TypedList(()) if is_list else Typed(""))


def test_a_sitting_ends_when_everything_was_right(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan())
    while isinstance(sitting.state, Asking):
        sitting.answer(rightly(sitting))
        sitting.proceed()
    assert isinstance(sitting.state, Finished)
    summary = sitting.state.summary
    # The back of the flashcard waits for another day.
    assert (summary.reviews, summary.missed, summary.elapsed_ms) == (8, (), 32_000)
    assert sum(right for right, _asked in summary.by_category.values()) == 8


def test_progress_stops_at_the_limit(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan(limit=2))
    first = asking(sitting).progress
    assert (first.done, first.total, first.seconds_left) == (0, 2, 30)
    sitting.answer(badly(sitting))
    sitting.proceed()
    second = asking(sitting).progress
    assert (second.done, second.total, second.seconds_left) == (1, 2, 15)


def test_the_category_counts_right_and_asked(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan(categories=("person",)))
    sitting.answer(rightly(sitting))
    assert sitting.stop().summary.by_category == {"person": (1, 1)}


def test_a_text_with_gaps_is_named_by_its_text_at_the_end(tmp_path: Path) -> None:
    cloze = a_question("hul", type="indsæt", spørgsmål=None, svar=None, tekst="Hvor {du} er.")
    desk, _bank, _clock = a_desk(tmp_path, a_pack(cloze))
    sitting = desk.begin(Plan())
    sitting.answer(badly(sitting))
    assert [missed.prompt for missed in sitting.stop().summary.again] == ["Hvor ___ er."]


def test_a_hint_counts_with_the_answer_and_only_where_there_is_one(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    without = desk.begin(Plan(categories=("person",)))
    with pytest.raises(NoHintError):
        without.reveal_hint()
    sitting = desk.begin(Plan(topics=("krig",)))
    assert sitting.reveal_hint().hint == "Begynder med S"
    with_hint = sitting.answer(rightly(sitting)).due_day
    sitting.undo()
    other, _bank2, _clock2 = a_desk(tmp_path / "uden")
    plain = other.begin(Plan(topics=("krig",)))
    assert with_hint <= plain.answer(rightly(plain)).due_day


def test_an_answer_that_was_overruled_moves_the_card_as_a_right_one(tmp_path: Path) -> None:
    desk, bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan(categories=("person",)))
    failed = sitting.answer(badly(sitting))
    assert failed.returns_today
    judged = sitting.overrule()
    assert (judged.is_overruled, judged.returns_today) == (True, False)
    assert judged.due_day >= failed.due_day
    assert sitting.overrule() == judged
    assert replay(bank, check_only=True).changed == 0


def test_undo_takes_back_an_overruled_answer_whole(tmp_path: Path) -> None:
    desk, bank, _clock = a_desk(tmp_path)
    before = rows_of(bank.path, LOG)
    sitting = desk.begin(Plan(categories=("person",)))
    sitting.answer(badly(sitting))
    sitting.overrule()
    sitting.undo()
    assert not difference(before, rows_of(bank.path, LOG))


def test_a_wording_kept_is_right_the_next_time(tmp_path: Path) -> None:
    desk, _bank, clock = a_desk(tmp_path)
    sitting = desk.begin(Plan(categories=("person",)))
    sitting.answer(Given(answer=Typed("Helt andre ord")))
    sitting.overrule()
    assert not sitting.keep_wording().can_keep_wording
    clock.move(days=30)
    again = desk.begin(Plan(categories=("person",)))
    assert again.answer(Given(answer=Typed("helt  andre ord."))).verdict.outcome.word == "correct"


def test_only_an_overruled_wording_can_be_kept(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan(categories=("person",)))
    sitting.answer(Given(answer=Typed("Helt andre ord")))
    with pytest.raises(SittingError):
        sitting.keep_wording()
    assert sitting.overrule().can_keep_wording
    sitting.keep_wording()
    with pytest.raises(SittingError):
        sitting.keep_wording()


def test_a_wording_in_a_list_counts_at_its_place(tmp_path: Path) -> None:
    desk, _bank, clock = a_desk(tmp_path, a_pack(a_question("g", type="liste", svar=["X", "Y"])))
    sitting = desk.begin(Plan())
    sitting.answer(Given(answer=TypedList(("X", "Ypsilon"))))
    sitting.overrule()
    assert not sitting.keep_wording().can_keep_wording
    clock.move(days=30)
    again = desk.begin(Plan())
    judged = again.answer(Given(answer=TypedList(("X", "ypsilon"))))
    assert judged.verdict.outcome.word == "correct"


def test_a_long_answer_is_repeated_only_in_part(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path, a_pack(a_question("a", svar="Kalmarunionen")))
    judged = desk.begin(Plan()).answer(Given(answer=Typed("snak " * 40)))
    assert judged.feedback == f"Det er ikke »{('snak ' * 8)[:39]}…«."


def test_a_pack_may_mark_a_near_day_wrong(tmp_path: Path) -> None:
    question = a_question("c", type="dato", svar="5. september 1905", nøjagtighed="dag")
    near = Given(answer=Typed("6. september 1905"))
    usual, _bank, _clock = a_desk(tmp_path, a_pack(question))
    strict, _bank2, _clock2 = a_desk(
        tmp_path / "streng", a_pack(question, marking="en dag ved siden af: nej")
    )
    broken, _bank3, _clock3 = a_desk(tmp_path / "vrøvl", a_pack(question, marking="vrøvl"))
    outcomes = [desk.begin(Plan()).answer(near).verdict.outcome for desk in (usual, strict, broken)]
    assert [outcome.word for outcome in outcomes] == ["almost", "wrong", "almost"]


def test_the_learners_own_switch_holds_in_every_pack(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path, a_pack(a_question("a", svar="Manchuriet")))
    desk.set_preference("dyslexia_friendly", value=True)
    assert desk.begin(Plan()).answer(Given(answer=Typed("Mancuriet"))).verdict.outcome.word == (
        "correct"
    )
    assert desk.marking(PACK).dyslexia_friendly


def test_suspending_takes_every_card_of_the_question_away(tmp_path: Path) -> None:
    desk, _bank, clock = a_desk(tmp_path, a_pack(a_flashcard("f", **{"begge veje": True})))
    desk.begin(Plan()).suspend()
    clock.move(days=400)
    assert isinstance(desk.begin(Plan()).state, Finished)


def test_a_buried_question_comes_back_tomorrow(tmp_path: Path) -> None:
    desk, _bank, clock = a_desk(tmp_path, a_pack(a_question("a")))
    assert isinstance(desk.begin(Plan()).bury(), Finished)
    assert isinstance(desk.begin(Plan()).state, Finished)
    clock.move(days=1)
    assert isinstance(desk.begin(Plan()).state, Asking)


def test_an_answer_can_be_taken_back_after_another_question_was_put_aside(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan())
    sitting.answer(rightly(sitting))
    sitting.proceed()
    aside = asking(sitting).card
    sitting.suspend()
    sitting.undo()
    asked = []
    while isinstance(sitting.state, Asking):
        asked.append(sitting.state.card)
        sitting.answer(rightly(sitting))
        sitting.proceed()
    assert len(asked) == 7
    assert aside not in asked


def test_practice_is_logged_and_leaves_memory_alone(tmp_path: Path) -> None:
    desk, bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan(mode=Mode.PRACTICE))
    memory = rows_of(bank.path)["memory"]
    sitting.answer(rightly(sitting))
    sitting.proceed()
    sitting.answer(badly(sitting))
    sitting.overrule()
    assert rows_of(bank.path)["memory"] == memory
    assert len(rows_of(bank.path)["review"]) == 2


def test_steps_out_of_turn_are_refused(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan())
    with pytest.raises(NothingToUndoError):
        sitting.undo()
    with pytest.raises(SittingError):
        sitting.overrule()
    first = rightly(sitting)
    sitting.answer(first)
    for step in (lambda: sitting.answer(first), sitting.skip, sitting.reveal_hint):
        with pytest.raises(SittingError):
            step()


def test_an_unknown_pack_is_misuse(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    for ask in (desk.begin, desk.due):
        with pytest.raises(MisuseError):
            ask(Plan(packs=(PackId("findes.ikke"),)))


def test_a_report_is_kept_with_the_revision(tmp_path: Path) -> None:
    desk, bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan())
    sitting.report("Årstallet er forkert.")
    assert [row[3] for row in rows_of(bank.path)["report"]] == ["Årstallet er forkert."]


def _answer(sitting: Sitting, clock: FixedClock, *, right: bool) -> None:
    if isinstance(sitting.state, Asking):
        clock.move(seconds=9)
        sitting.answer(rightly(sitting) if right else badly(sitting))


def _act(sitting: Sitting, clock: FixedClock, action: str) -> None:
    match action:
        case "right" | "wrong":
            _answer(sitting, clock, right=action == "right")
        case "proceed":
            sitting.proceed()
        case "undo" if sitting.can_undo:
            sitting.undo()
        case "skip" if isinstance(sitting.state, Asking):
            sitting.skip()
        case "overrule" if isinstance(sitting.state, Judged):
            sitting.overrule()
        case "bury" if isinstance(sitting.state, Asking):
            sitting.bury()
        case _:
            pass


ACTIONS = st.lists(
    st.sampled_from(
        [
            "right",
            "wrong",
            "right",
            "wrong",
            "proceed",
            "proceed",
            "undo",
            "skip",
            "overrule",
            "bury",
            "day",
            "back",
        ]
    ),
    max_size=40,
)


@settings(max_examples=25)
@given(ACTIONS, st.integers(0, 1000))
def test_the_fold_of_the_log_is_the_stored_memory(actions: list[str], seed: int) -> None:
    """Whatever is done, in whatever order, with clocks that jump both ways."""
    random = Random(seed)
    with TemporaryDirectory() as folder:
        desk, bank, clock = a_desk(Path(folder))
        sitting = desk.begin(Plan(seed=seed))
        for action in actions:
            if action in {"day", "back"}:
                clock.at += timedelta(days=random.randint(1, 20)) * (1 if action == "day" else -1)
                sitting = desk.begin(Plan(seed=seed))
            else:
                _act(sitting, clock, action)
        assert replay(bank, check_only=True).changed == 0
        bank.close()


@settings(max_examples=20)
@given(ACTIONS, st.booleans(), st.booleans())
def test_undo_restores_bank_and_queue_exactly(
    actions: list[str], right: bool, overrules: bool
) -> None:
    with TemporaryDirectory() as folder:
        desk, bank, clock = a_desk(Path(folder))
        sitting = desk.begin(Plan(seed=1))
        for action in actions:
            _act(sitting, clock, action)
        sitting.proceed()
        if isinstance(sitting.state, Asking):
            before, state = rows_of(bank.path, LOG), sitting.state
            _answer(sitting, clock, right=right)
            if overrules:
                sitting.overrule()
            sitting.undo()
            assert sitting.state == state
            assert not difference(before, rows_of(bank.path, LOG))
            assert desk.due(Plan()) is not None
        bank.close()
