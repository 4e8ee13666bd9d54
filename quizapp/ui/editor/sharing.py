"""A pack as one file: built to be shared, or written as a spreadsheet."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from quizapp.base.texts import _, number_text
from quizapp.library.editing.packs import not_written, slug
from quizapp.library.editing.shared import SharedPacks
from quizapp.packs.build import Built
from quizapp.packs.convert import Converted, convert
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.widgets.save_file import place_to_save

PACK, SHEET = ".quizpack", ".xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToShare:
    """A saved pack that is to be shared, as what it calls itself."""

    folder: Path
    pack_id: str
    title: str
    version: int


class Sharing(QObject):
    """Asks where to, and writes the file in the worker.

    ``told`` carries what came of it, ``warned`` why nothing did,
    ``raised`` carries the version that the pack is to have first, and where it goes then;
    ``print_asked`` the folder of a pack that is wanted on paper.
    """

    told = Signal(str, object)
    warned = Signal(str)
    failed = Signal(object)
    raised = Signal(int, object)
    print_asked = Signal(object)

    def __init__(
        self,
        runner: TaskRunner,
        random: Random,
        shared: SharedPacks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._random = random
        self._shared = shared

    def choose(self, opener: QWidget, pack: ToShare) -> None:
        """Open a menu of the forms a pack can be shared in, and of its versions."""

        def work() -> int | None:
            return self._shared.next_version(pack.folder, pack.pack_id, pack.version)

        self._runner.run(work, lambda found: self._open(opener, pack, found), self.failed.emit)

    def _open(self, opener: QWidget, pack: ToShare, following: int | None) -> None:
        if not isValid(opener):
            return  # the pack was left meanwhile
        menu = QMenu(opener)
        for suffix, words, version in _ways(pack.version, following):
            action = menu.addAction(words)
            action.triggered.connect(
                lambda _on=False, suffix=suffix, version=version: self._ask(
                    opener, pack, suffix, version
                )
            )
        on_paper = menu.addAction(_("På papir: ark, facit eller kort …"))
        on_paper.triggered.connect(lambda: self.print_asked.emit(pack.folder))
        actions = menu.actions()
        menu.setActiveAction(actions[0])
        menu.popup(opener.mapToGlobal(QPoint(0, opener.height())))

    def write(self, folder: Path, target: Path) -> None:
        """Write a pack as one file, in the form that the name tells."""
        if target.suffix not in {PACK, SHEET}:
            target = target.with_name(target.name + PACK)
        random = self._random

        def work() -> Built | Converted:
            try:
                if target.suffix == PACK:
                    return self._shared.build(folder, target)
                return convert(folder, target, random)
            except OSError as error:
                raise not_written(error, target) from error

        self._runner.run(work, lambda done: self._say(done, target), self.failed.emit)

    def _ask(self, opener: QWidget, pack: ToShare, suffix: str, version: int | None) -> None:
        kinds = {
            PACK: _("Pakker (*.quizpack)"),
            SHEET: _("Regneark (*.xlsx)"),
        }
        start = Path.home() / f"{slug(pack.title) or pack.folder.name}{suffix}"
        kind = {suffix: kinds[suffix]}
        target = place_to_save(opener, _("Eksportér"), start, kind)
        if target is None:
            return
        if version is None:
            self.write(pack.folder, target)
        else:
            self.raised.emit(version, target)

    def _say(self, done: Built | Converted, target: Path) -> None:
        if done.pack is None:
            self.warned.emit(_("Pakken har fejl. Ret dem, der står nederst, og prøv igen."))
            return
        text = _("Gemt som »{file}«.").format(file=target.name)
        if isinstance(done, Built):
            version = number_text(done.pack.manifest.version)
            text = _("Version {n} er gemt som »{file}«.").format(n=version, file=target.name)
        if isinstance(done, Built) and done.is_for_own_use:
            text += " " + _("Pakken har ingen licens og er kun til eget brug.")
        if isinstance(done, Converted) and "media" in done.left_out:
            text += " " + _("Billeder kan ikke være i et regneark.")
        self.told.emit(text, None)


def _ways(version: int, following: int | None) -> list[tuple[str, str, int | None]]:
    """Return the forms a pack can be shared in: suffix, words, and the version it gets first."""
    as_pack = _("Som pakke til andre (.quizpack) …")
    ways: list[tuple[str, str, int | None]] = [(PACK, as_pack, None)]
    if following is not None:
        new = _("Som version {n} til andre (.quizpack) …").format(n=number_text(following))
        same = _("Stadig som version {n} (.quizpack) …").format(n=number_text(version))
        ways = [(PACK, new, following), (PACK, same, None)]
    return [
        *ways,
        (SHEET, _("Som regneark (.xlsx) …"), None),
    ]
