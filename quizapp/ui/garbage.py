"""Collects garbage in the window's own thread and in no other.

By itself Python collects in whichever thread happens to make an object. In the worker it would
take parts of the window apart there: Qt holds a lock meanwhile that the window's thread may wait
for with Python's own, and both stand still for good; or a part is deleted while it is painted.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS: Final = 500


class Collector(QObject):
    """Keeps Python from collecting by itself from now on, and does it here.

    It keeps to ``gc.get_threshold()``, looked at twice a second. Made on the GUI thread.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        # In a turn of its own: on top of the one that shows a question it would be felt.
        timer.timeout.connect(lambda: QTimer.singleShot(0, self, collect_due))
        timer.start(LOOK_EVERY_MS)


def collect_due() -> None:
    """Collect the oldest generation that is over its threshold, and those younger than it."""
    over = [
        generation
        for generation, (count, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > most > 0
    ]
    if over:
        gc.collect(over[-1])
