"""»Flere tal«: the charts that not everybody asks for, folded away below the others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.base.texts import _
from quizapp.stats.values import Progress
from quizapp.ui.progress import charts, words
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.chart_card import ChartCard
from quizapp.ui.widgets.fold_out import FoldHead


class MoreFigures(QWidget):
    """A line to press, and below it ``row`` with ``cards``; ``turned`` says whether they show."""

    turned = Signal(bool)

    def __init__(self, progress: Progress, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ChartCard] = [charts.packs_card(progress)]
        if progress.quarter.answers >= words.FEWEST_REPETITIONS:
            self.cards.append(charts.retention_card(progress))
        self.head = FoldHead(_("Flere tal"), "chart-column")
        line = Card(padding=(5, 0))
        line.body.addWidget(self.head)
        self._shown = QWidget()
        self.row: QBoxLayout = QHBoxLayout(self._shown)
        self.row.setContentsMargins(0, 0, 0, 0)
        for card in self.cards:
            self.row.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line.look.space(16))
        column.addWidget(line)
        column.addWidget(self._shown)
        self.head.set_open(is_open=is_open)
        self._shown.setVisible(is_open)
        self.head.turned.connect(self._shown.setVisible)
        self.head.turned.connect(self.turned)
