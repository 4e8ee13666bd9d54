"""What a learner has of her own: profiles, notes, how sure she is, and ratings with their days."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from quizapp.grading.verdict import Outcome
from quizapp.questions.answers import Rated, WrittenAndRated
from quizapp.study.coming import Coming
from quizapp.study.flow import Finished
from quizapp.ui.desk_frame import DeskFrame
from quizapp.ui.learners.page import LearnersPage, Profile
from quizapp.ui.shell import LEARNERS, side_below, side_pages
from quizapp.ui.study.page import StudyPage
from quizapp.ui.study.typed_view import TypedView
from tests.screens import samples as s
from tests.screens.scenes import ALMOST_DATE, ALMOST_TERM, WRONG_NUMBER, Scene, study

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


def _write_what_is_no_number(page: StudyPage) -> None:
    assert page.card is not None
    view = page.card.view
    assert isinstance(view, TypedView)
    view.field.set_text("en hel del")
    view.submit()


NOTHING_RIGHT = replace(
    s.FINISHED.summary, reviews=3, outcomes={Outcome.WRONG: 3}, by_category={"tal": (0, 3)}
)


def finish_with(coming: Coming) -> Scene:
    """Return the finish page with what the next days take."""

    def build() -> QWidget:
        page = study(s.FINISHED)()
        assert isinstance(page, StudyPage)
        page.show_coming(coming)
        return page

    return build


PLANNED = Coming(
    first_day=20_780, minutes=(20, 20, 15, 10, 0, 20, 120), new=0, is_planned=True, has_more=True
)
UNPLANNED = replace(PLANNED, minutes=(0, 0, 8, 1, 3, 0, 2), new=6, is_planned=False, has_more=True)

NO_CARD = s.judged(s.FLASHCARD, Rated(1), Outcome.WRONG, feedback="", correct="", rule="self")
NO_TEXT = s.judged(
    s.OPEN, WrittenAndRated("", 1), Outcome.WRONG, feedback="", correct="", rule="self"
)

LEARNING: dict[str, Scene] = {
    "12b_kort_ved_ikke": study(NO_CARD),
    "13_aabent_ved_ikke": study(NO_TEXT),
    "30_profiler": learners(),
    "30_profiler_fjern": learners(asks=True),
    "03_hvor_sikker": study(replace(ALMOST_DATE.asking, asks_confidence=True)),
    "04_note": study(replace(ALMOST_DATE, asking=replace(ALMOST_DATE.asking, note=NOTE))),
    "04_note_skrives": study(ALMOST_DATE, then=lambda page: page.open_note()),
    "03_tal_spoerges_igen": study(s.asking(s.NUMBER), then=_write_what_is_no_number),
    "05_skriv_mit_svar_var_rigtigt": study(
        replace(ALMOST_TERM, is_overruled=True, can_keep_wording=True)
    ),
    "05_tal_driller": study(replace(WRONG_NUMBER, is_leech=True)),
    "15_stoppet_tidligt": study(replace(s.FINISHED, stopped_early=True)),
    "15_naeste_dage": finish_with(PLANNED),
    "15_naeste_dage_uden_plan": finish_with(UNPLANNED),
    "15_intet_rigtigt": study(Finished(summary=NOTHING_RIGHT)),
}
