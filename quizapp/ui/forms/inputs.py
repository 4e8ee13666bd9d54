"""What a form is filled in with: a line, a text, a choice, a tick."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import quoted
from quizapp.library.editing.form_values import commas_of, list_of, text_of
from quizapp.questions.codec_mistakes import Plain
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.beside import BesideOrBelow
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.field import FieldFrame
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.switch import Tick

LONGEST_LINE = 2_000
_LEAST_EM = 8
_FEWEST_LINES = 2
_MOST_LINES = 12
_ENDLESS = 100_000
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextExpandTabs


class PageKeys(QObject):
    """Leaves Ctrl and a letter to the page: what is typed is part of the pack's own history.

    Where the page has no use for it, the field gets it after all.
    """

    def __init__(self, edit: QWidget) -> None:
        super().__init__(edit)
        edit.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _is_of_the_page(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _is_of_the_page(event: QKeyEvent) -> bool:
    keys = Qt.Key
    is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    own = (keys.Key_A, keys.Key_C, keys.Key_V, keys.Key_X)
    return is_control and keys.Key_A <= event.key() <= keys.Key_Z and event.key() not in own


class Input(Part):
    """One thing to fill in; ``changed`` says that its value may be another."""

    changed = Signal()

    def value(self) -> Plain:
        """Return what is filled in, as it stands under a key."""
        raise NotImplementedError

    def show_value(self, value: Plain) -> None:
        """Show what stands under a key; nothing is said of it."""
        raise NotImplementedError

    def name(self, label: str, note: str) -> None:
        """Say to a screen reader what is asked for."""
        raise NotImplementedError

    def edits(self) -> tuple[QWidget, ...]:
        """Return what takes the focus, the first one first."""
        raise NotImplementedError


class LineInput(Input):
    """A text of one line, or several short ones with commas between."""

    def __init__(self, *, commas: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commas = commas
        self._frame = FieldFrame()
        self.edit: QLineEdit = self._frame.edit
        self.edit.setMaxLength(LONGEST_LINE)
        PageKeys(self.edit)
        _column(self).addWidget(self._frame)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(lambda _text: self.changed.emit())

    @override
    def value(self) -> Plain:
        return list_of(self.edit.text()) if self._commas else self.edit.text().strip()

    @override
    def show_value(self, value: Plain) -> None:
        shown = commas_of(value) if self._commas else text_of(value)
        if (list_of(shown) if self._commas else shown.strip()) != self.value():
            self.edit.setText(shown)
            if not self.edit.hasFocus():
                self.edit.setCursorPosition(0)

    @override
    def name(self, label: str, note: str) -> None:
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(note)

    @override
    def edits(self) -> tuple[QWidget, ...]:
        return (self.edit,)


class TextInput(Input):
    """A text of several lines, as high as it needs."""

    def __init__(self, parent: QWidget | None = None, *, most_lines: int = _MOST_LINES) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setUndoRedoEnabled(False)
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        PageKeys(self.edit)
        _column(self).addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self._is_shown_anew = False
        self.edit.textChanged.connect(self._on_text)
        self.edit.viewport().installEventFilter(self)
        self._restyle()

    @override
    def value(self) -> Plain:
        return self.edit.toPlainText().strip()

    @override
    def show_value(self, value: Plain) -> None:
        if text_of(value).strip() != self.value():
            self._is_shown_anew = True
            self.edit.setPlainText(text_of(value))
            self._is_shown_anew = False

    @override
    def name(self, label: str, note: str) -> None:
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(note)

    @override
    def edits(self) -> tuple[QWidget, ...]:
        return (self.edit,)

    def _on_text(self) -> None:
        self._fit()
        if not self._is_shown_anew:
            self.changed.emit()

    def _fit(self) -> None:
        # Measured by itself: the document lays out only what has been painted.
        margin = round(self.edit.document().documentMargin())
        width = max(self.edit.viewport().width() - 2 * margin, 1)
        metrics = self.edit.fontMetrics()
        text = self.edit.toPlainText() or " "
        needed = metrics.boundingRect(0, 0, width, _ENDLESS, _WRAP, text).height()
        lines = min(max(-(-needed // metrics.lineSpacing()), _FEWEST_LINES), self._most_lines)
        around = 2 * margin + 2 * self.look.space(6) + 4
        self.edit.setFixedHeight(lines * metrics.lineSpacing() + around)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def _restyle(self) -> None:
        self.edit.setFont(self.look.font("base"))
        self._fit()


class ChoiceInput(Input):
    """One of a few: (value, words), the first of which is the usual one."""

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = DropDown("")
        self.set_choices(choices)
        _column(self).addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.activated.connect(lambda _place: self._on_activated())
        self._restyle()

    def _on_activated(self) -> None:
        self.changed.emit()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; what was chosen stays if it is among them."""
        chosen = self.box.currentData()
        self.box.clear()
        for value, words in choices:
            self.box.addItem(words, value)
        self.show_value(chosen or "")

    @override
    def value(self) -> Plain:
        return str(self.box.currentData() or "")

    @override
    def show_value(self, value: Plain) -> None:
        text = text_of(value)
        place = self.box.findData(text)
        if place < 0 and text:
            # What the file says is shown as it stands, though it is none of the choices.
            self.box.addItem(quoted(text), text)
            place = self.box.count() - 1
        self.box.setCurrentIndex(max(place, 0))

    @override
    def name(self, label: str, note: str) -> None:
        self.box.setAccessibleName(label)
        self.box.setAccessibleDescription(label)

    @override
    def edits(self) -> tuple[QWidget, ...]:
        return (self.box,)

    @override
    def _restyle(self) -> None:
        self.box.setFont(self.look.font("base"))


class TickInput(Input):
    """Yes or no; what is usual is not written."""

    def __init__(self, *, usual: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = usual
        self.tick = Tick("", checked=usual)
        _column(self).addWidget(self.tick)
        self.setFocusProxy(self.tick)
        self.tick.clicked.connect(lambda _on: self.changed.emit())

    @override
    def value(self) -> Plain:
        if self.tick.isChecked() == self._usual:
            return ""
        return "nej" if self._usual else "ja"

    @override
    def show_value(self, value: Plain) -> None:
        text = text_of(value).casefold()
        self.tick.setChecked(text == "ja" if text in {"ja", "nej"} else self._usual)

    @override
    def name(self, label: str, note: str) -> None:
        self.tick.setText(label)
        self.tick.setAccessibleName(label)
        self.tick.setAccessibleDescription(note)

    @override
    def edits(self) -> tuple[QWidget, ...]:
        return (self.tick,)


class Labelled(BesideOrBelow):
    """An input with its label above, a note beside the label, and its problem below."""

    def __init__(
        self, label: str, inside: Input, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.input = inside
        self._label = WrappingLabel(label, "small_strong", capped=False)
        self._note = WrappingLabel(note, "small", "muted", capped=False)
        if not note:
            self._note.hide()
        self.problem = IconLine("circle-x", "", colour="bad")
        self.problem.hide()
        inside.name(label, note)
        if not isinstance(inside, TickInput):
            self.line.addWidget(self._label, 1)
        self.line.addWidget(self._note, 0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        if isinstance(inside, TickInput):
            self.column.addWidget(inside)
            self.column.addLayout(self.line)
        else:
            self.column.addLayout(self.line)
            self.column.addWidget(inside)
        self.column.addWidget(self.problem)
        self.setFocusProxy(inside)
        self._restyle()

    def set_problem(self, text: str) -> None:
        """Say under the field what is wrong with it; an empty text takes it away."""
        self.problem.set_text(text)
        self.problem.setVisible(bool(text))

    @override
    def _beside_px(self) -> float:
        if not self._note.text():
            return 0
        words = self._label.sizeHint().width() + self._note.sizeHint().width()
        return words + self.look.space(10)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.column.totalMinimumSize()
        return QSize(min(hint.width(), self.look.em(_LEAST_EM)), hint.height())

    @override
    def _restyle(self) -> None:
        self.column.setSpacing(self.look.space(5))
        self.line.setSpacing(self.look.space(6))
        self._arrange()


def _column(part: Part) -> QVBoxLayout:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    return column
