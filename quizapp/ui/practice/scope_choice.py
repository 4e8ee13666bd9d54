"""Pack, category and topic: the three drop-downs that choose what a round is over."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.base.ids import PackId
from quizapp.base.texts import _
from quizapp.study.offer import Offer
from quizapp.study.plan import Plan
from quizapp.ui.question_words import category_word
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.label import WrappingLabel

Choice = tuple[str, str]


class ScopeChoice(QObject):
    """``changed`` says that something else is chosen; ``plan`` is what is chosen."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.packs = DropDown(_("Pakke"))
        self.categories = DropDown(_("Kategori"))
        self.topics = DropDown(_("Emne"))
        self.packs.activated.connect(self._on_pack)
        for it in (self.categories, self.topics):
            it.activated.connect(lambda _at: self.changed.emit())

    @property
    def plan(self) -> Plan:
        """What is chosen."""
        pack, category, topic = (
            it.currentData() for it in (self.packs, self.categories, self.topics)
        )
        return Plan(
            packs=(PackId(pack),) if pack else (),
            categories=(category,) if category else (),
            topics=(topic,) if topic else (),
        )

    def fill(self, offer: Offer) -> None:
        """Offer what there is; what was chosen stays chosen where it is still there."""
        everything: Choice = (_("Alle"), "")
        packs = [(one.title, str(one.pack)) for one in offer.packs]
        fill(self.packs, [(_("Alle pakker"), ""), *packs])
        words = [(category_word(name), name) for name in offer.categories]
        fill(self.categories, [everything, *words])
        topics = [(topic.replace("/", " › "), topic) for topic in offer.topics]
        fill(self.topics, [everything, *topics])

    def _on_pack(self) -> None:
        # Topics and categories are a pack's own.
        self.categories.setCurrentIndex(0)
        self.topics.setCurrentIndex(0)
        self.changed.emit()


def fill(drop_down: DropDown, choices: list[Choice]) -> None:
    """Offer words and what they stand for; what was chosen stays where it is still there."""
    chosen = drop_down.currentData()
    drop_down.clear()
    for text, value in choices:
        drop_down.addItem(text, value)
    drop_down.setCurrentIndex(max(drop_down.findData(chosen), 0))


def labelled(drop_down: DropDown) -> QWidget:
    """Return a drop-down below its name."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(WrappingLabel(drop_down.accessibleName(), "small_strong"))
    column.addWidget(drop_down)
    return part
