"""»Så ser planen ud«: what the form would lead to, drawn anew while it is filled in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.base.texts import _, day_text, ngettext, number_text, say
from quizapp.scheduling.day import date_of
from quizapp.scheduling.exam_advice import Reach
from quizapp.scheduling.exam_forecast import ExamForecast
from quizapp.study.exam_values import Preview
from quizapp.ui.exam import words
from quizapp.ui.widgets.boxes import Card, Hairline, clear
from quizapp.ui.widgets.forecast_bar import ForecastBar
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon

OK = ("check", "ok")
NEAR = ("equal-approximately", "warn")
NO = ("x", "bad")


class PreviewCard(Card):
    """The plan of a draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self.said = ""
        self._figure = WrappingLabel("", "figure", "accent", capped=False)
        self._meaning = WrappingLabel("", "small", "muted")
        self._bar = ForecastBar(_("Forventet resultat"))
        self._rule = Hairline()
        self._working = WrappingLabel(_("Regner på planen …"), "small", "muted")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(8)
        self.body.addWidget(WrappingLabel(_("Så ser planen ud"), "strong"))
        for part in (self._working, self._figure, self._meaning, self._bar, self._rule):
            self.body.addWidget(part)
        self.body.addLayout(self._notes)
        self.body.addStretch(1)
        note = _("Planen lægges om af sig selv, når du springer en dag over.")
        self.body.addWidget(WrappingLabel(note, "small", "muted"))
        self.show_waiting()

    def show_waiting(self) -> None:
        """Say what is needed before there is a plan."""
        self._working.hide()
        self._show_figures(are_shown=False)
        self._say_notes([])
        self._meaning.setText(_("Skriv datoen for din eksamen, så får du en plan for hver dag."))
        self.said = self._meaning.text()

    def show_working(self) -> None:
        """Say that the plan is on its way; the one before stays until then."""
        self._working.show()

    def show_preview(self, preview: Preview, goal: float | None, today: int) -> None:
        """Show the plan as it would be."""
        self._working.hide()
        forecast = preview.outlook.forecast
        advice = preview.outlook.advice
        if not isinstance(forecast, ExamForecast) or not forecast.has_time:
            self._show_figures(are_shown=False)
            self._say_notes([])
            self._meaning.setText(say(advice.messages[0]))
            self.said = self._meaning.text()
            return
        expected = forecast.expected
        self._show_figures(are_shown=True)
        self._figure.setText(words.percent(expected.score))
        text = _("forventet resultat, {between}")
        self._meaning.setText(text.format(between=words.between(expected.low, expected.high)))
        self._bar.set_forecast(expected.score, expected.low, expected.high, goal)
        notes = [*_reached(preview, forecast, today), *_goal(preview)]
        self._say_notes(notes)
        said = [self._figure.text(), self._meaning.text(), *(text for _icon, text in notes)]
        self.said = " ".join(said)

    def _show_figures(self, *, are_shown: bool) -> None:
        for part in (self._figure, self._bar, self._rule):
            part.setVisible(are_shown)

    def _say_notes(self, notes: list[tuple[tuple[str, str], str]]) -> None:
        clear(self._notes)
        for (icon, colour), text in notes:
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(Icon(icon, colour, 16), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(WrappingLabel(text, "small"), 1)
            self._notes.addLayout(line)


def _reached(
    preview: Preview, forecast: ExamForecast, today: int
) -> list[tuple[tuple[str, str], str]]:
    if preview.seen_by is None:
        text = _("Du når ca. {seen} af {total} spørgsmål; planen tager de vigtigste først.")
        seen = number_text(round(forecast.will_see))
        return [(NEAR, text.format(seen=seen, total=number_text(preview.cards)))]
    when = day_text(date_of(preview.seen_by), date_of(today))
    text = ngettext(
        "{n} spørgsmål når at blive set senest {when}.",
        "Alle {n} spørgsmål når at blive set senest {when}.",
        preview.cards,
    )
    notes = [(OK, text.format(n=number_text(preview.cards), when=when))]
    if preview.repeat_days > 1:
        said = _("De sidste {n} dage er kun repetition.")
        notes.append((OK, said.format(n=number_text(preview.repeat_days))))
    return notes


def _goal(preview: Preview) -> list[tuple[tuple[str, str], str]]:
    advice = preview.outlook.advice
    match advice.reach:
        case None:
            return []
        case Reach.ABOVE | Reach.REACHABLE:
            return [(OK, words.headline(preview.outlook) + ".")]
        case Reach.NEAR | Reach.OUT_OF_REACH:
            sign = NEAR if advice.reach is Reach.NEAR else NO
            told = [words.headline(preview.outlook) + "."]
            if advice.way_out is not None:
                told.append(say(advice.messages[1]))
            return [(sign, " ".join(told))]
