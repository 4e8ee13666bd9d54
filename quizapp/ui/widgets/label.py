"""Text that wraps: as high as its width needs, 68 characters at most, lines set apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.theme.look import Look, look_in_force
from quizapp.ui.widgets.base import took_new_look
from quizapp.ui.widgets.breaks import keep_together
from quizapp.ui.widgets.paint import painting

_ENDLESS = 1_000_000.0
# A last line shorter than this part of the width is a word left behind.
_STUB = 0.3
# How much narrower a text may be set to fill its last line better.
_TIGHTER = (0.94, 0.88, 0.8, 0.7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a text that stands out."""

    start: int
    length: int
    weight: int | None = None
    colour: str | None = None
    ground: str | None = None
    underlined: bool = False


class WrappingLabel(QLabel):
    """A label whose height follows its width; it never elides and never clips a word."""

    def __init__(
        self,
        text: str = "",
        role: str = "base",
        colour: str = "text",
        *,
        capped: bool = True,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look: Look = look_in_force()
        self._role = role
        self._colour = colour
        self._capped = capped
        self._centred = centred
        self._spans: tuple[Span, ...] = ()
        self._measured: dict[float, tuple[int, float]] = {}
        self._latest: tuple[float, QTextLayout] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        self._restyle()

    def set_role(self, role: str, colour: str | None = None) -> None:
        """Change size, weight and perhaps colour."""
        self._role = role
        self._colour = self._colour if colour is None else colour
        self._restyle()
        self.updateGeometry()

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Let stretches of the text stand out; places count in the text as it was given."""
        self._spans = tuple(spans)
        self._forget()
        self.updateGeometry()
        self.update()

    @override
    def setText(self, text: str) -> None:
        self._forget()
        super().setText(text)

    def lines_at(self, width: int) -> tuple[str, ...]:
        """Return the lines the text falls into at a width in pixels."""
        layout = self._laid_out(width)
        text = layout.text()
        lines = (layout.lineAt(index) for index in range(layout.lineCount()))
        return tuple(
            text[line.textStart() : line.textStart() + line.textLength()].strip() for line in lines
        )

    def _forget(self) -> None:
        self._measured.clear()
        self._latest = None

    def _restyle(self) -> None:
        self._forget()
        self.setFont(self.look.font(self._role))
        self.update()

    def _laid_out(self, width: float) -> QTextLayout:
        """Return the lines at a width; what was measured last is as a rule what is drawn."""
        if self._latest is None or self._latest[0] != width:
            self._latest = (width, self._lay_out(width))
        return self._latest[1]

    def _lay_out(self, width: float) -> QTextLayout:
        # Colour and font come from the look: a style sheet's polish resets a widget's own.
        font = self.look.font(self._role)
        layout = QTextLayout(keep_together(self.text()).replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_format_range(span, self.look, font) for span in self._spans])
        limit = self._limit(width)
        self._break_lines(layout, width, limit)
        self._fill_last_line(layout, width, limit)
        return layout

    def _fill_last_line(self, layout: QTextLayout, width: float, limit: float) -> None:
        """Set the text a little narrower where its last line would be one short word."""
        count = layout.lineCount()
        if count < 2 or "\u2028" in layout.text() or not _ends_in_stub(layout, limit):  # noqa: PLR2004 - one line has no last
            return
        for share in _TIGHTER:
            self._break_lines(layout, width, limit * share)
            if layout.lineCount() > count:
                break
            if not _ends_in_stub(layout, limit):
                return
        self._break_lines(layout, width, limit)

    def _break_lines(self, layout: QTextLayout, width: float, limit: float) -> None:
        layout.beginLayout()
        line_px = self.look.line_px(self._role)
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(limit, 1))
            spare = (width - line.naturalTextWidth()) / 2 if self._centred else 0.0
            line.setPosition(QPointF(max(spare, 0.0), top + (line_px - line.height()) / 2))
            top += line_px
        layout.endLayout()

    def _limit(self, width: float) -> float:
        return min(width, self.look.column_px(self._role)) if self._capped else width

    def _measure(self, width: float) -> tuple[int, float]:
        """Return how many lines there are at a width, and how wide the widest is."""
        if width not in self._measured:
            whole = self._measured.get(_ENDLESS)
            if whole is not None and whole[0] == 1 and whole[1] <= self._limit(width):
                return whole
            layout = self._laid_out(width)
            lines = [layout.lineAt(index) for index in range(layout.lineCount())]
            widest = max((line.naturalTextWidth() for line in lines), default=0.0)
            self._measured[width] = (max(len(lines), 1), widest)
        return self._measured[width]

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        lines = self._measure(inner)[0]
        return lines * self.look.line_px(self._role) + margins.top() + margins.bottom()

    @override
    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = int(self._measure(_ENDLESS)[1]) + 2 + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        words = keep_together(self.text()).replace("\n", " ").split(" ")
        metrics = QFontMetrics(self.look.font(self._role))
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0) + 2
        return QSize(min(widest, self.look.em(12)), self.look.line_px(self._role))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.contentsRect())
        layout = self._laid_out(area.width())
        spare = area.height() - layout.lineCount() * self.look.line_px(self._role)
        with painting(self) as painter:
            painter.setPen(self.look.colour(self._colour))
            layout.draw(painter, area.topLeft() + QPointF(0, max(spare, 0.0) / 2))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if took_new_look(self, event):
            self._restyle()
            self.updateGeometry()


def _ends_in_stub(layout: QTextLayout, limit: float) -> bool:
    return layout.lineAt(layout.lineCount() - 1).naturalTextWidth() < _STUB * limit


def _format_range(span: Span, look: Look, font: QFont) -> QTextLayout.FormatRange:
    shape = QTextCharFormat()
    if span.weight is not None:
        heavier = QFont(font)
        heavier.setWeight(QFont.Weight(span.weight))
        shape.setFont(heavier)
    if span.colour is not None:
        shape.setForeground(look.colour(span.colour))
    if span.ground is not None:
        shape.setBackground(look.colour(span.ground))
    if span.underlined:
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    found = QTextLayout.FormatRange()
    found.start = span.start
    found.length = span.length
    found.format = shape
    return found
