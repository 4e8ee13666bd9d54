"""A page of steps: a strip above, one thing at a time, and buttons to go back and on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.base.texts import _
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.frame import BottomBar, PageScroll, SittingStrip

COLUMN_PX = 760


class StepPage(Part):
    """``left`` says that the learner has had enough, ``stepped`` that another step is shown.

    What derives from it fills ``area`` and says what it shows in ``title``.
    """

    left = Signal()
    stepped = Signal()

    def __init__(self, leave: str, main: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = SittingStrip(leave)
        self.strip.more.hide()
        self.strip.leave_pressed.connect(self.left)
        self.area = PageScroll(COLUMN_PX, margins=(30, 14))
        self.back = Button(_("Forrige"), Dress.QUIET, icon="chevron-left")
        self.main = main
        self.bar = BottomBar(COLUMN_PX)
        self.bar.set_buttons([self.back], self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.area, 1)
        column.addWidget(self.bar)
