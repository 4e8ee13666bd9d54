"""What becomes of a learner's progress when a pack is installed or updated."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.bank.backup_names import Reason, list_backups
from quizapp.bank.bank import Bank
from quizapp.bank.values import Held
from quizapp.library import overview
from quizapp.library.difference import Consent, OlderVersionError, OtherEditionError
from quizapp.library.install import (
    PackRefusedError,
    install_pack,
    preview,
    read_strangers,
    undo_installation,
)
from quizapp.packs.writer import write_pack
from quizapp.scheduling.memory import Phase
from quizapp.upkeep.doctor import examine
from tests.builders import (
    MONDAY,
    PACK,
    a_choice,
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


def test_a_first_installation_makes_everything_new(bank: Bank) -> None:
    done = install(bank, a_pack())
    assert counts(done) == {"new": 3}
    assert done.previous_version is None
    assert memory(bank, "sp-1").state.phase == Phase.NEW


def test_installing_twice_changes_nothing(bank: Bank) -> None:
    pack = with_picture(with_reading_text(a_pack(), "Et afsnit."), "kort.png", b"png")
    install(bank, pack)
    answer(bank, "sp-1")
    before = rows_of(bank.path)
    done = install(bank, pack)
    assert counts(done) == {"unchanged": 3}
    assert done.installation is None
    assert difference(before, rows_of(bank.path)) == {}


def test_a_wording_that_is_corrected_keeps_what_was_learnt(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    before = memory(bank, "sp-1")
    corrected = a_question("sp-1", spørgsmål="Hvad kaldes sp-1?", hint="Begynder med S")
    done = install(bank, next_version(pack, corrected, *pack.questions[1:]))
    assert counts(done) == {"changed": 1, "unchanged": 2}
    assert memory(bank, "sp-1") == before
    with bank.read() as reader:
        asked = reader.question_of(card_id(reader, "sp-1"))
    assert asked.body["spørgsmål"] == "Hvad kaldes sp-1?"


def test_accepted_answers_that_are_added_keep_what_was_learnt(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    before = memory(bank, "sp-1")
    install(bank, next_version(pack, a_question("sp-1", også=["andet"]), *pack.questions[1:]))
    assert memory(bank, "sp-1") == before


def test_an_answer_that_changes_is_due_at_once_and_its_history_stays(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    done = install(bank, next_version(pack, a_question("sp-1", svar="Nyt"), *pack.questions[1:]))
    assert counts(done) == {"retested": 1, "unchanged": 2}
    after = memory(bank, "sp-1")
    assert (after.state.phase, after.due_day) == (Phase.NEW, TODAY + 5)
    with bank.read() as reader:
        assert len(reader.due_cards(TODAY + 5)) == 1
        (review,) = reader.reviews(card_id(reader, "sp-1"))
        assert reader.question_at(review.revision_id)["svar"] == "Svar på sp-1"


def test_only_what_was_begun_is_asked_again(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    changed = [a_question(question.id, svar="Nyt") for question in pack.questions]
    done = install(bank, next_version(pack, *changed))
    assert done.retested == 3
    assert memory(bank, "sp-1").due_day is None


def test_a_type_that_changes_is_due_at_once(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    done = install(bank, next_version(pack, a_choice("sp-1"), *pack.questions[1:]))
    assert done.retested == 1
    assert memory(bank, "sp-1").due_day == TODAY + 5


def test_a_question_the_author_resets_begins_anew(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    reset = a_question("sp-1", nulstil=True)
    second = next_version(pack, reset, *pack.questions[1:])
    assert counts(install(bank, second)) == {"restarted": 1, "unchanged": 2}
    after = memory(bank, "sp-1")
    assert (after.state.phase, after.due_day) == (Phase.NEW, None)


def test_a_reset_that_stays_in_the_file_is_not_repeated(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    reset = a_question("sp-1", nulstil=True)
    second = next_version(pack, reset, *pack.questions[1:])
    install(bank, second)
    answer(bank, "sp-1")
    before = memory(bank, "sp-1")
    mended = a_question("sp-1", nulstil=True, hint="Et hint")
    assert counts(install(bank, next_version(second, mended, *pack.questions[1:]))) == {
        "changed": 1,
        "unchanged": 2,
    }
    assert memory(bank, "sp-1") == before


def test_a_question_that_is_removed_is_hidden_and_its_history_stays(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    done = install(bank, next_version(pack, *pack.questions[1:]))
    assert counts(done) == {"removed": 1, "unchanged": 2}
    assert memory(bank, "sp-1").held == Held.HIDDEN
    assert [question.id for question in overview.questions(bank, PACK)] == ["sp-2", "sp-3"]
    with bank.read() as reader:
        assert len(list(reader.log())) == 1
        assert len(reader.due_cards(TODAY + 400)) == 0


def test_a_question_that_comes_back_brings_what_was_learnt(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    before = memory(bank, "sp-1")
    second = next_version(pack, *pack.questions[1:])
    install(bank, second)
    done = install(bank, next_version(second, *pack.questions))
    assert counts(done) == {"returned": 1, "unchanged": 2}
    assert memory(bank, "sp-1") == before


def test_a_question_that_is_moved_keeps_what_was_learnt(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    before = memory(bank, "sp-1")
    turned = tuple(reversed(pack.questions))
    assert counts(install(bank, next_version(pack, *turned))) == {"unchanged": 3}
    assert memory(bank, "sp-1").state == before.state
    assert [question.id for question in overview.questions(bank, PACK)] == ["sp-3", "sp-2", "sp-1"]


def test_another_category_takes_its_answers_along(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1", "sp-2")
    install(bank, next_version(pack, a_question("sp-1", kategori="sted"), *pack.questions[1:]))
    with bank.read() as reader:
        by_category = {count.category.value: count.n for count in reader.day_counts(TODAY, TODAY)}
    assert by_category == {"sted": 1, "begreb": 1}
    assert all(finding.ok for finding in examine(bank, LATER, TODAY + 5))


def test_a_side_that_vanishes_is_hidden_and_returns_with_its_memory(bank: Bank) -> None:
    both = a_pack(a_flashcard("kort-1", **{"begge veje": True}))
    install(bank, both)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "kort-1", "bagside"))
    before = memory(bank, "kort-1", "bagside")
    one = next_version(both, a_flashcard("kort-1"))
    install(bank, one)
    assert memory(bank, "kort-1", "bagside").held == Held.HIDDEN
    install(bank, next_version(one, *both.questions))
    assert memory(bank, "kort-1", "bagside") == before


def test_a_side_that_is_added_is_new(bank: Bank) -> None:
    one = a_pack(a_flashcard("kort-1"))
    install(bank, one)
    install(bank, next_version(one, a_flashcard("kort-1", **{"begge veje": True})))
    assert memory(bank, "kort-1", "bagside").state.phase == Phase.NEW


def test_the_learners_own_layer_survives_an_update(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    with bank.transaction() as tx:
        number = tx.question_of(card_id(tx, "sp-1")).question_id
        tx.set_note(number, "Husk Bismarck")
        tx.suspend(number, MONDAY)
    install(bank, next_version(pack, a_question("sp-1", svar="Nyt"), *pack.questions[1:]))
    with bank.read() as reader:
        assert reader.note(number) == "Husk Bismarck"
    assert memory(bank, "sp-1").held == Held.SUSPENDED


def test_an_older_version_is_asked_about(bank: Bank) -> None:
    pack = a_pack()
    install(bank, next_version(pack, *pack.questions))
    before = rows_of(bank.path)
    with pytest.raises(OlderVersionError, match="Filen er version 1; du har version 2"):
        install(bank, pack)
    assert difference(before, rows_of(bank.path)) == {}


def test_going_back_to_an_older_version_finds_its_revisions_again(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    install(bank, next_version(pack, a_question("sp-1", hint="h"), *pack.questions[1:]))
    revisions = len(rows_of(bank.path)["revision"])
    install(bank, pack, Consent(allow_older=True))
    assert len(rows_of(bank.path)["revision"]) == revisions
    assert overview.packs(bank, TODAY)[0].version == 1


def test_another_edition_is_asked_about(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    other = next_version(pack, a_question("sp-9"), previous="ff" * 32)
    with pytest.raises(OtherEditionError, match="Den er fra Historiefaggruppen"):
        install(bank, other)
    assert install(bank, other, Consent(allow_other_edition=True)).new == 1


def test_a_version_built_from_ours_is_the_same_edition(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    with bank.read() as reader:
        record = reader.pack(PACK)
    assert record is not None
    install(bank, next_version(pack, a_question("sp-9"), previous=record.content_sha))


def test_whoever_skipped_a_version_is_not_asked_while_most_is_as_it_was(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    third = next_version(pack, a_question("sp-9"), *pack.questions[:2], version=3, previous="ff")
    assert install(bank, third).new == 1


def test_whoever_skipped_a_version_is_asked_when_little_is_as_it_was(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    third = next_version(pack, a_question("sp-9"), version=3, previous="ff")
    with pytest.raises(OtherEditionError):
        install(bank, third)


def test_an_author_without_a_name_is_called_by_the_packs_title(bank: Bank) -> None:
    pack = a_pack(authors=())
    install(bank, pack)
    with pytest.raises(OtherEditionError, match="Den er fra Krige"):
        install(bank, next_version(pack, a_question("sp-9"), previous="ff"))


def test_a_preview_says_what_installing_does_and_writes_nothing(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    second = next_version(pack, a_question("sp-1", svar="Nyt"), a_question("sp-9"))
    before = rows_of(bank.path)
    foreseen = preview(bank, second)
    assert difference(before, rows_of(bank.path)) == {}
    assert counts(foreseen) == counts(install(bank, second))


def test_the_bank_is_copied_before_it_changes(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    assert list_backups(bank.path) == []
    install(bank, next_version(pack, a_question("sp-9")))
    assert [copy.reason for copy in list_backups(bank.path)] == [Reason.INSTALLATION]


def test_media_lie_beside_the_bank_by_their_content(bank: Bank) -> None:
    pack = with_picture(a_pack(a_question("sp-1", billede="kort.PNG")), "kort.PNG", b"png")
    install(bank, pack)
    with bank.read() as reader:
        record = reader.pack(PACK)
        assert record is not None
        path = reader.media_path(record.pack_id, "kort.PNG")
        assert reader.media_path(record.pack_id, "andet.png") is None
    assert path is not None
    assert path.read_bytes() == b"png"
    assert path.parent == bank.paths.media
    assert path.suffix == ".png"


def test_a_picture_that_is_replaced_is_the_one_shown(bank: Bank) -> None:
    pack = with_picture(a_pack(a_question("sp-1", billede="kort.png")), "kort.png", b"gammelt")
    install(bank, pack)
    newer = next_version(pack, *pack.questions)
    install(bank, replace(newer, files={"kort.png": b"nyt"}))
    with bank.read() as reader:
        record = reader.pack(PACK)
        assert record is not None
        path = reader.media_path(record.pack_id, "kort.png")
    assert path is not None
    assert path.read_bytes() == b"nyt"


def test_a_pack_in_a_folder_is_read_and_installed(bank: Bank, tmp_path: Path) -> None:
    write_pack(a_pack(), tmp_path / "pakke")
    assert preview(bank, read_strangers(tmp_path / "pakke")).new == 3
    assert install(bank, read_strangers(tmp_path / "pakke")).new == 3


def test_a_pack_with_errors_is_refused_with_all_of_them(bank: Bank, tmp_path: Path) -> None:
    folder = tmp_path / "pakke"
    write_pack(a_pack(), folder)
    file = folder / "pakke.yaml"
    file.write_text(file.read_text("utf-8").replace("type: skriv", "type: skrive"), "utf-8")
    with pytest.raises(PackRefusedError, match="så intet er ændret") as caught:
        install(bank, read_strangers(folder))
    assert len(caught.value.problems) >= 3
    assert overview.packs(bank, TODAY) == []


def test_a_file_that_is_no_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackRefusedError):
        read_strangers(tmp_path / "væk")


def test_a_pack_without_a_licence_says_so(bank: Bank) -> None:
    assert not install(bank, a_pack(license="")).has_licence


def test_what_was_answered_today_is_asked_again_today_once_its_answer_is_another(
    bank: Bank,
) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1", "sp-2")
    with bank.read() as reader:
        both = {reader.question_of(card_id(reader, key)).question_id for key in ("sp-1", "sp-2")}
        assert reader.answered_today(TODAY) == both
        first = reader.question_of(card_id(reader, "sp-1")).question_id
    changed = next_version(pack, a_question("sp-1", svar="Et andet"), *pack.questions[1:])
    done = install_pack(bank, changed, MONDAY, TODAY)
    assert done.installation is not None
    with bank.read() as reader:
        assert reader.answered_today(TODAY) == both - {first}
    undo_installation(bank, done.installation, LATER)
    with bank.read() as reader:
        assert reader.answered_today(TODAY) == both
