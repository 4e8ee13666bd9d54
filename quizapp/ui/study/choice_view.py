"""Pick one option, which answers at once, or several, which Enter answers."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.questions.answers import Picked, PickedMany
from quizapp.questions.kinds import Choice, MultipleChoice
from quizapp.study.flow import Judged, Picture
from quizapp.ui.study.answer_view import AnswerView, is_enter
from quizapp.ui.study.prompts import prompt_of
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.key_cap import KeyLine
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.option_picture import NO_PICTURES
from quizapp.ui.widgets.options import Mark, OptionList, OptionState
from quizapp.ui.widgets.picture_box import add_credits


class ChoiceView(AnswerView):
    """One right option: a digit, a letter, Enter or a press answers."""

    def __init__(
        self,
        question: Choice,
        options: tuple[str, ...],
        pictures: Mapping[str, Picture] = NO_PICTURES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._texts = options
        self.options = OptionList(options, pictures=pictures)
        self._label = WrappingLabel(prompt_of(question, len(options)).label, "base", "muted")
        self.options.setAccessibleName(self._label.text())
        self._column = _column(self, self._label, self.options)
        add_credits(self._column, pictures)
        _name_rows(self.options, options)
        self.options.pressed.connect(self._on_pressed)
        for option in self.options.rows:
            option.installEventFilter(self)
        # No option has the focus at first: one Enter too many must not answer.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{question.prompt} {self._label.text()}")
        self._restyle()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A held Enter comes from the button before, and answers nothing.
        if isinstance(event, QKeyEvent) and is_enter(event) and event.isAutoRepeat():
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.changed.emit()
        return super().eventFilter(watched, event)

    @override
    def can_submit(self) -> bool:
        return self._focused() is not None

    @override
    def submit(self) -> None:
        place = self._focused()
        if place is not None and not self.is_judged:
            self._on_pressed(place)

    @override
    def no_answer(self) -> Picked:
        return Picked("")

    @override
    def take_focus(self) -> None:
        self.setFocus()

    @override
    def show_judged(self, judged: Judged) -> None:
        super().show_judged(judged)
        picked = judged.answer.option if isinstance(judged.answer, Picked) else ""
        why = {wrong.text: wrong.why for wrong in self._question.wrong}
        self._label.hide()
        self.options.set_marks(
            tuple(
                _mark_of(text, is_right=text == self._question.right, picked=picked, why=why)
                for text in self._texts
            )
        )

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        return self.options.take_key(event)

    def _focused(self) -> int | None:
        rows = enumerate(self.options.rows)
        return next((place for place, option in rows if option.hasFocus()), None)

    def _on_pressed(self, place: int) -> None:
        if not self.is_judged:
            self.options.set_chosen([place])
            self.submitted.emit(Picked(self._texts[place]))

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(10))


class MultipleChoiceView(AnswerView):
    """Several right options: digits and presses toggle, Enter answers."""

    def __init__(
        self,
        question: MultipleChoice,
        options: tuple[str, ...],
        pictures: Mapping[str, Picture] = NO_PICTURES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._texts = options
        self._chosen: set[int] = set()
        self.options = OptionList(options, several=True, pictures=pictures)
        self._label = WrappingLabel(prompt_of(question, len(options)).label, "base", "muted")
        self.options.setAccessibleName(self._label.text())
        self._keys = KeyLine(((_("↑ ↓"), _("flyt")), (_("Mellemrum"), _("vælg eller vælg fra"))))
        self._column = _column(self, self._label, self.options, self._keys)
        add_credits(self._column, pictures)
        _name_rows(self.options, options)
        self.options.pressed.connect(self._on_pressed)
        for option in self.options.rows:
            option.installEventFilter(self)
        self._restyle()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Enter on an option would press it; here it answers, and Space presses.
        if isinstance(event, QKeyEvent) and is_enter(event) and not self.is_judged:
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.submit()
            return True
        return super().eventFilter(watched, event)

    @override
    def can_submit(self) -> bool:
        return bool(self._chosen)

    @override
    def submit(self) -> None:
        if self.can_submit() and not self.is_judged:
            texts = tuple(self._texts[place] for place in sorted(self._chosen))
            self.submitted.emit(PickedMany(texts))

    @override
    def no_answer(self) -> PickedMany:
        return PickedMany(())

    @override
    def take_focus(self) -> None:
        self.options.rows[0].setFocus()

    @override
    def show_judged(self, judged: Judged) -> None:
        super().show_judged(judged)
        picked = judged.answer.options if isinstance(judged.answer, PickedMany) else ()
        why = {wrong.text: wrong.why for wrong in self._question.wrong}
        self._label.hide()
        self._keys.hide()
        self.noted.emit("")
        self.options.set_marks(
            tuple(self._mark_of(text, picked, why.get(text, "")) for text in self._texts)
        )

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        return self.options.take_key(event)

    def set_picked(self, places: Sequence[int]) -> None:
        """Show options as picked, as they were when the question was last on the screen."""
        self._chosen = set(places)
        self.options.set_chosen(places)
        _name_rows(self.options, self._texts)

    def _mark_of(self, text: str, picked: tuple[str, ...], why: str) -> Mark:
        if text in self._question.right:
            if text in picked:
                return Mark(OptionState.RIGHT, _("Rigtigt"))
            return Mark(OptionState.MISSED, _("Manglede"))
        if text in picked:
            return Mark(OptionState.WRONG, _("Forkert"), why)
        return Mark(OptionState.DIMMED)

    def _on_pressed(self, place: int) -> None:
        if self.is_judged:
            return
        self._chosen ^= {place}
        self.options.set_chosen(sorted(self._chosen))
        _name_rows(self.options, self._texts)
        said = _("Valgt") if place in self._chosen else _("Ikke valgt")
        announce(self.options.rows[place], said)
        count = _("{n} valgt").format(n=len(self._chosen)) if self._chosen else ""
        self.noted.emit(count)
        self.changed.emit()

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(10))


def _column(view: QWidget, *parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(view)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    return column


def _name_rows(options: OptionList, texts: tuple[str, ...]) -> None:
    total = len(texts)
    for place, (option, text) in enumerate(zip(options.rows, texts, strict=True), start=1):
        name = _("Svarmulighed {i} af {n}: {option}")
        option.setAccessibleName(name.format(i=place, n=total, option=text))


def _mark_of(text: str, *, is_right: bool, picked: str, why: dict[str, str]) -> Mark:
    if is_right:
        return Mark(OptionState.RIGHT, _("Dit svar") if text == picked else _("Rigtigt svar"))
    if text == picked:
        return Mark(OptionState.WRONG, _("Dit svar"), why.get(text, ""))
    return Mark(OptionState.DIMMED)
