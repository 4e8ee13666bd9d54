"""The row that says what to practise: pack, category, topic, and how many."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.ids import PackId
from quizapp.base.texts import _, number_text
from quizapp.study.offer import Offer
from quizapp.study.plan import Plan
from quizapp.ui.question_words import category_word
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel

AMOUNTS = (10, 20, 30, 50, 100)
USUAL_AMOUNT = 20


class ScopeCard(Card):
    """``changed`` says that something else is chosen; ``plan`` is what is chosen."""

    changed = Signal()
    amount_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(20, 14), parent=parent)
        self.packs = DropDown(_("Pakke"))
        self.categories = DropDown(_("Kategori"))
        self.topics = DropDown(_("Emne"))
        self.amounts = DropDown(_("Antal"))
        row = QWidget()
        self._flow = FlowLayout(row)
        self._topic_part = _labelled(self.topics)
        for part in (
            _labelled(self.packs),
            _labelled(self.categories),
            self._topic_part,
            _labelled(self.amounts),
        ):
            self._flow.addWidget(part)
        self.body.addWidget(row)
        for amount in AMOUNTS:
            self.amounts.addItem(number_text(amount), amount)
        self.amounts.setCurrentIndex(AMOUNTS.index(USUAL_AMOUNT))
        self.packs.activated.connect(self._on_pack)
        for drop_down in (self.categories, self.topics):
            drop_down.activated.connect(lambda _at: self.changed.emit())
        self.amounts.activated.connect(lambda _at: self.amount_changed.emit())
        self._restyle()

    @property
    def amount(self) -> int:
        """How many cards at the most."""
        return int(self.amounts.currentData())

    @property
    def plan(self) -> Plan:
        """What is chosen."""
        pack, category, topic = (
            drop_down.currentData() for drop_down in (self.packs, self.categories, self.topics)
        )
        return Plan(
            packs=(PackId(pack),) if pack else (),
            categories=(category,) if category else (),
            topics=(topic,) if topic else (),
        )

    def show_offer(self, offer: Offer) -> None:
        """Offer what there is; what was chosen stays chosen where it is still there."""
        _fill(self.packs, _("Alle pakker"), [(one.title, one.pack) for one in offer.packs])
        words = [(category_word(name), name) for name in offer.categories]
        _fill(self.categories, _("Alle"), words)
        topics = [(topic.replace("/", " › "), topic) for topic in offer.topics]
        _fill(self.topics, _("Alle"), topics)
        self._topic_part.setVisible(bool(offer.topics))

    def _on_pack(self) -> None:
        # Topics and categories are a pack's own.
        self.categories.setCurrentIndex(0)
        self.topics.setCurrentIndex(0)
        self.changed.emit()

    @override
    def _restyle(self) -> None:
        super()._restyle()
        self._flow.set_gaps(self.look.space(14), self.look.space(10))


def _labelled(drop_down: DropDown) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(WrappingLabel(drop_down.accessibleName(), "small_strong"))
    column.addWidget(drop_down)
    return part


def _fill(drop_down: DropDown, everything: str, choices: list[tuple[str, str]]) -> None:
    chosen = drop_down.currentData()
    drop_down.clear()
    drop_down.addItem(everything, "")
    for text, value in choices:
        drop_down.addItem(text, value)
    drop_down.setCurrentIndex(max(drop_down.findData(chosen), 0))
