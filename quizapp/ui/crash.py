"""What happens when the program has a mistake: a report file, and a word at the next start."""

import platform
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from quizapp.base.clock import Clock
from quizapp.base.texts import _, ngettext

_RUNNING = "running"


def kept_sentence(done: int) -> str:
    """Return what the window says after it ended badly, with so many answers given that day."""
    if not done:
        return _("Programmet lukkede uventet. Alle dine svar er gemt.")
    text = ngettext(
        "Programmet lukkede uventet. {n} svar fra i dag er gemt.",
        "Programmet lukkede uventet. {n} svar fra i dag er gemt.",
        done,
    )
    return text.format(n=done)


class CrashHook(QObject):
    """Catches what nobody else did; ``crashed`` carries the report as text.

    A report has no answers and no names in it: only where in the program it went wrong. The
    learner's answers are safe all along, since each is committed before its verdict is shown.
    ``name`` tells runs for different learners apart, which may be open side by side.
    """

    crashed = Signal(str)

    def __init__(
        self, folder: Path, clock: Clock, parent: QObject | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._marker = folder / (f"{_RUNNING}-{name}" if name else _RUNNING)
        self._clock = clock

    def install(self) -> None:
        """Stand ready for errors in any thread."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def begin(self) -> bool:
        """Note that the program runs; tell whether the last run ended without saying so."""
        ended_badly = self._marker.exists()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._marker.touch()
        except OSError:
            return False
        return ended_badly

    def end(self) -> None:
        """Note that the program ended as it should."""
        # In a folder that may not be written to there is no mark to take away.
        with suppress(OSError):
            self._marker.unlink(missing_ok=True)

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the report of an error and tell the window."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = self._text(kind, trace)
        stamp = self._clock.now().strftime("%Y%m%d-%H%M%S")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"{stamp}.txt").write_text(text, encoding="utf-8")
        except OSError:
            # A full disk must not hide the first error behind a second.
            sys.stderr.write(text)
        self.crashed.emit(text)

    def _report_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            self.report(raised.exc_type, raised.exc_value, raised.exc_traceback)

    def _text(self, kind: type[BaseException], trace: TracebackType | None) -> str:
        # Seldom needed, and slow to load on the way to the first paint.
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            ours = version("quizapp")
        except PackageNotFoundError:
            ours = "checkout"
        lines = [
            f"Quizapp {ours}, Python {platform.python_version()}, Qt {qVersion()}",
            f"{platform.system()} {platform.release()}",
            f"{self._clock.now().isoformat(timespec='seconds')}",
            "",
        ]
        # The message of an error may quote an answer; the places in the program never do.
        lines += [
            f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(trace)
        ]
        return "\n".join([*lines, kind.__name__, ""])
