"""Start the program on a screen of its own and look whether it paints: ``see_window.py OUT.png``.

Prints the seconds until the window stood still, and leaves the picture. Linux with Xvfb only.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCREEN = "1280x800x24"
PATIENCE_S = 30.0
# A blank screen has one colour; the shell without its page is three quarters of one colour, the
# first page with its cards about half.
FEWEST_COLOURS = 40
MOST_OF_ONE = 0.65


def main(picture: Path) -> int:
    """Show the program, take its picture, and say by the exit code whether it painted."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-noreset"]
    xvfb = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            display = f":{pipe.readline().strip()}"
        return _watch_program(display, picture)
    finally:
        xvfb.terminate()
        xvfb.wait()


def _watch_program(display: str, picture: Path) -> int:
    with tempfile.TemporaryDirectory() as home:
        surroundings = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        surroundings |= {"QUIZAPP_HOME": home, "LC_ALL": "C.UTF-8"}
        begun = time.monotonic()
        program = subprocess.Popen([sys.executable, "-m", "quizapp"], env=surroundings, cwd=ROOT)
        try:
            while time.monotonic() - begun < PATIENCE_S:
                if _has_ended(program):
                    print(f"the program ended by itself with {program.returncode}")
                    return 1
                before = picture.read_bytes() if picture.exists() else b""
                # The shell comes first and today's numbers later: wait until it stands still.
                if _is_painted(surroundings, picture) and picture.read_bytes() == before:
                    print(f"painted and at rest after {time.monotonic() - begun:.1f} s: {picture}")
                    return 0
            print(f"nothing to be seen after {PATIENCE_S:.0f} s: {picture}")
            return 1
        finally:
            program.terminate()
            program.wait(timeout=PATIENCE_S)


def _has_ended(program: subprocess.Popen[bytes]) -> bool:
    try:
        program.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        return False
    return True


def _is_painted(surroundings: dict[str, str], picture: Path) -> bool:
    """Take the picture in a process of its own: this one has no Qt."""
    command = [sys.executable, __file__, "--grab", str(picture)]
    return subprocess.run(command, env=surroundings, check=False).returncode == 0


def grab(picture: Path) -> int:
    """Save what the screen shows; the exit code says whether it is more than a blank."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - only the grabbing process needs Qt

    application = QGuiApplication([])
    image = application.primaryScreen().grabWindow(0).toImage()
    image.save(str(picture))
    points = [(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)]
    colours = Counter(image.pixel(x, y) for x, y in points)
    share_of_one = colours.most_common(1)[0][1] / len(points)
    return 0 if len(colours) >= FEWEST_COLOURS and share_of_one <= MOST_OF_ONE else 1


if __name__ == "__main__":
    if sys.argv[1] == "--grab":
        sys.exit(grab(Path(sys.argv[2])))
    sys.exit(main(Path(sys.argv[1])))
