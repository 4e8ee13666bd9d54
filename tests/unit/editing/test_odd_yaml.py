"""However oddly, but lawfully, a file is written: what is done to a question leaves the others."""

from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.library.editing.document import Document, with_topics
from quizapp.library.editing.parts import cut, fields_of, questions_of, text_of
from quizapp.packs.text_file import as_read
from quizapp.packs.yaml_entries import NotEntriesError, as_texts
from quizapp.packs.yaml_format import read_yaml
from quizapp.packs.yaml_tree import plain
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind
from tests.unit.editing.several import change_several

PACK: Final = "pakke:\n  id: a.b\n  titel: T\n"
HEADS: Final = (
    PACK + "\nspørgsmål:\n",
    "# c\n---\n" + PACK + "\nspørgsmål:\n",
    "%YAML 1.1\n---\n" + PACK + "spørgsmål:\n",
    "pakke: {id: a.b, titel: T}  # på én linje\nspørgsmål: # her\n",
    "'pakke':\n  id: a.b\n\"spørgsmål\":\n\n",
    PACK + "medier:\n  a.png: {alt: x}\n# c\n\n\n\nspørgsmål:   \n# d\n\n",
    PACK + "  udgåede:\n  - q1\n  - q2\nspørgsmål:\n",
    PACK + "  beskrivelse: |\n    - id: x\n      y\n    spørgsmål:\n    z\n\nspørgsmål:\n",
)
BODIES: Final = (
    "- id: {i}\n  type: kort\n  forside: x\n  bagside: y\n",
    (
        "-   id: {i} # c\n    type: kort\t# tab i\tbemærkning\n    forside: x\n    # in\n\n"
        "    bagside: |\n      y\n\n\n      - z\n    # end\n"
    ),
    "- {{id: {i}, type: skriv, svar: 'a #b', forside: \"q: {{}}\"}}\n",
    "- {{id: {i},\n   type: skriv,  # c\n   forklaring: x\n  }}\n",
    "-\n  id: {i}\n  type: kort\n  forside: x\n",
    "-   # bemærkning\n  id: {i}\n  type: kort\n",
    "- \"id\": {i}\n  'type': kort\n  forside: 'x''y'\n  ? bagside\n  : y\n",
    "- id: {i}\n  type: &a kort\n  forside: *a\n",
    (
        "- id: {i}\n  type: skriv\n  svar: >-\n    folded\n    text\n\n    more\n"
        "  også:\n  - a\n  - b # c\n  - c\n"
    ),
    (
        "- id: {i}\n  type: skriv\n  svar: plain\n    going on\n      over lines\n"
        '  forklaring: "quo\n    ted\n\n    more"\n'
    ),
    "- id: {i}   \n  type: skriv  \n  svar: e\u0301a\u030a   \n  \n",
    "- id: {i}\n  type: par\n  par:\n    a: b\n    c: d   # c\n  forklaring: |2+\n     x\n\n\n",
    "- id: {i}\n  type: skriv\n  forklaring: |-\n    # ingen bemærkning\n    - id: no\n\n    z\n",
    "- id: {i}\n  type: liste\n  svar: [a,\n    b,  # x\n    c]\n  # after\n",
    "- id: {i}\n  type: skriv\n  svar:\n  hint:   # empty\n",
    "- id: {i}\n\n  type: skriv\n\n\n  svar: a\n",
    "- id: {i}\n  type: skriv\n  svar: a\u2028b\u0085c\n  hint: |\n    x\u202ey\u2029z\u00adæ\n",
    "- id: {i}\n  forkerte:\n  - a: b\n  - c:\n     d\n  - |\n    lit\n  type: valg\n",
    "- !q\n  id: {i}\n  type: skriv\n",
    '- id: {i}\n  type: skriv\n  svar: "aldrig lukket\n',
)
UNREADABLE: Final = BODIES[-1]
GAPS: Final = ("", "\n", "\n\n\n", "# c\n", "\n# c\n\n#d\n", "   \n", "  # inde\n", "# a\tb\n")
TAILS: Final = (
    "",
    "\n",
    "# slut",
    "...\n",
    "\n\n# slut\n...\n# efter\n",
    "medier:\n  b.png: {alt: x}\n",
    "   \n",
)
WORDS: Final = (
    "x",
    "a: b",
    "- a",
    "# c",
    "l1\nl2",
    "l1\n\nl2",
    "e\u0301",
    " lead",
    "tail ",
    "ja",
    "~",
    "'",
    '"',
    "\\",
    "{a}",
    "&a",
    "*a",
    "!t",
    "%x",
    "@",
    "a #b",
    "tab\tx",
    "l1\n  l2",
    "\u2028",
    "",
    "\nx",
    "---",
    "l1\n---\nl2",
    "? x",
    "<<",
)


@st.composite
def files(
    draw: st.DrawFn, bodies: tuple[str, ...] = BODIES[:-1], heads: tuple[str, ...] = HEADS
) -> str:
    text = draw(st.sampled_from(heads))
    indent = draw(st.sampled_from(["", "  "]))
    for number in range(draw(st.integers(1, 4))):
        body = draw(st.sampled_from(bodies)).format(i=f"q{number}")
        lines = body.splitlines(keepends=True)
        text += draw(st.sampled_from(GAPS))
        text += "".join(indent + line if line.strip() else line for line in lines)
    text += draw(st.sampled_from(TAILS))
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


VALUES: Final = (
    st.sampled_from(WORDS)
    | st.lists(st.sampled_from(WORDS), max_size=3)
    | st.lists(
        st.dictionaries(
            st.sampled_from(["a", "b: c", "l1\nl2", "-"]),
            st.sampled_from(WORDS),
            min_size=1,
            max_size=1,
        ),
        max_size=2,
    )
)
KEYS: Final = ("type", "forside", "svar", "forklaring", "også", "kilde", "par", "bemærkning")
COMMANDS: Final = st.lists(
    st.tuples(
        st.sampled_from(
            ["set", "copy", "move", "add", "delete", "kind", "topics", "pack", "medium"]
        ),
        st.integers(0, 10),
    ),
    min_size=1,
    max_size=6,
)


def opened(text: str) -> Document:
    return Document(text, Random(1))


def trimmed(value: Plain) -> Plain:
    """Return a value without the blank lines at the end of a text, which count for nothing."""
    match value:
        case dict():
            return {key: trimmed(one) for key, one in value.items()}
        case list():
            return [trimmed(one) for one in value]
        case str():
            return value.rstrip("\n")
        case _:
            return value


def without_empty(fields: object) -> dict[str, Plain]:
    assert isinstance(fields, dict)
    return {key: value for key, value in fields.items() if value not in ("", [], {})}


def carry_out(document: Document, command: str, number: int) -> set[int]:
    """Carry a command out, and return the questions it may have changed."""
    questions = document.questions
    if command == "pack":
        document.set_manifest({"titel": "N: y", "licens": "CC0-1.0"})
        assert document.manifest().license == "CC0-1.0"
        return set()
    if command == "medium":
        document.set_medium("b.png", {"alt": "e: f"})
        assert ("b.png", "e: f") in [(one.name, one.alt) for one in document.media()]
        return set()
    if not questions or command == "add":
        return {document.add(list(Kind)[number], questions[0].uid if questions else None)}
    return _with_chosen(document, command, number, questions[number % len(questions)].uid)


def _with_chosen(document: Document, command: str, number: int, uid: int) -> set[int]:
    match command:
        case "set":
            document.set_fields(uid, {KEYS[number % len(KEYS)]: WORDS[number]})
        case "copy":
            return {document.duplicate(uid)}
        case "move":
            document.move(uid, number % len(document.questions))
            return set()
        case "delete":
            document.delete([uid])
        case "kind":
            document.set_kind(uid, list(Kind)[number])
        case _:
            change_several(document, [uid], with_topics(["t: u", "v"]))
    return {uid}


def must_read_as_the_model(document: Document) -> None:
    text = document.text
    again = cut(text)
    assert text_of(again) == text
    assert [trimmed(fields_of(one)) for one in questions_of(again)] == [  # type: ignore[arg-type]
        trimmed(fields_of(one))  # type: ignore[arg-type]
        for one in document.questions
    ]
    nodes = read_yaml(as_read(text), "").nodes
    read = [trimmed(plain(node)) for node in nodes]
    assert read == [trimmed(dict(fields_of(one) or {})) for one in document.questions]


@given(files(), COMMANDS)
@settings(max_examples=150)
def test_what_is_done_to_some_questions_leaves_the_bytes_of_the_others(
    text: str, commands: list[tuple[str, int]]
) -> None:
    document = opened(text)
    for command, number in commands:
        before = {one.uid: one for one in document.questions}
        changed = carry_out(document, command, number)
        for one in document.questions:
            if one.uid in before and one.uid not in changed:
                assert one.body.rstrip("\r\n") == before[one.uid].body.rstrip("\r\n")
                assert before[one.uid].notes.strip() in one.notes
        must_read_as_the_model(document)
        has_other_ends = document.text.count("\n") != document.text.count("\r\n")
        assert "\r\n" not in text or not has_other_ends
    while document.can_undo:
        document.undo()
    assert document.text == text


@given(files(), st.integers(0, 3), st.sampled_from(KEYS), VALUES)
@settings(max_examples=150)
def test_a_field_reads_as_what_was_written_in_it_and_the_other_fields_as_before(
    text: str, place: int, key: str, value: Plain
) -> None:
    document = opened(text)
    chosen = document.questions[place % len(document.questions)].uid
    wanted = without_empty({**(document.fields(chosen) or {}), key: as_texts(value)})
    document.set_fields(chosen, {key: value})
    assert trimmed(without_empty(document.fields(chosen))) == trimmed(wanted)


@given(files((BODIES[0], BODIES[2], UNREADABLE), HEADS[:7]), COMMANDS)
@settings(max_examples=60)
def test_a_question_that_cannot_be_read_is_never_written_over(
    text: str, commands: list[tuple[str, int]]
) -> None:
    document = opened(text)
    for command, number in commands:
        before = document.questions
        try:
            carry_out(document, command, number)
        except (NotEntriesError, AssertionError):
            continue
        for one in before:
            is_there = any(other.uid == one.uid for other in document.questions)
            if is_there and document.fields(one.uid) is None:
                assert "aldrig lukket" in document.written(one.uid).body


@pytest.mark.parametrize("head", HEADS)
def test_the_last_question_can_go_and_another_be_begun(head: str) -> None:
    document = opened(head + "- id: a\n  type: kort\n...\n")
    document.delete([document.questions[0].uid])
    document.add(Kind.TERM)
    assert len(questions_of(cut(document.text))) == 1
    assert document.text.endswith("...\n")
    assert document.text.count("spørgsmål") == head.count("spørgsmål")


@pytest.mark.parametrize("written", ["spørgsmål: []  # ingen endnu", "spørgsmål: # ingen endnu"])
def test_a_section_without_questions_keeps_its_remark(written: str) -> None:
    document = opened(f"pakke:\n  id: a.b\n{written}\n")
    document.add(Kind.TERM)
    assert "spørgsmål:" in document.text
    assert "# ingen endnu\n" in document.text
    assert len(questions_of(cut(document.text))) == 1


def test_a_copy_of_lines_that_cannot_be_read_says_the_same() -> None:
    document = opened(PACK + "spørgsmål:\n" + UNREADABLE.format(i="a"))
    copy = document.duplicate(document.questions[0].uid)
    assert document.written(copy).body.endswith('svar: "aldrig lukket\n')
