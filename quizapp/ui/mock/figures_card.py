"""How it went by category, with how unsure each figure is, and by kind of answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.questions.kinds import Kind
from quizapp.study.mock_values import Figure, MockResult
from quizapp.ui.mock.words import between, right_of
from quizapp.ui.question_words import category_word, kind_word
from quizapp.ui.widgets.bars import ProgressBar
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.chip import CATEGORY_ICONS
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon

_KIND_ICONS = {
    Kind.DATE: "calendar-days",
    Kind.NUMBER: "hash",
    Kind.TERM: "pencil-line",
    Kind.ENUMERATION: "list-tree",
    Kind.CHOICE: "circle-check",
    Kind.MULTIPLE_CHOICE: "list-checks",
    Kind.ORDERING: "arrow-down",
    Kind.MATCHING: "link-2",
    Kind.CLOZE: "a-large-small",
    Kind.FLASHCARD: "layers",
    Kind.OPEN: "sticky-note",
}
_NAME_EM = 9
_NAME_SHARE = 0.36
_VALUE_EM = 4.5
_LARGE = 1.5


class FiguresCard(Card):
    """One line a category and one a kind; the interval stands below the bar."""

    def __init__(self, result: MockResult, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self.body.addWidget(WrappingLabel(_("Efter kategori"), "strong"))
        for name, figure in result.by_category:
            icon = CATEGORY_ICONS.get(name, "")
            self.body.addWidget(FigureLine(icon, category_word(name), figure, is_accent=True))
        self.body.addWidget(WrappingLabel(_("Efter svarform"), "strong"))
        for kind, figure in result.by_kind:
            self.body.addWidget(FigureLine(_KIND_ICONS[kind], kind_word(kind), figure))
        why = _("Med få spørgsmål kan et tal svinge meget. Grænserne holder 4 gange ud af 5.")
        self.body.addWidget(WrappingLabel(why, "small", "muted"))
        self.body.addStretch(1)


class FigureLine(Part):
    """Icon, name, bar and »6 af 7«, and below the bar where the share of the whole lies."""

    def __init__(self, icon: str, name: str, figure: Figure, *, is_accent: bool = False) -> None:
        super().__init__()
        self._name = WrappingLabel(name, "base", capped=False)
        bar = ProgressBar(name, figure.share)
        bar.setAccessibleDescription(f"{right_of(figure)}, {between(figure)}")
        self._value = WrappingLabel(right_of(figure), "strong", capped=False)
        unsure = WrappingLabel(between(figure), "small", "muted", capped=False)
        head = QHBoxLayout()
        head.addWidget(Icon(icon, "accent" if is_accent else "muted"))
        head.addWidget(self._name, 1)
        self._head = head
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addLayout(head, 0, 0)
        self._grid.addWidget(bar, 0, 1, middle)
        self._grid.addWidget(self._value, 0, 2, middle)
        self._grid.addWidget(unsure, 1, 1, 1, 2)
        self._restyle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = self._name.minimumSizeHint().width()
        share = round(self.width() * _NAME_SHARE)
        self._name.setFixedWidth(max(least, min(self.look.em(_NAME_EM), share)))

    @override
    def _restyle(self) -> None:
        self._head.setSpacing(self.look.space(10))
        # All bars of a card are as long as each other, where there is room for such niceties.
        is_large = self.look.scale >= _LARGE
        self._value.setMinimumWidth(0 if is_large else self.look.em(_VALUE_EM))
        self._name.setFixedWidth(self._name.minimumSizeHint().width())
        self._grid.setHorizontalSpacing(self.look.space(12))
        self._grid.setVerticalSpacing(0)
