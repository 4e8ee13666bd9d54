"""The first start: the pack that came along, and the other way in."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.study.plan import Plan
from quizapp.study.today import Standing
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import Card, Tile
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconTile

FIRST_ROUND = 5
_STACK_BELOW_EM = 48


class FirstStart(Part):
    """One pack to begin with; ``started`` carries a ``Plan``."""

    started = Signal(object)
    add_asked = Signal()

    def __init__(self, pack: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main = Button(_("Begynd"), Dress.MAIN, icon="play", key=_("Enter"))
        self.main.clicked.connect(lambda: self.started.emit(Plan(limit=FIRST_ROUND)))
        add = Button(_("Åbn en anden pakke"), icon="folder-open")
        add.clicked.connect(self.add_asked)
        card = Card(shadow=True, padding=(30, 26), gap=12)
        chip = QWidget()
        FlowLayout(chip).addWidget(Chip(_("Følger med"), "book-open-text", accent=True))
        card.body.addWidget(chip)
        card.body.addWidget(WrappingLabel(pack.name, "section", capped=False))
        card.body.addWidget(WrappingLabel(_ready_text(pack), "base", "muted"))
        line = QWidget()
        flow = FlowLayout(line, gaps=(10, 8))
        flow.addWidget(self.main)
        flow.addWidget(add)
        card.body.addWidget(line)
        note = _("Du kan stoppe når som helst. Alle svar bliver gemt med det samme.")
        card.body.addWidget(WrappingLabel(note, "small", "muted"))
        self._promises = QHBoxLayout()
        for icon, title, text in _promises():
            self._promises.addWidget(_promise(icon, title, text), 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(card)
        self._column.addLayout(self._promises)
        calm = _("Alt bliver på denne computer. Ingen konto, ingen reklamer.")
        self._column.addWidget(WrappingLabel(calm, "small", "muted"))
        self._restyle()

    def _arrange(self) -> None:
        stacked = 0 < self.width() < self.look.em(_STACK_BELOW_EM)
        direction = QBoxLayout.Direction
        self._promises.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(16))
        self._promises.setSpacing(self.look.space(16))
        self._arrange()


def _ready_text(pack: Standing) -> str:
    return ngettext(
        "Pakken ligger klar med {n} spørgsmål. Første runde er på fem spørgsmål"
        " og tager ca. 3 minutter.",
        "Pakken ligger klar med {n} spørgsmål. Første runde er på fem spørgsmål"
        " og tager ca. 3 minutter.",
        pack.total,
    ).format(n=number_text(pack.total))


def _promises() -> tuple[tuple[str, str, str], ...]:
    return (
        ("pencil-line", _("Svar med egne ord"), _("17/3 1725 og 17. marts 1725 er lige godt")),
        ("lightbulb", _("Få at vide hvorfor"), _("Forklaring, kilde og stedet i teksten")),
        ("calendar-check", _("Kom igen i morgen"), _("Programmet ved, hvad du er ved at glemme")),
    )


def _promise(icon: str, title: str, text: str) -> Tile:
    tile = Tile()
    line = QHBoxLayout()
    line.setSpacing(12)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(WrappingLabel(title, "strong"))
    words.addWidget(WrappingLabel(text, "small", "muted"))
    line.addWidget(IconTile(icon, 40))
    line.addLayout(words, 1)
    tile.body.addLayout(line)
    tile.body.addStretch(1)
    return tile
