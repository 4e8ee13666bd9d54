"""A sound of a pack: played by a program of the system, and stopped at once."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.questions.pack import Medium
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.picture import credit_of

_END_MS: Final = 500
_LINUX: Final = (
    ("pw-play", ()),
    ("ffplay", ("-nodisp", "-autoexit", "-loglevel", "error")),
    ("mpv", ("--no-video", "--really-quiet")),
    ("cvlc", ("--play-and-exit", "--quiet")),
    ("gst-play-1.0", ("--quiet", "--no-interactive")),
)
_LINUX_WAVES: Final = (("paplay", ()), ("aplay", ("--quiet",)))
_MAC: Final = frozenset({".mp3", ".m4a", ".wav"})
_WINDOWS: Final = (
    "Add-Type -AssemblyName PresentationCore;$p=New-Object System.Windows.Media.MediaPlayer;"
    "$p.Open([Uri]'{path}');$p.Play();$n=0;"
    "while(-not $p.NaturalDuration.HasTimeSpan){{Start-Sleep -m 50;if(++$n -gt 100){{exit 1}}}};"
    "Start-Sleep -s ([Math]::Ceiling($p.NaturalDuration.TimeSpan.TotalSeconds))"
)

Find = Callable[[str], str | None]
"""Gives where a program lies, None where there is none."""


def player_for(path: Path, system: str, find: Find) -> tuple[str, ...] | None:
    """Return the command that plays a sound on a computer of this kind (``sys.platform``)."""
    if system == "win32":
        program = find("powershell")
        script = _WINDOWS.format(path=str(path).replace("'", "''"))
        return (program, "-NoProfile", "-NonInteractive", "-Command", script) if program else None
    players = _LINUX + (_LINUX_WAVES if path.suffix == ".wav" else ())
    if system == "darwin":
        players = (("afplay", ()),) if path.suffix in _MAC else ()
    for name, arguments in players:
        program = find(name)
        if program is not None:
            return (program, *arguments, str(path))
    return None


def play_otherwise(path: Path) -> bool:
    """Have the system open a sound with whatever it has for it; tell whether it could."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class SoundPart(Part):
    """A button that plays a sound, and stops it when pressed again or when the part goes."""

    def __init__(
        self,
        path: Path,
        medium: Medium,
        *,
        find: Find = shutil.which,
        otherwise: Callable[[Path], bool] = play_otherwise,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._medium = medium
        self._find = find
        self._otherwise = otherwise
        self._process: QProcess | None = None
        self.play = Button(dress=Dress.SOFT, icon="volume-2", small=True)
        self.play.clicked.connect(self.toggle)
        self.told = WrappingLabel("", "small", "muted")
        self.told.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.play, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.told)
        if credit := credit_of(medium, with_title=bool(medium.creator or medium.license)):
            self._column.addWidget(WrappingLabel(credit, "small", "muted"))
        self._show()
        self._restyle()

    @property
    def is_playing(self) -> bool:
        """Whether the sound is heard now."""
        return self._process is not None

    def toggle(self) -> None:
        """Play the sound from its beginning, or stop it."""
        if self.is_playing:
            self.stop()
            return
        self._tell("")
        command = player_for(self._path, sys.platform, self._find)
        if command is not None:
            self._start(command)
        elif not self._otherwise(self._path):
            self._tell(
                _("Lyden kan ikke afspilles her. Computeren mangler et program til det, fx »mpv«.")
            )

    def stop(self) -> None:
        """Be silent at once."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)  # noqa: FBT003 - Qt's own
            process.kill()
            process.waitForFinished(_END_MS)
            process.deleteLater()
            self._show()

    def _start(self, command: tuple[str, ...]) -> None:
        process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.setStandardInputFile(QProcess.nullDevice())
        process.finished.connect(lambda code, how: self._on_finished(process, code, how))
        process.errorOccurred.connect(
            lambda _error: self._on_finished(process, 1, QProcess.ExitStatus.CrashExit)
        )
        self._process = process
        process.start(command[0], list(command[1:]))
        self._show()

    def _on_finished(self, process: QProcess, code: int, how: QProcess.ExitStatus) -> None:
        if process is not self._process:
            return
        self._process = None
        process.deleteLater()
        self._show()
        if code or how is QProcess.ExitStatus.CrashExit:
            self._tell(_("Lyden kunne ikke afspilles. Er der en højttaler, og er den tændt?"))

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
        if text:
            announce(self.play, text)

    def _show(self) -> None:
        text = _("Stop lyden") if self.is_playing else _("Afspil lyden")
        self.play.set_text(text)
        self.play.set_icon("pause" if self.is_playing else "volume-2")
        if self._medium.alt:
            self.play.setAccessibleName(f"{text}: {self._medium.alt}")

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.stop()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(4))
