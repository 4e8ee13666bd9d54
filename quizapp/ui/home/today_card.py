"""The card that says what today is worth doing, and begins it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.scheduling.memory import Mode
from quizapp.study.plan import Plan
from quizapp.study.today import HomeState, Today
from quizapp.ui.home.today_words import headline_of, sentence_of
from quizapp.ui.widgets.bars import Ring
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel

SHORT_MINUTES = 5
GENTLE_MINUTES = 15
_STACK_BELOW_EM = 30
_NOTHING_LEFT = (HomeState.DONE, HomeState.ALL_LEARNT, HomeState.DAY_OFF)


class TodayCard(Card):
    """Ring, headline, one line, and the main button; ``started`` carries a ``Plan``."""

    started = Signal(object)
    why_asked = Signal(QWidget)

    def __init__(self, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(shadow=True, padding=(32, 30), parent=parent)
        self._ring = _ring(today)
        self.main = _main_button(today)
        self.main.clicked.connect(lambda: self.started.emit(main_plan(today)))
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        words.addWidget(WrappingLabel(headline_of(today), "question", capped=False))
        words.addWidget(WrappingLabel(sentence_of(today), "base", "muted"))
        words.addWidget(self._buttons(today))
        words.addStretch(1)
        self._line = QHBoxLayout()
        self._line.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(words, 1)
        self.body.addLayout(self._line)
        self._arrange()

    def _buttons(self, today: Today) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line, gaps=(10, 8))
        flow.setContentsMargins(0, 8, 0, 0)
        flow.addWidget(self.main)
        if today.state not in _NOTHING_LEFT and today.minutes > SHORT_MINUTES:
            short = Button(_("Kun 5 minutter"))
            short.clicked.connect(lambda: self.started.emit(Plan(minutes=SHORT_MINUTES)))
            flow.addWidget(short)
        if today.state not in _NOTHING_LEFT:
            why = Button(_("Hvorfor netop dem?"), Dress.QUIET)
            why.clicked.connect(lambda: self.why_asked.emit(why))
            flow.addWidget(why)
        return line

    def _arrange(self) -> None:
        stacked = 0 < self.width() < self.look.em(_STACK_BELOW_EM)
        lay(self._line, is_beside=not stacked)
        self._line.setSpacing(self.look.space(30))
        # The headline says the minutes too, and the button is not to be scrolled for.
        self._ring.setVisible(not stacked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_line"):
            self._arrange()


def main_plan(today: Today) -> Plan:
    """Return what the main button begins."""
    if today.state in _NOTHING_LEFT:
        return Plan(mode=Mode.PRACTICE, limit=20)
    if today.state is HomeState.BACK_AFTER_WEEKS:
        return Plan(minutes=GENTLE_MINUTES)
    return Plan()


def _main_button(today: Today) -> Button:
    if today.state in _NOTHING_LEFT:
        return Button(_("Øv frit"), Dress.MAIN, icon="target", key=_("Enter"))
    text = _("Fortsæt") if today.state is HomeState.HALF_WAY else _("Begynd")
    return Button(text, Dress.MAIN, icon="play", key=_("Enter"))


def _ring(today: Today) -> Ring:
    ring = Ring(_("Dagens minutter"))
    if today.state in _NOTHING_LEFT:
        ring.set_value(1.0, str(today.minutes_done), _("min. i dag"), "ok")
    elif today.minutes_done:
        whole = today.minutes_done + today.minutes
        ring.set_value(
            today.minutes_done / whole, str(today.minutes_done), _("af {n} min.").format(n=whole)
        )
    else:
        minutes = today.minutes
        if today.state is HomeState.BACK_AFTER_WEEKS:
            minutes = min(minutes, GENTLE_MINUTES)
        ring.set_value(0.0, str(minutes) if minutes else "<1", _("min. i dag"))
    return ring
