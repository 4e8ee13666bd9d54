"""»Forventet resultat på dagen«: the curve, its words and its table."""

from quizapp.base.texts import _
from quizapp.scheduling.day import date_of
from quizapp.scheduling.exam_forecast import ExamForecast, StretchAhead
from quizapp.study.exam_values import ExamView
from quizapp.ui.calendar_words import short_date
from quizapp.ui.exam import words
from quizapp.ui.widgets.band_curve import Band, BandCurve
from quizapp.ui.widgets.chart_card import ChartCard, ChartTable


def curve_card(view: ExamView, forecast: ExamForecast) -> ChartCard:
    """Return the curve from the first answers to the exam."""
    name = _("Forventet resultat på dagen")
    said = words.curve_said(view, forecast)
    band = band_of(view, forecast)
    head = (_("Dag"), _("Målt"), _("Forventet"), _("Lav"), _("Høj"))
    rows = (
        *((_written(it.day), words.percent(it.known), "", "", "") for it in view.measured),
        *(
            (_written(it.day), "", *map(words.percent, (it.known, it.low, it.high)))
            for it in ahead(view, forecast)
        ),
        (
            _written(view.date_day),
            "",
            words.percent(forecast.expected.score),
            words.percent(forecast.expected.low),
            words.percent(forecast.expected.high),
        ),
    )
    chart = BandCurve(name, said, band)
    return ChartCard(name, said, chart, ChartTable(head, rows), _("andel rigtige"))


def band_of(view: ExamView, forecast: ExamForecast) -> Band:
    """Return the curve as values; it is measured to the end of today and forecast from there."""
    expected = forecast.expected
    measured = tuple((float(it.day), it.known) for it in view.measured)
    now = (float(view.study_day), measured[-1][1] if measured else expected.now)
    later = tuple((float(it.day), it.known) for it in ahead(view, forecast))
    # An exam later today has no day of its own on the axis.
    end = (max(float(view.exam_day), view.study_day + 1.0), expected.score)
    first = view.measured[0].day if view.measured else view.study_day
    return Band(
        measured=measured,
        forecast=(now, *later, end),
        low=expected.low,
        high=expected.high,
        edges=tuple((float(it.day), it.low, it.high) for it in ahead(view, forecast)),
        goal=view.draft.goal,
        begins=short_date(date_of(first)) if view.measured else "",
        now=_("i dag"),
        ends=short_date(date_of(view.date_day)),
    )


def ahead(view: ExamView, forecast: ExamForecast) -> list[StretchAhead]:
    """Return what would be right just before each day between today and the exam."""
    return [it for it in forecast.ahead if view.study_day < it.day < view.exam_day]


def _written(day: int) -> str:
    return date_of(day).strftime("%d.%m.%Y")
