"""The pictures of a question's options, a box for each option that is written."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.library.editing.option_pictures import pictures_in, written_pictures
from quizapp.questions.codec_mistakes import Plain
from quizapp.ui.editor.picture_input import PictureInput
from quizapp.ui.forms.inputs import Input
from quizapp.ui.widgets.fold_out import FoldOut
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.option_picture import AT_OPTION_PX

PICTURES: Final = frozenset({"billede", "billeder", "forklaringsbillede"})
"""Fields that are written at once: nobody types in them."""


class _OptionBox(QWidget):
    """One option's words, and its picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = ""
        self._label = WrappingLabel("", "small_strong", capped=False)
        self.picture = PictureInput(most_high=AT_OPTION_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addWidget(self.picture)

    def show_option(self, option: str, *, is_there: bool) -> None:
        """Say which option the picture is of, and whether there is such an option."""
        self.option = option
        words = option if is_there else _("{option} (findes ikke mere)").format(option=option)
        self._label.setText(words)
        self.picture.name_for(words)


class OptionPicturesInput(Input):
    """Which option has which picture; signals of the boxes are passed on.

    Options come from ``show_options``; a picture whose option has gone keeps its box.
    """

    brought = Signal(object, object)
    said = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[str, ...] = ()
        self._folder: Path | None = None
        self.boxes: list[_OptionBox] = []
        self._fold = FoldOut(_("Billeder til svarene"), icon="image")
        self._hint = WrappingLabel(_("Skriv først svarene."), "small", "muted")
        self._fold.inside.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fold)

    @override
    def value(self) -> Plain:
        return written_pictures({box.option: str(box.picture.value()) for box in self.boxes})

    @override
    def show_value(self, value: Plain) -> None:
        pictures = pictures_in(value)
        options = tuple(dict.fromkeys((*self._options, *pictures)))
        while len(self.boxes) < len(options):
            self._add_box()
        for box in self.boxes[len(options) :]:
            self._let_go(box)
        for box, option in zip(self.boxes, options, strict=True):
            box.show_option(option, is_there=option in self._options)
            box.picture.show_value(pictures.get(option))
        self._hint.setVisible(not options)
        if pictures:
            self._fold.set_open(is_open=True)

    @override
    def name(self, label: str, note: str) -> None:
        self.setAccessibleName(label)

    @override
    def edits(self) -> tuple[QWidget, ...]:
        self._fold.set_open(is_open=True)
        return tuple(edit for box in self.boxes for edit in box.picture.edits()) or (self._fold,)

    def pictures(self) -> tuple[PictureInput, ...]:
        """Return the boxes' inputs."""
        return tuple(box.picture for box in self.boxes)

    def show_options(self, options: Sequence[str]) -> None:
        """Say which options there are; what they show follows with the value."""
        self._options = tuple(options)

    def show_folder(self, folder: Path) -> None:
        """Say where the pack's pictures lie."""
        self._folder = folder
        for box in self.boxes:
            box.picture.show_folder(folder)

    def _add_box(self) -> None:
        box = _OptionBox()
        if self._folder is not None:
            box.picture.show_folder(self._folder)
        box.picture.changed.connect(self.changed)
        box.picture.brought.connect(self.brought)
        box.picture.said.connect(self.said)
        self.boxes.append(box)
        self._fold.inside.addWidget(box)

    def _let_go(self, box: _OptionBox) -> None:
        self.boxes.remove(box)
        box.hide()
        self._fold.inside.removeWidget(box)
        box.deleteLater()
