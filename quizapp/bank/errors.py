"""What can go wrong with a bank's file; each names the file and says what to do now."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from quizapp.base.errors import QuizappError, is_of_full_disk

# Below this a failed write is a full disk, whatever the system called it.
NEARLY_FULL_BYTES: Final = 256 * 1024


class BankError(QuizappError):
    """The bank could not be used, and nothing was changed."""


class BankTooNewError(BankError):
    """A newer program wrote the bank; it was not touched."""


class NotABankError(BankError):
    """The file is something else; it was not touched."""


class BankDamagedError(BankError):
    """The file is damaged; a backup can be restored."""


class BankBusyError(BankError):
    """Another program held the bank for too long."""


class DiskFullError(BankError):
    """The disk is full; what was about to be written is not."""


class NoPermissionError(BankError):
    """The program may not write there."""


class MissingError(BankError):
    """The folder or the file is not there."""


class DiskError(BankError):
    """The disk did not answer."""


def no_room() -> DiskFullError:
    """Return the error of a full disk, whatever was being written."""
    return DiskFullError("no_room")


@contextmanager
def on_full_disk(code: str) -> Iterator[None]:
    """Let a full disk be said with a sentence of its own: what was not done, what still holds."""
    try:
        yield
    except DiskFullError as error:
        raise DiskFullError(code) from error


def no_permission(path: Path) -> NoPermissionError:
    """Return the error of a folder that may not be written in."""
    return NoPermissionError("no_permission", folder=str(path.parent))


def missing(path: Path) -> MissingError:
    """Return the error of a path that is not there, or of its folder if that is what lacks."""
    gone = path if path.parent.is_dir() else path.parent
    return MissingError("missing", path=str(gone))


def is_disk_full(path: Path) -> bool:
    """Say whether the disk that holds a path has hardly any room left."""
    try:
        return shutil.disk_usage(path.parent).free < NEARLY_FULL_BYTES
    except OSError:
        return False


@contextmanager
def files_named(path: Path) -> Iterator[None]:
    """Turn what the system says of files into errors that the person can act on."""
    try:
        yield
    except FileNotFoundError as error:
        raise missing(path) from error
    except OSError as error:
        raise of_system(error, path) from error


def of_system(error: OSError, path: Path) -> BankError:
    """Return the error that the system's own number means for a path."""
    if is_of_full_disk(error):
        return no_room()
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return no_permission(path)
    return DiskError("disk", file=str(path))
