"""Finds a Danish voice on the computer: each system has its own way to speak."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from quizapp.base.own_program import NO_WINDOW

_PATIENCE_S: Final = 5.0
_WINDOWS_VOICES: Final = (
    "Add-Type -AssemblyName System.Speech;"
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).GetInstalledVoices()"
    "|ForEach-Object{$_.VoiceInfo.Culture.Name+' '+$_.VoiceInfo.Name}"
)
_WINDOWS_SAY: Final = (
    "[Console]::InputEncoding=[Text.Encoding]::UTF8;Add-Type -AssemblyName System.Speech;"
    "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer;$s.SelectVoice('{name}');"
    "$s.Speak([Console]::In.ReadToEnd())"
)


class Shell(Protocol):
    """What is asked of the computer: where a program lies, and what it says."""

    def find(self, program: str) -> str | None:
        """Return where a program lies, None where there is none."""

    def output(self, command: Sequence[str]) -> str:
        """Return what a program writes; nothing when it fails or takes too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How to have a text said: the command, and what must be run to be silent again, if anything.

    The text is given on standard input, or as the last argument.
    """

    name: str
    command: tuple[str, ...]
    silence: tuple[str, ...] = ()
    takes_argument: bool = False


class Computer:
    """The shell of this computer."""

    def find(self, program: str) -> str | None:
        """Return where a program lies, None where there is none."""
        return shutil.which(program)

    def output(self, command: Sequence[str]) -> str:
        """Return what a program writes; nothing when it fails or takes too long."""
        try:
            done = subprocess.run(  # noqa: S603 - our own command, no text of the learner's
                list(command),
                capture_output=True,
                timeout=_PATIENCE_S,
                check=False,
                creationflags=NO_WINDOW,
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def find_voice(system: str, shell: Shell) -> Voice | None:
    """Return a Danish voice of a computer of this kind (``sys.platform``), None if it has none."""
    match system:
        case "darwin":
            return _of_mac(shell)
        case "win32":
            return _of_windows(shell)
        case _:
            return _of_dispatcher(shell) or _of_espeak(shell)


def _of_dispatcher(shell: Shell) -> Voice | None:
    program = shell.find("spd-say")
    if program is None:
        return None
    for line in shell.output((program, "-l", "da", "-L")).splitlines():
        words = line.split()
        if any(word.lower() in {"da", "da-dk", "da_dk"} for word in words):
            return Voice(
                name=words[0],
                command=(program, "-w", "-l", "da", "--"),
                silence=(program, "-C"),
                takes_argument=True,
            )
    return None


def _of_espeak(shell: Shell) -> Voice | None:
    for name in ("espeak-ng", "espeak"):
        program = shell.find(name)
        if program is None:
            continue
        lines = shell.output((program, "--voices=da")).splitlines()
        if any(" da " in f" {line} " for line in lines):
            return Voice(name=name, command=(program, "-v", "da", "-s", "150", "--stdin"))
    return None


def _of_mac(shell: Shell) -> Voice | None:
    program = shell.find("say")
    if program is None:
        return None
    for line in shell.output((program, "-v", "?")).splitlines():
        name, found, _sample = line.partition("da_DK")
        if found:
            voice = name.strip()
            return Voice(name=voice, command=(program, "-v", voice, "-f", "-"))
    return None


def _of_windows(shell: Shell) -> Voice | None:
    program = shell.find("powershell")
    if program is None:
        return None
    start = (program, "-NoProfile", "-NonInteractive", "-Command")
    for line in shell.output((*start, _WINDOWS_VOICES)).splitlines():
        culture, _blank, name = line.strip().partition(" ")
        if culture == "da-DK" and name:
            quoted = name.replace("'", "''")
            return Voice(name=name, command=(*start, _WINDOWS_SAY.format(name=quoted)))
    return None
