"""What may be pressed on the first page before the other pages are there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # They load a third of the program, which the first paint does not wait for.
    from quizapp.ui.home.page import HomePage
    from quizapp.ui.routes import Routes


def hold_wishes(home: "HomePage", hold: "Callable[[Callable[[Routes], object]], None]") -> None:
    """Have each wish held until there is something that can fulfil it."""
    home.started.connect(lambda plan: hold(lambda routes: routes.begin(plan)))
    home.add_asked.connect(lambda: hold(lambda routes: routes.library.choose_file()))
    home.text_asked.connect(lambda pack: hold(lambda routes: routes.practice.read_text(pack)))
