"""A class of thirty, each with a history of her own, gets five versions of one pack.

The teacher mends spelling, changes answers, splits a question, takes one out, brings it back and
turns the order around. Nobody loses an answer, what comes again is what changed, the preview said
so, and taking everything back leaves every row as it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final

import pytest

from quizapp.bank.bank import Bank
from quizapp.bank.values import CardMemory
from quizapp.base.ids import QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.library.install import Installed, install_pack, survey, undo_installation
from quizapp.packs.editions import pack_content_sha
from quizapp.questions.cards import slots_of
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Pack
from quizapp.questions.stored import read_stored
from quizapp.scheduling.day import study_day
from quizapp.scheduling.memory import Phase
from quizapp.upkeep.replay import replay
from tests.builders import (
    LOG,
    MONDAY,
    PACK,
    Given,
    a_bank,
    a_choice,
    a_flashcard,
    a_pack,
    a_question,
    answer_card,
    card_id,
    difference,
    next_version,
    rows_of,
)

LEARNERS: Final = 30
# Retracted events stay in the log, and so do the revisions they name.
NOT_COMPARED: Final = LOG | {"revision"}
CHANGED: Final[Mapping[int, frozenset[str]]] = {
    2: frozenset(),
    3: frozenset({"sp-2", "sp-3"}),
    4: frozenset({"sp-4"}),
    5: frozenset({"sp-2"}),
}
"""By version, the questions whose right answer the teacher changed."""


def first_version() -> Pack:
    terms = [a_question(f"sp-{number}", emner=["Krige"]) for number in range(1, 7)]
    return a_pack(*terms, a_choice("valg-1"), a_flashcard("kort-1"))


def versions() -> Sequence[Pack]:
    """Return five versions, each naming the one it was built from."""
    found = [first_version()]
    for change in (mend_spelling, change_two_answers, split_one, bring_back_and_turn):
        before = found[-1]
        questions = change({question.id: question for question in before.questions})
        found.append(next_version(before, *questions, previous=pack_content_sha(before)))
    return found


def mend_spelling(was: Mapping[QuestionId, Question]) -> list[Question]:
    mended = a_question(
        "sp-1", spørgsmål="Hvad hedder sp-1?", hint="Begynder med S", emner=["Krige"]
    )
    return [mended, *(one for one in was.values() if one.id != "sp-1")]


def change_two_answers(was: Mapping[QuestionId, Question]) -> list[Question]:
    """Change the answers of two, and take the sixth out."""
    others = [one for one in was.values() if one.id not in {"sp-2", "sp-3", "sp-6"}]
    return [*others, a_question("sp-2", svar="1864"), a_question("sp-3", svar="Christian 9.")]


def split_one(was: Mapping[QuestionId, Question]) -> list[Question]:
    """Split the fourth: it keeps its id and half its answer, the other half is new."""
    others = [one for one in was.values() if one.id != "sp-4"]
    halves = (a_question("sp-4", svar="Den ene del"), a_question("sp-4b", svar="Den anden del"))
    return [*others, *halves]


def bring_back_and_turn(was: Mapping[QuestionId, Question]) -> list[Question]:
    others = [one for one in reversed([*was.values()]) if one.id != "sp-2"]
    back = a_question("sp-6", emner=["Krige"])
    return [a_question("sp-2", svar="1865"), *others, back]


def study(bank: Bank, pack: Pack, random: Random, day: int) -> int:
    """Answer some of the questions, some of them wrong; returns how many."""
    chosen = [one for one in pack.questions if random.random() < 0.7]
    at = MONDAY + timedelta(days=day)
    with bank.transaction() as tx:
        for question in chosen:
            outcome = random.choice(
                [Outcome.CORRECT, Outcome.CORRECT, Outcome.ALMOST, Outcome.WRONG]
            )
            card = card_id(tx, question.id, slots_of(question)[0])
            answer_card(tx, card, Given(at=at, outcome=outcome))
    return len(chosen)


def memories(bank: Bank) -> dict[str, CardMemory]:
    with bank.read() as reader:
        record = reader.pack(PACK)
        assert record is not None
        rows = reader.questions_of(record.pack_id)
        return {
            row.key: reader.memory(card_id(reader, row.key, slots_of(read_stored(row.body))[0]))
            for row in rows
        }


def check_memories(before: dict[str, CardMemory], after: dict[str, CardMemory], pack: Pack) -> None:
    """Only what changed its answer and was begun has lost its memory, and it is due now."""
    for key, memory in before.items():
        is_begun = memory.state.phase != Phase.NEW or memory.due_day is not None
        is_changed = key in CHANGED[pack.manifest.version]
        if is_begun and is_changed:
            assert (after[key].state.phase, after[key].due_day) == (Phase.NEW, day_of(pack))
        else:
            assert after[key].state == memory.state
            assert after[key].due_day == memory.due_day


def day_of(pack: Pack) -> int:
    return study_day(MONDAY + timedelta(days=7 * pack.manifest.version))


def update(bank: Bank, pack: Pack) -> Installed:
    at = MONDAY + timedelta(days=7 * pack.manifest.version)
    foreseen = survey(bank, pack)
    done = install_pack(bank, pack, at, day_of(pack))
    told = [one.effect for one in foreseen.foreseen.changes]
    for effect, count in (
        ("new", done.new),
        ("changed", done.changed),
        ("retested", done.retested),
        ("removed", done.removed),
        ("returned", done.returned),
    ):
        assert told.count(effect) == getattr(foreseen.figures, effect) == count
    changed = {
        one.after.id for one in foreseen.foreseen.changes if one.effect == "retested" and one.after
    }
    assert changed == CHANGED[pack.manifest.version]
    return done


@pytest.fixture(params=range(LEARNERS))
def learner(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Bank, Random]]:
    with closing(a_bank(tmp_path, seed=request.param)) as bank:
        bank.pragma("synchronous = OFF")
        yield bank, Random(request.param)


def test_a_learner_of_the_class_loses_nothing(learner: tuple[Bank, Random]) -> None:
    bank, random = learner
    first, *later = versions()
    install_pack(bank, first, MONDAY, study_day(MONDAY))
    answers = study(bank, first, random, 0) + study(bank, first, random, 3)
    for pack in later:
        before = memories(bank)
        update(bank, pack)
        check_memories(before, memories(bank), pack)
        answers += study(bank, pack, random, 7 * pack.manifest.version + 1)
    with bank.read() as reader:
        assert reader.log_size()[1] == answers
    assert replay(bank, check_only=True).changed == 0


def test_the_whole_of_it_is_taken_back(learner: tuple[Bank, Random]) -> None:
    bank, random = learner
    first, *later = versions()
    install_pack(bank, first, MONDAY, study_day(MONDAY))
    study(bank, first, random, 0)
    undoable = []
    for pack in later:
        before = rows_of(bank.path, NOT_COMPARED)
        undoable.append((update(bank, pack).installation, before))
    for installation, before in reversed(undoable):
        assert installation is not None
        undo_installation(bank, installation, MONDAY + timedelta(days=60))
        assert difference(before, rows_of(bank.path, NOT_COMPARED)) == {}
