"""The card that holds one question, the means to answer it, and what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.base.texts import _
from quizapp.questions.kinds import Basis, Flashcard, Matching, Open, kind_of
from quizapp.study.flow import Asking, Judged
from quizapp.ui.question_words import category_word, kind_word
from quizapp.ui.study.answer_view import AnswerView
from quizapp.ui.study.confidence_part import ConfidencePart
from quizapp.ui.study.flashcard_view import FlashcardView
from quizapp.ui.study.open_view import OpenView
from quizapp.ui.study.outcome_part import OutcomePart, TextLink, gave_nothing, not_answered
from quizapp.ui.study.report_box import ReportBox
from quizapp.ui.study.views import view_for
from quizapp.ui.widgets.boxes import Card, SunkBox
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.chip import CategoryChip, Chip
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.note_box import NoteBox
from quizapp.ui.widgets.picture_box import add_medium

COLUMN_PX = 760
WIDE_COLUMN_PX = 900
_CHANGED = "study.why.changed"


class QuestionCard(Card):
    """One question from asking to verdict; the question keeps its place and size throughout."""

    text_asked = Signal()
    why_asked = Signal(QWidget)
    retry_asked = Signal()
    pause_asked = Signal()
    reported = Signal(str)
    note_written = Signal(str)
    note_closed = Signal()
    report_closed = Signal()

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(shadow=True, padding=(34, 28), gap=14, parent=parent)
        self.asking = asking
        self.outcome: OutcomePart | None = None
        self._report: ReportBox | None = None
        self._note_box: NoteBox | None = None
        self.note = asking.note
        self.confidence = ConfidencePart()
        self.confidence.setVisible(asking.asks_confidence)
        self._origins: list[Chip] = []
        self._is_small = False
        self.view: AnswerView = view_for(asking)
        question = asking.question
        self._note = WrappingLabel("", "small", "muted", capped=False)
        self._note.hide()
        self.body.addLayout(self._head())
        self._prompt = WrappingLabel(question.prompt, "question", capped=False)
        if isinstance(question, Flashcard):
            self._prompt.hide()
        self.body.addWidget(self._prompt)
        add_medium(self.body, asking.shown.picture)
        self._add_hint()
        self.body.addWidget(self.view)
        self.body.addWidget(self.confidence)
        self._add_failure()
        self.view.noted.connect(self._on_noted)
        self.show_hint(asking.hint)

    def _add_hint(self) -> None:
        self._hint = SunkBox()
        self._hint_line = IconLine("lightbulb", "", "base", "text")
        self._hint.body.addWidget(self._hint_line)
        self._hint.hide()
        self.body.addWidget(self._hint)

    def _add_failure(self) -> None:
        self._failure = SunkBox()
        self._failure_line = IconLine("circle-alert", "", "base", "bad")
        self.retry = Button(_("Prøv igen"), Dress.SOFT, icon="refresh-cw", small=True)
        self.retry.clicked.connect(self.retry_asked)
        self._failure.body.addWidget(self._failure_line)
        self._failure.body.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        self._failure.hide()
        self.body.addWidget(self._failure)

    @property
    def column_px(self) -> int:
        """How wide the card wants to be."""
        is_wide = isinstance(self.asking.question, Matching | Open)
        return WIDE_COLUMN_PX if is_wide else COLUMN_PX

    def show_hint(self, hint: str) -> None:
        """Show the author's hint below the question."""
        self._hint_line.set_text(_("Hint: {hint}").format(hint=hint))
        self._hint.setVisible(bool(hint))

    def show_failure(self, text: str) -> None:
        """Say what could not be done; the answer stands as it was. An empty text takes it away."""
        self._failure_line.set_text(text)
        self._failure.setVisible(bool(text))

    def show_judged(self, judged: Judged) -> Judged:
        """Show the verdict and return it as it is told.

        A second call, after it was overruled, replaces the first.
        """
        is_unturned = isinstance(self.view, FlashcardView | OpenView) and not self.view.is_turned
        if is_unturned or gave_nothing(judged.answer):
            judged = not_answered(judged)
        self.show_failure("")
        self._hint.hide()
        self._note.hide()
        if not self.view.is_judged:
            self.view.show_judged(judged)
        self.view.setVisible(self.view.stays_when_judged)
        if self.outcome is not None:
            self.outcome.hide()
            self.body.removeWidget(self.outcome)
            self.outcome.deleteLater()
        self.confidence.hide()
        self.outcome = OutcomePart(judged, self.note)
        self.outcome.text_asked.connect(self.text_asked)
        self.outcome.why_asked.connect(self.why_asked)
        self.outcome.pause_asked.connect(self.pause_asked)
        self.body.addWidget(self.outcome)
        self._show_links()
        return judged

    def open_report(self) -> ReportBox:
        """Open a line for what is wrong with the question."""
        if self._report is None:
            self._report = ReportBox()
            self._report.sent.connect(self.reported)
            self._report.sent.connect(self.close_report)
            self._report.closed.connect(self.close_report)
            self.body.addWidget(self._report)
        self._report.field.setFocus()
        return self._report

    def close_report(self) -> None:
        """Take the line away."""
        if self._report is not None:
            self._report.hide()
            self.body.removeWidget(self._report)
            self._report.deleteLater()
            self._report = None
            self.report_closed.emit()

    def open_note(self) -> NoteBox:
        """Open a box for the learner's own note."""
        if self._note_box is None:
            self._note_box = NoteBox(self.note)
            self._note_box.saved.connect(self._on_note_saved)
            self._note_box.closed.connect(self.close_note)
            self.body.addWidget(self._note_box)
        self._note_box.take_focus()
        return self._note_box

    def close_note(self) -> None:
        """Take the box away."""
        if self._note_box is not None:
            self._note_box.hide()
            self.body.removeWidget(self._note_box)
            self._note_box.deleteLater()
            self._note_box = None
            self.note_closed.emit()

    def _on_note_saved(self, text: str) -> None:
        self.note = text
        if self.outcome is not None:
            self.outcome.show_note(text)
        self.note_written.emit(text)
        self.close_note()

    def add_text_link(self) -> None:
        """Offer the place in the text before the learner rates herself."""
        link = TextLink(self.asking.question.passage)
        link.clicked.connect(self.text_asked)
        sides = Qt.AlignmentFlag
        is_card = isinstance(self.asking.question, Flashcard)
        self.body.addWidget(link, 0, sides.AlignHCenter if is_card else sides.AlignLeft)

    def shrink(self, *, is_small: bool) -> None:
        """Write the question smaller while the text stands beside it."""
        self._is_small = is_small
        self._prompt.set_role("section" if is_small else "question")
        for chip in self._origins:
            chip.setVisible(not is_small)
        self._show_links()

    def _show_links(self) -> None:
        for link in self.findChildren(TextLink):
            link.show_open(is_open=self._is_small)

    def spoken(self) -> str:
        """Return what a screen reader says when the question appears."""
        progress, question = self.asking.progress, self.asking.question
        category, kind = category_word(question.category), kind_word(kind_of(question))
        text = _("Spørgsmål {i} af {n}. {category}. {kind}. {prompt}")
        if category == kind:
            text = _("Spørgsmål {i} af {n}. {kind}. {prompt}")
        return text.format(
            i=progress.done + 1,
            n=progress.total,
            category=category,
            kind=kind,
            prompt=question.prompt,
        )

    def _head(self) -> QHBoxLayout:
        question = self.asking.question
        chips = QWidget()
        flow = FlowLayout(chips)
        flow.addWidget(CategoryChip(question.category, category_word(question.category)))
        if question.basis is Basis.EXTERNAL:
            self._origins.append(Chip(_("Ud over teksten"), "book-open-text"))
        elif self.asking.pack_title:
            self._origins.append(Chip(self.asking.pack_title))
        if self.asking.is_new:
            self._origins.append(Chip(_("Nyt")))
        if self.asking.reason.code == _CHANGED:
            self._origins.append(Chip(_("Ændret"), "rotate-ccw"))
        if self.asking.is_own:
            self._origins.append(Chip(_("Din udgave"), "pencil-line"))
        for chip in self._origins:
            flow.addWidget(chip)
        head = QHBoxLayout()
        head.addWidget(chips, 1)
        head.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _on_noted(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
