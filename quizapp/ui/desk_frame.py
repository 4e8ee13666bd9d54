"""The desk: the side-bar, or a rail when room is short, and one page."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.theme.apply import innermost_first
from quizapp.ui.theme.dress import dress, let_bear
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.side_bar import Place, SideBar

_PAGE_LEAST_EM = 44
_BAR_UP_TO_SCALE = 1.5


class DeskFrame(Part):
    """Side-bar and pages; ``chosen`` carries the code of a place that was pressed.

    A page that wants more room before the bar keeps its words says so in the property ``least_em``.
    """

    chosen = Signal(str)

    def __init__(
        self, pages: Sequence[Place], below: Sequence[Place], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.side = SideBar("Quizapp", pages, below)
        self.side.setAccessibleName(_("Sider"))
        self.stack = QStackedWidget()
        self._passing: set[QWidget] = set()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side)
        line.addWidget(self.stack, 1)
        self.side.chosen.connect(self.chosen)

    def show_page(self, page: QWidget, code: str) -> None:
        """Put a page beside the bar, and mark its place there."""
        dress(self.side)
        # Dressed where it is to be: dressed first, its parts would be told twice.
        self.take_in(page)
        dress(page)
        before = self.stack.currentWidget()
        self.stack.setCurrentWidget(page)
        self._arrange()
        self.side.show_current(code)
        if before is not page and before in self._passing:
            self._passing.discard(before)
            self.stack.removeWidget(before)
            before.deleteLater()

    def take_in(self, page: QWidget) -> None:
        """Have a page at hand without showing it."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
            let_bear(page)

    def prepare(self, page: QWidget) -> Iterator[None]:
        """Make a page ready to be shown quickly, in steps."""
        self.take_in(page)
        yield
        dress(page)
        yield
        page.resize(self.stack.size())
        for part in innermost_first([page, *page.findChildren(QWidget)]):
            layout = part.layout()
            if layout is not None:
                layout.activate()

    def show_passing(self, page: QWidget, code: str) -> None:
        """Put a page there that goes for good when the next one comes."""
        self.show_page(page, code)
        self._passing.add(page)

    def _arrange(self) -> None:
        page = self.stack.currentWidget()
        wish = page.property("least_em") if page is not None else None
        least = wish if isinstance(wish, int) else _PAGE_LEAST_EM
        too_narrow = self.width() - self.side.wide_px() < self.look.em(least)
        self.side.set_rail(is_rail=too_narrow or self.look.scale > _BAR_UP_TO_SCALE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._arrange()
