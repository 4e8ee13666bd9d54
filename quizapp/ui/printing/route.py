"""Printing tied to the shelf: the page, the dialog for a file, and the printer's own."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from quizapp.base.errors import QuizappError
from quizapp.base.ids import PackId
from quizapp.base.texts import _, ngettext
from quizapp.questions.pack import Pack
from quizapp.ui.printing.output import send_to, write_pdf
from quizapp.ui.printing.page import PrintPage
from quizapp.ui.program import Services
from quizapp.ui.shell import LIBRARY, Shell
from quizapp.ui.tasks import TaskRunner


class PrintRoute(QObject):
    """Shows the page of a pack beside the side-bar and does what it asks for."""

    def __init__(
        self, services: Services, runner: TaskRunner, shell: Shell, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shelf = services.shelf
        self._runner = runner
        self._shell = shell

    def open(self, pack: str) -> None:
        """Show what can be printed of a pack."""

        def show(whole: Pack) -> None:
            page = PrintPage(whole)
            before = self._shell.page
            page.left.connect(lambda: self._shell.show_page(before, LIBRARY, _("Pakker")))
            page.saved.connect(lambda: self._save(page))
            page.printed.connect(lambda: self._print(page))
            self._shell.show_page(page, LIBRARY, _("Udskriv"), is_passing=True)
            page.take_focus()

        self._runner.run(lambda: self._shelf.whole(PackId(pack)), show, self._tell_error)

    def save_as(self, page: PrintPage, path: Path) -> None:
        """Write the pages of a page as a PDF and say so."""
        try:
            write_pdf(page.pages, path, page.pack.manifest.title)
        except QuizappError as error:
            self._tell_error(error)
            return
        count = len(page.pages)
        text = ngettext("{n} side er gemt i {file}.", "{n} sider er gemt i {file}.", count)
        self._shell.tell(text.format(n=count, file=path.name))

    def _tell_error(self, error: Exception) -> None:
        if not isinstance(error, QuizappError):
            raise error
        self._shell.tell(str(error))

    def _save(self, page: PrintPage) -> None:
        suggested = Path.home() / f"{page.pack.manifest.id}.pdf"
        chosen, _kind = QFileDialog.getSaveFileName(
            page.window(), _("Gem som PDF"), str(suggested), "PDF (*.pdf)"
        )
        if chosen:
            self.save_as(page, Path(chosen))

    def _print(self, page: PrintPage) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(page.pack.manifest.title)
        dialog = QPrintDialog(printer, page.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            send_to(printer, page.pages)
