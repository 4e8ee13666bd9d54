"""The editor: the questions, the form of one, how it looks, and what is wrong with the pack."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.editor.notice import Notice
from quizapp.ui.editor.panes import Pane, PaneScroll
from quizapp.ui.editor.preview import Preview
from quizapp.ui.editor.problem_strip import MOST_LINES, ProblemStrip
from quizapp.ui.editor.question_list import QuestionList
from quizapp.ui.widgets.boxes import Ground, clear
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.frame import PageHeader
from quizapp.ui.widgets.segmented import Segmented

LIST, FORM, PREVIEW = "list", "form", "preview"
_RAIL_BELOW_EM = 80
_LIST_PX, _PREVIEW_PX = 226, 292
_THREE_FROM_EM = 68
_TWO_FROM_EM = 34
_ONE_FROM_SCALE = 1.5
_LINE_EM = 3
_LOW_EM = 34


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
        self.header = PageHeader(" ", " ", _("Skriv pakker"))
        self.undo = IconButton("undo-2", _("Fortryd"))
        self.redo = IconButton("redo-2", _("Gentag"))
        self.trial = Button(_("Prøv pakken"), icon="play")
        self.export = Button(_("Eksportér"), Dress.MAIN, icon="package")
        for button in (self.undo, self.redo, self.trial, self.export):
            self.header.add_button(button)
        self.notice = Notice()
        self.tabs = Segmented(
            _("Del af siden"),
            ((LIST, _("Spørgsmål")), (FORM, _("Skriv")), (PREVIEW, _("Vis"))),
        )
        self.list = QuestionList()
        self.form_scroll = PaneScroll()
        self.preview = Preview()
        self._form_pane, self._preview_pane = Pane(), Pane()
        self._form_pane.body.addWidget(self.form_scroll)
        self._preview_pane.body.addWidget(self.preview)
        self.problems = ProblemStrip()
        self._tab = FORM
        self._panes = QHBoxLayout()
        self._panes.addWidget(self.list, 0)
        self._panes.addWidget(self._form_pane, 1)
        self._panes.addWidget(self._preview_pane, 0)
        self._column = QVBoxLayout(self)
        for part in (self.header, self.notice, self.tabs):
            self._column.addWidget(part)
        self._column.addLayout(self._panes, 1)
        self._column.addWidget(self.problems)
        self._connect()
        self._restyle()

    @property
    def form(self) -> QWidget | None:
        """What stands in the middle: the form of a question, of several, or of the pack."""
        item = self.form_scroll.column.itemAt(0)
        return item.widget() if item is not None else None

    def show_form(self, form: QWidget) -> None:
        """Put another form in the middle, from its top."""
        if form is not self.form:
            clear(self.form_scroll.column)
            self.form_scroll.column.addWidget(form)
            # By itself it would be shown by an event, and take no focus before that.
            form.show()
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
        self.preview.focus()

    @property
    def panes_shown(self) -> tuple[str, ...]:
        """The panes that there is room for now."""
        em = self.look.em(1)
        wide = self.width() / max(em, 1)
        if wide >= _THREE_FROM_EM and self.look.scale <= _ONE_FROM_SCALE:
            return (LIST, FORM, PREVIEW)
        if wide >= _TWO_FROM_EM:
            return (LIST, PREVIEW if self._tab == PREVIEW else FORM)
        return (self._tab,)

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
        ):
            pane.setVisible(code in shown)
        count = len(shown)
        self.tabs.setVisible(count < len((LIST, FORM, PREVIEW)))
        self.tabs.segments[LIST].setVisible(count == 1)
        tab = self._tab if self._tab in shown else FORM
        self.tabs.set_value(tab)
        self.list.setMaximumWidth(self.look.space(_LIST_PX) if count > 1 else _ENDLESS)
        self.list.setMinimumWidth(self.look.space(_LIST_PX) if count > 1 else 0)
        wide = count == len((LIST, FORM, PREVIEW))
        self._preview_pane.setMaximumWidth(self.look.space(_PREVIEW_PX) if wide else _ENDLESS)
        self._preview_pane.setMinimumWidth(self.look.space(_PREVIEW_PX) if wide else 0)
        spare = self.height() / max(self.look.em(1), 1) - _LOW_EM
        self.problems.set_most(min(MOST_LINES, 1 + max(int(spare / _LINE_EM), 0)))

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


def _has_picture(brought: QMimeData) -> bool:
    return brought.hasImage() or brought.hasUrls()
