"""What is installed, what is shipped, and what is wrong with a pack."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.bank.sort_keys import danish_sort_key
from quizapp.base.errors import MisuseError
from quizapp.base.ids import PackId, QuestionId
from quizapp.base.paths import content_folder
from quizapp.library import overview
from quizapp.library.check import check_packs
from quizapp.library.install import install_pack, undo_installation
from quizapp.library.remove import remove_pack
from quizapp.library.shelf import Shelf
from quizapp.library.shipped import install_shipped
from quizapp.library.whole_pack import NotSavedError, whole_pack
from quizapp.packs.quizpack import build_quizpack
from quizapp.packs.writer import write_pack
from quizapp.questions.answer_form import read_answer
from quizapp.scheduling.day import study_day
from tests.builders import (
    MONDAY,
    PACK,
    a_bank,
    a_choice,
    a_clock,
    a_flashcard,
    a_pack,
    a_question,
    answer_card,
    card_id,
    next_version,
    rows_of,
    with_picture,
    with_reading_text,
)
from tests.hostile.folders import a_png

TODAY = study_day(MONDAY)


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    opened = a_bank(tmp_path / "elev")
    yield opened
    opened.close()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder of shipped packs with one pack in it."""
    write_pack(a_pack(), tmp_path / "content" / "krige")
    return tmp_path / "content"


def ship(bank: Bank, content: Path) -> list[PackId]:
    return [done.pack for done in install_shipped(bank, content, MONDAY, TODAY)]


def test_a_new_bank_gets_the_shipped_packs(bank: Bank, content: Path) -> None:
    assert ship(bank, content) == [PACK]
    (pack,) = overview.packs(bank, TODAY)
    assert (pack.source, pack.questions, pack.new, pack.due) == ("shipped", 3, 3, 0)
    assert (pack.title, pack.version, pack.license) == ("Krige", 1, "CC-BY-SA-4.0")


def test_shipped_packs_are_looked_at_once(bank: Bank, content: Path) -> None:
    ship(bank, content)
    before = rows_of(bank.path)
    assert ship(bank, content) == []
    assert rows_of(bank.path) == before


def test_a_shipped_pack_that_changed_is_updated(bank: Bank, content: Path) -> None:
    ship(bank, content)
    write_pack(next_version(a_pack(), a_question("sp-9")), content / "krige")
    ship(bank, content)
    assert overview.packs(bank, TODAY)[0].version == 2


def test_a_shipped_pack_whose_file_was_only_touched_is_left_alone(
    bank: Bank, content: Path
) -> None:
    ship(bank, content)
    os.utime(content / "krige" / "pakke.yaml", (1, 1))
    (done,) = install_shipped(bank, content, MONDAY, TODAY)
    assert done.installation is None


def test_a_shipped_pack_that_was_removed_stays_removed(bank: Bank, content: Path) -> None:
    ship(bank, content)
    remove_pack(bank, PACK, MONDAY)
    write_pack(next_version(a_pack(), a_question("sp-9")), content / "krige")
    assert ship(bank, content) == []
    assert overview.packs(bank, TODAY) == []


def test_a_newer_pack_of_the_learners_is_not_taken_back(bank: Bank, content: Path) -> None:
    pack = a_pack()
    install_pack(bank, next_version(pack, *pack.questions, version=7), MONDAY, TODAY)
    assert ship(bank, content) == []
    assert overview.packs(bank, TODAY)[0].version == 7


def test_a_shipped_pack_that_is_broken_keeps_nobody_out(bank: Bank, content: Path) -> None:
    (content / "krige" / "pakke.yaml").write_text("pakke: [", encoding="utf-8")
    assert ship(bank, content) == []


def test_without_shipped_packs_there_are_none(bank: Bank, tmp_path: Path) -> None:
    assert ship(bank, tmp_path / "væk") == []
    (tmp_path / "tom").mkdir()
    assert ship(bank, tmp_path / "tom") == []


def test_the_shipped_packs_install(bank: Bank) -> None:
    assert ship(bank, content_folder())
    for pack in overview.packs(bank, TODAY):
        for question in overview.questions(bank, pack.id):
            read_answer(question.kind, question.answer)


def test_questions_are_listed_with_answer_and_cards(bank: Bank) -> None:
    card = a_flashcard("kort-1", **{"begge veje": True})
    pack = a_pack(a_question("sp-1", emner=["Krige"], læs="afsnit-1"), a_choice("valg-1"), card)
    install_pack(bank, with_reading_text(pack, "Et afsnit"), MONDAY, TODAY)
    term, choice, flashcard = overview.questions(bank, PACK)
    assert (term.answer, term.options, term.topics) == ("Svar på sp-1", (), ("Krige",))
    assert (term.passage, term.rev, term.basis.value) == ("afsnit-1", 1, "tekst")
    assert (choice.answer, choice.options) == ("Ja", ("Ja", "Nej", "Måske"))
    assert flashcard.answer == 3
    assert [str(key) for key in flashcard.cards] == [
        f"{PACK}/kort-1#forside",
        f"{PACK}/kort-1#bagside",
    ]


def test_a_text_with_gaps_is_listed_by_its_text(bank: Bank) -> None:
    cloze = a_question("hul", type="indsæt", spørgsmål=None, svar=None, tekst="Hvor {du} er.")
    install_pack(bank, a_pack(cloze), MONDAY, TODAY)
    (listed,) = overview.questions(bank, PACK)
    assert listed.prompt == "Hvor ___ er."


def test_several_right_options_come_first(bank: Bank) -> None:
    several = a_question(
        "flere-1", type="flervalg", svar=None, rigtige=["Skåne", "Halland"], forkerte=["Slesvig"]
    )
    install_pack(bank, a_pack(several), MONDAY, TODAY)
    (question,) = overview.questions(bank, PACK)
    assert question.options == ("Skåne", "Halland", "Slesvig")


def test_what_a_pack_says_of_itself_is_kept(bank: Bank) -> None:
    install_pack(bank, a_pack(subject="Historie", level="stx B"), MONDAY, TODAY)
    said = whole_pack(bank, PACK).manifest
    assert (said.subject, said.level, said.authors[0].name) == (
        "Historie",
        "stx B",
        "Historiefaggruppen",
    )


def test_an_unknown_pack_is_a_misuse(bank: Bank) -> None:
    with pytest.raises(MisuseError) as caught:
        overview.questions(bank, PackId("ingen"))
    assert caught.value.exit_code == 2


def test_a_pack_without_cards_has_nothing_due(bank: Bank) -> None:
    pack = a_pack()
    install_pack(bank, pack, MONDAY, TODAY)
    install_pack(bank, replace(next_version(pack), questions=()), MONDAY, TODAY)
    (row,) = overview.packs(bank, TODAY)
    assert (row.questions, row.due, row.new) == (0, 0, 0)


def test_the_shelf_installs_shows_removes_and_undoes(bank: Bank, tmp_path: Path) -> None:
    shelf = Shelf(bank, a_clock())
    write_pack(a_pack(), tmp_path / "pakke")
    assert shelf.preview(tmp_path / "pakke").new == 3
    assert shelf.install(tmp_path / "pakke").new == 3
    assert shelf.question(PACK, QuestionId("sp-2")).prompt == "Hvad er sp-2?"
    with pytest.raises(MisuseError):
        shelf.question(PACK, QuestionId("sp-99"))
    with pytest.raises(MisuseError):
        shelf.question(PackId("ingen"), QuestionId("sp-1"))
    assert len(shelf.questions(PACK)) == 3
    removal = shelf.remove(PACK)
    assert shelf.packs() == []
    assert shelf.undo(removal).packs
    assert [pack.id for pack in shelf.packs()] == [PACK]


def test_a_clean_pack_has_no_problems(content: Path) -> None:
    checked = check_packs([content / "krige"])
    assert not checked.has_errors
    assert checked.questions == 3


def test_a_folder_of_packs_is_checked_pack_by_pack(content: Path) -> None:
    write_pack(a_pack(id=PackId("dk.eksempel.to")), content / "to")
    assert check_packs([content]).questions == 6


def test_every_mistake_is_listed(content: Path) -> None:
    file = content / "krige" / "pakke.yaml"
    file.write_text(file.read_text("utf-8").replace("type: skriv", "type: skrive"), "utf-8")
    checked = check_packs([content])
    assert checked.has_errors
    assert len(checked.problems) >= 3


def test_a_path_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert check_packs([tmp_path / "væk"]).has_errors


@pytest.mark.parametrize(
    ("first", "second"),
    [("zebra", "æble"), ("æble", "øl"), ("øl", "år"), ("Abe", "bil")],
)
def test_danish_letters_come_last(first: str, second: str) -> None:
    assert danish_sort_key(first) < danish_sort_key(second)


def test_undo_of_a_shipped_pack_holds(bank: Bank, content: Path) -> None:
    (done,) = install_shipped(bank, content, MONDAY, TODAY)
    assert done.installation is not None
    undo_installation(bank, done.installation, MONDAY)
    assert ship(bank, content) == []


def test_answers_to_a_shipped_pack_survive_its_update(bank: Bank, content: Path) -> None:
    ship(bank, content)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
        before = tx.memory(card_id(tx, "sp-1"))
    pack = a_pack()
    write_pack(next_version(pack, *pack.questions, a_question("sp-9")), content / "krige")
    ship(bank, content)
    with bank.read() as reader:
        assert reader.memory(card_id(reader, "sp-1")) == before


def test_an_installed_pack_is_shared_as_the_file_it_came_from(bank: Bank, tmp_path: Path) -> None:
    pack = with_reading_text(a_pack(a_question("sp-1", billede="a.png")), "Et afsnit.")
    pack = with_picture(pack, "a.png", a_png(2, 2))
    install_pack(bank, pack, MONDAY, TODAY)
    shelf = Shelf(bank, a_clock())
    assert shelf.whole(PACK) == pack
    assert shelf.save(PACK, tmp_path / "krige") == ()
    assert (tmp_path / "krige.quizpack").read_bytes() == build_quizpack(pack)
    assert shelf.save(PACK, tmp_path / "krige.xlsx") == ("media",)
    with pytest.raises(NotSavedError, match="kan ikke gemmes"):
        shelf.save(PACK, tmp_path / "krige.xlsx" / "a.csv")


def test_the_newest_change_of_a_pack_is_known(bank: Bank) -> None:
    shelf = Shelf(bank, a_clock())
    assert shelf.newest_change(PACK) is None
    pack = a_pack()
    done = install_pack(bank, pack, MONDAY, TODAY)
    change = shelf.newest_change(PACK)
    assert change is not None
    assert (change.installation, change.is_first) == (done.installation, True)
    install_pack(bank, next_version(pack, a_question("sp-9")), MONDAY, TODAY)
    change = shelf.newest_change(PACK)
    assert change is not None
    assert not change.is_first
