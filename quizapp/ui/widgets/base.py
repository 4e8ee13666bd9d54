"""What all parts share: they ask the look in force and draw themselves anew when it changes."""

from typing import Protocol

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.theme.look import Look, look_in_force


class Dressed(Protocol):
    """What wears a look."""

    look: Look


def took_new_look(part: Dressed, event: QEvent) -> bool:
    """Take on another look, where the event says that one is in force; tell whether."""
    if event.type() != QEvent.Type.StyleChange or look_in_force() is part.look:
        return False
    part.look = look_in_force()
    return True


class Part(QWidget):
    """A widget that follows the look; sizes and fonts are set in ``_restyle``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Look = look_in_force()

    def _restyle(self) -> None:
        """Take sizes and fonts from ``self.look``; called again when it changes."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if took_new_look(self, event):
            self._restyle()
            self.updateGeometry()
            self.update()


class Drawing(QLabel):
    """A part that is drawn and says itself in words; a screen reader meets it as a picture."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Look = look_in_force()
        self.setAccessibleName(name)
        # A label is a picture, and not an empty text, only while it has one; it is never shown.
        self.setPixmap(QPixmap(1, 1))

    def _restyle(self) -> None:
        """Take sizes and fonts from ``self.look``; called again when it changes."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if took_new_look(self, event):
            self._restyle()
            self.updateGeometry()
            self.update()


class PressPart(QPushButton):
    """Something to press that draws itself; Enter presses it as Space does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_told = False
        self._is_being_told = False
        self._was_pressed = False
        self.look: Look = look_in_force()
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _restyle(self) -> None:
        """Take sizes and fonts from ``self.look``; called again when it changes."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._was_pressed = True
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first press was on what stood here before: »Ved ikke«, and now »Mit svar var rigtigt«.
        if self._was_pressed:
            super().mouseDoubleClickEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if took_new_look(self, event):
            self._restyle()
            self.updateGeometry()
            self.update()

    def let_others_check(self, *, one_of: bool = False) -> None:
        """Be checkable, but leave it to ``show_checked`` whether it is checked.

        A press only says that it was pressed; a screen reader that toggles the part presses it.
        Where only one of several is checked, ``one_of`` makes it read as a radio button.
        """
        self._is_told = True
        self.setCheckable(True)
        self.setAutoExclusive(one_of)
        self.toggled.connect(self._on_toggled_by_others)

    def show_checked(self, *, is_checked: bool) -> None:
        """Show the part as checked or not."""
        is_one_of = self.autoExclusive()
        self._is_being_told = True
        # Qt would neither take the last mark of several away, nor leave the others theirs.
        self.setAutoExclusive(False)
        self.setChecked(is_checked)
        self.setAutoExclusive(is_one_of)
        self._is_being_told = False

    def _on_toggled_by_others(self, is_checked: bool) -> None:  # noqa: FBT001 - a slot of Qt's toggled
        if self._is_being_told:
            return
        self.show_checked(is_checked=not is_checked)
        if is_checked or not self.autoExclusive():
            self.click()

    @override
    def nextCheckState(self) -> None:
        if not self._is_told:
            super().nextCheckState()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # QPushButton walks between buttons on arrow keys; a list of parts wants them itself.
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() in arrows:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PressBox(PressPart):
    """Something to press that holds other parts, and is as high as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _inner(self) -> QLayout:
        layout = self.layout()
        assert layout is not None, "a PressBox gets its layout before it is shown"
        return layout

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self._inner()
        needed = layout.heightForWidth(width) if layout.hasHeightForWidth() else -1
        return max(needed, layout.sizeHint().height() if needed < 0 else 0, self.look.target())

    @override
    def sizeHint(self) -> QSize:
        hint = self._inner().sizeHint()
        return QSize(hint.width(), max(self.heightForWidth(hint.width()), self.look.target()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._inner().minimumSize().width(), self.look.target())


def let_press_through(*parts: QWidget) -> None:
    """Make parts inside a pressable box leave the pointer to it."""
    for part in parts:
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
