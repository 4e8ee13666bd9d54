"""Text wraps where Danish allows it, and takes the height it needs."""

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.breaks import keep_together
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.rich_text import RichText

LONG = (
    "Witte og Komura skrev under kl. 15.50 lokal tid på flådeværftet uden for Portsmouth i 1905, "
    "som i 1900-tallet var 13 dage bagud – begge datoer står i kilderne, og 84 % er enige. "
) * 3


def test_a_narrower_label_is_higher(qtbot: QtBot) -> None:
    label = WrappingLabel(LONG)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > label.heightForWidth(400)


def test_running_text_stops_at_68_characters_even_where_the_card_is_wider(qtbot: QtBot) -> None:
    label = WrappingLabel(LONG)
    qtbot.addWidget(label)
    assert max(len(line) for line in label.lines_at(2_000)) <= 76
    assert label.lines_at(2_000) == label.lines_at(look_in_force().column_px())


def test_a_heading_may_be_as_wide_as_its_card(qtbot: QtBot) -> None:
    label = WrappingLabel(LONG, "question", capped=False)
    qtbot.addWidget(label)
    assert len(label.lines_at(2_000)) < len(label.lines_at(700))


def test_no_line_begins_with_a_dash_or_splits_a_number_from_its_unit(qtbot: QtBot) -> None:
    label = WrappingLabel(LONG)
    qtbot.addWidget(label)
    for width in range(120, 600, 7):
        lines = label.lines_at(width)
        assert not [line for line in lines if line.startswith(("–", "%", "tallet"))]


@given(text=st.text(alphabet="abæø 0123456789-–%.kr", max_size=60))
def test_keeping_words_together_moves_no_letter(text: str) -> None:
    kept = keep_together(text)
    assert kept.replace("\u00a0", " ").replace("\u2011", "-") == text


def test_no_short_word_is_left_alone_on_the_last_line(qtbot: QtBot) -> None:
    label = WrappingLabel(
        "Sæt begivenhederne i kronologisk rækkefølge, den ældste først.", "question"
    )
    qtbot.addWidget(label)
    whole = label.sizeHint().width()
    first, last = label.lines_at(whole - 4)
    assert last not in {"først.", "ældste først."}
    assert first.startswith("Sæt begivenhederne")


@given(text=st.text(alphabet="abæø 0123456789-–%.kr", max_size=90), width=st.integers(60, 400))
def test_filling_the_last_line_costs_no_letter(text: str, width: int) -> None:
    label = WrappingLabel(text)
    kept = keep_together(text)
    assert "".join(label.lines_at(width)).replace(" ", "") == kept.replace(" ", "")


def test_numbers_stay_with_their_units_and_dates_with_their_months() -> None:
    kept = keep_together("84 % af 12 kr. den 5. september kl. 9 – i 1900-tallet")
    assert kept == (
        "84\u00a0% af 12\u00a0kr. den 5.\u00a0september kl.\u00a09\u00a0– i 1900\u2011tallet"
    )


def test_a_range_keeps_its_plain_dash() -> None:
    assert keep_together("1904–1905") == "1904–1905"


def test_rich_text_is_as_high_as_its_content(qtbot: QtBot) -> None:
    text = RichText(f"<p>{LONG}</p><ul><li>hær</li><li>flåde</li></ul>")
    qtbot.addWidget(text)
    text.show()
    for width in (240, 400, 500):
        text.resize(width, text.heightForWidth(width))
        assert text.document().size().height() <= text.viewport().height()


def test_rich_text_tells_which_link_was_pressed(qtbot: QtBot) -> None:
    text = RichText("<p>Se <a href='sted:a3'>afsnit 3</a>.</p>")
    qtbot.addWidget(text)
    with qtbot.waitSignal(text.link_pressed) as pressed:
        text.anchorClicked.emit("sted:a3")
    assert pressed.args == ["sted:a3"]


def test_rich_text_loads_nothing_from_outside(qtbot: QtBot) -> None:
    text = RichText("<p>a<img src='file:///etc/hostname'>b</p>")
    qtbot.addWidget(text)
    text.show()
    assert text.loadResource(2, "file:///etc/hostname") is None
