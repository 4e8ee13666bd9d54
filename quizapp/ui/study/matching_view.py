"""Find what belongs together."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.questions.answers import Matched
from quizapp.questions.kinds import Matching
from quizapp.study.flow import Judged, Picture
from quizapp.ui.study.answer_view import AnswerView, is_enter
from quizapp.ui.study.prompts import prompt_of, spare_text
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.match_board import MatchBoard
from quizapp.ui.widgets.option_picture import NO_PICTURES
from quizapp.ui.widgets.options import Mark, OptionState
from quizapp.ui.widgets.picture_box import add_credits


class MatchingView(AnswerView):
    """Two columns and the lines between them."""

    def __init__(
        self,
        question: Matching,
        left: tuple[str, ...],
        right: tuple[str, ...],
        pictures: Mapping[str, Picture] = NO_PICTURES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._left, self._right = left, right
        self._label = WrappingLabel(prompt_of(question).label, "base", "muted")
        spare = len(right) - len(left)
        heads = ("", spare_text(spare) if spare > 0 else "")
        self.board = MatchBoard(heads, left, right, pictures=pictures)
        last = chr(ord("A") + len(right) - 1)
        self._keys = KeyLine(
            (
                (f"1–{len(left)}", _("vælg til venstre")),
                (f"A–{last}", _("forbind")),
                (_("Slet"), _("fjern forbindelsen")),
                (_("Enter"), _("svar")),
            )
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self.board, self._keys):
            self._column.addWidget(part)
        add_credits(self._column, pictures)
        for row in (*self.board.left, *self.board.right):
            row.installEventFilter(self)
        self.board.paired.connect(self._on_paired)
        self._restyle()

    @override
    def can_submit(self) -> bool:
        return not self.is_judged and bool(self.board.pairs())

    @override
    def submit(self) -> None:
        if self.can_submit():
            pairs = sorted(self.board.pairs().items())
            self.submitted.emit(
                Matched(tuple((self._left[one], self._right[other]) for one, other in pairs))
            )

    @override
    def no_answer(self) -> Matched:
        return Matched(())

    @override
    def take_focus(self) -> None:
        self.board.setFocus()

    @override
    def show_judged(self, judged: Judged) -> None:
        super().show_judged(judged)
        self._label.hide()
        self._keys.hide()
        self.noted.emit("")
        given = dict(judged.answer.pairs) if isinstance(judged.answer, Matched) else {}
        pairs = {
            self._left.index(one): self._right.index(other)
            for one, other in given.items()
            if one in self._left and other in self._right
        }
        self.board.set_pairs(pairs)
        right = dict(self._question.pairs)
        self.board.set_marks(
            tuple(_mark(given.get(left, ""), right.get(left, "")) for left in self._left)
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Enter on a row would press it; here it answers, and Space presses.
        if isinstance(event, QKeyEvent) and is_enter(event) and not self.is_judged:
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.submit()
            return True
        return super().eventFilter(watched, event)

    def _on_paired(self) -> None:
        count = _("{done} af {total} forbundet")
        self.noted.emit(count.format(done=len(self.board.pairs()), total=len(self._left)))
        self.changed.emit()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(10))


def _mark(given: str, right: str) -> Mark:
    if given == right:
        return Mark(OptionState.RIGHT, _("Rigtigt"))
    word = _("Forkert") if given else _("Ikke forbundet")
    return Mark(OptionState.WRONG, word, _("Rigtigt svar: {answer}").format(answer=right))
