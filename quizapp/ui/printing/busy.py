"""What says that pages are being laid out, once that takes more than a moment."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.bars import ProgressBar
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import row
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import WrappingLabel

_MOMENT_MS = 300


class Busy(Part):
    """A bar, its words and a way out; ``stopped`` says that it was taken."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = _("Sætter siderne op …")
        self._bar = ProgressBar(said)
        self.stop = Button(_("Stop"), small=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(WrappingLabel(said, "base", "muted"))
        self._column.addWidget(self._bar)
        self._column.addLayout(row(self.stop))
        self.stop.clicked.connect(self.stopped)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_MOMENT_MS)
        self._soon.timeout.connect(self.show)
        self.hide()
        self._restyle()

    def begin(self) -> None:
        """Show it soon, unless the work ends before that."""
        self._bar.set_shares(0)
        if not self.isVisible():
            self._soon.start()

    def show_share(self, done: int, total: int) -> None:
        """Say how much is done."""
        if isValid(self):
            self._bar.set_shares(done / max(total, 1))

    def end(self) -> None:
        """Say no more."""
        self._soon.stop()
        self.hide()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(8))
