"""What the strip of problems asks for: to be shown the place, or to have it mended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from quizapp.base.errors import QuizappError
from quizapp.base.texts import _
from quizapp.library.editing.findings import Finding
from quizapp.ui.editor.mending import mend, place_of
from quizapp.ui.editor.page import FORM

if TYPE_CHECKING:
    from quizapp.ui.editor.writing import Writing


def go_to(writing: "Writing", finding: Finding) -> None:
    """Show the question or passage, and the field, that a problem is about."""
    writing.flush()
    if finding.is_in_reading:
        writing.page.show_tab(FORM)
        writing.show_text(writing.text.uid_at(finding.problem.line - 1))
        writing.focus_form()
        return
    writing.leave_text()
    place = place_of(writing.document, finding)
    if place.uid is None:
        writing.show_about(place.key)
        return
    writing.page.show_tab(FORM)
    writing.show_chosen((place.uid,))
    form = writing.forms.question_form
    part = form.focus_key(place.key) if form is not None else None
    if part is None:
        writing.focus_form()
    else:
        QTimer.singleShot(0, part, lambda: writing.page.form_scroll.show_part(part))


def carry_out(writing: "Writing", finding: Finding) -> None:
    """Carry out the repair of a problem."""
    writing.flush()
    try:
        is_mended = mend(writing.session, finding)
    except QuizappError as error:
        writing.told.emit(str(error), None)
        return
    if is_mended:
        writing.after(writing.still_there())
        writing.say(_("Rettet."))
