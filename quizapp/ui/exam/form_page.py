"""»Ny eksamensplan«: the form on one page, with the plan as it would be beside it."""

from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import MONTHS, _, ngettext
from quizapp.scheduling.day import date_of, day_of
from quizapp.study.exam_dates import (
    apart_from_clock,
    clock_time,
    day_to_come,
    days_text,
    days_to_come,
    in_learners_zone,
)
from quizapp.study.exam_values import ExamDraft, ExamForm, Preview
from quizapp.ui.calendar_words import full_day
from quizapp.ui.exam.fields import labelled
from quizapp.ui.exam.preview_card import PreviewCard
from quizapp.ui.exam.scope_part import ScopePart
from quizapp.ui.exam.week_part import WeekPart
from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.frame import PageHeader, PageScroll

REST_MS: Final = 250
SLOW_MS: Final = 300
"""The plan is asked for when nothing has been typed for so long."""
GOALS: Final = (50, 55, 60, 65, 70, 75, 80, 85, 90, 95)
MORNING: Final = time(9)
_STACK_BELOW_EM = 52


class FormPage(PageScroll):
    """A new exam, or one to change.

    ``tried`` carries an ``ExamDraft`` whose plan is wanted, None where none is any more; ``saved``
    carries one to store; ``left`` says
    that nothing is to change, ``removed`` and ``put_aside`` that the exam is to go.
    """

    tried = Signal(object)
    saved = Signal(object)
    left = Signal()
    removed = Signal()
    put_aside = Signal()

    def __init__(self, form: ExamForm, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.form = form
        draft = form.draft
        self.name = Field(_("Navn"), example=_("Historieprøve"))
        self.day = Field(_("Hvornår er eksamen?"), example=_("fx 17. maj eller 17/5"))
        self.clock = Field(_("Klokken"), example="9.00")
        self.scope = ScopePart(form)
        shared = ""
        if form.shared_with:
            shared = _("Minutterne er fælles for alle dine eksamener.")
        self.week = WeekPart(draft.minutes, shared)
        self.off = Field(_("Fridage"), example=_("fx 17/5 eller 17.–19. maj"))
        self.goal = _goals(draft.goal)
        self.preview = PreviewCard()
        self.save = Button(_("Gem planen"), Dress.MAIN, key="Ctrl+Enter")
        self.cancel = Button(_("Annullér"), Dress.QUIET)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self.preview.show_working)
        self._lay_out()
        self._fill(draft)
        self._connect()
        self._on_changed()

    @property
    def title(self) -> str:
        """What the page is called."""
        return _("Ny eksamensplan") if self.form.uuid is None else _("Redigér eksamensplanen")

    def take_focus(self) -> None:
        """Put the focus where something is missing first."""
        first = self.name if self.form.uuid is None else self.day
        first.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> ExamDraft | None:
        """Return what is filled in; None while something cannot be read."""
        at, off = self._at(), self._days_off()
        if at is None or off is None or self._errors():
            return None
        goal = self.goal.currentData()
        packs = self.scope.chosen_packs
        was_all = not self.form.draft.packs and len(packs) == len(self.form.packs)
        return ExamDraft(
            title=self.name.text().strip() or _("Eksamen"),
            at=at,
            packs=() if was_all and self.form.uuid is not None else packs,
            topics=self.form.draft.topics,
            categories=self.scope.chosen_categories,
            shares=self.scope.shares,
            minutes=self.week.minutes,
            days_off=off,
            goal=None if goal is None else goal / 100,
        )

    def show_preview(self, preview: Preview, draft: ExamDraft) -> None:
        """Show the plan of a draft."""
        self._slow.stop()
        self.preview.show_preview(preview, draft.goal, self.form.study_day)

    def try_to_save(self) -> None:
        """Save what is filled in, or say under each field what is wrong with it."""
        self._part_clock()
        errors = self._errors()
        self.day.set_error(errors.get("day", ""))
        self.clock.set_error(errors.get("clock", ""))
        self.off.set_error(errors.get("off", ""))
        self.scope.show_error(errors.get("scope", ""))
        self.week.show_error(errors.get("week", ""))
        for name, part in (
            ("day", self.day.edit),
            ("clock", self.clock.edit),
            ("scope", self.scope),
            ("week", self.week.boxes[0]),
            ("off", self.off.edit),
        ):
            if name in errors:
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                self.show_part(part)
                return
        draft = self.draft()
        if draft is not None:
            self.saved.emit(draft)

    def _lay_out(self) -> None:
        header = PageHeader(
            self.title,
            _("Skriv datoen for din eksamen, så får du en plan for hver dag."),
            _("Eksamen"),
        )
        header.back_pressed.connect(self.left)
        self.column.addWidget(header)
        form = Card(shadow=True, padding=(22, 20), gap=16)
        self._first = QHBoxLayout()
        for field, share in ((self.name, 5), (self.day, 5), (self.clock, 2)):
            self._first.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self._last = QHBoxLayout()
        self._last.addWidget(self.off, 1, Qt.AlignmentFlag.AlignTop)
        self._last.addWidget(labelled(self.goal), 1, Qt.AlignmentFlag.AlignTop)
        form.body.addLayout(self._first)
        form.body.addWidget(self.scope)
        form.body.addWidget(self.week)
        form.body.addLayout(self._last)
        self._halves = QHBoxLayout()
        self._halves.addWidget(form, 5, Qt.AlignmentFlag.AlignTop)
        self._halves.addLayout(self._beside(), 2)
        self.column.addLayout(self._halves)
        self.column.addWidget(self._ways_out())
        self._arrange()

    def _beside(self) -> QVBoxLayout:
        """Return the plan with the way to keep it below: seen without scrolling past the form."""
        right = self._right = QVBoxLayout()
        right.addWidget(self.preview)
        for button in (self.save, self.cancel):
            right.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        return right

    def _ways_out(self) -> QWidget:
        line = QWidget()
        inner = self._ends = QHBoxLayout(line)
        inner.setContentsMargins(0, 0, 0, 0)
        self.remove = Button(_("Slet eksamenen"), Dress.QUIET, icon="trash-2")
        self.aside = Button(_("Læg den væk"), Dress.QUIET, icon="eye-off")
        for button, signal in ((self.remove, self.removed), (self.aside, self.put_aside)):
            button.clicked.connect(signal)
            inner.addWidget(button)
            button.setVisible(self.form.uuid is not None)
        inner.addStretch(1)
        return line

    def _fill(self, draft: ExamDraft) -> None:
        self.clock.set_text(f"{draft.at.hour}.{draft.at.minute:02}")
        self.name.set_text(draft.title)
        if self.form.uuid is not None:
            self.day.set_text(_written(draft.at.date(), self._today.year))
        ahead = {date_of(day) for day in draft.days_off if day >= self.form.study_day}
        self.off.set_text(days_text(ahead, lambda day: _written(day, self._today.year)))

    def _connect(self) -> None:
        for field in (self.name, self.day, self.clock, self.off):
            field.text_changed.connect(self._on_changed)
        self.day.edit.editingFinished.connect(self._part_clock)
        self.day.edit.editingFinished.connect(lambda: self._on_left("day", self.day))
        self.clock.edit.editingFinished.connect(lambda: self._on_left("clock", self.clock))
        self.off.edit.editingFinished.connect(lambda: self._on_left("off", self.off))
        self.scope.changed.connect(self._on_changed)
        self.week.changed.connect(self._on_changed)
        self.goal.activated.connect(lambda _at: self._on_changed())
        self._rest.timeout.connect(self._try)
        self.save.clicked.connect(self.try_to_save)
        self.cancel.clicked.connect(self.left)
        # By number: read as words, »Enter« is what the Danish Qt calls the other of the two.
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.try_to_save)

    @property
    def _today(self) -> date:
        return date_of(self.form.study_day)

    def _at(self) -> datetime | None:
        day, clock = day_to_come(self.day.text(), self._today), self._clock()
        if day is None or clock is None:
            return None
        return in_learners_zone(datetime.combine(day, clock), self.form.now)

    def _clock(self) -> time | None:
        text = self.clock.text().strip()
        return clock_time(text) if text else MORNING

    def _days_off(self) -> frozenset[int] | None:
        days = days_to_come(self.off.text(), self._today)
        if days is None:
            return None
        past = {day for day in self.form.draft.days_off if day < self.form.study_day}
        return frozenset({day_of(day) for day in days} | past)

    def _errors(self) -> dict[str, str]:
        found = {"scope": self.scope.error}
        text, at = self.day.text().strip(), self._at()
        if not text:
            found["day"] = _("Skriv datoen for din eksamen.")
        elif day_to_come(text, self._today) is None:
            found["day"] = _("»{given}« kan ikke læses som en dato – skriv fx {example}.").format(
                given=text, example=_("17. maj")
            )
        elif at is not None and at <= self.form.now:
            is_today = at.date() == self.form.now.date()
            late = _("Klokkeslættet er passeret.")
            passed = _("Datoen er passeret. Vælg en dag, der kommer.")
            found["clock" if is_today else "day"] = late if is_today else passed
        if self._clock() is None:
            found["clock"] = _("Skriv fx 9.00.")
        if self._days_off() is None:
            found["off"] = _("Fridagene kan ikke læses. Skriv fx 17/5 eller 17.–19. maj.")
        if not any(self.week.minutes):
            found["week"] = _("Der er ingen minutter i planen endnu. Vælg mindst én dag.")
        return {name: error for name, error in found.items() if error}

    def _part_clock(self) -> None:
        """Put a time that was written after the date where times stand."""
        day, clock = apart_from_clock(self.day.text())
        if clock:
            self.day.set_text(day)
            self.clock.set_text(clock)

    def _on_left(self, name: str, field: Field) -> None:
        if field.text().strip():
            field.set_error(self._errors().get(name, ""))

    def _on_changed(self) -> None:
        for field in (self.day, self.clock, self.off):
            if field.edit.hasFocus():
                field.set_error("")
        day = day_to_come(self.day.text(), self._today)
        self.day.set_hint("" if day is None else _full(day, self._today))
        off = days_to_come(self.off.text(), self._today)
        text = ngettext("{n} fridag", "{n} fridage", len(off or ()))
        self.off.set_hint(text.format(n=len(off)) if off else "")
        self._rest.start()

    def _try(self) -> None:
        draft = self.draft()
        self._slow.stop()
        self.tried.emit(draft)
        if draft is None:
            self.preview.show_waiting()
        else:
            self._slow.start()

    def _arrange(self) -> None:
        look = look_in_force()
        stacked = 0 < self.viewport().width() < look.em(_STACK_BELOW_EM)
        rows = ((self._halves, 16), (self._first, 12), (self._last, 12), (self._ends, 10))
        for row, gap in rows:
            lay(row, is_beside=not stacked)
            row.setSpacing(look.space(gap))
        self._right.setSpacing(look.space(10))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _goals(chosen: float | None) -> DropDown:
    goals = DropDown(_("Dit mål (andel rigtige)"))
    goals.addItem(_("Intet mål"), None)
    own = None if chosen is None else round(100 * chosen)
    for goal in sorted({*GOALS, *([] if own is None else [own])}):
        goals.addItem(_("{n} %").format(n=goal), goal)
    goals.setCurrentIndex(0 if own is None else goals.findData(own))
    return goals


def _written(day: date, year: int) -> str:
    """Write a day so that it is read again as the same: as Danish is written, in any language."""
    text = f"{day.day}. {MONTHS[day.month - 1]}"
    return text if day.year == year else f"{text} {day.year}"


def _full(day: date, today: date) -> str:
    text = full_day(day)
    return text if day.year == today.year else f"{text} {day.year}"
