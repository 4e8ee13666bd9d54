"""Where the files lie that the project shares beside its repository, if they are there at all."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def has_shared() -> bool:
    """Say whether the shared files lie beside the repository on this machine."""
    return (SHARED / "README.md").is_file()


def shared_files(folder: str, pattern: str) -> list[Path]:
    """List the shared files to collect tests from; none where the files are absent."""
    return sorted((SHARED / folder).glob(pattern))
