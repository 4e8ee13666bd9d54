"""One open pack: what is typed reaches the document, the journal, the file and the checks."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.texts import _, ngettext, number_text
from quizapp.library.editing.document import Document
from quizapp.library.editing.findings import Looked, look_through
from quizapp.library.editing.parts import NotEditableError, cut, questions_of
from quizapp.library.editing.store import (
    ChangedOnDiskError,
    Content,
    Journal,
    OnDisk,
    keep_own,
    save,
    take_other,
)
from quizapp.ui.tasks import TaskHandle, TaskRunner

SAVE_MS = 1_200
LOOK_MS = 250
_TICK_MS = 20_000
_MINUTE = 60


class Session(QObject):
    """Keeps an open pack in step with its file.

    ``changed`` says that the document is another; ``looked`` carries what was found in it,
    ``saved`` a line on how it is saved, ``clashed`` says that the file was changed by others.
    """

    changed = Signal()
    looked = Signal(object)
    saved = Signal(str)
    clashed = Signal()
    told = Signal(str)

    def __init__(
        self,
        opened: OnDisk,
        document: Document,
        journal: Journal,
        runner: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.base = opened
        self.is_held = False
        self._journal = journal
        self._runner = runner
        self._clock = clock
        self._saved_at = clock.now()
        self._is_saving = False
        self._then: list[Callable[[], None]] = []
        self._look: TaskHandle | None = None
        self._look_took = 0
        self.looked_at: Content | None = None
        self._save_soon = self._timer(SAVE_MS, self._save)
        self._look_soon = self._timer(LOOK_MS, self._look_through)
        self._tick = self._timer(_TICK_MS, self._say_saved, again=True)
        self._tick.start()

    @property
    def folder(self) -> Path:
        """Where the pack lies."""
        return self.base.folder

    @property
    def is_done(self) -> bool:
        """Whether nothing is being saved, or is to be."""
        return not self._is_saving and not self._save_soon.isActive()

    def note_change(self) -> None:
        """Keep what was just changed, and look through it and save it soon."""
        self._journal.write(self.base, self.document.content)
        self.look_later()
        if not self.is_held:
            self._save_soon.start()
            self.saved.emit(_("Gemmes …"))
        self.changed.emit()

    def look_later(self) -> None:
        """Leave the worker to what cannot wait, and look through the pack after a pause.

        The pause is as long as the last look was: a large pack is looked through when one rests.
        """
        if self._look is not None:
            self._look.cancel()
        self._look_soon.start(max(LOOK_MS, self._look_took))

    def make_way(self) -> None:
        """Let a look that is under way wait, if it is one that takes long."""
        if self._look_took > LOOK_MS and self._look is not None:
            self.look_later()

    def look_again(self) -> None:
        """Look through the pack now."""
        self._look_soon.stop()
        self._look_through()

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Write the file in the worker, then go on; nothing is written when nothing changed."""
        self._save_soon.stop()
        if then is not None:
            self._then.append(then)
        if self._is_saving or self.is_held:
            return
        content, base = self.document.content, self.base
        if content == base.content:
            self._go_on()
            return
        self._is_saving = True
        journal = self._journal

        def work() -> OnDisk:
            now = save(base, content)
            # Here and not when it is told: the program may be gone by then.
            journal.note_saved(base, now)
            return now

        self._runner.run(work, self._on_saved, self._on_not_saved)

    def _save(self) -> None:
        self.save()

    def keep_own(self) -> None:
        """Write over the file that others changed; theirs is kept beside it."""
        content, base = self.document.content, self.base
        self._runner.run(lambda: keep_own(base, content), self._on_settled, self._on_not_saved)

    def take_other(self) -> None:
        """Go on with the file that others changed; one's own is kept beside it."""
        content, base = self.document.content, self.base

        def taken(now: OnDisk) -> None:
            self.document.replace_text(now.text, now.reading.text)
            self._on_settled(now)
            self.note_change()

        self._runner.run(lambda: take_other(base, content), taken, self._on_not_saved)

    def rescue(self) -> int:
        """Bring back what a program that died had not saved; return how many questions differ.

        Nothing is saved before ``keep_rescued`` or ``drop_rescued``.
        """
        rescued = self._journal.rescued(self.base)
        if rescued is None:
            return 0
        try:
            content = rescued.content
            mine = {one.body for one in questions_of(cut(content.text))}
            self.document.replace_text(content.text, content.reading)
        except NotEditableError:
            return 0
        theirs = {one.body for one in questions_of(cut(self.base.text))}
        self.is_held = True
        reading = replace(self.base.reading, sha=rescued.reading_sha)
        self.base = replace(self.base, sha=rescued.base_sha, reading=reading)
        self.saved.emit(_("Ikke gemt i filen"))
        return max(len(mine - theirs), len(theirs - mine), 1)

    def keep_rescued(self) -> None:
        """Go on with what was brought back."""
        self.is_held = False
        self.save()

    def drop_rescued(self, now: OnDisk) -> None:
        """Go on with the file as it is."""
        self.is_held = False
        self.base = now
        self.document.replace_text(now.text, now.reading.text)
        self._journal.clear(self.folder)
        self._say_saved()
        self.changed.emit()
        self.look_again()

    def rest(self) -> None:
        """Look and save no more by itself: the document is somebody else's from now on."""
        for timer in (self._look_soon, self._save_soon, self._tick):
            timer.stop()
        if self._look is not None:
            self._look.cancel()

    def _timer(self, pause: int, act: Callable[[], None], *, again: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(pause)
        timer.setSingleShot(not again)
        timer.timeout.connect(act)
        return timer

    def _look_through(self) -> None:
        if self._look is not None:
            self._look.cancel()
        content, folder, name = self.document.content, self.folder, self.base.reading.name

        since = QElapsedTimer()
        since.start()

        def work(handle: TaskHandle) -> Looked:
            return look_through(content, folder, name, lambda: handle.report(0, 1))

        def show(looked: Looked) -> None:
            self._look = None
            self._look_took = since.elapsed()
            self.looked_at = content
            self.looked.emit(looked)

        self._look = self._runner.run_long(work, show, _raise)

    def _on_saved(self, now: OnDisk) -> None:
        self._is_saving = False
        self.base = now
        self._saved_at = self._clock.now()
        if self.document.content == now.content:
            self._journal.clear(self.folder)
            self._say_saved()
            self._go_on()
        else:
            self._save_soon.start()

    def _on_settled(self, now: OnDisk) -> None:
        self.is_held = False
        self._on_saved(now)

    def _on_not_saved(self, error: Exception) -> None:
        self._is_saving = False
        self._then.clear()
        if isinstance(error, ChangedOnDiskError):
            self.is_held = True
            self.saved.emit(_("Ikke gemt i filen"))
            self.clashed.emit()
        elif isinstance(error, QuizappError):
            self.saved.emit(_("Ikke gemt i filen"))
            self.told.emit(str(error))
        else:
            raise error

    def _go_on(self) -> None:
        waiting, self._then = self._then, []
        for then in waiting:
            then()

    def _say_saved(self) -> None:
        if self.document.content != self.base.content or self._is_saving:
            return
        minutes = int((self._clock.now() - self._saved_at).total_seconds() // _MINUTE)
        if minutes < 1:
            self.saved.emit(_("Gemt for et øjeblik siden"))
            return
        text = ngettext("Gemt for {n} minut siden", "Gemt for {n} minutter siden", minutes)
        self.saved.emit(text.format(n=number_text(minutes)))


def _raise(error: Exception) -> None:
    raise error
