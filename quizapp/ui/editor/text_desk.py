"""The reading text on the editor's page: its passages in the list, and the form of one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from quizapp.base.texts import _, ngettext, number_text
from quizapp.library.editing.document import Document
from quizapp.library.editing.passages import (
    MARK_KEY,
    headings_of,
    is_mark,
    mark_from,
    marks_of,
    told_of,
)
from quizapp.markup.html import to_html
from quizapp.markup.parse import parse
from quizapp.questions.pack import Passage
from quizapp.ui.editor.page import EditorPage
from quizapp.ui.editor.passage_form import NoTextForm, PassageForm, PassageShown
from quizapp.ui.editor.question_list import ListLine


class TextDesk(QObject):
    """What is done to passages; ``changed`` says that the text is another.

    ``asked`` carries the mark of a passage that a question is wanted for, ``told`` a sentence and
    whether it can be taken back; ``typed`` says that something was, ``paused`` that a field was
    left.
    """

    changed = Signal()
    typed = Signal()
    asked = Signal(str)
    told = Signal(str, bool)
    paused = Signal()

    def __init__(self, page: EditorPage, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._document = document
        self.is_shown = False
        self.chosen: int | None = None
        self._typed: dict[str, str] = {}
        self._form: PassageForm | None = None
        self._none: NoTextForm | None = None

    def passages(self) -> tuple[Passage, ...]:
        """Return the passages as questions point to them."""
        reading = self._document.reading
        told = [told_of(one) for one in reading.passages]
        around = zip(told, marks_of(reading), headings_of(reading), strict=True)
        return tuple(
            Passage(mark=mark, body=one.body, heading=heading) for one, mark, heading in around
        )

    def has(self, uid: int) -> bool:
        """Tell whether there is such a passage."""
        return any(one.uid == uid for one in self._document.reading.passages)

    def open(self, uid: int | None = None) -> None:
        """Show the passages in the list, and one of them in the form."""
        passages = self._document.reading.passages
        here = {one.uid for one in passages}
        if uid in here:
            self.chosen = uid
        elif self.chosen not in here:
            self.chosen = passages[0].uid if passages else None
        self.is_shown = True
        self._page.list.show_text_mode(is_text=True)

    def close(self) -> None:
        """Give the list back to the questions."""
        self.is_shown = False
        self._page.list.show_text_mode(is_text=False)

    def flush(self) -> bool:
        """Put what was typed into the document; tell whether it is another."""
        typed, self._typed = self._typed, {}
        if not typed or self.chosen is None:
            return False
        return self._document.set_passage(self.chosen, typed, "+".join(sorted(typed)))

    def add(self) -> None:
        """Begin a passage below the chosen one."""
        self.chosen = self._document.add_passage(self.chosen)
        self._after()
        self.focus_form()

    def move(self, step: int) -> bool:
        """Move the chosen passage up or down; tell where it went."""
        if self.chosen is None:
            return False
        to = self._document.passage_place(self.chosen) + step
        is_moved = self._document.move_passage(self.chosen, to)
        if is_moved:
            self._after()
        return is_moved

    def delete(self) -> None:
        """Take the chosen passage out."""
        if self.chosen is None:
            return
        place = self._document.passage_place(self.chosen)
        pointing = self._document.delete_passage(self.chosen)
        left = self._document.reading.passages
        self.chosen = left[min(place, len(left) - 1)].uid if left else None
        self._after()
        text = ngettext(
            "Stedet er fjernet. {n} spørgsmål peger ikke på noget sted mere.",
            "Stedet er fjernet. {n} spørgsmål peger ikke på noget sted mere.",
            pointing,
        )
        said = text.format(n=number_text(pointing)) if pointing else _("Stedet er fjernet.")
        self.told.emit(said, True)  # noqa: FBT003 - a signal has no names

    def choose(self, uid: int) -> None:
        """Show another passage."""
        self.chosen = uid

    def refresh(self) -> None:
        """Show in list, form and preview what the text says now."""
        passages = self.passages()
        uids = [one.uid for one in self._document.reading.passages]
        if self.chosen not in uids:
            self.chosen = uids[0] if uids else None
        lines = [
            _line(uid, number, one, len(self._document.pointing_to(one.mark)))
            for number, (uid, one) in enumerate(zip(uids, passages, strict=True), 1)
        ]
        self._page.list.show_lines(lines, [] if self.chosen is None else [self.chosen])
        if self.chosen is None:
            self._page.show_form(self._empty_form())
            self._page.preview.show_nothing(_("Teksten vises her, når du har skrevet den."))
            return
        place = uids.index(self.chosen)
        self._show(place, passages)

    def focus_form(self) -> None:
        """Put the focus where one writes."""
        form = self._page.form
        if isinstance(form, PassageForm | NoTextForm):
            form.focus_first()

    def uid_at(self, line: int) -> int | None:
        """Return the passage that a line of the file, from 0, belongs to."""
        reading = self._document.reading
        at = reading.lead.count("\n")
        for one in reading.passages:
            at += one.text.count("\n")
            if line < at:
                return one.uid
        return reading.passages[-1].uid if reading.passages else None

    def _show(self, place: int, passages: tuple[Passage, ...]) -> None:
        one = passages[place]
        written = self._document.reading.passages[place]
        form = self._passage_form()
        self._page.show_form(form)
        if not self._typed:
            shown = PassageShown(
                told=told_of(written),
                mark=one.mark,
                heading_above=one.heading,
                pointing=len(self._document.pointing_to(one.mark)),
            )
            form.show_passage(shown)
        self._page.preview.show_passage(place + 1, one.heading, to_html(parse(one.body)))

    def _after(self) -> None:
        self._document.settle()
        self.changed.emit()

    def _passage_form(self) -> PassageForm:
        if self._form is None:
            form = self._form = PassageForm()
            form.edited.connect(self._on_edited)
            form.marked.connect(self._on_marked)
            form.left.connect(self.paused)
            form.asked.connect(self._on_asked)
            form.parted.connect(lambda: self._with_flush(self._part))
            form.deleted.connect(lambda: self._with_flush(self.delete))
        return self._form

    def _empty_form(self) -> NoTextForm:
        if self._none is None:
            self._none = NoTextForm()
            self._none.begun.connect(self.add)
        return self._none

    def _with_flush(self, act: Callable[[], None]) -> None:
        self.flush()
        act()

    def _on_edited(self, key: str, text: str) -> None:
        self._typed[key] = text
        self.typed.emit()

    def _on_marked(self, text: str) -> None:
        if self.chosen is None or self._form is None:
            return
        self.flush()
        mark, here = mark_from(text), self.chosen
        place = self._document.passage_place(here)
        others = [one for at, one in enumerate(marks_of(self._document.reading)) if at != place]
        if mark in others:
            said = _("Et andet sted hedder allerede »{mark}«.").format(mark=mark)
            self.told.emit(said, False)  # noqa: FBT003 - a signal has no names
        elif is_mark(mark) and self._document.set_passage(here, {MARK_KEY: mark}):
            self._after()
            return
        self._form.show_mark()

    def _on_asked(self) -> None:
        if self.chosen is not None:
            self.flush()
            place = self._document.passage_place(self.chosen)
            self.asked.emit(marks_of(self._document.reading)[place])

    def _part(self) -> None:
        if self.chosen is None:
            return
        count = self._document.split_passage(self.chosen)
        self._after()
        text = ngettext("Teksten er delt i {n} sted.", "Teksten er delt i {n} steder.", count)
        self.told.emit(text.format(n=number_text(count)), True)  # noqa: FBT003 - as above


def _line(uid: int, number: int, passage: Passage, pointing: int) -> ListLine:
    words = " ".join(passage.body.replace("*", "").split())
    text = ngettext("{n} spørgsmål peger hertil", "{n} spørgsmål peger hertil", pointing)
    return ListLine(
        uid=uid,
        number=number,
        title=words or _("Uden tekst"),
        kind=text.format(n=number_text(pointing)),
        category="",
        words=f"{passage.heading} {passage.mark} {words}".casefold(),
        icon="book-open-text",
    )
