"""One question in full: answer, memory, history, next time, note, and what can be done with it."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.base.texts import _, day_text, ngettext, number_text
from quizapp.grading.verdict import Outcome
from quizapp.questions.kinds import Basis
from quizapp.scheduling.day import date_of
from quizapp.study.found import Detail, Packed, Past
from quizapp.ui.forms.own_version_box import OwnVersionBox
from quizapp.ui.library.question_words import next_text, recall_text
from quizapp.ui.question_words import category_word, kind_word, outcome_word
from quizapp.ui.story_part import memory_curve
from quizapp.ui.widgets.boxes import Card, Hairline
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.chip import CategoryChip, Chip
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.fold_out import FoldOut
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.note_box import NoteBox
from quizapp.ui.widgets.picture_box import add_medium, add_option_pictures
from quizapp.ui.widgets.verdict import DRESSES
from quizapp.ui.widgets.verdict import Outcome as Shade

_FIRST_SHOWN = 8
_SHORT_ANSWER = 80
_SHADES = {Outcome.CORRECT: Shade.RIGHT, Outcome.ALMOST: Shade.ALMOST, Outcome.WRONG: Shade.WRONG}


class DetailCard(Card):
    """The card of one question; ``noted`` carries a new note.

    ``own_asked`` wants a box to write an own version in, ``as_packed_asked`` the pack's again.
    ``wording_dropped`` carries a wording of her own that shall count no longer.
    """

    why_asked = Signal(QWidget)
    noted = Signal(str)
    pause_asked = Signal()
    resume_asked = Signal()
    reset_asked = Signal()
    own_asked = Signal()
    as_packed_asked = Signal()
    wording_dropped = Signal(str)
    writing = Signal(QWidget)

    def __init__(self, detail: Detail, parent: QWidget | None = None) -> None:
        super().__init__(padding=(20, 18), gap=10, parent=parent)
        self.detail = detail
        self.note_box: NoteBox | None = None
        hit = detail.hit
        self.setAccessibleName(hit.prompt)
        self.body.addWidget(self._chips())
        self.question = WrappingLabel(hit.prompt, "section")
        self.body.addWidget(self.question)
        add_medium(self.body, detail.shown.picture)
        role = "strong" if len(detail.answer) <= _SHORT_ANSWER else "base"
        self.body.addWidget(WrappingLabel(detail.answer, role, "ok"))
        self._add_folds()
        if detail.packed is not None:
            self.body.addWidget(_packed_fold(detail.packed))
        if detail.wordings:
            self.body.addWidget(self._wordings())
        self._own_at = self.body.count()
        self._own_box: OwnVersionBox | None = None
        self.body.addWidget(Hairline())
        self._add_memory()
        self._add_past()
        self.body.addWidget(Hairline())
        self._add_next()
        self._note_at = self.body.count()
        self._show_note(detail.note)
        self.body.addWidget(self._buttons())

    def write_note(self) -> None:
        """Open the note to be written in."""
        self._take_note_away()
        box = NoteBox(self.detail.note)
        box.saved.connect(self._on_saved)
        box.closed.connect(self._close_note)
        self.note_box = box
        self._note: QWidget = box
        self.body.insertWidget(self._note_at, box)
        box.take_focus()
        self.writing.emit(box)

    def show_own(self, box: OwnVersionBox) -> None:
        """Show the box that an own version is written in."""
        self._close_own()
        self._own_box = box
        box.closed.connect(self._close_own)
        self.body.insertWidget(self._own_at, box)
        box.take_focus()
        self.writing.emit(box)

    def _close_own(self) -> None:
        box, self._own_box = self._own_box, None
        if box is not None:
            box.hide()
            self.body.removeWidget(box)
            box.deleteLater()
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_folds(self) -> None:
        """Put the pictures of the options and the explanation, folded away."""
        explanation, shown = self.detail.explanation, self.detail.shown
        if shown.at_options:
            fold = FoldOut(_("Billeder til svarene"), icon="image")
            add_option_pictures(fold.inside, shown.at_options)
            self.body.addWidget(fold)
        if explanation or shown.explaining:
            fold = FoldOut(_("Forklaring"))
            fold.inside.addWidget(WrappingLabel(explanation))
            add_medium(fold.inside, shown.explaining)
            self.body.addWidget(fold)

    def _chips(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line)
        hit = self.detail.hit
        flow.addWidget(CategoryChip(hit.category.value, category_word(hit.category.value)))
        word = kind_word(hit.kind)
        if word != category_word(hit.category.value):
            flow.addWidget(Chip(word))
        if self.detail.packed is not None:
            flow.addWidget(Chip(_("Din udgave"), "pencil-line"))
        if self.detail.basis is Basis.EXTERNAL:
            flow.addWidget(Chip(_("Ud over teksten"), "book-open-text"))
        elif hit.pack_title:
            flow.addWidget(Chip(hit.pack_title))
        return line

    def _wordings(self) -> FoldOut:
        fold = FoldOut(_("Tæller også for dig"))
        for wording in self.detail.wordings:
            line = QWidget()
            column = QHBoxLayout(line)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(WrappingLabel(f"»{wording}«"), 1)
            drop = Button(_("Fjern"), Dress.LINK, small=True)
            drop.setAccessibleName(_("Lad »{wording}« ikke tælle mere").format(wording=wording))
            drop.clicked.connect(lambda _on, it=wording: self.wording_dropped.emit(it))
            column.addWidget(drop)
            fold.inside.addWidget(line)
        return fold

    def _add_memory(self) -> None:
        story = self.detail.story
        self.body.addLayout(_pair(_("Husker du nu"), recall_text(self.detail.hit)))
        if story.parts:
            self.body.addWidget(memory_curve(story))
        else:
            self.body.addWidget(
                WrappingLabel(_("Du har ikke svaret på det endnu."), "small", "muted")
            )

    def _add_past(self) -> None:
        past = self.detail.past
        for one in past[:_FIRST_SHOWN]:
            self.body.addWidget(self._past_line(one))
        if len(past) > _FIRST_SHOWN:
            n = len(past) - _FIRST_SHOWN
            more = ngettext("{n} svar mere", "{n} svar mere", n).format(n=number_text(n))
            fold = FoldOut(more)
            for one in past[_FIRST_SHOWN:]:
                fold.inside.addWidget(self._past_line(one))
            self.body.addWidget(fold)

    def _past_line(self, one: Past) -> IconLine:
        today = date_of(self.detail.study_day)
        when = day_text(date_of(one.study_day), today)
        dress = DRESSES[_SHADES[one.outcome]]
        said = [when, _written(one)]
        if one.is_practice:
            said.append(_("fri øvelse"))
        line = IconLine(dress.icon, " · ".join(said), "small", dress.colour)
        word = _("{verdict}. {what}").format(
            verdict=outcome_word(one.outcome), what=", ".join(said)
        )
        line.label.setAccessibleName(word)
        return line

    def _add_next(self) -> None:
        today = date_of(self.detail.study_day)
        self.body.addLayout(_pair(_("Næste gang"), next_text(self.detail.hit, today)))
        self.why = Button(_("Hvorfor nu?"), Dress.LINK, small=True, parent=self)
        self.why.clicked.connect(lambda: self.why_asked.emit(self.why))
        self.why.setVisible(self.detail.hit.days_until is not None)
        self.body.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_note(self, note: str) -> None:
        part = QWidget()
        column = QHBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            WrappingLabel(note or _("Din note"), "base", "text" if note else "muted"), 1
        )
        self.write = Button(_("Ret") if note else _("Skriv"), Dress.LINK, icon="sticky-note")
        self.write.setAccessibleName(_("Ret din note") if note else _("Skriv en note"))
        self.write.clicked.connect(self.write_note)
        column.addWidget(self.write, 0, Qt.AlignmentFlag.AlignTop)
        self._note = part
        self.body.insertWidget(self._note_at, part)

    def _on_saved(self, text: str) -> None:
        self.noted.emit(text)

    def _close_note(self) -> None:
        self._take_note_away()
        self._show_note(self.detail.note)
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_note_away(self) -> None:
        self.note_box = None
        self._note.hide()
        self.body.removeWidget(self._note)
        self._note.deleteLater()

    def _buttons(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line)
        if self.detail.hit.is_paused:
            self.pause = Button(_("Tag med igen"), icon="plus", small=True)
            self.pause.clicked.connect(self.resume_asked)
        else:
            self.pause = Button(_("Sæt på pause"), icon="pause", small=True)
            self.pause.clicked.connect(self.pause_asked)
        flow.addWidget(self.pause)
        if self.detail.hit.recall is not None:
            self.reset = Button(_("Nulstil"), icon="rotate-ccw", small=True)
            self.reset.setAccessibleDescription(_("Spørgsmålet bliver nyt. Dine svar er gemt."))
            self.reset.clicked.connect(self.reset_asked)
            flow.addWidget(self.reset)
        has_own = self.detail.packed is not None
        words = _("Ret din udgave") if has_own else _("Lav din egen udgave")
        self.own = Button(words, icon="pencil-line", small=True)
        self.own.clicked.connect(self.own_asked)
        flow.addWidget(self.own)
        if has_own:
            self.as_packed = Button(_("Brug pakkens udgave"), icon="undo-2", small=True)
            self.as_packed.clicked.connect(self.as_packed_asked)
            flow.addWidget(self.as_packed)
        return line


class BulkCard(Card):
    """What can be done with several questions at once."""

    pause_asked = Signal()
    resume_asked = Signal()
    reset_asked = Signal()
    practise_asked = Signal()
    dropped = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(padding=(20, 18), gap=10, parent=parent)
        text = ngettext("{n} spørgsmål valgt", "{n} spørgsmål valgt", count)
        self.body.addWidget(WrappingLabel(text.format(n=number_text(count)), "section"))
        hint = _("Mellemrum vælger og fravælger. Ctrl+A vælger alle.")
        self.body.addWidget(WrappingLabel(hint, "small", "muted"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gaps=(10, 10))
        for words, icon, signal in (
            (_("Øv dem nu"), "play", self.practise_asked),
            (_("Sæt på pause"), "pause", self.pause_asked),
            (_("Tag med igen"), "plus", self.resume_asked),
            (_("Nulstil"), "rotate-ccw", self.reset_asked),
            (_("Fravælg alle"), "x", self.dropped),
        ):
            dress = Dress.QUIET if signal is self.dropped else Dress.PLAIN
            button = Button(words, dress, icon=icon)
            button.clicked.connect(signal)
            flow.addWidget(button)
        self.body.addWidget(buttons)


class NothingChosen(Card):
    """Stands where the details come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(20, 18), gap=10, parent=parent)
        self.body.addWidget(WrappingLabel(_("Vælg et spørgsmål"), "section"))
        text = _("Her ser du svaret, hvad du har svaret før, og hvornår det kommer igen.")
        self.body.addWidget(WrappingLabel(text, "base", "muted"))


def _packed_fold(packed: Packed) -> FoldOut:
    fold = FoldOut(_("Pakkens udgave"))
    fold.inside.addWidget(WrappingLabel(packed.prompt))
    fold.inside.addWidget(WrappingLabel(packed.answer, "strong", "ok"))
    if packed.explanation:
        fold.inside.addWidget(WrappingLabel(packed.explanation, "base", "muted"))
    return fold


def why_text(detail: Detail) -> str:
    """Return why a question comes when it does."""
    if detail.hit.days_until is not None and detail.hit.days_until > 0:
        when = day_text(
            date_of(detail.study_day) + timedelta(days=detail.hit.days_until),
            date_of(detail.study_day),
        )
        return _(
            "Det kommer {when}, lige før du ellers ville glemme det."
            " Svarer du rigtigt, går der længere tid til næste gang."
        ).format(when=when)
    return _(
        "Det er tid nu: Chancen for, at du stadig husker det, er faldet."
        " Svarer du rigtigt, går der længere tid til næste gang."
    )


def _pair(name: str, value: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(WrappingLabel(name, "small", "muted"), 1)
    line.addWidget(WrappingLabel(value, "strong"))
    return line


def _written(one: Past) -> str:
    if one.written.strip():
        return one.written.strip()
    ratings = (_("huskede ikke"), _("med besvær"), _("huskede det"), _("let"))
    if one.rating is not None:
        return ratings[min(max(one.rating, 1), len(ratings)) - 1]
    return _("ikke besvaret")
