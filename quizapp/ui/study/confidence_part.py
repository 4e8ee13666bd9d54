"""»Hvor sikker er du?«: said before the answer, by those who want to be asked."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.segmented import Segmented

SURE = 3


class ConfidencePart(Part):
    """Three choices, none of them made for the learner; Alt+1, Alt+2 and Alt+3 choose too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value: int | None = None
        words = (_("Gætter"), _("Ret sikker"), _("Helt sikker"))
        name = _("Hvor sikker er du?")
        self._choices = Segmented(name, [(str(at), word) for at, word in enumerate(words, 1)])
        self._choices.chosen.connect(self._on_chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(WrappingLabel(name, "small_strong"))
        self._column.addWidget(self._choices)
        for at, segment in self._choices.segments.items():
            segment.setToolTip(_("Alt+{n}").format(n=at))
            shortcut = QShortcut(QKeySequence(f"Alt+{at}"), self)
            shortcut.activated.connect(segment.click)
        self._restyle()

    def _on_chosen(self, value: str) -> None:
        self.value = int(value)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(6))
