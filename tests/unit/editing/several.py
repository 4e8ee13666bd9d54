"""A change of several questions at once, as the editor makes it."""

from collections.abc import Callable, Collection

from quizapp.library.editing.document import Document, changed_bodies


def change_several(document: Document, uids: Collection[int], change: Callable[[str], str]) -> None:
    """Change the lines of questions, as one step."""
    document.settle()
    before = document.bodies(uids)
    document.take_bodies(before, changed_bodies(before, change, lambda _done: None))
