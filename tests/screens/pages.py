"""Writes a picture of every page in every state: ``python -m tests.screens.pages FOLDER``."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.ui.language import DANISH, LANGUAGES, speak
from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.fonts import OPEN_DYSLEXIC
from quizapp.ui.theme.look import Theme
from quizapp.ui.theme.tokens import Scheme
from quizapp.ui.widgets.side_bar import SideItem
from tests.screens.authoring import WRITING
from tests.screens.examining import EXAMINING
from tests.screens.finding import FINDING
from tests.screens.illustrated import ILLUSTRATED
from tests.screens.knowing import KNOWING
from tests.screens.learning import LEARNING
from tests.screens.library import LIBRARY_SCENES
from tests.screens.mocks import MOCKS
from tests.screens.practising import PRACTISING
from tests.screens.scenes import SCENES, Scene

ALL_SCENES = {**SCENES, **WRITING, **KNOWING, **PRACTISING, **LIBRARY_SCENES, **MOCKS, **EXAMINING}
ALL_SCENES |= LEARNING | ILLUSTRATED | FINDING
WIDE = (1180, 800)
SMALL = (1024, 640)
LEAST = (720, 480)
LOOKS = {
    "": (Theme(), WIDE),
    "_moerk": (Theme(scheme=Scheme.DARK), WIDE),
    "_kontrast": (Theme(scheme=Scheme.CONTRAST), WIDE),
    "_200pct": (Theme(scale=2.0), WIDE),
    "_1024x640": (Theme(), SMALL),
    "_720x480": (Theme(), LEAST),
    "_200pct_720x480": (Theme(scale=2.0), LEAST),
    "_ordblind": (Theme(family=OPEN_DYSLEXIC), WIDE),
    "_ordblind_200pct_720x480": (Theme(scale=2.0, family=OPEN_DYSLEXIC), LEAST),
}


def picture(scene: Scene, size: tuple[int, int]) -> Iterator[QWidget]:
    """Show a scene at a size, give it, and take it away."""
    widget = scene()
    widget.resize(*size)
    widget.show()
    for _turn in range(12):
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()
    focused = QApplication.focusWidget()
    if isinstance(focused, SideItem):
        focused.clearFocus()  # in the program a page takes the focus that it gets here
    yield widget
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def write_pictures(app: QApplication, folder: Path, only: str, looks: list[str]) -> None:
    """Write the pictures whose name holds ``only``, in the named looks."""
    folder.mkdir(parents=True, exist_ok=True)
    for look in looks:
        theme, size = LOOKS[look]
        apply_theme(app, theme)
        for name, scene in ALL_SCENES.items():
            if only in name:
                for widget in picture(scene, size):
                    widget.grab().save(str(folder / f"{name}{look}.png"))


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="part of a scene's name")
    parser.add_argument("--language", default=DANISH, choices=list(LANGUAGES))
    parser.add_argument("--look", action="append", choices=list(LOOKS), help="all by default")
    options = parser.parse_args()
    app = QApplication([])
    speak(app, options.language)
    write_pictures(app, options.folder, options.only, options.look or list(LOOKS))


if __name__ == "__main__":
    main()
