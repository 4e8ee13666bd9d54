"""What a mock exam came to: the figure and how unsure it is, by category, and every answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, number_text
from quizapp.study.mock_values import Marked, MockResult
from quizapp.ui.mock.answer_row import AnswerRow
from quizapp.ui.mock.figures_card import FiguresCard
from quizapp.ui.mock.words import (
    almost_sentence,
    earlier_sentence,
    marked_when,
    percent,
    practise_text,
    result_headline,
    spent_sentence,
    unsure_sentence,
)
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.bars import Ring
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card, Hairline, clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.segmented import Segmented
from quizapp.ui.widgets.switch import Switch

# In columns of running text, which are wider in a wide font.
_STACK_BELOW_COLUMNS = 1.3
_MISSED, _ALL = "missed", "all"


class ResultCard(Card):
    """The ring, the figure in words, and what to do next."""

    practised = Signal()
    saved = Signal()
    printed = Signal()

    def __init__(self, result: MockResult, parent: QWidget | None = None) -> None:
        super().__init__(shadow=True, padding=(30, 24), parent=parent)
        ring = Ring(_("Resultat"))
        ring.set_value(result.figure.share, percent(result.figure.share), _("rigtige"))
        self.main = Button(
            practise_text(len(result.missed)), Dress.MAIN, icon="rotate-ccw", key=_("Enter")
        )
        self.main.clicked.connect(self.practised)
        if not result.missed:
            self.main.hide()
        self.save = Button(_("Gem som PDF"), icon="arrow-down")
        self.save.clicked.connect(self.saved)
        self.paper = Button(_("Udskriv"), icon="printer")
        self.paper.clicked.connect(self.printed)
        how = _joined(unsure_sentence(result), earlier_sentence(result.earlier))
        beside = _joined(almost_sentence(result.almost), spent_sentence(result))
        self.spoken = f"{result_headline(result)}. {how} {beside}"
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        words.addWidget(WrappingLabel(result_headline(result), "section", capped=False))
        words.addWidget(WrappingLabel(how, "base", "muted"))
        words.addWidget(WrappingLabel(beside, "small", "muted"))
        words.addSpacing(self.look.space(8))
        words.addWidget(self._buttons())
        words.addStretch(1)
        self._line = QHBoxLayout()
        self._line.addWidget(ring, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(words, 1)
        self.body.addLayout(self._line)
        self._arrange()

    def _buttons(self) -> QWidget:
        buttons = QWidget()
        flow = FlowLayout(buttons, gaps=(10, 8))
        for button in (self.main, self.save, self.paper):
            flow.addWidget(button)
        return buttons

    def _arrange(self) -> None:
        stacked = 0 < self.width() < self.look.em(28)
        lay(self._line, is_beside=not stacked)
        self._line.setSpacing(self.look.space(28))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


class AnswersCard(Card):
    """All answers, errors first; ``text_asked`` and ``overruled`` carry a ``Marked``."""

    text_asked = Signal(object)
    overruled = Signal(object)

    def __init__(self, result: MockResult, parent: QWidget | None = None) -> None:
        super().__init__(gap=2, parent=parent)
        self._missed = [one for one in result.marked if not one.is_right]
        self._marked = result.marked
        self.rows: tuple[AnswerRow, ...] = ()
        choices = [
            (_ALL, _("Alle {n}").format(n=number_text(len(result.marked)))),
            (_MISSED, _("Forkerte {n}").format(n=number_text(len(self._missed)))),
        ]
        self.filter = Segmented(_("Hvilke svar"), choices)
        self.filter.set_value(_ALL)
        self.filter.chosen.connect(self._on_filter)
        if len(self._missed) in (0, len(result.marked)):
            self.filter.hide()
        self.body.addWidget(WrappingLabel(_("Dine svar"), "strong"))
        self.body.addSpacing(self.look.space(6))
        self.body.addWidget(self.filter)
        self.body.addSpacing(self.look.space(6))
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self._show(self._marked)

    def _on_filter(self, value: str) -> None:
        self._show(self._missed if value == _MISSED else self._marked)

    def _show(self, marked: list[Marked] | tuple[Marked, ...]) -> None:
        clear(self._list)
        rows: list[AnswerRow] = []
        for one in marked:
            row = AnswerRow(one)
            row.text_asked.connect(lambda one=one: self.text_asked.emit(one))
            row.overruled.connect(lambda one=one: self.overruled.emit(one))
            if rows:
                self._list.addWidget(Hairline())
            self._list.addWidget(row)
            rows.append(row)
        self.rows = tuple(rows)


class MockResultPage(PageScroll):
    """``practised`` wants the missed ones, ``counted`` carries whether the answers are evidence.

    ``text_asked`` and ``overruled`` carry a ``Marked``; ``saved`` wants the result as a file,
    ``printed`` on paper.
    """

    practised = Signal()
    saved = Signal()
    printed = Signal()
    counted = Signal(bool)
    text_asked = Signal(object)
    overruled = Signal(object)
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.result: MockResult | None = None
        self.summary: ResultCard | None = None
        self.answers: AnswersCard | None = None
        self.header = PageHeader(_("Prøveeksamen"), back=_("Øv"))
        self.header.back_pressed.connect(self.back_pressed)
        self.counts = Switch(_("Svarene tæller med i det, du kan"))
        self.counts.clicked.connect(self.counted)
        self._note = WrappingLabel("", "small", "muted")
        self._top, self._halves = QVBoxLayout(), QHBoxLayout()
        self.column.addWidget(self.header)
        self.column.addLayout(self._top)
        self.column.addLayout(self._halves)
        self.column.addWidget(self.counts, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._note)

    def set_back(self, text: str) -> None:
        """Say where the way back leads."""
        self.header.back.set_text(text)

    def show_result(self, result: MockResult) -> None:
        """Show a result; the same one again keeps the place on the page."""
        is_same = self.result is not None and self.result.mock_id == result.mock_id
        self.result = result
        name = _("Prøveeksamen")
        title = f"{name}: {result.title}" if result.title else name
        self.header.set_texts(title, marked_when(result.at))
        self.counts.setChecked(result.counts)
        self._note.setText("" if result.counts else _("Svarene ændrer ikke det, du kan."))
        self._note.setVisible(not result.counts)
        if not is_same:
            self.verticalScrollBar().setValue(0)
        self._build(result)

    def take_focus(self) -> None:
        """Put the focus on what to do next."""
        if self.summary is not None:
            main = self.summary.main if self.summary.main.isVisibleTo(self) else self.summary.save
            main.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.summary.spoken)

    def _build(self, result: MockResult) -> None:
        clear(self._top)
        clear(self._halves)
        self.summary = ResultCard(result)
        self.summary.practised.connect(self.practised)
        self.summary.saved.connect(self.saved)
        self.summary.printed.connect(self.printed)
        self._top.addWidget(self.summary)
        self.answers = AnswersCard(result)
        self.answers.text_asked.connect(self.text_asked)
        self.answers.overruled.connect(self.overruled)
        self._halves.addWidget(FiguresCard(result), 42)
        self._halves.addWidget(self.answers, 58)
        self._arrange()

    def _arrange(self) -> None:
        look = self.header.look
        stacked = 0 < self.viewport().width() < _STACK_BELOW_COLUMNS * look.column_px()
        lay(self._halves, is_beside=not stacked)
        self._halves.setSpacing(look.space(16))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
