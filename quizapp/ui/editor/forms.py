"""Which form stands in the middle: of one question, of its bare lines, of several, of the pack."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.library.editing.document import Document
from quizapp.questions.kinds import Kind
from quizapp.questions.pack import Passage
from quizapp.ui.editor.bulk_form import BulkForm
from quizapp.ui.editor.pack_form import PackForm
from quizapp.ui.editor.page import EditorPage
from quizapp.ui.editor.question_form import QuestionForm
from quizapp.ui.editor.raw_form import RawForm

KINDS = {one.value: one for one in Kind}


class Forms(QObject):
    """Puts the form on the page that suits what is chosen, and says what is written in it."""

    edited = Signal(str, object)
    raw_edited = Signal(str)
    kind_chosen = Signal(str)
    left = Signal()
    picture_brought = Signal(object, object)
    picture_said = Signal(str, object)
    category_given = Signal(str)
    topics_given = Signal(object)
    deleted = Signal()

    def __init__(
        self,
        page: EditorPage,
        document: Document,
        passages: Sequence[Passage],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._document = document
        self._passages = passages
        self._kept: dict[str, QWidget] = {}
        self._shown: tuple[int, ...] = ()

    @property
    def question_form(self) -> QuestionForm | None:
        """The form of one question, if that is what is shown."""
        form = self._page.form
        return form if isinstance(form, QuestionForm) else None

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Offer other passages to point to."""
        self._passages = passages
        for form in self._kept.values():
            if isinstance(form, QuestionForm):
                form.show_passages(passages)

    def show(self, uids: Sequence[int], *, keeps_focus: bool = False) -> None:
        """Show the form of what is chosen; the same form stays, with the field one is in."""
        before = self.question_form
        key = before.focused_key() if keeps_focus and before is not None else ""
        is_inside = keeps_focus and self._has_focus()
        self._page.show_form(self._form(uids))
        if tuple(uids) != self._shown:
            self._shown = tuple(uids)
            self._page.show_top()
        form = self.question_form
        if key and form is not None and not form.focused_key():
            form.focus_key(key)
        if is_inside and not self._has_focus():
            # Another form took the place of the one that was written in.
            self.focus_first()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._page.form_scroll.isAncestorOf(focused)

    def focus_first(self) -> None:
        """Put the focus where one begins to write."""
        form = self._page.form
        if isinstance(form, QuestionForm | RawForm | PackForm | BulkForm):
            form.focus_first()

    def _form(self, uids: Sequence[int]) -> QWidget:
        if len(uids) > 1:
            return self._keep("several", self._bulk_form)
        if not uids:
            return self._keep("pack", self._pack_form)
        fields = self._document.fields(uids[0])
        kind = KINDS.get(str((fields or {}).get("type")))
        if fields is None or kind is None:
            return self._keep("lines", self._raw_form)
        return self._keep(kind.value, lambda: self._question_form(kind))

    def _keep(self, name: str, make: Callable[[], QWidget]) -> QWidget:
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    def _question_form(self, kind: Kind) -> QuestionForm:
        form = QuestionForm(kind, self._passages)
        form.edited.connect(self.edited)
        form.kind_chosen.connect(self.kind_chosen)
        form.left.connect(self.left)
        form.picture_brought.connect(self.picture_brought)
        form.picture_said.connect(self.picture_said)
        return form

    def _raw_form(self) -> RawForm:
        form = RawForm()
        form.edited.connect(self.raw_edited)
        return form

    def _pack_form(self) -> PackForm:
        form = PackForm()
        form.edited.connect(self.edited)
        return form

    def _bulk_form(self) -> BulkForm:
        form = BulkForm()
        form.category_given.connect(self.category_given)
        form.topics_given.connect(self.topics_given)
        form.deleted.connect(self.deleted)
        return form
