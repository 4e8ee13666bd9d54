"""What becomes of a learner's progress when an installation is undone or a pack is removed."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from quizapp.bank.bank import Bank
from quizapp.bank.values import Held
from quizapp.base.errors import MisuseError
from quizapp.base.ids import PackId
from quizapp.grading.verdict import Outcome
from quizapp.library import overview
from quizapp.library.install import (
    InstallationGoneError,
    undo_installation,
)
from quizapp.library.remove import remove_pack
from quizapp.questions.pack import Pack
from quizapp.upkeep.doctor import examine
from tests.builders import (
    LOG,
    PACK,
    Given,
    a_flashcard,
    a_pack,
    a_question,
    answer_card,
    card_id,
    difference,
    next_version,
    rows_of,
    with_picture,
    with_reading_text,
)
from tests.usecases.progress import LATER, TODAY, answer, counts, install, memory


def everything_happens(pack: Pack) -> Pack:
    """Return a version in which a question is new, changed, retested, reset, gone and moved."""
    first, _second, third, fourth, card = pack.questions
    version = next_version(
        pack,
        a_question("sp-9", emner=["Nyt"]),
        replace(first, hint="h", topics=("Andet",)),
        replace(third, reset=True),
        a_question(fourth.id, svar="Nyt", kategori="sted"),
        a_flashcard(card.id, **{"begge veje": True}),
        title="Krige og fred",
    )
    return with_picture(with_reading_text(version, "To", "Afsnit"), "nyt.png", b"nyt")


def a_varied_pack() -> Pack:
    questions = [a_question(f"sp-{number}", emner=["Krige"]) for number in range(1, 5)]
    pack = a_pack(*questions, a_flashcard("kort-1"))
    return with_picture(with_reading_text(pack, "Et"), "kort.png", b"png")


def test_undo_of_an_update_restores_everything(bank: Bank) -> None:
    pack = a_varied_pack()
    install(bank, pack)
    answer(bank, "sp-1", "sp-2", "sp-3", "sp-4")
    # Events that were taken back stay in the log, and so does the revision they name.
    log = LOG | {"revision"}
    before = rows_of(bank.path, log)
    done = install(bank, everything_happens(pack))
    assert counts(done) == {
        "new": 1,
        "changed": 2,
        "retested": 1,
        "restarted": 1,
        "removed": 1,
    }
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    assert difference(before, rows_of(bank.path, log)) == {}
    assert all(finding.ok for finding in examine(bank, LATER, TODAY + 5))


def test_undo_of_a_first_installation_leaves_no_pack(bank: Bank) -> None:
    before = rows_of(bank.path, LOG)
    done = install(bank, a_varied_pack())
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    assert difference(before, rows_of(bank.path, LOG)) == {}


def test_undo_keeps_questions_that_were_answered_meanwhile(bank: Bank) -> None:
    done = install(bank, a_pack())
    answer(bank, "sp-1")
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    assert memory(bank, "sp-1").held == Held.HIDDEN
    assert overview.packs(bank, TODAY) == []
    assert len(rows_of(bank.path)["question"]) == 1
    again = install(bank, a_pack())
    assert counts(again) == {"new": 2, "returned": 1}
    assert memory(bank, "sp-1").state.reps == 1


def test_undo_keeps_cards_that_were_answered_meanwhile(bank: Bank) -> None:
    one = a_pack(a_flashcard("kort-1"))
    install(bank, one)
    done = install(bank, next_version(one, a_flashcard("kort-1", **{"begge veje": True})))
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "kort-1", "bagside"))
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    assert memory(bank, "kort-1", "bagside").held == Held.HIDDEN
    assert all(finding.ok for finding in examine(bank, LATER, TODAY + 5))


def test_answers_given_after_an_update_survive_its_undo(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    done = install(bank, next_version(pack, a_question("sp-1", svar="Nyt"), *pack.questions[1:]))
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"), Given(at=LATER, outcome=Outcome.WRONG))
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    assert memory(bank, "sp-1").state.reps == 2
    assert all(finding.ok for finding in examine(bank, LATER, TODAY + 5))


def test_an_installation_is_undone_once(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    done = install(bank, next_version(pack, a_question("sp-9")))
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    with pytest.raises(InstallationGoneError, match="kan ikke fortrydes"):
        undo_installation(bank, done.installation, LATER)


def test_only_the_newest_installation_is_undone(bank: Bank) -> None:
    pack = a_pack()
    first = install(bank, pack)
    install(bank, next_version(pack, a_question("sp-9")))
    assert first.installation is not None
    with pytest.raises(InstallationGoneError):
        undo_installation(bank, first.installation, LATER)


def test_an_unknown_installation_is_not_undone(bank: Bank) -> None:
    with pytest.raises(InstallationGoneError):
        undo_installation(bank, 77, LATER)


def test_installations_are_undone_one_after_the_other(bank: Bank) -> None:
    pack = a_varied_pack()
    empty = rows_of(bank.path, LOG)
    first = install(bank, pack)
    one = rows_of(bank.path, LOG)
    second = install(bank, everything_happens(pack))
    assert first.installation is not None
    assert second.installation is not None
    undo_installation(bank, second.installation, LATER)
    assert difference(one, rows_of(bank.path, LOG)) == {}
    undo_installation(bank, first.installation, LATER)
    assert difference(empty, rows_of(bank.path, LOG)) == {}


def test_a_removed_pack_is_out_of_sight_and_its_answers_stay(bank: Bank) -> None:
    install(bank, a_pack())
    answer(bank, "sp-1")
    remove_pack(bank, PACK, LATER)
    assert overview.packs(bank, TODAY) == []
    with pytest.raises(MisuseError, match="Der er ingen pakke"):
        overview.questions(bank, PACK)
    with bank.read() as reader:
        assert len(list(reader.log())) == 1
        assert reader.due_cards(TODAY + 400) == []
        assert reader.new_cards(10) == []


def test_removing_is_undone(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    install(bank, next_version(pack, *pack.questions[1:]))
    before = rows_of(bank.path, LOG)
    undo_installation(bank, remove_pack(bank, PACK, LATER), LATER)
    assert difference(before, rows_of(bank.path, LOG)) == {}


def test_a_removed_pack_comes_back_with_what_was_learnt(bank: Bank) -> None:
    install(bank, a_pack())
    answer(bank, "sp-1")
    before = memory(bank, "sp-1")
    remove_pack(bank, PACK, LATER)
    assert counts(install(bank, a_pack())) == {"returned": 3}
    assert memory(bank, "sp-1") == before


def test_a_pack_that_is_not_there_is_not_removed(bank: Bank) -> None:
    with pytest.raises(MisuseError):
        remove_pack(bank, PackId("ingen"), LATER)


def with_a_map(bank: Bank) -> int:
    """Install a pack with a map, then a version without one; return the latter's installation."""
    install(bank, with_picture(a_pack(), "kort.png", b"kort"))
    done = install(bank, next_version(a_pack(), *a_pack().questions))
    assert done.installation is not None
    return done.installation


def media_of(bank: Bank) -> list[str]:
    with bank.read() as reader:
        record = reader.pack(PACK)
        assert record is not None
        return list(reader.media_of(record.pack_id))


def test_undoing_one_pack_leaves_the_pictures_that_undoing_another_brings_back(bank: Bank) -> None:
    update = with_a_map(bank)
    other = install(bank, a_pack(a_question("sp-1"), id=PackId("dk.historie.andet")))
    assert other.installation is not None
    undo_installation(bank, other.installation, LATER)
    undo_installation(bank, update, LATER)
    assert media_of(bank) == ["kort.png"]


def test_a_picture_that_an_earlier_version_let_go_does_not_stop_the_undoing(bank: Bank) -> None:
    update = with_a_map(bank)
    with closing(sqlite3.connect(bank.path)) as file, file:
        file.execute("DELETE FROM media")
    undo_installation(bank, update, LATER)
    assert media_of(bank) == []
