"""The numbers behind »Hvorfor nu?«: what is remembered of the question, in rows and as a curve."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _, day_text, ngettext, number_text
from quizapp.scheduling.day import date_of
from quizapp.study.story import CardStory, CurvePart
from quizapp.ui.question_words import outcome_word
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.memory_curve import CurveLine, MemoryCurve
from quizapp.ui.widgets.verdict import Outcome as Shade

_HALF = 0.5


class StoryPart(Part):
    """Rows of a word and its number, and below them the memory curve where it is wanted."""

    def __init__(
        self, story: CardStory, parent: QWidget | None = None, *, has_curve: bool = True
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        rows = rows_of(story)
        for name, value in rows:
            line = QHBoxLayout()
            line.addWidget(WrappingLabel(name, "small", "muted"), 1)
            line.addWidget(WrappingLabel(value, "small_strong"))
            self._column.addLayout(line)
        self.spoken = ". ".join(f"{name}: {value}" for name, value in rows)
        self.curve: MemoryCurve | None = None
        if story.parts and has_curve:
            self.curve = memory_curve(story)
            self._column.addWidget(self.curve)
        elif not story.parts:
            self._column.addWidget(WrappingLabel(_("Du har ikke svaret på det endnu.")))
        self._restyle()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(4))


def memory_curve(story: CardStory) -> MemoryCurve:
    """Return the curve of a question that has been answered."""
    first = date_of(round(story.parts[0].points[0].day))
    today = date_of(story.study_day)
    return MemoryCurve(
        (_("Hukommelseskurve"), curve_words(story)),
        [_line(part) for part in story.parts],
        day_text(first, today),
        _("i dag"),
    )


def curve_words(story: CardStory) -> str:
    """Return the curve in words."""
    first = day_text(date_of(round(story.parts[0].points[0].day)), date_of(story.study_day))
    return ngettext(
        "Du har svaret {n} gang siden {first}. Nu husker du det med en chance på ca. {p} %.",
        "Du har svaret {n} gange siden {first}. Nu husker du det med en chance på ca. {p} %.",
        len(story.parts),
    ).format(n=number_text(len(story.parts)), first=first, p=_percent(story.recall))


def rows_of(story: CardStory) -> tuple[tuple[str, str], ...]:
    """Return what there is to say, as a word and its value."""
    today: date = date_of(story.study_day)
    rows: list[tuple[str, str]] = []
    if story.recall is not None:
        chance = _("ca. {p} %").format(p=_percent(story.recall))
        rows.append((_("Chance for at huske det"), chance))
    if story.last is not None:
        when = day_text(date_of(story.last.study_day), today)
        said = _("{when} – {verdict}").format(when=when, verdict=outcome_word(story.last.outcome))
        rows.append((_("Sidst svarede du"), said))
    if story.stability_days is not None:
        rows.append((_("Holder ca."), days_text(story.stability_days)))
    if story.interval_days is not None:
        rows.append((_("Ventetid, der blev valgt"), days_text(story.interval_days)))
    if story.forgotten:
        times = ngettext("{n} gang", "{n} gange", story.forgotten)
        rows.append((_("Glemt"), times.format(n=number_text(story.forgotten))))
    return tuple(rows)


def days_text(days: float) -> str:
    """Return »under en dag«, »1 dag« or »12 dage«."""
    whole = round(days)
    if whole < 1:
        return _("under en dag")
    return ngettext("{n} dag", "{n} dage", whole).format(n=number_text(whole))


def _percent(recall: float | None) -> int:
    return round(100 * (recall or 0.0))


def _line(part: CurvePart) -> CurveLine:
    shade = Shade.ALMOST if part.score >= _HALF else Shade.WRONG
    if part.score >= 1:
        shade = Shade.RIGHT
    return CurveLine(shade, tuple((point.day, point.recall) for point in part.points))
