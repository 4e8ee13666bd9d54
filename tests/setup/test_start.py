"""``start.py`` sets up once, says in Danish what is in its way, and gets out of the way."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import start

ROOT = Path(__file__).resolve().parents[2]
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_RETRIES": "0"}


def a_checkout(folder: Path, lock: str) -> Path:
    """Make a folder that looks like the project, with a package that tells where it lies."""
    folder.mkdir()
    shutil.copy(ROOT / "start.py", folder)
    (folder / "requirements.lock").write_text(lock, encoding="utf-8")
    (folder / "quizapp").mkdir()
    (folder / "quizapp/__init__.py").write_text("", encoding="utf-8")
    program = "import sys\nprint(__file__, *sys.argv[1:])\nsys.exit(len(sys.argv) - 1)\n"
    (folder / "quizapp/__main__.py").write_text(program, encoding="utf-8")
    return folder


def started(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(folder / "start.py"), *arguments],
        env={**os.environ, **OFFLINE, "PYTHONUTF8": "1"},
        cwd=folder.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
    )


@pytest.fixture(scope="module")
def set_up_checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Set up for real, with a lock that names nothing, so that no network is needed."""
    folder = a_checkout(tmp_path_factory.mktemp("place") / "quiz æøå", lock="")
    done = started(folder, "--setup")
    assert done.returncode == 0, done.stderr
    assert "Alt er klar." in done.stdout
    return folder


def test_the_program_runs_from_any_folder_after_setting_up(set_up_checkout: Path) -> None:
    python = set_up_checkout / ".venv" / start.PYTHON.relative_to(start.VENV)
    done = subprocess.run(
        [python, "-m", "quizapp"], cwd="/", capture_output=True, text=True, check=False
    )
    assert Path(done.stdout.strip()) == set_up_checkout / "quizapp/__main__.py"


def test_setting_up_compiles_the_program_for_its_first_start(set_up_checkout: Path) -> None:
    compiled = (set_up_checkout / "quizapp").rglob("__pycache__/__main__.*.pyc")
    assert list(compiled)


def test_other_arguments_and_the_exit_code_are_the_programs(set_up_checkout: Path) -> None:
    done = started(set_up_checkout, "packs", "--json")
    assert done.returncode == 2
    assert done.stdout.split()[-2:] == ["packs", "--json"]


def test_a_second_start_sets_nothing_up(set_up_checkout: Path) -> None:
    assert started(set_up_checkout, "--setup").stdout == "Alt er klar.\n"


def test_a_set_up_that_broke_off_is_begun_again(set_up_checkout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(set_up_checkout, folder, symlinks=True)
    (folder / ".venv/quizapp-ready").unlink()
    (folder / ".venv/quizapp-unfinished").touch()
    rest = folder / ".venv/half-written"
    rest.touch()
    assert started(folder, "--setup").returncode == 0
    assert not rest.exists()


def test_what_cannot_be_fetched_is_said_and_leaves_no_ready_mark(tmp_path: Path) -> None:
    folder = a_checkout(tmp_path / "quizapp", lock=f"nowhere==1 --hash=sha256:{'0' * 64}\n")
    done = started(folder)
    assert done.returncode == start.COULD_NOT
    assert "Pakkerne kunne ikke installeres." in done.stderr
    assert not (folder / ".venv/quizapp-ready").exists()


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that ``start`` takes for its own, already set up."""
    monkeypatch.setattr(start, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(start, "STAMP", tmp_path / "ready")
    monkeypatch.setattr(start, "PYTHON", Path(sys.executable))
    start.LOCK.write_text("alembic==1", encoding="utf-8")
    start.STAMP.write_bytes(start._stamp())
    return tmp_path


def test_a_new_lock_is_noticed(ready: Path) -> None:
    assert start._is_ready()
    (ready / "requirements.lock").write_text("alembic==2", encoding="utf-8")
    assert not start._is_ready()


def test_a_moved_folder_is_noticed(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "ROOT", ready / "elsewhere")
    assert not start._is_ready()


def test_a_python_that_has_gone_is_noticed(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "PYTHON", ready / "gone")
    assert not start._is_ready()


def test_too_old_a_python_is_told_which_ones_will_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "OLDEST", (99, 0))
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert start.main(["--setup"]) == start.COULD_NOT
    assert "Python 3.11 til 3.14" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("NewConnectionError: Temporary failure in name resolution", "ikke forbindelse til nettet"),
        ("OSError: [Errno 28] No space left on device", "Disken er fuld"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "ikke den, den skulle være"),
        ("ERROR: No matching distribution found for pyside6", "64-bit Python 3.11 til 3.14"),
        ("ERROR: something else", "ERROR: something else"),
    ],
)
def test_the_reason_is_told_in_words_a_person_can_act_on(said: str, told: str) -> None:
    assert told in start._why_pip_failed(said)


def test_without_the_right_to_install_the_very_command_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(start, "LIBRARIES", {"libnowhere.so.0": "libnowhere0"})
    monkeypatch.setattr(start, "SCREEN_LIBRARIES", {})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(start.SetupError, match=r"sudo apt-get install .* libnowhere0"):
        start._provide_system_packages()


def test_a_message_about_the_disk_names_the_place() -> None:
    error = PermissionError(13, "Permission denied", "/srv/quizapp/.venv")
    assert "/srv/quizapp/.venv" in start._trouble(error)


def test_what_leads_python_to_the_program_is_plain_letters(set_up_checkout: Path) -> None:
    """Which letters a path file may hold is another matter on every system."""
    (led,) = (set_up_checkout / ".venv").rglob("quizapp-root.pth")
    assert led.read_bytes().isascii()
    assert (led.parent / led.read_text(encoding="ascii").strip()).samefile(set_up_checkout)


@pytest.mark.skipif(not start.LINUX, reason="elsewhere no folder can be called so")
def test_a_folder_whose_name_is_no_text_will_do(set_up_checkout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "quiz\udcff"
    shutil.copytree(set_up_checkout, folder, symlinks=True)
    assert started(folder, "--setup").returncode == 0
    assert started(folder, "--setup").stdout == "Alt er klar.\n"
    assert started(folder, "a").stdout.endswith("__main__.py a\n")


def test_on_windows_another_python_is_asked_of_the_launcher(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    launcher = tmp_path / "py"
    launcher.write_text(f'#!/bin/sh\ntest "$1" = -3.13 && exec {sys.executable} "$2" "$3"\n')
    launcher.chmod(0o755)
    monkeypatch.setattr(start, "WINDOWS", True)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.defpath}")
    assert start._another_python() == [str(launcher), "-3.13"]


def test_where_nothing_hands_over_ctrl_c_waits_for_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(start, "WINDOWS", True)
    ends_in_peace = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, lambda *_: sys.exit(7))\n"
        "os.kill(os.getppid(), signal.SIGINT)\n"
        "os.kill(os.getpid(), signal.SIGINT)\n"
    )
    assert start._hand_over([sys.executable, "-c", ends_in_peace]) == 7
