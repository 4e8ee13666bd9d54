"""The next exam on one line: when, what to expect, and the way to its plan."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.scheduling.day import day_of
from quizapp.study.plan import Plan
from quizapp.study.today import ExamGlance, Today
from quizapp.ui.calendar_words import full_day, minutes_of
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.forecast_bar import ForecastBar
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconTile

WARM_UP = 10
_STACK_BELOW_EM = 50


class _Figures(Part):
    """The forecast drawn, and its figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score = WrappingLabel("", "strong")
        self._between = WrappingLabel("", "small", "muted")
        self._bar = ForecastBar(_("Forventet resultat"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._score)
        words.addWidget(self._between)
        words.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(18)
        line.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words)

    def show_forecast(self, exam: ExamGlance) -> None:
        """Show what is expected, nothing where nothing is known."""
        is_known = exam.score is not None
        for part in (self._score, self._between, self._bar):
            part.setVisible(is_known)
        if exam.score is None:
            return
        self._score.setText(_("Forventet {p} %").format(p=round(100 * exam.score)))
        self._between.setText(
            _("mellem {low} og {high} %").format(
                low=round(100 * exam.low), high=round(100 * exam.high)
            )
        )
        self._bar.set_forecast(exam.score, exam.low, exam.high, exam.goal)


class ExamStrip(Card):
    """An exam, or the question whether there is one; ``pressed`` carries its uuid, else nothing.

    On its day ``started`` carries a short round to warm up with.
    """

    pressed = Signal(str)
    started = Signal(object)

    def __init__(self, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(padding=(20, 14), parent=parent)
        exam = today.exam
        self._line = QHBoxLayout()
        self._line.addWidget(IconTile("graduation-cap"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._line)
        self._figures: _Figures | None = None
        name = ""
        if exam is None:
            self._show_none()
        elif exam.is_over:
            name = exam.exam
            self._show_over(exam)
        else:
            name = exam.exam
            self._show_exam(exam, today)
        self.button.clicked.connect(lambda: self.pressed.emit(name))
        self._line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._arrange()

    def show_forecast(self, exam: ExamGlance) -> None:
        """Show what is expected now; an exam that is over has nothing to expect."""
        if self._figures is not None:
            self._figures.show_forecast(exam)

    def _show_none(self) -> None:
        self._say(_("Har du en prøve?"), _("Skriv datoen, så får du en plan for hver dag."))
        self.button = Button(_("Tilføj en eksamen"), Dress.LINK)

    def _show_over(self, exam: ExamGlance) -> None:
        said = _("Skriv resultatet, og vælg, hvad der skal ske med spørgsmålene.")
        self._say(_("Hvordan gik {exam}?").format(exam=exam.title), said)
        self.button = Button(_("Skriv resultatet"), small=True)

    def _show_exam(self, exam: ExamGlance, today: Today) -> None:
        self._say(headline_of(exam, today), sentence_of(exam, today))
        self._figures = _Figures()
        self._line.addWidget(self._figures, 5)
        if warm_up := warm_up_of(exam, today):
            begin = Button(_("Varm op"), Dress.SOFT, icon="play", small=True)
            begin.clicked.connect(lambda: self.started.emit(Plan(limit=warm_up)))
            self._line.addWidget(begin, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button = Button(_("Se planen"), small=True)
        self.button.setAccessibleName(_("Se planen for {exam}").format(exam=exam.title))
        self.show_forecast(exam)

    def _say(self, headline: str, sentence: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(WrappingLabel(headline, "strong"))
        words.addWidget(WrappingLabel(sentence, "small", "muted"))
        words.addStretch(1)
        self._line.addLayout(words, 4)

    def _arrange(self) -> None:
        stacked = 0 < self.width() < self.look.em(_STACK_BELOW_EM)
        lay(self._line, is_beside=not stacked)
        self._line.setSpacing(self.look.space(8 if stacked else 18))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_line"):
            self._arrange()


def headline_of(exam: ExamGlance, today: Today) -> str:
    """Return »Historieprøve om 17 dage«, counted to its own date.

    One in the small hours is in the study day before: on that day it is »i nat«.
    """
    days = day_of(datetime.fromisoformat(exam.at).date()) - today.study_day
    if exam.days_left <= 0:
        text = _("{exam} er i dag {clock}") if days <= 0 else _("{exam} er i nat {clock}")
        return text.format(exam=exam.title, clock=_clock(exam))
    if days == 1:
        return _("{exam} er i morgen").format(exam=exam.title)
    return ngettext("{exam} om {n} dag", "{exam} om {n} dage", days).format(
        exam=exam.title, n=number_text(days)
    )


def sentence_of(exam: ExamGlance, today: Today) -> str:
    """Return when it is, and what today has for it."""
    at = datetime.fromisoformat(exam.at)
    when = f"{full_day(at.date())} {_clock(exam)}"
    if exam.days_left <= 0:
        # The headline has told the time, and on the day nobody is sent to work.
        warm_up = warm_up_of(exam, today)
        if not warm_up:
            return full_day(at.date())
        asked = ngettext(
            "Vil du varme op med {n} spørgsmål?", "Vil du varme op med {n} spørgsmål?", warm_up
        )
        return asked.format(n=number_text(warm_up))
    if not exam.minutes:
        return f"{when}\n{_('Fri i dag.')}"
    if exam.days_left == 1 and today.minutes:
        text = _("Tag de spørgsmål, du er mest usikker på – ca. {minutes}.")
        return f"{when}\n{text.format(minutes=minutes_of(today.minutes))}"
    said = ngettext("I dag: {n} minut", "I dag: {n} minutter", exam.minutes)
    return f"{when}\n{said.format(n=number_text(exam.minutes))}"


def warm_up_of(exam: ExamGlance, today: Today) -> int:
    """Return with how many questions to warm up on the day; 0 on other days."""
    return min(WARM_UP, today.due) if exam.days_left <= 0 and not exam.is_over else 0


def _clock(exam: ExamGlance) -> str:
    at = datetime.fromisoformat(exam.at)
    return _("kl. {hour}.{minute:02}").format(hour=at.hour, minute=at.minute)
