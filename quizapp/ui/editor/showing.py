"""What the document says now, shown in the editor's list, form, preview and head."""

from collections.abc import Mapping
from dataclasses import replace

from shiboken6 import isValid

from quizapp.base.texts import _, ngettext, number_text
from quizapp.library.editing.document import Document
from quizapp.library.editing.findings import Looked
from quizapp.library.editing.parts import fields_of
from quizapp.ui.editor.bulk_form import BulkForm
from quizapp.ui.editor.forms import Forms
from quizapp.ui.editor.mending import field_problems
from quizapp.ui.editor.pack_form import PackForm
from quizapp.ui.editor.page import EditorPage
from quizapp.ui.editor.pictures import Pictures
from quizapp.ui.editor.problem_strip import severities
from quizapp.ui.editor.question_form import QuestionForm
from quizapp.ui.editor.question_list import ListLine, list_line
from quizapp.ui.editor.raw_form import RawForm
from quizapp.ui.editor.session import Session
from quizapp.ui.editor.trying import Trying

Lines = Mapping[int, tuple[str, ListLine]]
"""How questions stand in the list, each with the lines that it was made of."""


def lines_of(document: Document) -> Lines:
    """Return how the questions of a pack stand in the list; slow enough for the worker."""
    return {
        one.uid: (one.body, list_line(one.uid, place, fields_of(one), ""))
        for place, one in enumerate(document.questions, 1)
    }


class Showing:
    """Keeps the page in step with the document; what is being typed stays as it is."""

    def __init__(
        self, page: EditorPage, session: Session, forms: Forms, pictures: Pictures, trying: Trying
    ) -> None:
        self._page = page
        self._session = session
        self._document = session.document
        self._forms = forms
        self._pictures = pictures
        self._trying = trying
        self._saved = _("Gemt")
        self.known: dict[int, tuple[str, ListLine]] = {}
        self.looked = Looked((), 0, 0)

    def questions(self, chosen: tuple[int, ...], *, is_typing: bool) -> None:
        """Show the list, the form of what is chosen, and its preview."""
        self.lines(chosen)
        form = self._page.form
        if isinstance(form, BulkForm):
            form.show_count(len(chosen))
        elif isinstance(form, PackForm) and not is_typing:
            form.show_manifest(self._document.manifest())
        elif isinstance(form, RawForm) and not is_typing:
            form.show_text(self._document.written(chosen[0]).body)
        elif isinstance(form, QuestionForm) and not is_typing:
            form.show_fields(self._document.fields(chosen[0]) or {}, self._session.folder)
            self._pictures.show(form)
        self._session.make_way()
        self._trying.show(chosen[0] if len(chosen) == 1 else None)

    def lines(self, chosen: tuple[int, ...]) -> None:
        """Show the questions, and which of them have problems."""
        worst = severities(self.looked.findings)
        before, self.known = self.known, {}
        for place, one in enumerate(self._document.questions):
            said = worst.get(place, "")
            body, line = before.get(one.uid, ("", None))
            if line is None or body != one.body:
                line = list_line(one.uid, place + 1, fields_of(one), said)
            elif (line.number, line.severity) != (place + 1, said):
                line = replace(line, number=place + 1, severity=said)
            self.known[one.uid] = one.body, line
        self._page.list.show_lines([line for _body, line in self.known.values()], chosen)

    def head(self) -> None:
        """Show what the pack is called, how it is saved, and what can be taken back."""
        count = len(self._document.questions)
        said = ngettext("{n} spørgsmål", "{n} spørgsmål", count).format(n=number_text(count))
        title = self._document.manifest().title or self._session.folder.name
        self._page.header.set_texts(title, f"{self._saved} · {said}")
        document = self._document
        self._page.show_history(can_undo=document.can_undo, can_redo=document.can_redo)

    def saved(self, text: str) -> None:
        """Show how the pack is saved, if its page is still there."""
        if isValid(self._page):
            self._saved = text
            self.head()

    def field_problems(self, chosen: tuple[int, ...]) -> None:
        """Say in the form of a question what is wrong with its fields."""
        form = self._forms.question_form
        if form is not None and len(chosen) == 1:
            form.show_problems(field_problems(self._document, chosen[0], self.looked.findings))
