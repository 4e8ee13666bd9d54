"""»Eksamen«: whether the goal can be reached, the days until then, and the curve."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.scheduling.exam_advice import Reach
from quizapp.scheduling.exam_forecast import ExamForecast
from quizapp.study.exam_values import ExamTab, ExamView
from quizapp.ui.exam import words
from quizapp.ui.exam.after_card import AfterCard
from quizapp.ui.exam.curve import curve_card
from quizapp.ui.exam.days_card import DaysCard
from quizapp.ui.exam.weak_card import WeakCard
from quizapp.ui.exam.what_if_card import WhatIfCard
from quizapp.ui.theme.look import look_in_force
from quizapp.ui.turns import Turns
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Box, Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.chart_card import ChartCard
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.pages import EmptyState
from quizapp.ui.widgets.popover import Popover
from quizapp.ui.widgets.segmented import Segmented
from quizapp.ui.widgets.verdict import Outcome, VerdictBox

_STACK_BELOW_EM = 50
_SIGNS = {
    Reach.ABOVE: Outcome.RIGHT,
    Reach.REACHABLE: Outcome.RIGHT,
    Reach.NEAR: Outcome.ALMOST,
    Reach.OUT_OF_REACH: Outcome.WRONG,
}


@dataclass(slots=True)
class _Made:
    """What is to be shown in place of what is: its parts below each other, not seen as yet."""

    view: ExamView | None
    body: QWidget
    below: QVBoxLayout
    rows: list[tuple[QHBoxLayout, Sequence[Card]]] = field(default_factory=list)
    first: QWidget | None = None
    days: DaysCard | None = None
    curve: ChartCard | None = None
    weak: WeakCard | None = None
    what_if: WhatIfCard | None = None
    after: AfterCard | None = None

    def add_row(self, *parts: Card) -> None:
        """Put cards side by side."""
        row = QHBoxLayout()
        for part in parts:
            row.addWidget(part, 1)
        self.rows.append((row, parts))
        self.below.addLayout(row)


class ExamPage(PageScroll):
    """One exam at a time.

    ``started`` carries a ``Plan``, ``chosen`` the exam to show, ``edit_asked`` the exam to change
    (None for a new one), ``mock_asked`` the exam to try out, ``brought_back`` one that was put
    away; ``day_set``, ``tried``, ``used`` and ``finished`` carry what was set, tried and told.
    ``shown`` says that another exam is shown, or the same anew.
    """

    started = Signal(object)
    chosen = Signal(object)
    edit_asked = Signal(object)
    mock_asked = Signal(object)
    brought_back = Signal(object)
    day_set = Signal(int, object)
    tried = Signal(int)
    used = Signal(int)
    finished = Signal(object)
    told = Signal(str)
    warned = Signal(str)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.view: ExamView | None = None
        self.has_mock = False
        self.first: QWidget | None = None
        self.days: DaysCard | None = None
        self.curve: ChartCard | None = None
        self.weak: WeakCard | None = None
        self.what_if: WhatIfCard | None = None
        self.after: AfterCard | None = None
        self._rows: list[tuple[QHBoxLayout, Sequence[Card]]] = []
        self._popover = Popover(self)
        self._popover.link_pressed.connect(self._edit_shown)
        self._turns = Turns(self)
        self._body = QWidget()
        self.column.addWidget(self._body)
        shortcut = QShortcut(QKeySequence("Ctrl+T"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._toggle_table)

    def show_exam(self, view: ExamView | None, put_away: Sequence[ExamTab] = ()) -> None:
        """Show an exam, None where there is none, and the ways back to those put away."""
        self._turns.finish()
        for _step in self._steps(view, put_away):
            pass

    def show_soon(
        self, view: ExamView | None, put_away: Sequence[ExamTab], then: Callable[[], None]
    ) -> None:
        """Do the same in short steps, with what stood there until the last, and go on."""
        self._turns.finish()

        def steps() -> Iterator[None]:
            yield from self._steps(view, put_away)
            then()

        self._turns.go(steps())

    def show_waiting(self) -> None:
        """Say that the plan is on its way, where there is none to show until then."""
        if self.view is None:
            made = self._begin(None)
            made.below.addWidget(PageHeader(_("Eksamen")))
            made.below.addWidget(WrappingLabel(_("Regner på planen …"), "base", "muted"))
            made.below.addStretch(1)
            self._put(made)

    def _steps(self, view: ExamView | None, put_away: Sequence[ExamTab]) -> Iterator[None]:
        made = self._begin(view)
        if view is None:
            self._show_none(made)
        else:
            if len(view.tabs) > 1:
                made.below.addWidget(self._tabs(view))
            made.below.addWidget(self._header(made, view))
            if view.is_over:
                self._show_after(made, view)
            else:
                yield from self._show_plan(made, view)
        if view is not None or put_away:
            made.below.addWidget(self._others(put_away, can_add=view is not None))
        yield
        yield from self._lay_out(made)
        self._put(made)
        self.shown.emit()

    def _begin(self, view: ExamView | None) -> _Made:
        body = QWidget(self.widget())
        body.hide()
        below = QVBoxLayout(body)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(look_in_force().space(16))
        return _Made(view, body, below)

    def _lay_out(self, made: _Made) -> Iterator[None]:
        """Let all have its clothes and its place before it is seen."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for part in made.body.findChildren(QWidget, options=direct):
            part.ensurePolished()
            yield
        self._arrange(made.rows)
        made.body.resize(self._body.width(), made.body.sizeHint().height())
        made.below.activate()
        yield

    def _put(self, made: _Made) -> None:
        former, self._body = self._body, made.body
        self.view, self.first, self.after = made.view, made.first, made.after
        self.days, self.curve = made.days, made.curve
        self.weak, self.what_if = made.weak, made.what_if
        self._rows = made.rows
        self.column.replaceWidget(former, made.body)
        former.hide()
        former.deleteLater()
        made.body.show()
        # It may have become another width meanwhile.
        self._arrange(made.rows)

    def take_focus(self) -> None:
        """Put the focus on the first thing that can be done."""
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_none(self, made: _Made) -> None:
        made.below.addWidget(PageHeader(_("Eksamen")))
        empty = EmptyState(
            "graduation-cap",
            _("Du har ingen eksamen i kalenderen."),
            _("Skriv datoen for din eksamen, så får du en plan for hver dag."),
            _("Tilføj en eksamen"),
        )
        empty.pressed.connect(lambda: self.edit_asked.emit(None))
        made.first = empty.button
        card = Card()
        card.body.addWidget(empty)
        made.below.addWidget(card)

    def _tabs(self, view: ExamView) -> Segmented:
        choices = [(str(tab.uuid), tab.title) for tab in view.tabs]
        tabs = Segmented(_("Dine eksamener"), choices)
        tabs.set_value(str(view.uuid))
        tabs.chosen.connect(lambda name: self.chosen.emit(UUID(name)))
        return tabs

    def _header(self, made: _Made, view: ExamView) -> PageHeader:
        header = PageHeader(view.draft.title, words.when(view))
        if self.has_mock and not view.is_over and view.cards:
            mock = Button(_("Prøveeksamen"), icon="list-checks")
            mock.clicked.connect(lambda: self.mock_asked.emit(view.uuid))
            header.add_button(mock)
        edit = Button(_("Redigér planen"), icon="settings")
        edit.clicked.connect(lambda: self.edit_asked.emit(view.uuid))
        header.add_button(edit)
        made.first = edit
        return header

    def _show_after(self, made: _Made, view: ExamView) -> None:
        after = made.after = AfterCard(view)
        after.finished.connect(self.finished)
        after.moved.connect(lambda: self.edit_asked.emit(view.uuid))
        made.first = after.score
        made.below.addWidget(after)

    def _show_plan(self, made: _Made, view: ExamView) -> Iterator[None]:
        made.below.addWidget(self._verdict(view))
        yield
        days = made.days = DaysCard(view, self._popover)
        days.day_set.connect(self.day_set)
        yield
        forecast = view.outlook.forecast
        if not isinstance(forecast, ExamForecast):
            made.below.addWidget(days)
            return
        curve = made.curve = curve_card(view, forecast)
        curve.told.connect(self.told)
        curve.warned.connect(self.warned)
        curve.turned.connect(lambda: self._arrange(made.rows))
        made.add_row(days, curve)
        yield
        weak = made.weak = WeakCard(view)
        weak.started.connect(self.started)
        if not view.usual_minutes:
            made.below.addWidget(weak)
            return
        yield
        what_if = made.what_if = WhatIfCard(view)
        what_if.tried.connect(self.tried)
        what_if.used.connect(self.used)
        made.add_row(weak, what_if)

    def _verdict(self, view: ExamView) -> Box:
        outlook = view.outlook
        headline, sentence = words.headline(outlook), words.sentences(outlook)
        reach = outlook.advice.reach
        if reach is not None:
            box: Box = VerdictBox(_SIGNS[reach], headline, sentence)
        else:
            box = Card()
            box.body.addLayout(_said(headline, sentence))
        first = box.body.itemAt(0)
        line = None if first is None else first.layout()
        if sentence and isinstance(line, QHBoxLayout):
            why = Button(_("Hvorfor?"), Dress.LINK, small=True)
            why.setAccessibleName(_("Hvorfor det tal?"))
            asked, said, link = _("Hvorfor det tal?"), words.why_forecast(), _("Redigér planen")
            why.clicked.connect(lambda: self._popover.open_by(why, asked, said, link))
            line.addWidget(why, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _edit_shown(self) -> None:
        if self.view is not None:
            self.edit_asked.emit(self.view.uuid)

    def _others(self, put_away: Sequence[ExamTab], *, can_add: bool) -> QWidget:
        """Return the line with the ways to a new exam and to those put away."""
        line = QWidget()
        flow = FlowLayout(line, gaps=(16, 4))
        if can_add:
            add = Button(_("Tilføj en eksamen"), Dress.LINK, icon="plus", small=True)
            add.clicked.connect(lambda: self.edit_asked.emit(None))
            flow.addWidget(add)
        for tab in put_away:
            back = Button(_("Hent »{exam}« frem").format(exam=tab.title), Dress.LINK, small=True)
            back.clicked.connect(lambda _on=False, one=tab.uuid: self.brought_back.emit(one))
            flow.addWidget(back)
        return line

    def _toggle_table(self) -> None:
        if self.curve is not None:
            self.curve.toggle_table()

    def _arrange(self, rows: Sequence[tuple[QHBoxLayout, Sequence[Card]]]) -> None:
        look = look_in_force()
        stacked = 0 < self.viewport().width() < look.em(_STACK_BELOW_EM)
        for row, parts in rows:
            has_table = any(isinstance(it, ChartCard) and it.table is not None for it in parts)
            is_column = stacked or has_table
            lay(row, is_beside=not is_column)
            row.setSpacing(look.space(16))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self._rows)


def _said(headline: str, sentence: str) -> QHBoxLayout:
    line, column = QHBoxLayout(), QVBoxLayout()
    column.addWidget(WrappingLabel(headline, "section"))
    if sentence:
        column.addWidget(WrappingLabel(sentence, "base", "muted"))
    line.addLayout(column, 1)
    return line
