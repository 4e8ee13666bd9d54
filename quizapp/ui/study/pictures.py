"""The picture or sound of a question on its card."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout

from quizapp.base.texts import _
from quizapp.study.flow import Picture
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.picture import PictureBox

SOUNDS: Final = frozenset({".mp3", ".ogg", ".opus", ".m4a", ".wav"})


def add_picture(body: QVBoxLayout, picture: Picture | None) -> None:
    """Put a question's picture where the card has come to, or a way to hear its sound."""
    if picture is None:
        return
    if picture.path.suffix in SOUNDS:
        play = Button(_("Afspil lyden"), Dress.SOFT, icon="volume-2", small=True)
        if picture.medium.alt:
            play.setAccessibleName(_("Afspil lyden: {alt}").format(alt=picture.medium.alt))
        play.clicked.connect(lambda: _play(picture.path))
        body.addWidget(play, 0, Qt.AlignmentFlag.AlignLeft)
    else:
        body.addWidget(PictureBox(_content(picture.path), picture.medium))


def _play(path: Path) -> None:
    """Let the system play a sound with whatever it has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
