"""Safe HTML as running text that grows with its content."""

import re
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget
from typing_extensions import override

from quizapp.ui.theme.look import Look, look_in_force
from quizapp.ui.theme.tokens import ROLES
from quizapp.ui.widgets.base import took_new_look
from quizapp.ui.widgets.breaks import keep_together

_BETWEEN_TAGS = re.compile(r"[^<>]+(?=<|$)")


class RichText(QTextBrowser):
    """A text from ``markup`` as it is to be read; ``link_pressed`` carries a link's address.

    It loads nothing by itself: no picture, no style sheet, no page.
    """

    link_pressed = Signal(str)

    def __init__(self, html: str = "", role: str = "base", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Look = look_in_force()
        self._role = role
        self._html = ""
        self._own_name = ""
        self._is_marked = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.anchorClicked.connect(lambda url: self.link_pressed.emit(url.toString()))
        self.set_html(html)

    def set_html(self, html: str) -> None:
        """Show another text."""
        self._html = html
        self._restyle()
        if self.accessibleName() == self._own_name:
            self._own_name = self.toPlainText()
            self.setAccessibleName(self._own_name)

    def set_marked(self, *, is_marked: bool) -> None:
        """Draw the text with a highlighter, or take it away again."""
        self._is_marked = is_marked
        self._restyle()

    def _restyle(self) -> None:
        look = self.look
        self.setFont(look.font(self._role))
        self.document().setDefaultFont(look.font(self._role))
        self.document().setDefaultStyleSheet(
            f"a {{ color: {look.hex('accent')}; text-decoration: none; font-weight: 600; }}"
            f" p, ul, ol, blockquote {{ margin-top: 0; margin-bottom: {look.space(8)}px; }}"
        )
        self.setHtml(_BETWEEN_TAGS.sub(lambda piece: keep_together(piece.group()), self._html))
        self._space_lines()
        if self._is_marked:
            self._mark_all()
        self.setMaximumWidth(look.column_px(self._role))
        self.updateGeometry()

    def _space_lines(self) -> None:
        natural = QFontMetricsF(self.look.font(self._role)).height()
        percent = 100 * self.look.line_px(self._role) / natural
        shape = QTextBlockFormat()
        shape.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        last = QTextBlockFormat()
        last.setBottomMargin(0)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.mergeBlockFormat(last)

    def _mark_all(self) -> None:
        shape = QTextCharFormat()
        shape.setBackground(self.look.colour("mark"))
        if self.look.is_contrast:
            shape.setFontUnderline(True)
            shape.setUnderlineColor(self.look.colour("mark_line"))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(shape)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        document = self.document()
        before = document.textWidth()
        # Given more room than it takes, it is as high as it is in the room it takes.
        document.setTextWidth(min(width, self.maximumWidth()))
        height = document.size().height()
        document.setTextWidth(before)
        return round(height) + 1

    @override
    def sizeHint(self) -> QSize:
        width = min(round(self.document().idealWidth()) + 2, self.look.column_px(self._role))
        width = max(width, self.look.em(ROLES[self._role].size * 20))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(10), self.look.line_px(self._role))

    @override
    def loadResource(self, resource_type: int, name: QUrl | str) -> Any:
        return None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the text

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if took_new_look(self, event):
            self._restyle()
