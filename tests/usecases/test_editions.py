"""Two editions of one pack: keeping both, and which of them a later file goes on."""

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.ids import PackId, is_pack_id
from quizapp.library import overview
from quizapp.library.difference import Consent, OlderVersionError, OtherEditionError
from quizapp.library.install import Installed, survey, undo_installation
from quizapp.library.whole_pack import whole_pack
from quizapp.packs.editions import pack_content_sha, succeed
from quizapp.questions.pack import Author, Pack
from quizapp.upkeep.doctor import examine
from tests.builders import (
    LOG,
    PACK,
    a_pack,
    a_question,
    answer_card,
    card_id,
    difference,
    next_version,
    rows_of,
)
from tests.usecases.progress import LATER, TODAY, answer, counts, install, memory

BOTH = Consent(keeps_both=True)


def a_foreign(version: int = 2, *, previous: str = "f" * 64) -> Pack:
    """Return another edition of the pack of the tests, by somebody else."""
    questions = [a_question(f"sp-{number}", svar=f"Andet {number}") for number in (1, 2, 3)]
    return a_pack(
        *questions, version=version, previous=previous, authors=(Author(name="Lærer Holm"),)
    )


def both(bank: Bank) -> tuple[Installed, Pack]:
    """Install a pack, answer a question of it, and keep a foreign edition beside it."""
    install(bank, a_pack())
    answer(bank, "sp-1")
    foreign = a_foreign()
    return install(bank, foreign, BOTH), foreign


def test_both_are_kept_under_ids_of_their_own(bank: Bank) -> None:
    done, _foreign = both(bank)
    assert counts(done) == {"new": 3}
    assert done.pack != PACK
    assert is_pack_id(done.pack)
    assert {one.id for one in overview.packs(bank, TODAY)} == {PACK, done.pack}


def test_the_copy_is_told_from_the_first_by_its_author(bank: Bank) -> None:
    done, _foreign = both(bank)
    assert (done.title, done.beside) == ("Krige (Lærer Holm)", "Krige")


def test_progress_of_the_first_is_untouched_by_the_copy(bank: Bank) -> None:
    install(bank, a_pack())
    answer(bank, "sp-1")
    before = memory(bank, "sp-1")
    questions = overview.questions(bank, PACK)
    install(bank, a_foreign(), BOTH)
    assert memory(bank, "sp-1") == before
    assert overview.questions(bank, PACK) == questions
    assert all(finding.ok for finding in examine(bank, LATER, TODAY + 5))


def test_what_is_said_before_is_that_it_stands_beside(bank: Bank) -> None:
    install(bank, a_pack())
    told = survey(bank, a_foreign(), BOTH)
    assert (told.figures.beside, counts(told.figures)) == ("Krige", {"new": 3})
    assert told.figures.previous_version is None


def test_keeping_both_is_undone(bank: Bank) -> None:
    install(bank, a_pack())
    answer(bank, "sp-1")
    before = rows_of(bank.path, LOG)
    done = install(bank, a_foreign(), BOTH)
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    assert difference(before, rows_of(bank.path, LOG)) == {}


def test_the_next_version_of_the_foreign_edition_updates_the_copy(bank: Bank) -> None:
    done, foreign = both(bank)
    first, *rest = foreign.questions
    newer = succeed(next_version(foreign, a_question(first.id, svar="Tredje"), *rest), foreign)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1", pack=done.pack))
    after = install(bank, newer)
    assert (after.pack, counts(after)) == (done.pack, {"retested": 1, "unchanged": 2})
    assert after.title == "Krige (Lærer Holm)"


def test_the_next_version_of_the_first_still_updates_the_first(bank: Bank) -> None:
    both(bank)
    first = a_pack()
    newer = succeed(next_version(first, *first.questions, a_question("sp-4")), first)
    assert (install(bank, newer).pack, install(bank, newer).new) == (PACK, 0)


def test_the_same_foreign_file_again_changes_nothing(bank: Bank) -> None:
    done, foreign = both(bank)
    before = rows_of(bank.path)
    again = install(bank, foreign)
    assert (again.pack, again.installation) == (done.pack, None)
    assert difference(before, rows_of(bank.path)) == {}


def test_an_older_version_stands_beside_the_newer_one(bank: Bank) -> None:
    old = a_pack()
    install(bank, next_version(old, *old.questions, a_question("sp-4")))
    done = install(bank, old, BOTH)
    assert (done.title, counts(done)) == ("Krige (version 1)", {"new": 3})
    assert len(overview.questions(bank, PACK)) == 4


def test_keeping_both_is_no_copy_where_nothing_is_in_the_way(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    assert install(bank, next_version(pack, *pack.questions), BOTH).pack == PACK


def test_a_copy_that_was_removed_comes_back_with_its_file(bank: Bank) -> None:
    done, foreign = both(bank)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-2", pack=done.pack))
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    back = install(bank, foreign)
    assert (back.pack, back.returned) == (done.pack, 1)


def test_a_copy_is_shared_under_its_own_id(bank: Bank) -> None:
    done, foreign = both(bank)
    shared = whole_pack(bank, done.pack)
    assert shared.manifest.id == done.pack
    assert pack_content_sha(shared) == pack_content_sha(foreign)


def test_a_long_id_still_yields_one_of_allowed_length(bank: Bank) -> None:
    key = PackId("dk." + "a" * 97)
    install(bank, a_pack(id=key))
    done = install(bank, a_pack(id=key, authors=(Author(name="Lærer Holm"),)), BOTH)
    assert is_pack_id(done.pack)


def test_other_authors_under_the_same_id_are_asked_about(bank: Bank) -> None:
    install(bank, a_pack())
    with pytest.raises(OtherEditionError, match="Lærer Holm"):
        install(bank, a_foreign(previous=""))


def test_one_author_more_is_the_same_edition(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    names = (*pack.manifest.authors, Author(name="Lærer Holm"))
    assert install(bank, next_version(pack, *pack.questions, authors=names)).pack == PACK


def test_a_colleague_who_builds_on_ours_goes_on_with_it(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    newer = next_version(pack, *pack.questions, authors=(Author(name="Lærer Holm"),))
    assert install(bank, succeed(newer, pack)).pack == PACK


def test_an_older_foreign_file_is_asked_about_once_for_each_reason(bank: Bank) -> None:
    install(bank, a_pack(version=4))
    foreign = a_foreign(version=2)
    with pytest.raises(OlderVersionError):
        install(bank, foreign)
    with pytest.raises(OtherEditionError):
        install(bank, foreign, Consent(allow_older=True))
    consent = Consent(allow_older=True, allow_other_edition=True)
    assert install(bank, foreign, consent).pack == PACK
