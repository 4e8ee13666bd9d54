"""»Læs teksten«: one passage at a time, each with a few of its questions to think about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.base.texts import _, number_text
from quizapp.markup.html import to_html
from quizapp.markup.parse import parse
from quizapp.study.leaves import Leaf
from quizapp.study.reading import ReadingPart
from quizapp.ui.practice.step_page import StepPage
from quizapp.ui.study.prose import plain_of, prose
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.boxes import Card, clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.fold_out import FoldOut
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.picture_box import add_medium
from quizapp.ui.widgets.rich_text import RichText
from quizapp.ui.widgets.tab_order import put_last

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
}


class ReadPage(StepPage):
    """Strip, a passage with its questions, and bottom bar; ``left`` ends it.

    The arrows go back and on, Esc leaves. Nothing is marked and nothing is stored.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        main = Button(_("Næste afsnit"), Dress.MAIN, key=_("Enter"))
        super().__init__(_("Stop med at læse"), main, parent)
        self._parts: Sequence[ReadingPart] = ()
        self._at = 0
        self.back.clicked.connect(lambda: self._go(-1))
        self.main.clicked.connect(lambda: self._go(1))

    @property
    def title(self) -> str:
        """What the page shows, for the window's own title."""
        place = {"i": number_text(self._at + 1), "n": number_text(len(self._parts))}
        return _("Afsnit {i} af {n}").format(**place)

    def show_text(self, parts: Sequence[ReadingPart]) -> None:
        """Begin with the first passage; at least one."""
        self._parts, self._at = parts, 0
        self._show()

    def _go(self, step: int) -> None:
        at = self._at + step
        if at == len(self._parts):
            self.left.emit()
        elif 0 <= at < len(self._parts):
            self._at = at
            self._show()

    def _show(self) -> None:
        clear(self.area.column)
        part = self._parts[self._at]
        self.area.column.addWidget(self._passage(part))
        if part.questions:
            self.area.column.addWidget(_questions(part.questions))
        self.area.verticalScrollBar().setValue(0)
        self.strip.set_progress(self._at / len(self._parts), self.title, "")
        is_last = self._at + 1 == len(self._parts)
        self.main.set_text(_("Færdig") if is_last else _("Næste afsnit"))
        self.back.setEnabled(self._at > 0)
        put_last(self.bar, self.area)
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.title}. {part.passage.heading}. {plain_of(part.passage.body)}")
        self.stepped.emit()

    def _passage(self, part: ReadingPart) -> QWidget:
        card = Card(shadow=True, padding=(34, 26), gap=10)
        if part.passage.heading:
            card.body.addWidget(WrappingLabel(part.passage.heading, "section", capped=False))
        text = RichText(to_html(parse(part.passage.body)), "reading")
        text.setAccessibleName(f"{self.title}, {part.passage.heading}".removesuffix(", "))
        text.setAccessibleDescription(plain_of(part.passage.body))
        card.body.addWidget(text)
        return card

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.area.take_key(key):
            pass
        elif key in _STEPS:
            # Only a button ends it: an arrow too many must not.
            if 0 <= self._at + _STEPS[key] < len(self._parts):
                self._go(_STEPS[key])
        else:
            super().keyPressEvent(event)


def _questions(leaves: Sequence[Leaf]) -> QWidget:
    card = Card(padding=(34, 20), gap=10)
    card.body.addWidget(WrappingLabel(_("Kan du svare på det?"), "strong"))
    card.body.addWidget(WrappingLabel(_("Svar for dig selv, før du folder ud."), "small", "muted"))
    for leaf in leaves:
        fold = FoldOut(leaf.front)
        add_medium(fold.inside, leaf.shown.picture)
        fold.inside.addWidget(WrappingLabel(leaf.back, "strong"))
        if leaf.explanation:
            fold.inside.addWidget(prose(leaf.explanation))
        add_medium(fold.inside, leaf.shown.explaining)
        card.body.addWidget(fold)
    return card
