"""A card with a chart that says itself in words, and can be had as a picture, a file or a table."""

import csv
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QImage, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.band_curve import BandCurve
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import IconButton
from quizapp.ui.widgets.charts import BarChart
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.save_file import place_to_save

PICTURE_SCALE = 2
MOST_ROWS = 9
_ROW_PX = 42


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The same figures as a table: its head, and its rows as they are read."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class FigureTable(QTableWidget):
    """A table to read; arrows walk in it, and it takes no more height than its rows need."""

    def __init__(self, name: str, table: ChartTable, parent: QWidget | None = None) -> None:
        super().__init__(len(table.rows), len(table.head), parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for column, text in enumerate(table.head):
            item = QTableWidgetItem(text)
            item.setTextAlignment(right if column else left)
            self.setHorizontalHeaderItem(column, item)
        for at, row in enumerate(table.rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setTextAlignment(right if column else left)
                self.setItem(at, column, item)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if table.rows:
            self.setCurrentCell(0, 0)

    def fit_height(self) -> None:
        """Be as high as the rows, up to nine of them; the rest is scrolled."""
        self.verticalHeader().setMinimumSectionSize(look_in_force().space(_ROW_PX))
        self.resizeRowsToContents()
        shown = min(self.rowCount(), MOST_ROWS)
        rows = sum(self.rowHeight(at) for at in range(shown))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 4)


class ChartCard(Card):
    """Title, a muted note, ⋯, and the chart, or the same as a table.

    ``said`` is the chart in one or two sentences; ``told`` carries a sentence about a file that is
    saved, ``warned`` one about a file that is not, ``turned`` says that the table came or went.
    """

    told = Signal(str)
    warned = Signal(str)
    turned = Signal()

    def __init__(
        self,
        title: str,
        said: str,
        chart: QWidget,
        table: ChartTable,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap=8, parent=parent)
        self.title = title
        self.said = said
        self.figures = table
        self.chart = chart
        self.table: FigureTable | None = None
        self.setAccessibleName(title)
        self.setAccessibleDescription(said)
        self.more = IconButton(
            "ellipsis", _("{chart}: gem, eller vis som tabel").format(chart=title)
        )
        self.more.setAccessibleDescription(said)
        self.more.clicked.connect(self._open_menu)
        self._words = QHBoxLayout()
        self._labels = [WrappingLabel(title, "strong")]
        if note:
            self._labels.append(WrappingLabel(note, "small", "muted"))
        for label in self._labels:
            self._words.addWidget(label, int(label is self._labels[0]))
        head = QHBoxLayout()
        head.addLayout(self._words, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self._inside = QVBoxLayout()
        self._inside.addWidget(chart)
        grows = isinstance(chart, BarChart | BandCurve)
        self.body.addLayout(self._inside, int(grows))
        if not grows:
            self.body.addStretch(1)
        self._restyle()

    def toggle_table(self) -> None:
        """Show the figures as a table, or the chart again."""
        if self.table is not None:
            had_focus = self.table.hasFocus()
            self.table.hide()
            self.table.deleteLater()
            self.table = None
            self.chart.show()
            announce(self, self.said)
            self.turned.emit()
            if had_focus:
                self.more.setFocus()
            return
        self.table = FigureTable(self.title, self.figures)
        self.chart.hide()
        self._inside.addWidget(self.table)
        self.table.fit_height()
        # By itself it would be shown by an event, and take no focus before that.
        self.table.show()
        QWidget.setTabOrder(self.more, self.table)
        if self.isAncestorOf(self.window().focusWidget()):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def save_picture(self, path: Path) -> None:
        """Write title and chart as a PNG, at twice the size of the screen."""
        look = self.look
        above = look.line_px("strong") + look.space(12)
        edge = look.space(20)
        wide, high = self.chart.width() + 2 * edge, self.chart.height() + above + 2 * edge
        image = QImage(
            wide * PICTURE_SCALE, high * PICTURE_SCALE, QImage.Format.Format_ARGB32_Premultiplied
        )
        image.setDevicePixelRatio(PICTURE_SCALE)
        image.fill(look.colour("card"))
        painter = QPainter(image)
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text"))
        painter.drawText(QRectF(edge, edge, wide - 2 * edge, above), self.title)
        flags = QWidget.RenderFlag.DrawChildren
        self.chart.render(painter, QPoint(edge, edge + above), renderFlags=flags)
        painter.end()
        self._tell(path, is_saved=image.save(str(path)))

    def save_csv(self, path: Path) -> None:
        """Write the figures as a sheet that a Danish spreadsheet opens."""
        try:
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file, delimiter=";")
                writer.writerow(self.figures.head)
                writer.writerows(self.figures.rows)
        except OSError:
            self._tell(path, is_saved=False)
        else:
            self._tell(path, is_saved=True)

    def _tell(self, path: Path, *, is_saved: bool) -> None:
        if is_saved:
            self.told.emit(_("»{file}« er gemt.").format(file=path.name))
        else:
            text = _("»{file}« kunne ikke gemmes der. Vælg en anden mappe.")
            self.warned.emit(text.format(file=path.name))

    def menu(self) -> QMenu:
        """Return what the ⋯ offers."""
        menu = QMenu(self)
        menu.setAccessibleName(self.title)
        as_table = menu.addAction(
            _("Vis som diagram") if self.table is not None else _("Vis som tabel")
        )
        as_table.setShortcut(QKeySequence("Ctrl+T"))
        as_table.triggered.connect(self.toggle_table)
        picture: QAction = menu.addAction(_("Gem som billede …"))
        picture.setEnabled(self.table is None)
        picture.triggered.connect(self._ask_picture)
        menu.addAction(_("Gem som CSV …")).triggered.connect(self._ask_csv)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _ask_picture(self) -> None:
        if path := self._ask(".png", _("Billeder (*.png)")):
            self.save_picture(path)

    def _ask_csv(self) -> None:
        if path := self._ask(".csv", _("Regneark (*.csv)")):
            self.save_csv(path)

    def _ask(self, suffix: str, words: str) -> Path | None:
        suggested = Path.home() / f"{self.title}{suffix}"
        return place_to_save(self, self.title, suggested, {suffix: words})

    def _arrange(self) -> None:
        needed = sum(label.sizeHint().width() for label in self._labels) + self.look.space(20)
        room = self.width() - self.more.width() - self.look.space(36)
        narrow = 0 < room < needed
        lay(self._words, is_beside=not narrow)
        self._words.setSpacing(0 if narrow else self.look.space(10))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        super()._restyle()
        # The ⋯ is as high as a target must be; what it has too much is taken from the edges.
        space = self.look.space
        self.body.setContentsMargins(space(22), space(10), space(14), space(20))
        self._inside.setContentsMargins(0, 0, space(8), 0)
        if self.table is not None:
            self.table.fit_height()
