"""The form of one question: the fields of its kind, and those that all kinds have."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.library.editing.form_shapes import (
    MAIN,
    SELDOM,
    SELDOM_SHARED,
    SHARED,
    Asked,
    Way,
)
from quizapp.library.editing.option_pictures import options_in
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind
from quizapp.questions.pack import Passage
from quizapp.ui.editor.kind_input import KindInput
from quizapp.ui.editor.option_pictures_input import OptionPicturesInput
from quizapp.ui.editor.picture_input import PictureInput
from quizapp.ui.forms.fields import input_of, put_fields
from quizapp.ui.forms.inputs import ChoiceInput, Input, Labelled
from quizapp.ui.forms.side_by_side import SideBySide
from quizapp.ui.forms.words import (
    category_choices,
    difficulty_choices,
    kind_choices,
    words_of,
)
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.fold_out import FoldOut

_SHORT = 60


class QuestionForm(Part):
    """One question to fill in.

    ``edited`` carries a key and its value, ``kind_chosen`` the word of another kind, ``left``
    says that a field was left. The picture's own signals are those of ``PictureInput``.
    """

    edited = Signal(str, object)
    kind_chosen = Signal(str)
    left = Signal()
    picture_brought = Signal(object, object)
    picture_said = Signal(str, object)

    def __init__(
        self, kind: Kind, passages: Sequence[Passage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._passages = passages
        self.fields: dict[str, Labelled] = {}
        self.pictures: dict[str, PictureInput] = {}
        self.option_pictures: OptionPicturesInput | None = None
        self._id: Plain = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head())
        put_fields(self._column.addWidget, (*MAIN[kind], *SHARED), self._labelled)
        self._more = FoldOut(_("Flere felter"))
        seldom = (*SELDOM.get(kind, ()), *SELDOM_SHARED)
        put_fields(self._more.inside.addWidget, seldom, self._labelled)
        self._column.addWidget(self._more)
        self.show_passages(passages)
        for labelled in self.fields.values():
            for edit in labelled.input.edits():
                edit.installEventFilter(self)
        self._restyle()

    def show_fields(self, fields: Mapping[str, Plain], folder: Path) -> None:
        """Show what a question says; what is shown already keeps its caret."""
        if fields.get("id") != self._id:
            self._id = fields.get("id")
            for part in self.all_pictures():
                part.turn += 1
        if self.option_pictures is not None:
            self.option_pictures.show_options(options_in(fields))
            self.option_pictures.show_folder(folder)
        for key, labelled in self.fields.items():
            labelled.input.show_value(fields.get(key))
        for part in self.pictures.values():
            part.show_folder(folder)
        if any(fields.get(one.key) for one in (*SELDOM.get(self.kind, ()), *SELDOM_SHARED)):
            self._more.set_open(is_open=True)

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Offer other passages to point to; without any there is nothing to choose."""
        self._passages = passages
        labelled = self.fields["læs"]
        if isinstance(labelled.input, ChoiceInput):
            labelled.input.set_choices(self._marks())
        labelled.setVisible(bool(passages))

    @property
    def picture(self) -> PictureInput | None:
        """The input of the question's own picture."""
        return self.pictures.get("billede")

    def all_pictures(self) -> tuple[PictureInput, ...]:
        """Return every input of a picture."""
        at_options = self.option_pictures.pictures() if self.option_pictures is not None else ()
        return (*self.pictures.values(), *at_options)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say of each field what is wrong with it."""
        for key, labelled in self.fields.items():
            labelled.set_problem(problems.get(key, ""))

    def focused_key(self) -> str:
        """Return the key of the field that has the focus, or ``""``."""
        focused = QApplication.focusWidget()
        for key, labelled in self.fields.items():
            if focused is not None and labelled.isAncestorOf(focused):
                return key
        return ""

    def focus_key(self, key: str) -> QWidget | None:
        """Put the focus on a field, if the form has it; return it."""
        labelled = self.fields.get(key)
        if labelled is None:
            return None
        if self._more.isAncestorOf(labelled):
            self._more.set_open(is_open=True)
        labelled.input.edits()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return labelled

    def focus_first(self) -> None:
        """Put the focus where one begins to write."""
        self.focus_key(MAIN[self.kind][0].key)

    def _head(self) -> SideBySide:
        kinds, categories = KindInput(kind_choices()), ChoiceInput(category_choices())
        hardness = ChoiceInput(difficulty_choices())
        head = SideBySide()
        for key, label, chosen, weight in (
            ("type", _("Svarform"), kinds, 7),
            ("kategori", _("Kategori"), categories, 6),
            ("sværhed", _("Sværhed"), hardness, 4),
        ):
            labelled = Labelled(label, chosen)
            self.fields[key] = labelled
            head.add(labelled, weight)
        kinds.changed.connect(lambda: self.kind_chosen.emit(str(kinds.value())))
        for key, chosen in (("kategori", categories), ("sværhed", hardness)):
            chosen.changed.connect(lambda key=key, one=chosen: self.edited.emit(key, one.value()))
        return head

    def _labelled(self, one: Asked) -> Labelled:
        words = words_of(self.kind, one.key)
        made = self._input(one, words.columns)
        labelled = Labelled(words.label, made, words.note)
        self.fields[one.key] = labelled
        made.changed.connect(lambda: self.edited.emit(one.key, made.value()))
        return labelled

    def _input(self, one: Asked, columns: Sequence[str]) -> Input:
        match one.way:
            case Way.PICTURE | Way.PICTURES:
                return self._picture_input(one)
            case Way.PASSAGE:
                return ChoiceInput(self._marks())
            case _:
                return input_of(one, columns)

    def _picture_input(self, one: Asked) -> PictureInput | OptionPicturesInput:
        made: PictureInput | OptionPicturesInput
        if one.way is Way.PICTURES:
            made = self.option_pictures = OptionPicturesInput()
        else:
            made = self.pictures[one.key] = PictureInput()
        made.brought.connect(self.picture_brought)
        made.said.connect(self.picture_said)
        return made

    def _marks(self) -> list[tuple[str, str]]:
        return [("", "–"), *((one.mark, _passage_words(one)) for one in self._passages)]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(12))


def _passage_words(passage: Passage) -> str:
    said = passage.heading or " ".join(passage.body.split())
    short = said if len(said) <= _SHORT else f"{said[:_SHORT].rstrip()} …"
    return f"{passage.mark} · {short}"
