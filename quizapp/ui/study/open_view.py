"""Write freely, then compare with the model answer and say how much of it was there."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext
from quizapp.questions.answers import WrittenAndRated
from quizapp.questions.kinds import Open
from quizapp.study.flow import Judged
from quizapp.ui.study.answer_view import AnswerView, is_enter
from quizapp.ui.study.bottom_buttons import rating_words
from quizapp.ui.study.prompts import prompt_of
from quizapp.ui.study.prose import prose
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import SunkBox
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.switch import Tick

_STACK_BELOW_EM = 44
_LIMIT = 20_000


class OpenView(AnswerView):
    """The learner's text, and after »Svar« the model answer beside it with a rubric to tick."""

    def __init__(self, question: Open, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.is_turned = False
        self._label = WrappingLabel(prompt_of(question).label, "small_strong")
        self.edit = QPlainTextEdit()
        self.edit.setObjectName("answer")
        self.edit.setAccessibleName(question.prompt)
        self.edit.setAccessibleDescription(self._label.text())
        self.edit.setTabChangesFocus(True)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._on_text_changed)
        self._keys = KeyLine(((_("Ctrl+Enter"), _("sammenlign")),))
        self._comparison = Comparison(question)
        self._comparison.settled.connect(self.settled)
        self._comparison.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self.edit, self._keys, self._comparison):
            self._column.addWidget(part)
        self._restyle()

    settled = Signal(int)
    """Says that the rubric is gone through, with the rating that its ticks come to, 1 to 4."""

    def rate(self, rating: int) -> None:
        """Answer with the text and a rating from 1 to 4."""
        self.submitted.emit(WrittenAndRated(self.edit.toPlainText(), rating))

    def suggestion(self) -> int:
        """Return the rating that the ticked rubric rows come to; 3 before any is ticked."""
        return self._comparison.suggestion()

    @override
    def can_submit(self) -> bool:
        return not self.is_turned and bool(self.edit.toPlainText().strip())

    @override
    def submit(self) -> None:
        if not self.can_submit():
            return
        self.is_turned = True
        self._compare(self.edit.toPlainText().strip())
        self.changed.emit()

    def _compare(self, own: str) -> None:
        for part in (self._label, self.edit, self._keys):
            part.hide()
        self._comparison.show_own(own)
        self._comparison.show()

    @override
    def no_answer(self) -> WrittenAndRated:
        return WrittenAndRated("", 1)

    @override
    def show_judged(self, judged: Judged) -> None:
        super().show_judged(judged)
        answer = judged.answer
        self._compare(answer.text.strip() if isinstance(answer, WrittenAndRated) else "")
        self._comparison.close_rubric()

    @override
    def take_focus(self) -> None:
        if self.is_turned:
            self._comparison.take_focus()
        else:
            self.edit.setFocus()

    @override
    def fields(self) -> tuple[QWidget, ...]:
        return (self.edit,)

    @override
    def has_text(self) -> bool:
        return self.edit.hasFocus() and self.edit.document().isUndoAvailable()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if is_enter and with_control and event.type() == QEvent.Type.KeyPress:
                self.submit()
                return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self) -> None:
        if len(self.edit.toPlainText()) > _LIMIT:
            self.edit.undo()
        self.changed.emit()

    @override
    def _restyle(self) -> None:
        self.edit.setFont(self.look.font("base"))
        self.edit.setMinimumHeight(self.look.line_px("base") * 6 + self.look.space(24))
        self._column.setSpacing(self.look.space(8))


class Comparison(Part):
    """Own answer and model answer side by side, and the rubric as rows to tick.

    What the ticks come to is said above them; only Enter goes on to the rating, so that a tick
    never takes the focus away from the rows that follow.
    """

    settled = Signal(int)

    def __init__(self, question: Open, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._own = WrappingLabel("", "base")
        self._words = WrappingLabel("", "small", "muted")
        own, model = SunkBox(), SunkBox()
        self._own_box = own
        for box, title, text in (
            (own, _("Dit svar"), self._own),
            (model, _("Modelsvar"), prose(question.model)),
        ):
            box.body.addWidget(WrappingLabel(title, "label", "muted"))
            box.body.addWidget(text)
        own.body.addWidget(self._words)
        own.body.addStretch(1)
        model.body.addStretch(1)
        self._pair = QHBoxLayout()
        self._pair.addWidget(own, 1)
        self._pair.addWidget(model, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._pair)
        self.ticks = tuple(Tick(row) for row in question.rubric)
        self._rubric: tuple[QWidget, ...] = ()
        if self.ticks:
            self._add_rubric()
        self._restyle()

    def show_own(self, text: str) -> None:
        """Show what the learner wrote, and how many words it is; nothing takes its box away."""
        self._own_box.setVisible(bool(text))
        self._own.setText(text)
        count = len(text.split())
        self._words.setText(ngettext("{n} ord", "{n} ord", count).format(n=count))

    def close_rubric(self) -> None:
        """Take the rows away where nothing is left to rate."""
        for part in self._rubric:
            part.hide()

    def suggestion(self) -> int:
        """Return a rating by the share of ticked rows."""
        if not any(tick.isChecked() for tick in self.ticks):
            return 3
        share = sum(tick.isChecked() for tick in self.ticks) / len(self.ticks)
        return 4 if share == 1 else 3 if share >= 0.5 else 2  # noqa: PLR2004 - half and all of it

    def take_focus(self) -> None:
        """Put the focus on the first row of the rubric, if there is one."""
        if self.ticks:
            self.ticks[0].setFocus()

    def _add_rubric(self) -> None:
        box = SunkBox(gap=0)
        self._sum = WrappingLabel("", "small", "muted")
        keys = KeyLine(
            ((_("Mellemrum"), _("sæt hak")), (_("Enter"), _("gå videre til bedømmelsen")))
        )
        self._rubric = (WrappingLabel(_("Har du det hele med?"), "strong"), self._sum, box, keys)
        for part in self._rubric:
            self._column.addWidget(part)
        self._sum.hide()
        for tick in self.ticks:
            box.body.addWidget(tick)
            tick.toggled.connect(self._on_ticked)
            tick.installEventFilter(self)

    def _on_ticked(self) -> None:
        count = sum(tick.isChecked() for tick in self.ticks)
        self._sum.setVisible(count > 0)
        if count:
            text = _("{n} af {total} – det svarer til »{rating}«.")
            rating = rating_words(self._question)[self.suggestion() - 1]
            self._sum.setText(text.format(n=count, total=len(self.ticks), rating=rating))
            announce(self._sum, self._sum.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            at = next(at for at, tick in enumerate(self.ticks) if tick is watched)
            if is_enter(event) and not event.isAutoRepeat():
                self.settled.emit(self.suggestion())
                return True
            if event.key() in steps:
                at = min(max(at + steps[Qt.Key(event.key())], 0), len(self.ticks) - 1)
                self.ticks[at].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = 0 < self.width() < self.look.em(_STACK_BELOW_EM)
        lay(self._pair, is_beside=not stacked)

    @override
    def _restyle(self) -> None:
        self._pair.setSpacing(self.look.space(14))
        self._column.setSpacing(self.look.space(12))
        self._arrange()
