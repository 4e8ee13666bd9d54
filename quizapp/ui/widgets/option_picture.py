"""The picture at an option or at an item to put in order or to match."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.packs.media import SOUNDS, extension_of
from quizapp.study.flow import Picture
from quizapp.ui.widgets.base import Part, let_press_through
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.picture import PictureArea, alt_of, content_of
from quizapp.ui.widgets.picture_viewer import EnlargeButton
from quizapp.ui.widgets.sound import SoundPart

AT_OPTION_PX: Final = 132
AT_OPTION_EM: Final = 14
_BESIDE_FROM_EM: Final = 24
NO_PICTURES: Final[Mapping[str, Picture]] = MappingProxyType({})


class OptionPicture(Part):
    """The picture at an option or an item; the part it stands in is what is pressed.

    ``enlarge`` stands beside it: it shows the picture large, or plays what is a sound.
    """

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = content_of(picture.path)
        self.said = alt_of(picture.medium)
        self.area = PictureArea(
            content,
            _("Billede: {alt}").format(alt=self.said),
            most_high=AT_OPTION_PX,
            widest_em=AT_OPTION_EM,
            centred=False,
        )
        is_sound = extension_of(content) in SOUNDS
        self.enlarge: QWidget = EnlargeButton(content, picture.medium, bare=True)
        if is_sound:
            self.enlarge = SoundPart(picture.path, replace(picture.medium, creator="", license=""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if self.area.is_there:
            column.addWidget(self.area)
        elif is_sound:
            self.area.setParent(self)
            self.area.hide()
        else:
            self.area.setParent(self)
            self.area.hide()
            text = _("Billedet kan ikke vises: {alt}").format(alt=self.said)
            column.addWidget(WrappingLabel(text, "small", "muted"))
        let_press_through(self)


class PictureAndWords(Part):
    """A picture with words beside it; where it is narrow, below it."""

    def __init__(
        self, shown: OptionPicture, words: QVBoxLayout, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(shown, 0)
        self._line.addLayout(words, 1)
        let_press_through(self)
        self._restyle()

    @override
    def minimumSizeHint(self) -> QSize:
        # Not both side by side: they may always stand one over the other.
        return QSize(1, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = 0 < self.width() < self.look.em(_BESIDE_FROM_EM)
        if lay(self._line, is_beside=not is_narrow):
            self.updateGeometry()

    @override
    def _restyle(self) -> None:
        self._line.setSpacing(self.look.space(12))
        self._arrange()


def option_picture(pictures: Mapping[str, Picture], text: str) -> OptionPicture | None:
    """Return what shows the picture of an option, None where it has none."""
    picture = pictures.get(text)
    return None if picture is None else OptionPicture(picture)
