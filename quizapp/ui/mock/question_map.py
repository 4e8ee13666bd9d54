"""The map of all questions: which are answered, which one is open, and which are flagged."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.study.mock_values import Sheet
from quizapp.ui.widgets.base import Part, PressPart
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import draw_box, draw_ring, painting

_SQUARE = 41
_DOT = 9
_KEY = 14


class MapSquare(PressPart):
    """One question by its number; all that is drawn is in its name too."""

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.is_answered = False
        self.is_flagged = False
        self.is_current = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._restyle()
        self.show_state(is_answered=False, is_flagged=False, is_current=False)

    def show_state(self, *, is_answered: bool, is_flagged: bool, is_current: bool) -> None:
        """Show how the question stands."""
        self.is_answered, self.is_flagged = is_answered, is_flagged
        self.is_current = is_current
        # One stop for Tab; from there the arrows walk.
        policy = Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        said = [str(self.place + 1), _("besvaret") if is_answered else _("ikke besvaret")]
        said += [_("markeret")] * is_flagged + [_("vises nu")] * is_current
        self.setAccessibleName(", ".join(said))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = max(self.look.space(_SQUARE), self.look.target())
        return QSize(max(side, self.look.em(3) if self.place >= 99 else side), side)  # noqa: PLR2004 - three digits

    @override
    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        radius = look.radius("key") + 2
        fill, line, ink = ("card", "line", "muted")
        if self.is_answered:
            fill, line, ink = "accent_soft", "accent_line", "accent"
        with painting(self) as painter:
            if self.is_current:
                ring = look.colour("text")
                ground = look.colour(fill)
                draw_box(painter, self.rect(), fill=ground, line=ring, width=2, radius=radius)
                ink = "text"
            else:
                draw_box(
                    painter,
                    self.rect(),
                    fill=look.colour(fill),
                    line=look.colour(line),
                    radius=radius,
                )
            painter.setFont(look.font("small_strong"))
            painter.setPen(look.colour(ink))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self.place + 1))
            if self.is_flagged:
                self._draw_flag(painter)
            if self.hasFocus():
                inner = QRectF(self.rect()).adjusted(3, 3, -3, -3)
                draw_ring(painter, look, inner, radius - 2)

    def _draw_flag(self, painter: QPainter) -> None:
        look = self.look
        radius = look.grown(_DOT) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("warn"))
        painter.drawEllipse(QPointF(self.width() - radius - 2, radius + 2), radius, radius)


class _Squares(QWidget):
    """The squares in lines as long as there is room for; the arrows walk among them."""

    pressed = Signal(int)

    def __init__(self, count: int) -> None:
        super().__init__()
        self.squares = tuple(MapSquare(place) for place in range(count))
        self._flow = FlowLayout(self, gaps=(8, 8))
        for square in self.squares:
            self._flow.addWidget(square)
            square.clicked.connect(lambda _on=False, at=square.place: self.pressed.emit(at))

    def _across(self) -> int:
        """Return how many squares stand in the first line."""
        first = self.squares[0].y()
        return sum(square.y() == first for square in self.squares)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._across(),
            Qt.Key.Key_Down: self._across(),
            Qt.Key.Key_Home: -len(self.squares),
            Qt.Key.Key_End: len(self.squares),
        }
        step = steps.get(Qt.Key(event.key()))
        now = next((at for at, square in enumerate(self.squares) if square.hasFocus()), None)
        if step is None or now is None:
            super().keyPressEvent(event)
            return
        far = abs(step) == len(self.squares)
        at = min(max(now + step, 0), len(self.squares) - 1) if far else now + step
        if 0 <= at < len(self.squares):
            self.squares[at].setFocus(Qt.FocusReason.TabFocusReason)


class _Key(Part):
    """One line of the legend: what a fill or a dot means."""

    def __init__(self, text: str, *, is_dot: bool) -> None:
        super().__init__()
        self._is_dot = is_dot
        self._sign = QWidget()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._sign)
        line.addWidget(WrappingLabel(text, "small", "muted", capped=False))
        self._restyle()

    @override
    def _restyle(self) -> None:
        side = self.look.grown(_KEY)
        self._sign.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        place = QRectF(self._sign.geometry())
        with painting(self) as painter:
            if self._is_dot:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("warn"))
                inset = place.width() * 0.15
                painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
            else:
                fill, line = look.colour("accent_soft"), look.colour("accent_line")
                draw_box(painter, place, fill=fill, line=line, radius=look.radius("small"))


class QuestionMap(Card):
    """All questions of a paper; ``pressed`` carries the place of one to go to."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(20, 16), gap=12, parent=parent)
        self._count = WrappingLabel("", "small", "muted", capped=False)
        head = QHBoxLayout()
        head.addWidget(WrappingLabel(_("Spørgsmålene"), "strong"), 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        legend = QWidget()
        keys = FlowLayout(legend, gaps=(18, 4))
        keys.addWidget(_Key(_("besvaret"), is_dot=False))
        keys.addWidget(_Key(_("markeret"), is_dot=True))
        note = _(
            "Intet er endeligt, før du afleverer. Du kan roligt lukke programmet og fortsætte"
            " senere."
        )
        self._squares: _Squares | None = None
        self.body.addLayout(head)
        self.body.addWidget(legend)
        self.body.addStretch(1)
        self.body.addWidget(WrappingLabel(note, "small", "muted"))
        self.setAccessibleName(_("Oversigt over spørgsmålene"))

    @property
    def squares(self) -> tuple[MapSquare, ...]:
        """The squares, in the order of the questions."""
        return self._squares.squares if self._squares is not None else ()

    def show_sheets(self, sheets: Sequence[Sheet], current: int) -> None:
        """Show how every question stands."""
        if len(self.squares) != len(sheets):
            self._build(len(sheets))
        for square, sheet in zip(self.squares, sheets, strict=True):
            square.show_state(
                is_answered=sheet.answer is not None,
                is_flagged=sheet.is_flagged,
                is_current=square.place == current,
            )
        answered = sum(sheet.answer is not None for sheet in sheets)
        text = _("{done} af {total} besvaret").format(done=answered, total=len(sheets))
        self._count.setText(text)

    def _build(self, count: int) -> None:
        if self._squares is not None:
            self._squares.hide()
            self.body.removeWidget(self._squares)
            self._squares.deleteLater()
        self._squares = _Squares(count)
        self._squares.pressed.connect(self.pressed)
        self.body.insertWidget(1, self._squares)
