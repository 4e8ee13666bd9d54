"""The picture at an option or at an item to put in order or to match."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.base.texts import _
from quizapp.study.flow import Picture
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.picture import PictureArea, alt_of, content_of
from quizapp.ui.widgets.picture_viewer import EnlargeButton

AT_OPTION_PX: Final = 132
AT_OPTION_EM: Final = 14
NO_PICTURES: Final[Mapping[str, Picture]] = MappingProxyType({})


class OptionPicture(Part):
    """The picture at an option or an item; the part it stands in is what is pressed."""

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = content_of(picture.path)
        self.said = alt_of(picture.medium)
        self.area = PictureArea(
            content,
            _("Billede: {alt}").format(alt=self.said),
            most_high=AT_OPTION_PX,
            widest_em=AT_OPTION_EM,
        )
        self.enlarge = EnlargeButton(content, picture.medium, bare=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if self.area.is_there:
            column.addWidget(self.area)
        else:
            self.area.setParent(self)
            self.area.hide()
            text = _("Billedet kan ikke vises: {alt}").format(alt=self.said)
            column.addWidget(WrappingLabel(text, "small", "muted"))
        self.area.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def option_picture(pictures: Mapping[str, Picture], text: str) -> OptionPicture | None:
    """Return what shows the picture of an option, None where it has none."""
    picture = pictures.get(text)
    return None if picture is None else OptionPicture(picture)
