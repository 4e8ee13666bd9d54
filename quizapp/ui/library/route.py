"""The library tied to the shelf: add with a preview, remove with undo."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from quizapp.base.errors import QuizappError
from quizapp.base.ids import PackId
from quizapp.base.texts import _, say
from quizapp.packs.problems import where
from quizapp.ui.library.add_page import AddPage, is_known
from quizapp.ui.library.ask_page import OLDER, OTHER, AskPage
from quizapp.ui.library.busy_page import adding_words, reading_words
from quizapp.ui.library.long_work import Ends, LongWork
from quizapp.ui.library.page import LibraryPage
from quizapp.ui.library.refused_page import RefusedPage
from quizapp.ui.program import Services
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.widgets.save_file import place_to_save

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.library.difference import Consent
    from quizapp.library.install import Installed, Survey
    from quizapp.library.overview import PackOverview
    from quizapp.questions.pack import Pack

_MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file, the pack that was in it when it was read, and what the learner agreed to so far.

    That pack is what gets added.
    """

    path: Path
    pack: "Pack"
    consent: "Consent"


class LibraryRoute(QObject):
    """Keeps the page and the shelf in step.

    ``opened`` carries a sub-page to show, ``closed`` says that it is done with. ``told`` carries a
    sentence and what takes it back, or None.
    """

    opened = Signal(QWidget)
    closed = Signal()
    told = Signal(str, object)
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, services: Services, runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shelf = services.shelf
        self._runner = runner
        self._long = LongWork(runner, self)
        self._long.opened.connect(self.opened)
        self.page = LibraryPage()
        self.page.add_asked.connect(self.choose_file)
        self.page.removed.connect(self._remove)
        self.page.share_asked.connect(self._share)

    def refresh(self, then: Callable[[], None] | None = None) -> None:
        """Read the packs again, show them, and go on."""

        def show(packs: "list[PackOverview]") -> None:
            self.page.show_packs(packs)
            if then is not None:
                then()

        self._runner.run(self._shelf.packs, show, self.failed.emit)

    def choose_file(self) -> None:
        """Ask for a file, then show what adding it would change."""
        kinds = _("Pakker (*.quizpack *.zip pakke.yaml *.xlsx *.ods *.csv)")
        chosen, _kind = QFileDialog.getOpenFileName(
            self.page.window(), _("Tilføj pakke"), str(Path.home()), kinds
        )
        if chosen:
            self.preview(Path(chosen))

    def preview(self, path: Path) -> None:
        """Show what adding a pack would change, or why it cannot be added."""
        path = path.parent if path.name == "pakke.yaml" else path

        def look(pack: "Pack") -> None:
            self._look(_Opened(path, pack, _nothing_agreed()))

        self._long.begin(
            reading_words(),
            lambda watch: self._shelf.open_file(path, watch),
            Ends(done=look, failed=self._refused(path), stopped=self._on_stopped),
        )

    def _look(self, opened: _Opened) -> None:
        """Show what a pack that was read would change."""

        def show(survey: "Survey") -> None:
            if is_known(survey.figures):
                self.told.emit(_("Du har allerede denne version."), None)
                self.closed.emit()
                return
            page = AddPage(survey)
            page.accepted.connect(
                lambda: self._install(
                    replace(opened, consent=page.consent(opened.consent)), survey.figures
                )
            )
            page.left.connect(self.closed)
            page.chosen.connect(lambda: self._look_again(opened, page))
            self.opened.emit(page)

        self._runner.run(
            lambda: self._shelf.survey(opened.pack, opened.consent), show, self._refused(opened)
        )

    def _look_again(self, opened: _Opened, page: AddPage) -> None:
        """Work out the figures anew with what was chosen on the page."""
        consent = page.consent(opened.consent)

        def show(survey: "Survey") -> None:
            if isValid(page) and page.consent(opened.consent) == consent:
                page.show_figures(survey)

        self._runner.run(lambda: self._shelf.survey(opened.pack, consent), show, self.failed.emit)

    def _install(self, opened: _Opened, foreseen: "Installed") -> None:
        is_update = foreseen.previous_version is not None

        def done(installed: "Installed") -> None:
            number = installed.installation
            text = _("Pakken er opdateret.") if is_update else _("»{pack}« er tilføjet.")
            undo = None if number is None else lambda: self._take_back(number)
            self.closed.emit()
            self._tell(text.format(pack=installed.title), undo)

        self._long.begin(
            adding_words(foreseen.title, is_update=is_update),
            lambda watch: self._shelf.add(opened.pack, opened.consent, watch),
            Ends(done=done, failed=self._refused(opened), stopped=self._on_stopped),
        )

    def _on_stopped(self) -> None:
        self.closed.emit()
        self.told.emit(_("Stoppet. Intet er ændret."), None)

    def _remove(self, pack: str, title: str) -> None:
        def done(number: int) -> None:
            text = _("»{pack}« er fjernet. Dine svar er gemt.").format(pack=title)
            self._tell(text, lambda: self._take_back(number))

        self._runner.run(lambda: self._shelf.remove(PackId(pack)), done, self.failed.emit)

    def _share(self, pack: str, title: str) -> None:
        kinds = {
            ".quizpack": _("Pakker (*.quizpack)"),
            ".xlsx": _("Regneark (*.xlsx)"),
            ".csv": _("Regneark (*.csv)"),
        }
        suggested = Path.home() / f"{pack}.quizpack"
        if path := place_to_save(self.page, _("Del som fil"), suggested, kinds):
            self.save(pack, title, path)

    def save(self, pack: str, title: str, path: Path) -> None:
        """Write a pack as a file to share, and say what that form cannot carry."""

        def done(left_out: tuple[str, ...]) -> None:
            words = {"media": _("billeder og lyd"), "reading_text": _("læseteksten")}
            text = _("»{pack}« er gemt i {file}.")
            if left_out:
                text = _("»{pack}« er gemt i {file}. Ikke med: {names}.")
            names = ", ".join(words[code] for code in left_out)
            self.told.emit(text.format(pack=title, file=path.name, names=names), None)

        self._runner.run(lambda: self._shelf.save(PackId(pack), path), done, self.failed.emit)

    def _take_back(self, installation: int) -> None:
        def done(_changes: object) -> None:
            self._tell(_("Alt er som før."), None)

        self._runner.run(lambda: self._shelf.undo(installation), done, self.failed.emit)

    def _tell(self, text: str, undo: Callable[[], None] | None) -> None:
        self.refresh()
        self.changed.emit()
        self.told.emit(text, undo)

    def _refused(self, what: "Path | _Opened") -> Callable[[Exception], None]:
        def show(error: Exception) -> None:
            if not isinstance(error, QuizappError):
                raise error
            if isinstance(what, _Opened) and error.message.code in {OLDER, OTHER}:
                ask = AskPage(error)
                agreed = what.consent
                is_older = error.message.code == OLDER
                yes = (
                    replace(agreed, allow_older=True)
                    if is_older
                    else replace(agreed, allow_other_edition=True)
                )
                both = replace(agreed, keeps_both=True)
                ask.accepted.connect(lambda: self._look(replace(what, consent=yes)))
                ask.both.connect(lambda: self._look(replace(what, consent=both)))
                ask.left.connect(self.closed)
                self.opened.emit(ask)
                return
            path = what.path if isinstance(what, _Opened) else what
            page = RefusedPage(path, error, _problems(error))
            page.retried.connect(self.choose_file)
            page.left.connect(self.closed)
            self.opened.emit(page)

        return show


def _nothing_agreed() -> "Consent":
    # Not above: it loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.library.difference import ASK_FIRST  # noqa: PLC0415

    return ASK_FIRST


def _problems(error: QuizappError) -> str:
    """Return every mistake of a refused pack, one a line."""
    from quizapp.library.install import PackRefusedError  # noqa: PLC0415 - as in _nothing_agreed

    if not isinstance(error, PackRefusedError):
        return ""
    return "\n".join(f"{where(one)} {say(one.message)}" for one in error.problems[:_MOST_SHOWN])
