"""The pages one goes through when a pack is added."""

from quizapp.ui.library.add_page import AddPage
from quizapp.ui.library.ask_page import AskPage
from quizapp.ui.library.busy_page import BusyPage
from quizapp.ui.library.refused_page import RefusedPage

SubPage = AddPage | AskPage | BusyPage | RefusedPage
