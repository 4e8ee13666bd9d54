"""Something long in short steps, one each time the event loop comes round."""

from collections.abc import Generator, Iterator

from PySide6.QtCore import QObject, QTimer


def to_the_end(steps: Iterator[object]) -> Generator[None]:
    """Take steps that must not stay half done: whoever stops has what is left done at once."""
    try:
        for _step in steps:
            yield
    except GeneratorExit:
        for _step in steps:
            pass
        raise


class Turns(QObject):
    """Takes one step of what it was given at each turn; what is new replaces what was left."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take)

    def go(self, steps: Iterator[object]) -> None:
        """Take these steps from the next turn on."""
        self._steps = steps
        self._timer.start(0)

    def finish(self) -> None:
        """Take at once all the steps that are left."""
        self._timer.stop()
        for _step in self._steps:
            pass

    def stop(self) -> None:
        """Leave what is left undone."""
        self._timer.stop()
        self._steps = iter(())

    def _take(self) -> None:
        steps = self._steps
        try:
            next(steps)
        except StopIteration:
            # The last step may have begun something new.
            if self._steps is steps:
                self._timer.stop()
        except BaseException:
            self._timer.stop()
            raise
