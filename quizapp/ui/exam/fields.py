"""Small parts that the exam's form and its page share."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.label import WrappingLabel

WHOLE = 100


def labelled(drop_down: DropDown) -> QWidget:
    """Return a drop-down under its name."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(WrappingLabel(drop_down.accessibleName(), "small_strong"))
    column.addWidget(drop_down)
    column.addStretch(1)
    return part


def share_of(text: str) -> float | None:
    """Read per cent (80, 80 %, 82,5) as a share; None for what is no such number."""
    try:
        number = float(text.replace("%", "").replace(",", ".").strip())
    except ValueError:
        return None
    return number / WHOLE if 0 <= number <= WHOLE else None
