"""Where long things are cut between two pages, and what fits on a card."""

import pytest

from quizapp.packs.yaml_format import read_yaml
from quizapp.questions.kinds import MultipleChoice, Question
from quizapp.study.shown import shown_of
from quizapp.ui.printing.blocks import options_html
from quizapp.ui.printing.compose import Part, Wish, compose
from quizapp.ui.printing.page_breaks import cuts
from quizapp.ui.printing.pages import COLUMN, ROOM, Flow
from quizapp.ui.printing.paper import Item
from quizapp.ui.printing.pieces import Lines, Space, Words, words
from tests.builders import a_pack

pytestmark = pytest.mark.usefixtures("qapp")
LONG = "ord " * 4000


def question_of(text: str) -> Question:
    [question] = read_yaml(f"spørgsmål:\n- id: a\n  kategori: begreb\n{text}", "").questions
    assert question is not None
    return question


def parts_of(flow: Flow) -> list[list[Words]]:
    return [
        [piece for piece, _at in page.placed if isinstance(piece, Words)] for page in flow.pages
    ]


def test_a_row_of_a_table_stands_on_one_page() -> None:
    cell = "<br>".join(["ord"] * 4)
    rows = 40
    long = words("<table>" + f"<tr><td>{cell}</td><td>kort</td></tr>" * rows + "</table>", COLUMN)
    flow = Flow("", "")
    flow.add([long])
    placed = [piece for page in parts_of(flow) for piece in page]
    assert len(flow.pages) > 1
    assert sum(piece.height for piece in placed) == pytest.approx(long.height)
    counts = [piece.height / (long.height / rows) for piece in placed[:-1]]
    assert counts == pytest.approx([round(count) for count in counts], abs=0.1)


def test_a_long_text_begins_under_its_heading() -> None:
    flow = Flow("", "")
    flow.add_heading([words("<h2>Overskrift</h2>", COLUMN)])
    flow.add([words(f"<p>{LONG}</p>", COLUMN)])
    assert len(parts_of(flow)[0]) == 2


@pytest.mark.parametrize(("used", "page"), [(0.3, 0), (0.9, 1)])
def test_what_is_long_begins_where_there_is_room_for_more_than_its_head(
    used: float, page: int
) -> None:
    flow = Flow("", "")
    flow.add([Space(used * ROOM)])
    flow.add([words("<h2>Overskrift</h2>", COLUMN), Lines(80, 100)])
    heads = [any(isinstance(one, Words) for one, _at in here.placed) for here in flow.pages]
    assert heads.index(True) == page


def test_no_line_of_a_text_stands_alone_on_a_page() -> None:
    line = words("<p>ord</p>", COLUMN).height
    for count in range(50, 75):
        flow = Flow("", "")
        flow.add([words("<p>" + "<br>".join(["ord"] * count) + "</p>", COLUMN), Space(ROOM)])
        heights = [piece.height for page in parts_of(flow) for piece in page]
        assert all(height > 1.5 * line for height in heights), count


def test_what_does_not_fit_at_all_here_begins_on_the_next_page() -> None:
    lines = [(float(at), float(at + 1)) for at in range(10)]
    assert list(cuts(lines, 0.5, 4.0, 0.0)) == [4.0, 8.0]
    assert list(cuts(lines, 3.0, 4.0, 0.0)) == [3.0, 7.0]
    assert list(cuts(lines, 1.0, 4.0, 0.0)) == [4.0, 8.0]


def test_a_card_says_that_there_is_more_than_it_has_room_for() -> None:
    pack = a_pack(question_of(f"  type: åbent\n  spørgsmål: Hvad?\n  modelsvar: {LONG}\n"))
    _front, back = compose(pack, Wish(parts=(Part.CARDS,)))
    shown = [piece for piece, _at in back.placed if isinstance(piece, Words)]
    assert "facit" in shown[-1].html
    assert sum(piece.height for piece in shown) < 46 * 72 / 25.4


def test_options_after_z_stand_beside_their_letters() -> None:
    right = ", ".join(f"r{number}" for number in range(14))
    wrong = ", ".join(f"f{number}" for number in range(15))
    question = question_of(
        f"  type: flervalg\n  spørgsmål: Vælg\n  rigtige: [{right}]\n  forkerte: [{wrong}]\n"
    )
    assert isinstance(question, MultipleChoice)
    html = options_html(Item(1, question, shown_of(question, "1")))
    assert words(html, COLUMN).height == pytest.approx(29 * words("<p>a</p>", 99).height, rel=0.3)


def test_a_card_on_a_sheet_says_what_is_to_be_written() -> None:
    pack = a_pack(
        question_of("  type: kort\n  forside: stavnsbånd\n  bagside: Bundet til jorden\n")
    )
    [page, *_rest] = compose(pack, Wish(parts=(Part.SHEETS,), versions=("A",)))
    texts = [piece.html for piece, _at in page.placed if isinstance(piece, Words)]
    assert any("bagsiden" in text for text in texts)
