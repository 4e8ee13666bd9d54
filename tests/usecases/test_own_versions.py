"""»Min udgave«: the learner's own version of a question, through updates and their undoing."""

import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank.bank import Bank
from quizapp.bank.values import Body
from quizapp.base.ids import QuestionId
from quizapp.library import overview
from quizapp.library.difference import Consent
from quizapp.library.editing.form_shapes import ANSWER
from quizapp.library.install import survey, undo_installation
from quizapp.library.own_texts import OwnTexts
from quizapp.library.own_versions import (
    OwnDone,
    OwnVersionRefusedError,
    ask_as_packed,
    keep_own,
    undo_own,
    versions_of,
)
from quizapp.library.remove import remove_pack
from quizapp.library.whole_pack import whole_pack
from quizapp.questions.pack import Pack
from quizapp.upkeep.doctor import examine
from tests.builders import (
    LOG,
    PACK,
    a_bank,
    a_flashcard,
    a_pack,
    a_question,
    answer_card,
    card_id,
    difference,
    next_version,
    rows_of,
)
from tests.usecases.progress import LATER, TODAY, answer, counts, install, memory

AS_PACKED = Consent(as_packed=frozenset({QuestionId("sp-1")}))


def slot(question: str) -> str:
    return "forside" if question.startswith("kort") else ""


def number(bank: Bank, question: str = "sp-1") -> int:
    with bank.read() as reader:
        return reader.question_of(card_id(reader, question, slot(question))).question_id


def asked(bank: Bank, question: str = "sp-1") -> Body:
    with bank.read() as reader:
        return reader.question_of(card_id(reader, question, slot(question))).body


def write(bank: Bank, question: str = "sp-1", **texts: str) -> OwnDone:
    which = number(bank, question)
    own = versions_of(bank, which).asked
    answers = dict(own.answers)
    if "answer" in texts:
        answers[ANSWER[own.kind][0].key] = texts["answer"]
    own = OwnTexts(
        kind=own.kind,
        prompt=texts.get("prompt", own.prompt),
        answers=answers,
        hint=texts.get("hint", own.hint),
        explanation=texts.get("explanation", own.explanation),
    )
    return keep_own(bank, which, own, LATER, TODAY + 5)


def begun(bank: Bank, pack: Pack | None = None, **texts: str) -> Pack:
    """Install a pack, answer its first question, and write an own version of it."""
    pack = pack or a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    write(bank, **texts or {"explanation": "Min egen huskeregel."})
    return pack


def corrected(pack: Pack, **fields: str) -> Pack:
    """Return the next version with the first question changed."""
    return next_version(pack, a_question("sp-1", **fields), *pack.questions[1:])


def test_what_she_wrote_is_asked(bank: Bank) -> None:
    begun(bank, prompt="Hvad hedder det?", explanation="Fordi jeg siger det.")
    assert asked(bank)["spørgsmål"] == "Hvad hedder det?"
    assert overview.questions(bank, PACK)[0].prompt == "Hvad hedder det?"
    assert versions_of(bank, number(bank)).packed.prompt == "Hvad er sp-1?"


def test_her_words_cost_nothing_of_what_she_learnt(bank: Bank) -> None:
    install(bank, a_pack())
    answer(bank, "sp-1")
    before = memory(bank, "sp-1")
    write(bank, prompt="Hvad hedder det?", hint="Et hint")
    assert memory(bank, "sp-1") == before


def test_a_question_with_another_answer_is_asked_again_today(bank: Bank) -> None:
    begun(bank, answer="Mit svar")
    assert memory(bank, "sp-1").due_day == TODAY + 5
    assert asked(bank)["svar"] == "Mit svar"


@pytest.mark.parametrize("field", ["prompt", "answer", "hint", "explanation"])
def test_undo_puts_the_bank_back_as_it_was(bank: Bank, field: str) -> None:
    install(bank, a_pack())
    answer(bank, "sp-1")
    before = rows_of(bank.path, LOG)
    done = write(bank, **{field: "Mit eget"})
    undo_own(bank, done, LATER)
    assert difference(before, rows_of(bank.path, LOG)) == {}
    assert all(finding.ok for finding in examine(bank, LATER, TODAY + 5))


def test_going_back_to_the_packs_version_is_undone_too(bank: Bank) -> None:
    begun(bank)
    before = rows_of(bank.path, LOG)
    done = ask_as_packed(bank, number(bank), LATER, TODAY + 5)
    assert asked(bank)["forklaring"] == "Fordi det er sådan."
    assert not versions_of(bank, number(bank)).is_own
    undo_own(bank, done, LATER)
    assert difference(before, rows_of(bank.path, LOG)) == {}


def test_writing_the_packs_own_words_is_the_packs_version(bank: Bank) -> None:
    begun(bank, hint="Mit hint")
    write(bank, hint="")
    assert not versions_of(bank, number(bank)).is_own


def test_what_cannot_be_asked_is_refused_and_changes_nothing(bank: Bank) -> None:
    install(bank, a_pack(a_question("sp-1", type="dato", svar="1864")))
    before = rows_of(bank.path)
    with pytest.raises(OwnVersionRefusedError, match="dato"):
        write(bank, answer="i går eftermiddags")
    with pytest.raises(OwnVersionRefusedError):
        write(bank, prompt="  ")
    assert difference(before, rows_of(bank.path)) == {}


def test_a_flashcard_has_a_front_and_a_back(bank: Bank) -> None:
    install(bank, a_pack(a_flashcard("kort-1")))
    write(bank, "kort-1", prompt="Min forside", answer="Min bagside")
    assert (asked(bank, "kort-1")["forside"], asked(bank, "kort-1")["bagside"]) == (
        *("Min forside", "Min bagside"),
    )


def test_a_pack_is_shared_in_its_authors_words(bank: Bank) -> None:
    pack = begun(bank, prompt="Hvad hedder det?")
    assert whole_pack(bank, PACK).questions == pack.questions


def test_an_update_leaves_her_words_and_brings_the_rest(bank: Bank) -> None:
    pack = begun(bank)
    before = memory(bank, "sp-1")
    done = install(bank, corrected(pack, hint="Nyt hint", forklaring="Rettet af læreren."))
    assert counts(done) == {"changed": 1, "unchanged": 2}
    assert (asked(bank)["hint"], asked(bank)["forklaring"]) == ("Nyt hint", "Min egen huskeregel.")
    assert memory(bank, "sp-1") == before
    assert versions_of(bank, number(bank)).packed.explanation == "Rettet af læreren."


def test_the_packs_newest_version_is_there_to_go_back_to(bank: Bank) -> None:
    pack = begun(bank, prompt="Hvad hedder det?")
    install(bank, corrected(pack, spørgsmål="Hvad er det første?"))
    ask_as_packed(bank, number(bank), LATER, TODAY + 5)
    assert asked(bank)["spørgsmål"] == "Hvad er det første?"


def test_an_answer_she_did_not_write_follows_the_pack_and_is_due(bank: Bank) -> None:
    pack = begun(bank)
    done = install(bank, corrected(pack, svar="Et helt andet"))
    assert counts(done) == {"retested": 1, "unchanged": 2}
    assert asked(bank)["svar"] == "Et helt andet"
    assert memory(bank, "sp-1").due_day == TODAY + 5


def test_an_answer_she_wrote_stays_and_is_not_due_again(bank: Bank) -> None:
    pack = begun(bank, answer="Mit svar")
    before = memory(bank, "sp-1")
    done = install(bank, corrected(pack, svar="Et helt andet"))
    assert counts(done) == {"changed": 1, "unchanged": 2}
    assert asked(bank)["svar"] == "Mit svar"
    assert memory(bank, "sp-1") == before


def test_the_preview_names_what_she_has_an_own_version_of(bank: Bank) -> None:
    pack = begun(bank)
    [met] = survey(bank, corrected(pack, forklaring="Rettet.", hint="Nyt")).foreseen.own
    assert met.is_conflict
    assert (met.own.explanation, met.after.explanation) == ("Min egen huskeregel.", "Rettet.")
    assert (met.kept.explanation, met.kept.hint) == ("Min egen huskeregel.", "Nyt")
    [other] = survey(bank, corrected(pack, hint="Nyt")).foreseen.own
    assert not other.is_conflict


def test_an_update_that_leaves_the_question_alone_asks_nothing(bank: Bank) -> None:
    pack = begun(bank)
    newer = next_version(pack, a_question("sp-0"), *pack.questions)
    assert survey(bank, newer).foreseen.own == ()
    assert counts(install(bank, newer)) == {"new": 1, "unchanged": 3}
    assert asked(bank)["forklaring"] == "Min egen huskeregel."


def test_she_may_take_the_packs_new_version(bank: Bank) -> None:
    pack = begun(bank)
    install(bank, corrected(pack, forklaring="Rettet."), AS_PACKED)
    assert asked(bank)["forklaring"] == "Rettet."
    assert not versions_of(bank, number(bank)).is_own


@pytest.mark.parametrize("consent", [Consent(), AS_PACKED])
@pytest.mark.parametrize(
    "fields", [{"forklaring": "Rettet."}, {"hint": "Nyt"}, {"svar": "Andet"}, {"type": "dato"}]
)
def test_undo_of_an_update_restores_both_versions(
    bank: Bank, consent: Consent, fields: dict[str, str]
) -> None:
    pack = begun(bank)
    log = LOG | {"revision"}
    before = rows_of(bank.path, log)
    fields = {**fields, "svar": "1864"} if "type" in fields else fields
    done = install(bank, corrected(pack, **fields), consent)
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    assert difference(before, rows_of(bank.path, log)) == {}
    assert all(finding.ok for finding in examine(bank, LATER, TODAY + 5))


def test_what_she_writes_after_an_update_survives_its_undo(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    done = install(bank, corrected(pack, hint="Nyt hint"))
    write(bank, explanation="Skrevet siden.")
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    assert asked(bank)["forklaring"] == "Skrevet siden."
    assert "hint" not in asked(bank)
    assert versions_of(bank, number(bank)).packed.hint == ""


def test_going_back_after_an_update_survives_its_undo(bank: Bank) -> None:
    pack = begun(bank)
    done = install(bank, corrected(pack, hint="Nyt hint"))
    ask_as_packed(bank, number(bank), LATER, TODAY + 5)
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    assert not versions_of(bank, number(bank)).is_own
    assert asked(bank)["forklaring"] == "Fordi det er sådan."


def test_a_question_of_another_kind_leaves_her_version_whole(bank: Bank) -> None:
    pack = begun(bank)
    install(bank, corrected(pack, type="dato", svar="1864"))
    assert (asked(bank)["type"], asked(bank)["forklaring"]) == ("skriv", "Min egen huskeregel.")
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    assert all(finding.ok for finding in examine(bank, LATER, TODAY + 5))


def test_a_removed_question_comes_back_in_her_words(bank: Bank) -> None:
    pack = begun(bank)
    without = next_version(pack, *pack.questions[1:])
    install(bank, without)
    install(bank, next_version(without, *pack.questions))
    assert asked(bank)["forklaring"] == "Min egen huskeregel."


def test_removing_the_pack_is_undone_with_her_version(bank: Bank) -> None:
    begun(bank)
    before = rows_of(bank.path, LOG)
    undo_installation(bank, remove_pack(bank, PACK, LATER), LATER)
    assert difference(before, rows_of(bank.path, LOG)) == {}


def test_the_same_file_again_changes_nothing_in_her_version(bank: Bank) -> None:
    pack = begun(bank)
    before = rows_of(bank.path)
    assert install(bank, pack).installation is None
    assert difference(before, rows_of(bank.path)) == {}


TEXTS = st.sampled_from(["Et", "To", "Tre"])
FIELDS = {"answer": "svar", "hint": "hint", "explanation": "forklaring"}


@settings(max_examples=20)
@given(
    own=st.dictionaries(st.sampled_from(sorted(FIELDS)), st.just("Mit eget"), min_size=1),
    versions=st.lists(
        st.fixed_dictionaries({"svar": TEXTS, "hint": TEXTS, "forklaring": TEXTS}),
        min_size=1,
        max_size=4,
    ),
)
def test_her_words_stay_through_any_versions_and_all_is_taken_back(
    own: dict[str, str], versions: list[dict[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(a_bank(Path(folder))) as bank:
        bank.pragma("synchronous = OFF")
        pack = begun(bank, a_pack(), **own)
        undoable = []
        for fields in versions:
            before = rows_of(bank.path, LOG | {"revision"})
            pack = corrected(pack, **fields)
            undoable.append((install(bank, pack).installation, before))
            wanted = {name: fields[name] for name in FIELDS.values()}
            wanted |= {FIELDS[name]: text for name, text in own.items()}
            assert {name: asked(bank)[name] for name in wanted} == wanted
            packed = versions_of(bank, number(bank)).packed
            told = {
                "svar": packed.answers["svar"],
                "hint": packed.hint,
                "forklaring": packed.explanation,
            }
            assert told == fields
        for installation, before in reversed(undoable):
            assert installation is not None
            undo_installation(bank, installation, LATER)
            assert difference(before, rows_of(bank.path, LOG | {"revision"})) == {}
        assert all(finding.ok for finding in examine(bank, LATER, TODAY + 5))
