"""What is done to the chosen question, or to the chosen passage where the text is shown."""

from typing import TYPE_CHECKING

from quizapp.base.texts import _, ngettext, number_text
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind
from quizapp.ui.editor.forms import KINDS

if TYPE_CHECKING:
    from quizapp.ui.editor.writing import Writing


def add(writing: "Writing") -> None:
    """Begin a question below the chosen one, of the same kind, or a passage."""
    writing.flush()
    if writing.text.is_shown:
        writing.text.add()
    else:
        add_question(writing)


def add_question(writing: "Writing", **fields_given: Plain) -> None:
    """Begin a question with some fields filled in."""
    document = writing.document
    below = writing.chosen[-1] if writing.chosen else None
    fields = (document.fields(below) if below is not None else None) or {}
    kind = KINDS.get(str(fields.get("type")), Kind.TERM)
    steps = document.steps
    new = document.add(kind, below, str(fields.get("kategori", "")))
    if fields_given:
        document.set_fields(new, fields_given)
        document.join(steps)
    writing.after((new,))
    writing.focus_form()


def copy(writing: "Writing") -> None:
    """Copy the chosen question below itself."""
    if len(writing.chosen) == 1 and not writing.text.is_shown:
        writing.flush()
        writing.after((writing.document.duplicate(writing.chosen[0]),))
        writing.say(_("Kopieret. Kopien har sit eget id."))


def move(writing: "Writing", step: int) -> None:
    """Move the chosen question or passage up or down."""
    writing.flush()
    if writing.text.is_shown:
        writing.text.move(step)
        return
    if len(writing.chosen) != 1:
        return
    to = writing.document.position(writing.chosen[0]) + step
    if writing.document.move(writing.chosen[0], to):
        writing.after(writing.chosen)
        writing.say(_("Flyttet til plads {i}.").format(i=number_text(to + 1)))


def delete(writing: "Writing") -> None:
    """Take the chosen questions or the chosen passage out."""
    writing.flush()
    if writing.text.is_shown:
        writing.text.delete()
        return
    gone = writing.chosen
    if not gone:
        return
    place = writing.document.position(gone[0])
    writing.document.delete(gone)
    left = writing.document.questions
    writing.after((left[min(place, len(left) - 1)].uid,) if left else ())
    text = ngettext("{n} spørgsmål er fjernet.", "{n} spørgsmål er fjernet.", len(gone))
    writing.offer_undo(text.format(n=number_text(len(gone))))
