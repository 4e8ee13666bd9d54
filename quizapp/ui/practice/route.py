"""The practice page tied to the desk, and the ways that are not rounds: leafing, line and text."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.base.clock import Clock
from quizapp.base.ids import PackId
from quizapp.base.texts import _
from quizapp.study.leaves import Leaf
from quizapp.study.offer import Offer
from quizapp.study.plan import Plan
from quizapp.study.reading import ReadingPart
from quizapp.ui.practice.leaf_page import LeafPage
from quizapp.ui.practice.line_route import LineRoute
from quizapp.ui.practice.page import PracticePage
from quizapp.ui.practice.read_page import ReadPage
from quizapp.ui.program import Services
from quizapp.ui.tasks import TaskRunner


class PracticeRoute(QObject):
    """``started`` carries a ``Plan`` to begin, ``opened`` a page that fills the window.

    ``left`` says that such a page is done with, ``changed`` that it shows something else.
    """

    started = Signal(object)
    opened = Signal(QWidget)
    left = Signal()
    changed = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, services: Services, runner: TaskRunner, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = services.desk
        self._runner = runner
        self._clock = clock
        self.page = PracticePage()
        self.leaves = LeafPage()
        self.text = ReadPage()
        self.line = LineRoute(services, runner, clock, self)
        self.page.scoped.connect(self._read)
        self.page.started.connect(lambda plan: self.started.emit(self._drawn(plan)))
        self.page.leafed.connect(self._leaf)
        self.page.lined.connect(lambda plan: self.line.begin(self._drawn(plan)))
        self.page.read.connect(self.read_text)
        self.leaves.left.connect(self.left)
        self.text.left.connect(self.left)
        self.leaves.stepped.connect(self.changed)
        self.text.stepped.connect(self.changed)
        self.line.left.connect(self.left)
        self.line.opened.connect(self.opened)
        self.line.changed.connect(self.changed)
        self.line.told.connect(self.told)
        self.line.failed.connect(self.failed)
        self.line.again_asked.connect(self.page.begin)

    def refresh(self, then: Callable[[], None]) -> None:
        """Read anew what there is in the scope that is chosen, show it, and go on."""
        self._read(self.page.scope.plan, then)

    def codes(self, frame: QWidget | None) -> tuple[str, ...] | None:
        """Return the commands that one of the pages here can do now, None for another page."""
        if frame is self.line.page:
            return self.line.codes()
        return () if frame in (self.leaves, self.text) else None

    def bar_of(self, page: QWidget) -> QWidget:
        """Return the bar at the foot of one of the pages here."""
        for one in (self.line.page, self.text):
            if page is one:
                return one.bar
        return self.leaves.bar

    def title(self, frame: QWidget | None) -> str:
        """Return what one of the pages here shows, for the window's own title."""
        shown = (page for page in (self.leaves, self.text, self.line.page) if page is frame)
        return next((page.title for page in shown), _("Øv"))

    def do(self, code: str) -> None:
        """Do a command that ``codes`` named."""
        self.line.do(code)

    def _read(self, plan: Plan, then: Callable[[], None] | None = None) -> None:
        def show(offer: Offer) -> None:
            if plan == self.page.scope.plan:
                self.page.show_offer(offer)
            if then is not None:
                then()

        self._runner.run(lambda: self._desk.offer(plan), show, self.failed.emit)

    def _leaf(self, plan: Plan) -> None:
        drawn = self._drawn(plan)

        def show(leaves: tuple[Leaf, ...]) -> None:
            if not leaves:
                self.told.emit(_("Der er ikke noget at øve her lige nu."))
                return
            self.opened.emit(self.leaves)
            self.leaves.show_leaves(leaves)

        self._runner.run(lambda: self._desk.leaves(drawn), show, self.failed.emit)

    def read_text(self, pack: PackId) -> None:
        """Show the reading text of a pack, one passage at a time."""

        def show(parts: tuple[ReadingPart, ...]) -> None:
            if not parts:
                self.told.emit(_("Der er ikke noget at læse her lige nu."))
                return
            self.opened.emit(self.text)
            self.text.show_text(parts)

        self._runner.run(lambda: self._desk.reading(pack), show, self.failed.emit)

    def _drawn(self, plan: Plan) -> Plan:
        """Return the plan with an order of its own, so that two rounds a day differ."""
        return replace(plan, seed=int(self._clock.now().timestamp()))
