"""A Danish voice is found on every system that has one; a foreign one is not taken for it."""

from collections.abc import Mapping, Sequence

import pytest

from quizapp.ui.aloud.voices import Computer, Voice, find_voice

MAC = "Samantha            en_US    # Hello\nSara                da_DK    # Hej, jeg hedder Sara\n"
WINDOWS = "en-US Microsoft David Desktop\nda-DK Microsoft Helle Desktop\n"
ESPEAK = "Pty Language       Age/Gender VoiceName\n 5  da              --/M      Danish\n"
DISPATCHER = "          NAME            LANGUAGE\n        Danish                  da    none\n"


class FakeComputer:
    """Programs and what they write."""

    def __init__(self, programs: Mapping[str, str]) -> None:
        self._programs = programs

    def find(self, program: str) -> str | None:
        return f"/bin/{program}" if program in self._programs else None

    def output(self, command: Sequence[str]) -> str:
        return self._programs[command[0].removeprefix("/bin/")]


def found(system: str, **programs: str) -> Voice | None:
    named = {name.replace("_", "-"): said for name, said in programs.items()}
    return find_voice(system, FakeComputer(named))


def test_linux_speaks_by_the_speech_dispatcher_where_it_has_a_danish_voice() -> None:
    voice = found("linux", spd_say=DISPATCHER, espeak_ng=ESPEAK)
    assert voice is not None
    assert voice.command[0] == "/bin/spd-say"
    assert voice.takes_argument


def test_linux_speaks_by_espeak_where_the_dispatcher_has_no_danish_voice() -> None:
    voice = found("linux", spd_say="NAME LANGUAGE\nenglish en\n", espeak_ng=ESPEAK)
    assert voice is not None
    assert voice.command == ("/bin/espeak-ng", "-v", "da", "-s", "150", "--stdin")


def test_a_mac_speaks_with_its_danish_voice() -> None:
    voice = found("darwin", say=MAC)
    assert voice is not None
    assert voice.command == ("/bin/say", "-v", "Sara", "-f", "-")


def test_windows_speaks_with_its_danish_voice() -> None:
    voice = found("win32", powershell=WINDOWS)
    assert voice is not None
    assert "SelectVoice('Microsoft Helle Desktop')" in voice.command[-1]


@pytest.mark.parametrize(
    ("system", "programs"),
    [
        ("linux", {}),
        ("linux", {"espeak_ng": "Pty Language\n"}),
        ("linux", {"spd_say": ""}),
        ("darwin", {"say": "Samantha en_US # Hello\n"}),
        ("darwin", {}),
        ("win32", {"powershell": "en-US Microsoft David\n"}),
        ("win32", {}),
    ],
)
def test_where_there_is_no_danish_voice_none_is_found(
    system: str, programs: dict[str, str]
) -> None:
    assert found(system, **programs) is None


def test_a_program_that_fails_says_nothing() -> None:
    assert Computer().output(("/nonexistent/program",)) == ""
