"""Where a file is to be saved, asked of the person: never over another file without asking."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class SaveDialog(QFileDialog):
    """The system's own chooser; ``kinds`` are words such as ``Billeder (*.png)`` by their suffix.

    A name without a suffix gets that of the kind chosen, so that it is asked about as it is saved.
    """

    def __init__(
        self, parent: QWidget, title: str, suggested: Path, kinds: Mapping[str, str]
    ) -> None:
        super().__init__(parent.window(), title, str(suggested.parent))
        self._suffixes = {words: suffix for suffix, words in kinds.items()}
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters(list(kinds.values()))
        self.selectFile(suggested.name)
        self.filterSelected.connect(self._follow)
        self._follow(self.selectedNameFilter())

    def named(self) -> tuple[Path, Path] | None:
        """Return the path as it was chosen, and with the suffix it lacks; None for no choice."""
        chosen = self.selectedFiles()
        if not chosen:
            return None
        path, suffix = Path(chosen[0]), f".{self.defaultSuffix()}"
        is_known = path.suffix.lower() in self._suffixes.values()
        return path, path if is_known else path.with_name(path.name + suffix)

    def _follow(self, words: str) -> None:
        self.setDefaultSuffix(self._suffixes.get(words, "").removeprefix("."))


def place_to_save(
    parent: QWidget, title: str, suggested: Path, kinds: Mapping[str, str]
) -> Path | None:
    """Ask where to save, and return it with one of the suffixes; None when it is called off."""
    while True:
        dialog = SaveDialog(parent, title, suggested, kinds)
        is_chosen = dialog.exec() == QFileDialog.DialogCode.Accepted
        named = dialog.named() if is_chosen else None
        dialog.deleteLater()
        if named is None:
            return None
        chosen, path = named
        if path == chosen or not path.exists():
            return path
        # »Uge 1.5« has no suffix that Qt would add to, and the file that it becomes is there.
        suggested = path
