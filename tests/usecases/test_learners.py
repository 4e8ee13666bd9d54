"""Several learners on one computer: named, put aside whole, asked for at the start."""

import sys
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.base.paths import DataPaths
from quizapp.library.install import install_pack
from quizapp.scheduling.day import study_day
from quizapp.upkeep.learners import (
    REMOVED,
    LearnerNameError,
    asks_at_start,
    bring_back,
    choose_learner,
    count_answers_of,
    create_learner,
    last_learner,
    list_learners,
    name_shown,
    remove_learner,
    rename_learner,
    set_asks_at_start,
    wishes_to_be_asked,
)
from tests.builders import MONDAY, a_bank, a_pack, answer_card, card_id

STAMP = f"{datetime(2026, 11, 23):%Y-%m-%d}"  # noqa: DTZ001 - only a name


@pytest.fixture
def data(tmp_path: Path) -> DataPaths:
    return DataPaths(tmp_path)


def names(data: DataPaths) -> list[str]:
    return [learner.shown for learner in list_learners(data)]


def test_another_name_moves_no_folder(data: DataPaths) -> None:
    learner = create_learner(data, "Mig")
    renamed = rename_learner(data, learner, "Freja")
    assert renamed.shown == "Freja"
    assert renamed.paths == learner.paths
    assert names(data) == ["Freja"]
    assert name_shown(data, "Mig") == "Freja"


def test_two_learners_are_never_called_the_same(data: DataPaths) -> None:
    create_learner(data, "Bo")
    other = create_learner(data, "Mig")
    with pytest.raises(LearnerNameError):
        rename_learner(data, other, "bo")
    rename_learner(data, other, "Freja")
    with pytest.raises(LearnerNameError):
        create_learner(data, "Freja")


def test_a_learner_may_be_called_what_she_is_called(data: DataPaths) -> None:
    learner = create_learner(data, "Bo")
    assert rename_learner(data, learner, "Bo").shown == "Bo"


def test_who_was_opened_last_is_remembered_beside_the_names(data: DataPaths) -> None:
    learner = create_learner(data, "Bo")
    create_learner(data, "Anna")
    choose_learner(data, learner)
    rename_learner(data, learner, "Bodil")
    assert last_learner(data).shown == "Bodil"


def test_a_removed_learner_is_put_aside_whole(data: DataPaths) -> None:
    learner = create_learner(data, "Bo")
    learner.paths.bank.write_text("svar", encoding="utf-8")
    aside = remove_learner(data, learner, STAMP)
    assert names(data) == []
    assert aside.parent == data.root / REMOVED
    assert (aside / learner.paths.bank.name).read_text(encoding="utf-8") == "svar"


def test_the_name_of_a_removed_learner_is_free(data: DataPaths) -> None:
    learner = rename_learner(data, create_learner(data, "Mig"), "Freja")
    remove_learner(data, learner, STAMP)
    assert create_learner(data, "Mig").shown == "Mig"


def test_answers_are_counted(data: DataPaths) -> None:
    learner = create_learner(data, "Bo")
    assert count_answers_of(learner) == 0
    bank = a_bank(learner.paths.folder)
    install_pack(bank, a_pack(), MONDAY, study_day(MONDAY))
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    assert count_answers_of(learner) == 1
    bank.close()


def test_a_file_that_is_no_bank_holds_no_answers(data: DataPaths) -> None:
    learner = create_learner(data, "Bo")
    learner.paths.bank.write_text("ikke en bank", encoding="utf-8")
    assert count_answers_of(learner) == 0


def test_one_learner_is_never_asked_who_she_is(data: DataPaths) -> None:
    create_learner(data, "Bo")
    assert not asks_at_start(data)


def test_several_are_asked_unless_they_wish_otherwise(data: DataPaths) -> None:
    create_learner(data, "Bo")
    create_learner(data, "Anna")
    assert asks_at_start(data)
    set_asks_at_start(data, asks=False)
    assert not asks_at_start(data)
    assert not wishes_to_be_asked(data)


def test_a_removed_learner_comes_back_under_her_own_name(data: DataPaths) -> None:
    learner = rename_learner(data, create_learner(data, "Mig"), "Freja")
    aside = remove_learner(data, learner, STAMP)
    bring_back(learner, data, aside)
    assert names(data) == ["Freja"]
    assert not aside.exists()


def test_nobody_comes_back_under_a_name_that_is_taken(data: DataPaths) -> None:
    learner = create_learner(data, "Freja")
    aside = remove_learner(data, learner, STAMP)
    create_learner(data, "freja")
    with pytest.raises(LearnerNameError):
        bring_back(learner, data, aside)
    assert aside.exists()


def test_a_learner_who_was_never_renamed_comes_back(data: DataPaths) -> None:
    learner = create_learner(data, "Freja")
    bring_back(learner, data, remove_learner(data, learner, STAMP))
    assert names(data) == ["Freja"]


ODD_NAMES = ("x\ny=z:#é% ?", "a=b", "[læs]", " mellemrum ", "a\udcffb", "#Bo", "Åse;")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no folder can be called so")
@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_folder_that_was_made_by_hand_can_be_a_learners(data: DataPaths, name: str) -> None:
    create_learner(data, "Mig")
    data.learner(name).folder.mkdir()
    (learner,) = (one for one in list_learners(data) if one.name == name)
    choose_learner(data, learner)
    assert last_learner(data).name == name
    rename_learner(data, learner, "Freja")
    assert name_shown(data, name) == "Freja"
    assert last_learner(data).name == name
    assert sorted(names(data)) == ["Freja", "Mig"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no folder can be called so")
def test_a_name_that_is_no_text_can_be_shown(data: DataPaths) -> None:
    data.learner("a\udcffb").folder.mkdir(parents=True)
    assert names(data) == ["a?b"]
    assert name_shown(data, "a\udcffb") == "a?b"


def test_a_thousand_learners_are_listed_with_one_look_at_the_settings(
    data: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1000):
        data.learner(f"Elev {number}").folder.mkdir(parents=True)
    read = Path.open
    opened: list[Path] = []

    def counted(path: Path, *arguments: object, **words: object) -> object:
        opened.append(path)
        return read(path, *arguments, **words)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", counted)
    assert len(list_learners(data)) == 1000
    assert len(opened) <= 1
