"""Packs on paper: versions, keys, cards, and pages on which no question is torn apart."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from quizapp.packs.reader import read_pack
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Choice, Matching, MultipleChoice
from quizapp.questions.pack import Medium, Pack
from quizapp.ui.printing.blocks import WithOptions, right_texts
from quizapp.ui.printing.cards import CARD_WIDTH, place_of
from quizapp.ui.printing.compose import Part, Wish, compose
from quizapp.ui.printing.key_notes import notes_of
from quizapp.ui.printing.output import NotPrintedError, picture_of, write_pdf
from quizapp.ui.printing.pages import FOOT, HEIGHT, ROOM, SIDE, TOP, WIDTH, Flow
from quizapp.ui.printing.paper import chosen_questions, letter_of, sheet_of
from quizapp.ui.printing.pieces import Group, Lines, Space, Words, words
from tests.builders import a_choice, a_pack, a_question, with_picture, with_reading_text
from tests.hostile.folders import a_png
from tests.small_disks import fill
from tests.strategies import packs
from tests.ui.pages.window import ELEVEN

pytestmark = pytest.mark.usefixtures("qapp")
EVERYTHING = tuple(Part)
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9"/></svg>'


@pytest.fixture
def eleven() -> Pack:
    pack = read_pack(ELEVEN).pack
    assert pack is not None
    return pack


def test_the_same_seed_gives_the_same_sheets(eleven: Pack) -> None:
    assert sheet_of(eleven.questions, "B", 7) == sheet_of(eleven.questions, "B", 7)
    assert sheet_of(eleven.questions, "B", 7) != sheet_of(eleven.questions, "B", 8)


def test_versions_ask_the_same_in_another_order(eleven: Pack) -> None:
    one, other = (sheet_of(eleven.questions, name, 7) for name in ("A", "B"))
    assert [item.question for item in one.items] == list(eleven.questions)
    assert {item.question.id for item in other.items} == {one.id for one in eleven.questions}
    assert [item.question for item in other.items] != list(eleven.questions)


@given(pack=packs(), seed=st.integers(1, 9999))
@settings(max_examples=20)
def test_the_letters_of_the_key_point_at_what_is_right(pack: Pack, seed: int) -> None:
    for item in sheet_of(pack.questions, "B", seed).items:
        letters = {letter_of(place): text for place, text in enumerate(item.shown.options)}
        match item.question:
            case Choice(right=right):
                assert letters[item.right_letters] == right
            case MultipleChoice(right=right):
                assert {letters[one] for one in item.right_letters.split(", ")} == {*right}
            case Matching(pairs=pairs):
                assert len(item.right_letters.split(", ")) == len(pairs)
            case _:
                assert item.right_letters == ""


def test_some_questions_are_chosen_by_chance_in_the_authors_order(eleven: Pack) -> None:
    chosen = chosen_questions(eleven, 4, 3)
    assert len(chosen) == 4
    assert list(chosen) == [one for one in eleven.questions if one in chosen]
    assert chosen_questions(eleven, 99, 3) == eleven.questions


@settings(max_examples=15)
@given(heights=st.lists(st.floats(1, ROOM), min_size=1, max_size=40))
def test_a_block_that_fits_a_page_is_never_torn_apart(heights: list[float]) -> None:
    flow = Flow("", "")
    for height in heights:
        flow.add([Space(height / 2), Space(height / 2)])
    for page in flow.pages:
        assert len(page.placed) % 2 == 0
        for piece, at in page.placed:
            assert at.y() + piece.height <= HEIGHT - FOOT + 0.01


def test_a_heading_moves_on_with_what_it_is_of() -> None:
    flow = Flow("", "")
    flow.add([Space(ROOM - 20)])
    flow.add_heading([Space(15)])
    flow.add([Space(40)])
    assert [len(page.placed) for page in flow.pages] == [1, 2]


def test_what_is_higher_than_a_page_goes_on_between_two_lines() -> None:
    long = words("<p>" + "ord " * 9000 + "</p>", WIDTH - 2 * SIDE)
    flow = Flow("", "")
    flow.add([long, Lines(60, 100)])
    assert len(flow.pages) > 3
    placed = [piece for page in flow.pages for piece, _at in page.placed]
    shown = sum(piece.height for piece in placed if isinstance(piece, Words))
    assert shown == pytest.approx(long.height)
    assert sum(piece.count for piece in placed if isinstance(piece, Lines)) == 60


def test_the_back_of_a_card_lies_behind_its_front() -> None:
    for number in range(10):
        front, back = (place_of(number, is_back=is_back) for is_back in (False, True))
        assert back == QPointF(WIDTH - front.x() - CARD_WIDTH, front.y())


def test_cards_come_in_pairs_of_pages_and_every_part_begins_on_a_front(eleven: Pack) -> None:
    assert len(compose(eleven, Wish(parts=(Part.CARDS,)))) == 4
    pages = compose(eleven, Wish(parts=(Part.SHEETS, Part.KEY), versions=("A",)))
    firsts = [place for place, page in enumerate(pages) if page.has_foot and page.number == 1]
    assert firsts
    assert all(place % 2 == 0 for place in firsts)


def test_a_card_with_too_much_on_it_is_cut_at_its_foot() -> None:
    pack = a_pack(a_question("sp-1", spørgsmål="ord " * 2000))
    front, _back = compose(pack, Wish(parts=(Part.CARDS,)))
    for piece, at in front.placed:
        assert at.y() + piece.height <= place_of(2, is_back=False).y()


def test_the_reading_text_keeps_its_headings(eleven: Pack) -> None:
    pack = with_reading_text(eleven, "Et afsnit om krig.")
    [page, *_rest] = compose(pack, Wish(parts=(Part.TEXT,)))
    texts = [piece.html for piece, _at in page.placed if isinstance(piece, Words)]
    assert "<p>Et afsnit om krig.</p>" in texts


def test_a_pdf_is_written_with_every_part(tmp_path: Path, eleven: Pack) -> None:
    pack = with_reading_text(eleven, "Et afsnit.")
    pages = compose(pack, Wish(parts=EVERYTHING, seed=4711))
    write_pdf(pages, tmp_path / "a.pdf", "Elleve")
    content = (tmp_path / "a.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == len(pages)
    assert b"Inter" in content


def test_a_pdf_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotPrintedError, match="kan ikke gemmes"):
        write_pdf([], tmp_path / "væk" / "a.pdf", "Elleve")


def test_a_pdf_that_has_no_room_says_so(small_disk: Path, eleven: Pack) -> None:
    fill(small_disk, 0)
    with pytest.raises(NotPrintedError, match=r"Disken er fuld, så .*a\.pdf ikke kunne gemmes"):
        write_pdf(compose(eleven, Wish()), small_disk / "a.pdf", "Elleve")
    assert not (small_disk / "a.pdf").exists()


def test_a_page_is_black_on_white_and_within_its_margins(eleven: Pack) -> None:
    pages = compose(eleven, Wish(parts=(Part.SHEETS,)))
    image = picture_of(pages, 0, 420, 2.0)
    assert (image.width(), image.devicePixelRatio()) == (840, 2.0)
    scale = image.width() / WIDTH
    assert darkest(image, 0, image.width(), 0, round((TOP - 4) * scale)) > 240
    assert darkest(image, 0, round((SIDE - 4) * scale), 0, image.height()) > 240
    assert darkest(image, 0, image.width(), 0, image.height()) < 80


def darkest(image: QImage, left: int, right: int, top: int, bottom: int) -> int:
    return min(
        QColor(image.pixel(x, y)).lightness()
        for x in range(left, right, 2)
        for y in range(top, bottom, 2)
    )


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [("a.svg", DRAWING, True), ("a.png", a_png(9, 9), False), ("a.gif", b"GIF89a", False)],
)
def test_pictures_that_can_be_shown_are_printed(name: str, content: bytes, shown: bool) -> None:
    pack = with_picture(a_pack(a_question("sp-1", billede=name)), name, content)
    [page, *_rest] = compose(pack, Wish(parts=(Part.SHEETS,), versions=("A",)))
    kinds = [type(piece).__name__ for piece, _at in page.placed]
    assert ("Picture" in kinds) is shown


KINDS: dict[str, dict[str, Plain]] = {
    "valg": {"type": "valg", "svar": None, "rigtigt": "Ja", "forkerte": ["Nej"]},
    "flervalg": {"type": "flervalg", "svar": None, "rigtige": ["Ja"], "forkerte": ["Nej"]},
    "orden": {"type": "rækkefølge", "svar": None, "rækkefølge": ["Ja", "Nej"]},
    "par": {"type": "par", "svar": None, "par": [{"Ja": "1"}, {"Nej": "2"}]},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", [Part.SHEETS, Part.KEY, Part.CARDS])
def test_pictures_at_options_are_printed_with_their_words_and_makers(kind: str, part: Part) -> None:
    question = a_question("sp-1", billeder=[{"Ja": "a.svg"}], **KINDS[kind])
    pack = with_picture(a_pack(question), "a.svg", DRAWING)
    pack = replace(pack, media=(Medium(name="a.svg", creator="Tegneren", title="Svaret"),))
    [page, *_rest] = compose(pack, Wish(parts=(part,), versions=("A",)))
    pieces = [piece for piece, _at in page.placed]
    inner = [part for one in pieces if isinstance(one, Group) for part, _at in one.parts]
    inner += [part for one in inner if isinstance(one, Group) for part, _at in one.parts]
    assert any(type(one).__name__ == "Picture" for one in inner)
    said = "".join(one.html for one in (*pieces, *inner) if isinstance(one, Words))
    assert "Ja" in said
    assert "Tegneren" in said
    assert "Svaret" not in said


def test_the_key_shows_what_is_right_and_nothing_else() -> None:
    pictures: list[Plain] = [{"Nej": "n.svg"}, {"Ja": "j.svg"}, {"Altid": "a.svg"}]
    one = a_choice(forkerte=["Nej", "Altid"], billeder=pictures)
    several = a_question(
        "sp-2",
        **KINDS["flervalg"] | {"rigtige": ["Ja", "Altid"], "forkerte": ["Nej"]},
        billeder=pictures,
    )
    order: list[Plain] = [["Ja", "Nej"], "Altid"]
    in_order = a_question("sp-3", **KINDS["orden"] | {"rækkefølge": order}, billeder=pictures)
    pairs = a_question("sp-4", **KINDS["par"], billeder=pictures[:2])
    found = [right_texts(q) for q in (one, several, in_order, pairs) if isinstance(q, WithOptions)]
    assert found == [
        [("Ja", "j.svg")],
        [("Ja", "j.svg"), ("Altid", "a.svg")],
        [("1. Ja", "j.svg"), ("1. Nej", "n.svg"), ("2. Altid", "a.svg")],
        [("Ja – 1", "j.svg"), ("Nej – 2", "n.svg")],
    ]


def test_a_picture_that_cannot_be_printed_is_said_in_words() -> None:
    pack = with_picture(a_pack(a_question("sp-1", billede="a.png")), "a.png", a_png(9, 9))
    pack = replace(pack, media=(Medium(name="a.png", alt="En rød by"),))
    [page, *_rest] = compose(pack, Wish(parts=(Part.SHEETS,), versions=("A",)))
    said = "".join(piece.html for piece, _at in page.placed if isinstance(piece, Words))
    assert "En rød by" in said


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"også": ["Et andet"]}, "Godtages: Et andet"),
        ({"næsten": [{"Tæt på": "Næsten."}]}, "Næsten: Tæt på (Næsten.)"),
        ({"afvis": ["Forkert"]}, "Godtages ikke: Forkert"),
        ({"type": "tal", "svar": "170,86", "tolerance": "0,5"}, "Godtages: ± 0,5"),
        ({"type": "tal", "svar": "100", "tolerance": "5 %"}, "Godtages: ± 5 %"),
        ({"type": "tal", "svar": "170", "godtag": ["169", "171"]}, "Godtages: 169–171"),
        ({"type": "dato", "svar": "1849", "margin år": "2"}, "Godtages: 2 år til hver side"),
        ({"type": "liste", "svar": ["a", ["b", "c"]]}, "Samme svar: b = c"),
        ({"type": "liste", "svar": ["a", "b", "c"], "kræves": "2"}, "Der kræves 2."),
        ({"kildekritik": "Uenighed."}, "Kildekritik: Uenighed."),
    ],
)
def test_the_key_says_how_to_mark(fields: dict[str, Plain], note: str) -> None:
    assert note in notes_of(a_question("sp-1", **fields))


def test_the_key_explains_wrong_options() -> None:
    question = a_choice(forkerte=[{"Nej": "Det skete aldrig."}, "Måske"])
    assert notes_of(question) == ["»Nej«: Det skete aldrig."]
