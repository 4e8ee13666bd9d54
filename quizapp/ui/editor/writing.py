"""The editor's page tied to an open pack: what is chosen, typed, tried and mended."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from quizapp.base.errors import QuizappError
from quizapp.base.texts import _, ngettext, number_text
from quizapp.library.editing.findings import Finding, Looked, passages_in
from quizapp.library.editing.parts import Written, fields_of
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind
from quizapp.ui.editor.bulk_form import BulkForm
from quizapp.ui.editor.forms import KINDS, Forms
from quizapp.ui.editor.mending import field_problems, mend, place_of
from quizapp.ui.editor.notices import Notices, offer_rescued
from quizapp.ui.editor.pack_form import PackForm
from quizapp.ui.editor.page import FORM, EditorPage
from quizapp.ui.editor.pictures import Pictures
from quizapp.ui.editor.problem_strip import severities
from quizapp.ui.editor.question_form import QuestionForm
from quizapp.ui.editor.question_list import ListLine, list_line
from quizapp.ui.editor.raw_form import RawForm
from quizapp.ui.editor.session import COMMIT_MS, SETTLE_MS, Session
from quizapp.ui.editor.trying import Trying
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.widgets.announce import announce


class Writing(QObject):
    """One pack being written; ``told`` carries a sentence and what takes it back, or None."""

    told = Signal(str, object)
    failed = Signal(object)
    history_changed = Signal()

    def __init__(
        self, page: EditorPage, session: Session, runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.page = page
        self.session = session
        self.document = session.document
        self._runner = runner
        self.chosen: tuple[int, ...] = ()
        self._typed: dict[str, Plain] = {}
        self._raw: str | None = None
        self._saved = _("Gemt")
        self._offers_undo = False
        self._is_closed = False
        self._looked = Looked((), 0, 0)
        self._trying = Trying(page.preview, session, runner, self)
        self._pictures = Pictures(session, runner, self)
        self._notices = Notices(page.notice, session, self)
        self._commit = self._timer(COMMIT_MS, self.flush)
        self._settle = self._timer(SETTLE_MS, self._on_pause)
        passages = passages_in(session.folder, self.document.manifest())
        self._forms = Forms(page, self.document, passages, self)
        self._connect()
        rescued = session.rescue()
        questions = self.document.questions
        self._choose((questions[0].uid,) if questions else ())
        session.look_again()
        if rescued:
            offer_rescued(page.notice, rescued)

    @property
    def has_errors(self) -> bool:
        """Whether the pack could not be used as it was last looked through."""
        return self._looked.errors > 0

    def flush(self) -> None:
        """Put what was typed into the document."""
        self._commit.stop()
        typed, self._typed = self._typed, {}
        raw, self._raw = self._raw, None
        if len(self.chosen) != 1:
            if typed:
                self._change(lambda: self.document.set_manifest(typed, "+".join(sorted(typed))))
            return
        if raw is not None:
            self._change(lambda: self.document.set_text(self.chosen[0], raw, "raw"))
        if typed:
            mark = "+".join(sorted(typed))
            self._change(lambda: self.document.set_fields(self.chosen[0], typed, mark))

    def close(self) -> None:
        """Save, and let the page go."""
        self.flush()
        self._is_closed = True
        self.session.close()

    def add(self) -> None:
        """Begin a question below the chosen one, of the same kind."""
        self.flush()
        below = self.chosen[-1] if self.chosen else None
        fields = (self.document.fields(below) if below is not None else None) or {}
        kind = KINDS.get(str(fields.get("type")), Kind.TERM)
        new = self.document.add(kind, below, str(fields.get("kategori", "")))
        self._after((new,))
        self.focus_form()

    def copy(self) -> None:
        """Copy the chosen question below itself."""
        if len(self.chosen) == 1:
            self.flush()
            self._after((self.document.duplicate(self.chosen[0]),))
            self._say(_("Kopieret. Kopien har sit eget id."))

    def move(self, step: int) -> None:
        """Move the chosen question up or down."""
        if len(self.chosen) != 1:
            return
        self.flush()
        to = self.document.position(self.chosen[0]) + step
        if self.document.move(self.chosen[0], to):
            self._after(self.chosen)
            self._say(_("Flyttet til plads {i}.").format(i=number_text(to + 1)))

    def delete(self) -> None:
        """Take the chosen questions out."""
        gone = self.chosen
        if not gone:
            return
        self.flush()
        place = self.document.position(gone[0])
        self.document.delete(gone)
        left = self.document.questions
        self._after((left[min(place, len(left) - 1)].uid,) if left else ())
        text = ngettext("{n} spørgsmål er fjernet.", "{n} spørgsmål er fjernet.", len(gone))
        self._offer_undo(text.format(n=number_text(len(gone))))

    def undo(self) -> None:
        """Take the last step back; a toast may ask for it when the pack is closed already."""
        if self._is_closed:
            return
        self.flush()
        if self.document.can_undo:
            self._went(self.document.undo())
        if self._offers_undo:
            # Or the button in the toast would take back one step more.
            self._offers_undo = False
            self.told.emit(_("Alt er som før."), None)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.flush()
        if self.document.can_redo:
            self._went(self.document.redo())

    def choose(self, uids: list[int]) -> None:
        """Show other questions."""
        if tuple(uids) != self.chosen and uids:
            self.flush()
            self.document.settle()
            self._choose(tuple(uids))

    def show_about(self, key: str = "") -> None:
        """Show what the pack says of itself, perhaps a field of it."""
        self.flush()
        self.page.list.clear_choice()
        self._choose(())
        self.focus_form()
        form = self.page.form
        if key and isinstance(form, PackForm):
            form.focus_key(key)

    def focus_form(self) -> None:
        """Put the focus where one writes."""
        self.page.show_tab(FORM)
        self._forms.focus_first()

    def go_to(self, finding: Finding) -> None:
        """Show the question, and the field, that a problem is about."""
        self.flush()
        place = place_of(self.document, finding)
        if place.uid is None:
            self.show_about(place.key)
            return
        self.page.show_tab(FORM)
        self._choose((place.uid,))
        form = self._forms.question_form
        part = form.focus_key(place.key) if form is not None else None
        if part is None:
            self.focus_form()
        else:
            QTimer.singleShot(0, part, lambda: self.page.form_scroll.show_part(part))

    def mend(self, finding: Finding) -> None:
        """Carry out the repair of a problem."""
        self.flush()
        try:
            is_mended = mend(self.session, finding)
        except QuizappError as error:
            self.told.emit(str(error), None)
            return
        if is_mended:
            self._after(self._still_there())
            self._say(_("Rettet."))

    def _connect(self) -> None:
        page, session = self.page, self.session
        page.list.chosen.connect(self.choose)
        page.list.added.connect(self.add)
        page.list.about_asked.connect(self.show_about)
        page.list.view.deleted.connect(self.delete)
        page.list.view.entered.connect(self.focus_form)
        page.undo_pressed.connect(self.undo)
        page.redo_pressed.connect(self.redo)
        page.problems.gone_to.connect(self.go_to)
        page.problems.mended.connect(self.mend)
        page.dropped.connect(self._on_dropped)
        forms = self._forms
        forms.edited.connect(self._on_edited)
        forms.raw_edited.connect(self._on_raw)
        forms.kind_chosen.connect(self._on_kind)
        forms.left.connect(self._on_pause)
        forms.picture_brought.connect(
            lambda brought: self._pictures.bring(brought, lambda: forms.question_form)
        )
        forms.picture_said.connect(self._on_said)
        forms.category_given.connect(
            lambda one: self._to_all(lambda: self.document.set_category(self.chosen, one))
        )
        forms.topics_given.connect(
            lambda them: self._to_all(lambda: self.document.add_topics(self.chosen, them))
        )
        forms.deleted.connect(self.delete)
        self._notices.settled.connect(self._on_settled)
        for one in (self._trying, self._pictures, self._notices):
            one.failed.connect(self.failed)
        page.hidden.connect(self._on_hidden)
        session.looked.connect(self._on_looked)
        session.saved.connect(self._on_saved)
        session.told.connect(lambda text: self.told.emit(text, None))
        session.changed.connect(self._on_changed)

    def _timer(self, pause: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(act)
        return timer

    def _change(self, act: Callable[[], object]) -> None:
        before = self.document.text
        act()
        if self.document.text != before:
            self._offers_undo = False
            self.session.note_change()

    def _after(self, chosen: tuple[int, ...]) -> None:
        self._offers_undo = False
        self.document.settle()
        self._choose(chosen)
        self.session.note_change()

    def _went(self, uid: int | None) -> None:
        here = {one.uid for one in self.document.questions}
        chosen = (uid,) if uid in here and uid is not None else self._still_there()
        self._choose(chosen, keeps_focus=True)
        self.session.note_change()

    def _still_there(self) -> tuple[int, ...]:
        here = {one.uid for one in self.document.questions}
        return tuple(uid for uid in self.chosen if uid in here)

    def _choose(self, uids: tuple[int, ...], *, keeps_focus: bool = False) -> None:
        self.chosen = uids
        self._forms.show(uids, keeps_focus=keeps_focus)
        self._refresh()

    def _to_all(self, act: Callable[[], object]) -> None:
        self.document.settle()
        act()
        self._after(self.chosen)
        text = ngettext("{n} spørgsmål er ændret.", "{n} spørgsmål er ændret.", len(self.chosen))
        self._offer_undo(text.format(n=number_text(len(self.chosen))))

    def _offer_undo(self, text: str) -> None:
        self._offers_undo = True
        self.told.emit(text, self.undo)

    def _on_changed(self) -> None:
        still_there = self._still_there()
        if still_there == self.chosen:
            self._refresh()
        else:
            self._choose(still_there)

    def _refresh(self) -> None:
        """Show in list, form and header what the document says now."""
        self._show_list()
        form = self.page.form
        if isinstance(form, BulkForm):
            form.show_count(len(self.chosen))
        elif isinstance(form, PackForm) and not self._typed:
            form.show_manifest(self.document.manifest())
        elif isinstance(form, RawForm) and self._raw is None:
            form.show_text(self.document.written(self.chosen[0]).body)
        elif isinstance(form, QuestionForm) and not self._typed:
            fields = self.document.fields(self.chosen[0])
            form.show_fields(fields or {}, self.session.folder)
            self._pictures.show(form)
        self.page.show_history(can_undo=self.document.can_undo, can_redo=self.document.can_redo)
        self._show_header()
        self._show_preview()
        self.history_changed.emit()

    def _show_header(self) -> None:
        count = len(self.document.questions)
        said = ngettext("{n} spørgsmål", "{n} spørgsmål", count).format(n=number_text(count))
        title = self.document.manifest().title or self.session.folder.name
        self.page.header.set_texts(title, f"{self._saved} · {said}")

    def _show_list(self) -> None:
        worst = severities(self._looked.findings)
        lines = [
            _line(one.uid, place + 1, one.body, worst.get(place, ""))
            for place, one in enumerate(self.document.questions)
        ]
        self.page.list.show_lines(lines, self.chosen)

    def _on_edited(self, key: str, value: Plain) -> None:
        self._typed[key] = value
        self._settle.start()
        if not self._commit.isActive():
            self._commit.start()
        if key == "billede":
            self.flush()

    def _on_raw(self, text: str) -> None:
        self._raw = text
        if not self._commit.isActive():
            self._commit.start()

    def _on_pause(self) -> None:
        self.flush()
        self.document.settle()

    def _on_kind(self, word: str) -> None:
        self.flush()
        self.document.settle()
        kind = KINDS[word]
        if self.chosen and self.document.set_kind(self.chosen[0], kind):
            self._after(self.chosen)
            form = self._forms.question_form
            if form is not None:
                form.focus_key("type")

    def _on_said(self, name: str, fields: dict[str, Plain]) -> None:
        self.flush()
        self._pictures.say(name, fields)

    def _on_dropped(self, brought: QMimeData) -> None:
        form = self._forms.question_form
        if form is not None and form.picture is not None:
            form.picture.take(brought)

    def _on_looked(self, looked: Looked) -> None:
        self._looked = looked
        if not isValid(self.page):
            return  # it went, with another language, while the pack was looked over
        self.page.problems.show_looked(looked)
        self._show_list()
        self._show_field_problems()

    def _show_field_problems(self) -> None:
        form = self._forms.question_form
        if form is not None and len(self.chosen) == 1:
            found = self._looked.findings
            form.show_problems(field_problems(self.document, self.chosen[0], found))

    def _show_preview(self) -> None:
        self._trying.show(self.chosen[0] if len(self.chosen) == 1 else None)

    def _on_settled(self) -> None:
        self._choose(self._still_there())
        self.focus_form()

    def _on_saved(self, text: str) -> None:
        if not isValid(self.page):
            return  # as above
        self._saved = text
        self._show_header()

    def _on_hidden(self) -> None:
        self.flush()
        self.session.save()

    def _say(self, text: str) -> None:
        announce(QApplication.focusWidget() or self.page, text)


@lru_cache(maxsize=20_000)
def _line(uid: int, number: int, body: str, severity: str) -> ListLine:
    return list_line(uid, number, fields_of(Written(uid, "", "", body)), severity)
