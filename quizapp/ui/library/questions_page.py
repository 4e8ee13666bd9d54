"""»Bibliotek«: search and filters over every question, and beside them the one looked at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.notation.search_words import needles
from quizapp.study.found import Choices, Detail, Found, Order, Wanted
from quizapp.ui.library.detail_pane import BulkCard, DetailCard, NothingChosen, why_text
from quizapp.ui.library.pane_place import BAR_PX, PANE_PX, PaneSpot, place_pane, spot_of
from quizapp.ui.library.question_words import count_text, missing_text, practise_text, spoken_count
from quizapp.ui.library.questions_filters import Filters
from quizapp.ui.library.questions_list import QuestionsList, SortHeads
from quizapp.ui.story_part import StoryPart
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.boxes import Card, Ground, clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.field import FieldFrame
from quizapp.ui.widgets.filter_chip import FilterChip
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.page_undo import PageUndo
from quizapp.ui.widgets.pages import EmptyState
from quizapp.ui.widgets.popover import Popover
from quizapp.ui.widgets.tab_order import in_turn

PRACTISED_AT_MOST = 200
_TWO_PANES_FROM_EM = 58
_ONE_PANE_SCALE = 1.5
_ANNOUNCE_AFTER_MS = 400
_SAY_WAIT_AFTER_MS = 300
_TITLE_FROM_EM = 20


class QuestionsPage(Ground):
    """The page; ``wanted_changed`` carries a ``Wanted``, ``detail_asked`` a question.

    ``practise_asked`` carries questions; ``pause_asked``, ``resume_asked`` and ``reset_asked``
    too; ``noted`` a question and its note.
    """

    wanted_changed = Signal(object)
    rows_missing = Signal(tuple)
    detail_asked = Signal(int)
    practise_asked = Signal(tuple)
    pause_asked = Signal(tuple)
    resume_asked = Signal(tuple)
    reset_asked = Signal(tuple)
    noted = Signal(int, str)
    add_asked = Signal()
    packs_asked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        # The side-bar gives way earlier here: the list wants the room.
        self.setProperty("least_em", _TWO_PANES_FROM_EM)
        self._found: Found | None = None
        self._order, self._is_descending = Order.QUESTION, False
        self.detail: DetailCard | None = None
        self._is_detail_open = False
        self._is_low = False
        self.header = PageHeader(_("Bibliotek"))
        self.add = Button(_("Tilføj pakke"), icon="plus")
        self.practise = Button(_("Øv"), Dress.MAIN, icon="play")
        self.header.add_button(self.add)
        self.header.add_button(self.practise)
        self._build_search()
        self.filters = Filters()
        self.packs = Button(_("Se pakkerne"), Dress.LINK, icon="library")
        self.heads = SortHeads()
        self.list = QuestionsList(today)
        self.popover = Popover(self)
        self._build_table()
        self._build_pane()
        self._speak = self._timer(_ANNOUNCE_AFTER_MS, self._say_count)
        self._wait = self._timer(_SAY_WAIT_AFTER_MS, lambda: self.count.setText(_("søger …")))
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()
        self._restyle()

    def show_choices(self, choices: Choices) -> None:
        """Offer what can be filtered by."""
        self.filters.show_choices(choices)
        # The chips are new, and Tab would come to them last.
        in_turn(self.search.edit, *self.filters.findChildren(FilterChip), self.packs)
        n = len(choices.packs)
        text = ngettext("Se pakken", "Se de {n} pakker", n).format(n=number_text(n))
        self.packs.set_text(text)

    def show_found(self, found: Found) -> None:
        """Show the questions that fit."""
        self._found = found
        self._wait.stop()
        looked_at = self.detail.detail.hit.question if self.detail else None
        self.list.set_words(needles(found.wanted.text))
        self.list.rows.set_questions(found.questions)
        n = len(found.questions)
        self.count.setText(count_text(found))
        self.search.edit.setAccessibleDescription(spoken_count(found))
        self.practise.set_text(practise_text(n, PRACTISED_AT_MOST))
        text = ngettext("{n} spørgsmål", "{n} spørgsmål", found.total)
        self.header.set_texts(_("Bibliotek"), text.format(n=number_text(found.total)))
        self._show_empty(found)
        self._arrange()
        row = None if looked_at is None else self.list.rows.row_of(looked_at)
        if row is not None:
            self.list.go_to(row)
        else:
            self._show_nothing()
            self._look_at_first()

    def show_detail(self, detail: Detail) -> None:
        """Show one question in full."""
        if self.list.count() > 1:
            return
        has_focus = self.detail is not None and self.detail.isAncestorOf(self.focusWidget())
        card = DetailCard(detail)
        question = detail.hit.question
        card.why_asked.connect(self._show_why)
        card.noted.connect(lambda note: self.noted.emit(question, note))
        card.pause_asked.connect(lambda: self.pause_asked.emit((question,)))
        card.resume_asked.connect(lambda: self.resume_asked.emit((question,)))
        card.reset_asked.connect(lambda: self.reset_asked.emit((question,)))
        card.writing.connect(self._reveal)
        self.detail = card
        self._put_in_pane(card)
        if has_focus:
            card.pause.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()

    def take_focus(self) -> None:
        """Put the caret in the search field."""
        self._close_detail()
        self._look_at_first()
        self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.edit.selectAll()

    def write_note(self) -> bool:
        """Open the note of the question looked at; tell whether there is one."""
        if self.detail is None:
            return False
        self.detail.write_note()
        return True

    def go_back(self) -> bool:
        """Go from the details back to the list where they stand alone; tell whether they did."""
        if not self._is_detail_open:
            return False
        self._close_detail()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _timer(self, after_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(act)
        return timer

    def _build_search(self) -> None:
        self.search = FieldFrame()
        self.search.edit.setAccessibleName(_("Søg i spørgsmål og svar"))
        self.search.edit.setPlaceholderText(_("Søg i spørgsmål og svar"))
        self.search.line.insertWidget(0, Icon("search"))
        self.count = WrappingLabel("", "small", "muted", capped=False)
        self.search.line.addWidget(self.count)
        self.search.edit.installEventFilter(self)
        PageUndo(self.search.edit)

    def _build_table(self) -> None:
        self._table = Card(padding=(4, 10), gap=0)
        self.heads.leave_room(self.list.bar_px)
        self._empty = PageScroll(1120, margins=(0, 0))
        self._empty.hide()
        self._table.body.addWidget(self.heads)
        self._table.body.addWidget(self.list, 1)

    def _build_pane(self) -> None:
        self.pane = PageScroll(PANE_PX, margins=(BAR_PX, 0))
        self.back = Button(_("Tilbage til listen"), Dress.QUIET, icon="chevron-left", small=True)
        self.back.set_flush(is_flush=True)
        self.back.clicked.connect(self.go_back)
        self._pane_card = QVBoxLayout()
        self.pane.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.pane.column.addLayout(self._pane_card)
        self._show_nothing()

    def _lay_out(self) -> None:
        self._top = QVBoxLayout()
        self._top.addWidget(self.header)
        self._top.addWidget(self.search)
        self._line = QHBoxLayout()
        self._line.addWidget(self.filters, 1)
        self._line.addWidget(self.packs, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(self._line)
        self._column.addLayout(self._top)
        self._panes = QHBoxLayout()
        self._panes.addWidget(self._table, 1)
        self._panes.addWidget(self._empty, 1)
        self._panes.addWidget(self.pane)
        self._column.addLayout(self._panes, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_asked)
        self.packs.clicked.connect(self.packs_asked)
        self.practise.clicked.connect(self._on_practise)
        self.search.edit.textChanged.connect(lambda _text: self._on_wanted())
        self.filters.changed.connect(self._on_wanted)
        self.heads.sorted_by.connect(self._on_sorted)
        self.list.rows.missing.connect(self.rows_missing)
        self.list.walked.connect(self._on_walked)
        self.list.opened.connect(self._on_opened)
        self.list.chose.connect(self._on_chose)
        self.list.left_upwards.connect(self.search.edit.setFocus)

    def wanted(self) -> Wanted:
        """Return what is looked for."""
        return replace(
            self.filters.wanted,
            text=self.search.edit.text(),
            order=self._order,
            is_descending=self._is_descending,
        )

    def _on_wanted(self) -> None:
        self._speak.start()
        self._wait.start()
        self.wanted_changed.emit(self.wanted())

    def _on_sorted(self, order: Order, is_descending: bool) -> None:  # noqa: FBT001 - a slot
        self._order, self._is_descending = order, is_descending
        self._on_wanted()

    def _say_count(self) -> None:
        if self._found is not None:
            announce(self.search.edit, spoken_count(self._found))

    def _on_walked(self, row: int) -> None:
        if not self._is_narrow():
            self.detail_asked.emit(self.list.rows.questions[row])

    def _on_opened(self, row: int) -> None:
        if self.list.count() > 1:
            return
        self._is_detail_open = self._is_narrow()
        self.detail_asked.emit(self.list.rows.questions[row])
        self._arrange()
        if self._is_detail_open:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chose(self, count: int) -> None:
        if count > 1:
            self.detail = None
            self._put_in_pane(self._bulk_card(count))
            announce(self.list, _("{n} valgt").format(n=number_text(count)))
        elif self.detail is None and self.list.currentIndex().isValid():
            self._on_walked(self.list.currentIndex().row())
        self._arrange()

    def _bulk_card(self, count: int) -> BulkCard:
        card = BulkCard(count)
        chosen = self.list.chosen
        card.practise_asked.connect(lambda: self.practise_asked.emit(chosen()))
        card.pause_asked.connect(lambda: self.pause_asked.emit(chosen()))
        card.resume_asked.connect(lambda: self.resume_asked.emit(chosen()))
        card.reset_asked.connect(lambda: self.reset_asked.emit(chosen()))
        card.dropped.connect(self.list.clearSelection)
        return card

    def _on_practise(self) -> None:
        if self._found is not None:
            self.practise_asked.emit(self._found.questions[:PRACTISED_AT_MOST])

    def _show_why(self, opener: QWidget) -> None:
        if self.detail is not None:
            self.popover.open_by(opener, _("Hvorfor nu?"), why_text(self.detail.detail))
            self.popover.add_below(StoryPart(self.detail.detail.story, has_curve=False))

    def _reveal(self, part: QWidget) -> None:
        QTimer.singleShot(0, part, lambda: self.pane.show_part(part))

    def _show_nothing(self) -> None:
        self.detail = None
        self._put_in_pane(NothingChosen())

    def _put_in_pane(self, card: QWidget) -> None:
        self.popover.close_up()
        had_focus = self.pane.isAncestorOf(self.focusWidget())
        clear(self._pane_card)
        self._pane_card.addWidget(card)
        if had_focus:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pane.verticalScrollBar().setValue(0)

    def _look_at_first(self) -> None:
        """Show the first question beside the list where there is room for it."""
        shown = self.list.rows.questions
        if shown and self.detail is None and not self._is_narrow() and self.isVisible():
            self.detail_asked.emit(shown[0])

    def _show_empty(self, found: Found) -> None:
        clear(self._empty.column)
        if found.questions:
            return
        advice = _("Prøv med færre ord, eller fjern filtrene.")
        empty = EmptyState("search", missing_text(found), advice, _("Fjern filtre"))
        empty.pressed.connect(self._start_over)
        card = Card()
        card.body.addWidget(empty)
        self._empty.column.addWidget(card)

    def _start_over(self) -> None:
        self.search.edit.clear()
        self.filters.clear()
        self.take_focus()

    def _close_detail(self) -> None:
        self._is_detail_open = False
        self._arrange()

    def _is_narrow(self) -> bool:
        too_narrow = self.width() < self.look.em(_TWO_PANES_FROM_EM)
        return too_narrow or self.look.scale > _ONE_PANE_SCALE

    def _arrange(self) -> None:
        narrow = self._is_narrow()
        self._is_detail_open = self._is_detail_open and narrow
        is_alone = narrow and (self._is_detail_open or self.list.count() > 1)
        self.back.setVisible(is_alone and self._is_detail_open)
        spot = spot_of(self, self.look, is_alone=self._is_detail_open, is_narrow=narrow)
        is_crowded = is_alone and spot is not PaneSpot.BESIDE
        is_empty = not self.list.rows.questions
        self.pane.setVisible((not narrow and not is_empty) or is_alone)
        for part in (self.search, self.filters, self.packs):
            part.setVisible(not is_crowded)
        self._table.setVisible(not self._is_detail_open and not is_empty)
        self._empty.setVisible(not self._is_detail_open and is_empty)
        self._arrange_header(is_crowded=is_crowded)
        self.heads.setVisible(not narrow)
        self.list.set_narrow(is_narrow=narrow)
        self.add.setVisible(self.look.scale <= _ONE_PANE_SCALE)
        place_pane(self.pane, self._panes, spot, self)

    def _arrange_header(self, *, is_crowded: bool) -> None:
        """Let the title go where there is hardly room for the list; the side-bar says it too."""
        is_low = self.height() < self.look.em(_TITLE_FROM_EM)
        if is_low != self._is_low:
            self._is_low = is_low
            if is_low:
                self._line.addWidget(self.practise, 0, Qt.AlignmentFlag.AlignTop)
            else:
                self.header.add_button(self.practise)
        self.header.setVisible(not is_low and not is_crowded)
        self.practise.setVisible(not is_crowded and bool(self.list.rows.questions))
        self.packs.setVisible(not is_low and not is_crowded)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_down = event.key() == Qt.Key.Key_Down and not event.modifiers()
            if is_down and self.list.rows.questions:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                if not self.list.currentIndex().isValid():
                    self.list.go_to(0)
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A letter typed in the list goes on in the search field.
        if event.text().isprintable() and event.text() and self.list.hasFocus():
            self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.edit.insert(event.text())
            return
        super().keyPressEvent(event)

    @override
    def _restyle(self) -> None:
        look = self.look
        across, down = look.space(36), look.space(28)
        self._column.setContentsMargins(across, down, across - look.space(BAR_PX), down)
        self._column.setSpacing(look.space(12))
        self._top.setContentsMargins(0, 0, look.space(BAR_PX), 0)
        self._top.setSpacing(look.space(12))
        self._panes.setSpacing(look.space(16 - BAR_PX))
        self._arrange()
