"""Whole pages that say something instead of showing something: nothing here, and an error."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import Card, Hairline
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.fold_out import FoldOut
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Disc, Icon, IconTile


class EmptyState(Part):
    """What is missing, what to do about it, and one button that does it."""

    pressed = Signal()

    def __init__(
        self, icon: str, missing: str, advice: str, button: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self.button = Button(button)
        self.button.clicked.connect(self.pressed)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column.addWidget(IconTile(icon, 52), 0, middle)
        self._column.addWidget(WrappingLabel(missing, "strong", capped=False, centred=True))
        self._column.addWidget(WrappingLabel(advice, "base", "muted", capped=False, centred=True))
        self._column.addWidget(self.button, 0, middle)
        self.button.setVisible(bool(button))
        self._restyle()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(10))
        side = self.look.space(20)
        self._column.setContentsMargins(side, side, side, side)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What failed, that nothing is lost, and the three answers a person needs."""

    title: str
    comfort: str
    what: str
    where: str
    what_now: str
    technical: str = ""
    number: str = ""


class ErrorPage(Card):
    """What happened, where, and what to do; technical details folded; the way on by Enter."""

    def __init__(
        self,
        trouble: Trouble,
        buttons: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shadow=True, padding=(36, 32), gap=14, parent=parent)
        head = QHBoxLayout()
        head.setSpacing(self.look.space(18))
        head.addWidget(Disc("file-exclamation-point", "bad", 48), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrappingLabel(trouble.title, "title", capped=False))
        words.addWidget(WrappingLabel(trouble.comfort, "base", "muted"))
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addWidget(Hairline())
        for icon, label, text in (
            ("search", _("Hvad skete der"), trouble.what),
            ("map-pin", _("Hvor"), trouble.where),
            ("lightbulb", _("Hvad du kan gøre"), trouble.what_now),
        ):
            if text:
                self.body.addWidget(_Fact(icon, label, text))
        if trouble.technical:
            fold = FoldOut(_("Tekniske oplysninger"), note=trouble.number)
            fold.inside.addWidget(WrappingLabel(trouble.technical, "small"))
            self.body.addWidget(fold)
        row = QWidget()
        flow = FlowLayout(row, gaps=(10, 10))
        for button in buttons:
            flow.addWidget(button)
        self.body.addWidget(row)
        said = (trouble.title, trouble.comfort, trouble.what, trouble.where, trouble.what_now)
        self.setAccessibleName(" ".join(part for part in said if part))
        if buttons:
            self.setFocusProxy(buttons[0])


class _Fact(Part):
    """An icon, a small label and a text under it."""

    def __init__(self, icon: str, label: str, text: str) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrappingLabel(label, "label", "muted"))
        words.addWidget(WrappingLabel(text))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(Icon(icon, "muted", 20), 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(words, 1)
        self._restyle()

    @override
    def _restyle(self) -> None:
        self._line.setSpacing(self.look.space(14))


def main_button(text: str, icon: str = "") -> Button:
    """Return the one filled button of a page, with Enter on it."""
    return Button(text, Dress.MAIN, icon=icon, key=_("Enter"))
