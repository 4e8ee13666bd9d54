"""Reads texts aloud, one at a time, and stops when asked."""

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QProcess, Signal

from quizapp.base.texts import _
from quizapp.notation.spoken import spoken
from quizapp.ui.aloud.voices import Computer, Voice, find_voice
from quizapp.ui.tasks import TaskRunner

_END_MS = 500
_LONG = 40  # letters, that take some seconds to say
_TOO_SOON_MS = 250


class Reader(QObject):
    """The one who reads: ``changed`` says that she began or stopped, ``told`` why she cannot.

    ``look`` finds a voice; it is slow and is called in the worker, once.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(
        self,
        runner: TaskRunner,
        look: Callable[[], Voice | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._look = look or (lambda: find_voice(sys.platform, Computer()))
        self._voice: Voice | None = None
        self._process: QProcess | None = None
        self._waiting = ""
        self._is_long = False
        self._began = QElapsedTimer()
        # Not a child: what goes with its parent while it runs still tells, of what is gone.
        self._running: list[QProcess] = []
        self.destroyed.connect(partial(_end, self._running))
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_reading(self) -> bool:
        """Whether something is being read."""
        return self._process is not None or bool(self._waiting)

    def read(self, text: str) -> None:
        """Read a text from its beginning; what was being read is broken off."""
        self.stop()
        if not text.strip():
            return
        if self._voice is not None:
            self._speak(self._voice, text)
            return
        self._waiting = text
        self._runner.run(self._look, self._on_found, self._on_not_found)
        self.changed.emit()

    def toggle(self, text: str) -> None:
        """Read a text, or stop when something is being read."""
        if self.is_reading:
            self.stop()
        else:
            self.read(text)

    def stop(self) -> None:
        """Be silent."""
        was_reading = self.is_reading
        self._waiting = ""
        process, self._process = self._process, None
        if process is not None:
            _end(self._running)
            if self._voice is not None and self._voice.silence:
                QProcess.startDetached(self._voice.silence[0], list(self._voice.silence[1:]))
        if was_reading:
            self.changed.emit()

    def _on_found(self, voice: Voice | None) -> None:
        text, self._waiting = self._waiting, ""
        self._voice = voice
        if voice is None:
            self.changed.emit()
            self.told.emit(no_voice_text(sys.platform))
        elif text:
            self._speak(voice, text)

    def _on_not_found(self, error: Exception) -> None:
        self._waiting = ""
        raise error

    def _speak(self, voice: Voice, text: str) -> None:
        process = QProcess()
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(lambda code, _how: self._on_finished(process, code))
        process.errorOccurred.connect(lambda error: self._on_error(process, error))
        self._process = process
        self._running.append(process)
        said = spoken(text)
        self._is_long = len(said) >= _LONG
        self._began.start()
        arguments = [*voice.command[1:], *([said] if voice.takes_argument else [])]
        process.start(voice.command[0], arguments)
        if not voice.takes_argument:
            process.write(said.encode("utf-8"))
            process.closeWriteChannel()
        self.changed.emit()

    def _on_error(self, process: QProcess, error: QProcess.ProcessError) -> None:
        # After any other error it still runs, or is told to have finished.
        if error == QProcess.ProcessError.FailedToStart:
            self._on_finished(process, 1)

    def _on_finished(self, process: QProcess, code: int) -> None:
        if process is not self._process:
            return
        self._process = None
        self._running.clear()
        process.deleteLater()
        self.changed.emit()
        # espeak says that all is well where there is no sound card, but is done in no time.
        is_too_soon = self._is_long and self._began.elapsed() < _TOO_SOON_MS
        if code or is_too_soon:
            self.told.emit(_("Der kom ingen lyd. Er der en højttaler, og er den tændt?"))


def _end(running: list[QProcess], _gone: object = None) -> None:
    """End what runs, without a word to anybody."""
    for process in running:
        process.blockSignals(True)  # noqa: FBT003 - Qt's own
        process.kill()
        process.waitForFinished(_END_MS)
        process.deleteLater()
    running.clear()


def no_voice_text(system: str) -> str:
    """Return what to install so that the computer has a Danish voice."""
    missing = _("Computeren har ingen dansk stemme.")
    match system:
        case "darwin":
            how = _(
                "Åbn Systemindstillinger, Tilgængelighed, Oplæst indhold, Systemstemme,"
                " og hent en dansk stemme."
            )
        case "win32":
            how = _("Åbn Indstillinger, Tid og sprog, Tale, Tilføj stemmer, og vælg dansk.")
        case _:
            how = _("Installér pakken »espeak-ng«, fx med »sudo apt install espeak-ng«.")
    return f"{missing} {how}"
