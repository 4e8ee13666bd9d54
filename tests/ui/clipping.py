"""What a picture cannot explain: text that does not fit, silent or tiny things to press."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextBrowser,
    QWidget,
)

from quizapp.ui.theme.tokens import TARGET_PX
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.label import WrappingLabel

_SLACK = 1  # pixels lost to rounding


def shown_parts(root: QWidget) -> Iterator[QWidget]:
    """Yield the root and everything in it that is not hidden, also what is scrolled away."""
    yield root
    for part in root.findChildren(QWidget):
        if part.isVisibleTo(root):
            yield part


def clipped(root: QWidget) -> list[str]:
    """Name the labels, buttons and texts whose words do not fit where they are."""
    found = [f"{_name(part)}: {reason}" for part in shown_parts(root) if (reason := _lack(part))]
    for part in shown_parts(root):
        if isinstance(part, QLabel | QAbstractButton) and part is not root:
            outside = _outside(part, root)
            if outside:
                found.append(f"{_name(part)}: outside {outside}")
    return found


def unnamed(root: QWidget) -> list[str]:
    """Name the parts that take the focus without saying what they are."""
    return [
        _name(part)
        for part in shown_parts(root)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and part.focusProxy() is None
        and not _is_inner(part)
        and not _accessible_name(part)
    ]


def small_targets(root: QWidget) -> list[str]:
    """Name what can be pressed but is less than 40 pixels wide or high."""
    pressable = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    return [
        f"{_name(part)}: {part.width()} x {part.height()}"
        for part in shown_parts(root)
        if isinstance(part, pressable)
        and not _is_inner(part)
        and min(part.width(), part.height()) < TARGET_PX
    ]


def _lack(part: QWidget) -> str:
    lacking = ""
    if isinstance(part, WrappingLabel):
        lacking = _lack_of_label(part)
    elif isinstance(part, DropDown):
        lacking = _lack_of_drop_down(part)
    elif isinstance(part, QLabel | Button):
        wanted = part.sizeHint()
        narrow = part.width() + _SLACK < part.minimumSizeHint().width()
        low = part.height() + _SLACK < max(part.heightForWidth(part.width()), 0)
        if narrow or low:
            lacking = f"has {part.width()} x {part.height()}, needs {wanted.toTuple()}"
    elif isinstance(part, QTextBrowser) and (
        part.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    ):
        needed = part.document().size().height()
        if part.viewport().height() + _SLACK < needed:
            lacking = f"is {part.viewport().height()} high, needs {needed}"
    return lacking


def _lack_of_label(label: WrappingLabel) -> str:
    if not label.text():
        return ""
    needed = label.heightForWidth(label.width())
    if label.height() + _SLACK < needed:
        return f"is {label.height()} high, needs {needed}"
    words = set(label.text().replace("\n", " ").split())
    broken = [line for line in label.lines_at(label.width()) if _cuts_a_word(line, words)]
    return f"cuts a word: {broken[0]}" if broken else ""


def _lack_of_drop_down(part: DropDown) -> str:
    needed = part.heightForWidth(part.width())
    if part.height() + _SLACK < needed:
        return f"is {part.height()} high for »{part.currentText()}«, needs {needed}"
    room = part.words_room(part.width())
    metrics = part.fontMetrics()
    longest = max(part.currentText().split(), key=metrics.horizontalAdvance, default="")
    return f"cuts a word: {longest}" if metrics.horizontalAdvance(longest) > room + _SLACK else ""


def _cuts_a_word(line: str, words: set[str]) -> bool:
    """Whether the line ends inside a word that has no hyphen to break at."""
    last = line.rsplit(maxsplit=1)[-1] if line.split() else ""
    first = line.split(maxsplit=1)[0] if line.split() else ""
    pieces = {last, first}
    return any(
        piece not in words
        and any(piece in word and not {"-", "–", "\u00ad"} & set(word) for word in words)
        and not any("\u00a0" in word or piece in word.split("\u00a0") for word in words)
        for piece in pieces
        if piece
    )


def _outside(part: QWidget, root: QWidget) -> str:
    """Return the nearest ancestor that cuts the part off; what scrolls may be outside."""
    above = part.parentWidget()
    while above is not None and above is not root.parentWidget():
        holder = above.parentWidget()
        if isinstance(holder, QAbstractScrollArea) and above is holder.viewport():
            place = QRect(part.mapTo(above, QPoint(0, 0)), part.size())
            cut = place.left() < -_SLACK or place.right() > above.width() + _SLACK
            scrolls = holder.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            return "the scrolling page" if cut and not scrolls else ""
        place = QRect(part.mapTo(above, QPoint(0, 0)), part.size())
        room = above.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        if not room.contains(place):
            return f"{type(above).__name__} {above.size().toTuple()} by {place.getRect()}"
        above = holder
    return ""


def _is_inner(part: QWidget) -> bool:
    """Whether Qt made the part for its own use inside another."""
    holder = part.parentWidget()
    if isinstance(part, QScrollBar) or isinstance(holder, QComboBox | QAbstractSpinBox):
        return True
    inside_list = isinstance(holder, QAbstractItemView)
    return inside_list or (isinstance(part, QAbstractItemView) and _in_combo(part))


def _in_combo(part: QWidget) -> bool:
    above = part.parentWidget()
    return above is not None and above.metaObject().className() == "QComboBoxPrivateContainer"


def _accessible_name(part: QWidget) -> str:
    if isinstance(part, QPlainTextEdit | QLineEdit):
        return part.accessibleName()
    interface = QAccessible.queryAccessibleInterface(part)
    return interface.text(QAccessible.Text.Name)


def _name(part: QWidget) -> str:
    words = part.accessibleName() or getattr(part, "text", lambda: "")()
    return f"{type(part).__name__} »{str(words)[:50]}«"
