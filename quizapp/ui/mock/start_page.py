"""The page where a mock exam is begun: over what, how many questions, and perhaps a time."""

from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.study.mock_values import USUAL_COUNT, MockOffer, MockWish
from quizapp.study.plan import Plan
from quizapp.ui.mock.past import PastMocks
from quizapp.ui.mock.running_card import RunningCard
from quizapp.ui.practice.scope_choice import ScopeChoice, fill, labelled
from quizapp.ui.widgets.boxes import Card, clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.switch import Switch

COUNTS: Final = (10, 20, 30, 50, 100)
MINUTES: Final = (15, 30, 45, 60, 90, 120, 180)


class MockForm(Card):
    """``scoped`` says that something else is to be asked about; ``wish`` is what is chosen."""

    scoped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(shadow=True, padding=(24, 22), gap=14, parent=parent)
        self.source = DropDown(_("Pensum"))
        self._scope = ScopeChoice(self)
        self.packs, self.topics = self._scope.packs, self._scope.topics
        self.categories = self._scope.categories
        self.count = DropDown(_("Antal spørgsmål"))
        self.time = DropDown(_("Tid"))
        self._parts = {it: labelled(it) for it in self._fields()}
        choices = QWidget()
        self._flow = FlowLayout(choices)
        for part in self._parts.values():
            self._flow.addWidget(part)
        self._note = WrappingLabel("", "small", "muted")
        self._clock_note = WrappingLabel(
            _("Tiden går kun, mens prøveeksamenen er på skærmen."), "small", "muted"
        )
        self.counts = Switch(_("Svarene tæller med i det, du kan"), checked=True)
        self.main = Button(_("Begynd"), Dress.MAIN, icon="play", key=_("Enter"))
        for part in (choices, self._clock_note, self._note):
            self.body.addWidget(part)
        for part in (self.counts, self.main):
            self.body.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill_time()
        self._show_clock_note()
        self.time.activated.connect(self._show_clock_note)
        self._scope.changed.connect(self.scoped)
        self.source.activated.connect(lambda _at: self.scoped.emit())
        self._restyle()

    @property
    def exam(self) -> UUID | None:
        """The exam whose scope is chosen, None for one of her own choosing."""
        chosen = self.source.currentData()
        return UUID(chosen) if chosen else None

    @property
    def plan(self) -> Plan:
        """The scope of her own choosing."""
        return self._scope.plan

    def wish(self, seed: int) -> MockWish:
        """Return the mock exam that is chosen."""
        return MockWish(
            plan=self.plan if self.exam is None else Plan(),
            exam=self.exam,
            count=int(self.count.currentData() or 0),
            minutes=self.time.currentData(),
            seed=seed,
            counts=self.counts.isChecked(),
        )

    def choose(self, exam: UUID | None, plan: Plan) -> None:
        """Choose a scope before it is known what there is; it holds where it is there."""
        for it, value in (
            (self.source, str(exam) if exam else ""),
            (self.packs, plan.packs[0] if plan.packs else ""),
            (self.categories, plan.categories[0] if plan.categories else ""),
            (self.topics, plan.topics[0] if plan.topics else ""),
        ):
            if it.findData(value) < 0:
                it.addItem("", value)
            it.setCurrentIndex(it.findData(value))

    def show_offer(self, offer: MockOffer) -> None:
        """Show what there is; what was chosen stays chosen where it is still there."""
        own = [(_("Vælg selv"), "")]
        fill(self.source, [(it.title, str(it.exam)) for it in offer.exams] + own)
        self._scope.fill(offer.offer)
        self._fill_count(offer.askable)
        self._note.setText(_note_of(offer))
        self._show_clock_note()
        self.main.setEnabled(offer.askable > 0)
        self._parts[self.source].setVisible(bool(offer.exams))
        for it in (self.count, self.time):
            self._parts[it].setVisible(offer.askable > 0)
        is_own = self.exam is None
        for it in (self.packs, self.categories):
            self._parts[it].setVisible(is_own)
        self._parts[self.topics].setVisible(is_own and bool(offer.offer.topics))

    def _fields(self) -> tuple[DropDown, ...]:
        return self.source, self.packs, self.categories, self.topics, self.count, self.time

    def _fill_count(self, askable: int) -> None:
        wanted = self.count.currentData() or USUAL_COUNT
        self.count.clear()
        for count in COUNTS:
            if count < askable:
                self.count.addItem(number_text(count), count)
        everything = _("Alle {n}").format(n=number_text(askable))
        if askable <= COUNTS[-1]:
            self.count.addItem(everything, askable)
        place = self.count.findData(wanted)
        self.count.setCurrentIndex(place if place >= 0 else self.count.count() - 1)

    def _fill_time(self) -> None:
        # No clock unless it is asked for.
        self.time.addItem(_("Uden tid"), None)
        for minutes in MINUTES:
            self.time.addItem(_("{n} min.").format(n=minutes), minutes)

    def _show_clock_note(self) -> None:
        self._clock_note.setVisible(self.time.currentData() is not None)

    @override
    def _restyle(self) -> None:
        super()._restyle()
        self._flow.set_gaps(self.look.space(14), self.look.space(10))


class MockStartPage(PageScroll):
    """``scoped`` wants an offer for what is chosen; ``begun`` says that it shall begin.

    ``resumed``, ``put_away`` and ``opened`` carry the number of a mock exam.
    """

    scoped = Signal()
    begun = Signal()
    resumed = Signal(int)
    put_away = Signal(int)
    opened = Signal(int)
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.header = PageHeader(
            _("Prøveeksamen"),
            _(
                "Du ser først svarene til sidst. Du kan hoppe frem og tilbage og markere det, du"
                " vil tilbage til."
            ),
            back=_("Øv"),
        )
        self.form = MockForm()
        self.past = PastMocks()
        self.running: RunningCard | None = None
        self._slot = QVBoxLayout()
        self.column.addWidget(self.header)
        self.column.addLayout(self._slot)
        self.column.addWidget(self.form)
        self.column.addWidget(self.past)
        self.header.back_pressed.connect(self.back_pressed)
        self.form.scoped.connect(self.scoped)
        self.form.main.clicked.connect(self.begun)
        self.past.opened.connect(self.opened)

    def set_back(self, text: str) -> None:
        """Say where the way back leads."""
        self.header.back.set_text(text)

    def show_offer(self, offer: MockOffer, today: date) -> None:
        """Show what a mock exam can be made from; one under way comes first."""
        clear(self._slot)
        self.running = None
        if offer.running is not None:
            self.running = RunningCard(offer.running, is_main=True)
            self.running.resumed.connect(self.resumed)
            self.running.put_away.connect(self.put_away)
            self._slot.addWidget(self.running)
        self.form.show_offer(offer)
        self.form.setVisible(offer.running is None)
        self.past.show_past(offer.past, today)

    def take_focus(self) -> None:
        """Put the focus on the main button."""
        main = self.form.main if self.running is None else self.running.main
        first: QWidget = main if main.isEnabled() else self.form.packs
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _note_of(offer: MockOffer) -> str:
    if not offer.askable:
        text = _("Der er ingen spørgsmål til en prøveeksamen i det, du har valgt.")
    else:
        text = ngettext(
            "{n} spørgsmål kan komme med. Emner og kategorier fylder det samme som i pensum.",
            "{n} spørgsmål kan komme med. Emner og kategorier fylder det samme som i pensum.",
            offer.askable,
        ).format(n=number_text(offer.askable))
    if offer.left_out:
        out = _("{n} kort og åbne spørgsmål er ikke med, for dem bedømmer du selv.")
        text = f"{text} {out.format(n=number_text(offer.left_out))}"
    return text
