"""One window a bank: a second start shows the first and hands over what it was to open."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, QTimer, Signal

if TYPE_CHECKING:
    from quizapp.ui.calling import CallServer

_ATTEMPTS = 10
_PAUSE_MS = 200


class SingleInstance(QObject):
    """The claim on a bank; ``called`` carries the files that a second start was to open.

    The lock alone decides who has the bank. What a second start calls is loaded only once the
    event loop runs: the network library would hold up the first paint.
    """

    called = Signal(object)

    def __init__(self, bank: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"quizapp-{_short_name(bank)}"
        self._folder = bank.parent
        self._lock = QLockFile(str(self._folder / "window.lock"))
        # A lock is stale only when its program is gone, however long that has been running.
        self._lock.setStaleLockTime(0)
        self._server: CallServer | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._listen)

    def claim(self, to_open: tuple[Path, ...] = ()) -> bool:
        """Claim the bank, or ask the window that has it to come forward; tell which it was."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            # Opening the bank says what is wrong with the folder.
            return True
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            return not self._call(to_open)
        self._soon.start(0)
        return True

    def release(self) -> None:
        """Give the claim up."""
        self._soon.stop()
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _listen(self) -> None:
        from quizapp.ui.calling import CallServer  # noqa: PLC0415 - see the class

        if self._server is None and self._lock.isLocked():
            self._server = CallServer(self._name, self.called.emit)

    def _call(self, to_open: tuple[Path, ...]) -> bool:
        from quizapp.ui.calling import call  # noqa: PLC0415 - see the class

        for _attempt in range(_ATTEMPTS):
            if call(self._name, to_open):
                return True
            # The first window may hold the lock and not yet listen.
            if self._lock.tryLock(_PAUSE_MS):
                self._listen()
                return False
        return True


def _short_name(bank: Path) -> str:
    path = str(bank.absolute()).encode()
    whole = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
    return bytes(whole.toHex().data()).decode("ascii")[:16]
