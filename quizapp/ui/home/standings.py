"""How much of each pack and category is remembered, as bars with their numbers in print."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, number_text
from quizapp.study.plan import Plan
from quizapp.study.today import Standing
from quizapp.ui.question_words import category_plural, category_word
from quizapp.ui.widgets.bars import ProgressBar
from quizapp.ui.widgets.boxes import Card, Hairline
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.chip import CATEGORY_ICONS, Chip
from quizapp.ui.widgets.ends import Ends
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon


class PacksCard(Card):
    """The packs, each with what is due today and how much is remembered."""

    add_asked = Signal()

    def __init__(self, packs: Sequence[Standing], parent: QWidget | None = None) -> None:
        super().__init__(gap=12, parent=parent)
        self.add = Button(_("Tilføj pakke"), Dress.LINK, icon="plus")
        self.add.clicked.connect(self.add_asked)
        self.body.addWidget(Ends(WrappingLabel(_("Dine pakker"), "strong"), self.add))
        for at, pack in enumerate(packs):
            if at:
                self.body.addWidget(Hairline())
            self.body.addLayout(_pack_row(pack))
        self.body.addStretch(1)


class CategoriesCard(Card):
    """»Det husker du nu«, by category; ``started`` carries a ``Plan`` for the hardest.

    ``why_asked`` carries the button that asks what the figures say.
    """

    started = Signal(object)
    why_asked = Signal(QWidget)

    def __init__(self, categories: Sequence[Standing], parent: QWidget | None = None) -> None:
        super().__init__(gap=12, parent=parent)
        self.why = IconButton("info", _("Hvad siger tallene?"))
        self.why.clicked.connect(lambda: self.why_asked.emit(self.why))
        self.body.addWidget(Ends(WrappingLabel(_("Det husker du nu"), "strong"), self.why))
        self._grid = QGridLayout()
        # Before anything is begun all are shown, so that the card says what it is about.
        for at, category in enumerate([it for it in categories if it.begun] or categories):
            self._add_row(at, category)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        hardest = hardest_of(categories)
        if hardest is not None:
            self._add_hardest(hardest)
        self._space()

    def _add_row(self, at: int, category: Standing) -> None:
        share = category.remembered / category.total if category.total else 0.0
        word = category_word(category.name)
        middle = Qt.AlignmentFlag.AlignVCenter
        icon = CATEGORY_ICONS.get(category.name, "info")
        bar = ProgressBar(_("{category}: husket nu").format(category=word), share)
        percent = WrappingLabel(_("{n} %").format(n=round(share * 100)), "strong")
        self._grid.addWidget(Icon(icon, "accent"), at, 0, middle)
        self._grid.addWidget(WrappingLabel(word), at, 1, middle)
        self._grid.addWidget(bar, at, 2, middle)
        self._grid.addWidget(percent, at, 3, middle | Qt.AlignmentFlag.AlignRight)

    def _add_hardest(self, hardest: Standing) -> None:
        plural = category_plural(hardest.name)
        note = _("{category} er sværest lige nu.")
        said = note.format(category=plural[:1].upper() + plural[1:])
        link = Button(_("Øv {category}").format(category=plural), Dress.LINK)
        plan = Plan(categories=(hardest.name,))
        link.clicked.connect(lambda: self.started.emit(plan))
        self.body.addWidget(Ends(WrappingLabel(said, "small", "muted"), link))

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(self.look.space(10))
        self._grid.setVerticalSpacing(self.look.space(14))

    @override
    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_grid"):
            self._space()


def hardest_of(categories: Sequence[Standing]) -> Standing | None:
    """Return the category of which least is remembered, among those begun with something due."""
    begun = [row for row in categories if row.begun and row.due]
    return min(begun, key=lambda row: row.remembered / row.total, default=None)


def _pack_row(pack: Standing) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    name = WrappingLabel(pack.name, "strong")
    if pack.due:
        due = Chip(_("{n} i dag").format(n=number_text(pack.due)), accent=True)
        column.addWidget(Ends(name, due))
    else:
        column.addWidget(name)
    done = pack.remembered / pack.total if pack.total else 0.0
    begun = max(pack.begun - pack.remembered, 0.0) / pack.total if pack.total else 0.0
    text = _("{n} af {total} husket")
    said = text.format(n=number_text(round(pack.remembered)), total=number_text(pack.total))
    bar = ProgressBar(f"{pack.name}: {said}", done, begun)
    column.addWidget(Ends(bar, WrappingLabel(said, "small", "muted")))
    return column
