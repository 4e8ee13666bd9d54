"""The page of learners tied to the folders on this computer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.paths import DataPaths
from quizapp.base.texts import _
from quizapp.ui.learners.page import LearnersPage, Profile
from quizapp.ui.tasks import TaskRunner
from quizapp.upkeep import learners
from quizapp.upkeep.learners import Learner, LearnerGoneError, LearnerNameError


class LearnersRoute(QObject):
    """Adds, renames and removes; ``chosen`` carries the folder of who shall study now.

    ``named`` carries what she who studies now is called from now on.
    """

    chosen = Signal(str)
    told = Signal(str, object)
    changed = Signal()
    failed = Signal(object)
    named = Signal(str)

    def __init__(
        self,
        paths: DataPaths,
        current: str,
        runner: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._current = current
        self._runner = runner
        self._clock = clock
        self.page = LearnersPage()
        self.page.chosen.connect(self._choose)
        self.page.added.connect(self._add)
        self.page.renamed.connect(self._rename)
        self.page.removed.connect(self._remove)
        self.page.asking_changed.connect(self._set_asking)

    def refresh(self, then: Callable[[], None] | None = None) -> None:
        """Read who there is, show them, and go on."""

        def show(read: tuple[list[Profile], bool]) -> None:
            profiles, asks = read
            self.page.show_profiles(profiles, asks=asks)
            if then is not None:
                then()

        self._runner.run(self._read, show, self.failed.emit)

    def call_current(self, name: str) -> None:
        """Call the learner who studies now by the name she gives."""
        self._rename(self._current, name)

    def _read(self) -> tuple[list[Profile], bool]:
        profiles = [
            Profile(
                folder=learner.name,
                name=learner.shown,
                answers=learners.count_answers_of(learner),
                is_current=learner.name == self._current,
            )
            for learner in learners.list_learners(self._paths)
        ]
        return profiles, learners.wishes_to_be_asked(self._paths)

    def _choose(self, folder: str) -> None:
        def work() -> None:
            learners.choose_learner(self._paths, learners.learner_in(self._paths, folder))

        self._runner.run(work, lambda _done: self.chosen.emit(folder), self._on_failed)

    def _add(self, name: str) -> None:
        def work() -> Learner:
            return learners.create_learner(self._paths, name)

        def done(learner: Learner) -> None:
            self.page.show_added()
            self._tell(_("Profilen »{name}« er klar.").format(name=learner.shown))

        self._runner.run(work, done, self._on_name_refused)

    def _rename(self, folder: str, name: str) -> None:
        def work() -> Learner:
            return learners.rename_learner(
                self._paths, learners.learner_in(self._paths, folder), name
            )

        def done(learner: Learner) -> None:
            if folder == self._current:
                self.named.emit(learner.shown)
            self._tell(_("Profilen hedder nu »{name}«.").format(name=learner.shown))

        self._runner.run(work, done, lambda error: self._on_name_refused(error, folder))

    def _remove(self, folder: str) -> None:
        now = self._clock.now()

        def work() -> tuple[Learner, Path]:
            learner = learners.learner_in(self._paths, folder)
            if _is_open(learner):
                raise QuizappError("busy")
            aside = learners.remove_learner(self._paths, learner, f"{now:%Y-%m-%d %H.%M.%S}")
            return learner, aside

        def done(removed: tuple[Learner, Path]) -> None:
            learner, aside = removed
            text = _("»{name}« er fjernet. Svarene ligger i mappen »removed«.")
            self._tell(text.format(name=learner.shown), lambda: self._bring_back(learner, aside))

        def failed(error: Exception) -> None:
            if isinstance(error, LearnerGoneError):
                # Pressed twice: what was wanted is done, and its »Fortryd« is to stay.
                self.refresh()
            else:
                self.failed.emit(error)

        self._runner.run(work, done, failed)

    def _bring_back(self, learner: Learner, aside: Path) -> None:
        def done(_nothing: object) -> None:
            self._tell(_("»{name}« er her igen.").format(name=learner.shown))

        self._runner.run(
            lambda: learners.bring_back(learner, self._paths, aside), done, self.failed.emit
        )

    def _set_asking(self, asks: bool) -> None:  # noqa: FBT001 - a slot of a switch
        def work() -> None:
            learners.set_asks_at_start(self._paths, asks=asks)

        self._runner.run(work, lambda _done: None, self.failed.emit)

    def _tell(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self.refresh()
        self.changed.emit()
        self.told.emit(text, undo)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, LearnerGoneError):
            self.refresh()
        self.failed.emit(error)

    def _on_name_refused(self, error: Exception, folder: str = "") -> None:
        if isinstance(error, LearnerNameError) and self.page.isVisible():
            self.page.show_trouble(str(error), folder)
        elif isinstance(error, QuizappError):
            self._on_failed(error)
        else:
            raise error


def _is_open(learner: Learner) -> bool:
    """Tell whether a window has this learner's bank."""
    lock = QLockFile(str(learner.paths.folder / "window.lock"))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        lock.unlock()
        return False
    return lock.error() == QLockFile.LockError.LockFailedError
