"""The questions of a pack in a list: found by words, chosen one or several, problems marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.library.editing.form_values import text_of
from quizapp.questions.codec_mistakes import Plain
from quizapp.ui.editor.panes import Pane
from quizapp.ui.forms.words import author_kind
from quizapp.ui.question_words import category_word
from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.chip import CATEGORY_ICONS
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.paint import draw_box, draw_ring

_LINE_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
ROW_PX = 42


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """A question or a passage in the list; ``severity`` is »error«, »warning« or empty."""

    uid: int
    number: int
    title: str
    kind: str
    category: str
    words: str
    severity: str = ""
    icon: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says of the question."""
        said = {"error": _("har fejl"), "warning": _("har advarsler")}.get(self.severity, "")
        parts = (f"{self.number}. {self.title}", author_kind(self.kind), said)
        return ", ".join(part for part in parts if part)


def list_line(uid: int, number: int, fields: Mapping[str, Plain] | None, severity: str) -> ListLine:
    """Return how a question stands in the list."""
    said = fields or {}
    prompt = next(
        (text_of(said[key]) for key in ("spørgsmål", "forside", "tekst") if said.get(key)), ""
    )
    kind, category = text_of(said.get("type")), text_of(said.get("kategori"))
    title = " ".join(prompt.split()) or (
        _("Uden tekst") if fields is not None else _("Kan ikke læses")
    )
    answers = " ".join(text_of(value) for value in said.values())
    words = f"{title} {answers} {author_kind(kind)} {category_word(category)}".casefold()
    return ListLine(
        uid=uid,
        number=number,
        title=title,
        kind=kind,
        category=category,
        words=words,
        severity=severity,
    )


class _Lines(QAbstractListModel):
    """The lines that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ListLine] = []

    def set_lines(self, lines: Sequence[ListLine]) -> None:
        """Show other lines; where only some say something else the rest stay."""
        if [one.uid for one in lines] == [one.uid for one in self.lines]:
            changed = [at for at, one in enumerate(lines) if one != self.lines[at]]
            self.lines = [*lines]
            if changed:
                # Told once: thousands one by one take long.
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self.lines = [*lines]
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.title
        return line if role == _LINE_ROLE else None


class _Drawn(QStyledItemDelegate):
    """Draws a line: number, sign of the category, words, sign of a problem."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        look = look_in_force()
        return QSize(10, max(look.space(ROW_PX), look.line_px("base") + look.space(14)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, line = look_in_force(), index.data(_LINE_ROLE)
        state: QStyle.StateFlag = option.state
        place = QRectF(option.rect)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = place.adjusted(0, 1, 0, -1)
        if is_chosen:
            fill, edge = look.colour("accent_soft"), look.colour("accent_line")
            line_colour = edge if look.is_contrast else None
            draw_box(painter, inner, fill=fill, line=line_colour, radius=look.radius("control"))
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, look, inner, look.radius("control"))
        _draw_line(painter, inner, line, is_chosen=is_chosen)
        painter.restore()


def _draw_line(painter: QPainter, place: QRectF, line: ListLine, *, is_chosen: bool) -> None:
    look = look_in_force()
    ink = "accent" if is_chosen else "muted"
    side, gap = look.grown(16), look.space(8)
    metrics = QFontMetrics(look.font("small"))
    number = metrics.horizontalAdvance("888")
    painter.setFont(look.font("small"))
    painter.setPen(look.colour(ink))
    left = place.left() + gap
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(left, place.top(), number, place.height()), middle, str(line.number))
    left += number + gap / 2
    top = place.top() + (place.height() - side) / 2
    icon = line.icon or CATEGORY_ICONS.get(line.category, "circle-question-mark")
    paint_icon(painter, icon, look.hex(ink), QRectF(left, top, side, side))
    left += side + gap
    right = place.right() - gap
    if line.severity:
        name, colour = _SIGNS[line.severity]
        right -= side
        paint_icon(painter, name, look.hex(colour), QRectF(right, top, side, side))
        right -= gap / 2
    font = look.font("strong" if is_chosen else "base")
    painter.setFont(font)
    painter.setPen(look.colour("text"))
    room = max(right - left, 1)
    words = QFontMetrics(font).elidedText(line.title, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(QRectF(left, place.top(), room, place.height()), middle, words)


_SIGNS = {"error": ("circle-x", "bad"), "warning": ("triangle-alert", "warn")}


class QuestionView(QListView):
    """The list itself; ``deleted`` asks to take out what is chosen, ``entered`` to write in it."""

    deleted = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_Drawn(self))
        self.setStyleSheet("QListView { background: transparent; border: none; }")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.visualRect(self.currentIndex())
        is_seen = place.isValid() and place.bottom() >= 0 and place.top() < event.oldSize().height()
        super().resizeEvent(event)
        if is_seen:
            # The problems below may come and go while one types.
            self.scrollTo(self.currentIndex())


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return rows that follow each other as first and last: thousands one by one take long."""
    for _key, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        found = [row for _place, row in run]
        yield found[0], found[-1]


class QuestionList(Pane):
    """Filter, list, and the way to a new question; ``chosen`` carries the chosen questions."""

    chosen = Signal(object)
    added = Signal()
    about_asked = Signal()
    text_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[ListLine] = []
        self._scrolled_to: list[int] = []
        self._lines = _Lines()
        self.filter = Field("", example=_("Filtrér"))
        self.view = QuestionView()
        self.view.setModel(self._lines)
        self.about = Button(_("Om pakken"), Dress.QUIET, small=True)
        self.text = Button("", Dress.QUIET, small=True)
        self.add = Button("", Dress.SOFT, icon="plus", small=True)
        self.add.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        ways = QWidget()
        flow = FlowLayout(ways, gaps=(2, 0))
        for button in (self.about, self.text):
            button.set_flush(is_flush=True)
            flow.addWidget(button)
        for part in (self.filter, self.view, ways, self.add):
            self.body.addWidget(part, 1 if part is self.view else 0)
        self.filter.text_changed.connect(lambda _text: self._show())
        self.filter.submitted.connect(lambda _text: self.focus())
        self.add.clicked.connect(self.added)
        self.about.clicked.connect(self.about_asked)
        self.text.clicked.connect(self.text_asked)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self._is_told = False
        self.show_text_mode(is_text=False)
        self._restyle()

    def show_text_mode(self, *, is_text: bool) -> None:
        """Say whether the list holds the passages of the reading text or the questions."""
        self.add.set_text(_("Nyt sted") if is_text else _("Nyt spørgsmål"))
        self.text.set_text(_("Spørgsmålene") if is_text else _("Læsetekst"))
        name = _("Steder i læseteksten") if is_text else _("Spørgsmål i pakken")
        self.view.setAccessibleName(name)
        said = _("Filtrér stederne") if is_text else _("Filtrér spørgsmålene")
        self.filter.edit.setAccessibleName(said)
        mode = QAbstractItemView.SelectionMode
        self.view.setSelectionMode(mode.SingleSelection if is_text else mode.ExtendedSelection)

    def show_lines(self, lines: Sequence[ListLine], chosen: Sequence[int]) -> None:
        """Show the questions, and which of them are chosen."""
        self._all = [*lines]
        self._show(chosen)

    def uids(self) -> list[int]:
        """Return the questions that are chosen, in order."""
        spans = self.view.selectionModel().selection()
        rows = sorted(
            row for span in spans.toList() for row in range(span.top(), span.bottom() + 1)
        )
        return [self._lines.lines[row].uid for row in rows]

    def clear_choice(self) -> None:
        """Choose none."""
        self._quietly(self.view.clearSelection)

    def focus(self) -> None:
        """Put the focus on the list."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, chosen: Sequence[int] | None = None) -> None:
        wanted = self.uids() if chosen is None else [*chosen]
        words = self.filter.text().casefold().split()
        wished = {*wanted}
        shown = [
            one
            for one in self._all
            if not words or one.uid in wished or all(word in one.words for word in words)
        ]
        self._quietly(lambda: self._take(shown, wanted))

    def _take(self, shown: Sequence[ListLine], wanted: Sequence[int]) -> None:
        self._lines.set_lines(shown)
        model = self.view.selectionModel()
        wished = {*wanted}
        rows = [at for at, one in enumerate(shown) if one.uid in wished]
        selection = QItemSelection()
        for first, last in _runs(rows):
            selection.select(self._lines.index(first), self._lines.index(last))
        model.select(selection, model.SelectionFlag.ClearAndSelect)
        current = model.currentIndex()
        if rows and not (current.isValid() and current.row() in rows):
            model.setCurrentIndex(self._lines.index(rows[-1]), model.SelectionFlag.NoUpdate)
        if rows and self._scrolled_to != [*wanted]:
            self._scrolled_to = [*wanted]
            self.view.scrollTo(self._lines.index(rows[0]))
            self.view.scrollTo(model.currentIndex())

    def _quietly(self, act: Callable[[], object]) -> None:
        self._is_told = True
        act()
        self._is_told = False

    def _on_selection(self) -> None:
        if not self._is_told:
            self.chosen.emit(self.uids())

    @override
    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "view"):
            side = self.look.space(12)
            self.body.setContentsMargins(side, side, side, side)
            self.view.setFont(self.look.font("base"))
            # Where room is short the list gives way: it scrolls, and the buttons below it do not.
            self.view.setMinimumHeight(self.look.target())
            self.view.doItemsLayout()
