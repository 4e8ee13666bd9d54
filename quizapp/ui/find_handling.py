"""»Find handling« (Ctrl+K): every command that can be done now, found by a few letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import N_, _, ngettext
from quizapp.ui.actions import Actions, key_text
from quizapp.ui.overlay import Overlay
from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import PressPart
from quizapp.ui.widgets.boxes import clear
from quizapp.ui.widgets.edge_scroll import BESIDE_BAR, EdgeScroll
from quizapp.ui.widgets.field import FieldFrame
from quizapp.ui.widgets.key_cap import KeyLine, cap_size, draw_cap
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import draw_box, painting

_FOLDED = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe", "é": "e", "ü": "u", "ö": "oe"})
_MOST_SHOWN = 8
_QUIT = "app.quit"
# Words that one may type for a page, though they do not stand in its name.
_ALSO = MappingProxyType(
    {
        "app.settings": N_(
            "udseende lyst mørkt tema kontrast skrift skrifttype tekststørrelse sprog engelsk"
            " ordblindevenlig oplæsning stemme nye spørgsmål om dagen sikkerhedskopier hukommelse"
        ),
        "go.study": N_("fri øvelse blandet kun fejl bladr tidslinje læs teksten"),
        "go.exam": N_("prøve plan mål fridage"),
        "go.progress": N_("statistik diagrammer husket aktivitet dage i træk"),
        "go.library": N_("pakker spørgsmål søg noter udskriv opgaveark print fjern pakke"),
        "go.authoring": N_("lav egne spørgsmål ret pakke del eksportér"),
        "learner.switch": N_("navn ny elev"),
        "pack.add": N_("åbn fil importér hent opdatér anki quizlet regneark"),
        "help.keys": N_("tastatur hjælp"),
    }
)
_BESIDE_LIST = 300


@dataclass(frozen=True, slots=True)
class Hit:
    """A command that can be done: its words, icon, key, action, and what else finds it."""

    text: str
    icon: str
    key: str
    action: QAction
    also: str = ""


def folded(text: str) -> str:
    """Return a text for comparing: small letters, Danish ones as two."""
    return text.casefold().translate(_FOLDED)


def hits_for(query: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that hold every word of the query, those that begin with it first.

    Those found only by words that do not stand in their name come last.
    """
    words = folded(query).split()
    ranked = []
    for hit in hits:
        name, also = folded(hit.text), folded(hit.also)
        if all(word in f"{name} {also}" for word in words):
            is_named = all(word in name for word in words)
            ranked.append((not name.startswith(folded(query).strip()), not is_named, hit))
    return [hit for _late, _by_other, hit in sorted(ranked, key=lambda it: it[:2])]


class HitRow(PressPart):
    """One command in the list."""

    def __init__(self, hit: Hit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hit = hit
        self.is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{hit.text}, {hit.key}" if hit.key else hit.text)

    def set_current(self, *, is_current: bool) -> None:
        """Draw the row as the one that Enter does."""
        self.is_current = is_current
        self.update()

    @override
    def sizeHint(self) -> QSize:
        look = self.look
        words = QFontMetricsF(look.font("strong")).horizontalAdvance(self.hit.text)
        cap = cap_size(look, self.hit.key).width() if self.hit.key else 0
        width = words + cap + look.grown(20) + 5 * look.space(12)
        return QSize(round(width), max(look.target(), look.line_px("base") + look.space(16)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(10), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        icon = look.grown(18)
        left = float(look.space(14))
        with painting(self) as painter:
            if self.is_current or self.underMouse():
                ground = look.colour("accent_soft")
                line = look.colour("accent") if self.is_current else None
                draw_box(
                    painter, self.rect(), fill=ground, line=line, radius=look.radius("control")
                )
            ink = look.hex("accent" if self.is_current else "muted")
            place = QRectF(left, (self.height() - icon) / 2, icon, icon)
            paint_icon(painter, self.hit.icon, ink, place)
            left += icon + look.space(12)
            painter.setFont(look.font("strong" if self.is_current else "base"))
            painter.setPen(look.colour("text"))
            words = QRectF(left, 0, self.width() - left, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.hit.text)
            if self.hit.key:
                cap = QRectF(0, 0, *cap_size(look, self.hit.key).toTuple())
                cap.moveCenter(QRectF(self.rect()).center())
                cap.moveRight(self.width() - look.space(12))
                draw_cap(painter, look, cap, self.hit.key, on_accent=False)


class FindHandling(Overlay):
    """A field and the commands that match; Up and Down choose, Enter does it, Esc closes."""

    def __init__(self, actions: Actions, over: QWidget) -> None:
        super().__init__(over)
        self._actions = actions
        self._hits: list[Hit] = []
        self._rows: list[HitRow] = []
        self._current = 0
        # What else can be gone to, asked for each time the panel opens.
        self.more: Callable[[], Sequence[Hit]] = list[Hit]
        self.field = FieldFrame()
        self.field.edit.setAccessibleName(_("Find handling"))
        self.field.edit.setPlaceholderText(_("Skriv, hvad du vil"))
        self.field.edit.textChanged.connect(self._on_text)
        self.field.edit.installEventFilter(self)
        self._empty = WrappingLabel("", "base", "muted")
        self._list = QWidget()
        self._list.setObjectName("page")
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self._scroll = EdgeScroll()
        self._scroll.setWidget(self._list)
        keys = KeyLine(((_("↑ ↓"), _("vælg")), (_("Enter"), _("udfør")), (_("Esc"), _("luk"))))
        for part in (self.field, self._empty, self._scroll, keys):
            self.panel.body.addWidget(part)
        self.setAccessibleName(_("Find handling"))

    @override
    def open(self) -> None:
        self._hits = [
            Hit(
                text=action.text(),
                icon=command.icon,
                key=key_text(command.keys[0]) if command.keys else "",
                action=action,
                also=_(_ALSO[command.code]) if command.code in _ALSO else "",
            )
            for command, action in self._actions.available()
            if command.code != "edit.find"
        ]
        self._hits += self.more()
        # Enter does the first: that must not be to leave the program.
        self._hits.sort(key=lambda hit: hit.action.objectName() == _QUIT)
        super().open()
        self.field.edit.clear()
        self._show(self._hits)
        self.field.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.field.edit and is_key:
            assert isinstance(event, QKeyEvent)
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps and self._rows:
                self._choose((self._current + steps[Qt.Key(event.key())]) % len(self._rows))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do_current()
                return True
        return super().eventFilter(watched, event)

    def _on_text(self, text: str) -> None:
        found = hits_for(text, self._hits)
        self._show(found)
        count = ngettext("{n} handling", "{n} handlinger", len(found)).format(n=len(found))
        first = f". {found[0].text}" if found else ""
        announce(self.field.edit, f"{count}{first}")

    def _show(self, hits: Sequence[Hit]) -> None:
        clear(self._lines)
        self._rows = [HitRow(hit) for hit in hits]
        for row in self._rows:
            row.clicked.connect(lambda _on=False, hit=row.hit: self._do(hit))
            self._lines.addWidget(row)
        self._lines.addStretch(1)
        query = self.field.edit.text()
        self._empty.setText(_("Ingen handling hedder »{query}«.").format(query=query))
        self._empty.setVisible(not hits)
        self._scroll.setVisible(bool(hits))
        self._fit()
        self._choose(0)

    def _fit(self) -> None:
        row = self._rows[0].sizeHint().height() + 2 if self._rows else 0
        room = max(self.height() - self.look.space(_BESIDE_LIST), 2 * row)
        height = min(min(len(self._rows), _MOST_SHOWN) * row, room)
        self._scroll.setFixedHeight(height)
        scrolls = len(self._rows) * row > height
        self._lines.setContentsMargins(0, 0, BESIDE_BAR if scrolls else 0, 0)

    def _choose(self, at: int) -> None:
        self._current = at
        for place, row in enumerate(self._rows):
            row.set_current(is_current=place == at)
        if at < len(self._rows):
            current = self._rows[at]
            self.field.edit.setAccessibleDescription(current.accessibleName())
            announce(self.field.edit, current.accessibleName())
            self._scroll.ensureWidgetVisible(current, 0, 4)

    def _do_current(self) -> None:
        if self._current < len(self._rows):
            self._do(self._rows[self._current].hit)

    def _do(self, hit: Hit) -> None:
        self.close_up()
        # Only once the focus is back where the command acts.
        QTimer.singleShot(0, hit.action, hit.action.trigger)
