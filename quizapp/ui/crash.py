"""What happens when the program has a mistake: a report file, and a word at the next start."""

import faulthandler
import platform
import re
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from PySide6.QtCore import QObject, Signal, qVersion

from quizapp.base.clock import Clock
from quizapp.base.texts import _, ngettext

_RUNNING = "running"
_TOLD = "told"
_TRACE = "trace"
_FRAME: Final = re.compile(r'  File "(.*)", line (\d+) in (.*)')


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerRun:
    """How the run before this one went; ``report`` is the newest that it left."""

    ended_badly: bool = False
    report: Path | None = None

    @property
    def is_news(self) -> bool:
        """Whether there is anything to say of it."""
        return self.ended_badly or self.report is not None


NOTHING_SPECIAL: Final = FormerRun()


def kept_sentence(former: FormerRun, done: int) -> str:
    """Return what the window says after trouble, with so many answers given that day."""
    said = _closed_sentence(done)
    if not former.ended_badly:
        said = _("Sidst gik noget galt i programmet. Alle dine svar er gemt.")
    if former.report is None:
        return said
    where = _("En rapport uden dine svar ligger i {folder}.").format(folder=former.report.parent)
    return f"{said} {where}"


def _closed_sentence(done: int) -> str:
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
        self._marker, self._told, self._trace = (
            folder / (f"{kind}-{name}" if name else kind) for kind in (_RUNNING, _TOLD, _TRACE)
        )
        self._clock = clock
        self._traced: TextIO | None = None

    def install(self) -> None:
        """Stand ready for errors in any thread."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def begin(self) -> FormerRun:
        """Note that the program runs; tell how the last run went."""
        ended_badly = self._marker.exists()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._keep_trace()
            report = self._new_report()
            self._marker.touch()
        except OSError:
            return FormerRun()
        return FormerRun(ended_badly=ended_badly, report=report)

    def trace_faults(self) -> None:
        """Have the places in the program written down should it break off below Python."""
        with suppress(OSError):
            self._traced = self._trace.open("w", encoding="utf-8")
            faulthandler.enable(self._traced)

    def _keep_trace(self) -> None:
        """Make a report of where the last run broke off; its folders may hold a person's name."""
        if not self._trace.exists():
            return
        written = self._trace.read_text(encoding="utf-8", errors="replace").splitlines()
        frames = (_FRAME.fullmatch(line) for line in written)
        lines = [f"{Path(hit[1]).name}:{hit[2]} {hit[3]}" for hit in frames if hit is not None]
        if written:
            self._write("\n".join([*self._heading(), *reversed(lines), written[0], ""]))
        self._trace.unlink()

    def _new_report(self) -> Path | None:
        """Return the newest report that nothing has been said of, and note that it will be."""
        written = self._told.read_text(encoding="utf-8") if self._told.exists() else ""
        reports = {path.name for path in self._folder.glob("*.txt")}
        # By name: two files of the same few milliseconds have one time.
        self._told.write_text("\n".join(sorted(reports)), encoding="utf-8")
        new = max(reports.difference(written.splitlines()), default=None)
        return None if new is None else self._folder / new

    def end(self) -> None:
        """Note that the program ended as it should."""
        if self._traced is not None:
            faulthandler.disable()
            self._traced.close()
            self._traced = None
        # In a folder that may not be written to there is no mark to take away.
        with suppress(OSError):
            self._trace.unlink(missing_ok=True)
            self._marker.unlink(missing_ok=True)

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the report of an error and tell the window."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = self._text(kind, trace)
        try:
            self._write(text)
        except OSError:
            # A full disk must not hide the first error behind a second.
            sys.stderr.write(text)
        self.crashed.emit(text)

    def _write(self, text: str) -> None:
        stamp = self._clock.now().strftime("%Y%m%d-%H%M%S")
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{stamp}.txt").write_text(text, encoding="utf-8")

    def _report_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            self.report(raised.exc_type, raised.exc_value, raised.exc_traceback)

    def _heading(self) -> list[str]:
        # Seldom needed, and slow to load on the way to the first paint.
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            ours = version("quizapp")
        except PackageNotFoundError:
            ours = "checkout"
        return [
            f"Quizapp {ours}, Python {platform.python_version()}, Qt {qVersion()}",
            f"{platform.system()} {platform.release()}",
            f"{self._clock.now().isoformat(timespec='seconds')}",
            "",
        ]

    def _text(self, kind: type[BaseException], trace: TracebackType | None) -> str:
        # The message of an error may quote an answer; the places in the program never do.
        lines = [
            f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(trace)
        ]
        return "\n".join([*self._heading(), *lines, kind.__name__, ""])
