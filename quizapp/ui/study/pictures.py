"""The picture of a question on its card."""

from PySide6.QtWidgets import QVBoxLayout

from quizapp.study.flow import Picture
from quizapp.ui.widgets.picture import PicturePart


def add_picture(body: QVBoxLayout, picture: Picture | None) -> None:
    """Put a question's picture where the card has come to, unless the file is no picture."""
    if picture is None:
        return
    part = PicturePart(picture.path, picture.alt, picture.credit)
    if part.view.is_readable:
        body.addWidget(part)
