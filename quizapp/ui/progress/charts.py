"""The charts of the progress page, from its values."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.base.texts import _, number_text
from quizapp.scheduling.day import date_of
from quizapp.stats.values import Day, Mastery, Progress
from quizapp.ui.progress import words
from quizapp.ui.progress.rows import BarRow, BarRows
from quizapp.ui.widgets.chart_card import ChartCard, ChartTable
from quizapp.ui.widgets.charts import DOTS_PX, BarChart, CalibrationDots, ChartBar, Dot
from quizapp.ui.widgets.chip import CATEGORY_ICONS
from quizapp.ui.widgets.days import HeatMap, MonthMark, YearLabels
from quizapp.ui.widgets.label import WrappingLabel

BARS = 14
LABEL_EVERY = 7
WEEK = 7
BUSY_SHARE = 0.9
BUSY_AT_LEAST = 20
DARKEST = 4
ROOM_FOR_A_MONTH = 3
LARGE_PX = 220


def year_card(progress: Progress) -> ChartCard:
    """Return the year as a heat map."""
    name = _("Aktivitet det seneste år")
    said = words.year_said(progress.year, progress.study_day)
    levels = levels_of(progress.year)
    labels = YearLabels(months=month_marks(progress.year), weekdays=words.short_weekdays())
    heat = HeatMap(name, said, levels, labels=labels)
    rows = tuple(
        (
            date_of(day.study_day).strftime("%d.%m.%Y"),
            number_text(day.answers),
            number_text(day.right),
            number_text(round(day.elapsed_ms / words.MS_PER_MINUTE)),
        )
        for day in reversed(progress.year)
        if day.answers
    )
    head = (_("Dag"), _("Besvaret"), _("Rigtige"), _("Minutter"))
    note = _("{answers} · kraftigere farve er mere").format(
        answers=words.answers_text(sum(day.answers for day in progress.year))
    )
    if progress.streak > 1:
        note = f"{words.streak_text(progress.streak)} · {note}"
    return ChartCard(name, said, heat, ChartTable(head, rows), note)


def categories_card(progress: Progress) -> ChartCard:
    """Return what is remembered of each category."""
    rows = BarRows(
        [
            BarRow(
                text=words.name_of(one),
                figure=words.percent(one.share),
                done=one.share,
                begun=max(one.begun / one.total - one.share, 0.0),
                icon=CATEGORY_ICONS.get(one.name, "info"),
            )
            for one in progress.categories
        ]
    )
    table = _mastered(progress.categories)
    head = (_("Kategori"), _("Husket"), _("Begyndt"), _("I alt"))
    said = words.categories_said(progress.categories)
    return ChartCard(_("Efter kategori"), said, rows, ChartTable(head, table))


def ahead_card(progress: Progress) -> ChartCard:
    """Return the minutes of the days to come."""
    name = _("Minutter de næste dage")
    shown = progress.ahead[:BARS]
    said = words.ahead_said(shown, progress.study_day)
    bars = [
        ChartBar(
            day.minutes,
            _("i dag") if not at else words.axis_day(day.study_day) * (not at % LABEL_EVERY),
            is_now=not at,
        )
        for at, day in enumerate(shown)
    ]
    rows = tuple(
        (
            date_of(day.study_day).strftime("%d.%m.%Y"),
            number_text(round(day.reviews)),
            number_text(round(day.new)),
            number_text(round(day.minutes)),
        )
        for day in progress.ahead
    )
    head = (_("Dag"), _("Repetitioner"), _("Nye"), _("Minutter"))
    return ChartCard(name, said, BarChart(name, said, bars), ChartTable(head, rows))


def mistakes_card(progress: Progress) -> ChartCard:
    """Return the commonest mistakes of the last month."""
    most = max((one.n for one in progress.mistakes), default=1)
    said = words.mistakes_said(progress.mistakes)
    rows = BarRows(
        [
            BarRow(text=words.mistake_word(one), figure=number_text(one.n), done=one.n / most)
            for one in progress.mistakes
        ]
    )
    table = tuple((words.mistake_word(one), number_text(one.n)) for one in progress.mistakes)
    shown = rows if progress.mistakes else WrappingLabel(said, "base", "muted")
    figures = ChartTable((_("Fejl"), _("Antal")), table)
    return ChartCard(_("Dine fejl"), said, shown, figures, _("30 dage"))


def packs_card(progress: Progress) -> ChartCard:
    """Return what is remembered of each pack."""
    rows = BarRows(
        [
            BarRow(
                text=one.name,
                figure=words.percent(one.share),
                done=one.share,
                begun=max(one.begun / one.total - one.share, 0.0),
            )
            for one in progress.packs
        ]
    )
    head = (_("Pakke"), _("Husket"), _("Begyndt"), _("I alt"))
    said = words.categories_said(progress.packs)
    return ChartCard(_("Efter pakke"), said, rows, ChartTable(head, _mastered(progress.packs)))


def retention_card(progress: Progress) -> ChartCard:
    """Return forecast against measurement of the last quarter, as large as can be read."""
    name = _("Forventet og husket")
    shown = QWidget()
    column = QVBoxLayout(shown)
    column.setContentsMargins(0, 0, 0, 0)
    large = dots(progress, LARGE_PX)
    column.addWidget(large, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(WrappingLabel(words.how_dots_are_read(), "small", "muted"))
    rows = tuple(
        (words.percent(one.expected), words.percent(one.measured), number_text(one.answers))
        for one in progress.quarter.bins
    )
    head = (_("Forventet"), _("Husket"), _("Svar"))
    said = words.measured(progress.quarter)
    return ChartCard(name, said, shown, ChartTable(head, rows), _("90 dage"))


def dots(progress: Progress, side: int = DOTS_PX) -> CalibrationDots:
    """Return forecast against measurement, a dot for answers of about the same forecast."""
    retention = progress.quarter
    found = [Dot(one.expected, one.measured, one.answers) for one in retention.bins]
    name = _("Forventet og husket")
    return CalibrationDots(name, words.measured(retention), found, side)


def _mastered(parts: Sequence[Mastery]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            words.name_of(one),
            number_text(round(one.remembered)),
            number_text(one.begun),
            number_text(one.total),
        )
        for one in parts
    )


def levels_of(days: tuple[Day, ...]) -> list[int]:
    """Return how dark each day is, 0–4: by the learner's own busy days, not by another's."""
    done = sorted(day.answers for day in days if day.answers)
    busy = max(done[int(BUSY_SHARE * (len(done) - 1))] if done else 0, BUSY_AT_LEAST)
    return [min(-(-DARKEST * day.answers // busy), DARKEST) for day in days]


def month_marks(days: tuple[Day, ...]) -> tuple[MonthMark, ...]:
    """Return the week in which each month begins; one that has no room for its word is left out."""
    names = words.short_months()
    marks: list[MonthMark] = []
    for at, day in enumerate(days):
        date = date_of(day.study_day)
        if not at or date.day == 1:
            marks.append(MonthMark(at // WEEK, names[date.month - 1]))
    weeks = -(-len(days) // WEEK)
    ends = [mark.week for mark in marks[1:]] + [weeks]
    return tuple(
        mark for mark, end in zip(marks, ends, strict=True) if end - mark.week >= ROOM_FOR_A_MONTH
    )
