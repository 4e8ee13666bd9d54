"""One answer of a result: own, right, and unfolded also why, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.grading.verdict import Outcome
from quizapp.questions.kinds import Kind
from quizapp.study.mock_values import Marked
from quizapp.ui.question_words import outcome_word
from quizapp.ui.study.passages import passage_number
from quizapp.ui.study.prose import prose
from quizapp.ui.widgets.base import Part, PressBox, let_press_through
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import SunkBox
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.paint import draw_row, painting
from quizapp.ui.widgets.picture_box import add_medium, add_option_pictures
from quizapp.ui.widgets.verdict import AnswerPair
from quizapp.ui.widgets.verdict import Outcome as Shade

_SIGNS = {
    Outcome.CORRECT: ("check", "ok"),
    Outcome.ALMOST: ("equal-approximately", "warn"),
    Outcome.WRONG: ("x", "bad"),
}
_SHADES = {Outcome.WRONG: Shade.WRONG, Outcome.ALMOST: Shade.ALMOST, Outcome.CORRECT: Shade.RIGHT}
_WRITTEN = {Kind.DATE, Kind.NUMBER, Kind.TERM, Kind.ENUMERATION, Kind.CLOZE}
_BESIDE_FROM_EM = 30
_RIGHT_EM = 12
_SHORT = 40
_LARGE = 1.5
_ENDLESS = 16_777_215


class AnswerHead(PressBox):
    """Number, sign, question, own answer and the right one; pressed, it unfolds or folds.

    A button, not a check box: whether it is unfolded stands in its name. ``unfolded`` carries it.
    """

    unfolded = Signal(bool)

    def __init__(self, marked: Marked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon, colour = _SIGNS[marked.outcome]
        self.is_open = False
        self._said = _spoken(marked)
        self._number = WrappingLabel(str(marked.position + 1), "small", "muted", capped=False)
        self._sign = Icon(icon, colour)
        self._question = marked.question.line
        self._prompt = WrappingLabel(self._question, "strong", capped=False)
        self._given = WrappingLabel(_given_line(marked), "small", "muted", capped=False)
        self._right = WrappingLabel(_short_right(marked), "small_strong", "ok", capped=False)
        if not self._right.text():
            self._right.hide()
        self._chevron = Icon("chevron-right")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._prompt)
        words.addWidget(self._given)
        self._texts = QHBoxLayout()
        self._texts.addLayout(words, 1)
        self._texts.addWidget(self._right, 0)
        self._line = QHBoxLayout(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._line.addWidget(self._number, 0, middle)
        self._line.addWidget(self._sign, 0, middle)
        self._line.addLayout(self._texts, 1)
        self._line.addWidget(self._chevron, 0, middle)
        let_press_through(
            self._number, self._sign, self._prompt, self._given, self._right, self._chevron
        )
        self.clicked.connect(lambda: self.set_open(is_open=not self.is_open))
        self._show_state()
        self._restyle()

    def set_open(self, *, is_open: bool) -> None:
        """Unfold or fold."""
        self.is_open = is_open
        self._show_state()
        self.unfolded.emit(is_open)

    def _show_state(self) -> None:
        self._chevron.set_icon("chevron-down" if self.is_open else "chevron-right")
        state = _("foldet ud") if self.is_open else _("foldet ind")
        self.setAccessibleName(f"{self._said} {state}")

    def _arrange(self) -> None:
        beside = self.width() >= self.look.em(_BESIDE_FROM_EM)
        lay(self._texts, is_beside=beside)
        self._texts.setSpacing(self.look.space(10) if beside else 0)
        self._right.setMaximumWidth(self.look.em(_RIGHT_EM) if beside else _ENDLESS)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        look = self.look
        self._number.setFixedWidth(max(look.em(1.6), self._number.sizeHint().width()))
        self._line.setContentsMargins(look.space(2), look.space(9), look.space(2), look.space(9))
        # Large letters need the width: the number goes into the words.
        is_large = look.scale >= _LARGE
        self._number.setVisible(not is_large)
        start = f"{self._number.text()}. " if is_large else ""
        self._prompt.setText(f"{start}{self._question}")
        self._line.setSpacing(look.space(8 if is_large else 12))
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_row(painter, self.look, self)


class AnswerRow(Part):
    """``text_asked`` wants the place in the text; ``overruled`` says the answer was right."""

    text_asked = Signal()
    overruled = Signal()

    def __init__(self, marked: Marked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marked = marked
        self.head = AnswerHead(marked)
        self._details: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.head)
        self.head.unfolded.connect(self._on_unfolded)

    def _on_unfolded(self, is_open: bool) -> None:  # noqa: FBT001 - a slot
        if is_open and self._details is None:
            self._details = self._build()
            self._column.addWidget(self._details)
        if self._details is not None:
            self._details.setVisible(is_open)

    def _build(self) -> QWidget:
        marked = self.marked
        box = SunkBox(gap=10)
        add_medium(box.body, marked.shown.picture)
        if marked.given and not marked.is_right:
            said = _("Du skrev") if marked.kind in _WRITTEN else _("Dit svar")
            own, right = (said, marked.given), (_("Rigtigt svar"), marked.correct)
            box.body.addWidget(AnswerPair(own, right, _SHADES[marked.outcome]))
        else:
            box.body.addWidget(WrappingLabel(_("Rigtigt svar"), "label", "muted"))
            box.body.addWidget(WrappingLabel(marked.correct, "strong"))
        add_option_pictures(box.body, marked.shown.at_options)
        for text in dict.fromkeys((_sentence(marked), marked.question.explanation)):
            if text:
                box.body.addWidget(prose(text))
        add_medium(box.body, marked.shown.explaining)
        self._add_links(box)
        return box

    def _add_links(self, box: SunkBox) -> None:
        line = QWidget()
        flow = FlowLayout(line, gaps=(18, 0))
        mark = self.marked.question.passage
        if mark:
            number = passage_number(mark)
            text = _("Vis i teksten")
            if number is not None:
                text = _("Vis i teksten, afsnit {n}").format(n=number)
            link = Button(text, Dress.LINK, icon="list-tree")
            link.clicked.connect(self.text_asked)
            flow.addWidget(link)
        if self.marked.can_overrule:
            overrule = Button(_("Mit svar var rigtigt"), Dress.LINK, icon="check")
            overrule.clicked.connect(self.overruled)
            flow.addWidget(overrule)
        if flow.count():
            box.body.addWidget(line)


def _given_line(marked: Marked) -> str:
    if not marked.given:
        return _("Ikke besvaret")
    return _("Du svarede {given}").format(given=marked.given)


def _short_right(marked: Marked) -> str:
    """Return the right answer for the end of the line; a long one stands below, unfolded."""
    is_told = marked.is_right or len(marked.correct) > _SHORT
    return "" if is_told else marked.correct


def _sentence(marked: Marked) -> str:
    """Return what marking says, where it says more than the sign."""
    if marked.is_overruled:
        return _("Tæller som rigtigt, fordi du siger det.")
    word = outcome_word(marked.outcome)
    return "" if marked.feedback.rstrip(".") == word else marked.feedback


def _spoken(marked: Marked) -> str:
    said = f"{marked.position + 1}. {outcome_word(marked.outcome)}. {marked.question.line}"
    said = f"{said} {_given_line(marked)}."
    if marked.is_right:
        return said
    return _("{said} Rigtigt svar: {answer}.").format(said=said, answer=marked.correct)
