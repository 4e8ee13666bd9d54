"""A sound is played by a program of the system, stopped at once, and said where it cannot be."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.questions.pack import Medium
from quizapp.ui.widgets.sound import SoundPart, player_for

MEDIUM = Medium(name="tale.mp3", creator="DR", license="CC-BY-4.0", alt="Tale fra 1945")
GOES_ON = "#!{python}\nimport threading; threading.Event().wait()\n"
FAILS = "#!{python}\nraise SystemExit(1)\n"
ENDS = "#!{python}\n"


def a_player(folder: Path, script: str) -> str:
    path = folder / "player"
    path.write_text(script.format(python=sys.executable), encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def part(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[SoundPart]:
    program = a_player(tmp_path, request.param) if request.param else None
    made = SoundPart(
        tmp_path / "a.mp3",
        MEDIUM,
        find=lambda name: program if name == "pw-play" else None,
        otherwise=lambda _path: False,
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    made.stop()


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts that run by their name")


@pytest.mark.parametrize("part", [GOES_ON], indirect=True)
def test_the_same_button_plays_and_stops(part: SoundPart) -> None:
    assert part.play.accessibleName() == "Afspil lyden: Tale fra 1945"
    part.play.click()
    assert part.play.text() == "Stop lyden"
    assert part.play.accessibleName() == "Stop lyden: Tale fra 1945"
    part.play.click()
    assert not part.is_playing
    assert part.play.text() == "Afspil lyden"


@pytest.mark.parametrize("part", [GOES_ON], indirect=True)
def test_a_sound_ends_when_the_question_goes(part: SoundPart) -> None:
    part.play.click()
    part.hide()
    assert not part.is_playing


@pytest.mark.parametrize("part", [ENDS], indirect=True)
def test_after_its_end_it_can_be_played_again(part: SoundPart, qtbot: QtBot) -> None:
    part.play.click()
    qtbot.waitUntil(lambda: not part.is_playing)
    assert part.play.text() == "Afspil lyden"
    assert part.told.isHidden()


@pytest.mark.parametrize("part", [FAILS], indirect=True)
def test_a_player_that_fails_is_said_calmly(part: SoundPart, qtbot: QtBot) -> None:
    part.play.click()
    qtbot.waitUntil(part.told.isVisible)
    assert part.told.text() == "Lyden kunne ikke afspilles. Er der en højttaler, og er den tændt?"


@pytest.mark.parametrize("part", [""], indirect=True)
def test_a_computer_without_a_player_says_what_is_missing(part: SoundPart) -> None:
    part.play.click()
    assert not part.is_playing
    assert "Computeren mangler et program til det" in part.told.text()


@pytest.mark.parametrize(
    ("system", "there", "name", "program"),
    [
        ("linux", {"mpv", "ffplay"}, "a.mp3", "ffplay"),
        ("linux", {"aplay"}, "a.wav", "aplay"),
        ("linux", {"aplay"}, "a.mp3", None),
        ("darwin", {"afplay"}, "a.m4a", "afplay"),
        ("darwin", {"afplay"}, "a.opus", None),
        ("win32", {"powershell"}, "a.mp3", "powershell"),
        ("win32", set(), "a.mp3", None),
    ],
)
def test_each_system_plays_with_what_it_has(
    system: str, there: set[str], name: str, program: str | None
) -> None:
    found = player_for(Path(name), system, lambda one: one if one in there else None)
    assert (found[0] if found else None) == program


def test_a_path_with_a_quote_stays_one_text() -> None:
    found = player_for(Path("o'hara.mp3"), "win32", lambda name: name)
    assert found is not None
    assert "[Uri]'o''hara.mp3'" in found[-1]
