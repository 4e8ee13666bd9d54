"""The sitting on the screen: one way in for every state, one way out for every wish."""

from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.texts import _
from quizapp.questions.answers import Answer
from quizapp.questions.pack import Passage
from quizapp.study.coming import Coming
from quizapp.study.flow import Asking, Finished, FlowState, Judged, Progress
from quizapp.study.story import CardStory
from quizapp.ui.calendar_words import time_left
from quizapp.ui.study.bottom_buttons import asking_buttons, judged_buttons, rating_bar
from quizapp.ui.study.finish_column import FINISH_PX, FinishColumn
from quizapp.ui.study.flashcard_view import FlashcardView
from quizapp.ui.study.key_filters import FreeUndo, PatientEnter
from quizapp.ui.study.more_menu import MoreMenu
from quizapp.ui.study.open_view import OpenView
from quizapp.ui.study.ordering_view import OrderingView
from quizapp.ui.study.question_card import COLUMN_PX, QuestionCard
from quizapp.ui.study.stage import Stage
from quizapp.ui.study.typed_view import TypedView
from quizapp.ui.study.why_popover import WhyPopover
from quizapp.ui.study.wishes import Wish
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.frame import BottomBar, SittingStrip
from quizapp.ui.widgets.rating import RatingBar
from quizapp.ui.widgets.tab_order import put_last


class StudyPage(Part):
    """Strip, card and bottom bar of a sitting.

    ``answered`` and ``rated`` carry an ``Answer``; after ``rated`` the page waits for the next
    question, since the learner has already seen the right answer. ``wished`` carries a ``Wish``,
    ``reported`` what is wrong with the question, ``practice_asked`` the cards to practise,
    ``story_asked`` the card whose numbers are wanted, ``note_written`` a card and its new note,
    ``own_asked`` the card whose question is to be written in the learner's own words;
    ``more_asked`` wants five minutes more.
    """

    answered = Signal(object)
    rated = Signal(object)
    wished = Signal(object)
    reported = Signal(str)
    practice_asked = Signal(tuple)
    keys_asked = Signal()
    story_asked = Signal(object)
    note_written = Signal(object, str)
    aloud_asked = Signal()
    pause_card_asked = Signal(object)
    own_asked = Signal(object)
    more_asked = Signal()

    _finish: FinishColumn | None = None

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.state: FlowState | None = None
        self.card: QuestionCard | None = None
        self._rating: RatingBar | None = None
        self._overrule: Button | None = None
        self._main: QWidget = self
        self.can_undo, self.is_read_aloud = False, False
        self.strip = SittingStrip(_("Afslut runden"))
        self.stage = Stage()
        self.bar = BottomBar(COLUMN_PX)
        self.popover = WhyPopover(self)
        self._menu = MoreMenu(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.stage, 1)
        column.addWidget(self.bar)
        self.strip.leave_pressed.connect(self._on_leave)
        self.strip.more_pressed.connect(self._on_more)
        self.stage.text_closed.connect(self.close_text)
        self._menu.wished.connect(self.wished)
        self._menu.report_asked.connect(self.open_report)
        self._menu.why_asked.connect(self._show_why_now)
        self._menu.note_asked.connect(self.open_note)
        self._menu.aloud_asked.connect(self.aloud_asked)
        self._menu.own_asked.connect(self._on_own)
        self._menu.keys_asked.connect(self.keys_asked)
        self.popover.link_pressed.connect(self._on_story)

    @property
    def can_overrule(self) -> bool:
        """Whether »Mit svar var rigtigt« is offered."""
        return self._overrule is not None

    def show_turn(self, state: FlowState, *, can_undo: bool) -> None:
        """Show a state of the sitting."""
        self.state = state
        self.can_undo = can_undo
        self.popover.close_up()
        self._menu.close()
        self._hold_focus()
        match state:
            case Asking():
                self._show_asking(state)
            case Judged():
                self._show_judged(state)
            case Finished():
                self._show_finished(state)
            case _:
                assert_never(state)
        put_last(self.bar, self.stage)

    def _hold_focus(self) -> None:
        # What is hidden hands its focus on, in the end to »Afslut runden«, and a key that already
        # waits would press that.
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer_nothing(self) -> None:
        """Do what »Ved ikke« does."""
        if self.card is not None and isinstance(self.state, Asking):
            self.answered.emit(self.card.view.no_answer())

    @property
    def confidence(self) -> int | None:
        """How sure the learner said she was (1–3) before she answered."""
        return self.card.confidence.value if self.card is not None else None

    def open_note(self) -> None:
        """Open the learner's own note on the question."""
        if self.card is not None:
            self.stage.reveal(self.card.open_note())

    def _on_own(self) -> None:
        if self.card is not None:
            self.own_asked.emit(self.card.asking.card)

    def open_report(self) -> None:
        """Open the line for what is wrong with the question."""
        if self.card is not None:
            self.stage.reveal(self.card.open_report())
            put_last(self.bar, self.stage)

    def show_failure(self, error: QuizappError) -> None:
        """Say on the card what could not be done; what was written stands as it did."""
        if self.card is not None:
            self.card.show_failure(str(error))
            self.card.retry.setFocus(Qt.FocusReason.OtherFocusReason)
            self.stage.reveal(self.card.retry)
            announce(self.card, str(error), urgent=True)

    def show_text(self, passages: tuple[Passage, ...]) -> None:
        """Show the reading text, with the passage of the question marked.

        Passed over where the next question has come meanwhile, which it would answer.
        """
        if self.card is None or not self._may_read():
            return
        self.stage.open_text(passages, self.card.asking.question.passage)
        self.card.shrink(is_small=True)

    def close_text(self) -> None:
        """Take the reading text away and go back to the question."""
        self.stage.close_text()
        if self.card is not None:
            self.card.shrink(is_small=False)
        self.focus_main()

    def _show_asking(self, asking: Asking) -> None:
        if self.card is not None and self._is_only_hint(self.card, asking):
            self.card.show_hint(asking.hint)
            announce(self.card, _("Hint: {hint}").format(hint=asking.hint), urgent=True)
            self.card.asking = asking
            self._set_asking_buttons(asking, self.card)
            self.card.view.take_focus()
            return
        card = self._new_card(asking)
        self._show_progress(asking.progress)
        self._set_asking_buttons(asking, card)
        card.view.take_focus()
        announce(card, card.spoken())

    def _show_judged(self, judged: Judged) -> None:
        card = self.card
        if card is None or card.asking.card != judged.asking.card:
            card = self._new_card(judged.asking)
        start = self.stage.scrolled
        self.state = judged = card.show_judged(judged)
        self._show_progress(judged.progress)
        buttons = judged_buttons(judged, self._clock)
        buttons.undo.clicked.connect(lambda: self._wish(Wish.UNDO))
        buttons.undo.setEnabled(self.can_undo)
        buttons.report.clicked.connect(self.open_report)
        buttons.main.clicked.connect(lambda: self._wish(Wish.PROCEED))
        if buttons.overrule is not None:
            buttons.overrule.clicked.connect(lambda: self._wish(Wish.OVERRULE))
        if buttons.keep_wording is not None:
            buttons.keep_wording.clicked.connect(lambda: self._wish(Wish.KEEP_WORDING))
        self._rating = None
        self._overrule = buttons.overrule
        self.bar.set_buttons(buttons.left, buttons.main)
        self._main = buttons.main
        self.focus_main()
        if card.outcome is not None:
            self.stage.reveal(card.outcome.box, start)
            announce(card, card.outcome.spoken, urgent=True)

    def _show_finished(self, finished: Finished) -> None:
        self.card = self._rating = None
        column = self._finish = FinishColumn(finished, self._clock)
        column.pause_asked.connect(self.pause_card_asked)
        self.stage.show_card(column, FINISH_PX)
        self.bar.set_column(FINISH_PX)
        done = finished.summary.reviews
        self.strip.set_leave_text(_("Luk"))
        place = _("{done} af {total}").format(done=done, total=done)
        self.strip.set_progress(1.0, place, _("færdig"))
        buttons = column.buttons
        buttons.done.clicked.connect(lambda: self._wish(Wish.LEAVE))
        if buttons.practice is not None:
            missed = finished.summary.missed
            buttons.practice.clicked.connect(lambda: self.practice_asked.emit(missed))
        self.bar.set_buttons(buttons.left, buttons.done)
        self._main = buttons.done
        self.focus_main()
        announce(column, column.spoken)

    def show_coming(self, coming: Coming) -> None:
        """Say on the finish page what the next days take; on another page it is passed over."""
        if self._finish is None or not self._finish.show_coming(coming):
            return
        buttons = self._finish.buttons
        if buttons.more is not None:
            buttons.more.clicked.connect(self.more_asked)
        self.bar.set_buttons(buttons.left, buttons.done)
        put_last(self.bar, self.stage)

    def _new_card(self, asking: Asking) -> QuestionCard:
        card = QuestionCard(asking)
        self.card, self._finish = card, None
        self.stage.show_card(card, card.column_px)
        self.bar.set_column(card.column_px)
        self.strip.set_leave_text(_("Afslut runden"))
        card.text_asked.connect(lambda: self._wish(Wish.SHOW_TEXT))
        card.why_asked.connect(lambda opener: self.popover.ask_then(opener, self.state))
        card.retry_asked.connect(lambda: self._wish(Wish.RETRY))
        card.pause_asked.connect(lambda: self._wish(Wish.SUSPEND))
        card.reported.connect(self.reported)
        card.note_written.connect(lambda text: self.note_written.emit(asking.card, text))
        card.note_closed.connect(self.focus_main)
        card.report_closed.connect(self.focus_main)
        card.view.submitted.connect(self._on_submitted)
        card.view.changed.connect(self._on_view_changed)
        FreeUndo(card.view, lambda: self.can_undo)
        if isinstance(card.view, FlashcardView | OrderingView):
            PatientEnter(self._clock, card.view)
        return card

    def _set_asking_buttons(self, asking: Asking, card: QuestionCard) -> None:
        buttons = asking_buttons(asking)
        if buttons.hint is not None:
            buttons.hint.clicked.connect(lambda: self._wish(Wish.HINT))
        view = card.view
        buttons.unknown.clicked.connect(self.answer_nothing)
        buttons.skip.clicked.connect(lambda: self._wish(Wish.SKIP))
        buttons.main.clicked.connect(view.submit)
        buttons.main.setEnabled(view.can_submit())
        self._rating = None
        self.bar.set_buttons(buttons.left, buttons.main)
        self._main = buttons.main

    def _on_view_changed(self) -> None:
        view = self.card.view if self.card is not None else None
        if view is None or view.is_judged or self._rating is not None:
            return
        if isinstance(view, FlashcardView | OpenView) and view.is_turned:
            self._show_rating(view)
        else:
            self._main.setEnabled(view.can_submit())

    def _show_rating(self, view: FlashcardView | OpenView) -> None:
        assert self.card is not None, "a view stands on a card"
        question = self.card.asking.question
        rating = rating_bar(view.question, self.card.asking.intervals)
        rating.rated.connect(view.rate)
        self._rating = rating
        PatientEnter(self._clock, rating)
        self._hold_focus()
        self.bar.set_buttons([], rating)
        self._main = rating
        if isinstance(view, OpenView):
            view.settled.connect(rating.focus_rating)
            view.take_focus()
        if not (isinstance(view, OpenView) and view.question.rubric):
            rating.focus_rating(3)
        if isinstance(view, FlashcardView):
            self.stage.reveal(view.back)
        if question.passage:
            self.card.add_text_link()
        put_last(self.bar, self.stage)

    def _on_submitted(self, answer: Answer) -> None:
        view = self.card.view if self.card is not None else None
        if isinstance(view, TypedView) and view.must_ask_again(answer):
            return
        if isinstance(view, FlashcardView | OpenView) and view.is_turned:
            self.rated.emit(answer)
        else:
            self.answered.emit(answer)

    def _show_progress(self, progress: Progress) -> None:
        share = progress.done / progress.total if progress.total else 0.0
        now = min(progress.done + (0 if isinstance(self.state, Judged) else 1), progress.total)
        place = _("{done} af {total}").format(done=now, total=progress.total)
        self.strip.set_progress(share, place, time_left(progress.seconds_left))

    def _is_only_hint(self, card: QuestionCard, asking: Asking) -> bool:
        is_same = card.asking.card == asking.card and not card.view.is_judged
        return is_same and bool(asking.hint) and not card.asking.hint

    def focus_main(self) -> None:
        """Put the focus where the sitting goes on."""
        if isinstance(self.state, Asking) and self.card is not None and self._rating is None:
            self.card.view.take_focus()
        else:
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wish(self, wish: Wish) -> None:
        if wish is Wish.SHOW_TEXT and self.stage.text is not None:
            self.close_text()
        else:
            self.wished.emit(wish)

    def _on_leave(self) -> None:
        self._wish(Wish.LEAVE if isinstance(self.state, Finished) else Wish.STOP)

    def _on_more(self) -> None:
        self._menu.open_by(self.strip.more, self.state, can_undo=self.can_undo)

    def _show_why_now(self) -> None:
        if self.card is not None:
            self.popover.ask_now(self.strip.more, self.card.asking)

    def show_story(self, story: CardStory) -> None:
        """Show the numbers behind the question in the popover that asked for them."""
        self.popover.show_story(story)

    def _on_story(self) -> None:
        if self.card is not None:
            self.story_asked.emit(self.card.asking.card)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._take_key(event) or self.stage.area.take_key(event.key())):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        shift = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & ~shift:
            return False
        if event.key() == Qt.Key.Key_Escape:
            return self._take_escape()
        if event.key() == Qt.Key.Key_T and self._may_read():
            self._wish(Wish.SHOW_TEXT)
            return True
        if self._rating is not None:
            return self._rating.take_key(event)
        if isinstance(self.state, Asking) and self.card is not None:
            return self.card.view.take_key(event)
        return False

    def _take_escape(self) -> bool:
        if self.is_read_aloud:
            self.aloud_asked.emit()
        elif self.stage.text is not None:
            self.close_text()
        else:
            # Esc alone ends nothing; it shows the way out, and Enter takes it.
            self.strip.leave.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _may_read(self) -> bool:
        has_passage = self.card is not None and bool(self.card.asking.question.passage)
        return has_passage and (isinstance(self.state, Judged) or self._rating is not None)
