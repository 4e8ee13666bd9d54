"""The middle of a sitting: the scrolling card, and the reading text beside or over it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.questions.pack import Passage
from quizapp.ui.study.passages import readable
from quizapp.ui.study.question_card import COLUMN_PX
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import Ground, clear
from quizapp.ui.widgets.frame import PageScroll
from quizapp.ui.widgets.reading_text import ReadingText

_BESIDE_FROM_EM = 64
_QUESTION_EM = 32
_SETTLED_MS = 150


class Stage(Part):
    """Shows one card; with a text open the card keeps to the left, or gives way when narrow."""

    text_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = PageScroll(COLUMN_PX, margins=(30, 14))
        # Words that wrap find their height in several rounds, and each moves what is below them.
        self._sought: QWidget | None = None
        self._sought_from = 0
        self._settled = QTimer(self, singleShot=True)
        self._settled.timeout.connect(self._stop_seeking)
        self.area.verticalScrollBar().rangeChanged.connect(self._show_sought)
        self.text: ReadingText | None = None
        self._side = Ground()
        self._side_line = QHBoxLayout(self._side)
        self._side.hide()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self.area, 1)
        self._line.addWidget(self._side, 0)
        self._restyle()

    def show_card(self, card: QWidget, column_px: int) -> None:
        """Put another card on the page, from its top."""
        self.close_text()
        self._stop_seeking()
        clear(self.area.column)
        self.area.set_column(column_px)
        self.area.column.addWidget(card)
        self.area.verticalScrollBar().setValue(0)

    @property
    def scrolled(self) -> int:
        """How far the card is scrolled, in pixels."""
        return self.area.verticalScrollBar().value()

    def reveal(self, part: QWidget, start: int | None = None) -> None:
        """Scroll a part of the card into view once it has its size, no further than is needed.

        ``start`` is how far the card was scrolled before what has happened to it.
        """
        self._sought = part
        self._sought_from = self.scrolled if start is None else start
        QTimer.singleShot(0, part, self._show_sought)
        self._settled.start(_SETTLED_MS)

    def _show_sought(self) -> None:
        if self._sought is not None and isValid(self._sought):
            # From where it stood, for the part may have moved up since the last time.
            self.area.verticalScrollBar().setValue(self._sought_from)
            self.area.show_part(self._sought)

    def _stop_seeking(self) -> None:
        self._sought = None

    def open_text(self, passages: tuple[Passage, ...], mark: str) -> None:
        """Show the reading text with a passage marked."""
        self.close_text()
        text = ReadingText(_("Læsetekst"), readable(passages))
        text.closed.connect(self.text_closed)
        self.text = text
        self._side_line.addWidget(text)
        self._side.show()
        self._arrange()
        if any(passage.mark == mark for passage in passages):
            QTimer.singleShot(0, text, lambda: text.show_passage(mark))

    def close_text(self) -> None:
        """Take the reading text away."""
        self.text = None
        clear(self._side_line)
        self._side.hide()
        self.area.show()

    @property
    def is_text_over(self) -> bool:
        """Whether there is only room for the text."""
        return self.text is not None and self.width() < self.look.em(_BESIDE_FROM_EM)

    def _arrange(self) -> None:
        self.area.setVisible(not self.is_text_over)
        if self.text is None:
            return
        wide = self.width() if self.is_text_over else self.width() - self.look.em(_QUESTION_EM)
        most = self.look.column_px("reading") + self.look.space(140)
        self._side.setFixedWidth(wide if self.is_text_over else min(wide, most))
        across, down = self.look.space(28), self.look.space(14)
        self._side_line.setContentsMargins(across if self.is_text_over else 0, down, across, down)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._arrange()
