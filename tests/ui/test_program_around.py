"""What stands around the window: its settings, its claim on a bank, its reports, Qt's words."""

import os
import signal
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.base.clock import FixedClock
from quizapp.base.errors import QuizappError
from quizapp.ui.app import NoScreenError, demand_screen
from quizapp.ui.crash import CrashHook, FormerRun, kept_sentence
from quizapp.ui.danish import speak_danish
from quizapp.ui.ending import EndingSignals
from quizapp.ui.first_paint import FirstPaint
from quizapp.ui.single_instance import SingleInstance
from quizapp.ui.theme.fonts import FAMILIES
from quizapp.ui.window_settings import Appearance, Chosen, WindowSettings

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ANSWER = "5. september 1905"


def test_choices_are_kept(tmp_path: Path) -> None:
    WindowSettings(tmp_path / "settings.ini").choose(scale=1.5, appearance=Appearance.DARK)
    chosen = WindowSettings(tmp_path / "settings.ini").chosen
    assert (chosen.scale, chosen.appearance) == (1.5, Appearance.DARK)


CHOICES = st.builds(
    Chosen,
    scale=st.integers(80, 200).map(lambda percent: percent / 100),
    family=st.sampled_from(FAMILIES),
    appearance=st.sampled_from(Appearance),
    geometry=st.binary(max_size=80),
    reduced_motion=st.booleans(),
)


@given(CHOICES)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, chosen: Chosen) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.ini"
    fields = {name: getattr(chosen, name) for name in Chosen.__dataclass_fields__}
    WindowSettings(path).choose(**fields)
    assert WindowSettings(path).chosen == chosen


@given(st.text())
def test_any_file_gives_choices(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.ini"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    assert isinstance(WindowSettings(path).chosen, Chosen)


def test_other_sections_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[learner]\nlast = Freja\n", encoding="utf-8")
    WindowSettings(path).choose(scale=2.0)
    assert "last = Freja" in path.read_text(encoding="utf-8")


def test_a_choice_that_cannot_be_kept_is_in_force_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings = WindowSettings(tmp_path / "file" / "settings.ini")
    with pytest.raises(QuizappError):
        settings.choose(scale=2.0)
    assert settings.chosen.scale == 2.0


def test_a_second_claim_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = (SingleInstance(tmp_path / "bank.quizbank") for _claim in range(2))
    assert first.claim()
    # It listens once the event loop runs.
    QCoreApplication.processEvents()
    # The second start is a process of its own; here its wait is cut short by hanging up.
    with qtbot.waitSignal(first.called) as caught:
        qtbot.waitUntil(lambda: not second.claim((tmp_path / "pakke.quizpack",)))
    first.release()
    assert caught.args == [(tmp_path / "pakke.quizpack",)]


def test_nothing_slow_begins_before_the_first_paint(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    seen: list[bool] = []
    FirstPaint(window).past.connect(lambda: seen.append(window.isVisible()))
    assert not seen
    qtbot.waitUntil(lambda: seen == [True])


def test_a_window_that_is_never_painted_is_not_waited_for(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    seen: list[bool] = []
    FirstPaint(window).past.connect(lambda: seen.append(window.isVisible()))
    qtbot.waitUntil(lambda: seen == [False])
    # Nor is the slow work begun again when it is painted after all.
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(50)
    assert seen == [False]


def test_a_claim_that_was_given_up_can_be_taken(tmp_path: Path, qapp: QApplication) -> None:
    first, second = (SingleInstance(tmp_path / "bank.quizbank", qapp) for _claim in range(2))
    first.claim()
    first.release()
    assert second.claim()
    second.release()


def caught_error() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    nothing: dict[str, str] = {}
    try:
        nothing[ANSWER]
    except KeyError as error:
        return KeyError, error, error.__traceback__
    message = "there was an answer"
    raise AssertionError(message)


def test_a_report_says_where_but_never_what_was_answered(
    qapp: QApplication, tmp_path: Path
) -> None:
    CrashHook(tmp_path, FixedClock(NOON), qapp).report(*caught_error())
    [report] = tmp_path.glob("*.txt")
    text = report.read_text(encoding="utf-8")
    assert "caught_error" in text
    assert "KeyError" in text
    assert ANSWER not in text


def test_the_window_is_told_of_a_crash(qtbot: QtBot, tmp_path: Path) -> None:
    hook = CrashHook(tmp_path, FixedClock(NOON))
    with qtbot.waitSignal(hook.crashed):
        hook.report(*caught_error())


def test_a_crash_with_a_full_disk_still_tells_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "crash").touch()
    hook = CrashHook(tmp_path / "crash", FixedClock(NOON))
    with qtbot.waitSignal(hook.crashed):
        hook.report(*caught_error())


def test_a_run_that_never_ended_is_noticed(qapp: QApplication, tmp_path: Path) -> None:
    first, second = (CrashHook(tmp_path, FixedClock(NOON), qapp) for _run in range(2))
    assert not first.begin().is_news
    assert second.begin().ended_badly


def test_a_run_that_ended_well_is_not(qapp: QApplication, tmp_path: Path) -> None:
    first, second = (CrashHook(tmp_path, FixedClock(NOON), qapp) for _run in range(2))
    first.begin()
    first.end()
    assert not second.begin().is_news


def test_the_next_run_is_told_of_a_report_once(qapp: QApplication, tmp_path: Path) -> None:
    runs = [CrashHook(tmp_path, FixedClock(NOON), qapp) for _run in range(3)]
    runs[0].begin()
    runs[0].report(*caught_error())
    runs[0].end()
    [report] = tmp_path.glob("*.txt")
    told = runs[1].begin()
    runs[1].end()
    assert told == FormerRun(report=report)
    assert not runs[2].begin().is_news


def test_a_report_of_the_very_moment_of_the_start_is_told(
    qapp: QApplication, tmp_path: Path
) -> None:
    runs = [CrashHook(tmp_path, FixedClock(NOON), qapp) for _run in range(2)]
    runs[0].begin()
    runs[0].report(*caught_error())
    runs[0].end()
    for path in tmp_path.iterdir():
        # The system counts time in steps of some milliseconds.
        os.utime(path, ns=(0, 0))
    assert runs[1].begin().report is not None


def test_what_breaks_off_below_python_leaves_a_report(qapp: QApplication, tmp_path: Path) -> None:
    hook = CrashHook(tmp_path, FixedClock(NOON), qapp)
    (tmp_path / "trace").write_text(
        "Fatal Python error: Segmentation fault\n\nCurrent thread 0x0 (most recent call first):\n"
        '  File "/Users/freja/quizapp/ui/page.py", line 7 in inner\n'
        '  File "/Users/freja/quizapp/ui/app.py", line 3 in outer\n',
        encoding="utf-8",
    )
    report = hook.begin().report
    assert report is not None
    lines = report.read_text(encoding="utf-8").splitlines()
    assert lines[-3:] == [
        "app.py:3 outer",
        "page.py:7 inner",
        "Fatal Python error: Segmentation fault",
    ]


def test_what_the_window_says_names_the_folder_of_a_report() -> None:
    said = kept_sentence(FormerRun(report=Path("mappe", "1.txt")), 3)
    assert said.startswith("Sidst gik noget galt")
    assert said.endswith("ligger i mappe.")


def test_a_run_ends_well_where_its_mark_cannot_be_taken_away(
    qapp: QApplication, tmp_path: Path
) -> None:
    hook = CrashHook(tmp_path, FixedClock(NOON), qapp)
    # A folder in its place is as little to be unlinked as a file on a disk that is only read.
    (tmp_path / "running").mkdir()
    hook.end()
    assert (tmp_path / "running").exists()


def test_a_run_for_another_learner_beside_it_is_not(qapp: QApplication, tmp_path: Path) -> None:
    clock = FixedClock(NOON)
    first, second = (CrashHook(tmp_path, clock, qapp, name=name) for name in ("Freja", "Karl"))
    first.begin()
    assert not second.begin().is_news


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="the system has no such signals")
def test_a_wish_to_end_reaches_the_loop(qtbot: QtBot) -> None:
    ending = EndingSignals()
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    ending.install()
    try:
        with qtbot.waitSignal(ending.asked):
            os.kill(os.getpid(), signal.SIGTERM)
    finally:
        ending.remove()
        for number, handler in before.items():
            signal.signal(number, handler)


def test_no_screen_is_said_before_qt_gives_up() -> None:
    with pytest.raises(NoScreenError) as caught:
        demand_screen({}, "linux")
    assert "Der er ingen skærm" in str(caught.value)


@pytest.mark.parametrize(
    "environment", [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "w"}, {"QT_QPA_PLATFORM": "offscreen"}]
)
def test_a_screen_is_believed(environment: dict[str, str]) -> None:
    demand_screen(environment, "linux")


@pytest.mark.parametrize(
    ("context", "english", "danish"),
    [
        ("QPlatformTheme", "Cancel", "Annullér"),
        ("QPlatformTheme", "Open", "Åbn"),
        ("QLineEdit", "&Redo", "&Gentag"),
        ("QShortcut", "PgUp", "Side op"),
        ("QFileDialog", "&Choose", "&Vælg"),
    ],
)
def test_qt_speaks_our_danish(qapp: QApplication, context: str, english: str, danish: str) -> None:
    speak_danish(qapp)
    assert QCoreApplication.translate(context, english) == danish


def test_keys_are_named_in_danish(qapp: QApplication) -> None:
    speak_danish(qapp)
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+Shift+Return").toString(native) == "Ctrl+Skift+Enter"
