"""What is painted first and stays: the side-bar, a page's place beside it, and the toast."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.actions import BY_CODE
from quizapp.ui.calendar_words import full_day
from quizapp.ui.desk_frame import DeskFrame
from quizapp.ui.theme.dress import dress, let_bear
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.side_bar import Place
from quizapp.ui.widgets.toast import Toast

HOME, PRACTICE, PROGRESS, LIBRARY = "go.home", "go.study", "go.progress", "go.library"
EXAM = "go.exam"
SETTINGS, FIND, AUTHORING = "app.settings", "edit.find", "go.authoring"
LEARNERS = "learner.switch"


class Shell(QWidget):
    """The two frames, one shown at a time; ``titled`` carries what the page is called.

    ``chosen`` carries the code of a place that was pressed in the side-bar, ``changed`` says that
    another page is shown, ``undone`` that the toast's »Fortryd« was pressed.
    """

    titled = Signal(str)
    chosen = Signal(str)
    changed = Signal()
    undone = Signal()

    def __init__(self, today: date, learner: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not itself the stack: of that a screen reader sees the current page, nothing over it.
        self._frames = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._frames)
        self.desk = DeskFrame(side_pages(), side_below(learner))
        self._frames.addWidget(self.desk)
        waiting = PageScroll()
        waiting.column.addWidget(PageHeader(_("I dag"), full_day(today)))
        self.desk.show_passing(waiting, HOME)
        self._bar: QWidget | None = None
        self._place = HOME
        self._title = _("I dag")
        self._toast = Toast(self)
        self._toast.undone.connect(self.undone)
        self.desk.chosen.connect(self.chosen)
        # It holds the focus until there is a page; a press beside the cards must not bring it here,
        # for Enter and letters are meant for what had it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Quizapp")

    @property
    def page(self) -> QWidget:
        """The page beside the side-bar, shown or behind a sitting."""
        page = self.desk.stack.currentWidget()
        assert page is not None, "the desk is never without a page"
        return page

    @property
    def place(self) -> str:
        """The code of the place in the side-bar that the desk's page belongs to."""
        return self._place

    @property
    def title(self) -> str:
        """What the desk's page is called."""
        return self._title

    @property
    def frame(self) -> QWidget | None:
        """What fills the window now: the desk, or a page that has no side-bar."""
        return self._frames.currentWidget()

    @property
    def is_at_desk(self) -> bool:
        """Whether the desk is shown, not a sitting."""
        return self._frames.currentWidget() is self.desk

    def show_page(self, page: QWidget, code: str, title: str, *, is_passing: bool = False) -> None:
        """Show a page of the desk; a passing one goes for good when the next one comes."""
        show = self.desk.show_passing if is_passing else self.desk.show_page
        show(page, code)
        self._place = code
        self._title = title
        self._frames.setCurrentWidget(self.desk)
        self._lift_toast()
        self.changed.emit()
        self.titled.emit(title)
        announce(page, _("Side: {page}").format(page=title))

    def take_in(self, page: QWidget) -> None:
        """Have a page that has no side-bar at hand without showing it."""
        if self._frames.indexOf(page) < 0:
            self._frames.addWidget(page)
            let_bear(page)

    def show_sitting(self, page: QWidget, bar: QWidget) -> None:
        """Show a page that has no side-bar, but a bar at its foot."""
        bar.installEventFilter(self)
        self._bar = bar
        self.take_in(page)
        dress(page)
        if self.is_at_desk and not self._toast.undo.isHidden():
            # In there Ctrl+Z takes an answer back, not what this toast offers.
            self._toast.hide()
        self._frames.setCurrentWidget(page)
        self._lift_toast()
        self.changed.emit()

    def tell(self, text: str, *, can_undo: bool = False) -> None:
        """Say something in a toast, above the bar at the foot of a sitting.

        An empty text takes away what was said last.
        """
        if not text:
            self._toast.hide()
            return
        self._lift_toast()
        self._toast.say(text, can_undo=can_undo)

    def warn(self, text: str) -> None:
        """Say in a toast what did not go as it should."""
        self._lift_toast()
        self._toast.say(text, can_undo=False, went_well=False)

    def _lift_toast(self) -> None:
        self._toast.set_lift(0 if self._bar is None or self.is_at_desk else self._bar.height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A bar has its height only once it is laid out, and another one when its buttons change.
        if watched is self._bar and event.type() == QEvent.Type.Resize:
            self._lift_toast()
        return super().eventFilter(watched, event)


def side_pages() -> tuple[Place, ...]:
    """Return the pages of the side-bar, in order; a page that does not exist is not shown."""
    return _places(HOME, PRACTICE, EXAM, PROGRESS, LIBRARY, AUTHORING)


def side_below(learner: str = "") -> tuple[Place, ...]:
    """Return what stands at the foot of the side-bar; the learner by what she is called."""
    places = _places(FIND, SETTINGS)
    if not learner:
        return places
    return (*places, Place(code=LEARNERS, text=learner, icon="user", initial=learner))


def _places(*codes: str) -> tuple[Place, ...]:
    shown = {FIND: "Ctrl+K"}
    words = {SETTINGS: _("Indstillinger"), FIND: _("Find")}
    return tuple(
        Place(
            code=code,
            text=words.get(code, _(BY_CODE[code].text)),
            icon=BY_CODE[code].icon,
            key=shown.get(code, ""),
        )
        for code in codes
    )
