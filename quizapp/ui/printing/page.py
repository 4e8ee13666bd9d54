"""»Udskriv«: what to print of a pack, how it will look, and the way to paper or a PDF."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.base.texts import _, ngettext
from quizapp.questions.pack import Pack
from quizapp.ui.printing.busy import Busy
from quizapp.ui.printing.compose import Part, Wish, compose
from quizapp.ui.printing.output import picture_of
from quizapp.ui.printing.pages import HEIGHT, WIDTH, Page
from quizapp.ui.printing.paper import MOST_SEED
from quizapp.ui.tasks import TaskHandle, TaskRunner
from quizapp.ui.widgets.base import Drawing
from quizapp.ui.widgets.boxes import Card, row
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import painting
from quizapp.ui.widgets.switch import Tick

FIRST_PARTS: Final = (Part.SHEETS, Part.KEY)
MOST_WIDE_PX: Final = 520


class PageView(Drawing):
    """One page of paper, as sharp as the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Siden, som den bliver"), parent)
        self._pages: list[Page] = []
        self._number = 0

    def show_page(self, pages: list[Page], number: int) -> None:
        """Show another page."""
        self._pages, self._number = pages, number
        self.update()

    def _wide(self) -> int:
        return min(self.width(), self.look.grown(MOST_WIDE_PX))

    @override
    def sizeHint(self) -> QSize:
        wide = self.look.grown(MOST_WIDE_PX)
        return QSize(wide, round(wide * HEIGHT / WIDTH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(round(self._wide() * HEIGHT / WIDTH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._pages:
            return
        wide = self._wide()
        image = picture_of(self._pages, self._number, wide, self.devicePixelRatioF())
        place = QRectF((self.width() - wide) / 2, 0, wide, wide * HEIGHT / WIDTH)
        with painting(self) as painter:
            painter.drawImage(place, image)
            painter.setPen(self.look.colour("line"))
            painter.drawRect(place.adjusted(0, 0, -1, -1))


class PrintPage(PageScroll):
    """The choices and the pages; ``saved`` and ``printed`` ask for a PDF and for paper.

    The pages are laid out by the runner; ``composed`` says that they are there.
    """

    saved = Signal()
    printed = Signal()
    left = Signal()
    composed = Signal()

    def __init__(
        self, pack: Pack, runner: TaskRunner, back: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(760, at_desk=True, parent=parent)
        self.pack = pack
        self.pages: list[Page] = []
        self._runner = runner
        self._work: TaskHandle | None = None
        self._number = 0
        header = PageHeader(_("Udskriv"), pack.manifest.title, back)
        header.back_pressed.connect(self.left)
        self.column.addWidget(header)
        self.column.addWidget(self._choices())
        self.column.addWidget(self._preview())
        self._compose()

    @property
    def wish(self) -> Wish:
        """What is wanted."""
        parts = tuple(part for part, tick in self.ticks.items() if tick.isChecked())
        seed = _number(self.seed.text()) or 1
        return Wish(parts=parts, count=_number(self.count.text()), seed=min(seed, MOST_SEED))

    def take_focus(self) -> None:
        """Put the focus on the first choice."""
        self.ticks[Part.SHEETS].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choices(self) -> Card:
        words = {
            Part.SHEETS: _("Opgaveark i version A og B"),
            Part.KEY: _("Facit med rettevejledning"),
            Part.CARDS: _("Kort til at klippe ud – vend på den lange led"),
            Part.TEXT: _("Læsetekst med spørgsmål"),
        }
        card = Card(shadow=True, gap=12)
        self.ticks = {part: Tick(text, checked=part in FIRST_PARTS) for part, text in words.items()}
        for tick in self.ticks.values():
            tick.toggled.connect(self._compose)
            card.body.addWidget(tick)
        if not self.pack.passages:
            self.ticks[Part.TEXT].hide()
        self.count = Field(_("Antal spørgsmål"), example=_("alle"))
        self.seed = Field(_("Blanding nr."), example="1")
        for field in (self.count, self.seed):
            field.text_changed.connect(self._compose)
            card.body.addWidget(field)
        self.save = Button(_("Gem som PDF"), Dress.MAIN)
        self.paper = Button(_("Udskriv …"))
        self.save.clicked.connect(self.saved)
        self.paper.clicked.connect(self.printed)
        card.body.addLayout(row(self.save, self.paper))
        return card

    def _preview(self) -> Card:
        card = Card(gap=10)
        self._before = IconButton("chevron-left", _("Forrige side"))
        self._after = IconButton("chevron-right", _("Næste side"))
        self._place = WrappingLabel("", "base", "muted")
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._view = PageView()
        self.busy = Busy()
        self.busy.stopped.connect(self.left)
        card.body.addLayout(row(self._before, self._place, self._after))
        card.body.addWidget(self.busy)
        card.body.addWidget(self._view)
        return card

    def _compose(self) -> None:
        if self._work is not None:
            self._work.cancel()
        pack, wish = self.pack, self.wish
        self.save.setEnabled(False)
        self.paper.setEnabled(False)
        self.busy.begin()
        self._work = self._runner.run_long(
            lambda handle: compose(pack, wish, handle.report),
            self._on_composed,
            self._on_failed,
            self.busy.show_share,
        )

    def _on_composed(self, pages: list[Page]) -> None:
        if not isValid(self):
            return  # it was left meanwhile
        self._work = None
        self.busy.end()
        self.pages = pages
        self._number = 0
        self._turn(0)
        self.composed.emit()

    def _on_failed(self, error: Exception) -> None:
        raise error

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._work is not None and not event.spontaneous():
            self._work.cancel()

    def _turn(self, by: int) -> None:
        count = len(self.pages)
        self._number = max(0, min(self._number + by, count - 1))
        place = ngettext("{i} af {n} side", "{i} af {n} sider", count)
        self._place.setText(place.format(i=self._number + 1 if count else 0, n=count))
        self._before.setEnabled(self._number > 0)
        self._after.setEnabled(self._number < count - 1)
        self.save.setEnabled(count > 0)
        self.paper.setEnabled(count > 0)
        self._view.show_page(self.pages, self._number)


def _number(text: str) -> int | None:
    """Return a whole number from 1 as it was typed; None for anything else."""
    bare = text.strip()
    if not (bare.isascii() and bare.isdecimal()) or len(bare) > len(str(MOST_SEED)):
        return None
    return int(bare) or None
