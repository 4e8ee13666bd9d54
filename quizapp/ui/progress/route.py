"""The progress page tied to the figures of the bank."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from quizapp.stats.values import Progress, StatRules
from quizapp.ui.program import Services
from quizapp.ui.progress.page import ProgressPage
from quizapp.ui.shell import Shell
from quizapp.ui.tasks import TaskRunner


class ProgressRoute(QObject):
    """Reads the figures in the worker; ``told`` carries a sentence."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        runner: TaskRunner,
        shell: Shell,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self.page = ProgressPage()
        self.page.told.connect(self.told)
        self.page.warned.connect(shell.warn)
        self.page.onwards.connect(shell.chosen)

    def refresh(self, then: Callable[[], None]) -> None:
        """Read the figures again, show them, and go on."""

        def show(progress: Progress) -> None:
            self.page.show_progress(progress)
            then()

        self._runner.run(self._read, show, self.failed.emit)

    def _read(self) -> Progress:
        desk = self._services.desk
        preferences = desk.preferences()
        return self._services.ledger.progress(
            StatRules(
                study_day=desk.study_day(),
                new_per_day=preferences.new_per_day,
                minutes_per_day=preferences.minutes_per_day,
                desired_retention=preferences.desired_retention,
                own_retention=desk.own_retention(),
            )
        )
