"""Pictures and sounds of a pack that lie in a folder until somebody asks for them."""

import shutil
import weakref
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from typing_extensions import override


class MediaFiles(MutableMapping[str, bytes]):
    """The bytes of media by their names; what is not asked for takes no memory.

    Files have numbers for names, so no name is the author's.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._numbers: dict[str, int] = {}

    def own_folder(self) -> None:
        """Delete the folder when nobody uses these files any more."""
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    @override
    def __getitem__(self, name: str) -> bytes:
        return self._path(self._numbers[name]).read_bytes()

    @override
    def __setitem__(self, name: str, content: bytes) -> None:
        number = self._numbers.setdefault(name, len(self._numbers))
        self._path(number).write_bytes(content)

    @override
    def __delitem__(self, name: str) -> None:
        del self._numbers[name]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    @override
    def __len__(self) -> int:
        return len(self._numbers)

    def _path(self, number: int) -> Path:
        return Path(self._folder) / f"medium-{number}"
