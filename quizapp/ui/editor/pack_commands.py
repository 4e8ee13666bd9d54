"""What is said of the pack itself, where its lines let that be written."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizapp.base.texts import _
from quizapp.packs.source import PACK_FILE
from quizapp.packs.yaml_entries import NotEntriesError
from quizapp.questions.codec_mistakes import Plain

if TYPE_CHECKING:
    from quizapp.ui.editor.writing import Writing


def set_manifest(writing: "Writing", changes: Mapping[str, Plain]) -> None:
    """Let the pack say something else of itself."""
    mark = "+".join(sorted(changes))
    try:
        writing.change(lambda: writing.document.set_manifest(changes, mark))
    except NotEntriesError:
        writing.told.emit(unreadable_head(), None)


def set_version(writing: "Writing", version: int) -> bool:
    """Give the pack a version, as a step of its own; tell whether its lines let that be done."""
    writing.flush()
    writing.document.settle()
    set_manifest(writing, {"version": str(version)})
    writing.document.settle()
    return writing.document.manifest().version == version


def unreadable_head() -> str:
    """Say that the lines about the pack cannot be changed here."""
    text = _("Linjerne under »pakke« kan ikke læses. Ret dem i filen {file}.")
    return text.format(file=PACK_FILE)
