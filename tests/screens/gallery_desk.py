"""The parts of the desk: pages, figures, forms, trouble, and what lies over a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.widgets.bars import ProgressBar, Ring, SplitBar
from quizapp.ui.widgets.boxes import Card, Hairline
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.charts import BarChart, CalibrationDots, ChartBar, Dot
from quizapp.ui.widgets.chip import CATEGORY_ICONS, CategoryChip
from quizapp.ui.widgets.days import DayStrip, HeatMap, MonthMark, YearLabels
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.filter_chip import FilterChip
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.memory_curve import CurveLine, MemoryCurve
from quizapp.ui.widgets.pages import EmptyState, ErrorPage, Trouble, main_button
from quizapp.ui.widgets.popover import Popover
from quizapp.ui.widgets.segmented import Segmented
from quizapp.ui.widgets.side_bar import Place, SideBar
from quizapp.ui.widgets.stat_tile import StatTile
from quizapp.ui.widgets.switch import Switch, Tick
from quizapp.ui.widgets.toast import Toast
from quizapp.ui.widgets.verdict import Outcome
from tests.screens.gallery_sitting import flow_of


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
    top.body.addWidget(flow_of(ring, small))
    top.body.addWidget(WrappingLabel("11 minutter mere, så er du færdig for i dag", "question"))
    top.body.addWidget(
        flow_of(
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
    card.body.addWidget(flow_of(*(CategoryChip(c, c.capitalize()) for c in CATEGORY_ICONS)))
    plain = Field("Navn på prøven", example="Historieprøve")
    plain.set_error("Datoen er passeret. Vælg en ny dato.")
    card.body.addWidget(plain)
    card.body.addWidget(Field("Skriv et tal", unit="soldater"))
    choice = DropDown("Pakke")
    choice.addItems(["Alle pakker", "Portsmouth-traktaten 1905"])
    card.body.addWidget(choice)
    card.body.addWidget(Tick("Valgt", checked=True))
    card.body.addWidget(Tick("Ikke valgt, med en tekst der er så lang, at den må brydes " * 2))
    card.body.addWidget(Switch("Tæller med i hukommelsen", checked=True))
    card.body.addWidget(Switch("Læs spørgsmålet op af sig selv"))
    off = Button("Svar", Dress.MAIN, key="Enter")
    off.setEnabled(False)
    card.body.addWidget(flow_of(off, Button("Gå til", small=True)))
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
        flow_of(FilterChip("Kategori"), filled := FilterChip("Pakke"), FilterChip("Tilstand"))
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
    lines = (
        CurveLine(Outcome.WRONG, ((0, 1.0), (4, 0.5), (6, 0.4))),
        CurveLine(Outcome.ALMOST, ((6, 1.0), (9, 0.8), (14, 0.62))),
        CurveLine(Outcome.RIGHT, ((14, 1.0), (20, 0.9), (30, 0.78))),
    )
    words = ("Hukommelseskurve", "Du har svaret 3 gange.")
    card.body.addWidget(MemoryCurve(words, lines, "den 4. november", "i dag"))
    choice = Segmented("Periode", (("week", "Uge"), ("month", "Måned"), ("year", "I år")))
    choice.set_value("month")
    card.body.addWidget(choice)
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
