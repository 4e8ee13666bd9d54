"""Have the pages at hand: all in the window, so that they go with it, the usual ones laid out."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from quizapp.ui.routes import Routes
from quizapp.ui.shell import Shell


def take_in(routes: Routes, shell: Shell) -> Iterator[None]:
    """Give every page its place in the window; what is in no window would outlive them all.

    What is to be shown first is done in a turn of its own.
    """
    yield
    desk = (
        *(routes.home, routes.exam.page, routes.learners.page, routes.library.page),
        *(routes.mock.start, routes.mock.results, routes.editor.route.list),
        *_usual(routes),
    )
    for page in desk:
        shell.desk.take_in(page)
    practice = routes.practice
    sittings = (practice.leaves, practice.text, practice.line.page, routes.mock.page)
    for page in (routes.study.page, *sittings):
        shell.take_in(page)
    yield


def lay_out(routes: Routes, shell: Shell) -> Iterator[None]:
    """Make the pages of the side-bar ready to be shown quickly, in short steps."""
    for page in _usual(routes):
        yield
        yield from shell.desk.prepare(page)


def _usual(routes: Routes) -> tuple[QWidget, ...]:
    pages = (routes.questions, routes.settings, routes.practice, routes.progress)
    return tuple(route.page for route in pages)
