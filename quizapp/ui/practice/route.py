"""The practice page tied to the desk: what there is, and the cards to leaf through."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from quizapp.base.clock import Clock
from quizapp.base.texts import _
from quizapp.study.leaves import Leaf
from quizapp.study.offer import Offer
from quizapp.study.plan import Plan
from quizapp.ui.practice.leaf_page import LeafPage
from quizapp.ui.practice.page import PracticePage
from quizapp.ui.program import Services
from quizapp.ui.tasks import TaskRunner


class PracticeRoute(QObject):
    """``started`` carries a ``Plan`` to begin, ``leafing`` says that there are cards to leaf."""

    started = Signal(object)
    leafing = Signal()
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
        self.page.scoped.connect(self._read)
        self.page.started.connect(lambda plan: self.started.emit(self._drawn(plan)))
        self.page.leafed.connect(self._leaf)

    def refresh(self, then: Callable[[], None]) -> None:
        """Read anew what there is in the scope that is chosen, show it, and go on."""
        self._read(self.page.scope.plan, then)

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
            self.leafing.emit()
            self.leaves.show_leaves(leaves)

        self._runner.run(lambda: self._desk.leaves(drawn), show, self.failed.emit)

    def _drawn(self, plan: Plan) -> Plan:
        """Return the plan with an order of its own, so that two rounds a day differ."""
        return replace(plan, seed=int(self._clock.now().timestamp()))
