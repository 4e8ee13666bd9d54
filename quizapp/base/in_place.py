"""A finished file takes its place, over the one that stood there."""

import sys
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Final

_ATTEMPTS: Final = 20
_PAUSE_S: Final = 0.05


def put_in_place(part: Path, target: Path, platform: str = sys.platform) -> None:
    """Give a file its name in one step: whoever looks sees the old one or the new one.

    On Windows a virus scanner or an index may hold either for a moment; it is waited for, a second
    at the most. Raises ``OSError``.
    """
    for _attempt in range(_ATTEMPTS if platform == "win32" else 0):
        with suppress(PermissionError):
            part.replace(target)
            return
        Event().wait(_PAUSE_S)
    part.replace(target)
