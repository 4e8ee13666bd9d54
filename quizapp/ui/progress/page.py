"""»Fremgang«: three figures with their meaning, the year, three small charts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, number_text
from quizapp.scheduling.day import date_of
from quizapp.scheduling.memory import Mode
from quizapp.stats.values import Progress
from quizapp.study.plan import Plan
from quizapp.ui.progress import charts, words
from quizapp.ui.progress.more_figures import MoreFigures
from quizapp.ui.shell import LIBRARY, SETTINGS
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card, clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.chart_card import ChartCard
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.pages import EmptyState
from quizapp.ui.widgets.popover import Popover
from quizapp.ui.widgets.stat_tile import StatTile

FEWEST_ANSWERS = 10
_STACK_BELOW_EM = 50


class ProgressPage(PageScroll):
    """The page; ``started`` carries a ``Plan``, ``told`` and ``warned`` a sentence about a file.

    ``onwards`` carries the code of the page that a »Hvorfor?« leads to.
    """

    started = Signal(object)
    told = Signal(str)
    warned = Signal(str)
    onwards = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.cards: tuple[ChartCard, ...] = ()
        self.first: Button | None = None
        self._header = PageHeader(_("Fremgang"))
        self._rows: list[tuple[QBoxLayout, Sequence[Card]]] = []
        self._popover: Popover | None = None
        self._leads_to = LIBRARY
        self._below = QVBoxLayout()
        self._reason = ""
        self._shows_more = False
        self.more: MoreFigures | None = None
        self._lead = WrappingLabel("", "base", "muted", capped=False)
        self._why_lead = self._why(_("Hvorfor husker du så meget?"))
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._header)
        lead = QHBoxLayout()
        lead.setSpacing(self._header.look.space(10))
        lead.addWidget(self._lead)
        lead.addWidget(self._why_lead)
        lead.addStretch(1)
        head.addLayout(lead)
        self.column.addLayout(head)
        self.column.addLayout(self._below)
        self._why_lead.clicked.connect(self._show_why_so_much)
        shortcut = QShortcut(QKeySequence("Ctrl+T"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.toggle_tables)

    def show_progress(self, progress: Progress) -> None:
        """Show the figures, or what to do while there are too few answers for any."""
        clear(self._below)
        self._rows, self.cards, self.first, self.more = [], (), None, None
        self._below.setSpacing(self._header.look.space(16))
        if progress.answers < FEWEST_ANSWERS or not progress.overall.total:
            self._show_empty(progress)
            return
        self._lead.setText(words.if_asked_today(progress.overall))
        self._reason = words.why_remembered(progress)
        self._show_lead(is_shown=True)
        self._add_row(self._tiles(progress), (4, 5, 4))
        year = charts.year_card(progress)
        self._below.addWidget(year)
        small = [
            charts.categories_card(progress),
            charts.ahead_card(progress),
            charts.mistakes_card(progress),
        ]
        self._add_row(small)
        more = self.more = MoreFigures(progress, is_open=self._shows_more)
        more.turned.connect(self._on_more)
        self._rows.append((more.row, more.cards))
        self.cards = (year, *small, *more.cards)
        for card in self.cards:
            card.told.connect(self.told)
            card.warned.connect(self.warned)
            card.turned.connect(self._arrange)
        if progress.sure_but_wrong:
            self._below.addWidget(self._sure_card(progress))
        self._below.addWidget(more)
        self._arrange()

    def take_focus(self) -> None:
        """Put the focus on the first thing that can be pressed."""
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_tables(self) -> None:
        """Show the chart that has the focus as a table, all of them when none has."""
        focused = QApplication.focusWidget() or self
        inside = [card for card in self.cards if card.isAncestorOf(focused)]
        for card in inside or self.cards:
            card.toggle_table()

    def _on_more(self, is_shown: bool) -> None:  # noqa: FBT001 - a slot
        self._shows_more = is_shown
        if is_shown and self.more is not None:
            more = self.more
            QTimer.singleShot(0, more, lambda: self.show_part(more))

    def _show_empty(self, progress: Progress) -> None:
        self._show_lead(is_shown=False)
        empty = EmptyState(
            "chart-column",
            _("Her ser du, hvad du kan, når du har svaret på ti spørgsmål."),
            _("Du har svaret på {n}.").format(n=number_text(progress.answers)),
            _("Begynd en runde"),
        )
        empty.pressed.connect(lambda: self.started.emit(Plan()))
        self.first = empty.button
        card = Card()
        card.body.addWidget(empty)
        self._below.addWidget(card)

    def _add_row(self, parts: Sequence[Card], shares: tuple[int, ...] = (1, 1, 1)) -> None:
        row = QHBoxLayout()
        for part, share in zip(parts, shares, strict=True):
            row.addWidget(part, share)
        self._rows.append((row, parts))
        self._below.addLayout(row)

    def _tiles(self, progress: Progress) -> list[StatTile]:
        known = progress.overall
        low, high = words.whole_between(known.low, known.high)
        remembered = StatTile(
            (number_text(round(known.remembered)), _("af {n}").format(n=number_text(known.total))),
            _("husker du lige nu"),
            _("Sandsynligvis mellem {low} og {high}").format(
                low=number_text(low), high=number_text(high)
            ),
        )
        return [remembered, self._retention(progress), _time_tile(progress)]

    def _retention(self, progress: Progress) -> StatTile:
        meaning = _("husket ved repetition")
        month = progress.month
        if month.answers < words.FEWEST_REPETITIONS:
            note = _("Tallet kommer, når du har svaret på ti spørgsmål igen en anden dag.")
            return StatTile((words.NO_FIGURE, ""), meaning, note)
        why = self._why(_("Hvorfor forventet?"))
        wish = _("Vælg, hvor meget du vil huske")
        why.clicked.connect(lambda: self._show_why(why, words.why_expected(), wish, SETTINGS))
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(charts.dots(progress), 0, middle)
        column.addWidget(why, 0, middle)
        unit = _("forventet {q} %").format(q=round(100 * month.expected))
        figure = (words.percent(month.measured), unit)
        return StatTile(figure, meaning, words.agreement(month), beside)

    def _why(self, name: str) -> Button:
        why = Button(_("Hvorfor?"), Dress.LINK, small=True)
        why.setAccessibleName(name)
        return why

    def _show_lead(self, *, is_shown: bool) -> None:
        self._lead.setVisible(is_shown)
        self._why_lead.setVisible(is_shown)
        self.first = self._why_lead if is_shown else None

    def _sure_card(self, progress: Progress) -> Card:
        card = Card(padding=(22, 8))
        count = len(progress.sure_but_wrong)
        text = _("Sikker, men forkert: {n}").format(n=number_text(count))
        link = Button(_("Øv dem"), Dress.LINK)
        link.setAccessibleName(_("Øv dem, du var sikker på, men svarede forkert på"))
        plan = Plan(cards=progress.sure_but_wrong, mode=Mode.PRACTICE)
        link.clicked.connect(lambda: self.started.emit(plan))
        line = QHBoxLayout()
        line.setSpacing(card.look.space(12))
        line.addWidget(Icon("circle-alert", "warn", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(WrappingLabel(text), 1)
        line.addWidget(link)
        card.body.addLayout(line)
        return card

    def _show_why_so_much(self) -> None:
        self._show_why(self._why_lead, self._reason, _("Se spørgsmålene"), LIBRARY)

    def _show_why(self, opener: QWidget, text: str, link: str, leads_to: str) -> None:
        if self._popover is None:
            self._popover = Popover(self)
            self._popover.link_pressed.connect(lambda: self.onwards.emit(self._leads_to))
        self._leads_to = leads_to
        self._popover.open_by(opener, _("Hvorfor?"), text, link)

    def _arrange(self) -> None:
        look = self._header.look
        stacked = 0 < self.viewport().width() < look.em(_STACK_BELOW_EM)
        for row, parts in self._rows:
            # A table needs the whole width.
            has_table = any(isinstance(it, ChartCard) and it.table is not None for it in parts)
            is_column = stacked or has_table
            lay(row, is_beside=not is_column)
            row.setSpacing(look.space(16))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _time_tile(progress: Progress) -> StatTile:
    today = date_of(progress.study_day)
    days = [day for day in progress.year if day.study_day > progress.study_day - today.day]
    spent = sum(day.elapsed_ms for day in days)
    note = _("{n} af {days} dage").format(n=sum(day.answers > 0 for day in days), days=len(days))
    meaning = _("øvet i {month}").format(month=words.month_name(progress.study_day))
    return StatTile(words.time_figure(spent), meaning, note)
