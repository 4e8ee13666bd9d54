"""Problems are found while one writes, each at its question, and mended by one press."""

from pathlib import Path
from random import Random
from typing import Final

from quizapp.library.editing.document import Document
from quizapp.library.editing.findings import Looked, look_through
from quizapp.library.editing.store import Content
from quizapp.questions.kinds import Kind

HEAD: Final = "pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\n\nspørgsmål:\n"
FULL: Final = "  kategori: begreb\n  forklaring: F\n  kilde: K\n"


def term(name: str, prompt: str, answer: str) -> str:
    return f"- id: {name}\n  type: skriv\n  spørgsmål: {prompt}\n  svar: {answer}\n{FULL}"


def codes(looked: Looked) -> list[tuple[str, int | None]]:
    return [(one.problem.code, one.position) for one in looked.findings]


def test_a_whole_pack_has_no_problems(tmp_path: Path) -> None:
    text = HEAD + term("a", "Hvad hed unionen fra 1397?", "Kalmarunionen")
    assert look_through(Content(text), tmp_path) == Looked((), 0, 0)


def test_errors_come_first_each_at_its_question(tmp_path: Path) -> None:
    text = HEAD + term("a", "Hvad?", "Det") + term("b", "Hvem?", '""') + "  hintt: x\n"
    looked = look_through(Content(text), tmp_path)
    assert codes(looked) == [("missing_key", 1), ("unknown_key_near", 1)]
    assert looked.errors == 2


def test_a_begun_question_is_said_to_lack_what_it_lacks(tmp_path: Path) -> None:
    document = Document(HEAD, Random(1))
    document.add(Kind.TERM)
    found = {one.problem.code for one in look_through(Content(document.text), tmp_path).findings}
    assert found == {"missing_key", "no_explanation", "no_source"}


def test_a_question_that_gives_another_away_is_found(tmp_path: Path) -> None:
    prompt = "Hvilken by blev freden mellem Rusland og Japan sluttet i?"
    other = "Hvem mæglede freden mellem Rusland og Japan, der blev sluttet i Portsmouth?"
    text = HEAD + term("a", prompt, "Portsmouth") + term("b", other, "Roosevelt")
    assert ("twin", 0) in codes(look_through(Content(text), tmp_path))


def test_marking_that_contradicts_the_author_is_found(tmp_path: Path) -> None:
    text = HEAD + term("a", "Hvad hed unionen?", "Kalmarunionen") + "  afvis: [kalmarunionen]\n"
    assert "reject_accepted" in {code for code, _at in codes(look_through(Content(text), tmp_path))}


def test_a_picture_that_is_not_there_is_found(tmp_path: Path) -> None:
    text = HEAD + term("a", "Hvad?", "Det") + "  billede: a.png\n"
    assert codes(look_through(Content(text), tmp_path)) == [("no_picture", 0)]


def test_a_picture_that_says_nothing_of_itself_is_found(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media/a.png").write_bytes(b"")
    text = HEAD + term("a", "Hvad?", "Det") + "  billede: a.png\n"
    assert codes(look_through(Content(text), tmp_path)) == [("picture_undeclared", 0)]
    text = text.replace("spørgsmål:\n-", "medier:\n  a.png: {alt: By}\n\nspørgsmål:\n-")
    found = codes(look_through(Content(text), tmp_path))
    assert [code for code, _at in found] == [
        "picture_without_creator",
        "picture_without_source",
        "picture_without_license",
    ]
    assert {at for _code, at in found} == {None}


def test_a_passage_is_one_of_the_reading_text(tmp_path: Path) -> None:
    reading = "{#afsnit-1}\nDet begyndte.\n"
    head = HEAD.replace("  version: 1\n", "  version: 1\n  læsetekst: tekst.md\n")
    text = head + term("a", "Hvad?", "Det") + "  læs: afsnit-1\n"
    assert not codes(look_through(Content(text, reading), tmp_path))
    text = text.replace("læs: afsnit-1", "læs: afsnit-2")
    assert codes(look_through(Content(text, reading), tmp_path)) == [("no_passage_near", 0)]


def test_what_is_wrong_in_the_reading_text_stands_at_its_line_there(tmp_path: Path) -> None:
    reading = "# T\n\n{#a}\nOrd.\n\n{#a}\nFlere ord.\n"
    [finding] = look_through(
        Content(HEAD + term("a", "Hvad?", "Det"), reading), tmp_path, "tekst.md"
    ).findings
    assert finding.is_in_reading
    assert (finding.problem.code, finding.problem.line, finding.position) == ("mark_twice", 6, None)


def test_a_repair_changes_the_one_word(tmp_path: Path) -> None:
    text = HEAD + term("a", "Hvad?", "Det") + "  hintt: x   # et hint\n"
    [finding] = look_through(Content(text), tmp_path).findings
    assert finding.repair is not None
    assert finding.repair.edit is not None
    document = Document(text, Random(1))
    before = document.questions[0].uid
    document.repair(finding.repair.edit)
    assert document.text == text.replace("hintt", "hint")
    assert document.questions[0].uid == before
    document.undo()
    assert document.text == text


def test_an_id_that_stands_twice_wants_a_new_one(tmp_path: Path) -> None:
    text = HEAD + term("a", "Hvad?", "Det") + term("a", "Hvem?", "Hun")
    [finding] = [one for one in look_through(Content(text), tmp_path).findings if one.is_error]
    assert (finding.wants_new_id, finding.position) == (True, 1)
    assert finding.repair is not None


def test_a_file_with_broken_lines_still_shows_its_questions(tmp_path: Path) -> None:
    text = HEAD + term("a", 'Hvad: "er" det', "Det") + term("b", "Hvem?", "Hun")
    document = Document(text, Random(1))
    assert [document.fields(one.uid) is None for one in document.questions] == [True, False]
    finding = look_through(Content(text), tmp_path).findings[0]
    assert finding.position == 0
    assert finding.repair is not None
    assert finding.repair.edit is not None
    document.repair(finding.repair.edit)
    assert document.fields(document.questions[0].uid) is not None
