"""One change to many questions, in the worker: thousands take their time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.base.texts import ngettext, number_text
from quizapp.library.editing.document import changed_bodies
from quizapp.ui.tasks import TaskHandle

if TYPE_CHECKING:
    from quizapp.ui.editor.writing import Writing


def change_all(writing: "Writing", change: Callable[[str], str]) -> None:
    """Change the lines of all chosen questions, as one step."""
    writing.flush()
    document = writing.document
    document.settle()
    before = document.bodies(writing.chosen)

    def work(handle: TaskHandle) -> list[str]:
        return changed_bodies(before, change, lambda done: handle.report(done, len(before)))

    def done(bodies: list[str]) -> None:
        if writing.is_closed or not document.take_bodies(before, bodies):
            return
        writing.after(writing.still_there())
        text = ngettext("{n} spørgsmål er ændret.", "{n} spørgsmål er ændret.", len(before))
        writing.offer_undo(text.format(n=number_text(len(before))))

    writing.runner.run_long(work, done, writing.failed.emit)
