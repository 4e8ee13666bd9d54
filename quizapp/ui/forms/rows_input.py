"""Several things of one sort, a row each, with an empty row at the end for the next."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.library.editing.form_shapes import Filled
from quizapp.library.editing.form_values import rows_of, value_of
from quizapp.questions.codec_mistakes import Plain
from quizapp.ui.forms.inputs import LONGEST_LINE, Input, PageKeys
from quizapp.ui.widgets.beside import BesideOrBelow
from quizapp.ui.widgets.button import IconButton
from quizapp.ui.widgets.field import FieldFrame

_COLUMN_EM = 13


class RowOfInputs(BesideOrBelow):
    """One row: a field for each column, and a way to take the row out."""

    def __init__(self, columns: Sequence[str], number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames = [FieldFrame() for _column in columns]
        self.edits: list[QLineEdit] = [frame.edit for frame in self._frames]
        for edit, column in zip(self.edits, columns, strict=True):
            edit.setMaxLength(LONGEST_LINE)
            edit.setPlaceholderText(column)
            PageKeys(edit)
        self.remove = IconButton("x", "")
        for frame in self._frames:
            self.line.addWidget(frame, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self.line, 1)
        self._row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self._columns = columns
        self.show_number(number)
        self._restyle()

    def show_number(self, number: int) -> None:
        """Say which row it is, from 1."""
        for edit, column in zip(self.edits, self._columns, strict=True):
            edit.setAccessibleName(_("{column}, række {n}").format(column=column, n=number))
        self.remove.setAccessibleName(_("Fjern række {n}").format(n=number))
        self.remove.setToolTip(self.remove.accessibleName())

    def texts(self) -> tuple[str, ...]:
        """Return what stands in the row."""
        return tuple(edit.text() for edit in self.edits)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show other texts."""
        for edit, text in zip(self.edits, texts, strict=True):
            if edit.text().strip() != text:
                edit.setText(text)
                if not edit.hasFocus():
                    edit.setCursorPosition(0)

    @override
    def _beside_px(self) -> float:
        return self.look.em(_COLUMN_EM) * len(self._frames)

    @override
    def _restyle(self) -> None:
        for layout in (self.line, self._row):
            layout.setSpacing(self.look.space(6))
        self._arrange()


class RowsInput(Input):
    """Rows of one, two or three fields; Enter goes on to the next row."""

    def __init__(
        self, filled: Filled, columns: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._filled = filled
        self._columns = tuple(columns)
        self._label = ""
        self.rows: list[RowOfInputs] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._add_row()
        self._restyle()

    @override
    def value(self) -> Plain:
        return value_of([row.texts() for row in self.rows], self._filled)

    @override
    def show_value(self, value: Plain) -> None:
        rows = rows_of(value, self._filled)
        if rows == rows_of(self.value(), self._filled):
            return
        while len(self.rows) < len(rows) + 1:
            self._add_row()
        for row in self.rows[len(rows) + 1 :]:
            self._let_go(row)
        for row, texts in zip(self.rows, rows, strict=False):
            row.show_texts(texts)
        self.rows[-1].show_texts([""] * len(self._columns))
        self._renumber()

    @override
    def name(self, label: str, note: str) -> None:
        self._label = label
        self.setAccessibleName(label)
        self.setAccessibleDescription(note)

    @override
    def edits(self) -> tuple[QWidget, ...]:
        return tuple(edit for row in self.rows for edit in row.edits)

    def _add_row(self) -> RowOfInputs:
        row = RowOfInputs(self._columns, len(self.rows) + 1)
        self.rows.append(row)
        self._column.addWidget(row)
        for edit in row.edits:
            edit.installEventFilter(self)
            edit.textEdited.connect(lambda _text, here=row: self._on_edited(here))
        row.remove.clicked.connect(lambda _on=False, here=row: self._on_removed(here))
        if len(self.rows) > 1:
            # By itself it would be shown by an event, and take no focus before that.
            row.show()
            # Each after the one before: what is made later stands last in Tab's order.
            stops = (self.rows[-2].remove, *row.edits, row.remove)
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)
        self._renumber()
        if len(self.rows) == 1:
            self.setFocusProxy(row.edits[0])
        return row

    def _on_edited(self, row: RowOfInputs) -> None:
        if row is self.rows[-1] and any(row.texts()):
            self._add_row()
        self.changed.emit()

    def _on_removed(self, row: RowOfInputs) -> None:
        place = self.rows.index(row)
        if len(self.rows) == 1:
            row.show_texts([""] * len(self._columns))
        else:
            self._let_go(row)
        self._renumber()
        self.changed.emit()
        self._focus(min(place, len(self.rows) - 1))

    def _let_go(self, row: RowOfInputs) -> None:
        self.rows.remove(row)
        self.setFocusProxy(self.rows[0].edits[0])
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()

    def _renumber(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.show_number(number)
            row.remove.setEnabled(number < len(self.rows) or any(row.texts()))

    def _focus(self, place: int) -> None:
        self.rows[place].edits[0].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            place = next((at for at, row in enumerate(self.rows) if watched in row.edits), None)
            steps = {
                Qt.Key.Key_Return: 1,
                Qt.Key.Key_Enter: 1,
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
            }
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if place is not None and plain and event.key() in steps:
                self._focus(min(max(place + steps[Qt.Key(event.key())], 0), len(self.rows) - 1))
                return True
        return super().eventFilter(watched, event)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(8))
