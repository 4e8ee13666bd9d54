"""What a learner has of her own: profiles, notes, how sure she is, and ratings with their days."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from quizapp.ui.desk_frame import DeskFrame
from quizapp.ui.learners.page import LearnersPage, Profile
from quizapp.ui.shell import LEARNERS, side_below, side_pages
from tests.screens.scenes import ALMOST_DATE, Scene, study

NOTE = "P som Portsmouth og P som punktum for krigen."
PROFILES = (
    Profile(folder="Mig", name="Freja", answers=1204, is_current=True),
    Profile(folder="Bo", name="Bo", answers=1, is_current=False),
)


def learners(*, asks: bool = False) -> Scene:
    """Return a scene of the profiles, perhaps with the question before one is removed."""

    def build() -> QWidget:
        page = LearnersPage()
        page.show_profiles(PROFILES, asks=True)
        if asks:
            page.profiles[1].ask_before_removing()
        else:
            page.profiles[1].ask_for_name()
        desk = DeskFrame(side_pages(), side_below("Freja"))
        desk.show_page(page, LEARNERS)
        return desk

    return build


LEARNING: dict[str, Scene] = {
    "30_profiler": learners(),
    "30_profiler_fjern": learners(asks=True),
    "03_hvor_sikker": study(replace(ALMOST_DATE.asking, asks_confidence=True)),
    "04_note": study(replace(ALMOST_DATE, asking=replace(ALMOST_DATE.asking, note=NOTE))),
    "04_note_skrives": study(ALMOST_DATE, then=lambda page: page.open_note()),
}
