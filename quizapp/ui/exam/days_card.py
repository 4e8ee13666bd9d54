"""»Minutter dag for dag«: the calendar, and what is left to do until the exam."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, say
from quizapp.scheduling.day import date_of
from quizapp.scheduling.exam_forecast import ExamForecast
from quizapp.study.exam_values import ExamView, PlanDay
from quizapp.ui.calendar_words import full_day
from quizapp.ui.exam import words
from quizapp.ui.widgets.bars import ProgressBar
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.day_calendar import CalendarDay, DayCalendar, DayKind
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.minutes_box import MinutesBox
from quizapp.ui.widgets.popover import Popover

DONE_SHARE = 0.8
NOTHING = "–"


class DaysCard(Card):
    """The days; ``day_set`` carries a study day and its minutes, None for those of the week."""

    day_set = Signal(int, object)

    def __init__(self, view: ExamView, popover: Popover, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._view = view
        self._popover = popover
        days = shown_days(view)
        self.calendar = DayCalendar(_("Minutter dag for dag"), words.short_weekdays(), days)
        self.calendar.chosen.connect(self.edit)
        head = QHBoxLayout()
        head.addWidget(WrappingLabel(_("Minutter dag for dag"), "strong"), 1)
        total = words.total_time(view.days, view.study_day)
        head.addWidget(WrappingLabel(total, "small", "muted"))
        self.body.addLayout(head)
        self.body.addWidget(self.calendar)
        hint = _("Vælg en dag for at ændre dens minutter.")
        self.calendar.setAccessibleDescription(f"{hint} {_('Piletasterne går fra dag til dag.')}")
        self.body.addWidget(WrappingLabel(hint, "small", "muted"))
        if view.sharing is not None:
            self.body.addWidget(WrappingLabel(say(view.sharing), "small"))
        forecast = view.outlook.forecast
        if isinstance(forecast, ExamForecast):
            said = words.coverage(forecast)
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(ProgressBar(said, forecast.coverage), 1)
            line.addWidget(WrappingLabel(said, "small", "muted"))
            self.body.addLayout(line)
        self.body.addStretch(1)

    def edit(self, day: int) -> None:
        """Open the minutes of a day beside it; days that are past and the exam's stay."""
        planned = next(it for it in self._view.days if it.day == day)
        if day < self._view.study_day or planned.is_exam:
            return
        cell = next(it for it in self.calendar.cells.values() if it.day.day == day)
        title = full_day(date_of(day))
        self._popover.open_by(cell, title[:1].upper() + title[1:], _("Kun denne dag ændres."))
        editor = DayEditor(planned)
        editor.chosen.connect(lambda minutes: self._on_chosen(day, minutes))
        self._popover.add_below(editor)
        editor.box.spin.setFocus()
        editor.box.spin.selectAll()

    def _on_chosen(self, day: int, minutes: float | None) -> None:
        self._popover.close_up()
        self.day_set.emit(day, minutes)


class DayEditor(Part):
    """The minutes of one day; ``chosen`` carries them, None for those of the week."""

    chosen = Signal(object)

    def __init__(self, day: PlanDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = _("Minutter {day}").format(day=full_day(date_of(day.day)))
        self.box = MinutesBox(_("minutter"), name, round(day.planned))
        self.box.spin.lineEdit().returnPressed.connect(self._use)
        self.use = Button(_("Brug"), Dress.SOFT, small=True)
        self.use.clicked.connect(self._use)
        self.off = Button(_("Hold fri"), small=True)
        self.off.clicked.connect(lambda: self.chosen.emit(0.0))
        buttons = QWidget()
        flow = FlowLayout(buttons, gaps=(8, 8))
        flow.addWidget(self.use)
        flow.addWidget(self.off)
        self.week = Button(_("Som de andre uger"), Dress.LINK, small=True)
        self.week.clicked.connect(lambda: self.chosen.emit(None))
        if day.is_own:
            flow.addWidget(self.week)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column
        column.addWidget(self.box)
        column.addWidget(buttons)
        self._restyle()

    def _use(self) -> None:
        self.chosen.emit(float(self.box.minutes))

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(10))
        self.box.setMaximumWidth(self.look.em(10))


def shown_days(view: ExamView) -> list[CalendarDay]:
    """Return the days of the calendar with their words."""
    most = max((it.planned for it in view.days), default=0.0) or 1.0
    return [_shown(day, view, most) for day in view.days]


def _shown(day: PlanDay, view: ExamView, most: float) -> CalendarDay:
    today = view.study_day
    kind = DayKind.AHEAD
    if day.is_exam:
        kind = DayKind.EXAM
    elif day.day <= today:
        kind = DayKind.TODAY if day.day == today else DayKind.PAST
    is_done = day.done >= 1 and day.done >= DONE_SHARE * day.planned and day.day <= today
    return CalendarDay(
        day=day.day,
        corner=str(date_of(day.day).day),
        middle=_middle(day, kind),
        name=words.day_name(day, today),
        kind=kind,
        share=day.done / (day.planned or most) if day.day <= today else day.planned / most,
        is_done=is_done,
        is_own=day.is_own and day.day >= today,
    )


def _middle(day: PlanDay, kind: DayKind) -> str:
    if kind is DayKind.EXAM:
        return _("prøve")
    if kind is DayKind.PAST:
        return str(round(day.done)) if day.done >= 1 else NOTHING
    return str(round(day.planned)) if round(day.planned) else _("fri")
