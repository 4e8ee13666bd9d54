"""Clock, paths, errors and changes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import quizapp
from quizapp.base.changes import Changes
from quizapp.base.clock import FixedClock, ShiftedClock, SystemClock
from quizapp.base.errors import MisuseError, QuizappError
from quizapp.base.paths import DataPaths, content_folder, data_paths, locale_folder

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_the_system_clock_knows_its_zone() -> None:
    assert SystemClock().now().tzinfo is not None


def test_a_shifted_clock_starts_where_it_is_told_and_runs_on() -> None:
    running = FixedClock(datetime(2020, 1, 1, tzinfo=UTC))
    clock = ShiftedClock(NOON, running)
    running.move(hours=2)
    assert clock.now() == NOON + timedelta(hours=2)


def test_a_shifted_clock_takes_a_naive_start_as_local() -> None:
    clock = ShiftedClock(datetime(2026, 11, 22, 12), FixedClock(NOON))  # noqa: DTZ001 - the case
    assert clock.now().tzinfo is not None


def test_the_data_folder_can_be_moved() -> None:
    assert data_paths({"QUIZAPP_HOME": "/elsewhere"}).root == Path("/elsewhere")


@pytest.mark.parametrize(
    ("platform", "environment", "ending"),
    [
        ("linux", {}, ".local/share/quizapp"),
        ("linux", {"XDG_DATA_HOME": "/x"}, "/x/quizapp"),
        ("darwin", {}, "Library/Application Support/Quizapp"),
        ("win32", {"APPDATA": "/a"}, "/a/Quizapp"),
    ],
)
def test_each_platform_has_its_place(
    platform: str, environment: dict[str, str], ending: str
) -> None:
    assert data_paths(environment, platform).root.as_posix().endswith(ending)


def test_a_learner_is_a_folder() -> None:
    data = DataPaths(Path("data"))
    learner = data.learner("Freja")
    assert (learner.folder, learner.media, learner.backups) == (
        Path("data/learners/Freja"),
        Path("data/learners/Freja/media"),
        Path("data/learners/Freja/backups"),
    )
    assert (data.crash, data.settings) == (
        Path("data/crash"),
        Path("data/settings.ini"),
    )


def test_content_inside_the_package_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quizapp, "__file__", str(tmp_path / "quizapp/__init__.py"))
    assert content_folder() == tmp_path / "content"
    (tmp_path / "quizapp/content").mkdir(parents=True)
    assert content_folder() == tmp_path / "quizapp/content"
    assert locale_folder() == tmp_path / "quizapp/ui/assets/locale"


def test_an_error_says_its_sentence() -> None:
    error = MisuseError("unknown_pack", pack="x")
    assert "x" in str(error)
    assert (error.exit_code, QuizappError("busy").exit_code) == (2, 3)


def test_changes_add_up() -> None:
    both = Changes(packs=True) | Changes(reviews=True, settings=True)
    assert both == Changes(packs=True, reviews=True, settings=True)


def test_a_user_without_a_home_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        message = "Could not determine home directory."
        raise RuntimeError(message)

    monkeypatch.setattr(Path, "home", unknown)
    with pytest.raises(QuizappError, match="Sæt QUIZAPP_HOME"):
        data_paths({}, "linux")
