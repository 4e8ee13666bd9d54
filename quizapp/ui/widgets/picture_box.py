"""Pictures and sounds of a pack where they are shown: below a question, at an option."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext
from quizapp.packs.media import SOUNDS
from quizapp.questions.pack import Medium
from quizapp.study.flow import Picture
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.ends import Ends
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.option_picture import OptionPicture, PictureAndWords
from quizapp.ui.widgets.picture import PictureArea, alt_of, content_of, credit_of
from quizapp.ui.widgets.picture_viewer import EnlargeButton
from quizapp.ui.widgets.sound import SoundPart


class PictureBox(Part):
    """A picture with its alt text for a screen reader and its credit for everybody.

    A press on it, or on the button below it, shows it as large as the window. Where it cannot be
    shown, its alt text stands in its place.
    """

    def __init__(self, content: bytes, medium: Medium, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = alt_of(medium)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.area = PictureArea(content, _("Billede: {alt}").format(alt=said))
        self.enlarge = EnlargeButton(content, medium)
        credit = WrappingLabel(credit_of(medium), "small", "muted", capped=False)
        if self.area.is_there:
            self.enlarge.watch(self.area)
            self._column.addWidget(self.area)
            self._column.addWidget(Ends(credit, self.enlarge))
        else:
            for part in (self.area, self.enlarge):
                part.setParent(self)
                part.hide()
            text = _("Billedet kan ikke vises: {alt}").format(alt=said)
            self._column.addWidget(WrappingLabel(text, "base", "muted"))
            self._column.addWidget(credit)
        self._restyle()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(4))


def medium_part(picture: Picture) -> QWidget:
    """Return what shows a picture, or plays a sound."""
    if picture.path.suffix.casefold().removeprefix(".") in SOUNDS:
        return SoundPart(picture.path, picture.medium)
    return PictureBox(content_of(picture.path), picture.medium)


def add_medium(body: QVBoxLayout, picture: Picture | None) -> None:
    """Put a picture or a sound, if there is one, where a layout has come to."""
    if picture is not None:
        body.addWidget(medium_part(picture))


def add_option_pictures(body: QVBoxLayout, pictures: Mapping[str, Picture]) -> None:
    """Put the pictures of options below each other, each with its words and a way to enlarge it."""
    for text, picture in pictures.items():
        shown = OptionPicture(picture)
        words = QVBoxLayout()
        words.addWidget(WrappingLabel(text, "base"))
        body.addWidget(Ends(PictureAndWords(shown, words), shown.enlarge))
    add_credits(body, pictures)


def add_credits(body: QVBoxLayout, pictures: Mapping[str, Picture]) -> None:
    """Put who made the pictures at options below them; their titles might tell the answer."""
    if text := credits_text([one.medium for one in pictures.values()]):
        body.addWidget(WrappingLabel(text, "small", "muted", capped=False))


def credits_text(media: Sequence[Medium]) -> str:
    """Return who made several pictures, each maker once."""
    makers = dict.fromkeys(credit_of(one, with_title=False) for one in media)
    said = "; ".join(maker for maker in makers if maker)
    text = ngettext("Billede: {credits}", "Billeder: {credits}", len(media))
    return text.format(credits=said) if said else ""
