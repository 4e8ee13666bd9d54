"""»Skriv pakker« tied to the files: packs are begun, opened, written, tried and shared."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.ids import PackId
from quizapp.base.paths import DataPaths
from quizapp.base.texts import _, say
from quizapp.library.editing.document import Document
from quizapp.library.editing.packs import (
    NotBroughtInError,
    OwnPack,
    OwnPacks,
    begin_pack,
    bring_in,
)
from quizapp.library.editing.shared import SharedPacks
from quizapp.library.editing.store import Journal, OnDisk, read_folder
from quizapp.packs.problems import where
from quizapp.questions.pack import Author, Manifest
from quizapp.ui.editor.new_page import NewPage, Wanted
from quizapp.ui.editor.pack_commands import set_version
from quizapp.ui.editor.packs_page import PacksPage
from quizapp.ui.editor.page import EditorPage
from quizapp.ui.editor.question_commands import add, copy, move
from quizapp.ui.editor.session import Session
from quizapp.ui.editor.sharing import Sharing, ToShare
from quizapp.ui.editor.showing import Lines, lines_of
from quizapp.ui.editor.writing import Writing
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.theme.dress import dress
from quizapp.ui.turns import Turns

COMMANDS: Final[Mapping[str, Callable[[Writing], None]]] = {
    "author.add": add,
    "author.copy": copy,
    "author.up": lambda writing: move(writing, -1),
    "author.down": lambda writing: move(writing, 1),
    "author.list": lambda writing: writing.page.focus_list(),
    "author.form": Writing.focus_form,
    "author.preview": lambda writing: writing.page.focus_preview(),
    "author.problems": lambda writing: writing.page.focus_problems(),
    "author.text": Writing.toggle_text,
}


@dataclass(frozen=True, slots=True)
class _Opened:
    on_disk: OnDisk
    document: Document
    lines: Lines


class EditorRoute(QObject):
    """Keeps pages and files in step.

    ``made`` carries a page that is to go with the window even if it is never shown, ``opened`` a
    page to show and its title, ``told`` a sentence and what takes it back, ``warned`` one about
    what did not go as it should, ``try_asked`` the folder of a pack to add to one's own,
    ``print_asked`` that of one to print, ``changed`` that commands may be other.
    """

    made = Signal(QWidget)
    opened = Signal(QWidget, str)
    told = Signal(str, object)
    warned = Signal(str)
    failed = Signal(object)
    try_asked = Signal(object)
    print_asked = Signal(object)
    changed = Signal()

    def __init__(
        self, paths: DataPaths, runner: TaskRunner, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._clock = clock
        # Names of questions, not secrets; the clock makes them others every time.
        self._random = Random(clock.now().isoformat())  # noqa: S311 - see above
        self._packs = paths.packs
        self._own = OwnPacks(paths.editing, paths.packs)
        self._journal = Journal(paths.editing)
        self.list = PacksPage()
        self.writing: Writing | None = None
        self._closed: list[Writing] = []
        self._opening: _Opened | None = None
        self._author = ""
        self._sharing = Sharing(runner, self._random, SharedPacks(paths.editing), self)
        self._sharing.raised.connect(self._share_as)
        self._sharing.print_asked.connect(self.print_asked)
        self._sharing.told.connect(self.told)
        self._sharing.warned.connect(self.warned)
        self._sharing.failed.connect(self.failed)
        self.list.begun.connect(self.begin)
        self.list.opened.connect(self.open)
        self.list.file_asked.connect(self._choose_file)
        self.list.folder_asked.connect(self._choose_folder)

    def show(self) -> None:
        """Show the pack that is being written, or else the packs there are."""
        if self.writing is not None:
            self._show_writing()
        else:
            self.show_list()

    def show_list(self) -> None:
        """Leave the pack that is being written, and show the packs there are."""
        gone = self._leave()

        def show(packs: list[OwnPack]) -> None:
            self.list.show_packs(packs)
            self.opened.emit(self.list, _("Skriv pakker"))
            self.list.take_focus()
            if gone is not None:
                gone.deleteLater()
            self._let_closed_go()

        self._runner.run(self._own.found, show, self.failed.emit)

    def begin(self) -> None:
        """Show the small page on which a pack begins."""
        page = NewPage(self._packs, self._author)
        page.accepted.connect(self._begin)
        page.left.connect(self.show_list)
        self.opened.emit(page, _("Ny pakke"))
        page.take_focus()

    def open(self, path: Path, *, is_new: bool = False) -> None:
        """Open a pack's folder, or a shared file as a folder of one's own."""
        packs, random = self._packs, self._random

        def work() -> _Opened:
            folder = bring_in(path, packs, random)
            on_disk = read_folder(folder)
            self._own.remember(folder)
            reading = on_disk.reading
            document = Document(on_disk.text, random, reading.text, reading.name)
            return _Opened(on_disk, document, lines_of(document))

        self._runner.run(work, lambda found: self._write(found, is_new=is_new), self._not_opened)

    def close(self) -> None:
        """Save what is being written."""
        if self.writing is not None:
            self.writing.flush()
            self.writing.session.save()

    @property
    def is_writing(self) -> bool:
        """Whether the page of an open pack is shown."""
        return self.writing is not None and self.writing.page.isVisible()

    def do(self, code: str) -> None:
        """Carry out a command of the editor."""
        if self.writing is not None and code in COMMANDS:
            COMMANDS[code](self.writing)

    def codes(self) -> set[str]:
        """Return the commands that can be carried out now."""
        if self.writing is None:
            return set()
        found = {*COMMANDS, "author.try", "author.export"}
        document = self.writing.document
        found |= {"edit.undo"} if document.can_undo else set()
        return found | ({"edit.redo"} if document.can_redo else set())

    def undo(self) -> None:
        """Take the last step back."""
        if self.writing is not None:
            self.writing.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.writing is not None:
            self.writing.redo()

    def try_pack(self) -> None:
        """Save, then offer to add the pack to one's own."""
        if self.writing is None:
            return
        writing = self.writing
        writing.flush()
        if writing.has_errors:
            self.told.emit(_("Ret fejlene først. De står nederst."), None)
            writing.page.focus_problems()
            return
        writing.session.save(lambda: self.try_asked.emit(writing.session.folder))

    def export(self) -> None:
        """Save, then ask in what form the pack is to be shared."""
        if self.writing is None:
            return
        writing = self.writing
        writing.flush()
        manifest = writing.document.manifest()
        pack = ToShare(
            folder=writing.session.folder,
            pack_id=manifest.id,
            title=manifest.title,
            version=manifest.version,
        )
        opener = writing.page.export
        writing.session.save(lambda: self._sharing.choose(opener, pack))

    def write_file(self, target: Path) -> None:
        """Save, then write the pack as one file, without asking where."""
        if self.writing is not None:
            session = self.writing.session
            self.writing.flush()
            session.save(lambda: self._sharing.write(session.folder, target))

    def _share_as(self, version: int, target: Path) -> None:
        """Give the pack another version, then write it as one file."""
        if self.writing is not None and set_version(self.writing, version):
            self.write_file(target)

    def take_over(self, former: "EditorRoute") -> None:
        """Go on with the pack that was open before the pages were built in another language."""
        old = former.let_go()
        if old is None:
            return
        document, base = old.document, old.session.base

        def work() -> _Opened:
            # After what was being saved: what the old pages would have been told is told nobody.
            with suppress(QuizappError):
                now = read_folder(base.folder)
                if now.content == document.content or now.sha == base.sha:
                    return _Opened(now, document, lines_of(document))
            return _Opened(base, document, lines_of(document))

        def show(found: _Opened) -> None:
            if self.writing is None:
                writing = self._begin_writing(found, self._page())
                writing.begin()
                writing.show_chosen(old.still_there())

        self._runner.run(work, show, self.failed.emit)

    def let_go(self) -> Writing | None:
        """Give the open pack away, with all that was done to it."""
        self._opening = None
        writing, self.writing = self.writing, None
        if writing is not None:
            writing.rest()
        return writing

    def _write(self, found: _Opened, *, is_new: bool) -> None:
        """Show a pack, in a few turns of the event loop: in one it would hold the window up."""
        gone, page, self._opening = self._leave(), self._page(), found
        turns = Turns(self)

        def steps() -> Iterator[None]:
            # Unless something else was asked for meanwhile.
            yield
            if self._opening is found:
                writing = self._begin_writing(found, page)
                for step in self._show_steps(writing, is_new=is_new):
                    yield step
                    if self._opening is not found:
                        break
            else:
                page.deleteLater()
            turns.deleteLater()
            if gone is not None:
                gone.deleteLater()
                # What it asked for may still come back to it.
                self._runner.run(lambda: None, self._let_closed_go, self.failed.emit)

        turns.go(steps())

    def _show_steps(self, writing: Writing, *, is_new: bool) -> Iterator[None]:
        yield
        writing.begin()
        yield
        dress(writing.page)
        yield
        self._show_writing()
        if is_new:
            add(writing)

    def _page(self) -> EditorPage:
        page = EditorPage()
        self.made.emit(page)
        return page

    def _begin_writing(self, found: _Opened, page: EditorPage) -> Writing:
        session = Session(found.on_disk, found.document, self._journal, self._runner, self._clock)
        writing = Writing(page, session, self._runner, found.lines, self)
        session.setParent(writing)
        writing.told.connect(self.told)
        writing.failed.connect(self.failed)
        writing.history_changed.connect(self.changed)
        writing.page.back_pressed.connect(self.show_list)
        writing.page.try_pressed.connect(self.try_pack)
        writing.page.export_pressed.connect(self.export)
        self.writing = writing
        return writing

    def _show_writing(self) -> None:
        assert self.writing is not None, "a pack is open"
        page = self.writing.page
        self.opened.emit(page, self.writing.document.manifest().title or _("Skriv pakker"))
        if page.notice.isHidden():
            page.focus_list()
        else:
            page.notice.focus()

    def _leave(self) -> QWidget | None:
        """Save what is being written; return its page, to let go when another is shown."""
        self._opening = None
        if self.writing is None:
            return None
        writing, self.writing = self.writing, None
        writing.rest()
        writing.session.save()
        self._closed.append(writing)
        return writing.page

    def _let_closed_go(self, _nothing: None = None) -> None:
        """Let the packs go that were left and are saved; the others later."""
        done = [one for one in self._closed if one.session.is_done]
        self._closed = [one for one in self._closed if one not in done]
        for one in done:
            one.deleteLater()

    def _begin(self, wanted: Wanted) -> None:
        self._author = wanted.author
        manifest = Manifest(
            id=PackId(wanted.pack_id),
            title=wanted.title,
            version=1,
            authors=(Author(name=wanted.author),) if wanted.author else (),
            license=wanted.licence,
        )
        self._runner.run(
            lambda: begin_pack(wanted.folder, manifest),
            lambda folder: self.open(folder, is_new=True),
            self.failed.emit,
        )

    def _choose_file(self) -> None:
        kinds = _("Pakker og regneark (*.quizpack pakke.yaml *.xlsx *.ods *.csv)")
        chosen, _kind = QFileDialog.getOpenFileName(
            self.list.window(), _("Åbn en fil"), str(Path.home()), kinds
        )
        if chosen:
            self.open(Path(chosen))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self.list.window(), _("Åbn en mappe"), str(Path.home())
        )
        if chosen:
            self.open(Path(chosen))

    def _not_opened(self, error: Exception) -> None:
        if isinstance(error, NotBroughtInError) and error.problems:
            first = error.problems[0]
            self.warned.emit(f"{error} {where(first)} {say(first.message)}")
        else:
            self.failed.emit(error)
