"""The row that says what to practise: pack, category, topic, and how many."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.base.texts import _, number_text
from quizapp.study.offer import Offer
from quizapp.study.plan import Plan
from quizapp.ui.practice.scope_choice import ScopeChoice, labelled
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.flow import FlowLayout

AMOUNTS = (10, 20, 30, 50, 100)
USUAL_AMOUNT = 20


class ScopeCard(Card):
    """``changed`` says that something else is chosen; ``plan`` is what is chosen."""

    changed = Signal()
    amount_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(20, 14), parent=parent)
        self._choice = ScopeChoice(self)
        self.packs = self._choice.packs
        self.amounts = DropDown(_("Antal"))
        row = QWidget()
        self._flow = FlowLayout(row)
        self._topic_part = labelled(self._choice.topics)
        for part in (
            labelled(self._choice.packs),
            labelled(self._choice.categories),
            self._topic_part,
            labelled(self.amounts),
        ):
            self._flow.addWidget(part)
        self.body.addWidget(row)
        for amount in AMOUNTS:
            self.amounts.addItem(number_text(amount), amount)
        self.amounts.setCurrentIndex(AMOUNTS.index(USUAL_AMOUNT))
        self._choice.changed.connect(self.changed)
        self.amounts.activated.connect(lambda _at: self.amount_changed.emit())
        self._restyle()

    @property
    def amount(self) -> int:
        """How many cards at the most."""
        return int(self.amounts.currentData())

    @property
    def plan(self) -> Plan:
        """What is chosen."""
        return self._choice.plan

    def show_offer(self, offer: Offer) -> None:
        """Offer what there is; what was chosen stays chosen where it is still there."""
        self._choice.fill(offer)
        self._topic_part.setVisible(bool(offer.topics))

    @override
    def _restyle(self) -> None:
        super()._restyle()
        self._flow.set_gaps(self.look.space(14), self.look.space(10))
