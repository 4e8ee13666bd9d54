"""The editor's place in the window: its pages, its commands, and who may take back what."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.base.clock import Clock
from quizapp.base.paths import DataPaths
from quizapp.ui.actions import Actions
from quizapp.ui.editor.new_page import NewPage
from quizapp.ui.editor.page import EditorPage
from quizapp.ui.editor.route import COMMANDS, EditorRoute
from quizapp.ui.shell import AUTHORING, Shell
from quizapp.ui.tasks import TaskRunner

_NOT_HERE = frozenset({"round.start", "edit.undo", "edit.redo"})


class EditorRoom(QObject):
    """Shows the editor's pages in the window, and carries out its commands.

    ``told`` carries a sentence and what takes it back, or None; ``try_asked`` and ``print_asked``
    a pack's folder.
    """

    told = Signal(str, object)
    failed = Signal(object)
    try_asked = Signal(object)
    print_asked = Signal(object)
    changed = Signal()

    def __init__(
        self,
        shell: Shell,
        actions: Actions,
        paths: DataPaths,
        runner: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self.route = EditorRoute(paths, runner, clock, self)
        self.route.made.connect(shell.desk.take_in)
        self.route.opened.connect(self._show)
        self.route.told.connect(self.told)
        self.route.warned.connect(shell.warn)
        self.route.failed.connect(self.failed)
        self.route.try_asked.connect(self.try_asked)
        self.route.print_asked.connect(self.print_asked)
        self.route.changed.connect(self.changed)
        for code in COMMANDS:
            actions[code].triggered.connect(lambda _on=False, code=code: self.route.do(code))
        for code, act in (
            (AUTHORING, self.route.show),
            ("author.try", self.route.try_pack),
            ("author.export", self.route.export),
            ("edit.redo", self.route.redo),
        ):
            actions[code].triggered.connect(lambda _on=False, act=act: act())

    @property
    def is_writing(self) -> bool:
        """Whether an open pack is what the window shows."""
        return self._shell.is_at_desk and isinstance(self._shell.page, EditorPage)

    def take_over(self, former: "EditorRoom") -> None:
        """Go on with the pack that was open in another room."""
        self.route.take_over(former.route)

    def codes(self, others: set[str]) -> set[str]:
        """Return the commands that can be carried out at the desk, of the others and its own."""
        if not self.is_writing:
            return {*others, AUTHORING}
        return {*others, AUTHORING, *self.route.codes()} - (_NOT_HERE - self.route.codes())

    def undo(self) -> bool:
        """Take back what was last written; tell whether that was what the window shows."""
        if self.is_writing:
            self.route.undo()
        return self.is_writing

    def go_back(self) -> bool:
        """Go back to the packs; tell whether a page of the editor was shown."""
        is_inside = self.is_writing or isinstance(self._shell.page, NewPage)
        if is_inside:
            self.route.show_list()
        return is_inside

    def _show(self, page: QWidget, title: str) -> None:
        self._shell.show_page(page, AUTHORING, title, is_passing=isinstance(page, NewPage))
