"""What was changed in the settings, so that each change can be taken back, the newest first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.base.texts import _

SETTLED_MS: Final = 1_000
"""What changes the same again sooner than this, as a slider does, is one step with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What some fields were before they were changed; ``of_learner`` where the bank keeps them."""

    before: Mapping[str, Any]
    of_learner: bool


class Steps(QObject):
    """Takes changes back; ``told`` carries a sentence and what takes the newest change back."""

    told = Signal(str, object)

    def __init__(self, put_back: Callable[[Step], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._put_back = put_back
        self._steps: list[Step] = []
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)

    def add(self, step: Step) -> None:
        """Keep what was so before a change, and offer to take it back."""
        newest = self._steps[-1] if self._steps else None
        goes_on = newest is not None and newest.before.keys() == step.before.keys()
        is_settled = not self._settling.isActive()
        self._settling.start()
        if is_settled or not goes_on:
            self._steps.append(step)
            self.told.emit(_("Gemt."), self.take_back)

    def take_over(self, former: "Steps") -> None:
        """Go on from a page that was built in another language."""
        self._steps = former._steps  # noqa: SLF001 - another of the same kind
        if self._steps:
            self.told.emit(_("Gemt."), self.take_back)

    def take_back(self) -> None:
        """Put back what was so before the newest change, and offer the one before it."""
        self._settling.stop()
        self._put_back(self._steps.pop())
        self.told.emit(_("Alt er som før."), self.take_back if self._steps else None)
