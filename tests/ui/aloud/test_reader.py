"""Texts are read one at a time, and silence comes at once."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QProcess
from pytestqt.qtbot import QtBot

from quizapp.ui.aloud.reader import Reader, no_voice_text
from quizapp.ui.aloud.voices import Voice
from quizapp.ui.tasks import TaskRunner

SAYS = "import sys; open(sys.argv[1], 'ab').write(sys.stdin.buffer.read())"
GOES_ON = "import sys, threading; sys.stdin.read(); threading.Event().wait()"
DEAF = "import os, sys, threading; os.close(0); threading.Event().wait(1); sys.exit(3)"
MakeReader = Callable[[Voice | None], Reader]


@pytest.fixture
def make_reader() -> Iterator[MakeReader]:
    """Return a function that makes a reader with this voice."""
    runner = TaskRunner()
    readers: list[Reader] = []

    def make(voice: Voice | None) -> Reader:
        readers.append(Reader(runner, lambda: voice))
        return readers[-1]

    yield make
    for reader in readers:
        reader.stop()
    runner.stop()


def a_voice(script: str, *arguments: str) -> Voice:
    return Voice(name="prøve", command=(sys.executable, "-c", script, *arguments))


def test_a_text_is_said_in_words(make_reader: MakeReader, qtbot: QtBot, tmp_path: Path) -> None:
    said = tmp_path / "said"
    reader = make_reader(a_voice(SAYS, str(said)))
    reader.read("Det var den 5/9 1905.")
    qtbot.waitUntil(lambda: not reader.is_reading)
    expected = "Det var den femte september nitten hundrede og fem."
    assert said.read_text(encoding="utf-8") == expected


def test_stopping_is_at_once(make_reader: MakeReader, qtbot: QtBot) -> None:
    reader = make_reader(a_voice(GOES_ON))
    reader.read("En lang tekst")
    qtbot.waitUntil(lambda: reader._process is not None)
    reader.stop()
    assert not reader.is_reading


def test_a_voice_that_does_not_hear_it_all_is_waited_for(
    make_reader: MakeReader, qtbot: QtBot
) -> None:
    reader = make_reader(a_voice(DEAF))
    told: list[str] = []
    reader.told.connect(told.append)
    reader.read("ord " * 100_000)
    qtbot.waitUntil(lambda: reader._process is not None)
    process = reader._process
    assert process is not None
    qtbot.waitUntil(lambda: process.error() == QProcess.ProcessError.WriteError)
    assert reader.is_reading
    qtbot.waitUntil(lambda: bool(told))
    assert not reader.is_reading


def test_asked_again_while_reading_she_stops(make_reader: MakeReader, qtbot: QtBot) -> None:
    reader = make_reader(a_voice(GOES_ON))
    reader.toggle("En lang tekst")
    qtbot.waitUntil(lambda: reader._process is not None)
    reader.toggle("En lang tekst")
    assert not reader.is_reading


def test_another_text_breaks_the_first_off(
    make_reader: MakeReader, qtbot: QtBot, tmp_path: Path
) -> None:
    said = tmp_path / "said"
    reader = make_reader(a_voice(SAYS, str(said)))
    reader.read("Det første")
    reader.read("Det andet")
    qtbot.waitUntil(lambda: not reader.is_reading)
    assert said.read_text(encoding="utf-8") == "Det andet"


def test_nothing_is_not_read(make_reader: MakeReader) -> None:
    reader = make_reader(a_voice(GOES_ON))
    reader.read("  ")
    assert not reader.is_reading


def test_without_a_voice_she_says_what_to_install(make_reader: MakeReader, qtbot: QtBot) -> None:
    reader = make_reader(None)
    with qtbot.waitSignal(reader.told) as told:
        reader.read("Noget")
    assert told.args is not None
    assert told.args[0].startswith("Computeren har ingen dansk stemme.")
    assert not reader.is_reading


def test_a_voice_that_fails_is_told_of(make_reader: MakeReader, qtbot: QtBot) -> None:
    reader = make_reader(a_voice("raise SystemExit(3)"))
    with qtbot.waitSignal(reader.told) as told:
        reader.read("Noget")
    assert told.args is not None
    assert told.args[0].startswith("Der kom ingen lyd.")


def test_a_long_text_that_is_said_in_no_time_was_not_heard(
    make_reader: MakeReader, qtbot: QtBot
) -> None:
    silent = Voice(name="stum", command=("/bin/true",), takes_argument=True)
    reader = make_reader(silent)
    with qtbot.waitSignal(reader.told) as told:
        reader.read("Traktaten blev underskrevet på flådeværftet i Portsmouth.")
    assert told.args is not None
    assert told.args[0].startswith("Der kom ingen lyd.")


@pytest.mark.parametrize(
    ("system", "word"), [("linux", "espeak-ng"), ("darwin", "Tilgængelighed"), ("win32", "Tale")]
)
def test_each_system_is_told_its_own_way(system: str, word: str) -> None:
    assert word in no_voice_text(system)


def test_she_may_go_while_she_reads(qtbot: QtBot) -> None:
    runner, above = TaskRunner(), QObject()
    reader = Reader(runner, lambda: a_voice(GOES_ON), parent=above)
    reader.read("En lang tekst")
    qtbot.waitUntil(lambda: reader._process is not None)
    assert reader._process is not None
    assert reader._process.waitForStarted()
    running = reader._process.processId()
    above.deleteLater()
    QCoreApplication.sendPostedEvents(above, QEvent.Type.DeferredDelete)
    runner.stop()
    assert not Path(f"/proc/{running}").exists()
