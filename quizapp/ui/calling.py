"""What a second start says to the window that has the bank: come forward, and open these files."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 2000
_PAUSE_MS = 200


def call(name: str, to_open: tuple[Path, ...]) -> bool:
    """Ask the window that listens under a name to come forward; tell whether there was one."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    paths = [str(path.absolute()) for path in to_open]
    socket.write(json.dumps(paths).encode() + b"\n")
    socket.flush()
    # The other window says that it has come forward by hanging up.
    socket.waitForDisconnected(_PATIENCE_MS)
    return True


class CallServer:
    """Hears second starts, and tells ``on_call`` the files that one was to open."""

    def __init__(self, name: str, on_call: Callable[[tuple[Path, ...]], object]) -> None:
        self._on_call = on_call
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # After a crash the socket's file is left, and listening would fail.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def close(self) -> None:
        """Hear nothing more."""
        self._server.close()

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket.canReadLine() or socket.waitForReadyRead(_PAUSE_MS):
            self._on_call(_paths(bytes(socket.readLine().data())))
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
