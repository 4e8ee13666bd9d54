"""What a learner may choose at her first start: name, colours, size of text, spelling."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.segmented import Segmented
from quizapp.ui.widgets.switch import Switch
from quizapp.ui.window_settings import Appearance, Chosen

SIZES = {"A": 1.0, "A+": 1.25, "A++": 1.5}
_STACK_BELOW_EM = 44


class FirstChoices(Card):
    """Applied at once; ``appearance_chosen`` carries the changed fields of ``Chosen``."""

    named = Signal(str)
    appearance_chosen = Signal(object)
    friendly_chosen = Signal(bool)

    def __init__(self, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(gap=12, parent=parent)
        self._told = ""
        self.name = Field(_("Hvad skal vi kalde dig?"), example=_("Fornavn (kan udelades)"))
        schemes = (
            (Appearance.LIGHT.value, _("Lyst")),
            (Appearance.DARK.value, _("Mørkt")),
            (Appearance.SYSTEM.value, _("Som computeren")),
        )
        self.schemes = Segmented(_("Udseende"), schemes)
        self.sizes = Segmented(_("Tekststørrelse"), [(size, size) for size in SIZES])
        self.friendly = Switch(_("Ordblindevenlig"))
        self.friendly.setAccessibleDescription(_("Stavefejl trækker ikke ned."))
        top = Qt.AlignmentFlag.AlignTop
        self._lines = (QHBoxLayout(), QHBoxLayout())
        self._lines[0].addWidget(self.name, 1, top)
        self._lines[0].addWidget(self.friendly, 1, Qt.AlignmentFlag.AlignBottom)
        self._lines[1].addLayout(_titled(_("Udseende"), self.schemes), 1)
        self._lines[1].addLayout(_titled(_("Tekststørrelse"), self.sizes), 1)
        for line in self._lines:
            self.body.addLayout(line)
        self.show_chosen(chosen)
        self.name.edit.editingFinished.connect(self._on_named)
        self.schemes.chosen.connect(
            lambda value: self.appearance_chosen.emit({"appearance": Appearance(value)})
        )
        self.sizes.chosen.connect(lambda size: self.appearance_chosen.emit({"scale": SIZES[size]}))
        self.friendly.toggled.connect(self.friendly_chosen)
        self._restyle()

    def show_chosen(self, chosen: Chosen) -> None:
        """Show what is in force, also when it was chosen elsewhere."""
        blockers = [QSignalBlocker(part) for part in (self.schemes, self.sizes)]
        if chosen.appearance.value in self.schemes.segments:
            self.schemes.set_value(chosen.appearance.value)
        nearest = min(SIZES, key=lambda size: abs(SIZES[size] - chosen.scale))
        self.sizes.set_value(nearest)
        for blocker in blockers:
            blocker.unblock()

    def _on_named(self) -> None:
        name = self.name.text().strip()
        if name and name != self._told:
            self._told = name
            self.named.emit(name)

    def _arrange(self) -> None:
        stacked = 0 < self.width() < self.look.em(_STACK_BELOW_EM)
        for line in self._lines:
            lay(line, is_beside=not stacked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_lines"):
            for line in self._lines:
                line.setSpacing(self.look.space(20))
            self._arrange()


def _titled(title: str, part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(WrappingLabel(title, "small_strong"))
    column.addWidget(part)
    column.addStretch(1)
    return column
