"""A card with a front and a back; the learner turns it and says how well she remembered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.questions.answers import Rated
from quizapp.questions.kinds import Flashcard
from quizapp.study.flow import Judged
from quizapp.ui.study.answer_view import AnswerView, is_enter
from quizapp.ui.study.prompts import prompt_of
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.boxes import Hairline
from quizapp.ui.widgets.label import WrappingLabel


class FlashcardView(AnswerView):
    """One big word; turned, the answer below it. ``changed`` says that it was turned."""

    def __init__(
        self, question: Flashcard, *, has_picture: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._has_picture = has_picture
        self.is_turned = False
        self.front = WrappingLabel(question.prompt, "title", capped=False, centred=True)
        self._rule = Hairline()
        self.back = WrappingLabel(question.back, "question", capped=False, centred=True)
        self._why = WrappingLabel(question.explanation, "base", "muted", centred=True, capped=False)
        self._hint = WrappingLabel(prompt_of(question).label, "small", "muted", centred=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self._column.addWidget(self.front)
        self._column.addWidget(self._rule, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.back)
        self._column.addWidget(self._why)
        self._column.addStretch(1)
        self._column.addWidget(self._hint)
        for part in (self._rule, self.back, self._why):
            part.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = _("Forside: {front}. {hint}")
        self.setAccessibleName(name.format(front=question.prompt, hint=self._hint.text()))
        self._restyle()

    def turn(self) -> None:
        """Show the back."""
        if self.is_turned:
            return
        self.is_turned = True
        self._uncover()
        self._why.setVisible(bool(self.question.explanation))
        self._hint.setText(_("Hvor godt huskede du det?"))
        said = _("Bagside: {back}").format(back=self.question.back)
        self.setAccessibleName(said)
        announce(self, said)
        self.noted.emit(_("Bagside"))
        self.changed.emit()

    def _uncover(self) -> None:
        self.front.set_role("section", "muted")
        self._rule.show()
        self.back.show()

    def rate(self, rating: int) -> None:
        """Answer with a rating from 1 to 4."""
        self.submitted.emit(Rated(rating))

    @override
    def can_submit(self) -> bool:
        return not self.is_turned

    @override
    def submit(self) -> None:
        self.turn()

    @override
    def no_answer(self) -> Rated:
        return Rated(1)

    @override
    def take_focus(self) -> None:
        self.setFocus()

    @override
    def show_judged(self, judged: Judged) -> None:
        super().show_judged(judged)
        self._uncover()
        # The explanation stands below the verdict, and there is nothing left to do here.
        self._why.hide()
        self._hint.hide()
        self._restyle()

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        turns = is_enter(event) or event.key() == Qt.Key.Key_Space
        if turns and not self.is_turned and not event.isAutoRepeat():
            self.turn()
        return turns

    @override
    def _restyle(self) -> None:
        # A lone word stands in much room; below a picture that would push the back out of sight.
        is_low = self.is_judged or self._has_picture
        self.setMinimumHeight(self.look.space(120 if is_low else 300))
        self._rule.setFixedWidth(self.look.space(220))
        self._column.setSpacing(self.look.space(14))
