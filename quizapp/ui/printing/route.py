"""Printing tied to the shelf: the page, the dialog for a file, and the printer's own."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from quizapp.base.errors import QuizappError
from quizapp.base.ids import PackId
from quizapp.base.texts import _, ngettext
from quizapp.packs.reader import ReadPack, read_pack
from quizapp.questions.pack import Pack
from quizapp.ui.printing.output import send_to, write_pdf
from quizapp.ui.printing.page import PrintPage
from quizapp.ui.program import Services
from quizapp.ui.shell import Shell
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.widgets.save_file import place_to_save


class PrintRoute(QObject):
    """Shows the page of a pack beside the side-bar and does what it asks for."""

    def __init__(
        self, services: Services, runner: TaskRunner, shell: Shell, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shelf = services.shelf
        self._runner = runner
        self._shell = shell
        self._before = (shell.page, shell.place, shell.title)

    def open(self, pack: str) -> None:
        """Show what can be printed of a pack of one's own."""
        self._runner.run(lambda: self._shelf.whole(PackId(pack)), self._show, self._tell_error)

    def open_folder(self, folder: Path) -> None:
        """Show what can be printed of a pack that is being written."""

        def show(found: ReadPack) -> None:
            if found.pack is None:
                self._shell.warn(_("Ret fejlene først. De står nederst."))
            else:
                self._show(found.pack)

        self._runner.run(lambda: read_pack(folder), show, self._tell_error)

    def go_back(self) -> bool:
        """Leave the page for the one before it; tell whether it was shown."""
        page = self._shell.page
        if not (self._shell.is_at_desk and isinstance(page, PrintPage)):
            return False
        page.left.emit()
        return True

    def _show(self, pack: Pack) -> None:
        if not isinstance(self._shell.page, PrintPage):
            # Asked for twice, it still goes back to where it was asked for.
            self._before = (self._shell.page, self._shell.place, self._shell.title)
        before, place, title = self._before

        def go_back() -> None:
            if isValid(before):
                self._shell.show_page(before, place, title)
            else:
                # Another page was shown, and went with this one's coming.
                self._shell.chosen.emit(place)

        page = PrintPage(pack, self._runner, title)
        page.left.connect(go_back)
        page.saved.connect(lambda: self._save(page))
        page.printed.connect(lambda: self._print(page))
        self._shell.show_page(page, place, _("Udskriv"), is_passing=True)
        page.take_focus()

    def save_as(self, page: PrintPage, path: Path) -> None:
        """Write the pages of a page as a PDF and say so."""
        pages, title = page.pages, page.pack.manifest.title

        def saved(_nothing: None) -> None:
            count = len(pages)
            text = ngettext("{n} side er gemt i {file}.", "{n} sider er gemt i {file}.", count)
            self._shell.tell(text.format(n=count, file=path.name))

        self._runner.run(lambda: write_pdf(pages, path, title), saved, self._tell_error)

    def _tell_error(self, error: Exception) -> None:
        if not isinstance(error, QuizappError):
            raise error
        self._shell.warn(str(error))

    def _save(self, page: PrintPage) -> None:
        suggested = Path.home() / f"{page.pack.manifest.id}.pdf"
        kinds = {".pdf": "PDF (*.pdf)"}
        if path := place_to_save(page, _("Gem som PDF"), suggested, kinds):
            self.save_as(page, path)

    def _print(self, page: PrintPage) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(page.pack.manifest.title)
        dialog = QPrintDialog(printer, page.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            send_to(printer, page.pages)
