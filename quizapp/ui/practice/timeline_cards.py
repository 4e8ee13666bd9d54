"""What stands above a timeline: the event to lay, how it was laid, and how the line came out."""

from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import N_, _, number_text, say
from quizapp.grading.verdict import Outcome
from quizapp.study.flow import Picture
from quizapp.study.timeline import Event, Laid, Timeline
from quizapp.ui.question_words import outcome_word
from quizapp.ui.study.prose import prose
from quizapp.ui.widgets.bars import SplitBar
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.ends import Ends
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.option_picture import OptionPicture, PictureAndWords
from quizapp.ui.widgets.picture_box import add_credits
from quizapp.ui.widgets.verdict import Outcome as Shade
from quizapp.ui.widgets.verdict import VerdictBox

CARD_PX = 640
SHADES = MappingProxyType(
    {Outcome.WRONG: Shade.WRONG, Outcome.ALMOST: Shade.ALMOST, Outcome.CORRECT: Shade.RIGHT}
)
_WORDS = (
    (Outcome.CORRECT, N_("rigtige"), "ok"),
    (Outcome.ALMOST, N_("næsten"), "warn"),
    (Outcome.WRONG, N_("forkerte"), "bad"),
)


class Middle(Part):
    """A card in the middle of a wide column; ``spoken`` is what a screen reader says of it."""

    def __init__(self, card: QWidget, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self.spoken = spoken
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(card, 1_000)
        line.addStretch(1)
        self._restyle()

    @override
    def _restyle(self) -> None:
        self.card.setMaximumWidth(round(CARD_PX * max(1.0, min(self.look.scale, 1.4))))


def _add_beside(body: QVBoxLayout, picture: Picture | None, title: WrappingLabel) -> None:
    """Put a title where a layout has come to, with a small picture beside it if there is one.

    Small, for the line below is what is worked with; it can be enlarged, or played.
    """
    if picture is None:
        body.addWidget(title)
        return
    shown, words = OptionPicture(picture), QVBoxLayout()
    words.addWidget(title)
    body.addWidget(Ends(PictureAndWords(shown, words), shown.enlarge))
    add_credits(body, {title.text(): picture})


class EventCard(Card):
    """The event to lay, without its date; ``show_hint`` adds the author's hint."""

    def __init__(self, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(shadow=True, padding=(28, 20), gap=8, parent=parent)
        self.set_colours("card", "accent")
        self._hint = IconLine("lightbulb", event.hint, "base", "text")
        self._hint.hide()
        ask = _("Hvor hører det til?")
        centred = Qt.AlignmentFlag.AlignHCenter
        self.body.addWidget(WrappingLabel(ask, "small", "muted", capped=False, centred=True))
        picture = event.shown.picture
        is_alone = picture is None
        title = WrappingLabel(event.title, "section", capped=False, centred=is_alone)
        _add_beside(self.body, picture, title)
        self.body.addWidget(Chip(_("Datoen vises bagefter"), "eye-off"), 0, centred)
        self.body.addWidget(self._hint)

    def show_hint(self) -> None:
        """Show the author's hint."""
        self._hint.show()


def event_card(event: Event) -> Middle:
    """Return the card of an event that is to be laid."""
    return Middle(EventCard(event), event.title)


def judged_card(laid: Laid) -> Middle:
    """Return the verdict on a place, with what the author says of the event."""
    headline, sentence = headline_of(laid), say(laid.message)
    card = Card(shadow=True, padding=(22, 18), gap=12)
    shown = laid.event.shown
    title = WrappingLabel(laid.event.title, "strong", capped=False)
    _add_beside(card.body, shown.explaining or shown.picture, title)
    card.body.addWidget(VerdictBox(SHADES[laid.outcome], headline, sentence))
    if laid.event.explanation:
        card.body.addWidget(prose(laid.event.explanation))
    return Middle(card, f"{headline}. {sentence}")


def done_card(line: Timeline) -> Middle:
    """Return how the whole line came out."""
    counts = {outcome: sum(laid.outcome is outcome for laid in line.past) for outcome in Outcome}
    headline = _("Tidslinjen er lagt")
    sentence = _("{right} af {n} på den rigtige plads.").format(
        right=number_text(counts[Outcome.CORRECT]), n=number_text(len(line.past))
    )
    card = Card(shadow=True, padding=(28, 22), gap=12)
    words = QVBoxLayout()
    words.addWidget(WrappingLabel(headline, "title"))
    words.addWidget(WrappingLabel(sentence, "base", "muted"))
    card.body.addLayout(words)
    if line.past:
        parts = [(float(counts[outcome]), colour) for outcome, _word, colour in _WORDS]
        said = ", ".join(
            f"{number_text(counts[outcome])} {_(word)}" for outcome, word, _colour in _WORDS
        )
        bar = SplitBar(_("Svarene i denne runde"), parts)
        bar.setAccessibleDescription(said)
        card.body.addWidget(bar)
        card.body.addWidget(WrappingLabel(said, "base"))
    return Middle(card, f"{headline}. {sentence}")


def headline_of(laid: Laid) -> str:
    """Return the verdict in a word or two."""
    if laid.message.code == "study.timeline.unknown":
        return _("Ikke besvaret")
    return outcome_word(laid.outcome)
