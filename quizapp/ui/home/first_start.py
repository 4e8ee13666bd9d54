"""The first start: the pack that came along, the other ways in, and what to choose at once."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, ngettext, number_text
from quizapp.study.plan import Plan
from quizapp.study.today import Standing
from quizapp.ui.home.first_choices import FirstChoices
from quizapp.ui.home.way_in import WayIn, writing_way
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card, Tile
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconTile
from quizapp.ui.window_settings import Chosen

FIRST_ROUND = 5
_STACK_BELOW_EM = 48


class FirstStart(Part):
    """One pack to begin with; ``started`` carries a ``Plan``, ``text_asked`` the pack to read."""

    started = Signal(object)
    add_asked = Signal()
    write_asked = Signal()
    text_asked = Signal(object)

    def __init__(
        self, pack: Standing, chosen: Chosen, *, has_text: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.main = Button(_("Begynd"), Dress.MAIN, icon="play", key=_("Enter"))
        self.main.clicked.connect(lambda: self.started.emit(Plan(limit=FIRST_ROUND)))
        card = Card(shadow=True, padding=(30, 26), gap=12)
        chip = QWidget()
        FlowLayout(chip).addWidget(Chip(_("Følger med"), "book-open-text", accent=True))
        card.body.addWidget(chip)
        card.body.addWidget(WrappingLabel(pack.name, "section", capped=False))
        card.body.addWidget(WrappingLabel(_ready_text(pack), "base", "muted"))
        card.body.addWidget(self._buttons(pack, has_text=has_text))
        note = _("Du kan stoppe når som helst. Alle svar bliver gemt med det samme.")
        card.body.addWidget(WrappingLabel(note, "small", "muted"))
        self._top = QHBoxLayout()
        self._top.addWidget(card, 58)
        self._top.addLayout(self._ways(), 42)
        self.choices = FirstChoices(chosen)
        self._promises = QHBoxLayout()
        for icon, title, text in _promises():
            self._promises.addWidget(_promise(icon, title, text), 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addLayout(self._promises)
        self._column.addWidget(self.choices)
        calm = _("Alt bliver på denne computer. Ingen konto, ingen reklamer.")
        self._column.addWidget(WrappingLabel(calm, "small", "muted"))
        self._restyle()

    def _buttons(self, pack: Standing, *, has_text: bool) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line, gaps=(10, 8))
        flow.addWidget(self.main)
        if has_text:
            read = Button(_("Læs teksten først"), icon="book-open-text")
            read.clicked.connect(lambda: self.text_asked.emit(pack.pack))
            flow.addWidget(read)
        return line

    def _ways(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        self.open = WayIn(
            "folder-open", _("Åbn en anden pakke"), _("En fil fra din lærer – eller slip den her")
        )
        self.open.clicked.connect(self.add_asked)
        self.write = writing_way()
        self.write.clicked.connect(self.write_asked)
        column.addWidget(self.open, 1)
        column.addWidget(self.write, 1)
        return column

    def _arrange(self) -> None:
        stacked = 0 < self.width() < self.look.em(_STACK_BELOW_EM)
        for line in (self._promises, self._top):
            lay(line, is_beside=not stacked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(16))
        self._promises.setSpacing(self.look.space(16))
        self._top.setSpacing(self.look.space(16))
        self._arrange()


def _ready_text(pack: Standing) -> str:
    return ngettext(
        "Pakken ligger klar med {n} spørgsmål. Første runde er på fem spørgsmål"
        " og tager et par minutter.",
        "Pakken ligger klar med {n} spørgsmål. Første runde er på fem spørgsmål"
        " og tager et par minutter.",
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
