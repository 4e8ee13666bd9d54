"""The smaller parts: what they say, what they do when pressed, what they show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.bars import ProgressBar, Ring
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.chip import CategoryChip, Chip
from quizapp.ui.widgets.fold_out import FoldOut
from quizapp.ui.widgets.frame import BottomBar, PageHeader, SittingStrip
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.number_line import LinePoint, NumberLine, ticks_around
from quizapp.ui.widgets.pages import EmptyState, ErrorPage, Trouble, main_button
from quizapp.ui.widgets.reading_text import ReadingPassage, ReadingText
from quizapp.ui.widgets.side_bar import Place, SideBar
from quizapp.ui.widgets.switch import Switch, Tick
from quizapp.ui.widgets.verdict import AnswerPair, Outcome, VerdictBox, differing


def _role(part: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(part).role()


def test_enter_and_space_press_a_button(qtbot: QtBot) -> None:
    button = Button("Fortsæt", Dress.MAIN)
    qtbot.addWidget(button)
    button.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_a_button_is_a_button_by_its_words(qtbot: QtBot) -> None:
    button = Button("Vis hint", icon="lightbulb", key="Ctrl+H")
    qtbot.addWidget(button)
    assert (_role(button), button.accessibleName()) == (QAccessible.Role.PushButton, "Vis hint")


def test_a_button_without_words_has_a_name_and_a_tip(qtbot: QtBot) -> None:
    button = IconButton("x", "Luk")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Luk", "Luk")


def test_a_button_grows_instead_of_cutting_its_words(qtbot: QtBot) -> None:
    button = Button("Kilde: FRUS 1905, dokument nummer 915, side 14")
    qtbot.addWidget(button)
    assert button.heightForWidth(150) > button.heightForWidth(600)


def test_a_switch_is_a_check_box_and_toggles_on_its_whole_row(qtbot: QtBot) -> None:
    switch = Switch("Tæller med i hukommelsen")
    qtbot.addWidget(switch)
    switch.resize(500, switch.sizeHint().height())
    switch.show()
    with qtbot.waitSignal(switch.toggled):
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().center())
    assert (_role(switch), switch.isChecked()) == (QAccessible.Role.CheckBox, True)


def test_the_ring_of_a_switch_keeps_off_its_words(qtbot: QtBot) -> None:
    switch = Switch("Tæller med i hukommelsen")
    qtbot.addWidget(switch)
    ground = switch.look.colour("card").rgb()
    switch.setStyleSheet(f"background: {switch.look.hex('card')}")
    switch.resize(500, switch.sizeHint().height())
    switch.show()
    switch.activateWindow()
    switch.setFocus()
    qtbot.waitUntil(switch.hasFocus)
    image = switch.grab().toImage()
    middle = range(image.height() // 4, image.height() * 3 // 4)
    inked = [x for x in range(40) if any(image.pixel(x, y) != ground for y in middle)]
    ring = [x for x in inked if x < 4]
    words = min(x for x in inked if x >= 4)
    assert ring
    assert words - max(ring) > switch.look.space(4)


def test_space_ticks(qtbot: QtBot) -> None:
    tick = Tick("Valgt")
    qtbot.addWidget(tick)
    tick.show()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()


def test_a_chip_is_read_as_text(qtbot: QtBot) -> None:
    chip = CategoryChip("dato", "Dato")
    qtbot.addWidget(chip)
    interface = QAccessible.queryAccessibleInterface(chip)
    assert interface.text(QAccessible.Text.Name) == "Dato"


def test_an_unknown_category_has_words_only(qtbot: QtBot) -> None:
    known, unknown = CategoryChip("dato", "Emne"), CategoryChip("emne", "Emne")
    for chip in (known, unknown):
        qtbot.addWidget(chip)
    assert unknown.sizeHint().width() < known.sizeHint().width()


def test_a_verdict_is_read_as_word_and_sentence(qtbot: QtBot) -> None:
    box = VerdictBox(Outcome.ALMOST, "Næsten", "Årstallet mangler.")
    qtbot.addWidget(box)
    assert box.accessibleName() == "Næsten. Årstallet mangler."


def test_differing_letters_are_marked_in_both_answers() -> None:
    spans = differing("Mantsjuriet", "Manchuriet", "warn")
    assert [(span.start, span.length) for span in spans] == [(3, 3)]


@given(text=st.text(max_size=20))
def test_equal_answers_have_nothing_to_mark(text: str) -> None:
    assert differing(text, text, "warn") == ()


def test_the_two_answers_stack_when_the_card_is_narrow(qtbot: QtBot) -> None:
    pair = AnswerPair(("Du skrev", "5/9"), ("Rigtigt svar", "5. september 1905"), Outcome.ALMOST)
    qtbot.addWidget(pair)
    pair.show()
    tops = []
    for width in (700, 300):
        pair.resize(width, 200)
        values = [label for label in pair.findChildren(WrappingLabel) if label.text() == "5/9"]
        right = [label for label in pair.findChildren(WrappingLabel) if "sept" in label.text()]
        pair.layout().activate()  # type: ignore[union-attr] # it was made with one
        tops.append(
            right[0].mapTo(pair, right[0].pos()).x() - values[0].mapTo(pair, values[0].pos()).x()
        )
    assert tops[0] > 0
    assert tops[1] == 0


def test_a_fold_opens_by_key_and_tells(qtbot: QtBot) -> None:
    fold = FoldOut("Kildekritik")
    inside = QLabel("Rusland brugte den julianske kalender.")
    fold.inside.addWidget(inside)
    qtbot.addWidget(fold)
    fold.show()
    assert not inside.isVisible()
    with qtbot.waitSignal(fold.unfolded):
        qtbot.keyClick(fold.head, Qt.Key.Key_Return)
    assert inside.isVisible()


@given(low=st.floats(min_value=-1e9, max_value=1e9), extra=st.floats(min_value=0, max_value=1e9))
def test_ticks_enclose_both_values_and_are_few(low: float, extra: float) -> None:
    ticks = ticks_around(low, low + extra)
    assert ticks[0] <= low
    assert low + extra <= ticks[-1]
    assert 2 <= len(ticks) <= 8


def test_a_number_line_says_its_values_in_words(qtbot: QtBot) -> None:
    points = (LinePoint(41_000, "dit svar", "bad"), LinePoint(60_000, "rigtigt", "ok"))
    line = NumberLine("De to tal", points, lambda value: f"{value:.0f}")
    qtbot.addWidget(line)
    assert line.accessibleDescription() == "dit svar 41000, rigtigt 60000"


def test_a_bar_says_its_share(qtbot: QtBot) -> None:
    bar = ProgressBar("Portsmouth-traktaten", 0.664)
    qtbot.addWidget(bar)
    assert bar.accessibleDescription() == "66 %"


def test_a_bar_is_a_progress_bar_and_a_ring_is_a_picture(qtbot: QtBot) -> None:
    bar, ring = ProgressBar("Runden", 0.5), Ring("Minutter i dag")
    for part in (bar, ring):
        qtbot.addWidget(part)
    assert (_role(bar), _role(ring)) == (QAccessible.Role.ProgressBar, QAccessible.Role.Graphic)


def test_a_ring_says_its_number(qtbot: QtBot) -> None:
    ring = Ring("Minutter i dag")
    qtbot.addWidget(ring)
    ring.set_value(7 / 18, "7", "af 18 min.")
    assert ring.accessibleDescription() == "7 af 18 min."


def test_the_strip_loses_words_before_the_bar(qtbot: QtBot) -> None:
    strip = SittingStrip("Afslut runden")
    qtbot.addWidget(strip)
    strip.show()
    strip.set_progress(0.3, "8 af 26", "ca. 11 min. tilbage")
    strip.resize(1000, strip.height())
    wide = strip.leave.text()
    strip.resize(420, strip.height())
    assert (wide, strip.leave.text()) == ("Afslut runden", "")
    assert strip.leave.accessibleName() == "Afslut runden"
    qtbot.waitUntil(lambda: strip.bar.width() > 100)


def test_the_bar_puts_its_help_in_one_menu_when_room_is_short(qtbot: QtBot) -> None:
    bar = BottomBar()
    qtbot.addWidget(bar)
    pressed: list[str] = []
    hint, skip = Button("Vis hint", key="Ctrl+H"), Button("Spring over")
    skip.clicked.connect(lambda: pressed.append("skip"))
    main = Button("Svar", Dress.MAIN)
    bar.set_buttons([hint, skip], main)
    bar.resize(300, bar.sizeHint().height())
    bar.show()
    assert not hint.isVisible()
    assert main.isVisible()
    bar._more.click()
    menu = bar.findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert pressed == ["skip"]


def test_the_header_leads_back(qtbot: QtBot) -> None:
    header = PageHeader("Tilføj pakke", back="Bibliotek")
    qtbot.addWidget(header)
    header.show()
    with qtbot.waitSignal(header.back_pressed):
        qtbot.mouseClick(header.back, Qt.MouseButton.LeftButton)


PLACES = (Place("home", "I dag", "house"), Place("study", "Øv", "target"))


def test_the_side_bar_tells_where_to_go(qtbot: QtBot) -> None:
    bar = SideBar("Quizapp", PLACES, (Place("settings", "Indstillinger", "settings"),))
    qtbot.addWidget(bar)
    bar.show()
    with qtbot.waitSignal(bar.chosen) as chosen:
        qtbot.mouseClick(bar.items[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["study"]


def test_the_side_bar_keeps_its_width_when_another_page_is_open(qtbot: QtBot) -> None:
    bar = SideBar("Quizapp", PLACES, ())
    qtbot.addWidget(bar)
    bar.show_current("home")
    before = bar.sizeHint().width()
    bar.show_current("study")
    assert bar.sizeHint().width() == before


def test_a_rail_keeps_names_and_shows_them_as_tips(qtbot: QtBot) -> None:
    bar = SideBar("Quizapp", PLACES, ())
    qtbot.addWidget(bar)
    wide = bar.sizeHint().width()
    bar.set_rail(is_rail=True)
    assert bar.sizeHint().width() < wide / 2
    assert (bar.items[1].accessibleName(), bar.items[1].toolTip()) == ("Øv", "Øv")


def test_an_empty_page_offers_a_way_on(qtbot: QtBot) -> None:
    empty = EmptyState("search", "Ingen spørgsmål passer", "Prøv et kortere ord.", "Fjern filtre")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.pressed):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)


def test_an_error_is_read_in_full(qtbot: QtBot) -> None:
    trouble = Trouble(
        "Kunne ikke læses", "Intet er ændret.", "For kort.", "x.quizpack", "Hent igen."
    )
    page = ErrorPage(trouble, (main_button("Vælg fil …"),))
    qtbot.addWidget(page)
    said = "Kunne ikke læses Intet er ændret. For kort. x.quizpack Hent igen."
    assert page.accessibleName() == said


@pytest.fixture
def text(qtbot: QtBot) -> ReadingText:
    passages = [
        ReadingPassage(f"a{n}", f"Afsnit {n}", "<p>" + "ord " * 80 + "</p>") for n in range(9)
    ]
    made = ReadingText("Læsetekst", passages)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_passage_is_scrolled_to_a_third_from_the_top(text: ReadingText) -> None:
    text.show_passage("a5")
    shown = text._passages["a5"]
    top = shown.mapTo(text._scroll, shown.rect().topLeft()).y()
    assert abs(top - text._scroll.viewport().height() // 3) <= 2


def test_a_passage_takes_the_focus(text: ReadingText) -> None:
    text.show_passage("a5")
    assert text._passages["a5"].text.hasFocus()


def test_escape_closes_the_text(text: ReadingText, qtbot: QtBot) -> None:
    text.show_passage("a2")
    with qtbot.waitSignal(text.closed):
        qtbot.keyClick(text._passages["a2"].text, Qt.Key.Key_Escape)


def test_an_unknown_passage_is_a_mistake(text: ReadingText) -> None:
    with pytest.raises(KeyError):
        text.show_passage("findes-ikke")


def test_a_plain_chip_may_carry_an_icon(qtbot: QtBot) -> None:
    chip = Chip("Ud over teksten")
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.set_icon("book-open-text")
    assert chip.sizeHint().width() > before
