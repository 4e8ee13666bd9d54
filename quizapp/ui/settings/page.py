"""»Indstillinger«: every change applies at once."""

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.base.texts import N_, _, number_text
from quizapp.ui.language import LANGUAGES
from quizapp.ui.settings.memory_fit import FitCard
from quizapp.ui.settings.memory_plan import PlanCard
from quizapp.ui.settings.sections import Section, SectionedPage
from quizapp.ui.settings.tiles import TileChoice, TileRow
from quizapp.ui.theme.fonts import ATKINSON, INTER, OPEN_DYSLEXIC
from quizapp.ui.theme.tokens import Scheme
from quizapp.ui.widgets.boxes import Card, Hairline
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.ends import Ends
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.side_bar import Place
from quizapp.ui.widgets.slider import PlainSlider
from quizapp.ui.widgets.switch import Switch
from quizapp.ui.window_settings import Appearance, Chosen

_HOURS = (0, 1, 2, 3, 4, 5, 6)
_SIZES = (80, 200)
_STEP = 5
_SECTIONS = MappingProxyType(
    {
        "looks": (N_("Udseende"), "a-large-small"),
        "aloud": (N_("Læs op"), "volume-2"),
        "marking": (N_("Bedømmelse"), "circle-check"),
        "days": (N_("Dage og minutter"), "clock"),
        "copies": (N_("Sikkerhedskopier"), "copy"),
        "advanced": (N_("Avanceret"), "settings"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What the bank keeps of a learner's wishes, besides those that ``PlanCard`` shows."""

    rollover_hour: int
    is_dyslexia_friendly: bool
    reads_aloud: bool = False
    asks_confidence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """The bank's file, how many copies there are of it, and when the newest was made."""

    bank: Path
    count: int
    newest: str


class SettingsPage(SectionedPage):
    """How the window looks, how much is asked, and where the answers lie.

    ``appearance_chosen`` carries the changed fields of ``Chosen``, ``habit_chosen`` a field of
    ``Habits`` and its value.
    """

    appearance_chosen = Signal(object)
    habit_chosen = Signal(str, object)
    copy_asked = Signal()
    voice_tried = Signal()

    def __init__(self, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(_("Indstillinger"), 760, parent)
        self._percent = WrappingLabel("", "strong")
        self.slider = PlainSlider()
        self.fonts = TileRow(_("Skrift"), _fonts(), chosen.family)
        self.schemes = TileRow(_("Udseende"), _schemes(), chosen.appearance.value)
        self.languages = TileRow(_("Sprog"), _languages(), chosen.language)
        self.calm = Switch(_("Mindre bevægelse"))
        self.friendly = Switch(_("Ordblindevenlig"))
        self.aloud = Switch(_("Læs spørgsmål op"))
        self.confidence = Switch(_("Spørg, hvor sikker jeg er"))
        self.plan = PlanCard()
        self.fit = FitCard()
        self.hour = DropDown(_("Ny dag begynder kl."))
        for hour in _HOURS:
            self.hour.addItem(_full_hour(hour), hour)
        self.copy = Button(_("Lav en sikkerhedskopi"), icon="copy", small=True)
        self._copies = WrappingLabel("", "base", "muted")
        self._place = WrappingLabel("", "small", "muted")
        self._bank = Path()
        self._shown_percent = 100
        self.show_sections(self._in_sections())
        self.show_chosen(chosen)
        self._connect()

    def _in_sections(self) -> tuple[Section, ...]:
        looks = (
            self._size_card(),
            _titled(_("Skrift"), self.fonts),
            _titled(_("Udseende"), self.schemes),
            _titled(_("Sprog"), self.languages),
            self._calm_card(),
        )
        days = (self.plan, self._days_card())
        copies = (self._copies_card(),)
        return (
            _section("looks", looks, self.slider),
            _section("aloud", (self._aloud_card(),), self.aloud),
            _section("marking", (self._marking_card(),), self.friendly),
            _section("days", days, self.plan.slider),
            _section("copies", copies, self.copy),
            _section("advanced", (self.fit,), self.fit.start),
        )

    def show_chosen(self, chosen: Chosen) -> None:
        """Show what is in force, also when it was changed elsewhere."""
        percent = self._shown_percent = round(chosen.scale * 100)
        self._percent.setText(_("{n} %").format(n=percent))
        self.slider.setAccessibleDescription(_("{n} %").format(n=percent))
        if not self.slider.isSliderDown():
            self.slider.setValue(percent)
        self.fonts.show_value(chosen.family)
        self.schemes.show_value(chosen.appearance.value)
        self.languages.show_value(chosen.language)
        _show(self.calm, is_on=chosen.reduced_motion)

    def show_habits(self, habits: Habits) -> None:
        """Show what the bank keeps."""
        _show(self.friendly, is_on=habits.is_dyslexia_friendly)
        _show(self.aloud, is_on=habits.reads_aloud)
        _show(self.confidence, is_on=habits.asks_confidence)
        at = self.hour.findData(habits.rollover_hour)
        if at < 0:
            self.hour.addItem(_full_hour(habits.rollover_hour), habits.rollover_hour)
            at = self.hour.count() - 1
        self.hour.setCurrentIndex(at)

    def show_copies(self, copies: Copies) -> None:
        """Show where the answers lie and how many copies there are."""
        self._bank = copies.bank
        self._place.setText(str(copies.bank.parent))
        if copies.count:
            text = _("Sikkerhedskopier: {n}, seneste {when}")
            self._copies.setText(text.format(n=number_text(copies.count), when=copies.newest))
        else:
            self._copies.setText(_("Der er ingen sikkerhedskopi endnu. Den første laves i morgen."))

    def take_focus(self) -> None:
        """Put the focus on the first thing that can be changed."""
        self.slider.setFocus()

    def _connect(self) -> None:
        tell = self.appearance_chosen.emit
        self.slider.valueChanged.connect(self._on_slid)
        self.fonts.chosen.connect(lambda family: tell({"family": family}))
        self.schemes.chosen.connect(lambda value: tell({"appearance": Appearance(value)}))
        self.languages.chosen.connect(lambda code: tell({"language": code}))
        self.calm.toggled.connect(lambda on: tell({"reduced_motion": on}))
        habit = self.habit_chosen.emit
        self.friendly.toggled.connect(lambda on: habit("is_dyslexia_friendly", on))
        self.aloud.toggled.connect(lambda on: habit("reads_aloud", on))
        self.confidence.toggled.connect(lambda on: habit("asks_confidence", on))
        self.hour.activated.connect(lambda at: habit("rollover_hour", self.hour.itemData(at)))

    def _on_slid(self, percent: int) -> None:
        # In steps: the whole window is laid out anew for each.
        stepped = _STEP * round(percent / _STEP)
        if stepped != self._shown_percent:
            self.appearance_chosen.emit({"scale": stepped / 100})

    def _size_card(self) -> Card:
        card = Card(gap=12)
        head = QHBoxLayout()
        head.addWidget(WrappingLabel(_("Tekststørrelse"), "strong"), 1)
        head.addWidget(self._percent)
        self.slider.setRange(*_SIZES)
        self.slider.setSingleStep(_STEP)
        self.slider.setPageStep(4 * _STEP)
        self.slider.setAccessibleName(_("Tekststørrelse"))
        self.slider.setMinimumHeight(self.header.look.target())
        card.body.addLayout(head)
        card.body.addWidget(self.slider)
        ends = [WrappingLabel(_("{n} %").format(n=n), "small", "muted") for n in _SIZES]
        card.body.addWidget(Ends(ends[0], ends[1]))
        card.body.addWidget(Hairline())
        card.body.addWidget(WrappingLabel(_("Hvornår gik toget første gang?"), "question"))
        sample = _("Sådan ser et spørgsmål ud. Knapper og diagrammer følger med.")
        card.body.addWidget(WrappingLabel(sample, "base", "muted"))
        return card

    def _calm_card(self) -> Card:
        return _switched((self.calm, _("Sider og svar skifter med det samme.")))

    def _aloud_card(self) -> Card:
        voice = _("Dansk stemme. Ctrl+L læser op når som helst, og Esc standser.")
        card = _switched((self.aloud, voice))
        attempt = Button(_("Prøv stemmen"), icon="volume-2", small=True)
        attempt.clicked.connect(self.voice_tried)
        card.body.addWidget(attempt, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _marking_card(self) -> Card:
        note = _("Stavefejl trækker ikke ned. Svaret tæller som rigtigt.")
        sure = _("Så kan du se, hvad du er sikker på, men svarer forkert på.")
        return _switched((self.friendly, note), (self.confidence, sure))

    def _days_card(self) -> Card:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrappingLabel(_("Ny dag begynder kl."), "strong"))
        late = _("Øver du sent, tæller det med i dagen før. Du skal ikke øve mere eller mindre.")
        words.addWidget(WrappingLabel(late, "small", "muted"))
        line = QHBoxLayout()
        line.addLayout(words, 1)
        line.addWidget(self.hour, 0, Qt.AlignmentFlag.AlignVCenter)
        card = Card()
        card.body.addLayout(line)
        return card

    def _copies_card(self) -> Card:
        card = Card(gap=10)
        card.body.addWidget(WrappingLabel(_("Sikkerhedskopier"), "strong"))
        self.copy.clicked.connect(self.copy_asked)
        folder = Button(_("Åbn mappen"), icon="folder-open", small=True)
        folder.clicked.connect(self._open_folder)
        card.body.addWidget(self._copies)
        line = QHBoxLayout()
        line.addWidget(self.copy)
        line.addWidget(folder)
        line.addStretch(1)
        card.body.addLayout(line)
        card.body.addWidget(Hairline())
        card.body.addWidget(WrappingLabel(_("Alt bliver på denne computer."), "base"))
        card.body.addWidget(self._place)
        return card

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._bank.parent)))


def _full_hour(hour: int) -> str:
    return _("{hour}.{minute:02}").format(hour=hour, minute=0)


def _show(switch: Switch, *, is_on: bool) -> None:
    # What is shown was not chosen here, so it is not told of.
    blocker = QSignalBlocker(switch)
    switch.setChecked(is_on)
    blocker.unblock()
    switch.update()


def _section(code: str, cards: tuple[Card, ...], first: QWidget) -> Section:
    text, icon = _SECTIONS[code]
    return Section(place=Place(code, _(text), icon), cards=cards, first=first)


def _switched(*lines: tuple[Switch, str]) -> Card:
    """Return a card of switches, each with a line about what it does."""
    card = Card(gap=4)
    for at, (switch, note) in enumerate(lines):
        if at:
            card.body.addWidget(Hairline())
        card.body.addWidget(switch)
        card.body.addWidget(WrappingLabel(note, "small", "muted"))
    return card


def _titled(title: str, part: QWidget) -> Card:
    card = Card(gap=10)
    card.body.addWidget(WrappingLabel(title, "strong"))
    card.body.addWidget(part)
    return card


def _languages() -> tuple[TileChoice, ...]:
    return tuple(TileChoice(value=code, text=name) for code, name in LANGUAGES.items())


def _fonts() -> tuple[TileChoice, ...]:
    return (
        TileChoice(value=INTER, text="Inter", note=_("almindelig"), family=INTER),
        TileChoice(value=ATKINSON, text="Atkinson", note=_("tydelige bogstaver"), family=ATKINSON),
        TileChoice(
            value=OPEN_DYSLEXIC, text="OpenDyslexic", note=_("tung bund"), family=OPEN_DYSLEXIC
        ),
    )


def _schemes() -> tuple[TileChoice, ...]:
    both = (Scheme.LIGHT, Scheme.DARK)
    return (
        TileChoice(value=Appearance.SYSTEM, text=_("Som computeren"), schemes=both),
        TileChoice(value=Appearance.LIGHT, text=_("Lyst"), schemes=(Scheme.LIGHT,)),
        TileChoice(value=Appearance.DARK, text=_("Mørkt"), schemes=(Scheme.DARK,)),
        TileChoice(value=Appearance.CONTRAST, text=_("Høj kontrast"), schemes=(Scheme.CONTRAST,)),
    )
