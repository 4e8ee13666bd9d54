"""How much to remember, how many new questions and minutes: the price is said beforehand."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.study.workload import Workload
from quizapp.ui.calendar_words import minutes_of
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.boxes import Card, SunkBox
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.slider import PlainSlider

NEW: Final = (0, 5, 10, 15, 20, 30, 40, 60, 100)
MINUTES: Final = (0, 5, 10, 15, 20, 30, 45, 60, 90)
LEAST_PERCENT: Final = 70
MOST_PERCENT: Final = 97
REST_MS: Final = 150
"""Work begins when the slider has rested so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChoice:
    """Per cent to remember, new questions a day, and minutes a day; 0 minutes is no limit."""

    percent: int
    new_per_day: int
    minutes: int


class PlanCard(Card):
    """Three numbers that steer the schedule, and what a year with them comes to.

    ``tried`` carries a ``PlanChoice`` whose price is wanted, ``used`` one to put in force.
    """

    tried = Signal(object)
    used = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, parent=parent)
        self._chosen = PlanChoice(percent=90, new_per_day=20, minutes=0)
        self._price: Workload | None = None
        self._percent = WrappingLabel("", "strong")
        self.slider = PlainSlider()
        self.slider.setRange(LEAST_PERCENT, MOST_PERCENT)
        self.slider.setAccessibleName(_("Så meget vil du huske"))
        self.slider.setMinimumHeight(self.look.target())
        self.new = _drop_down(_("Nye spørgsmål om dagen"), NEW, number_text)
        self.minutes = _drop_down(_("Minutter om dagen"), MINUTES, minutes_text)
        self.price = WrappingLabel("")
        self.now = WrappingLabel("", "small", "muted")
        self.use = Button(_("Brug det"), Dress.SOFT, small=True)
        self.keep = Button(_("Behold"), small=True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._lay_out()
        self._connect()
        self.show_choice(self._chosen)

    @property
    def choice(self) -> PlanChoice:
        """What the controls show now."""
        return PlanChoice(
            percent=self.slider.value(),
            new_per_day=self.new.currentData(),
            minutes=self.minutes.currentData(),
        )

    def show_choice(self, chosen: PlanChoice) -> None:
        """Show what is in force and ask for its price."""
        self._chosen = chosen
        self.slider.setRange(LEAST_PERCENT, max(MOST_PERCENT, chosen.percent))
        self.slider.setValue(chosen.percent)
        _select(self.new, chosen.new_per_day, number_text)
        _select(self.minutes, chosen.minutes, minutes_text)
        self._on_changed()

    def show_price(self, tried: PlanChoice, workload: Workload) -> None:
        """Say what a choice comes to; one that is no longer shown is passed over."""
        if tried == self._chosen:
            self._price = workload
        if tried != self.choice:
            return
        self.price.setText(f"{price_sentence(tried, workload)} {known_sentence(workload)}")
        is_other = tried != self._chosen
        self.now.setText(now_sentence(self._price) if is_other and self._price else "")
        self.now.setVisible(bool(self.now.text()))
        if is_other:
            announce(self, self.price.text())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(WrappingLabel(_("Så meget vil du huske"), "strong"), 1)
        head.addWidget(self._percent)
        self.body.addLayout(head)
        self.body.addWidget(self.slider)
        for name, drop_down in (
            (_("Nye spørgsmål om dagen"), self.new),
            (_("Minutter om dagen"), self.minutes),
        ):
            line = QHBoxLayout()
            line.addWidget(WrappingLabel(name), 1)
            line.addWidget(drop_down)
            self.body.addLayout(line)
        box = SunkBox(gap=4)
        box.body.addWidget(self.price)
        box.body.addWidget(self.now)
        buttons = QHBoxLayout()
        buttons.addWidget(self.use)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        box.body.addLayout(buttons)
        self.now.hide()
        self.body.addWidget(box)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._on_changed)
        self.new.currentIndexChanged.connect(self._on_changed)
        self.minutes.currentIndexChanged.connect(self._on_changed)
        self._rest.timeout.connect(lambda: self.tried.emit(self.choice))
        self.use.clicked.connect(lambda: self.used.emit(self.choice))
        self.keep.clicked.connect(lambda: self.show_choice(self._chosen))

    def _on_changed(self) -> None:
        text = _("{n} %").format(n=self.slider.value())
        self._percent.setText(text)
        self.slider.setAccessibleDescription(text)
        is_other = self.choice != self._chosen
        for button in (self.use, self.keep):
            button.setVisible(is_other)
        # Working out a price loads numpy: not for a page that nobody looks at.
        if self.isVisible():
            self._rest.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()


def price_sentence(choice: PlanChoice, workload: Workload) -> str:
    """Return what a choice costs, in minutes a day."""
    return _(
        "Så meget vil du huske: {p} %. Højere tal giver flere repetitioner: {minutes} om dagen."
    ).format(p=choice.percent, minutes=about(workload.minutes))


def known_sentence(workload: Workload) -> str:
    """Return what will be known in a year."""
    return _("Om et år husker du ca. {n} af {total} spørgsmål.").format(
        n=number_text(workload.known), total=number_text(workload.cards)
    )


def now_sentence(workload: Workload) -> str:
    """Return what the numbers in force come to, beside those that are tried."""
    return _("Som det er nu: {minutes} om dagen og ca. {n} af {total} om et år.").format(
        minutes=about(workload.minutes),
        n=number_text(workload.known),
        total=number_text(workload.cards),
    )


def about(minutes: int) -> str:
    """Return »ca. 12 minutter«, or »under et minut«."""
    if minutes < 1:
        return minutes_of(minutes)
    return _("ca. {minutes}").format(minutes=minutes_of(minutes))


def minutes_text(minutes: int) -> str:
    """Return the minutes of a choice; 0 is no limit."""
    if not minutes:
        return _("Ingen grænse")
    return ngettext("{n} minut", "{n} minutter", minutes).format(n=number_text(minutes))


def _drop_down(name: str, values: tuple[int, ...], write: Callable[[int], str]) -> DropDown:
    drop_down = DropDown(name)
    for value in values:
        drop_down.addItem(write(value), value)
    return drop_down


def _select(drop_down: DropDown, value: int, write: Callable[[int], str]) -> None:
    at = drop_down.findData(value)
    if at < 0:
        drop_down.addItem(write(value), value)
        at = drop_down.count() - 1
    drop_down.setCurrentIndex(at)
