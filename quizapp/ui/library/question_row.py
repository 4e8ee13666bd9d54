"""How a row of the library is drawn: in columns, or in two lines where room is short."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from quizapp.notation.search_words import found_at
from quizapp.study.found import Hit
from quizapp.ui.library.question_words import line_text, next_text, recall_text
from quizapp.ui.library.questions_model import HIT, Index, QuestionsModel
from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.theme.look import Look, look_in_force
from quizapp.ui.widgets.chip import CATEGORY_ICONS
from quizapp.ui.widgets.paint import draw_bar, draw_box, draw_ring

_BEFORE_HIT = 14


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the two columns at the right, in pixels."""

    recall: int
    due: int


def columns_of(look: Look) -> Columns:
    """Return how wide the columns at the right are."""
    metrics = QFontMetricsF(look.font("small"))
    recall = look.grown(44) + look.space(8) + metrics.horizontalAdvance("100\u00a0%")
    due = metrics.horizontalAdvance("den 30. september")
    return Columns(round(recall) + look.space(16), round(due) + look.space(12))


class QuestionRow(QStyledItemDelegate):
    """Draws a ``Hit``; ``words`` are marked with the highlighter."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()
        self.is_narrow = False
        self.bar_px = 0
        self._role = "base"

    def height_px(self) -> int:
        """Return how high a row is."""
        look = look_in_force()
        if self.is_narrow:
            return look.line_px("base") + look.line_px("small") + look.space(18)
        return max(look.space(42), look.line_px("base") + look.space(12))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = look_in_force()
        hit = index.data(HIT)
        state: QStyle.StateFlag = option.state
        place = QRectF(option.rect)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        view = self.parent()
        is_current = isinstance(view, QAbstractItemView) and view.currentIndex() == index
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = place.adjusted(look.space(4), 0, -look.space(4) - self.bar_px, 0)
        is_lit = is_chosen or is_current
        self._draw_ground(painter, look, inner, is_lit=is_lit, has_focus=has_focus)
        self._role = "strong" if is_lit else "base"
        if isinstance(hit, Hit):
            model = index.model()
            assert isinstance(model, QuestionsModel), "rows of the library come from its model"
            draw = self._draw_narrow if self.is_narrow else self._draw_wide
            icon = "check" if is_chosen else CATEGORY_ICONS.get(hit.category.value, "hash")
            side = look.grown(18)
            left = inner.left() + look.space(12)
            spot = QRectF(left, inner.center().y() - side / 2, side, side)
            paint_icon(painter, icon, look.hex("accent" if is_lit else "muted"), spot)
            rest = inner.adjusted(look.space(24) + side, 0, -look.space(12), 0)
            draw(painter, look, rest, hit, model)
        painter.restore()

    def _draw_ground(
        self, painter: QPainter, look: Look, inner: QRectF, *, is_lit: bool, has_focus: bool
    ) -> None:
        radius = look.radius("control")
        if is_lit:
            line = look.colour("accent") if look.is_contrast else None
            draw_box(painter, inner, fill=look.colour("accent_soft"), line=line, radius=radius)
        else:
            rule = QRectF(inner.left(), inner.bottom(), inner.width(), 1)
            painter.fillRect(rule, look.colour("line"))
        if has_focus:
            draw_ring(painter, look, inner, radius)

    def _draw_wide(
        self, painter: QPainter, look: Look, rest: QRectF, hit: Hit, model: QuestionsModel
    ) -> None:
        columns = columns_of(look)
        question = rest.adjusted(0, 0, -columns.recall - columns.due, 0)
        self._draw_question(painter, look, question, hit)
        left = question.right()
        small = look.font("small")
        painter.setFont(small)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words = left
        if hit.recall is not None:
            bar = QRectF(left, rest.center().y() - 4, look.grown(44), 8)
            draw_bar(painter, bar, look.colour("track"))
            done = bar.adjusted(0, 0, -bar.width() * (1 - max(hit.recall, 0.12)), 0)
            draw_bar(painter, done, look.colour("accent"))
            words = bar.right() + look.space(8)
        painter.setPen(look.colour("text" if hit.recall is not None else "muted"))
        painter.drawText(
            QRectF(words, rest.top(), columns.recall, rest.height()), middle, recall_text(hit)
        )
        is_due = hit.days_until is not None and hit.days_until <= 0 and not hit.is_paused
        painter.setPen(look.colour("accent" if is_due else "text"))
        due = QRectF(left + columns.recall, rest.top(), columns.due, rest.height())
        painter.drawText(due, middle, next_text(hit, model.today))

    def _draw_narrow(
        self, painter: QPainter, look: Look, rest: QRectF, hit: Hit, model: QuestionsModel
    ) -> None:
        side = look.grown(18)
        arrow = QRectF(rest.right() - side, rest.center().y() - side / 2, side, side)
        paint_icon(painter, "chevron-right", look.hex("muted"), arrow)
        text = rest.adjusted(0, look.space(9), -side - look.space(8), -look.space(9))
        first = QRectF(text.left(), text.top(), text.width(), look.line_px("base"))
        self._draw_question(painter, look, first, hit)
        font = look.font("small")
        painter.setFont(font)
        painter.setPen(look.colour("muted"))
        second = QRectF(text.left(), first.bottom(), text.width(), look.line_px("small"))
        said = QFontMetricsF(font).elidedText(
            line_text(hit, model.today), Qt.TextElideMode.ElideRight, second.width()
        )
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)

    def _draw_question(self, painter: QPainter, look: Look, place: QRectF, hit: Hit) -> None:
        """Draw the question in one line, cut so that what was looked for is seen."""
        font = look.font(self._role)
        metrics = QFontMetricsF(font)
        width = place.width() - look.space(12)
        text = hit.prompt
        spans = found_at(self.words, text) if self.words else ()
        if spans:
            end = spans[0][0] + spans[0][1]
            if metrics.horizontalAdvance(text[:end]) > width:
                start = text.rfind(" ", 0, max(spans[0][0] - _BEFORE_HIT, 0) + 1) + 1
                text = f"… {text[start:]}" if start else text
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([_marked(look, span) for span in found_at(self.words, shown)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(place.width())
        layout.endLayout()
        painter.setPen(look.colour("muted" if hit.is_paused else "text"))
        top = place.top() + (place.height() - line.height()) / 2
        layout.draw(painter, QRectF(place.left(), top, 0, 0).topLeft())


def _marked(look: Look, span: tuple[int, int]) -> QTextLayout.FormatRange:
    shape = QTextCharFormat()
    shape.setBackground(look.colour("mark"))
    shape.setForeground(look.colour("text"))
    if look.is_contrast:
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    found = QTextLayout.FormatRange()
    found.start, found.length = span
    found.format = shape
    return found
