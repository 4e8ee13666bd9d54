"""Which buttons stand in the bottom bar, by what the page shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.base.clock import Clock
from quizapp.base.texts import _, ngettext
from quizapp.grading.verdict import Outcome
from quizapp.questions.kinds import Flashcard, Open
from quizapp.study.flow import Asking, Judged
from quizapp.ui.study.next_button import NextButton
from quizapp.ui.study.outcome_part import NOT_ANSWERED
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.rating import RatingBar, RatingChoice

_MONTH = 30.4
_MONTHS_FROM = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingButtons:
    """The help at the left, and »Svar« or »Vend kortet« at the right."""

    hint: Button | None
    unknown: Button
    skip: Button
    main: Button

    @property
    def left(self) -> list[Button]:
        """The buttons at the left, in order."""
        return [*([self.hint] if self.hint else []), self.unknown, self.skip]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedButtons:
    """What can be done about the verdict, and »Næste« at the right."""

    undo: Button
    overrule: Button | None
    keep_wording: Button | None
    report: Button
    main: NextButton

    @property
    def left(self) -> list[Button]:
        """The buttons at the left, in order."""
        own = [button for button in (self.overrule, self.keep_wording) if button is not None]
        return [self.undo, *own, self.report]


def asking_buttons(asking: Asking) -> AskingButtons:
    """Return the buttons while a question waits for its answer."""
    question = asking.question
    hint = Button(_("Vis hint"), icon="lightbulb", key=_("Ctrl+H")) if question.hint else None
    if hint is not None:
        # It stays once it is used: a second press must not hit what would move into its place.
        hint.setEnabled(not asking.hint)
    is_card = isinstance(question, Flashcard)
    if is_card:
        main = Button(_("Vend kortet"), Dress.MAIN, key=_("Mellemrum"))
    elif isinstance(question, Open):
        main = Button(_("Sammenlign"), Dress.MAIN, key=_("Ctrl+Enter"))
    else:
        main = Button(_("Svar"), Dress.MAIN, key=_("Enter"))
    return AskingButtons(
        hint=hint,
        unknown=Button(_("Ved ikke"), Dress.QUIET),
        skip=Button(_("Spring over"), Dress.QUIET),
        main=main,
    )


def judged_buttons(judged: Judged, clock: Clock) -> JudgedButtons:
    """Return the buttons after the verdict; a right answer has nothing to overrule."""
    is_right = judged.is_overruled or judged.verdict.outcome is Outcome.CORRECT
    is_self_rated = isinstance(judged.asking.question, Flashcard | Open)
    is_answered = judged.verdict.rule != NOT_ANSWERED
    can_overrule = is_answered and not is_right and not is_self_rated
    return JudgedButtons(
        undo=Button(_("Fortryd svaret"), Dress.QUIET, icon="undo-2", key=_("Ctrl+Z")),
        overrule=Button(_("Mit svar var rigtigt"), Dress.QUIET) if can_overrule else None,
        keep_wording=Button(_("Husk det")) if judged.can_keep_wording else None,
        report=Button(_("Meld fejl"), Dress.QUIET, icon="flag"),
        main=NextButton(_("Næste"), clock, is_guarded=not is_right),
    )


def rating_bar(question: Flashcard | Open, intervals: Sequence[int] = ()) -> RatingBar:
    """Return the four ratings; an own text is rated by how much of it was there.

    ``intervals`` are the days until each one's next time; without them (in practice, which leaves
    memory alone) nothing is said of it.
    """
    words = rating_words(question)
    return RatingBar(
        [RatingChoice(word, when) for word, when in zip(words, _whens(intervals), strict=True)]
    )


def rating_words(question: Flashcard | Open) -> tuple[str, str, str, str]:
    """Return what the ratings 1 to 4 are called."""
    if isinstance(question, Flashcard):
        return (_("Huskede ikke"), _("Med besvær"), _("Huskede det"), _("Let"))
    return (_("Ramte ikke"), _("Noget af det"), _("Det vigtigste"), _("Det hele"))


def _whens(intervals: Sequence[int]) -> tuple[str, ...]:
    return tuple(_when(days) for days in intervals) or ("", "", "", "")


def _when(days: int) -> str:
    if days <= 0:
        return _("igen i runden")
    if days == 1:
        return _("i morgen")
    if days < _MONTHS_FROM:
        return _("om {n} dage").format(n=days)
    months = round(days / _MONTH)
    return ngettext("om ca. {n} måned", "om ca. {n} måneder", months).format(n=months)
