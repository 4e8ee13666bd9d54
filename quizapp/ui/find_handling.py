"""»Find handling« (Ctrl+K): what can be done now, questions and pages, found by a few letters."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.ui.actions import Actions
from quizapp.ui.find_hits import Group, Hit, command_hits, hits_for, in_groups
from quizapp.ui.find_row import HitRow
from quizapp.ui.overlay import Overlay
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.boxes import clear
from quizapp.ui.widgets.edge_scroll import BESIDE_BAR, EdgeScroll
from quizapp.ui.widgets.field import FieldFrame
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon

ANNOUNCE_AFTER_MS: Final = 400
_MOST_SHOWN = 10
_GAP = 2
_BESIDE_LIST = 300


class FindHandling(Overlay):
    """A field and what matches; Up and Down choose, Enter does it, Tab shows more, Esc closes.

    ``asked`` carries what is typed, for those who find questions; they answer with
    ``show_questions``.
    """

    asked = Signal(str)

    def __init__(self, actions: Actions, over: QWidget) -> None:
        super().__init__(over)
        self._actions = actions
        self._fixed: list[Hit] = []
        self._questions: tuple[Hit, ...] = ()
        self._count = 0
        self._inside: Hit | None = None
        self._rows: list[HitRow] = []
        self._headings = 0
        self._current = 0
        # What else can be gone to, asked for each time the panel opens.
        self.more: Callable[[], Sequence[Hit]] = list[Hit]
        self.field = FieldFrame()
        self.field.edit.setAccessibleName(_("Find handling"))
        self.field.edit.setPlaceholderText(_("Skriv, hvad du vil"))
        self.field.edit.textChanged.connect(self._on_text)
        self.field.edit.installEventFilter(self)
        self.field.line.insertWidget(0, Icon("search"))
        self._empty = WrappingLabel("", "base", "muted")
        self._build_list()
        keys = ((_("↑ ↓"), _("vælg")), (_("Enter"), _("udfør")))
        away = (_("Esc"), _("luk"))
        self._keys = KeyLine((*keys, away))
        self._keys_of_more = KeyLine((*keys, (_("Tab"), _("flere handlinger")), away))
        for part in (self.field, self._empty, self._scroll, self._keys, self._keys_of_more):
            self.panel.body.addWidget(part)
        self.setAccessibleName(_("Find handling"))
        self._speak = QTimer(self)
        self._speak.setSingleShot(True)
        self._speak.setInterval(ANNOUNCE_AFTER_MS)
        self._speak.timeout.connect(self._say_found)

    def _build_list(self) -> None:
        self._list = QWidget()
        self._list.setObjectName("page")
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(_GAP)
        self._scroll = EdgeScroll()
        self._scroll.setWidget(self._list)

    @property
    def query(self) -> str:
        """What is typed now."""
        return self.field.edit.text()

    @override
    def open(self) -> None:
        self._fixed = [*command_hits(self._actions), *self.more()]
        super().open()
        self.field.edit.clear()
        self._start_over()
        self._show()
        self.field.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_questions(self, query: str, hits: Sequence[Hit], count: int) -> None:
        """Show the questions found for a query, of so many; one typed before is passed over.

        What is chosen stays chosen, so that Enter does what was seen when it was pressed.
        """
        if self.isHidden() or query != self.query:
            return
        self._questions, self._count = tuple(hits), count
        if self._inside is None:
            chosen = self._chosen()
            self._show(chosen.words if chosen is not None else "")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.field.edit and is_key:
            assert isinstance(event, QKeyEvent)
            if self._take_key(Qt.Key(event.key())):
                return True
        return super().eventFilter(watched, event)

    def _take_key(self, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps and self._rows:
            self._choose((self._current + steps[key]) % len(self._rows), is_walk=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do_current()
        elif key == Qt.Key.Key_Tab:
            self._go_inside()
        elif key in (Qt.Key.Key_Backtab, Qt.Key.Key_Escape) and self._inside is not None:
            self._go_outside()
        else:
            return False
        return True

    def _on_text(self, text: str) -> None:
        self._start_over()
        self.asked.emit(text)
        self._show()
        self._speak.start()

    def _start_over(self) -> None:
        self._questions, self._count, self._inside = (), 0, None

    def _go_inside(self) -> None:
        chosen = self._chosen()
        if chosen is None or not chosen.more:
            announce(self.field.edit, _("Der er ikke flere handlinger."))
            return
        self._inside = chosen
        self._show()
        announce(self.field.edit, f"{chosen.text}. {self._said()}")

    def _go_outside(self) -> None:
        inside, self._inside = self._inside, None
        self._show(inside.words if inside is not None else "")
        self._choose(self._current, is_walk=True)

    def _show(self, chosen: str = "") -> None:
        """Show what there is; the hit of those words is the one that Enter does, else the first."""
        clear(self._lines)
        if self._inside is not None:
            hits = list(self._inside.more)
        else:
            hits = in_groups(hits_for(self.query, self._fixed), self._questions)
        self._rows = [HitRow(hit) for hit in hits]
        heading = ""
        self._headings = 0
        for row in self._rows:
            over = self._inside.text if self._inside is not None else _heading(row.hit.group)
            if over != heading:
                heading = over
                self._add_heading(heading)
            row.clicked.connect(lambda _on=False, hit=row.hit: self._do(hit))
            self._lines.addWidget(row)
        self._lines.addStretch(1)
        self._empty.setText(_("Ingen handling hedder »{query}«.").format(query=self.query))
        self._empty.setVisible(not hits)
        self._scroll.setVisible(bool(hits))
        self._fit()
        names = [hit.words for hit in hits]
        self._choose(names.index(chosen) if chosen in names else 0)

    def _add_heading(self, text: str) -> None:
        label = WrappingLabel(text, "label", "muted", capped=False)
        line = QHBoxLayout()
        line.setContentsMargins(*self._around_heading())
        line.addWidget(label)
        self._lines.addLayout(line)
        self._headings += 1

    def _around_heading(self) -> tuple[int, int, int, int]:
        return self.look.space(14), self.look.space(6), 0, self.look.space(2)

    def _fit(self) -> None:
        # What has just been put in is not shown yet, and the layout passes it over.
        row = self._rows[0].sizeHint().height() + _GAP if self._rows else 0
        above, below = self._around_heading()[1::2]
        heading = self.look.line_px("label") + above + below + _GAP
        wanted = len(self._rows) * row + self._headings * heading
        room = max(self.height() - self.look.space(_BESIDE_LIST), 2 * row + heading)
        height = min(wanted, _MOST_SHOWN * row, room)
        self._scroll.setFixedHeight(height)
        self._lines.setContentsMargins(0, 0, BESIDE_BAR if wanted > height else 0, 0)

    def _choose(self, at: int, *, is_walk: bool = False) -> None:
        self._current = at
        for place, row in enumerate(self._rows):
            row.set_current(is_current=place == at)
        hit = self._chosen()
        has_more = hit is not None and bool(hit.more)
        self._keys.setVisible(not has_more)
        self._keys_of_more.setVisible(has_more)
        if hit is None:
            return
        self.field.edit.setAccessibleDescription(hit.words)
        if is_walk:
            self._speak.stop()
            announce(self.field.edit, hit.words)
        # The heading over the first is seen with it.
        if at == 0:
            self._scroll.verticalScrollBar().setValue(0)
        self._scroll.ensureWidgetVisible(self._rows[at], 0, 4)

    def _chosen(self) -> Hit | None:
        return self._rows[self._current].hit if self._current < len(self._rows) else None

    def _say_found(self) -> None:
        if not self.isHidden():
            announce(self.field.edit, self._said() or self._empty.text())

    def _said(self) -> str:
        """Return how many there are, and the one that Enter does."""
        hit = self._chosen()
        if hit is None:
            return ""
        shown = sum(row.hit.group is not Group.QUESTION for row in self._rows)
        n = len(self._rows) if self._inside is not None else shown + self._count
        found = ngettext("{n} fundet", "{n} fundet", n).format(n=number_text(n))
        return f"{found}. {hit.words}"

    def _do_current(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._do(chosen)

    def _do(self, hit: Hit) -> None:
        self.close_up()
        # Only once the focus is back where the command acts.
        QTimer.singleShot(0, self, partial(hit.act))


def _heading(group: Group) -> str:
    match group:
        case Group.ACTION:
            return _("Handlinger")
        case Group.QUESTION:
            return _("Spørgsmål, der passer")
        case Group.PAGE:
            return _("Sider og indstillinger")
