"""The pages one goes through when a pack is added."""

from PySide6.QtWidgets import QWidget

from quizapp.base.texts import _
from quizapp.ui.library.add_page import AddPage
from quizapp.ui.library.ask_page import AskPage
from quizapp.ui.library.busy_page import BusyPage
from quizapp.ui.library.refused_page import RefusedPage

SubPage = AddPage | AskPage | BusyPage | RefusedPage


def has_own_enter(page: QWidget) -> bool:
    """Tell whether a page has Ctrl+Enter for itself."""
    return isinstance(page, AddPage)


def title_of(page: QWidget) -> str:
    """Return what the window says while a page is shown."""
    return page.windowTitle() or _("Tilføj pakke")


def stops_work(page: QWidget) -> bool:
    """Ask the work that a page tells of to stop; tell whether there is such a page."""
    if isinstance(page, BusyPage):
        page.stop.click()
        return True
    return False
