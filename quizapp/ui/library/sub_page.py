"""The pages one goes through when a pack is added."""

from PySide6.QtWidgets import QWidget

from quizapp.ui.library.add_page import AddPage
from quizapp.ui.library.ask_page import AskPage
from quizapp.ui.library.busy_page import BusyPage
from quizapp.ui.library.refused_page import RefusedPage

SubPage = AddPage | AskPage | BusyPage | RefusedPage


def has_own_enter(page: QWidget) -> bool:
    """Tell whether a page has Ctrl+Enter for itself."""
    return isinstance(page, AddPage)
