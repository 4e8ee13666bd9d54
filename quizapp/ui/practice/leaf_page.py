"""Leafing: a card with a front and a back, turned and passed at one's own pace."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, number_text
from quizapp.study.leaves import Leaf
from quizapp.ui.practice.step_page import StepPage
from quizapp.ui.question_words import category_word
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.boxes import Card, Hairline, clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.chip import CategoryChip, Chip
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.picture_box import add_medium, add_option_pictures

_LONG = 120
_TURN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LeafCard(Card):
    """One card; turned, it shows the answer below a hairline."""

    def __init__(self, leaf: Leaf, parent: QWidget | None = None) -> None:
        super().__init__(shadow=True, padding=(34, 28), gap=14, parent=parent)
        self.leaf = leaf
        chips = QWidget()
        flow = FlowLayout(chips)
        flow.addWidget(CategoryChip(leaf.category, category_word(leaf.category)))
        flow.addWidget(Chip(leaf.pack_title))
        self._front = WrappingLabel(leaf.front, "question", capped=False, centred=True)
        self._rule = Hairline()
        is_long = len(leaf.back) > _LONG or "\n" in leaf.back
        self._back = WrappingLabel(
            leaf.back, "base" if is_long else "question", capped=False, centred=not is_long
        )
        self._why = WrappingLabel(
            leaf.explanation, "base", "muted", capped=False, centred=not is_long
        )
        self._behind = QWidget()
        self._fill_behind()
        self.body.addWidget(chips)
        self.body.addStretch(1)
        self.body.addWidget(self._front)
        add_medium(self.body, leaf.shown.picture)
        for part in (self._rule, self._back, self._why, self._behind):
            self.body.addWidget(part)
            part.hide()
        self.body.addStretch(1)
        self._restyle()

    @property
    def is_turned(self) -> bool:
        """Whether the back is shown."""
        return not self._back.isHidden()

    def _fill_behind(self) -> None:
        """Put the pictures of the answer and of its explanation where the back is shown."""
        shown, column = self.leaf.shown, QVBoxLayout(self._behind)
        column.setContentsMargins(0, 0, 0, 0)
        there = {text: one for text, one in shown.at_options.items() if text in self.leaf.back}
        add_option_pictures(column, there)
        add_medium(column, shown.explaining)

    def turn(self) -> None:
        """Show the back."""
        self._behind.show()
        self._front.set_role("section", "muted")
        self._rule.show()
        self._back.show()
        self._why.setVisible(bool(self.leaf.explanation))
        self.setAccessibleName(_("Bagside: {back}").format(back=self.leaf.back))
        self.setAccessibleDescription(self.leaf.explanation)

    @override
    def _restyle(self) -> None:
        super()._restyle()
        self.setMinimumHeight(self.look.space(320))


class LeafPage(StepPage):
    """Strip, card and bottom bar; ``left`` says that the learner has had enough.

    Space and Enter turn and go on, the arrows go back and on, Esc leaves.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        main = Button(_("Vend kortet"), Dress.MAIN, key=_("Mellemrum"))
        super().__init__(_("Stop med at bladre"), main, parent)
        self._leaves: Sequence[Leaf] = ()
        self._at = 0
        self.card: LeafCard | None = None
        self.back.clicked.connect(lambda: self._go(-1))
        self.main.clicked.connect(self.go_on)

    @property
    def title(self) -> str:
        """What the page shows, for the window's own title."""
        place = {"i": number_text(self._at + 1), "n": number_text(len(self._leaves))}
        return _("Kort {i} af {n}").format(**place)

    def show_leaves(self, leaves: Sequence[Leaf]) -> None:
        """Begin with the first of these cards; at least one."""
        self._leaves, self._at = leaves, 0
        self._show()

    def go_on(self) -> None:
        """Turn the card, go to the next one, or leave after the last."""
        if self.card is not None and not self.card.is_turned:
            self._turn(self.card)
        elif self._at + 1 < len(self._leaves):
            self._go(1)
        else:
            self.left.emit()

    def _turn(self, card: LeafCard) -> None:
        card.turn()
        is_last = self._at + 1 == len(self._leaves)
        self.main.set_text(_("Færdig") if is_last else _("Næste"))
        announce(card, f"{card.accessibleName()} {card.leaf.explanation}".strip())

    def _go(self, step: int) -> None:
        at = self._at + step
        if 0 <= at < len(self._leaves):
            self._at = at
            self._show()

    def _show(self) -> None:
        clear(self.area.column)
        leaf = self._leaves[self._at]
        card = self.card = LeafCard(leaf)
        card.setAccessibleName(f"{self.title}. {_('Forside: {front}').format(front=leaf.front)}")
        self.area.column.addWidget(card)
        self.area.verticalScrollBar().setValue(0)
        self.strip.set_progress(self._at / len(self._leaves), self.title, "")
        self.main.set_text(_("Vend kortet"))
        self.back.setEnabled(self._at > 0)
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(card, card.accessibleName())
        self.stepped.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.area.take_key(key):
            pass
        elif key in _TURN_KEYS and not event.isAutoRepeat():
            self.go_on()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)
