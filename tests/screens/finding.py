"""»Find handling« with something typed, and the settings scrolled to each section."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.base.texts import _, ngettext
from quizapp.study.today import HomeState
from quizapp.ui.actions import Actions
from quizapp.ui.find_handling import FindHandling
from quizapp.ui.find_hits import Group, Hit
from tests.screens import samples as s
from tests.screens.scenes import Scene, home, settings

PROMPTS = (
    ("hash", "Hvor mange artikler har traktaten?"),
    ("hash", "Hvor mange soldater mistede russerne i alt i krigen, regnet med døde af sygdom?"),
    ("calendar-days", "Hvornår blev traktaten underskrevet?"),
)


def _no_act() -> None:
    """Do nothing: in a picture nobody presses."""


def questions() -> tuple[Hit, ...]:
    """Return questions as they are found."""
    more = tuple(
        Hit(text=text, icon=icon, act=_no_act)
        for text, icon in (
            (_("Vis i biblioteket"), "library"),
            (_("Øv spørgsmålet"), "target"),
            (_("Sæt på pause"), "pause"),
        )
    )
    found = tuple(
        Hit(text=text, icon=icon, act=_no_act, group=Group.QUESTION, note=s.TITLE, more=more)
        for icon, text in PROMPTS
    )
    rest = Hit(
        text=ngettext("Vis {n} i biblioteket", "Vis alle {n} i biblioteket", 14).format(n=14),
        icon="library",
        act=_no_act,
        group=Group.QUESTION,
    )
    return (*found, rest)


def finding(query: str, *, finds: bool = True, goes_inside: bool = False) -> Scene:
    """Return a scene of the panel with a query typed, perhaps inside a question's actions."""

    def build() -> QWidget:
        desk = home(HomeState.HALF_WAY)()
        desk.resize(1180, 800)
        find = FindHandling(Actions(desk), desk)
        find.open()
        find.field.edit.setText(query)
        if finds:
            find.show_questions(query, questions(), 14)
        if goes_inside:
            QApplication.processEvents()
            QTest.keyClick(find.field.edit, Qt.Key.Key_Tab)
        return desk

    return build


def settings_at(code: str) -> Scene:
    """Return a scene of the settings gone to a section."""

    def build() -> QWidget:
        desk = settings()
        desk.resize(1180, 800)
        desk.show()
        QApplication.processEvents()
        page = desk.stack.currentWidget()  # type: ignore[attr-defined]  # the desk of the scene
        page.go_to(code)
        return desk

    return build


FINDING: dict[str, Scene] = {
    "25_find_spoergsmaal": finding("trak"),
    "25_find_tekst": finding("fuld"),
    "25_find_flere": finding("qtrak", goes_inside=True),
    "25_find_intet": finding("qqq", finds=False),
    "24_indstillinger_dage": settings_at("days"),
    "24_indstillinger_avanceret": settings_at("advanced"),
}
