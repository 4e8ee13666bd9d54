"""After the exam: how it went, and what becomes of its questions."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.scheduling.exam_terms import Afterwards, ExamResult
from quizapp.study.exam_values import ExamView
from quizapp.ui.exam.fields import labelled, share_of
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card, Hairline, Tile
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.label import WrappingLabel

GRADES = ("12", "10", "7", "4", "02", "00", "-3")
_STACK_BELOW_EM = 46


class AfterCard(Card):
    """The short question and three ways on; ``finished`` carries an ``ExamResult``.

    ``moved`` says that the exam has another date.
    """

    finished = Signal(object)
    moved = Signal()

    def __init__(self, view: ExamView, parent: QWidget | None = None) -> None:
        super().__init__(shadow=True, padding=(30, 26), gap=14, parent=parent)
        self._then = view.result.then
        self.score = Field(_("Andel rigtige (hvis du ved det)"), example="80", unit="%")
        self.grade = DropDown(_("Karakter"))
        self.grade.addItem(_("Ingen karakter"), "")
        for grade in GRADES:
            self.grade.addItem(grade, grade)
        self._show(view.result)
        title = _("Hvordan gik {exam}?").format(exam=view.draft.title)
        self.body.addWidget(WrappingLabel(title, "section", capped=False))
        fields = QHBoxLayout()
        fields.setSpacing(14)
        fields.addWidget(self.score, 3)
        fields.addWidget(labelled(self.grade), 2)
        fields.addStretch(1)
        self.body.addLayout(fields)
        self.body.addWidget(Hairline())
        self.body.addWidget(WrappingLabel(_("Hvad skal der ske med spørgsmålene nu?"), "strong"))
        self._ways = QHBoxLayout()
        self.buttons: dict[Afterwards, Button] = {}
        for then, (word, meaning) in _ways().items():
            self._ways.addWidget(self._way(then, word, meaning), 1)
        self.body.addLayout(self._ways)
        later = Button(_("Eksamen er flyttet: Vælg en ny dato"), Dress.LINK)
        later.clicked.connect(self.moved)
        self.body.addWidget(later)
        self._arrange()

    def _show(self, result: ExamResult) -> None:
        if result.score is not None:
            self.score.set_text(str(round(100 * result.score)))
        self.grade.setCurrentIndex(max(self.grade.findData(result.grade), 0))

    def _way(self, then: Afterwards, word: str, meaning: str) -> QWidget:
        tile = Tile()
        is_chosen = then is self._then
        button = Button(word, Dress.SOFT if is_chosen else Dress.PLAIN)
        if is_chosen:
            button.set_icon("check")
        button.setAccessibleDescription(meaning)
        button.clicked.connect(lambda: self._finish(then))
        self.buttons[then] = button
        tile.body.addWidget(button)
        tile.body.addWidget(WrappingLabel(meaning, "small", "muted"))
        tile.body.addStretch(1)
        return tile

    def _finish(self, then: Afterwards) -> None:
        text = self.score.text().strip()
        score = share_of(text) if text else None
        if text and score is None:
            self.score.set_error(_("Skriv et tal fra 0 til 100, eller lad feltet stå tomt."))
            self.score.setFocus()
            return
        self.score.set_error("")
        grade = str(self.grade.currentData())
        self.finished.emit(ExamResult(score=score, grade=grade, then=then))

    def _arrange(self) -> None:
        stacked = 0 < self.width() < self.look.em(_STACK_BELOW_EM)
        lay(self._ways, is_beside=not stacked)
        self._ways.setSpacing(self.look.space(12))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _ways() -> dict[Afterwards, tuple[str, str]]:
    return {
        Afterwards.KEEP: (
            _("Fortsæt som før"),
            _("Spørgsmålene kommer igen, når du er ved at glemme dem."),
        ),
        Afterwards.SLOW: (
            _("Fortsæt roligt"),
            _("De kommer sjældnere, så det koster færre minutter. Du husker lidt mindre."),
        ),
        Afterwards.REST: (
            _("Læg pakkerne væk"),
            _("Spørgsmålene hviler. Dine svar gemmes, og du kan hente dem frem igen."),
        ),
    }
