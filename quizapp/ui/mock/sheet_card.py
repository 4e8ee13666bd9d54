"""The card of one question on a paper: its number, the flag, the question and its view."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.base.texts import _
from quizapp.questions.answers import Answer, Ordered
from quizapp.questions.kinds import kind_of
from quizapp.study.mock_values import Sheet
from quizapp.ui.mock.answers import answer_in, put_back
from quizapp.ui.question_words import kind_word
from quizapp.ui.study.answer_view import AnswerView
from quizapp.ui.study.ordering_view import OrderingView
from quizapp.ui.study.views import view_for
from quizapp.ui.widgets.boxes import Card, SunkBox
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.picture_box import add_medium


class SheetCard(Card):
    """``changed`` says that another answer stands there, ``flag_pressed`` asks for the flag."""

    changed = Signal()
    flag_pressed = Signal()
    retry_pressed = Signal()

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(shadow=True, padding=(34, 26), gap=14, parent=parent)
        self.asking = sheet.asking
        self.view: AnswerView = view_for(sheet.asking)
        self._is_ordered = isinstance(sheet.answer, Ordered)
        self.flag = Button("", icon="flag", small=True)
        self.flag.clicked.connect(self.flag_pressed)
        self._note = WrappingLabel("", "small", "muted", capped=False)
        self._note.hide()
        self.body.addLayout(self._head())
        self.body.addWidget(WrappingLabel(sheet.asking.question.prompt, "question", capped=False))
        add_medium(self.body, sheet.asking.shown.picture)
        self.body.addWidget(self.view)
        self._failure = SunkBox()
        self._failure_line = IconLine("circle-alert", "", "base", "bad")
        self.retry = Button(_("Prøv igen"), Dress.SOFT, icon="refresh-cw", small=True)
        self.retry.clicked.connect(self.retry_pressed)
        self._failure.body.addWidget(self._failure_line)
        self._failure.body.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        self._failure.hide()
        self.body.addWidget(self._failure)
        self.show_flag(is_flagged=sheet.is_flagged)
        if sheet.answer is not None:
            put_back(self.view, sheet.answer, sheet.asking.shown)
        self._connect_view()

    def _head(self) -> QHBoxLayout:
        progress = self.asking.progress
        place = _("Spørgsmål {i} af {n}").format(i=progress.done + 1, n=progress.total)
        head = QHBoxLayout()
        head.addWidget(WrappingLabel(place, "small", "muted"), 1)
        head.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.flag)
        return head

    def answer(self) -> Answer | None:
        """Return the answer that stands there; None for a blank."""
        if isinstance(self.view, OrderingView) and not self._is_ordered:
            return None
        return answer_in(self.view, self.asking.shown)

    def show_flag(self, *, is_flagged: bool) -> None:
        """Show whether the learner wants to come back to the question."""
        self.flag.set_text(_("Fjern markering") if is_flagged else _("Markér"))
        # Where a letter is written, F is a letter, and among many options it is one of them.
        takes_letters = bool(self.view.fields())
        self.flag.set_key(_("Ctrl+B") if takes_letters else _("F"))

    def show_failure(self, text: str) -> None:
        """Say what could not be stored; the answer stands as it was. An empty text ends it."""
        self._failure_line.set_text(text)
        self._failure.setVisible(bool(text))

    def spoken(self) -> str:
        """Return what a screen reader says when the question appears."""
        progress, question = self.asking.progress, self.asking.question
        return _("Spørgsmål {i} af {n}. {kind}. {prompt}").format(
            i=progress.done + 1,
            n=progress.total,
            kind=kind_word(kind_of(question)),
            prompt=question.line,
        )

    def _connect_view(self) -> None:
        self.view.noted.connect(self._on_noted)
        self.view.changed.connect(self.changed)
        self.view.submitted.connect(lambda _answer: self.changed.emit())
        if isinstance(self.view, OrderingView):
            self.view.rows.reordered.connect(self._on_reordered)

    def _on_reordered(self) -> None:
        self._is_ordered = True
        self.changed.emit()

    def _on_noted(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
