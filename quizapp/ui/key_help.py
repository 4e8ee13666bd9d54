"""»Genvejstaster« (F1): the keys of what can be done now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.actions import Actions, Command, key_text
from quizapp.ui.overlay import Overlay
from quizapp.ui.widgets.boxes import clear
from quizapp.ui.widgets.button import IconButton
from quizapp.ui.widgets.edge_scroll import BESIDE_BAR, EdgeScroll
from quizapp.ui.widgets.key_cap import KeyCap
from quizapp.ui.widgets.label import WrappingLabel


class KeyHelp(Overlay):
    """A list of keys by menu; F1 or Esc closes it."""

    def __init__(self, actions: Actions, over: QWidget) -> None:
        super().__init__(over)
        self._actions = actions
        self.close_button = IconButton("x", _("Luk"))
        self.close_button.clicked.connect(self.close_up)
        head = QHBoxLayout()
        head.addWidget(WrappingLabel(_("Genvejstaster"), "section"), 1)
        head.addWidget(self.close_button)
        self._list = QWidget()
        self._list.setObjectName("page")
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, BESIDE_BAR, 0)
        self._scroll = EdgeScroll()
        self._scroll.setWidget(self._list)
        self._scroll.setAccessibleName(_("Genvejstaster"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.panel.body.addLayout(head)
        self.panel.body.addWidget(self._scroll)

    @override
    def open(self) -> None:
        clear(self._lines)
        groups: dict[str, list[Command]] = {}
        for command, _action in self._actions.available():
            if command.keys:
                groups.setdefault(command.menu, []).append(command)
        for at, (menu, commands) in enumerate(groups.items()):
            if at:
                self._lines.addSpacing(self.look.space(10))
            self._lines.addWidget(WrappingLabel(_(menu), "strong"))
            self._lines.addLayout(_grid(commands))
        self._lines.addStretch(1)
        super().open()
        self._scroll.setFixedHeight(
            min(self._list.sizeHint().height() + 8, max(self.height() - self.look.space(206), 160))
        )
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)


def _grid(commands: list[Command]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(6)
    for at, command in enumerate(commands):
        grid.addWidget(WrappingLabel(_(command.text)), at, 0)
        cap = KeyCap(key_text(command.keys[0]))
        grid.addWidget(cap, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    grid.setColumnStretch(0, 1)
    return grid
