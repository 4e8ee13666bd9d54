"""The parts of a sitting: one sample page for every kind of answer and its verdict."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.chip import CategoryChip, Chip
from quizapp.ui.widgets.field import Field, FieldSize
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.fold_out import FoldOut
from quizapp.ui.widgets.frame import BottomBar, PageScroll, SittingStrip
from quizapp.ui.widgets.gap_text import Gap, GapText
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.lift_list import LiftList
from quizapp.ui.widgets.list_field import ListField
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.match_board import MatchBoard
from quizapp.ui.widgets.number_line import LinePoint, NumberLine
from quizapp.ui.widgets.options import Mark, OptionList, OptionState
from quizapp.ui.widgets.rating import RatingBar, RatingChoice
from quizapp.ui.widgets.reading_text import ReadingPassage, ReadingText
from quizapp.ui.widgets.rich_text import RichText
from quizapp.ui.widgets.verdict import AnswerPair, Outcome, VerdictBox

LONG = (
    "Rusland brugte stadig den julianske kalender, »gammel stil«, som i 1900-tallet var 13 dage "
    "bagud. 23. august og 5. september er den samme dag – begge datoer står i samtidens kilder."
)
EXPLAINED = (
    "Witte og Komura skrev under kl. 15.50 lokal tid på flådeværftet uden for Portsmouth. "
    "Samme dag begyndte optøjerne i Tokyo."
)


def flow_of(*parts: QWidget) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, gaps=(10, 8))
    for part in parts:
        flow.addWidget(part)
    return holder


def _sitting(card: Card, bar: BottomBar) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    strip = SittingStrip("Afslut runden")
    strip.set_progress(8 / 26, "8 af 26", "ca. 11 min. tilbage")
    scroll = PageScroll(760, margins=(30, 14))
    scroll.column.addWidget(card)
    column.addWidget(strip)
    column.addWidget(scroll, 1)
    column.addWidget(bar)
    return page


def _helping() -> BottomBar:
    bar = BottomBar()
    hint = Button("Vis hint", icon="lightbulb", key="Ctrl+H")
    left = [hint, Button("Ved ikke", Dress.QUIET), Button("Spring over", Dress.QUIET)]
    bar.set_buttons(left, Button("Svar", Dress.MAIN, key="Enter"))
    return bar


def _after() -> BottomBar:
    bar = BottomBar()
    undo = Button("Fortryd svaret", Dress.QUIET, icon="undo-2", key="Ctrl+Z")
    report = Button("Meld fejl", Dress.QUIET, icon="flag")
    left = [undo, Button("Mit svar var rigtigt", Dress.QUIET), report]
    bar.set_buttons(left, Button("Næste", Dress.MAIN, key="Enter"))
    return bar


def _question(category: str, title: str, question: str, other: str = "") -> Card:
    card = Card(shadow=True, padding=(34, 28), gap=12)
    source = Chip("Portsmouth-traktaten 1905") if not other else Chip(other, "book-open-text")
    card.body.addWidget(flow_of(CategoryChip(category, title), source))
    card.body.addWidget(WrappingLabel(question, "question", capped=False))
    return card


def date_empty() -> QWidget:
    """The page of a typed date, nothing typed."""
    card = _question("dato", "Dato", "På hvilken dato blev Portsmouth-traktaten underskrevet?")
    field = Field("Skriv datoen", size=FieldSize.LARGE, example="fx 17. marts 1725")
    field.set_hint(
        "Dag, måned og år. Alle danske skrivemåder kan bruges:",
        ("17. marts 1725", "17/3 1725", "17.03.1725", "den syttende marts 1725"),
    )
    card.body.addWidget(field)
    return _sitting(card, _helping())


def date_almost() -> QWidget:
    """The page of a typed date, almost right."""
    card = _question(
        "dato", "Dato", "På hvilken dato blev Portsmouth-traktaten underskrevet?", "Ud over teksten"
    )
    sentence = "Dag og måned passer, men årstallet mangler."
    card.body.addWidget(VerdictBox(Outcome.ALMOST, "Næsten", sentence))
    card.body.addWidget(
        AnswerPair(("Du skrev", "5/9"), ("Rigtigt svar", "5. september 1905"), Outcome.ALMOST)
    )
    card.body.addWidget(WrappingLabel(EXPLAINED))
    card.body.addWidget(
        flow_of(
            Button("Vis i teksten, afsnit 1", Dress.LINK, icon="list-tree"),
            Button("Kilde: FRUS 1905, dok. 915", Dress.QUIET, icon="link-2"),
        )
    )
    fold = FoldOut(
        "Kildekritik: hvorfor står der 23. august i russiske papirer?",
        icon="scan-search",
        is_open=True,
    )
    fold.inside.addWidget(WrappingLabel(LONG))
    card.body.addWidget(fold)
    card.body.addWidget(
        flow_of(IconLine("rotate-ccw", "Kommer igen om 2 dage."), Button("Hvorfor?", Dress.LINK))
    )
    return _sitting(card, _after())


def number_wrong() -> QWidget:
    """A number that was wrong, with the line."""
    card = _question("tal", "Tal", "Hvor mange soldater mistede russerne i slaget ved Mukden?")
    card.body.addWidget(VerdictBox(Outcome.WRONG, "Forkert", "41.000 er japanernes tab."))
    card.body.addWidget(
        AnswerPair(("Du skrev", "41.000"), ("Rigtigt svar", "60.000 soldater"), Outcome.WRONG)
    )
    points = (LinePoint(41_000, "dit svar", "bad"), LinePoint(60_000, "rigtigt", "ok"))
    write = lambda value: f"{value:,.0f}".replace(",", ".")  # noqa: E731 - a sample
    card.body.addWidget(NumberLine("De to tal", points, write))
    card.body.addWidget(
        AnswerPair(
            ("Du skrev", "Mantsjuriet"),
            ("Rigtigt svar", "Manchuriet"),
            Outcome.ALMOST,
            mark_difference=True,
        )
    )
    card.body.addWidget(FoldOut("Kildekritik: hvad dækker »mistede«?", icon="scan-search"))
    return _sitting(card, _after())


def choice_open() -> QWidget:
    """Several options, two chosen."""
    card = _question("motiv", "Motiv", "Hvilke mål havde den japanske forhandler?")
    card.body.addWidget(
        WrappingLabel("Vælg alle rigtige svar – tast 1–4, og tryk på Enter", "base", "muted")
    )
    options = OptionList(
        ("At beholde sin flåde", "Kontrol i Korea", LONG, "Krigserstatning"), several=True
    )
    options.set_chosen((1, 2))
    card.body.addWidget(options)
    card.body.addWidget(KeyLine([("↑ ↓", "flyt"), ("Mellemrum", "vælg eller vælg fra")]))
    page = _sitting(card, _helping())
    options.rows[3].setFocus()
    return page


def choice_wrong() -> QWidget:
    """One option chosen, and wrong."""
    card = _question("konsekvens", "Konsekvens", "Hvorfor blev folk i Tokyo så vrede?")
    options = OptionList(
        (
            "De var imod, at Japan fik Korea",
            "De ville have krigen stoppet tidligere",
            "De syntes, at sejren burde give erstatning",
            "De var vrede over, at Roosevelt fik Nobels fredspris",
        )
    )
    why = "Kontrol over Korea var netop Japans vigtigste mål."
    options.set_marks(
        (
            Mark(OptionState.WRONG, "Dit svar", why),
            Mark(OptionState.DIMMED),
            Mark(OptionState.RIGHT, "Rigtigt svar"),
            Mark(OptionState.DIMMED),
        )
    )
    card.body.addWidget(options)
    card.body.addWidget(VerdictBox(Outcome.WRONG, "Forkert", EXPLAINED))
    card.body.addWidget(VerdictBox(Outcome.RIGHT, "Rigtigt", "Skrives 5. september 1905."))
    return _sitting(card, _after())


def ordering() -> QWidget:
    """Rows to order, one lifted."""
    card = _question("dato", "Dato", "Sæt begivenhederne i kronologisk rækkefølge.")
    names = (
        "Meiji-restaurationen",
        "Den tredobbelte intervention",
        "Japans angreb på Port Arthur",
        "Krigen mellem Japan og Kina",
        "Forhandlingerne i Portsmouth",
    )
    rows = LiftList("Ældst øverst", names)
    card.body.addWidget(WrappingLabel("Ældst øverst. Træk dem på plads", "base", "muted"))
    card.body.addWidget(rows)
    page = _sitting(card, _helping())
    rows._rows[2].click()
    return page


def ordering_marked() -> QWidget:
    """Rows after the answer."""
    card = _question("dato", "Dato", "Sæt begivenhederne i kronologisk rækkefølge.")
    rows = LiftList("Ældst øverst", ("Meiji-restaurationen", "Port Arthur", "Mukden"))
    rows.set_marks(
        (
            Mark(OptionState.RIGHT, "1868"),
            Mark(OptionState.WRONG, "hører til på plads 3"),
            Mark(OptionState.RIGHT, "1905"),
        )
    )
    card.body.addWidget(rows)
    return _sitting(card, _after())


def matching() -> QWidget:
    """Pairs, some made."""
    card = _question("konsekvens", "Konsekvens", "Forbind årsag og virkning.")
    board = MatchBoard(
        ("Årsag", "Virkning · 1 svarmulighed skal ikke bruges"),
        ("Den tredobbelte intervention", "Store tab og dyr krigsførelse", "Ingen erstatning"),
        (
            "Protester og optøjer i Tokyo",
            "Japan opgav krav på havne og Liaodong-halvøen",
            "Endnu større sympati for Japan i USA",
            "Begge lande søgte fred",
        ),
    )
    board.set_pairs({0: 1, 2: 0})
    card.body.addWidget(board)
    card.body.addWidget(KeyLine([("1–3", "vælg årsag"), ("A–D", "forbind"), ("Slet", "fjern")]))
    return _sitting(card, _helping())


def gaps() -> QWidget:
    """A sentence with gaps, and a list."""
    card = Card(shadow=True, padding=(34, 28), gap=14)
    text = GapText(
        ("Japan fik den ", Gap(7), " halvdel af øen ", Gap(8), ", men ingen ", Gap(18), ".")
    )
    text.set_answers(("sydlige", "Sakhalin", ""))
    card.body.addWidget(text)
    card.body.addWidget(IconLine("info", "Store og små bogstaver og bøjning er lige meget."))
    lines = ListField(3, "Rækkefølgen er ligegyldig.")
    lines.set_answers(("Rusland", "Tyskland"))
    card.body.addWidget(lines)
    return _sitting(card, _helping())


def rating() -> QWidget:
    """The back of a card with the rating bar."""
    card = _question("begreb", "Begreb", "Meiji-restaurationen")
    card.body.addWidget(
        RichText(
            "<p>Kejseren fik magten <b>tilbage</b>, og <i>landet</i> blev "
            "moderniseret.</p><ul><li>hær</li><li>flåde</li></ul>"
            "<p>Se <a href='#a'>afsnit 3</a>.</p>"
        )
    )
    bar = BottomBar()
    choices = RatingBar(
        (
            RatingChoice("Huskede ikke", "igen om lidt"),
            RatingChoice("Med besvær", "om 2 dage"),
            RatingChoice("Huskede det", "om 6 dage"),
            RatingChoice("Let", "om 15 dage"),
        )
    )
    bar.set_buttons((), choices)
    page = _sitting(card, bar)
    choices.focus_rating(3)
    return page


def reading() -> QWidget:
    """The reading text with a passage marked."""
    body = f"<p>{EXPLAINED} {LONG}</p>"
    text = ReadingText(
        "Læsetekst",
        [ReadingPassage(f"a{n}", f"Afsnit om noget, {n}", body) for n in range(1, 7)],
    )
    holder = QWidget()
    QVBoxLayout(holder).addWidget(text)
    holder.resize(640, 640)
    text.show_passage("a4")
    return holder
