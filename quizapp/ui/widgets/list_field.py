"""A list of answers, one a line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import IconButton
from quizapp.ui.widgets.field import FieldFrame
from quizapp.ui.widgets.label import WrappingLabel


class ListLine(FieldFrame):
    """One numbered line with a way to empty it."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._number = WrappingLabel(f"{number}.", "strong", "muted")
        self.line.insertWidget(0, self._number)
        self.remove = IconButton("x", _("Fjern svar {n}").format(n=number))
        self.line.addWidget(self.remove)
        self.remove.setVisible(False)
        self.edit.setAccessibleName(_("Svar {n}").format(n=number))
        self._restyle()

    @override
    def _restyle(self) -> None:
        super()._restyle()
        self.edit.setFont(self.look.font("section"))
        height = self.look.target() + max(self.look.space(14), 4)
        height = max(height, self.look.line_px("section") + self.look.space(16))
        self.setFixedHeight(height)
        self.edit.setFixedHeight(height - 4)
        widest = QFontMetricsF(self.look.font("strong")).horizontalAdvance("88.")
        self._number.setFixedWidth(round(widest))


class ListField(Part):
    """As many lines as are asked for, or growing; ``submitted`` carries the filled ones."""

    changed = Signal(object)
    submitted = Signal(object)

    def __init__(
        self, count: int | None, description: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._count = count
        self._description = description
        self.lines: list[ListLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for _line in range(count or 1):
            self._add_line()
        self.setFocusProxy(self.lines[0].edit)
        self._restyle()

    def answers(self) -> tuple[str, ...]:
        """Return what was written, without empty lines."""
        texts = (line.edit.text().strip() for line in self.lines)
        return tuple(text for text in texts if text)

    def set_answers(self, answers: Sequence[str]) -> None:
        """Put answers into the lines, opening more of them where that is allowed."""
        while self._count is None and len(self.lines) < len(answers):
            self._add_line()
        for line, answer in zip(self.lines, answers, strict=False):
            line.edit.setText(answer)

    def _add_line(self) -> ListLine:
        line = ListLine(len(self.lines) + 1)
        at = len(self.lines)
        self.lines.append(line)
        line.edit.setAccessibleDescription(self._description)
        line.edit.textChanged.connect(lambda _text, place=at: self._on_changed(place))
        line.edit.returnPressed.connect(lambda place=at: self._on_enter(place))
        line.edit.installEventFilter(self)
        line.remove.clicked.connect(lambda _=False, place=at: self._on_removed(place))
        self._column.addWidget(line)
        return line

    def _on_changed(self, place: int) -> None:
        line = self.lines[place]
        filled = bool(line.edit.text())
        line.remove.setVisible(filled and not line.edit.isReadOnly())
        line.set_quiet(quiet=filled)
        self.changed.emit(self.answers())

    def _on_removed(self, place: int) -> None:
        rest = [line.edit.text() for at, line in enumerate(self.lines) if at != place]
        for line, text in zip(self.lines, [*rest, ""], strict=True):
            line.edit.setText(text)
        self._focus(place)

    def _on_enter(self, place: int) -> None:
        was_several = self._split_commas(place)
        if not self.lines[place].edit.text().strip() and self.answers():
            self.submitted.emit(self.answers())
        elif place + 1 < len(self.lines):
            empty = (at for at in range(place + 1, len(self.lines)) if not self._text(at))
            self._focus(next(empty, len(self.lines) - 1 if was_several else place + 1))
        elif self._count is None:
            self._add_line()
            self._focus(place + 1)
        else:
            self.submitted.emit(self.answers())

    def _split_commas(self, place: int) -> bool:
        """Give each of several answers with commas between a line; tell whether there were."""
        pieces = [piece.strip() for piece in self._text(place).split(",") if piece.strip()]
        free = [at for at in range(place + 1, len(self.lines)) if not self._text(at)]
        while self._count is None and len(free) < len(pieces) - 1:
            self._add_line()
            free.append(len(self.lines) - 1)
        if len(pieces) - 1 > len(free) or len(pieces) <= 1:
            return False
        for at, piece in zip((place, *free), pieces, strict=False):
            self.lines[at].edit.setText(piece)
        return True

    def _text(self, place: int) -> str:
        return self.lines[place].edit.text()

    def _focus(self, place: int) -> None:
        edit = self.lines[place].edit
        edit.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            at = next((n for n, line in enumerate(self.lines) if line.edit is watched), None)
            if at is not None and event.key() in steps:
                self._focus(min(max(at + steps[Qt.Key(event.key())], 0), len(self.lines) - 1))
                return True
        return super().eventFilter(watched, event)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(9))
