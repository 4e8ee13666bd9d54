"""Draw every widget in every look, to be looked at: ``python -m tests.screens.gallery FOLDER``."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.look import Theme
from quizapp.ui.theme.tokens import Scheme
from quizapp.ui.widgets.bars import ProgressBar, Ring, SplitBar
from quizapp.ui.widgets.boxes import Card, Hairline
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.charts import BarChart, CalibrationDots, ChartBar, Dot
from quizapp.ui.widgets.chip import CATEGORY_ICONS, CategoryChip, Chip
from quizapp.ui.widgets.days import DayStrip, HeatMap, MonthMark, YearLabels
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.field import Field, FieldSize
from quizapp.ui.widgets.filter_chip import FilterChip
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.fold_out import FoldOut
from quizapp.ui.widgets.frame import BottomBar, PageHeader, PageScroll, SittingStrip
from quizapp.ui.widgets.gap_text import Gap, GapText
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.lift_list import LiftList
from quizapp.ui.widgets.list_field import ListField
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.match_board import MatchBoard
from quizapp.ui.widgets.number_line import LinePoint, NumberLine
from quizapp.ui.widgets.options import Mark, OptionList, OptionState
from quizapp.ui.widgets.pages import EmptyState, ErrorPage, Trouble, main_button
from quizapp.ui.widgets.popover import Popover
from quizapp.ui.widgets.rating import RatingBar, RatingChoice
from quizapp.ui.widgets.reading_text import ReadingPassage, ReadingText
from quizapp.ui.widgets.rich_text import RichText
from quizapp.ui.widgets.rubric import Rubric, RubricLine
from quizapp.ui.widgets.segmented import Segmented
from quizapp.ui.widgets.side_bar import Place, SideBar
from quizapp.ui.widgets.stat_tile import StatTile
from quizapp.ui.widgets.switch import RadioMark, Switch, Tick
from quizapp.ui.widgets.toast import Toast
from quizapp.ui.widgets.verdict import AnswerPair, Outcome, VerdictBox

LONG = (
    "Rusland brugte stadig den julianske kalender, »gammel stil«, som i 1900-tallet var 13 dage "
    "bagud. 23. august og 5. september er den samme dag – begge datoer står i samtidens kilder."
)
EXPLAINED = (
    "Witte og Komura skrev under kl. 15.50 lokal tid på flådeværftet uden for Portsmouth. "
    "Samme dag begyndte optøjerne i Tokyo."
)


def _flow(*parts: QWidget) -> QWidget:
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
    card.body.addWidget(_flow(CategoryChip(category, title), source))
    card.body.addWidget(WrappingLabel(question, "question", capped=False))
    return card


def date_empty() -> QWidget:
    """The page of a typed date, nothing typed."""
    card = _question("dato", "Dato", "På hvilken dato blev Portsmouth-traktaten underskrevet?")
    field = Field("Skriv datoen", size=FieldSize.LARGE, example="fx 17. marts 1725")
    field.set_hint(
        "Dag, måned og år. Alle danske skrivemåder går an:",
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
        _flow(
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
        _flow(IconLine("rotate-ccw", "Kommer igen om 2 dage."), Button("Hvorfor?", Dress.LINK))
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


def home() -> QWidget:
    """A page of the desk: header, cards, bars, ring, days."""
    scroll = PageScroll()
    header = PageHeader("I dag", "tirsdag den 24. november", "Bibliotek")
    header.add_button(Button("Tilføj pakke", icon="plus"))
    scroll.column.addWidget(header)
    top = Card(shadow=True, padding=(32, 26), gap=10)
    ring = Ring("Minutter øvet i dag")
    ring.set_value(7 / 18, "7", "af 18 min.")
    small = Ring("Tid brugt", 90, "ok")
    small.set_value(1, "17", "min.")
    top.body.addWidget(_flow(ring, small))
    top.body.addWidget(WrappingLabel("11 minutter mere, så er du færdig for i dag", "question"))
    top.body.addWidget(
        _flow(
            Button("Fortsæt", Dress.MAIN, icon="play", key="Enter"),
            Button("Kun 5 minutter"),
            Button("Hvorfor netop dem?", Dress.QUIET),
            Button("Øv 4 min.", Dress.SOFT, small=True),
            IconButton("info", "Mere om tallene"),
        )
    )
    scroll.column.addWidget(top)
    packs = Card()
    packs.body.addWidget(WrappingLabel("Dine pakker", "strong"))
    packs.body.addWidget(ProgressBar("Portsmouth-traktaten", 0.66, 0.14))
    packs.body.addWidget(Hairline())
    packs.body.addWidget(ProgressBar("Historiekanonen", 0.4))
    packs.body.addWidget(SplitBar("Svar", ((19, "ok"), (4, "warn"), (3, "bad"))))
    packs.body.addWidget(DayStrip("Seneste 14 dage", "9 dage", [2, 0, 3, 1, 0, 2, 3, 0, 4, 2] * 2))
    levels = [(day * 7) % 5 for day in range(365)]
    marks = tuple(MonthMark(4 * n, name) for n, name in enumerate(("dec.", "jan.", "feb.")))
    days = ("man", "tirs", "ons", "tors", "fre", "lør", "søn")
    packs.body.addWidget(
        HeatMap(
            "Året",
            "som ord",
            levels,
            start_weekday=2,
            labels=YearLabels(months=marks, weekdays=days),
        )
    )
    scroll.column.addWidget(packs)
    return _desk(scroll)


def forms() -> QWidget:
    """Fields, switches, chips, empty state."""
    scroll = PageScroll()
    card = Card()
    card.body.addWidget(_flow(*(CategoryChip(c, c.capitalize()) for c in CATEGORY_ICONS)))
    plain = Field("Navn på prøven", example="Historieprøve")
    plain.set_error("Datoen er passeret. Vælg en ny dato.")
    card.body.addWidget(plain)
    card.body.addWidget(Field("Skriv et tal", unit="soldater"))
    choice = DropDown("Pakke")
    choice.addItems(["Alle pakker", "Portsmouth-traktaten 1905"])
    card.body.addWidget(choice)
    card.body.addWidget(Tick("Valgt", checked=True))
    card.body.addWidget(Tick("Ikke valgt, med en tekst der er så lang, at den må brydes " * 2))
    card.body.addWidget(RadioMark("Lyst", checked=True))
    card.body.addWidget(RadioMark("Mørkt"))
    card.body.addWidget(Switch("Tæller med i hukommelsen", checked=True))
    card.body.addWidget(Switch("Læs spørgsmålet op af sig selv"))
    off = Button("Svar", Dress.MAIN, key="Enter")
    off.setEnabled(False)
    card.body.addWidget(_flow(off, Button("Gå til", small=True)))
    scroll.column.addWidget(card)
    empty = Card()
    empty.body.addWidget(
        EmptyState(
            "search",
            "Ingen spørgsmål passer på »aarhundrede«",
            "Prøv et kortere ord, eller fjern filtret »Tal«.",
            "Fjern filtre",
        )
    )
    scroll.column.addWidget(empty)
    return _desk(scroll, rail=True)


def trouble() -> QWidget:
    """The error page."""
    scroll = PageScroll()
    page = ErrorPage(
        Trouble(
            "Pakken kunne ikke læses",
            "Filen er ødelagt undervejs. Intet er ændret.",
            "»danmarkshistorie-1.quizpack« slutter for tidligt. De sidste 18 af 48 mangler.",
            "Overførsler › danmarkshistorie-1.quizpack, linje 31",
            "Hent filen igen, eller bed den, du har den fra, om at sende den på ny.",
            "zipfile: bad central directory",
            "fejl P-014",
        ),
        (main_button("Vælg fil …", "folder-open"), Button("Kopiér fejlen", icon="copy")),
    )
    scroll.column.addWidget(page)
    return _desk(scroll)


def overlays() -> QWidget:
    """Toast and popover over a page."""
    page = QWidget()
    column = QVBoxLayout(page)
    opener = Button("Hvorfor nu?", Dress.LINK)
    column.addWidget(opener, 0, Qt.AlignmentFlag.AlignTop)
    page.resize(700, 420)
    page.show()
    popover = Popover(page)
    popover.open_by(
        opener,
        "Hvorfor nu?",
        "Du svarede sidst for 6 dage siden. Chancen for, at du stadig husker det, er ca. 58 %.",
        "Sådan regner programmet",
    )
    toast = Toast(page)
    toast.say("Sat på pause")
    return page


def figures() -> QWidget:
    """Figures, charts, filters, a segmented choice and a rubric."""
    scroll = PageScroll()
    scroll.column.addWidget(
        _flow(FilterChip("Kategori"), filled := FilterChip("Pakke"), FilterChip("Tilstand"))
    )
    filled.set_value("Portsmouth-traktaten 1905")
    dots = CalibrationDots(
        "Forventet og husket",
        "De to tal passer godt sammen",
        (Dot(0.6, 0.62, 4), Dot(0.75, 0.7, 9), Dot(0.85, 0.86, 20), Dot(0.95, 0.97, 40)),
    )
    scroll.column.addWidget(StatTile(("154", "af 246"), "husker du lige nu", "Mellem 146 og 162"))
    scroll.column.addWidget(
        StatTile(("86 %", "forventet 87 %"), "husket ved repetition", "De passer godt", dots)
    )
    card = Card()
    bars = [ChartBar(20 - 3 * (at % 4), "i dag" * (not at), is_now=not at) for at in range(14)]
    card.body.addWidget(BarChart("Minutter de næste dage", "20 i dag", bars))
    choice = Segmented("Periode", (("week", "Uge"), ("month", "Måned"), ("year", "I år")))
    choice.set_value("month")
    card.body.addWidget(choice)
    rubric = Rubric(
        (
            RubricLine("Skelner mellem krigens og fredens resultat", 2),
            RubricLine("Nævner mindst to konkrete gevinster eller tab fra teksten", 2),
            RubricLine("Tager stilling og begrunder", 1),
        )
    )
    rubric.rows[0].set_points(2)
    card.body.addWidget(rubric)
    scroll.column.addWidget(card)
    return _desk(scroll, rail=True)


def _desk(scroll: PageScroll, *, rail: bool = False) -> QWidget:
    page = QWidget()
    bar = SideBar(
        "Quizapp",
        (
            Place("home", "I dag", "house"),
            Place("study", "Øv", "target"),
            Place("exam", "Eksamen", "graduation-cap"),
            Place("progress", "Fremgang", "chart-column"),
            Place("library", "Bibliotek", "library"),
            Place("authoring", "Skriv pakker", "pencil-line"),
        ),
        (
            Place("find", "Find", "search", "Ctrl+K"),
            Place("settings", "Indstillinger", "settings"),
            Place("learner", "Freja", "user"),
        ),
    )
    bar.show_current("home")
    bar.set_rail(is_rail=rail or bar.look.scale > 1.5)
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    across.addWidget(bar)
    across.addWidget(scroll, 1)
    return page


SAMPLES: dict[str, Callable[[], QWidget]] = {
    sample.__name__: sample
    for sample in (
        date_empty,
        date_almost,
        number_wrong,
        choice_open,
        choice_wrong,
        ordering,
        ordering_marked,
        matching,
        gaps,
        rating,
        reading,
        home,
        forms,
        trouble,
        overlays,
        figures,
    )
}
SIZES = {"": (1180, 800), "smal": (720, 640)}


def draw(folder: Path, only: tuple[str, ...] = ()) -> int:
    """Draw the samples into the folder and return how many pictures there are."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for scheme in Scheme:
        for scale in (1.0, 2.0):
            apply_theme(app, Theme(scheme=scheme, scale=scale))
            for name, sample in SAMPLES.items():
                if only and name not in only:
                    continue
                widget = sample()
                if name not in {"reading", "overlays"}:
                    widget.resize(*SIZES[""])
                widget.show()
                for _turn in range(3):  # a layout that changes its form needs another turn
                    QCoreApplication.processEvents()
                widget.grab().save(str(folder / f"{name}-{scheme}-{round(scale * 100)}.png"))
                widget.close()
                widget.deleteLater()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
                count += 1
    return count


if __name__ == "__main__":
    sys.stdout.write(f"{draw(Path(sys.argv[1]), tuple(sys.argv[2:]))} pictures\n")
