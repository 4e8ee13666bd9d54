"""Put items in order, by keys or by pointer."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.questions.answers import Ordered
from quizapp.questions.kinds import Ordering
from quizapp.study.flow import Judged, Picture
from quizapp.ui.study.answer_view import AnswerView, is_enter
from quizapp.ui.study.prompts import prompt_of
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.lift_list import LiftList, LiftRow
from quizapp.ui.widgets.option_picture import NO_PICTURES
from quizapp.ui.widgets.options import Mark, OptionState
from quizapp.ui.widgets.picture_box import add_credits


class OrderingView(AnswerView):
    """The items as rows that are lifted, moved and put down; the order shown is the answer."""

    def __init__(
        self,
        question: Ordering,
        items: tuple[str, ...],
        pictures: Mapping[str, Picture] = NO_PICTURES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._items = items
        self._has_pictures = bool(pictures)
        prompt = prompt_of(question)
        self._label = WrappingLabel(prompt.label, "base", "muted")
        self.rows = LiftList(f"{question.prompt} {prompt.label}", items, pictures=pictures)
        self._keys = KeyLine(
            (
                (_("Mellemrum"), _("løft og sæt ned")),
                (_("↑ ↓"), _("flyt")),
                (_("Esc"), _("læg tilbage")),
                (_("Enter"), _("svar")),
            )
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self.rows, self._keys):
            self._column.addWidget(part)
        add_credits(self._column, pictures)
        for lifted in self.rows.findChildren(LiftRow):
            lifted.installEventFilter(self)
        self._restyle()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Enter on a row that lies would lift it; here it answers, and Space lifts.
        if isinstance(event, QKeyEvent) and is_enter(event) and not self.is_judged:
            lies = not (isinstance(watched, LiftRow) and watched.is_lifted)
            if lies and event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.submit()
            return lies
        return super().eventFilter(watched, event)

    @override
    def can_submit(self) -> bool:
        return not self.is_judged

    @override
    def submit(self) -> None:
        if self.can_submit():
            self.submitted.emit(Ordered(tuple(self._items[at] for at in self.rows.order())))

    @override
    def no_answer(self) -> Ordered:
        return Ordered(())

    @override
    def take_focus(self) -> None:
        self.rows.setFocus()

    @override
    def show_judged(self, judged: Judged) -> None:
        super().show_judged(judged)
        self._label.hide()
        self._keys.hide()
        given = judged.answer.items if isinstance(judged.answer, Ordered) else ()
        # Nothing was put anywhere; the right order stands below the verdict.
        self.rows.setVisible(bool(given) or self._has_pictures)
        shown = [*given, *(item for item in self._question.items if item not in given)]
        self.rows.set_order([self._items.index(item) for item in shown])
        self.rows.set_marks(
            tuple(
                self._mark_of(item, at) if given else Mark(OptionState.PLAIN)
                for at, item in enumerate(shown)
            )
        )

    def _mark_of(self, item: str, place: int) -> Mark:
        """Right when the item stands on one of the places that its tied group takes."""
        before = 0
        for tied in self._question.sequence:
            if item in tied:
                break
            before += len(tied)
        else:
            tied = ()
        if before <= place < before + len(tied):
            return Mark(OptionState.RIGHT, _("Rigtig plads"))
        return Mark(OptionState.WRONG, _("Plads {n}").format(n=before + 1))

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(10))
