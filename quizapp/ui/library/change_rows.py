"""The figures of an update and the list of what changes, the weightiest first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.ui.library.change_words import ICONS, detail_of, meaning_of, prompt_of
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import Card, Hairline, Tile
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon, IconTile

if TYPE_CHECKING:
    # They load SQLAlchemy, which the window does without until it is painted.
    from quizapp.library.install import Installed
    from quizapp.library.told import ChangedQuestion

FIRST_SHOWN: Final = 6
_LEAST_EM: Final = 12.5


class FigureTile(Tile):
    """One figure: how many, of what, and what that means."""

    def __init__(
        self, icon: str, count: int, words: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        name, meaning = words
        line = QHBoxLayout()
        line.addWidget(IconTile(icon), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        figure = f"{number_text(count)} {name}"
        column.addWidget(WrappingLabel(figure, "section"))
        column.addWidget(WrappingLabel(meaning, "small", "muted"))
        column.addStretch(1)  # or the words of a tile beside a higher one would drift apart
        line.addLayout(column, 1)
        self.body.addLayout(line)
        self.setAccessibleName(f"{figure}, {meaning}")


class Figures(Part):
    """The figures side by side, in two columns or one where there is less room."""

    def __init__(self, preview: "Installed", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._tiles = [FigureTile(*figure) for figure in figures_of(preview)]
        self._columns = 0
        self._restyle()

    def _arrange(self) -> None:
        fitting = self.width() // self.look.em(_LEAST_EM)
        columns = next((count for count in (4, 2) if count <= fitting), 1)
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._grid.setSpacing(self.look.space(12))
        self._arrange()


def figures_of(preview: "Installed") -> list[tuple[str, int, tuple[str, str]]]:
    """Return icon, count and words of the four figures, and of two rare ones where they occur."""
    new, changed, again = preview.new, preview.changed, preview.retested
    figures = [
        ("plus", new, (ngettext("nyt", "nye", new), _("er med fra i dag"))),
        ("pencil-line", changed, (ngettext("rettet", "rettede", changed), _("kun i teksten"))),
        ("rotate-ccw", again, (ngettext("nyt svar", "nye svar", again), _("kommer igen i dag"))),
        ("eye-off", preview.removed, (_("skjules"), _("svarene gemmes"))),
    ]
    if preview.restarted:
        words = (_("begynder forfra"), _("forfatteren har bedt om det"))
        figures.append(("rotate-ccw", preview.restarted, words))
    if preview.returned:
        figures.append(("undo-2", preview.returned, (_("er med igen"), _("med det lærte"))))
    return figures


class ChangeList(Card):
    """The questions that change; the first six, and the rest when asked for."""

    def __init__(
        self,
        changes: "Sequence[ChangedQuestion]",
        preview: "Installed",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap=8, parent=parent)
        self._version = preview.version
        self._rest = list(changes[FIRST_SHOWN:])
        head = QHBoxLayout()
        head.addWidget(WrappingLabel(_("Det ændrer sig"), "strong"), 1)
        head.addWidget(WrappingLabel(_("det vigtigste først"), "small", "muted"))
        self.body.addLayout(head)
        self.body.addSpacing(self.look.space(8))  # as between two of the rows
        for change in changes[:FIRST_SHOWN]:
            self.body.addWidget(self._row(change))
        self.more = Button(_("Vis {n} til").format(n=number_text(len(self._rest))), Dress.LINK)
        self.more.clicked.connect(self._show_rest)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.setVisible(bool(self._rest))

    def _show_rest(self) -> None:
        self.more.hide()
        for change in self._rest:
            self.body.addWidget(self._row(change))
        self._rest = []

    def _row(self, change: "ChangedQuestion") -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(Icon(ICONS[change.effect], "accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrappingLabel(prompt_of(change), "strong"))
        words.addWidget(WrappingLabel(detail_of(change, self._version), "small", "muted"))
        line.addLayout(words, 2)
        meaning = WrappingLabel(meaning_of(change), "small", "muted")
        line.addWidget(meaning, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        column.addWidget(Hairline())
        return row
