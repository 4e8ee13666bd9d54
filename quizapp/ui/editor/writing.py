"""The editor's page tied to an open pack: what is chosen, typed, tried and mended."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from quizapp.base.texts import _
from quizapp.library.editing.document import with_category, with_topics
from quizapp.library.editing.findings import Looked
from quizapp.questions.codec_mistakes import Plain
from quizapp.ui.editor.bulk_commands import change_all
from quizapp.ui.editor.forms import KINDS, Forms
from quizapp.ui.editor.notices import Notices, offer_rescued
from quizapp.ui.editor.option_pictures_input import PICTURES
from quizapp.ui.editor.pack_commands import set_manifest
from quizapp.ui.editor.pack_form import PackForm
from quizapp.ui.editor.page import FORM, EditorPage
from quizapp.ui.editor.pictures import Pictures
from quizapp.ui.editor.problem_commands import carry_out, go_to
from quizapp.ui.editor.question_commands import add, add_question, delete
from quizapp.ui.editor.session import Session
from quizapp.ui.editor.showing import Lines, Showing
from quizapp.ui.editor.text_desk import TextDesk
from quizapp.ui.editor.trying import Trying
from quizapp.ui.editor.typing import Typing
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.widgets.announce import announce


class Writing(QObject):
    """One pack being written; ``told`` carries a sentence and what takes it back, or None."""

    told = Signal(str, object)
    failed = Signal(object)
    history_changed = Signal()

    def __init__(
        self,
        page: EditorPage,
        session: Session,
        runner: TaskRunner,
        lines: Lines,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.page = page
        self.session = session
        self.document = session.document
        self.runner = runner
        self.chosen: tuple[int, ...] = ()
        self._offers_undo = False
        self.is_closed = False
        self._trying = Trying(page.preview, session, runner, self)
        self._pictures = Pictures(session, runner, self.flush, self)
        self._notices = Notices(page.notice, session, self)
        self._typing = Typing(self.flush, self._on_pause, self)
        self.text = TextDesk(page, self.document, self)
        self.forms = Forms(page, self.document, self.text.passages(), self)
        self._showing = Showing(page, session, self.forms, self._pictures, self._trying)
        self._showing.known = dict(lines)
        self._connect()

    def begin(self) -> None:
        """Bring back what was not saved, and show the first question."""
        rescued = self.session.rescue()
        self.show_chosen(self._first())
        # Once the page is shown: two threads at work would hold each other up.
        self.session.look_later()
        if rescued:
            offer_rescued(self.page.notice, rescued)

    @property
    def has_errors(self) -> bool:
        """Whether the pack could not be used as it was last looked through."""
        return self._showing.looked.errors > 0

    def flush(self) -> None:
        """Put what was typed into the document."""
        typed, raw = self._typing.take()
        if self.text.is_shown:
            self.change(self.text.flush)
            return
        if len(self.chosen) != 1:
            if typed:
                set_manifest(self, typed)
            return
        if raw is not None:
            self.change(lambda: self.document.set_text(self.chosen[0], raw, "raw"))
        if typed:
            mark = "+".join(sorted(typed))
            self.change(lambda: self.document.set_fields(self.chosen[0], typed, mark))

    def rest(self) -> None:
        """Take in what was typed, and ask for nothing more: the page may go."""
        self.flush()
        self.is_closed = True
        self._trying.rest()
        self.session.rest()

    def undo(self) -> None:
        """Take the last step back; a toast may ask for it when the pack is closed already."""
        if self.is_closed:
            return
        self.flush()
        if self.document.can_undo:
            self._go(self.document.undo)
        if self._offers_undo:
            # Or the button in the toast would take back one step more.
            self._offers_undo = False
            self.told.emit(_("Alt er som før."), None)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.flush()
        if self.document.can_redo:
            self._go(self.document.redo)

    def choose(self, uids: list[int]) -> None:
        """Show other questions, or another passage."""
        if self.text.is_shown:
            self._choose_passage(uids)
        elif tuple(uids) != self.chosen and uids:
            self.flush()
            self.document.settle()
            self.show_chosen(tuple(uids))

    def _choose_passage(self, uids: list[int]) -> None:
        if uids and uids[0] != self.text.chosen:
            self.flush()
            self.document.settle()
            self.text.choose(uids[0])
            self._refresh()

    def toggle_text(self) -> None:
        """Go to the reading text, or back to the questions."""
        if self.text.is_shown:
            self.leave_text()
            self.show_chosen(self.still_there() or self._first())
            self.page.focus_list()
        else:
            self.show_text()
            if self.text.chosen is None:
                self.text.focus_form()
            else:
                self.page.focus_list()

    def show_text(self, uid: int | None = None) -> None:
        """Show the reading text, perhaps a passage of it."""
        self.flush()
        self.document.settle()
        self.text.open(uid)
        self.page.show_top()
        self._refresh()

    def leave_text(self) -> None:
        """Give the list back to the questions."""
        self.flush()
        if self.text.is_shown:
            self.text.close()
            self.forms.show_passages(self.text.passages())

    def _first(self) -> tuple[int, ...]:
        return tuple(one.uid for one in self.document.questions[:1])

    def show_about(self, key: str = "") -> None:
        """Show what the pack says of itself, perhaps a field of it."""
        self.leave_text()
        self.page.list.clear_choice()
        self.show_chosen(())
        self.focus_form()
        form = self.page.form
        if key and isinstance(form, PackForm):
            form.focus_key(key)

    def focus_form(self) -> None:
        """Put the focus where one writes."""
        self.page.show_tab(FORM)
        if self.text.is_shown:
            self.text.focus_form()
        else:
            self.forms.focus_first()

    def _connect(self) -> None:
        page, session = self.page, self.session
        page.list.chosen.connect(self.choose)
        page.list.added.connect(lambda: add(self))
        page.list.about_asked.connect(self.show_about)
        page.list.text_asked.connect(self.toggle_text)
        self._connect_text()
        page.list.view.deleted.connect(lambda: delete(self))
        page.list.view.entered.connect(self.focus_form)
        page.undo_pressed.connect(self.undo)
        page.redo_pressed.connect(self.redo)
        page.problems.gone_to.connect(lambda finding: go_to(self, finding))
        page.problems.mended.connect(lambda finding: carry_out(self, finding))
        page.dropped.connect(lambda it: self._pictures.drop(self.forms.question_form, it))
        forms = self.forms
        forms.edited.connect(self._on_edited)
        forms.raw_edited.connect(self._typing.note_lines)
        forms.kind_chosen.connect(self._on_kind)
        forms.left.connect(self._on_pause)
        forms.picture_brought.connect(self._pictures.bring)
        forms.picture_said.connect(self._pictures.say)
        forms.category_given.connect(lambda one: change_all(self, with_category(one)))
        forms.topics_given.connect(lambda them: change_all(self, with_topics(them)))
        forms.deleted.connect(lambda: delete(self))
        self._notices.settled.connect(self._on_settled)
        for one in (self._trying, self._pictures, self._notices):
            one.failed.connect(self.failed)
        page.hidden.connect(self._on_hidden)
        session.looked.connect(self._on_looked)
        session.saved.connect(self._showing.saved)
        session.told.connect(lambda text: self.told.emit(text, None))
        session.changed.connect(self._on_changed)

    def _connect_text(self) -> None:
        text = self.text
        text.typed.connect(self._typing.note)
        text.paused.connect(self._on_pause)
        text.changed.connect(self._on_text_changed)
        text.asked.connect(self._on_question_asked)
        text.told.connect(self._on_text_told)

    def change(self, act: Callable[[], object]) -> None:
        """Do something to the document, and keep what it came to."""
        before = self.document.content
        act()
        if self.document.content != before:
            self._offers_undo = False
            self.session.note_change()

    def after(self, chosen: tuple[int, ...]) -> None:
        """Show what a command came to, as a step of its own, and keep it."""
        self._offers_undo = False
        self.document.settle()
        self.show_chosen(chosen)
        self.session.note_change()

    def _go(self, step: Callable[[], int | None]) -> None:
        above = max(self.document.position(self.chosen[0]) - 1, 0) if self.chosen else None
        uid = step()
        here = {one.uid for one in self.document.questions}
        if uid is not None and uid not in here and self.text.has(uid):
            self.text.open(uid)
        elif uid in here and self.text.is_shown:
            self.text.close()
        self.forms.show_passages(self.text.passages())
        chosen = (uid,) if uid in here and uid is not None else self.still_there()
        if above is not None and not chosen:
            # The question that is gone again was begun at the one above it.
            chosen = tuple(one.uid for one in self.document.questions[above : above + 1])
        self.show_chosen(chosen, keeps_focus=True)
        self.session.note_change()

    def still_there(self) -> tuple[int, ...]:
        """Return the chosen questions that are in the pack."""
        here = {one.uid for one in self.document.questions}
        return tuple(uid for uid in self.chosen if uid in here)

    def show_chosen(self, uids: tuple[int, ...], *, keeps_focus: bool = False) -> None:
        """Show the form of what is chosen, and all else that goes with it."""
        self.chosen = uids
        if not self.text.is_shown:
            self.forms.show(uids, keeps_focus=keeps_focus)
        self._refresh()

    def _refresh(self) -> None:
        if self.text.is_shown:
            self.text.refresh()
        else:
            self._showing.questions(self.chosen, is_typing=self._typing.is_waiting)
        self._showing.head()
        self.history_changed.emit()

    def _on_looked(self, looked: Looked) -> None:
        if not isValid(self.page):
            return  # it went, with another language, while the pack was looked over
        self._showing.looked = looked
        self.page.problems.show_looked(looked)
        if not self.text.is_shown:
            self._showing.lines(self.chosen)
            self._showing.field_problems(self.chosen)

    def _on_text_changed(self) -> None:
        self._offers_undo = False
        self.forms.show_passages(self.text.passages())
        self.session.note_change()

    def _on_text_told(self, text: str, can_undo: bool) -> None:  # noqa: FBT001 - a slot
        if can_undo:
            self.offer_undo(text)
        else:
            self.told.emit(text, None)

    def _on_question_asked(self, mark: str) -> None:
        self.leave_text()
        add_question(self, læs=mark)

    def offer_undo(self, text: str) -> None:
        """Say what was done, with the way to take it back."""
        self._offers_undo = True
        self.told.emit(text, self.undo)

    def _on_changed(self) -> None:
        still_there = self.still_there()
        if still_there == self.chosen:
            self._refresh()
        else:
            self.show_chosen(still_there)

    def _on_edited(self, key: str, value: Plain) -> None:
        self._typing.note_field(key, value)
        if key in PICTURES:
            self.flush()

    def _on_pause(self) -> None:
        self.flush()
        self.document.settle()

    def _on_kind(self, word: str) -> None:
        self.flush()
        self.document.settle()
        before = self.forms.question_form
        key = (before.focused_key() if before is not None else "") or "type"
        if self.chosen and self.document.set_kind(self.chosen[0], KINDS[word]):
            self.after(self.chosen)
            form = self.forms.question_form
            if form is not None:
                form.focus_key(key)

    def _on_settled(self) -> None:
        self.show_chosen(self.still_there())
        self.focus_form()

    def _on_hidden(self) -> None:
        self.flush()
        self.session.save()

    def say(self, text: str) -> None:
        """Say something to a screen reader."""
        announce(QApplication.focusWidget() or self.page, text)
