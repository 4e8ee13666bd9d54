"""»Om pakken«: what a pack says of itself."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.library.editing.form_shapes import Filled
from quizapp.packs.manifest import encode_manifest
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.pack import Manifest
from quizapp.ui.forms.inputs import ChoiceInput, Input, Labelled, LineInput, TextInput
from quizapp.ui.forms.rows_input import RowsInput
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.label import WrappingLabel

_AUTHOR_KEYS = ("navn", "sted", "url")


def licence_choices() -> list[tuple[str, str]]:
    """Return the licences that a school uses, the freest last; none is the first."""
    return [
        ("", _("Ingen – kun til eget brug")),
        ("CC-BY-SA-4.0", _("CC BY-SA: nævn os, og del på samme måde")),
        ("CC-BY-4.0", _("CC BY: nævn os")),
        ("CC-BY-NC-SA-4.0", _("CC BY-NC-SA: nævn os, og tjen ikke på den")),
        ("CC0-1.0", _("CC0: brug den frit")),
    ]


class PackForm(Part):
    """The pack's own fields; ``edited`` carries a key and its value, ``left`` that one was left."""

    edited = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = WrappingLabel("", "small", "muted")
        self.inputs: dict[str, Input] = {
            "titel": LineInput(),
            "beskrivelse": TextInput(),
            "fag": LineInput(),
            "niveau": LineInput(),
            "licens": ChoiceInput(licence_choices()),
            "version": LineInput(),
            "forfattere": _AuthorsInput(),
        }
        words = {
            "titel": (_("Titel"), ""),
            "beskrivelse": (_("Beskrivelse"), ""),
            "fag": (_("Fag"), ""),
            "niveau": (_("Niveau"), _("fx stx B")),
            "licens": (_("Licens"), _("hvad andre må bruge pakken til")),
            "version": (_("Version"), _("et helt tal; læg én til, når du deler en ny udgave")),
            "forfattere": (_("Forfattere"), ""),
        }
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(WrappingLabel(_("Om pakken"), "section"))
        for key, made in self.inputs.items():
            label, note = words[key]
            self._column.addWidget(Labelled(label, made, note))
            made.changed.connect(lambda key=key, one=made: self.edited.emit(key, one.value()))
        self._column.addWidget(self._id)
        self._restyle()

    def show_manifest(self, manifest: Manifest) -> None:
        """Show what the pack says."""
        fields: Mapping[str, Plain] = encode_manifest(manifest)
        for key, made in self.inputs.items():
            # A version that is half written reads as 1.
            if key != "version" or not any(edit.hasFocus() for edit in made.edits()):
                made.show_value(fields.get(key))
        text = _("Pakkens id er {id}. Det ændres aldrig, så eleverne beholder det, de har lært.")
        self._id.setText(text.format(id=manifest.id))

    def focus_first(self) -> None:
        """Put the focus on the title."""
        self.inputs["titel"].edits()[0].setFocus()

    def focus_key(self, key: str) -> None:
        """Put the focus on a field, if the form has it."""
        if key in self.inputs:
            self.inputs[key].edits()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(12))


class _AuthorsInput(RowsInput):
    """Authors by name and place."""

    def __init__(self) -> None:
        super().__init__(Filled.SOURCES, (_("Navn"), _("Skole"), _("Hjemmeside")))

    @override
    def value(self) -> Plain:
        found: list[Plain] = []
        for row in self.rows:
            said = zip(_AUTHOR_KEYS, (text.strip() for text in row.texts()), strict=True)
            author: dict[str, Plain] = {key: text for key, text in said if text}
            found += [author] if author.get("navn") else []
        return found

    @override
    def show_value(self, value: Plain) -> None:
        listed = value if isinstance(value, list) else []
        sources: list[Plain] = [
            {"titel": one.get("navn", ""), "url": one.get("sted", ""), "set": one.get("url", "")}
            for one in listed
            if isinstance(one, dict)
        ]
        if value != self.value():
            super().show_value(sources)
