"""»Hvad nu hvis …«: other minutes a day, and what they would give, before anything is changed."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.base.texts import _, ngettext
from quizapp.study.exam_values import ExamView, Trial
from quizapp.ui.exam import words
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.slider import ValueSlider

REST_MS: Final = 120
"""The question is asked when the slider has rested so long."""
SLOW_MS: Final = 300
"""An answer that takes longer than this is said to be on its way."""
LEAST: Final = 5
MOST: Final = 60


class WhatIfCard(Card):
    """A slider of minutes a day; ``tried`` and ``used`` carry the minutes."""

    tried = Signal(int)
    used = Signal(int)

    def __init__(self, view: ExamView, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self.present = view.usual_minutes
        self.slider = ValueSlider(_("Minutter om dagen"))
        self.slider.setRange(min(LEAST, self.present), max(MOST, 2 * self.present))
        self.slider.set_present(self.present)
        self.slider.setValue(self.present)
        self._minutes = WrappingLabel("", "answer")
        self._instead = WrappingLabel("", "small", "muted")
        self._score = WrappingLabel(words_waiting(), "section")
        self._between = WrappingLabel(words_waiting(), "section")
        self._working = WrappingLabel(_("Regner på planen …"), "small", "muted")
        self._working.hide()
        self.use = Button(_("Brug det i planen"), Dress.MAIN, small=True)
        self.use.clicked.connect(lambda: self.used.emit(self.slider.value()))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._show_waiting)
        self.slider.valueChanged.connect(self._on_moved)
        self._lay_out()
        self._on_moved()

    def show_trial(self, trial: Trial) -> None:
        """Show what the minutes would give; an answer to an older question is passed over."""
        if trial.minutes != self.slider.value():
            return
        self._slow.stop()
        self._working.hide()
        if trial.score is None:
            self._score.setText(words_waiting())
            self._between.setText(words_waiting())
            return
        reached = trial.goal is not None and round(100 * trial.score) >= round(100 * trial.goal)
        self._score.setText(words.percent(trial.score))
        self._score.set_role("section", "ok" if reached else "text")
        low, high = round(100 * trial.low), round(100 * trial.high)
        self._between.setText(_("{low} og {high} %").format(low=low, high=high))
        said = _("Forventet {p}, {between}.").format(
            p=words.percent(trial.score), between=words.between(trial.low, trial.high)
        )
        self.slider.setAccessibleDescription(said)
        if trial.minutes != self.present:
            announce(self.slider, said)

    def _lay_out(self) -> None:
        self.body.addWidget(WrappingLabel(_("Hvad nu hvis …"), "strong"))
        head = QHBoxLayout()
        head.setSpacing(8)
        bottom = Qt.AlignmentFlag.AlignBottom
        head.addWidget(WrappingLabel(_("Minutter om dagen"), "base", "muted"), 1, bottom)
        head.addWidget(self._minutes, 0, bottom)
        head.addWidget(self._instead, 0, bottom)
        self.body.addLayout(head)
        self.body.addWidget(self.slider)
        line = QHBoxLayout()
        line.setSpacing(22)
        for word, value in ((_("Forventet"), self._score), (_("Mellem"), self._between)):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(WrappingLabel(word, "small", "muted"))
            column.addWidget(value)
            line.addLayout(column)
        line.addStretch(1)
        line.addWidget(self.use, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self.body.addWidget(self._working)
        self.body.addStretch(1)

    def _on_rest(self) -> None:
        self.tried.emit(self.slider.value())
        self._slow.start()

    def _show_waiting(self) -> None:
        """Take away what belongs to other minutes while the answer is on its way."""
        for figure in (self._score, self._between):
            figure.setText(words_waiting())
        self._working.show()

    def _on_moved(self) -> None:
        minutes = self.slider.value()
        is_other = minutes != self.present
        self._minutes.setText(str(minutes))
        self._instead.setText(
            _("i stedet for {n}").format(n=self.present) if is_other else _("som nu")
        )
        self.use.setEnabled(is_other)
        self.slider.setAccessibleDescription(
            ngettext("{n} minut", "{n} minutter", minutes).format(n=minutes)
        )
        self._rest.start()


def words_waiting() -> str:
    """Return what stands where a figure is not known yet."""
    return "–"
