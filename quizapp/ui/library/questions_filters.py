"""The filters over the questions: a chip each, or one button for them all where text is large."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.questions.kinds import Category, Kind
from quizapp.study.found import Choices, State, Wanted
from quizapp.ui.library.question_words import STATES
from quizapp.ui.question_words import category_word, kind_word
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.filter_chip import FilterChip
from quizapp.ui.widgets.flow import FlowLayout

_ONE_BUTTON_FROM = 1.5
_MOST_TOPICS = 200
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Filter:
    """One filter: its words, the field of ``Wanted`` it sets, and what can be chosen."""

    name: str
    field: str
    choices: tuple[tuple[str, object], ...]


class Filters(Part):
    """The chips; ``changed`` says that ``wanted`` is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Wanted()
        self._filters: tuple[_Filter, ...] = ()
        self._chips: dict[str, FilterChip] = {}
        self.all_in_one = Button(_("Filtre"), small=True)
        self.all_in_one.clicked.connect(self._open_all)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.all_in_one)
        self.show_choices(Choices(packs=(), topics=()))

    def show_choices(self, choices: Choices) -> None:
        """Offer these packs and topics beside what can always be filtered by."""
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._filters = _filters(choices)
        self._chips = {each.field: FilterChip(each.name) for each in self._filters}
        for each in self._filters:
            chip = self._chips[each.field]
            self._flow.addWidget(chip)
            chip.opened.connect(lambda each=each: self._open(each))
            chip.cleared.connect(lambda each=each: self._choose(each.field, None))
        self._show_values()
        self._arrange()

    def count(self) -> int:
        """Return how many filters are on."""
        return sum(bool(getattr(self.wanted, each.field)) for each in self._filters)

    def clear(self) -> None:
        """Take every filter away."""
        for each in self._filters:
            self._set(each.field, None)
        self._tell()

    def _open(self, each: _Filter) -> None:
        menu = QMenu(self)
        self._fill(menu, each)
        self._pop_up(menu, self._chips[each.field])

    def _open_all(self) -> None:
        menu = QMenu(self)
        for each in self._filters:
            inner = menu.addMenu(each.name)
            self._fill(inner, each)
        if self.count():
            menu.addSeparator()
            menu.addAction(_("Fjern filtre")).triggered.connect(self.clear)
        self._pop_up(menu, self.all_in_one)

    def _pop_up(self, menu: QMenu, opener: QWidget) -> None:
        # Only after what was chosen has been done: the menu bears the actions.
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(opener.mapToGlobal(opener.rect().bottomLeft()) + QPoint(0, 4))

    def _fill(self, menu: QMenu, each: _Filter) -> None:
        menu.setAccessibleName(each.name)
        now = getattr(self.wanted, each.field)
        for words, value in each.choices:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(now in (value, (value,)))
            action.triggered.connect(self._chooser(each.field, value))

    def _chooser(self, field: str, value: object) -> Callable[[bool], None]:
        return lambda is_on: self._choose(field, value if is_on else None)

    def _choose(self, field: str, value: object) -> None:
        self._set(field, value)
        self._tell()

    def _set(self, field: str, value: object) -> None:
        is_single = field == "state"
        chosen = value if is_single else () if value is None else (value,)
        self.wanted = replace(self.wanted, **{field: chosen})  # type: ignore[arg-type]  # its own field

    def _tell(self) -> None:
        self._show_values()
        self.changed.emit()

    def _show_values(self) -> None:
        for each in self._filters:
            now = getattr(self.wanted, each.field)
            words = next((words for words, value in each.choices if now in (value, (value,))), "")
            self._chips[each.field].set_value(words)
        count = self.count()
        text = _("Filtre · {n}").format(n=count) if count else _("Filtre")
        self.all_in_one.set_text(text)
        self.all_in_one.setAccessibleName(text.replace(" · ", ", "))

    def _arrange(self) -> None:
        in_one = self.look.scale > _ONE_BUTTON_FROM
        self.all_in_one.setVisible(in_one)
        for chip in self._chips.values():
            chip.setVisible(not in_one)

    @override
    def _restyle(self) -> None:
        self._flow.set_gaps(self.look.space(8), self.look.space(8))
        self._arrange()


def _filters(choices: Choices) -> tuple[_Filter, ...]:
    """Return the filters worth having: one with a single choice filters nothing."""
    packs = tuple((title, key) for key, title in choices.packs)
    topics = tuple((path.replace("/", " › "), path) for path in choices.topics[:_MOST_TOPICS])
    found = (
        _Filter(_("Pakke"), "packs", packs if len(packs) > 1 else ()),
        _Filter(_("Kategori"), "categories", _words(list(Category), category_word)),
        _Filter(_("Svarform"), "kinds", _words(list(Kind), kind_word)),
        _Filter(_("Tilstand"), "state", _words(list(State), lambda state: _(STATES[state]))),
        _Filter(_("Emne"), "topics", topics),
    )
    return tuple(each for each in found if each.choices)


def _words(values: Sequence[T], word: Callable[[T], str]) -> tuple[tuple[str, object], ...]:
    return tuple((word(value), value) for value in values)
