"""A question as the learner meets it, and how answers to it would be marked."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.ids import CardKey
from quizapp.base.texts import Message, _, say
from quizapp.grading.verdict import Outcome
from quizapp.library.editing.trials import Trial, typical
from quizapp.questions.answers import Answer
from quizapp.questions.codec import decode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import (
    Cloze,
    Date,
    Enumeration,
    Flashcard,
    Number,
    Open,
    Question,
    Term,
)
from quizapp.questions.pack import Manifest
from quizapp.study.flow import NOTHING_SHOWN, Asking, Progress, Shown
from quizapp.study.shown import FindPicture, shown_of, with_pictures
from quizapp.ui.editor.panes import PaneScroll
from quizapp.ui.question_words import category_word, outcome_word
from quizapp.ui.study.answer_view import AnswerView
from quizapp.ui.study.views import view_for
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import Box, clear
from quizapp.ui.widgets.chip import CategoryChip
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.picture_box import add_medium
from quizapp.ui.widgets.rich_text import RichText
from quizapp.ui.widgets.verdict import DRESSES
from quizapp.ui.widgets.verdict import Outcome as Shade

_OUTCOMES = {
    Outcome.CORRECT: Shade.RIGHT,
    Outcome.ALMOST: Shade.ALMOST,
    Outcome.WRONG: Shade.WRONG,
}


@dataclass(frozen=True, slots=True)
class Previewed:
    """A question as far as it can be asked, and typical answers with their verdicts."""

    uid: int
    question: Question | None
    trials: tuple[Trial, ...]
    manifest: Manifest
    shown: Shown = NOTHING_SHOWN


def previewed(
    uid: int,
    fields: Mapping[str, Plain],
    manifest: Manifest,
    find: FindPicture = lambda _name: None,
) -> Previewed:
    """Read a question for its preview; slow enough for the worker."""
    question = decode(fields).question
    if question is None:
        return Previewed(uid, question, (), manifest)
    shown = with_pictures(shown_of(question, str(question.id)), question, find)
    return Previewed(uid, question, typical(question, manifest.marking), manifest, shown)


class TrialLine(Part):
    """An answer, the sign and word of its verdict, and what the learner would be told."""

    def __init__(self, trial: Trial, *, told: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress, word = DRESSES[_OUTCOMES[trial.outcome]], outcome_word(trial.outcome)
        self._text = WrappingLabel(trial.text, "strong", capped=False)
        self._line = QHBoxLayout()
        self._line.addWidget(self._text, 1)
        self._line.addWidget(Icon(dress.icon, dress.colour, 16), 0)
        self._word = WrappingLabel(word, "small", dress.colour, capped=False)
        self._line.addWidget(self._word, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._line)
        if told:
            column.addWidget(WrappingLabel(say(trial.message), "small", "muted"))
        self.setAccessibleName(f"{trial.text}: {word}")
        self._restyle()

    @override
    def _restyle(self) -> None:
        self._line.setSpacing(self.look.space(6))
        self._word.setMinimumWidth(self._word.sizeHint().width())


class Preview(PaneScroll):
    """The study card in small, typical answers, and a field to try one.

    ``tried`` carries a text that was typed, ``answered`` an ``Answer`` given in the card itself.
    """

    tried = Signal(str)
    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(12, parent=parent)
        self._shown: Previewed | None = None
        self.view: AnswerView | None = None
        self.passage: RichText | None = None
        self._card = Box(fill="sunk", radius="tile", padding=(10, 12), gap=10)
        self._trials_head = WrappingLabel(
            _("Sådan ville svar blive bedømt"), "small_strong", "muted"
        )
        self._trials = QVBoxLayout()
        self.field = Field("", example=_("Prøv et svar …"))
        self.field.edit.setAccessibleName(_("Prøv et svar"))
        self._own = QVBoxLayout()
        self.column.addWidget(WrappingLabel(_("Sådan ser eleven det"), "small_strong", "muted"))
        self.column.addWidget(self._card)
        self.column.addWidget(self._trials_head)
        self.column.addLayout(self._trials)
        self.column.addWidget(self.field)
        self.column.addLayout(self._own)
        self.field.text_changed.connect(self._on_text)
        self.field.submitted.connect(self._on_text)
        self.show_nothing("")

    def show_previewed(self, shown: Previewed) -> None:
        """Show a question; the same one keeps what was tried."""
        before, self._shown = self._shown, shown
        if before is not None and before.uid != shown.uid:
            self.field.set_text("")
        if before is None or _card_of(before) != _card_of(shown):
            self._show_card(shown)
        clear(self._trials)
        for trial in shown.trials:
            self._trials.addWidget(TrialLine(trial))
        is_typed = isinstance(shown.question, Date | Number | Term | Enumeration | Cloze)
        self._trials_head.setVisible(bool(shown.trials) or is_typed)
        self.field.setVisible(is_typed)
        self._on_text()

    def show_nothing(self, why: str) -> None:
        """Say why there is nothing to show."""
        self._shown = None
        self.view = None
        self.passage = None
        clear(self._card.body)
        clear(self._trials)
        clear(self._own)
        if why:
            self._card.body.addWidget(WrappingLabel(why, "base", "muted"))
        self._card.setVisible(bool(why))
        self._trials_head.hide()
        self.field.hide()

    def show_passage(self, number: int, heading: str, html: str) -> None:
        """Show a stretch of the reading text as it stands beside a question."""
        self.show_nothing("")
        words = " · ".join(one for one in (_("Afsnit {n}").format(n=number), heading) if one)
        self._card.body.addWidget(WrappingLabel(words, "strong", "accent", capped=False))
        self.passage = RichText(html, "reading")
        self.passage.setAccessibleName(words)
        self._card.body.addWidget(self.passage)
        self._card.show()

    def show_trial(self, text: str, trial: Trial | None) -> None:
        """Show how a tried answer would be marked; one that is no longer there is left out."""
        if text and text != self.field.text().strip():
            return
        clear(self._own)
        if trial is not None:
            line = TrialLine(trial, told=True)
            self._own.addWidget(line)
            # Once it has its place: what is learnt from trying must not lie below the edge.
            QTimer.singleShot(0, line, lambda: self.show_part(line))
            announce(self.field.edit, f"{outcome_word(trial.outcome)}. {say(trial.message)}")

    def focus(self) -> bool:
        """Put the focus where an answer is tried; tell whether there is such a place."""
        if self.field.isVisible():
            self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.view is not None:
            self.view.take_focus()
        elif self.passage is not None:
            self.passage.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            return False
        return True

    def _on_text(self, _text: str = "") -> None:
        text = self.field.text().strip()
        if text and self.field.isVisibleTo(self):
            self.tried.emit(text)
        else:
            clear(self._own)

    def _show_card(self, shown: Previewed) -> None:
        question = shown.question
        if question is None:
            self.show_nothing(_("Spørgsmålet vises her, når det har et svar."))
            return
        self.passage = None
        clear(self._card.body)
        clear(self._own)
        chips = CategoryChip(question.category.value, category_word(question.category.value))
        self._card.body.addWidget(chips, 0, Qt.AlignmentFlag.AlignLeft)
        if question.prompt and not isinstance(question, Flashcard):
            self._card.body.addWidget(WrappingLabel(question.prompt, "strong", capped=False))
        add_medium(self._card.body, shown.shown.picture)
        self.view = view_for(_asking(question, shown))
        self.view.submitted.connect(self._on_submitted)
        self._card.body.addWidget(self.view)
        self._card.show()

    def _on_submitted(self, answer: Answer) -> None:
        if self._shown is not None and not isinstance(self._shown.question, Flashcard | Open):
            self.answered.emit(answer)

    @property
    def question(self) -> Question | None:
        """The question that is shown, if it can be asked."""
        return self._shown.question if self._shown is not None else None


def _card_of(shown: Previewed) -> tuple[int, Question | None, Shown]:
    return shown.uid, shown.question, shown.shown


def _asking(question: Question, previewed: Previewed) -> Asking:
    return Asking(
        card=CardKey(previewed.manifest.id, question.id),
        question=question,
        pack_title="",
        is_new=False,
        shown=previewed.shown,
        reason=Message("study.why.practice"),
        progress=Progress(done=0, total=1, seconds_left=0),
    )
