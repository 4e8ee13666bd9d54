"""»Tidslinje«: an event above, a line below, and one place for it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.clock import Clock
from quizapp.base.texts import _, number_text
from quizapp.grading.verdict import Outcome
from quizapp.study.timeline import Laid, Timeline
from quizapp.ui.calendar_words import time_left
from quizapp.ui.practice.timeline_board import TimelineBoard
from quizapp.ui.practice.timeline_cards import (
    SHADES,
    EventCard,
    Middle,
    done_card,
    event_card,
    judged_card,
)
from quizapp.ui.study.next_button import NextButton
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.frame import BottomBar, PageScroll, SittingStrip
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.tab_order import put_last

COLUMN_PX = 1120
_SECONDS_EACH = 15


class TimelinePage(Part):
    """Strip, card, line and bottom bar of a timeline.

    ``lay_asked`` carries a place, or None where the learner does not know; ``undo_asked``,
    ``again_asked`` and ``left`` say what is wanted, ``changed`` that something else can be done.
    """

    lay_asked = Signal(object)
    undo_asked = Signal()
    again_asked = Signal()
    left = Signal()
    changed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.line: Timeline | None = None
        self.judged: Laid | None = None
        self.can_undo = False
        self.top: Middle | None = None
        self.strip = SittingStrip(_("Afslut runden"))
        self.strip.more.hide()
        self.strip.leave_pressed.connect(self.left)
        self.main: QWidget = self
        self.area = PageScroll(COLUMN_PX, margins=(30, 14))
        self._place_of_card = QVBoxLayout()
        self.board = TimelineBoard()
        self.board.moved.connect(self._on_moved)
        self.board.pressed.connect(self.lay)
        self._keys = KeyLine(
            (
                (_("← →"), _("flyt pladsen")),
                (_("1–9"), _("vælg plads")),
                (_("Enter"), _("læg den")),
            )
        )
        self.area.column.addLayout(self._place_of_card)
        self.area.column.addWidget(self.board)
        self.area.column.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignHCenter)
        self.bar = BottomBar(COLUMN_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.area, 1)
        column.addWidget(self.bar)

    def show_line(self, line: Timeline, *, can_undo: bool) -> None:
        """Show the event to lay now, or how the line came out."""
        self.line, self.judged, self.can_undo = line, None, can_undo
        event = line.current
        self._keys.setVisible(event is not None)
        if event is None:
            self.board.show_laid(line.laid, len(line.laid) // 2, None)
            self._show_card(done_card(line))
        else:
            self.board.show_line(line.laid, (len(line.laid) + 1) // 2)
            self._show_card(event_card(event))
        self._show_progress(line)
        self._set_buttons()
        self.area.verticalScrollBar().setValue(0)
        if event is None:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.board.open_place.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, f"{event.title} {self.board.spoken_place()}")
        self.changed.emit()

    def show_laid(self, laid: Laid, line: Timeline) -> None:
        """Show how a place was, with the event where it belongs."""
        self.line, self.judged, self.can_undo = line, laid, True
        self._keys.hide()
        self.board.show_laid(line.laid, laid.place, SHADES[laid.outcome])
        self._show_card(judged_card(laid))
        self._set_buttons()
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(0)
        self.changed.emit()

    def lay(self) -> None:
        """Lay the event where the open place is."""
        if self.is_asking:
            self.lay_asked.emit(self.board.place)

    def answer_nothing(self) -> None:
        """Do what »Ved ikke« does."""
        if self.is_asking:
            self.lay_asked.emit(None)

    def show_hint(self) -> None:
        """Show the author's hint."""
        if self.has_hint and self.top is not None and isinstance(self.top.card, EventCard):
            self.top.card.show_hint()
            assert self.line is not None, "a hint belongs to an event"
            assert self.line.current is not None, "a hint belongs to an event"
            announce(self, self.line.current.hint)

    @property
    def is_asking(self) -> bool:
        """Whether an event waits for its place."""
        return self.judged is None and self.line is not None and self.line.current is not None

    @property
    def has_hint(self) -> bool:
        """Whether the author gave the event a hint."""
        event = self.line.current if self.line is not None and self.judged is None else None
        return event is not None and bool(event.hint)

    @property
    def title(self) -> str:
        """What the page shows, for the window's own title."""
        if self.line is None or (self.line.current is None and self.judged is None):
            return _("Tidslinje")
        at = len(self.line.past) + (0 if self.judged is not None else 1)
        place = {"i": number_text(at), "n": number_text(self.line.total)}
        return _("Tidslinje, {i} af {n}").format(**place)

    def _show_card(self, card: Middle) -> None:
        clear(self._place_of_card)
        self.top = card
        self._place_of_card.addWidget(card)
        announce(card, card.spoken)

    def _show_progress(self, line: Timeline) -> None:
        at = min(len(line.past) + 1, line.total)
        seconds = len(line.coming) * _SECONDS_EACH
        self.strip.set_progress(
            len(line.past) / line.total if line.total else 1.0,
            _("{done} af {total}").format(done=at, total=line.total),
            time_left(seconds) if line.coming else _("færdig"),
        )

    def _set_buttons(self) -> None:
        left: list[Button] = []
        main: Button
        if self.judged is not None:
            left = [self._undo_button()]
            is_wrong = self.judged.outcome is not Outcome.CORRECT
            main = NextButton(_("Næste"), self._clock, is_guarded=is_wrong)
            main.clicked.connect(self._go_on)
        elif self.is_asking:
            left = self._asking_buttons()
            main = Button(_("Læg den her"), Dress.MAIN, key=_("Enter"))
            main.clicked.connect(self.lay)
        else:
            again = Button(_("Læg en ny"), icon="rotate-ccw")
            again.clicked.connect(self.again_asked)
            left = [again]
            main = Button(_("Færdig"), Dress.MAIN, key=_("Enter"))
            main.clicked.connect(self.left)
        self.main = main
        self.bar.set_buttons(left, main)
        put_last(self.bar, self.area)

    def _asking_buttons(self) -> list[Button]:
        unknown = Button(_("Ved ikke"), Dress.QUIET)
        unknown.clicked.connect(self.answer_nothing)
        buttons = [unknown]
        if self.has_hint:
            hint = Button(_("Vis hint"), icon="lightbulb", key=_("Ctrl+H"))
            hint.clicked.connect(self.show_hint)
            buttons.insert(0, hint)
        if self.can_undo:
            buttons.append(self._undo_button())
        return buttons

    def _undo_button(self) -> Button:
        undo = Button(_("Fortryd svaret"), Dress.QUIET, icon="undo-2", key=_("Ctrl+Z"))
        undo.clicked.connect(self.undo_asked)
        return undo

    def _go_on(self) -> None:
        if self.line is not None:
            self.show_line(self.line, can_undo=self.can_undo)

    def _on_moved(self, _place: int) -> None:
        announce(self.board.open_place, self.board.spoken_place())
        if not self.board.open_place.hasFocus():
            self.board.open_place.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self.board, lambda: self.area.show_part(self.board.open_place))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            # Esc alone ends nothing; it shows the way out, and Enter takes it.
            self.strip.leave.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return self.area.take_key(key) or (self.is_asking and self.board.take_key(key))
