"""The form of one passage of the reading text: its heading, its mark and its words."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.library.editing.passages import BODY_KEY, HEADING_KEY, MARK_KEY, Told
from quizapp.ui.forms.inputs import Labelled, LineInput, TextInput
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageShown:
    """A passage to fill in: what it says, the heading above it, and how many point to it."""

    told: Told
    mark: str
    heading_above: str
    pointing: int


class PassageForm(Part):
    """A passage to fill in.

    ``edited`` carries a key and a text, ``marked`` another mark, ``left`` says that a field was
    left; ``asked``, ``parted`` and ``deleted`` what was pressed.
    """

    edited = Signal(str, str)
    marked = Signal(str)
    left = Signal()
    asked = Signal()
    parted = Signal()
    deleted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.mark, self.words = LineInput(), LineInput(), TextInput(most_lines=24)
        self._heading = Labelled(_("Overskrift"), self.heading, _("tom: hører til den før"))
        self._pointing = WrappingLabel("", "small", "muted")
        self.ask = Button(_("Nyt spørgsmål hertil"), icon="plus", small=True)
        self.part = Button(_("Del ved tomme linjer"), Dress.QUIET, small=True)
        self.delete = Button(_("Fjern stedet"), Dress.QUIET, icon="trash-2", small=True)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.ask, self.part, self.delete):
            flow.addWidget(button)
        note = _("det, spørgsmål peger på")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._heading)
        self._column.addWidget(Labelled(_("Tekst"), self.words))
        self._column.addWidget(Labelled(_("Mærke"), self.mark, note))
        self._column.addWidget(self._pointing)
        self._column.addWidget(buttons)
        self.heading.changed.connect(lambda: self._say(HEADING_KEY, self.heading))
        self.words.changed.connect(lambda: self._say(BODY_KEY, self.words))
        self.mark.edit.editingFinished.connect(self._on_mark)
        self.ask.clicked.connect(self.asked)
        self.part.clicked.connect(self.parted)
        self.delete.clicked.connect(self.deleted)
        for made in (self.heading, self.words):
            made.edits()[0].installEventFilter(self)
        self._shown_mark = ""
        self._restyle()

    def show_passage(self, shown: PassageShown) -> None:
        """Show what a passage says; what is shown already keeps its caret."""
        self.heading.show_value(shown.told.heading)
        self.heading.edit.setPlaceholderText("" if shown.told.heading else shown.heading_above)
        self.words.show_value(shown.told.body)
        self._shown_mark = shown.mark
        self.show_mark()
        text = ngettext(
            "{n} spørgsmål peger hertil.", "{n} spørgsmål peger hertil.", shown.pointing
        )
        none = _("Ingen spørgsmål peger hertil endnu.")
        said = text.format(n=number_text(shown.pointing)) if shown.pointing else none
        self._pointing.setText(said)
        self.part.setEnabled("\n\n" in shown.told.body)

    def show_mark(self) -> None:
        """Show the mark that the passage has, whatever was typed."""
        self.mark.show_value(self._shown_mark)

    def focus_first(self) -> None:
        """Put the focus where one writes."""
        self.words.edit.setFocus()

    def focus_key(self, key: str) -> None:
        """Put the focus on a field."""
        fields = {MARK_KEY: self.mark, HEADING_KEY: self.heading}
        fields.get(key, self.words).edits()[0].setFocus()

    def _say(self, key: str, made: LineInput | TextInput) -> None:
        self.edited.emit(key, str(made.value()))

    def _on_mark(self) -> None:
        text = str(self.mark.value())
        if text != self._shown_mark:
            self.marked.emit(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(12))


class NoTextForm(Part):
    """What stands in the middle while a pack has no reading text; ``begun`` says it was pressed."""

    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = _(
            "En læsetekst deles i steder. Et spørgsmål kan pege på et sted, så eleven kan læse "
            "efter bagefter."
        )
        self.begin = Button(_("Skriv det første sted"), Dress.SOFT, icon="plus", small=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(WrappingLabel(_("Pakken har ingen læsetekst"), "section"))
        self._column.addWidget(WrappingLabel(said, "base", "muted"))
        flow = QWidget()
        FlowLayout(flow).addWidget(self.begin)
        self._column.addWidget(flow)
        self.begin.clicked.connect(self.begun)
        self._restyle()

    def focus_first(self) -> None:
        """Put the focus on the one thing to do."""
        self.begin.setFocus()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(12))
