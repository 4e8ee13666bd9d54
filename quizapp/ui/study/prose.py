"""What an author wrote, with her emphasis and lists; plain words stay a plain label."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from quizapp.markup.html import to_html
from quizapp.markup.parse import parse
from quizapp.markup.plain import to_plain
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.rich_text import RichText


def prose(text: str, role: str = "base", colour: str = "text") -> QWidget:
    """Return a text as it is to be read; one with marks can be walked through by keys."""
    document = parse(text)
    plain = to_plain(document)
    if plain == text.strip():
        return WrappingLabel(plain, role, colour)
    rich = RichText(to_html(document), role)
    rich.setAccessibleName(plain)
    rich.link_pressed.connect(open_link)
    return rich


def plain_of(text: str) -> str:
    """Return a text without its marks, for a place that has none."""
    return to_plain(parse(text))


def open_link(address: str) -> None:
    """Open a page of the web in the browser; any other address is left alone."""
    if address.startswith(("https://", "http://")):
        QDesktopServices.openUrl(QUrl(address))
