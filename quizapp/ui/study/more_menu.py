"""»Mere«: what else can be done with the question."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.base.texts import _
from quizapp.study.flow import Asking, Finished, FlowState, Judged
from quizapp.ui.study.wishes import Wish


class MoreMenu(QMenu):
    """The menu of the strip; ``wished`` carries a ``Wish``."""

    wished = Signal(object)
    report_asked = Signal()
    why_asked = Signal()
    note_asked = Signal()
    aloud_asked = Signal()
    own_asked = Signal()
    keys_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Mere"))

    def open_by(self, opener: QWidget, state: FlowState | None, *, can_undo: bool) -> None:
        """Open below the button, with what fits the state."""
        self.fill(state, can_undo=can_undo)
        self.popup(
            opener.mapToGlobal(opener.rect().bottomRight()) - QPoint(self.sizeHint().width(), 0)
        )

    def fill(self, state: FlowState | None, *, can_undo: bool) -> None:
        """Put in what fits the state."""
        self.clear()
        if state is not None and not isinstance(state, Finished):
            if isinstance(state, Asking):
                self.addAction(_("Hvorfor nu?")).triggered.connect(self.why_asked)
                self._wish_action(_("Spring over"), Wish.SKIP)
            self._wish_action(_("Vent til i morgen"), Wish.BURY)
            self._wish_action(_("Sæt på pause"), Wish.SUSPEND)
            aloud = _("Læs op")
            self.addAction(f"{aloud}\t{_('Ctrl+L')}").triggered.connect(self.aloud_asked)
            note = _("Skriv en note")
            self.addAction(f"{note}\t{_('Ctrl+N')}").triggered.connect(self.note_asked)
            if isinstance(state, Judged):
                # Before the answer it would tell it.
                self.addAction(_("Ret min udgave …")).triggered.connect(self.own_asked)
            self.addAction(_("Meld fejl")).triggered.connect(self.report_asked)
            self.addSeparator()
        if can_undo:
            self._wish_action(_("Fortryd svaret"), Wish.UNDO, _("Ctrl+Z"))
        self.addAction(_("Taster"), Qt.Key.Key_F1, self.keys_asked.emit)

    def _wish_action(self, text: str, wish: Wish, key: str = "") -> None:
        shown = f"{text}\t{key}" if key else text
        self.addAction(shown).triggered.connect(lambda: self.wished.emit(wish))
