"""Garbage is collected by the window's thread, when there is enough of it, and by no other."""

import gc
import subprocess
import sys
import weakref

from quizapp.ui.garbage import collect_due

PROGRAM = """
import gc
import weakref

from PySide6.QtTest import QTest

from quizapp.ui.app import make_application


class Circle:
    def __init__(self):
        self.itself = self


app = make_application([])
circle = weakref.ref(Circle())
many = [[number] for number in range(10 * gc.get_threshold()[0])]
assert circle() is not None, "collected by itself"
QTest.qWait(2000)
assert circle() is None, "not collected by the window"
"""


class Circle:
    """Goes only when garbage is collected."""

    def __init__(self) -> None:
        self.itself = self


def test_little_garbage_waits() -> None:
    gc.collect()
    circle = weakref.ref(Circle())
    collect_due()
    assert circle() is not None


def test_much_garbage_goes() -> None:
    gc.collect()
    circle = weakref.ref(Circle())
    many = [[number] for number in range(10 * gc.get_threshold()[0])]
    collect_due()
    assert circle() is None
    assert many


def test_the_program_collects_in_its_own_thread() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
