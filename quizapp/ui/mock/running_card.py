"""The card that leads back to a mock exam that was begun: on »I dag« and where one is begun."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.base.texts import _
from quizapp.study.mock_values import Running
from quizapp.ui.mock.words import running_sentence
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel


class RunningCard(Card):
    """``resumed`` and ``put_away`` carry the number of the mock exam."""

    resumed = Signal(int)
    put_away = Signal(int)

    def __init__(
        self, running: Running, *, is_main: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(shadow=is_main, parent=parent)
        title = _("Du er midt i en prøveeksamen. Alle svar er gemt.")
        self.body.addWidget(WrappingLabel(title, "section", capped=False))
        said = running_sentence(running)
        if running.title:
            said = f"{running.title}. {said}"
        self.body.addWidget(WrappingLabel(said, "base", "muted"))
        if is_main:
            self.main = Button(_("Fortsæt"), Dress.MAIN, icon="play", key=_("Enter"))
        else:
            self.main = Button(_("Fortsæt prøveeksamen"), Dress.SOFT, icon="play")
        self.main.clicked.connect(lambda: self.resumed.emit(running.mock_id))
        away = Button(_("Læg den væk"), Dress.QUIET)
        away.clicked.connect(lambda: self.put_away.emit(running.mock_id))
        line = QWidget()
        flow = FlowLayout(line, gaps=(10, 8))
        flow.addWidget(self.main)
        flow.addWidget(away)
        self.body.addWidget(line)
        self.setAccessibleName(title)
