"""The editor: the questions, the form of one, how it looks, and what is wrong with the pack."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.editor.header import EditorHeader
from quizapp.ui.editor.notice import Notice
from quizapp.ui.editor.panes import Pane, PaneScroll
from quizapp.ui.editor.preview import Preview
from quizapp.ui.editor.problem_strip import MOST_LINES, ProblemStrip
from quizapp.ui.editor.question_list import QuestionList
from quizapp.ui.widgets.boxes import Ground
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.segmented import Segmented

LIST, FORM, PREVIEW, PROBLEMS = "list", "form", "preview", "problems"
_RAIL_BELOW_EM = 80
_LIST_PX, _PREVIEW_PX = 226, 292
_THREE_FROM_EM = 68
_TWO_FROM_EM = 34
_ONE_FROM_SCALE = 1.5
_LINE_EM = 5
_SPARE_EM = 46
_LOW_EM = 36


class EditorPage(Ground):
    """Three panes and the problems below; with less room the panes become tabs.

    ``back_pressed``, ``undo_pressed`` … say what was pressed; ``hidden`` that another page came,
    ``dropped`` carries what was dropped on the form.
    """

    back_pressed = Signal()
    undo_pressed = Signal()
    redo_pressed = Signal()
    try_pressed = Signal()
    export_pressed = Signal()
    hidden = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAcceptDrops(True)
        # The side-bar becomes a rail below this width: the panes need the room.
        self.setProperty("least_em", _RAIL_BELOW_EM)
        self.header = EditorHeader(_("Skriv pakker"))
        self.undo = IconButton("undo-2", _("Fortryd"))
        self.redo = IconButton("redo-2", _("Gentag"))
        self.trial = Button(_("Prøv pakken"), icon="play")
        self.export = Button(_("Eksportér"), Dress.MAIN, icon="package")
        for button in (self.undo, self.redo, self.trial, self.export):
            self.header.add_button(button)
        self.notice = Notice()
        self.tabs = Segmented(
            _("Del af siden"),
            (
                (LIST, _("Spørgsmålene")),
                (FORM, _("Skriv")),
                (PREVIEW, _("Vis")),
                (PROBLEMS, _("Fejl")),
            ),
        )
        self.list = QuestionList()
        self.form_scroll = PaneScroll()
        self.preview = Preview()
        self._form_pane, self._preview_pane = Pane(), Pane()
        self._form_pane.body.addWidget(self.form_scroll)
        self._preview_pane.body.addWidget(self.preview)
        self.problems = ProblemStrip()
        self._tab = FORM
        self._form: QWidget | None = None
        self._low = PaneScroll(0, "bg")
        self._panes = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()
        self._restyle()

    def _lay_out(self) -> None:
        self._panes.addWidget(self.list, 0)
        self._panes.addWidget(self._form_pane, 1)
        self._panes.addWidget(self._preview_pane, 0)
        for part in (self.header, self.notice, self.tabs):
            self._column.addWidget(part)
        self._column.addLayout(self._panes, 1)
        self._column.addWidget(self.problems)
        self._column.addWidget(self._low, 1)

    @property
    def form(self) -> QWidget | None:
        """What stands in the middle: the form of a question, of several, or of the pack."""
        return self._form

    def show_form(self, form: QWidget) -> None:
        """Put another form in the middle; the one before is kept, for making one takes a while."""
        if form is self._form:
            return
        if self._form is not None:
            self._form.hide()
        if self.form_scroll.column.indexOf(form) < 0:
            self.form_scroll.column.addWidget(form)
        # By itself a new one would be shown by an event, and take no focus before that.
        form.show()
        self._form = form

    def show_top(self) -> None:
        """Scroll the form to its beginning."""
        self.form_scroll.verticalScrollBar().setValue(0)

    def show_tab(self, tab: str) -> None:
        """Show a pane where there is no room for all."""
        self._tab = tab
        self._arrange()

    def show_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Show whether there is anything to take back, or to do again."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def focus_list(self) -> None:
        """Put the focus on the questions."""
        self.show_tab(LIST)
        self.list.focus()

    def focus_preview(self) -> None:
        """Put the focus where an answer is tried."""
        self.show_tab(PREVIEW)
        if not self.preview.focus():
            self._focus_tab(PREVIEW)

    def focus_problems(self) -> None:
        """Put the focus on the first problem."""
        self.show_tab(PROBLEMS)
        if not self.problems.focus():
            self._focus_tab(PROBLEMS)

    def _focus_tab(self, tab: str) -> None:
        """Put the focus on a tab whose pane has nothing to do in it: the form may be hidden."""
        if self.tabs.segments[tab].isVisible():
            self.tabs.segments[tab].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_low(self) -> bool:
        """Whether there is only room for one part of the page at a time."""
        return self.height() < self.look.em(_LOW_EM)

    @property
    def panes_shown(self) -> tuple[str, ...]:
        """The parts that there is room for now."""
        if self.is_low:
            return (self._tab,)
        is_wide = self.width() >= self.look.em(_THREE_FROM_EM)
        if is_wide and self.look.scale <= _ONE_FROM_SCALE:
            return (LIST, FORM, PREVIEW, PROBLEMS)
        shown = PREVIEW if self._tab == PREVIEW else FORM
        if self.width() >= self.look.em(_TWO_FROM_EM):
            return (LIST, shown, PROBLEMS)
        return (LIST if self._tab == LIST else shown, PROBLEMS)

    def _connect(self) -> None:
        self.header.back_pressed.connect(self.back_pressed)
        self.undo.clicked.connect(self.undo_pressed)
        self.redo.clicked.connect(self.redo_pressed)
        self.trial.clicked.connect(self.try_pressed)
        self.export.clicked.connect(self.export_pressed)
        self.tabs.chosen.connect(self.show_tab)

    def _arrange(self) -> None:
        shown = self.panes_shown
        for code, pane in (
            (LIST, self.list),
            (FORM, self._form_pane),
            (PREVIEW, self._preview_pane),
            (PROBLEMS, self.problems),
        ):
            pane.setVisible(code in shown)
        self.header.set_low(is_low=self.is_low)
        self._arrange_tabs(shown)
        is_list_alone = LIST in shown and FORM not in shown and PREVIEW not in shown
        _set_width(self.list, 0 if is_list_alone else self.look.space(_LIST_PX))
        is_beside = FORM in shown and PREVIEW in shown
        _set_width(self._preview_pane, self.look.space(_PREVIEW_PX) if is_beside else 0)
        self._place_problems(is_alone=shown == (PROBLEMS,))
        spare = self.height() / self.look.em(1) - (_LINE_EM if self.is_low else _SPARE_EM)
        self.problems.set_most(min(MOST_LINES, 1 + max(int(spare / _LINE_EM), 0)))

    def _place_problems(self, *, is_alone: bool) -> None:
        """Put the problems below the panes, or alone where they may be scrolled."""
        self._column.setStretchFactor(self._panes, 0 if is_alone else 1)
        self._low.setVisible(is_alone)
        if is_alone != self._low.isAncestorOf(self.problems):
            if is_alone:
                self._low.column.addWidget(self.problems)
            else:
                self._column.insertWidget(self._column.count() - 1, self.problems)

    def _arrange_tabs(self, shown: Sequence[str]) -> None:
        """Show a tab for each part that has to take turns."""
        turns = [FORM, PREVIEW] if len(shown) < len((LIST, FORM, PREVIEW, PROBLEMS)) else []
        turns += [LIST] if LIST not in shown or (FORM not in shown and PREVIEW not in shown) else []
        turns += [PROBLEMS] if self.is_low else []
        for code, segment in self.tabs.segments.items():
            segment.setVisible(code in turns)
        self.tabs.setVisible(bool(turns))
        self.tabs.set_value(self._tab if self._tab in shown else FORM)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hidden.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _has_picture(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(event.mimeData())

    @override
    def _restyle(self) -> None:
        side = self.look.space(27)
        self._column.setContentsMargins(side, self.look.space(16), side, self.look.space(18))
        self._column.setSpacing(self.look.space(10))
        self._panes.setSpacing(self.look.space(14))
        self._arrange()


_ENDLESS = 16_777_215


def _set_width(pane: QWidget, pixels: int) -> None:
    """Keep a pane to a width; 0 lets it be as wide as there is room for."""
    pane.setMinimumWidth(pixels)
    pane.setMaximumWidth(pixels or _ENDLESS)


def _has_picture(brought: QMimeData) -> bool:
    return brought.hasImage() or brought.hasUrls()
