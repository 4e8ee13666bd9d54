"""Draw every widget in every look, to be looked at: ``python -m tests.screens.gallery FOLDER``."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.look import Theme
from quizapp.ui.theme.tokens import Scheme
from tests.screens import gallery_desk as desk
from tests.screens import gallery_sitting as sitting

SAMPLES: dict[str, Callable[[], QWidget]] = {
    sample.__name__: sample
    for sample in (
        sitting.date_empty,
        sitting.date_almost,
        sitting.number_wrong,
        sitting.choice_open,
        sitting.choice_wrong,
        sitting.ordering,
        sitting.ordering_marked,
        sitting.matching,
        sitting.gaps,
        sitting.rating,
        sitting.reading,
        desk.home,
        desk.forms,
        desk.trouble,
        desk.overlays,
        desk.figures,
    )
}
SIZE = (1180, 800)


def draw(folder: Path, only: tuple[str, ...] = ()) -> int:
    """Draw the samples into the folder and return how many pictures there are."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for scheme in Scheme:
        for scale in (1.0, 2.0):
            apply_theme(app, Theme(scheme=scheme, scale=scale))
            for name, sample in SAMPLES.items():
                if only and name not in only:
                    continue
                widget = sample()
                if name not in {"reading", "overlays"}:
                    widget.resize(*SIZE)
                widget.show()
                for _turn in range(3):  # a layout that changes its form needs another turn
                    QCoreApplication.processEvents()
                widget.grab().save(str(folder / f"{name}-{scheme}-{round(scale * 100)}.png"))
                widget.close()
                widget.deleteLater()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
                count += 1
    return count


if __name__ == "__main__":
    sys.stdout.write(f"{draw(Path(sys.argv[1]), tuple(sys.argv[2:]))} pictures\n")
