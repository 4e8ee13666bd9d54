"""The strip above a paper, with the time and »Aflevér«, and the bar below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.mock.words import time_left
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.paint import painting

_WORDS_FROM_EM = 50
_NOTE_FROM_EM = 50


class MockStrip(Part):
    """The way out, what is asked about, the time if there is one, and »Aflevér«."""

    leave_pressed = Signal()
    hand_in_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leave = IconButton("x", _("Gå ud – alle svar er gemt"))
        self._name = WrappingLabel(_("Prøveeksamen"), "strong", capped=False)
        self._title = WrappingLabel("", "small", "muted", capped=False)
        self._clock = Icon("clock")
        self._time = WrappingLabel("", "strong", capped=False)
        self.hide_button = Button(_("Skjul"), Dress.QUIET, small=True)
        self.hand_in = Button(_("Aflevér"), small=True)
        self._seconds: int | None = None
        self._is_hidden = False
        self._line = QHBoxLayout(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._line.addWidget(self.leave, 0, middle)
        self._line.addWidget(self._name, 0, middle)
        self._line.addWidget(self._title, 1, middle)
        self._line.addStretch(0)
        for part in (self._clock, self._time, self.hide_button, self.hand_in):
            self._line.addWidget(part, 0, middle)
        self.leave.clicked.connect(self.leave_pressed)
        self.hand_in.clicked.connect(self.hand_in_pressed)
        self.hide_button.clicked.connect(self._toggle)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._restyle()

    def show_title(self, title: str) -> None:
        """Say what is asked about."""
        self._title.setText(title)
        self._arrange()

    def show_time(self, seconds: int | None) -> None:
        """Show how much time is left; None for a paper without a limit."""
        self._seconds = seconds
        if seconds is not None and self._time.text() != time_left(seconds):
            self._time.setText(time_left(seconds))
        self._arrange()

    def _toggle(self) -> None:
        self._is_hidden = not self._is_hidden
        self.hide_button.set_text(_("Vis tiden") if self._is_hidden else _("Skjul"))
        self._arrange()

    def _arrange(self) -> None:
        has_time = self._seconds is not None
        shows_time = has_time and not self._is_hidden
        wordy = self.width() >= self.look.em(_WORDS_FROM_EM)
        self._clock.setVisible(shows_time and wordy)
        self._time.setVisible(shows_time)
        self.hide_button.setVisible(has_time)
        # The one thing that can go when room is short: the page is titled so as well.
        self._title.setVisible(wordy and bool(self._title.text()))
        self._name.setVisible(wordy or not shows_time)
        for label in (self._name, self._time):
            label.setFixedWidth(label.sizeHint().width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        side = self.look.space(28)
        down = self.look.space(14)
        self._line.setContentsMargins(self.look.space(16), down, side, down)
        self._line.setSpacing(self.look.space(10))
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self.look.colour("card"))
            foot = self.height() - 1
            painter.fillRect(0, foot, self.width(), 1, self.look.colour("line"))


class MockBar(Part):
    """Back and on; what is on the last question hands in."""

    previous_pressed = Signal()
    next_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous = Button(_("Forrige"), icon="chevron-left")
        self._note = WrappingLabel(
            _("Du ser først svarene til sidst"), "small", "muted", capped=False
        )
        self.next = Button(_("Næste"), Dress.MAIN, key=_("Enter"))
        self._line = QHBoxLayout(self)
        self._line.addWidget(self.previous)
        self._line.addStretch(1)
        self._line.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.next)
        self.previous.clicked.connect(self.previous_pressed)
        self.next.clicked.connect(self.next_pressed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._restyle()

    def show_place(self, place: int, count: int) -> None:
        """Show where the paper is open."""
        self.previous.setEnabled(place > 0)
        is_last = place == count - 1
        self.next.set_text(_("Aflevér") if is_last else _("Næste"))

    def _arrange(self) -> None:
        self._note.setVisible(self.width() >= self.look.em(_NOTE_FROM_EM))
        self._note.setFixedWidth(self._note.sizeHint().width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        side, down = self.look.space(28), self.look.space(14)
        self._line.setContentsMargins(side, down, side, down)
        self._line.setSpacing(self.look.space(16))
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self.look.colour("card"))
            painter.fillRect(0, 0, self.width(), 1, self.look.colour("line"))
