"""How SQLite is told which file to open, and what for."""

from pathlib import PurePath


def file_uri(path: PurePath, mode: str) -> str:
    """Return the name by which SQLite opens a file in a mode: ``ro`` or ``rw``."""
    uri = path.as_uri()
    if path.drive.startswith("\\\\"):
        # A share of another computer: SQLite takes no name of a computer but as part of a path.
        uri = uri.replace("file://", "file:////", 1)
    return f"{uri}?mode={mode}"
