"""The list of questions: arrows walk, Space chooses, Enter opens; heads above it sort it."""

from datetime import date

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.study.found import Order
from quizapp.ui.library.question_row import QuestionRow, columns_of
from quizapp.ui.library.question_words import ORDERS
from quizapp.ui.library.questions_model import Index, QuestionsModel
from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.base import Part, PressPart
from quizapp.ui.widgets.edge_scroll import EdgeBar
from quizapp.ui.widgets.paint import draw_ring, painting

_CHOOSE = QItemSelectionModel.SelectionFlag


class QuestionsList(QTableView):
    """Shows a ``QuestionsModel``; ``walked`` and ``opened`` carry a row, ``chose`` how many."""

    walked = Signal(int)
    opened = Signal(int)
    chose = Signal(int)
    left_upwards = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QuestionsModel(today, self)
        self.row_drawing = QuestionRow(self)
        self.setModel(self.rows)
        self.setItemDelegate(self.row_drawing)
        self._set_up_rows()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Spørgsmålene"))
        # The rows draw themselves; the table's own ground would lie under them, wider and square.
        self.setProperty("plain", "true")
        self._edge = EdgeBar(self)
        # A table sets its own margins, so the rows leave the room.
        self.bar_px = self.row_drawing.bar_px = self._edge.sizeHint().width()
        self.clicked.connect(lambda index: self.opened.emit(index.row()))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chose.emit(self.count()))

    def _set_up_rows(self) -> None:
        # A table and not a list: a list asks for every row when it is laid out, 0.4 s for 100,000.
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size_rows()

    def _size_rows(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.row_drawing.height_px())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size_rows()

    def count(self) -> int:
        """Return how many rows are chosen, without naming each."""
        chosen = self.selectionModel().selection()
        return sum(chosen.at(at).height() for at in range(chosen.count()))

    def chosen(self) -> tuple[int, ...]:
        """Return the questions that are chosen, in the order shown."""
        chosen = self.selectionModel().selection()
        ranges = sorted(
            (chosen.at(at).top(), chosen.at(at).bottom()) for at in range(chosen.count())
        )
        return tuple(
            question for top, bottom in ranges for question in self.rows.questions[top : bottom + 1]
        )

    def go_to(self, row: int) -> None:
        """Walk to a row without choosing it."""
        self.selectionModel().setCurrentIndex(self.rows.index(row), _CHOOSE.NoUpdate)
        self.scrollTo(self.rows.index(row))

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Draw each row in two lines, or in columns."""
        if self.row_drawing.is_narrow != is_narrow:
            self.row_drawing.is_narrow = is_narrow
            self._size_rows()
            self.viewport().update()

    def set_words(self, words: tuple[str, ...]) -> None:
        """Mark these words wherever they are found."""
        self.row_drawing.words = words
        self.viewport().update()

    @override
    def selectionCommand(
        self,
        index: Index,
        event: QEvent | None = None,
    ) -> QItemSelectionModel.SelectionFlag:
        if isinstance(event, QMouseEvent):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                is_press = event.type() == QEvent.Type.MouseButtonPress
                return _CHOOSE.Toggle if is_press else _CHOOSE.NoUpdate
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return _CHOOSE.SelectCurrent
            return _CHOOSE.Clear
        if isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return _CHOOSE.Select
        return _CHOOSE.NoUpdate

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.walked.emit(current.row())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._edge.lay_over(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and now.isValid():
            self.opened.emit(now.row())
        elif event.key() == Qt.Key.Key_Space and now.isValid():
            self.selectionModel().select(now, _CHOOSE.Toggle)
        elif event.key() == Qt.Key.Key_Up and now.row() <= 0:
            self.left_upwards.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and now.isValid():
            is_home = event.key() == Qt.Key.Key_Home
            self.go_to(0 if is_home else len(self.rows.questions) - 1)
        elif event.key() == Qt.Key.Key_Escape and self.count():
            self.clearSelection()
        elif event.text() and event.text().isprintable() and not event.modifiers():
            # A letter would jump to a row that begins so; it belongs in the search field.
            event.ignore()
        else:
            super().keyPressEvent(event)


class SortHead(PressPart):
    """The head of a column: pressed it sorts by it, pressed again the other way round."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_sorted = False
        self._is_descending = False
        self.setText(text)
        self.show_sorted(is_sorted=False, is_descending=False)

    def show_sorted(self, *, is_sorted: bool, is_descending: bool) -> None:
        """Show whether the list is sorted by this column, and which way."""
        self._is_sorted, self._is_descending = is_sorted, is_descending
        how = _("faldende") if is_descending else _("stigende")
        words = _("Sortér efter »{column}«") if not is_sorted else _("»{column}«, {how}")
        self.setAccessibleName(words.format(column=self.text(), how=how))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        look = self.look
        words = QFontMetricsF(look.font("label")).horizontalAdvance(self.text())
        return QSize(round(words) + look.grown(14) + look.space(8), look.target())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.target(), self.look.target())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        font = look.font("label")
        ink = "text" if self._is_sorted else "muted"
        with painting(self) as painter:
            painter.setFont(font)
            painter.setPen(look.colour(ink))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(self.rect(), flags, self.text())
            if self._is_sorted:
                side = look.grown(14)
                words = QFontMetricsF(font).horizontalAdvance(self.text())
                icon = "arrow-down" if self._is_descending else "arrow-up"
                spot = self.rect().toRectF()
                spot.setLeft(words + look.space(6))
                spot.setTop((self.height() - side) / 2)
                spot.setWidth(side)
                spot.setHeight(side)
                paint_icon(painter, icon, look.hex(ink), spot)
            if self.hasFocus():
                draw_ring(painter, look, self.rect(), look.radius("control"))


class SortHeads(Part):
    """The heads in line with the columns; ``sorted_by`` carries an ``Order`` and whether down."""

    sorted_by = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads = {order: SortHead(_(text)) for order, text in ORDERS.items()}
        self._order, self._is_descending = Order.QUESTION, False
        self.bar_px = 0
        self._line = QHBoxLayout(self)
        for order, head in self.heads.items():
            self._line.addWidget(head, 1 if order is Order.QUESTION else 0)
            head.clicked.connect(lambda _=False, order=order: self._on_pressed(order))
        self.show_order(self._order, is_descending=False)
        self._restyle()

    def leave_room(self, bar_px: int) -> None:
        """Leave room at the right for the list's scroll bar."""
        self.bar_px = bar_px
        self._restyle()

    def show_order(self, order: Order, *, is_descending: bool) -> None:
        """Show what the list is sorted by."""
        self._order, self._is_descending = order, is_descending
        for each, head in self.heads.items():
            head.show_sorted(is_sorted=each is order, is_descending=is_descending)

    def _on_pressed(self, order: Order) -> None:
        down = not self._is_descending if order is self._order else False
        self.show_order(order, is_descending=down)
        self.sorted_by.emit(order, down)

    @override
    def _restyle(self) -> None:
        look = look_in_force()
        columns = columns_of(look)
        self.heads[Order.RECALL].setFixedWidth(columns.recall)
        self.heads[Order.DUE].setFixedWidth(columns.due)
        icon = look.space(4) + look.space(24) + look.grown(18)
        self._line.setContentsMargins(icon, 0, look.space(16) + self.bar_px, 0)
        self._line.setSpacing(0)
