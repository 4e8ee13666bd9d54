"""The reading text beside or over the question, with one passage marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import Box, Hairline
from quizapp.ui.widgets.button import IconButton
from quizapp.ui.widgets.edge_scroll import EdgeScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.rich_text import RichText


@dataclass(frozen=True, slots=True)
class ReadingPassage:
    """A place of the text that questions point to; an empty heading goes on with the one before."""

    mark: str
    heading: str
    html: str


class _Passage(Part):
    """The passage's number in the margin, a heading where a section begins, and the text."""

    def __init__(self, passage: ReadingPassage, number: int) -> None:
        super().__init__()
        self.number = number
        self.text = RichText(passage.html, "reading")
        self._number = WrappingLabel(str(number), "strong", "muted")
        name = _("Afsnit {n}").format(n=number)
        self.text.setAccessibleName(f"{name}, {passage.heading}".removesuffix(", "))
        words = QVBoxLayout()
        words.setSpacing(2)
        if passage.heading:
            words.addWidget(WrappingLabel(passage.heading, "strong"))
        words.addWidget(self.text)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(words, 1)
        self._restyle()

    def set_marked(self, *, is_marked: bool) -> None:
        """Highlight the text and its number, or take it away again."""
        self.text.set_marked(is_marked=is_marked)
        self._number.set_role("strong", "accent" if is_marked else "muted")

    @override
    def _restyle(self) -> None:
        self._number.setFixedWidth(self.look.grown(26))
        self._line.setSpacing(self.look.space(4))


def _scroll_of(inner: QWidget) -> EdgeScroll:
    scroll = EdgeScroll()
    scroll.setWidget(inner)
    for ground in (inner, scroll.viewport()):
        ground.setAutoFillBackground(False)  # the card shows through
    return scroll


class ReadingText(Box):
    """A pack's reading text; ``closed`` says that the reader wants to go back."""

    closed = Signal()

    def __init__(
        self,
        title: str,
        passages: Sequence[ReadingPassage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(padding=(26, 14), gap=8, parent=parent)
        self._passages: dict[str, _Passage] = {}
        self._now = ""
        self._place = WrappingLabel("", "small", "muted")
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._fill(passages)
        self._scroll = _scroll_of(self._inner)
        self.previous = IconButton("chevron-left", _("Forrige afsnit"))
        self.next = IconButton("chevron-right", _("Næste afsnit"))
        self.close_button = IconButton("x", _("Luk teksten"))
        self.previous.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        self.close_button.clicked.connect(self.closed)
        self._head = QHBoxLayout()
        middle = Qt.AlignmentFlag.AlignVCenter
        self._title = WrappingLabel(title, "strong")
        self._head.addWidget(Icon("book-open-text"), 0, middle)
        self._head.addWidget(self._title, 0, middle)
        self._head.addWidget(self._place, 0, middle)
        self._head.addStretch(1)
        for button in (self.previous, self.next, self.close_button):
            self._head.addWidget(button, 0, middle)
        self.body.addLayout(self._head)
        self.body.addWidget(Hairline())
        self.body.addWidget(self._scroll, 1)
        self.setAccessibleName(title)
        self._restyle()

    def _fill(self, passages: Sequence[ReadingPassage]) -> None:
        for number, passage in enumerate(passages, start=1):
            part = _Passage(passage, number)
            self._passages[passage.mark] = part
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._last = len(passages)

    def show_passage(self, mark: str, *, focus: bool = True) -> None:
        """Mark a passage and scroll it to a third from the top; raises ``KeyError``."""
        for other, part in self._passages.items():
            part.set_marked(is_marked=other == mark)
        self._now = mark
        shown = self._passages[mark]
        where = _("afsnit {n} af {count}").format(n=shown.number, count=self._last)
        self._place.setText(where)
        self._arrange_head()
        self._scroll_to(shown)
        QTimer.singleShot(0, self, self._settle)
        if focus:
            shown.text.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, _("Afsnit {n}, markeret sted").format(n=shown.number))

    def _scroll_to(self, part: QWidget) -> None:
        inner = self._inner
        inner.resize(inner.width(), inner.heightForWidth(inner.width()))
        self._column.activate()
        top = part.mapTo(inner, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(top - self._scroll.viewport().height() // 3)

    def _step(self, step: int) -> None:
        marks = list(self._passages)
        at = marks.index(self._now) if self._now else -1
        if 0 <= at + step < len(marks):
            self.show_passage(marks[at + step])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_head()
        # The text inside gets its new width only when the layouts have had their turn.
        QTimer.singleShot(0, self, self._settle)

    def _arrange_head(self) -> None:
        """Leave out which passage it is where the head is too short; each has its number."""
        gap = self.look.space(8)
        buttons = 3 * (self.close_button.sizeHint().width() + gap)
        icon = self.look.grown(18) + gap
        words = self._title.sizeHint().width() + gap + self._place.sizeHint().width()
        room = self.contentsRect().width() - 2 * self.look.space(26)
        self._place.setVisible(icon + words + buttons <= room)

    def _settle(self) -> None:
        if self._now:
            self._scroll_to(self._passages[self._now])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def _restyle(self) -> None:
        super()._restyle()
        self._head.setSpacing(self.look.space(8))
        QTimer.singleShot(0, self, self._settle)
        self._column.setContentsMargins(0, self.look.space(4), self.look.space(8), 0)
        self._column.setSpacing(self.look.space(14))
