"""»Hvilke pakker og emner er pensum?«: packs, and inside each its topics and their weight."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.ids import PackId
from quizapp.base.texts import _, ngettext, number_text
from quizapp.scheduling.exam_terms import TopicShare
from quizapp.study.exam_values import ExamDraft, ExamForm, PackScope, TopicChoice
from quizapp.ui.question_words import category_plural
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import SunkBox
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.fold_out import FoldOut
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.switch import Tick

_ROW_FROM_EM = 26


class TopicLine(Part):
    """One topic: whether it is asked, and how much it counts; ``changed`` says it is another."""

    changed = Signal()

    def __init__(self, topic: TopicChoice, weight: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = topic.topic
        name = topic.topic.replace("/", " › ")
        cards = ngettext("{n} spørgsmål", "{n} spørgsmål", topic.cards)
        said = cards.format(n=number_text(topic.cards))
        self.tick = Tick(f"{name} · {said}", checked=weight > 0)
        self.weight = DropDown(_("Vægt: {topic}").format(topic=name))
        for text, value in ((_("vejer halvt"), 0.5), (_("almindelig"), 1.0), (_("dobbelt"), 2.0)):
            self.weight.addItem(text, value)
        self.weight.setCurrentIndex(max(self.weight.findData(weight or 1.0), 0))
        self.weight.setEnabled(weight > 0)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.tick, 1)
        self._line.addWidget(self.weight)
        self.tick.toggled.connect(self._on_ticked)
        self.weight.activated.connect(lambda _at: self.changed.emit())

    @property
    def share(self) -> float:
        """How much the topic counts; 0 leaves it out."""
        return float(self.weight.currentData()) if self.tick.isChecked() else 0.0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.look.em(_ROW_FROM_EM)
        lay(self._line, is_beside=not narrow)

    def _on_ticked(self, is_in: bool) -> None:  # noqa: FBT001 - a slot of Qt's toggled
        self.weight.setEnabled(is_in)
        self.changed.emit()


class PackPart(Part):
    """A pack with its topics folded below; ``changed`` says that something is chosen otherwise."""

    changed = Signal()

    def __init__(
        self, pack: PackScope, draft: ExamDraft, *, is_in: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pack = pack.pack
        cards = ngettext("{n} spørgsmål", "{n} spørgsmål", pack.cards)
        said = cards.format(n=number_text(pack.cards))
        self.tick = Tick(f"{pack.title} · {said}", checked=is_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tick)
        self.lines: list[TopicLine] = []
        self._topics = pack.topics
        self._named = {it.topic: it.weight for it in draft.shares if it.pack == pack.pack}
        amount = ngettext("{n} emne", "{n} emner", len(pack.topics))
        self.fold = FoldOut(
            amount.format(n=number_text(len(pack.topics))),
            is_open=any(weight != 1.0 for weight in self._named.values()),
        )
        self.fold.head.setAccessibleName(_("Emner i »{pack}«").format(pack=pack.title))
        self.fold.unfolded.connect(self._on_unfolded)
        if self.fold.head.is_open:
            self._build()
        self._inner = QHBoxLayout()
        self._inner.addWidget(self.fold)
        column.addLayout(self._inner)
        self.tick.toggled.connect(self._on_ticked)
        self._show_topics()
        self._restyle()

    @property
    def shares(self) -> tuple[TopicShare, ...]:
        """The topics that count otherwise than the rest."""
        shown = {line.topic: line.share for line in self.lines}
        weights = [(it.topic, shown.get(it.topic, self._weight(it))) for it in self._topics]
        return tuple(
            TopicShare(PackId(self.pack), topic, weight)
            for topic, weight in weights
            if weight != 1.0
        )

    def _weight(self, topic: TopicChoice) -> float:
        return self._named.get(topic.topic, 1.0)

    def _on_unfolded(self, is_open: bool) -> None:  # noqa: FBT001 - a slot of the fold
        if is_open and not self.lines:
            self._build()

    def _build(self) -> None:
        """Make the lines; packs with many topics are dear, and mostly stay folded."""
        self.lines = [TopicLine(it, self._weight(it)) for it in self._topics]
        for line in self.lines:
            self.fold.inside.addWidget(line)
            line.changed.connect(self.changed)

    def _on_ticked(self) -> None:
        self._show_topics()
        self.changed.emit()

    def _show_topics(self) -> None:
        self.fold.setVisible(self.tick.isChecked() and bool(self._topics))

    @override
    def _restyle(self) -> None:
        self._inner.setContentsMargins(self.look.grown(20) + self.look.space(14), 0, 0, 0)


class ScopePart(Part):
    """All packs and, folded, the categories; ``changed`` says that the scope is another."""

    changed = Signal()

    def __init__(self, form: ExamForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draft = form.draft
        self._topics = draft.topics
        box = SunkBox(gap=4)
        self.packs = [
            PackPart(it, draft, is_in=not draft.packs or it.pack in draft.packs)
            for it in form.packs
        ]
        for pack in self.packs:
            box.body.addWidget(pack)
            pack.changed.connect(self._on_changed)
        self.categories = {
            name: Tick(_first_up(category_plural(name)), checked=_is_in(name, draft.categories))
            for name in form.categories
        }
        if self.categories:
            box.body.addWidget(self._kinds(is_open=bool(draft.categories)))
        self._error = WrappingLabel("", "small", "bad")
        self._error.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        title = WrappingLabel(_("Hvilke pakker og emner er pensum?"), "small_strong")
        for part in (title, box, self._error):
            self._column.addWidget(part)
        self._restyle()

    def _kinds(self, *, is_open: bool) -> FoldOut:
        ticks = QWidget()
        flow = FlowLayout(ticks, gaps=(14, 0))
        for tick in self.categories.values():
            flow.addWidget(tick)
            tick.toggled.connect(self._on_changed)
        fold = FoldOut(_("Kun nogle slags spørgsmål"), is_open=is_open)
        fold.inside.addWidget(ticks)
        return fold

    @property
    def chosen_packs(self) -> tuple[PackId, ...]:
        """The packs that are ticked."""
        return tuple(PackId(it.pack) for it in self.packs if it.tick.isChecked())

    @property
    def chosen_categories(self) -> tuple[str, ...]:
        """The categories that are ticked; none named when all are."""
        chosen = tuple(name for name, tick in self.categories.items() if tick.isChecked())
        return () if len(chosen) == len(self.categories) else chosen

    @property
    def shares(self) -> tuple[TopicShare, ...]:
        """The topics of ticked packs that count otherwise than the rest."""
        return tuple(share for it in self.packs if it.tick.isChecked() for share in it.shares)

    @property
    def error(self) -> str:
        """What is wrong with the scope, empty where nothing is."""
        if not self.packs:
            return _("Du har ingen pakker endnu.")
        if not self.chosen_packs:
            return _("Vælg mindst én pakke.")
        if self.categories and not any(tick.isChecked() for tick in self.categories.values()):
            return _("Vælg mindst én slags spørgsmål.")
        return ""

    def show_error(self, error: str) -> None:
        """Show under the packs what is wrong; an empty text takes it away."""
        self._error.setText(error)
        self._error.setVisible(bool(error))
        if error and self.packs:
            self.packs[0].tick.setAccessibleDescription(error)

    def _on_changed(self) -> None:
        self.show_error("")
        self.changed.emit()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(6))


def _is_in(name: str, chosen: Sequence[str]) -> bool:
    return not chosen or name in chosen


def _first_up(word: str) -> str:
    return word[:1].upper() + word[1:]
