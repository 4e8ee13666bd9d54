"""»Øv«: a selection, a way to go through it, whether it counts, and one button."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.scheduling.memory import Mode
from quizapp.study.offer import Offer
from quizapp.study.plan import Plan
from quizapp.ui.practice.scope import ScopeCard
from quizapp.ui.practice.ways import WORDS, Way, WayTiles
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.switch import Switch

_STACK_BELOW_EM = 40


class PracticePage(PageScroll):
    """``scoped`` carries a ``Plan`` whose offer is wanted, ``started`` and ``leafed`` one to go by.

    The plan of ``started`` has no seed: who begins it draws one.
    """

    scoped = Signal(object)
    started = Signal(object)
    leafed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._offer: Offer | None = None
        self.scope = ScopeCard()
        self.ways = WayTiles()
        self.counts = Switch(_("Svarene tæller med i det, du kan"))
        self._note = WrappingLabel("", "small", "muted")
        self.main = Button("", Dress.MAIN, icon="play", key=_("Enter"))
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.counts)
        self._foot.addWidget(self._note, 1)
        self._foot.addStretch(1)
        self._foot.addWidget(self.main, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addWidget(PageHeader(_("Øv"), _("Fri øvelse ved siden af dagens runde")))
        self.column.addWidget(self.scope)
        self.column.addWidget(self.ways)
        self.column.addLayout(self._foot)
        self.scope.changed.connect(lambda: self.scoped.emit(self.scope.plan))
        self.scope.amount_changed.connect(self._show_amounts)
        self.ways.chosen.connect(lambda _way: self._show_amounts())
        self.ways.confirmed.connect(self.begin)
        self.main.clicked.connect(self.begin)
        self._show_amounts()

    def show_offer(self, offer: Offer) -> None:
        """Show how much there is in the scope."""
        self._offer = offer
        self.scope.show_offer(offer)
        self._show_amounts()

    def take_focus(self) -> None:
        """Put the focus on the button, or where something can be chosen."""
        first: QWidget = self.main if self.main.isEnabled() else self.scope.packs
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Begin what is chosen, if there is anything in it."""
        if not self._there(self.ways.way):
            return
        plan = replace(self.scope.plan, limit=self._there(self.ways.way))
        if self.ways.way is Way.LEAF:
            self.leafed.emit(plan)
            return
        counts = self.counts.isChecked()
        plan = replace(plan, mode=Mode.SCHEDULED if counts else Mode.PRACTICE, any_day=counts)
        if self.ways.way is Way.MISSED and self._offer is not None:
            chosen = self._offer.missed[: self.scope.amount]
            plan = Plan(cards=chosen, mode=plan.mode, any_day=plan.any_day)
        self.started.emit(plan)

    def _there(self, way: Way) -> int:
        """Return how many cards a way would go through."""
        if self._offer is None:
            return 0
        total = self._offer.missed_total if way is Way.MISSED else self._offer.total
        return min(total, self.scope.amount)

    def _show_amounts(self) -> None:
        for way, tile in self.ways.tiles.items():
            tile.set_much(self._much(way))
        way = self.ways.way
        self.main.set_text(_(WORDS[way].begin))
        self.main.setEnabled(self._there(way) > 0)
        is_marked = way is not Way.LEAF
        self.counts.setVisible(is_marked)
        self._note.setVisible(not is_marked)
        self._note.setText(_("Når du bladrer, gemmes der ingen svar."))

    def _much(self, way: Way) -> str:
        if self._offer is None:
            return ""
        cards = self._there(way)
        if not cards:
            if way is Way.MISSED:
                return _("Ingen fejl at øve lige nu.")
            return _("Ingen spørgsmål i det, du har valgt.")
        if way is Way.LEAF:
            return _("{n} kort").format(n=number_text(cards))
        minutes = self._offer.minutes(cards)
        text = ngettext("{n} spørgsmål · ca. {m} min.", "{n} spørgsmål · ca. {m} min.", cards)
        return text.format(n=number_text(cards), m=number_text(minutes))

    def _arrange(self) -> None:
        look = self.main.look
        stacked = 0 < self.viewport().width() < look.em(_STACK_BELOW_EM)
        direction = QBoxLayout.Direction
        self._foot.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._foot.setSpacing(look.space(12))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
