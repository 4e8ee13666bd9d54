"""Several questions at once: a category, topics, or out of the pack."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.library.editing.form_values import list_of
from quizapp.ui.forms.inputs import ChoiceInput, Labelled, LineInput
from quizapp.ui.forms.words import category_choices
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import row
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.label import WrappingLabel


class BulkForm(Part):
    """What can be done to all the chosen questions.

    ``category_given`` carries a category, ``topics_given`` a list of topics, ``deleted`` nothing.
    """

    category_given = Signal(str)
    topics_given = Signal(object)
    deleted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = WrappingLabel("", "section")
        self.categories = ChoiceInput(category_choices())
        self.topics = LineInput(commas=True)
        give = Button(_("Giv alle kategorien"), small=True)
        add = Button(_("Føj emnerne til alle"), small=True)
        delete = Button(_("Fjern spørgsmålene"), Dress.QUIET, icon="trash-2", small=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(Labelled(_("Kategori"), self.categories))
        self._column.addLayout(row(give))
        self._column.addWidget(Labelled(_("Emner"), self.topics, _("komma imellem")))
        self._column.addLayout(row(add))
        self._column.addLayout(row(delete))
        give.clicked.connect(lambda: self.category_given.emit(str(self.categories.value())))
        add.clicked.connect(self._on_topics)
        self.topics.edit.returnPressed.connect(self._on_topics)
        delete.clicked.connect(self.deleted)
        self._restyle()

    def show_count(self, count: int) -> None:
        """Say how many questions are chosen."""
        text = ngettext("{n} spørgsmål er valgt", "{n} spørgsmål er valgt", count)
        self._title.setText(text.format(n=number_text(count)))

    def focus_first(self) -> None:
        """Put the focus on the category."""
        self.categories.box.setFocus()

    def _on_topics(self) -> None:
        topics = list_of(self.topics.edit.text())
        if topics:
            self.topics_given.emit([str(one) for one in topics])
            self.topics.edit.clear()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(12))
