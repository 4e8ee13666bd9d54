"""The paper on the screen: one question at a time, the map of all, no verdict before the end."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.clock import Clock
from quizapp.base.texts import _
from quizapp.study.mock_values import Paper, Sheet
from quizapp.ui.mock.answers import chosen_in
from quizapp.ui.mock.frame_parts import MockBar, MockStrip
from quizapp.ui.mock.paper_clock import PaperClock
from quizapp.ui.mock.question_map import QuestionMap
from quizapp.ui.mock.sheet_card import SheetCard
from quizapp.ui.mock.words import blank_sentence, flagged_sentence, time_said
from quizapp.ui.study.answer_view import is_enter
from quizapp.ui.study.choice_view import ChoiceView, MultipleChoiceView
from quizapp.ui.study.cloze_view import ClozeView
from quizapp.ui.study.list_view import ListView
from quizapp.ui.study.matching_view import MatchingView
from quizapp.ui.study.ordering_view import OrderingView
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import SunkBox, clear
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.frame import PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.lift_list import LiftRow

COLUMN_PX: Final = 1124
_MAP_PX: Final = 280
_BESIDE_FROM_EM: Final = 56
_BESIDE_TO_SCALE: Final = 1.5
_MS: Final = 1000
_STORED_EVERY_MS: Final = 10_000
_TOLD_AT_S: Final = (300, 60)


class HandInNotice(SunkBox):
    """What lacks an answer, or was to be looked at again, before the paper is handed in."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = WrappingLabel("", "strong")
        self.button = Button(_("Aflevér alligevel"), small=True)
        self.button.clicked.connect(self.confirmed)
        self.body.addWidget(self.text)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def ask(self, text: str) -> None:
        """Ask once more."""
        self.text.setText(text)
        self.show()


class MockPage(Part):
    """``stored`` carries a place and its ``Sheet`` whenever something there is to be kept.

    ``handed_in`` says that the learner hands the paper in, ``time_up`` that its time is over,
    ``left`` that she goes out and may come back, ``retried`` that storing is to be tried again.
    ``titled`` carries what the window is called now.
    """

    stored = Signal(int, object)
    handed_in = Signal()
    time_up = Signal()
    left = Signal()
    retried = Signal()
    titled = Signal(str)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = PaperClock(clock, self)
        self._time.ticked.connect(self.tick)
        self._sheets: list[Sheet] = []
        self._limit_s: int | None = None
        self._place = 0
        self._unstored_ms = 0
        self._is_over = True
        self.card: SheetCard | None = None
        self.strip = MockStrip()
        self.bar = MockBar()
        self.map = QuestionMap()
        self.notice = HandInNotice()
        self.area = PageScroll(COLUMN_PX, margins=(28, 20))
        self._slot, self._left, self._both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._lay_out()
        self._connect_parts()
        self._restyle()

    def _lay_out(self) -> None:
        self._left.addWidget(self.notice)
        self._left.addLayout(self._slot)
        self._left.addStretch(1)
        self._both.addLayout(self._left, 1)
        self._both.addWidget(self.map, 0)
        self.area.column.addLayout(self._both)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in ((self.strip, 0), (self.area, 1), (self.bar, 0)):
            column.addWidget(part, stretch)

    def _connect_parts(self) -> None:
        self.strip.leave_pressed.connect(self.leave)
        self.strip.hand_in_pressed.connect(self.ask_to_hand_in)
        self.notice.confirmed.connect(self._hand_in)
        self.bar.previous_pressed.connect(lambda: self.go(-1))
        self.bar.next_pressed.connect(self.go_on)
        self.map.pressed.connect(self.open_place)

    @property
    def place(self) -> int:
        """The place of the question that is shown, from 0."""
        return self._place

    @property
    def is_over(self) -> bool:
        """Whether nothing more can be answered."""
        return self._is_over

    def show_paper(self, paper: Paper) -> None:
        """Open a paper at the first question without an answer."""
        self._sheets = list(paper.sheets)
        self._limit_s = paper.limit_s
        self._is_over = False
        self._unstored_ms = 0
        self.strip.show_title(paper.title)
        first = next((at for at, sheet in enumerate(self._sheets) if sheet.answer is None), 0)
        self._open(first)
        self._show_time()
        self._start_time()

    def take_focus(self) -> None:
        """Put the focus where the question is answered."""
        if self.card is not None:
            self.card.view.take_focus()

    def open_place(self, place: int) -> None:
        """Go to a question; what stands on the one before is kept."""
        if self._is_over or not 0 <= place < len(self._sheets):
            return
        if place != self._place:
            self._spend()
            self._store()
            self.notice.hide()
            self._open(place)
        else:
            self.take_focus()

    def go(self, step: int) -> None:
        """Go to the next question or the one before."""
        self.open_place(self._place + step)

    def go_on(self) -> None:
        """Go to the next question; after the last one, hand in."""
        if self._place == len(self._sheets) - 1:
            self.ask_to_hand_in()
        else:
            self.go(1)

    def toggle_flag(self) -> None:
        """Flag the question that is shown, or take its flag away."""
        if self._is_over or self.card is None:
            return
        is_flagged = not self._sheets[self._place].is_flagged
        self._sheets[self._place] = replace(self._sheets[self._place], is_flagged=is_flagged)
        self.card.show_flag(is_flagged=is_flagged)
        announce(self.card.flag, _("Markeret") if is_flagged else _("Markeringen er fjernet"))
        self._store()
        self._show_map()

    def ask_to_hand_in(self) -> None:
        """Hand in at once where all is answered; else say what is not, and go there."""
        if self._is_over:
            return
        blank = [at for at, sheet in enumerate(self._sheets) if sheet.answer is None]
        flagged = [at for at, sheet in enumerate(self._sheets) if sheet.is_flagged]
        if not blank and not flagged:
            self._hand_in()
            return
        text = blank_sentence(len(blank)) if blank else flagged_sentence(len(flagged))
        self.open_place((blank or flagged)[0])
        self.notice.ask(text)
        announce(self.notice, text, urgent=True)
        QTimer.singleShot(0, self.notice, lambda: self.area.show_part(self.notice))

    def leave(self) -> None:
        """Keep what stands there, stop the time and go out."""
        self._spend()
        self._store()
        self._time.stop()
        self.left.emit()

    def show_failure(self, text: str) -> None:
        """Say what could not be stored; an empty text says that it is stored now."""
        if self.card is not None:
            self.card.show_failure(text)
            if text:
                announce(self.card, text, urgent=True)

    def tick(self) -> None:
        """Let the time run on, and keep it now and then."""
        self._spend()
        if self._unstored_ms >= _STORED_EVERY_MS:
            self._store()
        if not self._is_over and self._seconds_left() == 0:
            self._finish()
            self.time_up.emit()

    def _hand_in(self) -> None:
        if not self._is_over:
            self._spend()
            self._finish()
            self.handed_in.emit()

    def _finish(self) -> None:
        self._store()
        self._is_over = True
        self._time.stop()

    def _open(self, place: int) -> None:
        # What goes may still say that it changed, and must not be taken for what comes.
        self.card = None
        self._place = place
        sheet = self._sheets[place]
        clear(self._slot)
        card = SheetCard(sheet)
        self.card = card
        self._slot.addWidget(card)
        card.changed.connect(lambda: self._on_changed(card))
        card.flag_pressed.connect(self.toggle_flag)
        card.retry_pressed.connect(self.retried)
        self._watch(card)
        self.bar.show_place(place, len(self._sheets))
        self._show_map()
        self.area.verticalScrollBar().setValue(0)
        card.view.take_focus()
        self.titled.emit(_title_of(sheet))
        announce(card, card.spoken())

    def _watch(self, card: SheetCard) -> None:
        view = card.view
        watched: list[QWidget] = [view, *view.fields()]
        match view:
            case ChoiceView() | MultipleChoiceView():
                watched += view.options.rows
            case OrderingView():
                watched += view.rows.findChildren(LiftRow)
            case MatchingView():
                watched += [view.board, *view.board.left, *view.board.right]
            case ListView() | ClozeView():
                view.submitted.connect(lambda _answer: self.go_on())
            case _:
                pass
        for part in watched:
            part.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if not is_enter(event) or not self._goes_on(watched):
            return super().eventFilter(watched, event)
        # A held Enter comes from the question before.
        if not event.isAutoRepeat():
            self.go_on()
        return True

    def _goes_on(self, watched: QObject) -> bool:
        """Tell whether Enter leaves the question; if not, the view has a use for it."""
        # A field hands on the Enter that it has used; only where it was pressed does it count.
        if not isinstance(watched, QWidget) or not watched.hasFocus():
            return False
        if self.card is None or not self.card.isAncestorOf(watched):
            return False
        view = self.card.view
        match view:
            case ListView() | ClozeView():
                return not view.can_submit()
            case ChoiceView():
                rows = list(view.options.rows)
                return watched not in rows or rows.index(watched) in chosen_in(view.options)
            case OrderingView():
                return not (isinstance(watched, LiftRow) and watched.is_lifted)
            case _:
                return True

    def _on_changed(self, card: SheetCard) -> None:
        if self._is_over or card is not self.card:
            return
        answer = card.answer()
        if answer != self._sheets[self._place].answer:
            self._sheets[self._place] = replace(self._sheets[self._place], answer=answer)
            self._spend()
            self._store()
            self._show_map()

    def _store(self) -> None:
        if self._sheets and not self._is_over:
            self._unstored_ms = 0
            self.stored.emit(self._place, self._sheets[self._place])

    def _show_map(self) -> None:
        self.map.show_sheets(self._sheets, self._place)

    def _start_time(self) -> None:
        if not self._is_over and self.isVisible():
            self._time.start()

    def _spend(self) -> None:
        """Add the time since the last look to the question that is shown."""
        spent = self._time.take()
        if not spent or not self._sheets or self._is_over:
            return
        sheet = self._sheets[self._place]
        self._sheets[self._place] = replace(sheet, elapsed_ms=sheet.elapsed_ms + spent)
        self._unstored_ms += spent
        self._tell_time(spent)
        self._show_time()

    def _tell_time(self, spent_ms: int) -> None:
        left = self._seconds_left()
        if left is None:
            return
        before = left + spent_ms / _MS
        for told in _TOLD_AT_S:
            if left <= told < before:
                announce(self.strip, time_said(told))

    def _seconds_left(self) -> int | None:
        if self._limit_s is None:
            return None
        spent = sum(sheet.elapsed_ms for sheet in self._sheets) / _MS
        return max(0, -int(-(self._limit_s - spent) // 1))

    def _show_time(self) -> None:
        self.strip.show_time(self._seconds_left())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_F:
            self.toggle_flag()
        elif plain and event.key() == Qt.Key.Key_Escape:
            # It shows the way out, and Enter takes it.
            self.strip.leave.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._start_time()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._spend()
        self._store()
        self._time.stop()

    def _arrange(self) -> None:
        look = self.look
        is_beside = self.width() >= look.em(_BESIDE_FROM_EM) and look.scale < _BESIDE_TO_SCALE
        lay(self._both, is_beside=is_beside)
        self._both.setSpacing(look.space(18))
        self._left.setSpacing(look.space(14))
        if is_beside:
            self.map.setFixedWidth(look.space(_MAP_PX))
            # Not the area's own height, which follows this one's change later.
            frame = self.strip.sizeHint().height() + self.bar.sizeHint().height()
            self.map.setMinimumHeight(max(self.height() - frame - 2 * look.space(20) - 1, 0))
        else:
            self.map.setMinimumSize(0, 0)
            self.map.setMaximumWidth(look.em(200))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._arrange()


def _title_of(sheet: Sheet) -> str:
    progress = sheet.asking.progress
    return _("{i} af {n}: {prompt}").format(
        i=progress.done + 1, n=progress.total, prompt=sheet.asking.question.line
    )
