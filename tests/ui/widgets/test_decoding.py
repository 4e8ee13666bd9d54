"""Large pictures are read beside the window, and the program may end meanwhile."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
from PySide6.QtCore import QBuffer, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from quizapp.ui.widgets.decoding import Coming, image_soon

app = QGuiApplication(["", "-platform", "offscreen"])
image = QImage(1600, 1200, QImage.Format.Format_RGB32)
image.fill(0xFF336699)
buffer = QBuffer()
buffer.open(QBuffer.OpenModeFlag.WriteOnly)
image.save(buffer, "PNG")
for _time in range(40):
    assert isinstance(image_soon(bytes(buffer.data().data()), 4096), Coming)
QTimer.singleShot(20, app.quit)
app.exec()
"""


def test_the_program_can_end_while_pictures_are_read() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        check=False,
        capture_output=True,
        cwd=Path(__file__).resolve().parents[3],
    )
    assert ended.returncode == 0, ended.stderr.decode()
