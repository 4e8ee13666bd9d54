"""The field for a typed answer, with its label, unit and hint line."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.theme.look import Look
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.paint import draw_box, painting

LIMIT = 200
_COUNT_FROM = 160
_FRAME_PX = 4  # two lines of two pixels, drawn around the line edit


def field_px(look: Look, role: str = "base", more: int = 4) -> int:
    """Return how high a field is that is ``more`` pixels higher than a target."""
    floor = look.target() + max(look.space(more), _FRAME_PX)
    return max(floor, look.line_px(role) + 2 * look.space(8))


class FieldSize(StrEnum):
    """A plain field for forms, a large one for the answer itself."""

    PLAIN = "plain"
    LARGE = "large"


class FieldFrame(Part):
    """The frame of a field: it holds the line edit and whatever stands beside it."""

    def __init__(self, size: FieldSize = FieldSize.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._quiet = False
        self.edit = QLineEdit()
        self.edit.setProperty("bare", "true")
        self.edit.setFrame(False)
        self.edit.setMaxLength(LIMIT)
        self.edit.installEventFilter(self)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.line = QHBoxLayout(self)
        self.line.addWidget(self.edit, 1)
        FieldFrame._restyle(self)  # not the subclass's own, whose parts are not there yet

    def set_quiet(self, *, quiet: bool) -> None:
        """Draw the field as filled in and left, not as waiting."""
        self._quiet = quiet
        self.update()

    @override
    def _restyle(self) -> None:
        look = self.look
        large = self._size is FieldSize.LARGE
        role = "field_large" if large else "base"
        self.edit.setFont(look.font(role))
        self.line.setContentsMargins(look.space(18 if large else 14), 0, look.space(14), 0)
        self.line.setSpacing(look.space(10))
        height = field_px(look, role, 18 if large else 4)
        self.setFixedHeight(height)
        self.edit.setFixedHeight(height - _FRAME_PX)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        focused = self.edit.hasFocus()
        line = "accent" if focused else "line" if self._quiet else "edge"
        off = not self.edit.isEnabled() or (self._quiet and not focused)
        with painting(self) as painter:
            draw_box(
                painter,
                QRectF(self.rect()),
                fill=look.colour("sunk" if off else "card"),
                line=look.colour(line),
                width=2 if focused else 1,
                radius=look.radius("control") + 1,
            )


class Field(Part):
    """A labelled field; ``submitted`` carries the text when Enter is pressed, empty or not."""

    text_changed = Signal(str)
    submitted = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        size: FieldSize = FieldSize.PLAIN,
        example: str = "",
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = WrappingLabel(label, "small_strong")
        self._frame = FieldFrame(size)
        self.edit = self._frame.edit
        self.edit.setPlaceholderText(example)
        self.edit.setAccessibleName(f"{label}, {unit}" if unit else label)
        self._unit = WrappingLabel(unit, "medium", "muted")
        if not unit:
            self._unit.hide()
        self._frame.line.addWidget(self._unit)
        self._hint = IconLine("info", "")
        self._hint.hide()
        self._error = IconLine("circle-alert", "", colour="bad")
        self._error.hide()
        self._count = WrappingLabel("", "small", "muted")
        self._count.hide()
        self._examples = QWidget()
        self._examples_flow = FlowLayout(self._examples)
        self._examples.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self._label,
            self._frame,
            self._error,
            self._hint,
            self._examples,
            self._count,
        ):
            self._column.addWidget(part)
        self._label.setVisible(bool(label))
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.returnPressed.connect(lambda: self.submitted.emit(self.edit.text()))
        self._restyle()

    def text(self) -> str:
        """Return what stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text into the field."""
        self.edit.setText(text)

    def set_hint(self, hint: str, examples: Sequence[str] = ()) -> None:
        """Show what the field accepts; read aloud as its description."""
        self._hint.set_text(hint)
        self._hint.setVisible(bool(hint))
        while (item := self._examples_flow.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        for example in examples:
            self._examples_flow.addWidget(Chip(example))
        self._examples.setVisible(bool(examples))
        self.edit.setAccessibleDescription(" ".join((hint, ", ".join(examples))).strip())
        self.updateGeometry()

    def set_error(self, error: str) -> None:
        """Show under the field what is wrong with it; an empty text takes it away."""
        self._error.set_text(error)
        self._error.setVisible(bool(error))
        description = error or self._hint.label.text()
        self.edit.setAccessibleDescription(description)

    def _on_text_changed(self, text: str) -> None:
        self._count.setVisible(len(text) >= _COUNT_FROM)
        self._count.setText(_("{n} af {limit} tegn").format(n=len(text), limit=LIMIT))
        self.text_changed.emit(text)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(6))
        indent = self.look.grown(16) + self.look.space(8)
        self._examples.setContentsMargins(0, 0, 0, 0)
        self._examples_flow.setContentsMargins(indent, self.look.space(2), 0, 0)
        self._examples_flow.set_gaps(self.look.space(8), self.look.space(6))
