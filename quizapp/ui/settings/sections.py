"""A long page with the list of its sections at the left, where there is room for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.side_bar import Place, SideItem
from quizapp.ui.widgets.walk import walk_round

_CARDS_LEAST_EM = 38


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some of the page's cards under one name, and what takes the focus there."""

    place: Place
    cards: tuple[QWidget, ...]
    first: QWidget


class SectionList(Part):
    """The names of the sections, one of them the current; ``chosen`` carries a code.

    Tab comes to the current one, as in a group of radio buttons; Up and Down walk.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[SideItem, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(_("Afsnit"))
        self._restyle()

    def show_places(self, places: Sequence[Place]) -> None:
        """Show these, once; the first is the current one."""
        self.items = tuple(SideItem(place) for place in places)
        for item in self.items:
            self._column.addWidget(item)
            item.clicked.connect(lambda _=False, code=item.place.code: self.chosen.emit(code))
        self.show_current(places[0].code)

    def show_current(self, code: str) -> None:
        """Show which section is in view."""
        for item in self.items:
            is_current = item.place.code == code
            if item.isChecked() != is_current:
                item.show_checked(is_checked=is_current)
            focus = Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus
            item.setFocusPolicy(focus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not walk_round(event, self.items):
            super().keyPressEvent(event)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(2))


class SectionedPage(PageScroll):
    """A title, and below it cards in sections; the list of these stays while the cards scroll.

    Where there is no room beside the cards the list goes, and the cards take its place.
    """

    def __init__(self, title: str, cards_px: int, parent: QWidget | None = None) -> None:
        super().__init__(cards_px, at_desk=True, parent=parent)
        self.header = PageHeader(title)
        self.column.addWidget(self.header)
        # Not in the column: it keeps its place on the screen.
        self.list = SectionList(self._content)
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self._cards)
        self._sections: tuple[Section, ...] = ()
        self._current = ""
        self._is_going = False
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._place_list)
        self.list.chosen.connect(self.go_to)

    @property
    def current(self) -> str:
        """The code of the section that is in view."""
        return self._current

    def places(self) -> tuple[Place, ...]:
        """Return what the sections are called, in order."""
        return tuple(section.place for section in self._sections)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections, once, and all their cards."""
        self._sections = tuple(sections)
        for section in sections:
            for card in section.cards:
                self._cards.addWidget(card)
        self.list.show_places([section.place for section in sections])
        self._show_current(sections[0].place.code)
        self._restyle()

    def go_to(self, code: str) -> None:
        """Scroll to a section and put the focus on the first thing that can be changed there."""
        section = next(one for one in self._sections if one.place.code == code)
        self._is_going = True
        self.verticalScrollBar().setValue(self._top_of(section) - self._above())
        self._is_going = False
        section.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_current(code)

    def _on_scrolled(self, value: int) -> None:
        self._place_list()
        if self._is_going or not self._sections:
            return
        bar = self.verticalScrollBar()
        seen_to = value + self.viewport().height() // 3
        above = [one for one in self._sections if self._top_of(one) <= seen_to]
        if value >= bar.maximum():
            above = list(self._sections)
        if value <= bar.minimum() or not above:
            above = list(self._sections[:1])
        self._show_current(above[-1].place.code)

    def _show_current(self, code: str) -> None:
        if code != self._current:
            self._current = code
            self.list.show_current(code)

    def _top_of(self, section: Section) -> int:
        return section.cards[0].mapTo(self._ground, QPoint(0, 0)).y()

    @staticmethod
    def _above() -> int:
        """Return how much of the page is kept in view above a section that was gone to."""
        return look_in_force().space(20)

    def _beside_px(self) -> int:
        """Return how much the list takes beside the cards; 0 where it has no room."""
        look = look_in_force()
        list_px = self.list.sizeHint().width() + look.space(20)
        room = self.width() - 2 * look.space(self._margins[0])
        too_high = self.list.sizeHint().height() > self.height() - look.space(100)
        is_narrow = room - list_px < look.em(_CARDS_LEAST_EM)
        return 0 if is_narrow or too_high else list_px

    @override
    def column_width(self) -> int:
        beside = self._cards.contentsMargins().left() if hasattr(self, "_cards") else 0
        return super().column_width() + beside

    @override
    def _restyle(self) -> None:
        if hasattr(self, "_sections"):
            beside = self._beside_px()
            self._cards.setContentsMargins(beside, 0, 0, 0)
            self._cards.setSpacing(look_in_force().space(16))
            self.list.setVisible(beside > 0)
            self.list.resize(self.list.sizeHint())
        super()._restyle()
        self._place_list()

    def _place_list(self) -> None:
        if not hasattr(self, "_sections"):
            return
        below = self.header.geometry().bottom() + 1 + self.column.spacing()
        scrolled = self.verticalScrollBar().value() - self._content.y() + self._above()
        self.list.move(0, max(below, scrolled))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        done = super().viewportEvent(event)
        if event.type() == QEvent.Type.Resize:
            self._place_list()
        return done
