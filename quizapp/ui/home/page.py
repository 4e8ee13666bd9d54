"""»I dag«: what today is worth doing, how to begin, and how much is remembered."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.scheduling.day import date_of
from quizapp.study.today import ExamGlance, HomeState, Today
from quizapp.ui.calendar_words import full_day
from quizapp.ui.home.exam_strip import ExamStrip
from quizapp.ui.home.first_start import FirstStart
from quizapp.ui.home.standings import CategoriesCard, PacksCard
from quizapp.ui.home.today_card import TodayCard
from quizapp.ui.home.today_words import sentence_of
from quizapp.ui.home.way_in import writing_way
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card, clear
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.days import DayStrip
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.pages import EmptyState
from quizapp.ui.widgets.popover import Popover
from quizapp.ui.window_settings import Chosen

_STACK_BELOW_EM = 48
_SETTLED_MS = 300
_MANY_ANSWERS = (0, 1, 8, 16, 28)


class HomePage(PageScroll):
    """The first page; ``started`` carries a ``Plan``.

    ``exam_asked`` carries the uuid of an exam to look at, empty to add one; ``glance_wanted`` says
    that an exam is shown, of which there may be something newer to expect. ``text_asked`` carries
    the pack whose text is to be read. ``chosen`` is how the
    window looks; a first start may change it, give the learner her name, and switch spelling off.
    """

    started = Signal(object)
    add_asked = Signal()
    exam_asked = Signal(str)
    glance_wanted = Signal()
    write_asked = Signal()
    text_asked = Signal(object)
    named = Signal(str)
    appearance_chosen = Signal(object)
    friendly_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.chosen = Chosen()
        self.main: Button | None = None
        self.strip: ExamStrip | None = None
        self._exam: ExamGlance | None = None
        self._popover: Popover | None = None
        self._shown: tuple[Today, int] | None = None
        self._header = PageHeader(_("I dag"))
        self._halves = QHBoxLayout()
        self.column.addWidget(self._header)
        self._pressed: QWidget | None = None
        self._settled = QTimer(self, singleShot=True)
        self._settled.timeout.connect(self._let_go)
        self.verticalScrollBar().rangeChanged.connect(self._show_pressed)

    @property
    def today(self) -> Today | None:
        """The figures that are shown."""
        return self._shown[0] if self._shown is not None else None

    def show_today(self, today: Today) -> None:
        """Show what today is worth doing; what says that already is left as it is."""
        if self._shown != (today, self.column.count()):
            self._build(today)
            # Others may put something in, which is to go when the figures come again.
            self._shown = (today, self.column.count())
        if today.exam is not None:
            self.glance_wanted.emit()

    def _build(self, today: Today) -> None:
        self._clear()
        self._exam = today.exam
        if today.state is HomeState.NO_PACKS:
            self._show_no_packs()
        elif today.state is HomeState.FIRST_START:
            self._show_first_start(today)
        else:
            self._show_work(today)

    def show_glance(self, exam: ExamGlance) -> None:
        """Show what is expected now of the exam on the page; of another it is passed over."""
        if self.strip is not None and self._exam is not None and exam.exam == self._exam.exam:
            self.strip.show_forecast(exam)

    def take_focus(self) -> None:
        """Put the focus on the main button, and let it be seen in a low window too."""
        if self.main is not None:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self.main, self._show_main)

    def _show_main(self) -> None:
        if self.main is not None and self.main.hasFocus():
            self.show_part(self.main)

    def _clear(self) -> None:
        self.main = self.strip = None
        self.column.removeWidget(self._header)
        clear(self.column)
        self.column.addWidget(self._header)

    def _show_no_packs(self) -> None:
        self._header.set_texts(_("Velkommen til Quizapp"))
        empty = EmptyState(
            "library",
            _("Du har ingen pakker endnu."),
            _("Åbn en fil fra din lærer, eller slip den her."),
            _("Vælg fil …"),
        )
        empty.pressed.connect(self.add_asked)
        self.main = empty.button
        card = Card(shadow=True)
        card.body.addWidget(empty)
        self.column.addWidget(card)
        write = writing_way()
        write.clicked.connect(self.write_asked)
        self.column.addWidget(write)

    def _show_first_start(self, today: Today) -> None:
        self._header.set_texts(_("Velkommen til Quizapp"), sentence_of(today))
        first = FirstStart(today.packs[0], self.chosen, has_text=today.has_text)
        first.text_asked.connect(self.text_asked)
        first.write_asked.connect(self.write_asked)
        first.choices.named.connect(self.named)
        first.choices.appearance_chosen.connect(self._on_appearance)
        first.choices.friendly_chosen.connect(self.friendly_chosen)
        first.started.connect(self.started)
        first.add_asked.connect(self.add_asked)
        self.main = first.main
        self.column.addWidget(first)
        if today.exam is not None:
            self._add_strip(today)

    def _show_work(self, today: Today) -> None:
        self._header.set_texts(_("I dag"), full_day(date_of(today.study_day)))
        card = TodayCard(today)
        card.started.connect(self.started)
        card.why_asked.connect(self._show_why)
        self.main = card.main
        self.column.addWidget(card)
        self._add_strip(today)
        packs = PacksCard(today.packs)
        packs.add_asked.connect(self.add_asked)
        categories = CategoriesCard(today.categories)
        categories.started.connect(self.started)
        categories.why_asked.connect(self._show_why_remembered)
        self._halves = QHBoxLayout()
        self._halves.addWidget(packs, 56)
        self._halves.addWidget(categories, 44)
        self.column.addLayout(self._halves)
        self.column.addWidget(_fortnight(today))
        self._arrange()

    def _on_appearance(self, changed: object) -> None:
        # Other letters move what was pressed, perhaps out of sight: more is to be tried there.
        self._pressed = QApplication.focusWidget()
        self._settled.start(_SETTLED_MS)
        self.appearance_chosen.emit(changed)

    def _show_pressed(self) -> None:
        pressed = self._pressed
        if pressed is not None and isValid(pressed) and self.isAncestorOf(pressed):
            self.show_part(pressed)

    def _let_go(self) -> None:
        self._pressed = None

    def _add_strip(self, today: Today) -> None:
        strip = self.strip = ExamStrip(today)
        strip.pressed.connect(self.exam_asked)
        strip.started.connect(self.started)
        self.column.addWidget(strip)

    def _show_why_remembered(self, opener: QWidget) -> None:
        text = _(
            "Så stor en del ville du nok svare rigtigt på, hvis du blev spurgt nu."
            " Tallet bygger på dine svar, og på hvor længe siden de er."
        )
        self._pop(opener, _("Det husker du nu"), text)

    def _show_why(self, opener: QWidget) -> None:
        text = _(
            "Først kommer de spørgsmål, du er tættest på at glemme."
            " Derefter kommer nye spørgsmål, i den rækkefølge teksten fortæller dem."
        )
        if self._exam is not None and not self._exam.is_over:
            text = _(
                "Først kommer de spørgsmål, der giver mest til »{exam}« for hvert minut, du har."
                " Bliver der tid tilovers, kommer det, du ellers var ved at glemme."
            ).format(exam=self._exam.title)
        self._pop(opener, _("Hvorfor netop dem?"), text)

    def _pop(self, opener: QWidget, title: str, text: str) -> None:
        if self._popover is None:
            self._popover = Popover(self)
        self._popover.open_by(opener, title, text)

    def _arrange(self) -> None:
        look = self._header.look
        stacked = 0 < self.viewport().width() < look.em(_STACK_BELOW_EM)
        lay(self._halves, is_beside=not stacked)
        self._halves.setSpacing(look.space(16))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _fortnight(today: Today) -> QWidget:
    practised = sum(answers > 0 for answers in today.last_days)
    text = _("Du har øvet {n} af de seneste {days} dage")
    said = text.format(n=practised, days=len(today.last_days))
    line = QWidget()
    inner = QHBoxLayout(line)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(WrappingLabel(said, "small", "muted"), 1)
    levels = [level_of(answers) for answers in today.last_days]
    inner.addWidget(DayStrip(_("De seneste dage"), said, levels))
    return line


def level_of(answers: int) -> int:
    """Return how dark a day is drawn, 0 to 4, by its number of answers."""
    return max(level for level, least in enumerate(_MANY_ANSWERS) if answers >= least)
