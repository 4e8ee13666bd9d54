"""The end of a round: how it went, what went well, and what comes again."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.clock import Clock
from quizapp.base.texts import _, ngettext, number_text
from quizapp.grading.verdict import Outcome
from quizapp.study.coming import Coming
from quizapp.study.flow import Finished, Missed, Summary
from quizapp.ui.calendar_words import minutes_of
from quizapp.ui.question_words import category_plural
from quizapp.ui.study.coming_card import ComingCard
from quizapp.ui.study.next_button import NextButton
from quizapp.ui.widgets.bars import Ring, SplitBar
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Disc, IconLine

FINISH_PX = 860
_NAMED = 7
_STACK_BELOW_EM = 40
_MINUTE_MS = 60_000
_SIGNS = (
    (Outcome.CORRECT, "check", "ok"),
    (Outcome.ALMOST, "equal-approximately", "warn"),
    (Outcome.WRONG, "x", "bad"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishButtons:
    """»Øv dem nu« and »5 minutter mere« at the left where they help, »Færdig« at the right."""

    practice: Button | None
    done: Button
    more: Button | None = None

    @property
    def left(self) -> list[Button]:
        """The buttons at the left."""
        return [button for button in (self.practice, self.more) if button is not None]


def finish_buttons(finished: Finished, clock: Clock) -> FinishButtons:
    """Return the buttons of the page; the key that left the last verdict does not leave it too."""
    count = len(finished.summary.missed)
    practice = None
    if count:
        text = ngettext("Øv det ene nu", "Øv de {n} nu", count).format(n=count)
        practice = Button(text, icon="rotate-ccw")
    return FinishButtons(practice=practice, done=NextButton(_("Færdig"), clock, is_guarded=True))


class FinishColumn(Part):
    """The cards of the finish page; ``spoken`` is what a screen reader says of them.

    ``pause_asked`` carries the card of a question that shall wait.
    """

    pause_asked = Signal(object)

    def __init__(self, finished: Finished, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        summary = finished.summary
        headline, sentence = _("Runden er slut"), sentence_of(finished)
        self.spoken = f"{headline}. {sentence}"
        self.buttons = finish_buttons(finished, clock)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(_head_card(summary, headline, sentence))
        self._pair: QHBoxLayout | None = None
        cards = [
            card for card in (_best_card(summary), self._again_card(summary)) if card is not None
        ]
        if cards:
            self._pair = QHBoxLayout()
            for card in cards:
                self._pair.addWidget(card, 1)
            self._column.addLayout(self._pair)
        self._restyle()

    def show_coming(self, coming: Coming) -> bool:
        """Say what the next days take; return whether »5 minutter mere« came to the buttons."""
        if coming.next_at is not None:
            self._column.addWidget(ComingCard(coming))
        if coming.has_more:
            self.buttons = replace(self.buttons, more=Button(_("5 minutter mere"), Dress.QUIET))
        return coming.has_more

    def _again_card(self, summary: Summary) -> Card | None:
        card = _again_card(summary)
        if card is None:
            return None
        for missed in summary.again[:_NAMED]:
            card.body.insertWidget(card.body.count() - 2, self._missed_row(missed))
        return card

    def _missed_row(self, missed: Missed) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrappingLabel(missed.prompt, "base"))
        words.addWidget(WrappingLabel(missed.correct, "small", "muted"))
        pause = IconButton("pause", _("Sæt »{question}« på pause").format(question=missed.prompt))
        pause.clicked.connect(lambda: self._pause(pause, missed))
        row.addLayout(words, 1)
        row.addWidget(pause, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _pause(self, button: Button, missed: Missed) -> None:
        button.setEnabled(False)
        self.pause_asked.emit(missed.card)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._pair is None:
            return
        stacked = 0 < self.width() < self.look.em(_STACK_BELOW_EM)
        lay(self._pair, is_beside=not stacked)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(16))
        if self._pair is not None:
            self._pair.setSpacing(self.look.space(16))
        self._arrange()


def sentence_of(finished: Finished) -> str:
    """Return how it went, in one sentence, never an empty praise."""
    summary = finished.summary
    if finished.stopped_early or not summary.reviews:
        return _("Du stoppede efter {n} spørgsmål. Alle svar er gemt.").format(n=summary.reviews)
    right = summary.outcomes.get(Outcome.CORRECT, 0)
    if right == summary.reviews:
        return _("Alle {n} rigtige.").format(n=number_text(right))
    if right == 0:
        return _("Det var svært stof. Læs teksten igen, og tag en kort runde i morgen.")
    return _("{right} af {n} rigtige på {minutes}.").format(
        right=right, n=summary.reviews, minutes=minutes_of(_minutes(summary))
    )


def _minutes(summary: Summary) -> int:
    return round(summary.elapsed_ms / _MINUTE_MS)


def _head_card(summary: Summary, headline: str, sentence: str) -> Card:
    card = Card(shadow=True, padding=(32, 26), gap=16)
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addStretch(1)
    words.addWidget(WrappingLabel(headline, "title"))
    words.addWidget(WrappingLabel(sentence, "base", "muted"))
    words.addStretch(1)
    head = QHBoxLayout()
    head.addLayout(words, 1)
    if summary.reviews:
        ring = Ring(_("Tid brugt"), 90, "ok")
        minutes = _minutes(summary)
        ring.set_value(1.0, str(minutes) if minutes else "<1", _("min."))
        head.addWidget(ring, 0, Qt.AlignmentFlag.AlignVCenter)
    card.body.addLayout(head)
    if summary.reviews:
        parts = [
            (float(summary.outcomes.get(outcome, 0)), colour) for outcome, _icon, colour in _SIGNS
        ]
        card.body.addWidget(SplitBar(_("Svarene i denne runde"), parts))
        card.body.addWidget(_counts(summary))
    return card


def _counts(summary: Summary) -> QWidget:
    line = QWidget()
    flow = FlowLayout(line, gaps=(44, 10))
    words = {
        Outcome.CORRECT: _("rigtige"),
        Outcome.ALMOST: _("næsten"),
        Outcome.WRONG: _("forkerte"),
    }
    for outcome, icon, colour in _SIGNS:
        count = summary.outcomes.get(outcome, 0)
        pair = QWidget()
        inner = QHBoxLayout(pair)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(Disc(icon, colour, 34))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(WrappingLabel(number_text(count), "section"))
        texts.addWidget(WrappingLabel(words[outcome], "small", "muted"))
        inner.addLayout(texts)
        flow.addWidget(pair)
    return line


def _best_card(summary: Summary) -> Card | None:
    """Return the categories that went best; nothing when none went well."""
    shares = sorted(
        (
            (right / asked, asked, right, word)
            for word, (right, asked) in summary.by_category.items()
        ),
        reverse=True,
    )
    good = [row for row in shares if row[0] >= 0.5][:3]  # noqa: PLR2004 - half of them right
    if not good:
        return None
    card = Card(gap=10)
    card.body.addWidget(WrappingLabel(_("Det gik bedst"), "strong"))
    for _share, asked, right, word in good:
        text = _("{right} af {n} rigtige om {category}")
        said = text.format(right=right, n=asked, category=category_plural(word))
        card.body.addWidget(IconLine("trending-up", said, "base", "text"))
    card.body.addStretch(1)
    return card


def coming_text(tomorrow: int, this_week: int) -> str:
    """Return how many come again, when; nothing is said of a day that has none."""
    if not this_week:
        return _("{n} i morgen.").format(n=number_text(tomorrow))
    if not tomorrow:
        return _("{n} senere på ugen.").format(n=number_text(this_week))
    text = _("{n} i morgen, {m} senere på ugen.")
    return text.format(n=number_text(tomorrow), m=number_text(this_week))


def _again_card(summary: Summary) -> Card | None:
    if not (summary.missed or summary.tomorrow or summary.this_week):
        return None
    card = Card(gap=10)
    card.body.addWidget(WrappingLabel(_("Kommer igen"), "strong"))
    count = len(summary.missed)
    if count:
        text = ngettext("{n} spørgsmål drillede.", "{n} spørgsmål drillede.", count)
        card.body.addWidget(IconLine("rotate-ccw", text.format(n=count), "base", "text"))
    if summary.tomorrow or summary.this_week:
        said = coming_text(summary.tomorrow, summary.this_week)
        card.body.addWidget(IconLine("calendar-check", said, "base", "text"))
    card.body.addStretch(1)
    return card
