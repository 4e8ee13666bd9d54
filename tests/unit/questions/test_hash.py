"""What changes a question's content, and what changes its meaning."""

from typing import Final

import pytest
from hypothesis import given

from quizapp.questions.codec import decode
from quizapp.questions.codec_hash import canonical_json, content_sha, meaning_sha
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Question
from tests.strategies import questions

Fields = dict[str, Plain]

BASES: Final[dict[str, Fields]] = {
    "dato": {"spørgsmål": "Q", "svar": "5. juni 1849"},
    "tal": {"spørgsmål": "Q", "svar": "170,86", "enhed": "m"},
    "skriv": {"spørgsmål": "Q", "svar": "Kalmarunionen"},
    "liste": {"spørgsmål": "Q", "svar": ["Danmark", "Grønland"]},
    "valg": {"spørgsmål": "Q", "rigtigt": "a", "forkerte": ["b", "c"]},
    "flervalg": {"spørgsmål": "Q", "rigtige": ["a", "b"], "forkerte": ["c"]},
    "rækkefølge": {"spørgsmål": "Q", "rækkefølge": ["a", ["b", "c"], "d"]},
    "par": {"spørgsmål": "Q", "par": {"a": "b", "c": "d"}},
    "indsæt": {"tekst": "I {tal: 1940} og {hul}"},
    "kort": {"forside": "a", "bagside": "b"},
    "åbent": {"spørgsmål": "Q", "modelsvar": "a", "rubrik": ["b"]},
}

KEPT: Final[list[tuple[str, Fields]]] = [
    ("dato", {"svar": "5/6 1849"}),
    ("dato", {"også": ["1850"], "næsten": ["1851"], "afvis": ["1852"], "margin dage": "2"}),
    ("tal", {"svar": "170,860", "tolerance": "0,5", "spørgsmål": "Nyt?"}),
    ("tal", {"også": ["171"], "enheder": ["meter"], "hint": "h", "forklaring": "f"}),
    ("skriv", {"svar": "kalmarunionen.", "også": ["unionen"], "emner": ["x"], "billede": "x.png"}),
    ("skriv", {"kategori": "person", "id": "b", "rev": "3", "nulstil": "ja"}),
    ("liste", {"svar": ["Grønland", ["Danmark", "Dk"]]}),
    ("valg", {"forkerte": ["x", "y", "z"], "bland": "nej"}),
    ("flervalg", {"rigtige": ["b", "a"], "forkerte": ["x"]}),
    ("rækkefølge", {"rækkefølge": ["a", ["c", "b"], "d"]}),
    ("par", {"par": {"c": "d", "a": "b"}, "overskydende": ["e"]}),
    (
        "indsæt",
        {"tekst": "Omskrevet {tal: 1940::tolerance: 1} med {hul|hullet}", "huller": "samlet"},
    ),
    ("kort", {"forside": "ny", "begge veje": "ja"}),
    ("åbent", {"modelsvar": "rettet"}),
]

CHANGED: Final[list[tuple[str, Fields]]] = [
    ("dato", {"svar": "6. juni 1849"}),
    ("dato", {"nøjagtighed": "år"}),
    ("tal", {"svar": "171"}),
    ("tal", {"enhed": "km"}),
    ("skriv", {"svar": "Unionen"}),
    ("liste", {"svar": ["Danmark", "Færøerne"]}),
    ("valg", {"rigtigt": "x"}),
    ("flervalg", {"rigtige": ["a"]}),
    ("rækkefølge", {"rækkefølge": ["d", ["b", "c"], "a"]}),
    ("par", {"par": {"a": "d", "c": "b"}}),
    ("indsæt", {"tekst": "I {tal: 1941} og {hul}"}),
    ("indsæt", {"tekst": "I {1940} og {hul}"}),
    ("kort", {"bagside": "x"}),
    ("åbent", {"rubrik": ["x"]}),
]


def a_question(kind: str, changes: Fields) -> Question:
    fields: Fields = {"id": "a", "type": kind, "kategori": "begreb", **BASES[kind], **changes}
    question = decode(fields).question
    assert question is not None
    return question


@pytest.mark.parametrize(("kind", "changes"), KEPT)
def test_memory_is_kept_when_the_right_answer_is(kind: str, changes: Fields) -> None:
    before, after = a_question(kind, {}), a_question(kind, changes)
    assert meaning_sha(after) == meaning_sha(before)
    assert content_sha(after) != content_sha(before)


@pytest.mark.parametrize(("kind", "changes"), CHANGED)
def test_another_right_answer_is_another_meaning(kind: str, changes: Fields) -> None:
    assert meaning_sha(a_question(kind, changes)) != meaning_sha(a_question(kind, {}))


def test_another_kind_is_another_meaning() -> None:
    card: Fields = {"id": "a", "type": "kort", "kategori": "tal", "forside": "Q", "bagside": "b"}
    term: Fields = {"id": "a", "type": "skriv", "kategori": "tal", "spørgsmål": "Q", "svar": "b"}
    one, other = decode(card).question, decode(term).question
    assert one
    assert other
    assert meaning_sha(one) != meaning_sha(other)


def test_an_open_question_without_rubric_means_its_model_answer() -> None:
    bare: Fields = {"rubrik": []}
    changed = a_question("åbent", {"rubrik": [], "modelsvar": "x"})
    assert meaning_sha(changed) != meaning_sha(a_question("åbent", bare))


def test_spans_and_signs_have_meanings_of_their_own() -> None:
    span = a_question("dato", {"svar": "1536-1660"})
    assert meaning_sha(span) != meaning_sha(a_question("dato", {"svar": "1536-1661"}))
    assert meaning_sha(a_question("skriv", {"svar": "+"})) != meaning_sha(
        a_question("skriv", {"svar": "–"})
    )


@given(questions())
def test_every_question_has_both_hashes(question: Question) -> None:
    assert len(content_sha(question)) == len(meaning_sha(question)) == 64


def test_canonical_json_is_composed_sorted_and_without_nan() -> None:
    assert canonical_json({"b": [1, True], "a": "A\u030a"}) == '{"a":"Å","b":[1,true]}'.encode()
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json({"a": float("nan")})
