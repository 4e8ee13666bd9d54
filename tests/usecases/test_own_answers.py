"""»Min udgave« of every kind: the answers are hers to write, and to take back."""

from dataclasses import replace

import pytest

from quizapp.bank.bank import Bank
from quizapp.bank.values import Body
from quizapp.library.own_versions import (
    OwnVersionRefusedError,
    keep_own,
    undo_own,
    versions_of,
)
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind
from tests.builders import (
    LOG,
    a_pack,
    a_question,
    card_id,
    difference,
    rows_of,
)
from tests.usecases.progress import LATER, TODAY, answer, install, memory


def number(bank: Bank, slot: str = "") -> int:
    with bank.read() as reader:
        return reader.question_of(card_id(reader, "sp-1", slot)).question_id


def asked(bank: Bank) -> Body:
    with bank.read() as reader:
        return reader.question_of(card_id(reader, "sp-1")).body


REWRITTEN: dict[str, tuple[dict[str, Plain], str, Plain]] = {
    "dato": ({"svar": "5. juni 1849"}, "svar", "juni 1849"),
    "tal": ({"svar": "60.000", "enhed": "mand"}, "enhed", "soldater"),
    "skriv": ({"svar": "Dannebrog"}, "svar", "Flaget"),
    "liste": ({"svar": ["Dagmar", "Thyra"]}, "svar", ["Dagmar", "Thyra", "Gunhild"]),
    "valg": ({"rigtigt": "Ja", "forkerte": ["Nej", "Måske"]}, "rigtigt", "Altid"),
    "flervalg": ({"rigtige": ["A", "B"], "forkerte": ["C"]}, "rigtige", ["A", "D"]),
    "rækkefølge": ({"rækkefølge": ["a", "b", "c"]}, "rækkefølge", ["b", "a", "c"]),
    "par": ({"par": [{"a": "1"}, {"b": "2"}]}, "par", [{"a": "2"}, {"b": "1"}]),
    "indsæt": ({"tekst": "Den {9. april} 1940"}, "tekst", "Den 9. april {1940}"),
    "åbent": ({"modelsvar": "Fordi.", "rubrik": ["siger hvorfor"]}, "rubrik", ["siger hvordan"]),
}


def test_every_kind_is_tried() -> None:
    assert {*REWRITTEN, "kort"} == {one.value for one in Kind}


@pytest.mark.parametrize("kind", REWRITTEN)
def test_the_answers_of_every_kind_are_hers_to_write_and_to_take_back(
    bank: Bank, kind: str
) -> None:
    fields, key, said = REWRITTEN[kind]
    install(bank, a_pack(a_question("sp-1", **{"svar": None, "type": kind} | fields)))
    answer(bank, "sp-1")
    before = rows_of(bank.path, LOG)
    which = number(bank)
    own = versions_of(bank, which).asked
    done = keep_own(bank, which, replace(own, answers={**own.answers, key: said}), LATER, TODAY + 5)
    assert asked(bank)[key] == said
    assert memory(bank, "sp-1").due_day == TODAY + 5
    undo_own(bank, done, LATER)
    assert difference(before, rows_of(bank.path, LOG)) == {}


def test_a_gap_more_where_each_is_asked_for_itself_is_refused(bank: Bank) -> None:
    apart: dict[str, Plain] = {"tekst": "Den {9. april} {1940}", "huller": "hver for sig"}
    install(bank, a_pack(a_question("sp-1", type="indsæt", svar=None, **apart)))
    which = number(bank, "hul-1")
    own = versions_of(bank, which).asked
    with pytest.raises(OwnVersionRefusedError, match="lige så mange"):
        keep_own(bank, which, replace(own, answers={"tekst": "Den {9. april}"}), LATER, TODAY)
    keep_own(bank, which, replace(own, answers={"tekst": "Den {d. 9.} {1940}"}), LATER, TODAY)
    assert versions_of(bank, which).asked.answers["tekst"] == "Den {d. 9.} {1940}"


def test_an_options_picture_follows_the_option_to_her_wording(bank: Bank) -> None:
    options: dict[str, Plain] = {"rigtigt": "Slottet", "forkerte": ["Tårnet"]}
    shown: dict[str, Plain] = {"billeder": [{"Slottet": "slot.png"}, {"Tårnet": "tårn.png"}]}
    question = a_question("sp-1", type="valg", svar=None, **options, **shown)
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 32
    files = {"slot.png": png, "tårn.png": png + b"\0"}
    install(bank, replace(a_pack(question), files=files))
    which = number(bank)
    own = versions_of(bank, which).asked
    keep_own(bank, which, replace(own, answers={**own.answers, "rigtigt": "Borgen"}), LATER, TODAY)
    assert asked(bank)["billeder"] == [{"Borgen": "slot.png"}, {"Tårnet": "tårn.png"}]
