"""What every way of answering has in common, whatever its kind."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.questions.answers import Answer
from quizapp.study.flow import Judged
from quizapp.ui.widgets.base import Part


class AnswerView(Part):
    """The means to answer one question.

    ``submitted`` carries an ``Answer``; ``changed`` says that it may have become possible, or
    impossible, to submit; ``noted`` carries a short count for the head of the card.
    """

    submitted = Signal(object)
    changed = Signal()
    noted = Signal(str)

    stays_when_judged = True
    """Whether the view shows the verdict itself, part by part, or gives way to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_judged = False

    def can_submit(self) -> bool:
        """Tell whether there is anything to mark yet."""
        raise NotImplementedError

    def submit(self) -> None:
        """Do what the main button does; nothing when there is nothing to mark."""
        raise NotImplementedError

    def no_answer(self) -> Answer:
        """Return what »Ved ikke« answers: the empty answer of this kind."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the focus where the answer is given."""
        raise NotImplementedError

    def show_judged(self, judged: Judged) -> None:
        """Show what was answered and what was right, and take no more answers."""
        del judged
        self.is_judged = True

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key that nothing else wanted; tell whether it was used."""
        del event
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Here and not on the page: what scrolls in between would use the arrows itself.
        if self.is_judged or not self.take_key(event):
            super().keyPressEvent(event)

    def fields(self) -> tuple[QWidget, ...]:
        """Return what is typed in."""
        return ()

    def has_text(self) -> bool:
        """Tell whether something is written that Ctrl+Z should take back letter by letter."""
        return False


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether a key is Enter, on either side of the keyboard."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
