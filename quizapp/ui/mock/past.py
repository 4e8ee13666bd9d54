"""Mock exams that were handed in, one a line, with what they came to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.study.mock_values import PastMock, Running
from quizapp.ui.mock.words import past_when, percent, right_of
from quizapp.ui.widgets.base import PressBox, let_press_through
from quizapp.ui.widgets.boxes import Card, Hairline, clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.paint import draw_row, painting

_LARGE = 1.5


class PastRow(PressBox):
    """One mock exam: when, over what, how many right; pressed, it opens."""

    def __init__(self, past: PastMock, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        when, right = (
            past_when(past, today),
            _("{right} rigtige").format(right=right_of(past.figure)),
        )
        note = when if past.counts else _("{when} · tæller ikke med").format(when=when)
        self._title = WrappingLabel(past.title or _("Alle pakker"), "strong", capped=False)
        self._note = note
        self._when = WrappingLabel(note, "small", "muted", capped=False)
        self._right = WrappingLabel(right, "small", "muted", capped=False)
        self._share = WrappingLabel(percent(past.figure.share), "strong", capped=False)
        self._chevron = Icon("chevron-right")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._when)
        figures = QVBoxLayout()
        figures.setSpacing(0)
        for label in (self._share, self._right):
            figures.addWidget(label, 0, Qt.AlignmentFlag.AlignRight)
        self._line = QHBoxLayout(self)
        self._line.addLayout(words, 1)
        self._line.addLayout(figures)
        self._line.addWidget(self._chevron, 0, Qt.AlignmentFlag.AlignVCenter)
        let_press_through(self._title, self._when, self._right, self._share, self._chevron)
        parts = (self._title.text(), note, percent(past.figure.share), right)
        self.setAccessibleName(", ".join(parts))
        self._restyle()

    @override
    def _restyle(self) -> None:
        self._line.setContentsMargins(*(self.look.space(side) for side in (6, 8, 6, 8)))
        self._line.setSpacing(self.look.space(14))
        # Large letters need the width: what stands at the end of the line goes below.
        is_large = self.look.scale >= _LARGE
        for label in (self._right, self._share):
            label.setVisible(not is_large)
        figures = f"{self._share.text()} · {self._right.text()} · {self._note}"
        self._when.setText(figures if is_large else self._note)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_row(painter, self.look, self)


class PastMocks(Card):
    """``opened`` carries the number of the mock exam whose result is wanted."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=2, parent=parent)
        self.rows: tuple[PastRow, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addWidget(WrappingLabel(_("Tidligere prøveeksamener"), "strong"))
        self.body.addLayout(self._list)
        self.hide()

    def show_past(self, past: Sequence[PastMock], today: date) -> None:
        """Show these mock exams; the card hides when there are none."""
        clear(self._list)
        rows: list[PastRow] = []
        for at, one in enumerate(past):
            if at:
                self._list.addWidget(Hairline())
            row = PastRow(one, today)
            row.clicked.connect(lambda _on=False, number=one.mock_id: self.opened.emit(number))
            self._list.addWidget(row)
            rows.append(row)
        self.rows = tuple(rows)
        self.setVisible(bool(rows))


class ExamMocks(Card):
    """The mock exams of one exam, for its page: one to go on with, and those before.

    ``resumed`` and ``opened`` carry the number of a mock exam. The card hides when there are none.
    """

    resumed = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._running: Running | None = None
        self.rows: tuple[PastRow, ...] = ()
        self.button = Button(_("Fortsæt prøveeksamen"), Dress.SOFT, icon="play")
        self.button.clicked.connect(self._on_button)
        text = _("Du er midt i en prøveeksamen. Alle svar er gemt.")
        self._note = WrappingLabel(text, "base", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addWidget(WrappingLabel(_("Prøveeksamener"), "strong"))
        self.body.addWidget(self._note)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._list)
        self.hide()

    def show_mocks(self, running: Running | None, past: Sequence[PastMock], today: date) -> None:
        """Show what there is."""
        self._running = running
        for part in (self._note, self.button):
            part.setVisible(running is not None)
        clear(self._list)
        self.rows = tuple(PastRow(one, today) for one in past)
        for row, one in zip(self.rows, past, strict=True):
            row.clicked.connect(lambda _on=False, number=one.mock_id: self.opened.emit(number))
            if row is not self.rows[0]:
                self._list.addWidget(Hairline())
            self._list.addWidget(row)
        self.setVisible(running is not None or bool(past))

    def _on_button(self) -> None:
        if self._running is not None:
            self.resumed.emit(self._running.mock_id)
