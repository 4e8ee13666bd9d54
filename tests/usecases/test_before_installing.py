"""What is said and asked before a version of a pack is installed."""

from quizapp.bank.bank import Bank
from quizapp.bank.values import OwnWording
from quizapp.base.ids import QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.library.difference import Consent
from quizapp.library.install import install_pack, survey, undo_installation
from quizapp.library.likeness import find_lookalikes, is_quite_another
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Pack
from quizapp.scheduling.memory import Phase
from tests.builders import (
    LOG,
    a_choice,
    a_pack,
    a_question,
    card_id,
    difference,
    next_version,
    rows_of,
)
from tests.usecases.progress import LATER, TODAY, answer, counts, install, memory

YEAR = "Hvornår begyndte krigen mellem Danmark og Preussen i Slesvig?"


def pairs(gone: list[Question], new: list[Question]) -> list[tuple[str, str]]:
    found = find_lookalikes({one.id: one for one in gone}, new)
    return [(one.new, one.old) for one in found]


def renamed(pack: Pack) -> Pack:
    """Return the next version, whose author gave every question another id."""
    questions = [
        a_question(f"ny-{number}", spørgsmål=one.prompt, svar=f"Svar på {one.id}")
        for number, one in enumerate(pack.questions)
    ]
    return next_version(pack, *questions)


def test_the_weightiest_changes_are_listed_first(bank: Bank) -> None:
    pack = a_pack(*(a_question(f"sp-{number}") for number in range(1, 6)))
    install(bank, pack)
    first, second, third, fourth, _gone = pack.questions
    newer = next_version(
        pack,
        a_question("sp-1", hint="h"),
        a_question("sp-2", svar="Nyt"),
        third,
        a_question("sp-4", nulstil=True),
        a_question("sp-9"),
    )
    told = survey(bank, newer).foreseen
    assert [one.effect for one in told.changes] == [
        *("retested", "restarted", "new", "changed", "removed")
    ]
    assert told.changes[0].before == second
    assert told.changes[3].before == first
    assert told.changes[-1].after is None
    assert fourth.id in {one.before.id for one in told.changes if one.before}


def test_questions_that_only_lost_their_ids_are_recognised(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    told = survey(bank, renamed(pack))
    assert told.figures.new == told.figures.removed == 3
    assert [(one.new, one.old) for one in told.foreseen.lookalikes] == [
        ("ny-0", "sp-1"),
        ("ny-1", "sp-2"),
        ("ny-2", "sp-3"),
    ]


def test_answers_follow_a_question_that_lost_its_id_if_the_learner_says_so(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    answer(bank, "sp-1")
    before = memory(bank, "sp-1")
    newer = renamed(pack)
    same = tuple((one.new, one.old) for one in survey(bank, newer).foreseen.lookalikes)
    consent = Consent(same=same)
    assert survey(bank, newer, consent).foreseen.lookalikes == ()
    assert counts(install(bank, newer, consent)) == {"unchanged": 3}
    assert memory(bank, "sp-1") == before


def test_the_next_version_still_builds_on_one_whose_ids_were_joined(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    newer = renamed(pack)
    same = tuple((one.new, one.old) for one in survey(bank, newer).foreseen.lookalikes)
    install(bank, newer, Consent(same=same))
    with bank.read() as reader:
        record = reader.pack(pack.manifest.id)
    assert record is not None
    install(bank, next_version(newer, *newer.questions, previous=record.content_sha))


def test_without_her_word_they_are_other_questions(bank: Bank) -> None:
    pack = a_pack()
    install(bank, pack)
    assert counts(install(bank, renamed(pack))) == {"new": 3, "removed": 3}


def test_blanks_case_and_marks_do_not_tell_two_questions_apart() -> None:
    old = a_question("a", spørgsmål="Hvem var konge?")
    new = a_question("b", spørgsmål="hvem  var Konge")
    assert pairs([old], [new]) == [("b", "a")]


def test_a_near_text_with_the_same_answer_is_recognised() -> None:
    old = a_question("a", spørgsmål=YEAR, svar="1864")
    new = a_question("b", spørgsmål=YEAR.replace("krigen", "kriegn"), svar="1864")
    assert pairs([old], [new]) == [("b", "a")]


def test_a_near_text_with_another_answer_is_another_question() -> None:
    old = a_question("a", spørgsmål=YEAR, svar="1864")
    new = a_question("b", spørgsmål=YEAR.replace("begyndte", "sluttede"), svar="1865")
    assert pairs([old], [new]) == []


def test_the_same_text_of_another_kind_is_another_question() -> None:
    assert pairs([a_question("a", spørgsmål="Hvad?")], [a_choice("b", spørgsmål="Hvad?")]) == []


def a_cloze(key: str, text: str) -> Question:
    return a_question(key, type="indsæt", spørgsmål=None, svar=None, tekst=text)


def test_two_texts_with_gaps_are_told_apart_by_their_texts() -> None:
    old = [a_cloze("a", "Freden kom i {1864} i Wien."), a_cloze("b", "Slaget stod ved {Dybbøl}.")]
    new = [a_cloze("c", "Kongen hed {Christian}."), a_cloze("d", "Freden kom i {1864} i Wien")]
    assert pairs(old, new) == [("d", "a")]


def test_a_text_with_gaps_that_becomes_another_is_asked_about() -> None:
    before = a_cloze("a", "Freden kom i {1864} i Wien.")
    assert is_quite_another(before, a_cloze("a", "Kongens mor var født {Louise} af Hessen."))


def test_one_old_question_is_not_two_new_ones() -> None:
    old = a_question("a", spørgsmål="Hvad?")
    new = [a_question(key, spørgsmål="Hvad?") for key in ("b", "c")]
    assert pairs([old], new) == [("b", "a")]


def test_an_id_that_is_used_for_something_else_is_asked_about(bank: Bank) -> None:
    pack = a_pack(a_question("sp-1", spørgsmål=YEAR, svar="1864"))
    install(bank, pack)
    answer(bank, "sp-1")
    other = a_question("sp-1", spørgsmål="Nævn en by på Bornholm", svar="Rønne")
    newer = next_version(pack, other)
    [doubtful] = survey(bank, newer).foreseen.doubtful
    assert (doubtful.before, doubtful.after) == (pack.questions[0], other)
    assert counts(install(bank, newer, Consent(anew=frozenset({QuestionId("sp-1")})))) == {
        "restarted": 1
    }
    after = memory(bank, "sp-1")
    assert (after.state.phase, after.due_day) == (Phase.NEW, None)


def test_a_wording_that_is_mended_is_no_other_question() -> None:
    before = a_question("a", spørgsmål=YEAR, svar="1863")
    assert not is_quite_another(before, a_question("a", spørgsmål=YEAR, svar="1864"))
    assert not is_quite_another(before, a_question("a", spørgsmål="Noget andet", svar="1863"))


def test_own_wordings_of_an_answer_that_changes_are_asked_about_and_stay(bank: Bank) -> None:
    newer = with_own_wording(bank)
    [overtaken] = survey(bank, newer).foreseen.overtaken
    assert (overtaken.question, overtaken.wordings) == ("sp-1", ("fireogtres",))
    install(bank, newer)
    assert own_wordings(bank) == ["fireogtres"]


def test_own_wordings_that_are_let_go_come_back_with_undo(bank: Bank) -> None:
    newer = with_own_wording(bank)
    before = rows_of(bank.path, LOG | {"revision"})
    done = install_pack(
        bank, newer, LATER, TODAY, consent=Consent(let_go=frozenset({QuestionId("sp-1")}))
    )
    assert own_wordings(bank) == []
    assert done.installation is not None
    undo_installation(bank, done.installation, LATER)
    assert own_wordings(bank) == ["fireogtres"]
    assert difference(before, rows_of(bank.path, LOG | {"revision"})) == {}


def with_own_wording(bank: Bank) -> Pack:
    """Install a pack, give it an own wording, and return a version with another answer."""
    pack = a_pack(a_question("sp-1", svar="1864"))
    install(bank, pack)
    with bank.transaction() as tx:
        number = tx.question_of(card_id(tx, "sp-1")).question_id
        tx.add_own_wording(number, OwnWording(wording="fireogtres", outcome=Outcome.CORRECT))
    return next_version(pack, a_question("sp-1", svar="1865"))


def own_wordings(bank: Bank) -> list[str]:
    with bank.read() as reader:
        number = reader.question_of(card_id(reader, "sp-1")).question_id
        return [one.wording for one in reader.own_wordings(number)]
