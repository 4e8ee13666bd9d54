"""Somebody who presses and types anything, anywhere, for as long as one likes.

``python -m tests.journeys.random_user --actions 20000 --seed 1`` opens the whole window over a real
bank without a screen and presses keys, types, clicks, drags, scrolls, changes the window's size,
lets days pass, quits and comes back. It fails at an exception, a warning of Qt's, a window that was
left behind, or an answer that was shown as kept and is not in the log.
"""

import argparse
import gc
import json
import shutil
import sys
import tempfile
import time
import warnings
import weakref
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.base.ids import IdSource
from quizapp.library.shelf import Shelf
from quizapp.study.flow import Finished, Judged
from quizapp.ui.main_window import MainWindow
from quizapp.ui.study.route import StudyRoute
from quizapp.upkeep.keeper import Keeper
from tests.builders import MONDAY
from tests.journeys import offscreen  # first: it says that there is no screen

ELEVEN: Final = Path(__file__).with_name("eleven")
KEY_NAMES: Final = (
    "Return Space Tab Backtab Up Down Left Right Escape Backspace Delete Home End PageDown F1"
    " 1 2 3 4 A B C T"
)
KEYS: Final = tuple(getattr(Qt.Key, f"Key_{name}") for name in KEY_NAMES.split())
CONTROLLED: Final = (
    *(getattr(Qt.Key, f"Key_{key}") for key in "12345ZHDJTMPK0AVXC"),
    *(Qt.Key.Key_Comma, Qt.Key.Key_Return, Qt.Key.Key_Plus, Qt.Key.Key_Minus),
)
TEXTS: Final = (
    *("5. juni 1849", "1849", "Kalmarunionen", "60", "9. april", "æøå, 1940", "xyz", "   "),
    *("Grønland", "-3½", "31. februar", "Preussen var stærkere.", "%s {0} <b>&amp;", "øve"),
)
NONE: Final = Qt.KeyboardModifier.NoModifier
CONTROL: Final = Qt.KeyboardModifier.ControlModifier
LEFT: Final = Qt.MouseButton.LeftButton


class Ledger:
    """Every answer that the window has shown as kept."""

    def __init__(self) -> None:
        self.judged: set[str] = set()
        self.rounds: dict[object, int] = {}

    def look(self, study: StudyRoute) -> None:
        """Note what the page of a sitting shows; a round can end twice, after an undo."""
        state = study.state
        if isinstance(state, Judged):
            self.judged.add(str(state.review))
        elif isinstance(state, Finished):
            sitting = study._round._sitting
            told = state.summary.reviews
            self.rounds[sitting] = max(self.rounds.get(sitting, 0), told)


class RandomUser:
    """One person at one computer."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.folder = folder
        self.bank = folder / "bank.quizbank"
        self.clock = FixedClock(MONDAY)
        self.trouble = offscreen.Trouble()
        self.app = offscreen.application()
        self.trouble.watch()
        # A copy: whoever opens it to write in it changes it.
        self.pack = Path(shutil.copytree(ELEVEN, folder / "eleven"))
        self.ledger = Ledger()
        self.done: Counter[str] = Counter()
        self.rooms: Counter[str] = Counter()
        self.leaked: list[str] = []
        self._seed = seed
        self._starts = 0
        with closing(self._open_bank()) as bank:
            Shelf(bank, self.clock).install(self.pack)
        self.window = self._open()

    def _open_bank(self) -> Bank:
        self._starts += 1
        return Bank.open(self.bank, self.clock, IdSource(Random(self._seed + 1000 * self._starts)))

    def _open(self) -> MainWindow:
        return offscreen.window_over(
            self.app,
            self.bank,
            self.clock,
            lambda: offscreen.opened_over(self._open_bank(), self.clock),
        )

    def act(self) -> str:
        """Do one thing, let the window answer, and return what was done."""
        kinds: dict[Callable[[], None], int] = {
            self._key: 30,
            self._type: 12,
            self._control: 12,
            self._command: 3,
            self._study: 8,
            self._click: 14,
            self._press_part: 24,
            self._drag: 3,
            self._wheel: 3,
            self._resize: 1,
            self._drop: 1,
            self._sleep: 1,
        }
        [act] = self.random.choices(list(kinds), list(kinds.values()))
        act()
        self.clock.move(milliseconds=self.random.randrange(900))
        QApplication.processEvents()
        if self.random.random() < 0.2:
            # Otherwise quicker than the worker, as an impatient person is.
            self._settle()
        self._look()
        name = act.__name__.removeprefix("_")
        self.done[name] += 1
        return name

    def _look(self) -> None:
        if not self.window.isVisible():
            self.come_back()
        if self.window.routes is not None:
            self.ledger.look(self.window.routes.study)
        shell = self.window._shell
        shown = shell.page if shell.is_at_desk else shell.frame
        self.rooms[type(shown).__name__] += 1

    def _settle(self) -> None:
        runner = self.window._runner
        done: list[bool] = []
        asked_in: list[int] = []

        def is_done() -> bool:
            if not asked_in or asked_in[-1] != runner._era:
                # With another language nobody is told of what was asked before.
                asked_in.append(runner._era)
                runner.run(lambda: None, lambda _nothing: done.append(True), lambda _error: None)
            return bool(done) or runner._is_stopped

        offscreen.until(is_done, "the worker")

    def come_back(self) -> None:
        """Quit if that is not done, and start again; nothing of the first window may be left."""
        gone = weakref.ref(self.window)
        if self.window.routes is not None:
            self._settle()
        # While that was waited for, another language may have come in between.
        if self.window.routes is not None:
            self.ledger.look(self.window.routes.study)
        offscreen.close_window(self.window)
        del self.window
        for _round in range(3):
            # What goes with the window may first be let go when that has gone.
            gc.collect()
            offscreen.delete_what_asked_for_it()
        if gone() is not None:
            self.leaked.append("MainWindow")
        self.leaked += [
            f"{type(other).__name__} {other.objectName()} {other.accessibleName()}".strip()
            for other in QApplication.allWidgets()
        ]
        self.done["come back"] += 1
        self.window = self._open()

    def _target(self) -> QWidget:
        """Return what a key goes to: an open menu before everything else."""
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or self.window

    def _key(self) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier if self.random.random() < 0.1 else NONE
        QTest.keyClick(self._target(), self.random.choice(KEYS), shift)

    def _type(self) -> None:
        QTest.keyClicks(self._target(), self.random.choice(TEXTS))

    def _control(self) -> None:
        key = Qt.Key.Key_Q if self.random.random() < 0.01 else self.random.choice(CONTROLLED)
        QTest.keyClick(self._target(), key, CONTROL)

    def _command(self) -> None:
        """Do something that can be done now, as Find and the keys do."""
        actions = [act for act in self.window.actions() if act.isEnabled()]
        actions = [act for act in actions if act.objectName() != "app.quit"]
        if actions:
            self.random.choice(actions).trigger()

    def _study(self) -> None:
        """Begin a round, or answer what is asked and go on: what the program is for."""
        routes = self.window.routes
        if routes is None:
            return
        if self.window._shell.is_at_desk:
            if self.window._actions["round.start"].isEnabled():
                self.window._actions["round.start"].trigger()
            return
        for key in (Qt.Key.Key_1, None, Qt.Key.Key_Return, Qt.Key.Key_Return):
            if key is None:
                self._type()
            else:
                QTest.keyClick(self._target(), key)
            self._settle()
            self._look()

    def _place(self) -> tuple[QWidget, QPoint]:
        area = QApplication.activePopupWidget() or self.window
        place = QPoint(self.random.randrange(area.width()), self.random.randrange(area.height()))
        under = area.childAt(place) or area
        # PySide may still hold a part that Qt has deleted since.
        under = under if isValid(under) else area
        return under, under.mapFrom(area, place)

    def _click(self) -> None:
        under, place = self._place()
        if not isValid(under):
            return
        if self.random.random() < 0.1:
            QTest.mouseDClick(under, LEFT, NONE, place)
        else:
            QTest.mouseClick(under, LEFT, NONE, place)

    def _press_part(self) -> None:
        """Press a button that can be seen, as one does who reads before pressing."""
        buttons = [
            part
            for part in self.window.findChildren(QAbstractButton)
            if part.isVisible() and part.isEnabled()
        ]
        if not buttons:
            return
        button = self.random.choice(buttons)
        QTest.mouseClick(button, LEFT)
        if self.random.random() < 0.1 and isValid(button) and button.isVisible():
            # What asks a worker is pressed again before that has answered.
            QTest.mouseClick(button, LEFT)

    def _drag(self) -> None:
        under, start = self._place()
        if not isValid(under):
            return
        end = start + QPoint(self.random.randrange(-200, 200), self.random.randrange(-200, 200))
        QTest.mousePress(under, LEFT, NONE, start)
        for step in range(1, 4):
            QTest.mouseMove(under, start + (end - start) * (step / 3))
        if self.random.random() < 0.2:
            QTest.keyClick(self._target(), Qt.Key.Key_Escape)
        # The first press may have taken the part away: then it is let go over the window.
        if under in self.window.findChildren(QWidget):
            QTest.mouseRelease(under, LEFT, NONE, end)
        else:
            QTest.mouseRelease(self.window, LEFT, NONE, end)

    def _wheel(self) -> None:
        under, place = self._place()
        turn = self.random.choice((-360, -120, 120, 360))
        event = QWheelEvent(
            QPointF(place),
            QPointF(under.mapToGlobal(place)),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's own order
        )
        QApplication.sendEvent(under, event)

    def _resize(self) -> None:
        self.window.resize(self.random.randrange(720, 1700), self.random.randrange(480, 1100))

    def _drop(self) -> None:
        missing = self.folder / "findes ikke.zip"
        files = (self.pack, self.pack / "pakke.yaml", Path(__file__), missing)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self.random.choice(files)))])
        actions, middle = Qt.DropAction.CopyAction, QPointF(self.window.rect().center())
        QApplication.sendEvent(self.window, QDropEvent(middle, actions, data, LEFT, NONE))

    def _sleep(self) -> None:
        self.clock.move(hours=self.random.choice((1, 8, 24, 24 * 9)))

    def file_to_open(self) -> str:
        """Return what is chosen where a file is asked for; often nothing."""
        files = (self.pack / "pakke.yaml", self.folder / "findes ikke.quizpack")
        return self.random.choice(("", "", *map(str, files)))

    def folder_to_choose(self) -> str:
        """Return what is chosen where a folder is asked for; often nothing."""
        return self.random.choice(("", str(self.pack), str(self.folder)))

    def files_to_save(self) -> list[str]:
        """Return where a picture goes; often nowhere."""
        return self.random.choice(([], [str(self.folder / "figur.png")]))

    def end(self) -> list[str]:
        """Close the window; return everything that is wrong."""
        self.come_back()
        offscreen.close_window(self.window)
        with closing(self._open_bank()) as bank:
            keeper = Keeper(bank, self.clock)
            rows = list(keeper.log())
            findings = keeper.examine()
        logged = {str(row["review"]) for row in rows}
        wrong = [*self.trouble.said, *(f"left behind: {one}" for one in self.leaked)]
        wrong += [f"lost answer: {one}" for one in self.ledger.judged - logged]
        told = sum(self.ledger.rounds.values())
        if told > len(rows):
            wrong.append(f"rounds told of {told} answers, the log has {len(rows)}")
        wrong += [f"doctor: {finding}" for finding in findings if not finding.ok]
        if not self.ledger.judged:
            wrong.append("nothing was answered")
        tell({"rooms": dict(self.rooms.most_common())})
        counts = {"answers": len(rows), "rounds": len(self.ledger.rounds), **self.done}
        tell(counts)
        return wrong


def tell(values: Mapping[str, object]) -> None:
    """Print a JSON line."""
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Do as many things as the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    warnings.simplefilter("error")
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        # What is kept in the home folder by itself goes here too.
        patch.setenv("HOME", name)
        user = RandomUser(Path(name), options.seed)
        # The system's own choosers are modal, and a browser is not ours.
        patch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (user.file_to_open(), ""))
        patch.setattr(QFileDialog, "exec", lambda _dialog: QFileDialog.DialogCode.Accepted)
        patch.setattr(QFileDialog, "selectedFiles", lambda _dialog: user.files_to_save())
        patch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: user.folder_to_choose())
        patch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected)
        browser = Browser()
        for scheme in ("http", "https", "file"):
            QDesktopServices.setUrlHandler(scheme, browser, "visit")  # type: ignore[arg-type] # its stub says bytes, Qt takes a name
        began = time.perf_counter()
        latest: list[str] = []
        for number in range(1, options.actions + 1):
            latest = [*latest[-7:], user.act()]
            if user.trouble.said or user.leaked:
                sys.stderr.write(f"action {number} after {latest}\n")
                break
            if number % 1000 == 0:
                tell({"actions": number, "seconds": round(time.perf_counter() - began)})
        wrong = user.end()
    sys.stderr.write("".join(f"{one}\n" for one in wrong))
    tell({"seed": options.seed, "wrong": len(wrong)})
    return 1 if wrong else 0


class Browser(QObject):
    """What an address is opened with."""

    @Slot(QUrl)
    def visit(self, address: QUrl) -> None:
        """Open nothing."""


if __name__ == "__main__":
    raise SystemExit(main())
