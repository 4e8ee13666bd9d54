"""What follows an answer: verdict, own and right answer, why, where from, and when again."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import Message, _, say
from quizapp.grading.verdict import Outcome
from quizapp.questions.answers import (
    Answer,
    Matched,
    Ordered,
    Picked,
    PickedMany,
    Rated,
    Typed,
    TypedList,
    WrittenAndRated,
)
from quizapp.questions.kinds import (
    Category,
    Choice,
    Date,
    MultipleChoice,
    Number,
    Ordering,
    Question,
    Source,
    Term,
)
from quizapp.scheduling.day import date_of
from quizapp.study.flow import Judged
from quizapp.ui.calendar_words import in_days
from quizapp.ui.question_words import outcome_word
from quizapp.ui.study.number_comparison import number_line
from quizapp.ui.study.passages import passage_number
from quizapp.ui.study.prompts import UNREADABLE, cut_short, unreadable_date
from quizapp.ui.study.prose import open_link, prose
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import SunkBox
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.fold_out import FoldOut
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.picture_box import add_medium
from quizapp.ui.widgets.verdict import AnswerPair, VerdictBox
from quizapp.ui.widgets.verdict import Outcome as Shade

SHADES = {Outcome.WRONG: Shade.WRONG, Outcome.ALMOST: Shade.ALMOST, Outcome.CORRECT: Shade.RIGHT}
NOT_ANSWERED = "G2"
_SPELLING = frozenset({"T3", "T4"})
# The old calendar, dates and numbers on which the sources do not agree.
_ABOUT_SOURCES = frozenset({"D12", "D14", "N8"})


class OutcomePart(Part):
    """Everything below the question once it has been answered."""

    text_asked = Signal()
    why_asked = Signal(QWidget)
    pause_asked = Signal()

    def __init__(self, judged: Judged, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = judged.asking.question
        self._judged = judged
        self.box = VerdictBox(shade_of(judged), headline_of(judged), sentence_of(judged))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.box)
        if judged.is_leech:
            self._column.addWidget(self._leech_box())
        if isinstance(question, Date | Number | Term):
            self._column.addWidget(_pair(judged))
        if isinstance(question, Number) and (line := number_line(question, judged)) is not None:
            self._column.addWidget(line)
        if isinstance(question, Ordering) and judged.verdict.outcome is not Outcome.CORRECT:
            self._column.addWidget(_right_order(question))
        self._add_explanation(judged)
        self._note = IconLine("sticky-note", "", "base", "text")
        self._column.addWidget(self._note)
        self.show_note(note)
        self._add_links(question)
        if isinstance(question, Choice):
            self._add_other_options(question, judged)
        if question.source_criticism:
            fold = FoldOut(_("Kildekritik"), icon="scan-search")
            fold.inside.addWidget(prose(question.source_criticism))
            fold.set_open(is_open=touches_sources(judged))
            self._column.addWidget(fold)
        self._add_next(judged)
        self._restyle()

    def _add_explanation(self, judged: Judged) -> None:
        explanation = explanation_of(judged)
        if explanation:
            self._column.addWidget(prose(explanation))
        add_medium(self._column, judged.asking.shown.explaining)

    def show_note(self, note: str) -> None:
        """Show the learner's own note; an empty one takes its line away."""
        self._note.set_text(_("Din note: {note}").format(note=note))
        self._note.setVisible(bool(note))

    @property
    def spoken(self) -> str:
        """What a screen reader says of the verdict."""
        judged = self._judged
        said = f"{headline_of(judged)}. {sentence_of(judged)}".strip()
        if judged.verdict.outcome is not Outcome.CORRECT and judged.correct:
            said = _("{verdict} Rigtigt svar: {answer}.").format(
                verdict=said, answer=judged.correct
            )
        return f"{said} {leech_sentence()}" if judged.is_leech else said

    def _leech_box(self) -> SunkBox:
        box = SunkBox()
        box.body.addWidget(IconLine("lightbulb", leech_sentence(), "base", "text"))
        pause = Button(_("Sæt på pause"), Dress.PLAIN, icon="pause", small=True)
        pause.clicked.connect(self.pause_asked)
        box.body.addWidget(pause, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _add_links(self, question: Question) -> None:
        if not question.passage and not question.sources:
            return
        line = QWidget()
        flow = FlowLayout(line, gaps=(self.look.space(18), 0))
        if question.passage:
            link = TextLink(question.passage)
            link.clicked.connect(self.text_asked)
            flow.addWidget(link)
        for source in question.sources:
            flow.addWidget(_source_part(source))
        self._column.addWidget(line)

    def _add_other_options(self, question: Choice, judged: Judged) -> None:
        picked = judged.answer.option if isinstance(judged.answer, Picked) else ""
        others = [wrong for wrong in question.wrong if wrong.text != picked and wrong.why]
        if not others:
            return
        fold = FoldOut(_("Hvorfor er de andre forkerte?"), icon="message-circle-question-mark")
        for wrong in others:
            fold.inside.addWidget(WrappingLabel(wrong.text, "strong"))
            fold.inside.addWidget(prose(wrong.why))
        self._column.addWidget(fold)

    def _add_next(self, judged: Judged) -> None:
        line = QWidget()
        flow = FlowLayout(line, gaps=(self.look.space(8), 0))
        flow.addWidget(IconLine("rotate-ccw", next_text(judged)))
        self._column.addWidget(line)
        if not (judged.moves_memory or judged.returns_today):
            return
        why = Button(_("Hvorfor?"), Dress.LINK, small=True)
        why.setAccessibleName(_("Hvorfor kommer spørgsmålet igen den dag?"))
        why.clicked.connect(lambda: self.why_asked.emit(why))
        flow.addWidget(why)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(12))


class TextLink(Button):
    """The way to a place in the reading text, and away from the text when it stands open."""

    def __init__(self, mark: str) -> None:
        number = passage_number(mark)
        self._way_there = _("Vis i teksten")
        if number is not None:
            self._way_there = _("Vis i teksten, afsnit {n}").format(n=number)
        super().__init__(self._way_there, Dress.LINK, icon="list-tree", key=_("T"))

    def show_open(self, *, is_open: bool) -> None:
        """Say what a press does while the text is open, or is not."""
        self.set_text(_("Skjul teksten") if is_open else self._way_there)


def leech_sentence() -> str:
    """Return what to do about a question that keeps failing."""
    return _("Det her spørgsmål driller. Skriv en note, læs tekststedet, eller sæt det på pause.")


def gave_nothing(answer: Answer) -> bool:
    """Tell whether an answer is what »Ved ikke« gives; a rating always says something."""
    match answer:
        case Typed(text=text) | Picked(option=text):
            return not text.strip()
        case TypedList(texts=parts) | PickedMany(options=parts) | Ordered(items=parts):
            return not any(part.strip() for part in parts)
        case Matched(pairs=pairs):
            return not pairs
        case Rated() | WrittenAndRated():
            return False
        case _:
            assert_never(answer)


def not_answered(judged: Judged) -> Judged:
    """Return what »Ved ikke« comes to, where the mark speaks of what was missing or rated."""
    verdict = replace(judged.verdict, rule=NOT_ANSWERED)
    return replace(judged, verdict=verdict, feedback=say(Message("grading.G2.nothing")))


def touches_sources(judged: Judged) -> bool:
    """Tell whether an answer is one that the source criticism is about: then it is read at once."""
    question = judged.asking.question
    if judged.verdict.rule in _ABOUT_SOURCES:
        return True
    is_about = question.category is Category.SOURCE_CRITICISM
    return is_about and shade_of(judged) is not Shade.RIGHT


def shade_of(judged: Judged) -> Shade:
    """Return the verdict as it is shown; an overruled answer counts as right."""
    return Shade.RIGHT if judged.is_overruled else SHADES[judged.verdict.outcome]


def headline_of(judged: Judged) -> str:
    """Return the one word of the verdict."""
    if judged.is_overruled:
        return _("Rigtigt")
    if judged.verdict.rule == NOT_ANSWERED:
        return _("Ikke besvaret")
    return outcome_word(judged.verdict.outcome)


def sentence_of(judged: Judged) -> str:
    """Return the sentence below it; nothing where it would only repeat the word."""
    if judged.can_keep_wording:
        return _(
            "Tæller som rigtigt, fordi du siger det. Skal »{given}« også være rigtigt næste gang?"
        ).format(given=_typed(judged))
    if judged.is_overruled:
        return _("Tæller som rigtigt, fordi du siger det.")
    question, verdict = judged.asking.question, judged.verdict
    if isinstance(question, Date) and verdict.message.code.endswith(UNREADABLE):
        return verdict.comment or unreadable_date(question, _typed(judged))
    if _reason_stands_at_option(judged):
        # What is wrong with one of several says nothing of how many were right.
        several = isinstance(question, MultipleChoice)
        return say(verdict.message) if several else question.explanation
    return "" if judged.feedback.rstrip(".") == headline_of(judged) else judged.feedback


def _typed(judged: Judged) -> str:
    """Return what was typed, cut where it is long."""
    match judged.answer:
        case Typed(text=text):
            said = text
        case TypedList(texts=texts):
            said = ", ".join(texts)
        case _:
            said = ""
    return cut_short(said)


def explanation_of(judged: Judged) -> str:
    """Return the author's explanation, unless the verdict's sentence is that already."""
    explanation = judged.asking.question.explanation
    return "" if explanation == sentence_of(judged) else explanation


def next_text(judged: Judged) -> str:
    """Return when the question comes again."""
    if judged.returns_today:
        return _("Kommer igen senere i runden.")
    if not judged.moves_memory:
        return _("Øvelsen ændrer ikke, hvornår spørgsmålet kommer igen.")
    day: date = date_of(judged.due_day)
    return _("Kommer igen {when}.").format(when=in_days(judged.days_until, day))


def _reason_stands_at_option(judged: Judged) -> bool:
    match judged.asking.question, judged.answer:
        case Choice(wrong=options), Picked(option=option):
            picked: tuple[str, ...] = (option,)
        case MultipleChoice(wrong=options), PickedMany(options=picked):
            pass
        case _:
            return False
    return any(wrong.text in picked and wrong.why == judged.feedback for wrong in options)


def _pair(judged: Judged) -> QWidget:
    given = judged.answer.text.strip() if isinstance(judged.answer, Typed) else ""
    shade, right = shade_of(judged), judged.correct
    if not given or given == right:
        return _LoneAnswer(right)
    is_spelling = judged.verdict.rule in _SPELLING
    if is_spelling:
        # The wording that was meant, of those that count: with it the letters are compared.
        right = str(judged.verdict.message.fields.get("answer", right))
    is_near = is_spelling or shade is Shade.ALMOST
    return AnswerPair(
        (_("Du skrev"), given),
        (_("Rigtigt svar"), right),
        shade,
        mark_difference=is_near and isinstance(judged.asking.question, Term),
    )


def _right_order(question: Ordering) -> SunkBox:
    box = SunkBox(gap=2)
    box.body.addWidget(WrappingLabel(_("Rigtig rækkefølge"), "label", "muted"))
    number = 1
    for tied in question.sequence:
        for item in tied:
            box.body.addWidget(WrappingLabel(f"{number}. {item}"))
        number += len(tied)
    return box


class _LoneAnswer(Part):
    def __init__(self, answer: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(WrappingLabel(_("Svaret"), "label", "muted"))
        column.addWidget(WrappingLabel(answer, "answer"))


def _source_part(source: Source) -> QWidget:
    text = _("Kilde: {source}").format(source=source.title)
    if not source.url.startswith(("https://", "http://")):
        return IconLine("link-2", text, "small", "muted")
    link = Button(text, Dress.LINK, icon="link-2", small=True)
    link.setToolTip(source.url)
    link.clicked.connect(lambda: open_link(source.url))
    return link
