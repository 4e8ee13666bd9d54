"""One window a bank: a second start shows the first and hands over what it was to open."""

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 2000
_ATTEMPTS = 10
_PAUSE_MS = 200


class SingleInstance(QObject):
    """The claim on a bank; ``called`` carries the files that a second start was to open."""

    called = Signal(object)

    def __init__(self, bank: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = hashlib.sha256(str(bank.absolute()).encode()).hexdigest()[:16]
        self._name = f"quizapp-{name}"
        self._folder = bank.parent
        self._lock = QLockFile(str(self._folder / "window.lock"))
        # A lock is stale only when its program is gone, however long that has been running.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def claim(self, to_open: tuple[Path, ...] = ()) -> bool:
        """Claim the bank, or ask the window that has it to come forward; tell which it was."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            # Opening the bank says what is wrong with the folder.
            return True
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            return not self._call(to_open)
        # After a crash the socket's file is left, and listening would fail.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Give the claim up."""
        self._server.close()
        self._lock.unlock()

    def _call(self, to_open: tuple[Path, ...]) -> bool:
        for _attempt in range(_ATTEMPTS):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_PATIENCE_MS):
                paths = [str(path.absolute()) for path in to_open]
                socket.write(json.dumps(paths).encode() + b"\n")
                socket.flush()
                # The other window says that it has come forward by hanging up.
                socket.waitForDisconnected(_PATIENCE_MS)
                return True
            # The first window may hold the lock and not yet listen.
            if self._lock.tryLock(_PAUSE_MS):
                QLocalServer.removeServer(self._name)
                self._server.listen(self._name)
                return False
        return True

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket.canReadLine() or socket.waitForReadyRead(_PAUSE_MS):
            self.called.emit(_paths(bytes(socket.readLine().data())))
        socket.disconnectFromServer()
        socket.deleteLater()


def _paths(line: bytes) -> tuple[Path, ...]:
    """Return the paths in a message; none when it is not one of ours."""
    try:
        paths = json.loads(line)
    except ValueError:
        return ()
    is_list = isinstance(paths, list) and all(isinstance(path, str) for path in paths)
    return tuple(Path(path) for path in paths) if is_list else ()
