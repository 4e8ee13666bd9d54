"""Another way in at the first start: the whole tile is a button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import PressBox, let_press_through
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.paint import draw_box, draw_ring, painting


class WayIn(PressBox):
    """An icon, what it leads to, and a line about it."""

    def __init__(self, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QVBoxLayout()
        words.setSpacing(2)
        title_label = WrappingLabel(title, "strong")
        text_label = WrappingLabel(text, "small", "muted")
        sign, arrow = Icon(icon, "accent"), Icon("chevron-right")
        let_press_through(sign, title_label, text_label, arrow)
        words.addStretch(1)
        words.addWidget(title_label)
        words.addWidget(text_label)
        words.addStretch(1)
        self._line = QHBoxLayout(self)
        self._line.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(words, 1)
        self._line.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{title}. {text}")
        self._restyle()

    @override
    def _restyle(self) -> None:
        across, down = self.look.space(18), self.look.space(16)
        self._line.setContentsMargins(across, down, across, down)
        self._line.setSpacing(self.look.space(14))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        radius = look.radius("tile")
        with painting(self) as painter:
            fill = look.colour("accent_soft" if self.underMouse() else "card")
            draw_box(painter, self.rect(), fill=fill, line=look.colour("line"), radius=radius)
            if self.hasFocus():
                draw_ring(painter, look, self.rect(), radius)


def writing_way() -> WayIn:
    """Return the way to questions of one's own."""
    return WayIn(
        "pencil-line", _("Skriv dine egne spørgsmål"), _("Til dig selv eller til en klasse")
    )
