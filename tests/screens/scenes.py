"""Every page in every state, by name, built from values."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QWidget

from quizapp.base.clock import SystemClock
from quizapp.base.errors import QuizappError
from quizapp.base.ids import PackId
from quizapp.base.texts import _
from quizapp.grading.verdict import Outcome, PartVerdict
from quizapp.library.install import Installed, Survey
from quizapp.library.overview import PackOverview
from quizapp.questions.answers import (
    Matched,
    Ordered,
    Picked,
    PickedMany,
    Typed,
    TypedList,
)
from quizapp.study.flow import Asking, FlowState, Judged
from quizapp.study.today import HomeState
from quizapp.study.workload import Workload
from quizapp.ui.actions import Actions
from quizapp.ui.desk_frame import DeskFrame
from quizapp.ui.find_handling import FindHandling
from quizapp.ui.home.page import HomePage
from quizapp.ui.key_help import KeyHelp
from quizapp.ui.library.add_page import AddPage
from quizapp.ui.library.ask_page import AskPage
from quizapp.ui.library.busy_page import BusyPage, adding_words, reading_words
from quizapp.ui.library.page import LibraryPage
from quizapp.ui.library.refused_page import RefusedPage
from quizapp.ui.printing.page import PrintPage
from quizapp.ui.settings.memory_fit import FitOffer
from quizapp.ui.settings.page import Copies, Habits, SettingsPage
from quizapp.ui.shell import HOME, LIBRARY, SETTINGS, side_below, side_pages
from quizapp.ui.study.cloze_view import ClozeView
from quizapp.ui.study.flashcard_view import FlashcardView
from quizapp.ui.study.list_view import ListView
from quizapp.ui.study.matching_view import MatchingView
from quizapp.ui.study.open_view import OpenView
from quizapp.ui.study.page import StudyPage
from quizapp.ui.study.typed_view import TypedView
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.window_settings import Chosen
from tests.builders import a_pack, a_question
from tests.screens import samples as s
from tests.screens.updates import NOTHING_FORESEEN, a_survey

Scene = Callable[[], QWidget]

RIGHT_DATE = s.judged(
    s.DATE,
    Typed("d. 5. sept. 1905"),
    Outcome.CORRECT,
    feedback="Rigtigt.",
    correct="5. september 1905",
    days=8,
)
ALMOST_DATE = s.judged(
    s.DATE,
    Typed("5/9"),
    Outcome.ALMOST,
    feedback="Dag og måned passer, men årstallet mangler.",
    correct="5. september 1905",
)
WRONG_NUMBER = s.judged(
    s.NUMBER,
    Typed("41.000"),
    Outcome.WRONG,
    feedback="41.000 er japanernes tab. Du har byttet om på de to hære.",
    correct="60.000 soldater",
)
NO_NUMBER = s.judged(
    s.NUMBER,
    Typed(""),
    Outcome.WRONG,
    feedback="Helt i orden – her er svaret.",
    correct="60.000 soldater",
    rule="G2",
)
ALMOST_TERM = s.judged(
    s.TERM,
    Typed("Manchueriet"),
    Outcome.ALMOST,
    feedback="Du har ret, men det staves »Manchuriet«.",
    correct="Manchuriet",
)
WRONG_CHOICE = s.judged(
    s.CHOICE,
    Picked(s.CHOICE.wrong[0].text),
    Outcome.WRONG,
    feedback=s.CHOICE.wrong[0].why,
    correct=s.CHOICE.right,
)
RIGHT_CHOICE = s.judged(
    s.CHOICE, Picked(s.CHOICE.right), Outcome.CORRECT, feedback="Rigtigt.", correct=s.CHOICE.right
)
ALMOST_MULTIPLE = s.judged(
    s.MULTIPLE,
    PickedMany((s.MULTIPLE.right[0], s.MULTIPLE.right[1], s.MULTIPLE.wrong[1].text)),
    Outcome.ALMOST,
    feedback="Du fandt 2 af 3, men 1 hører ikke med.",
    correct=", ".join(s.MULTIPLE.right),
)
WRONG_ORDER = s.judged(
    s.ORDERING,
    Ordered(s.SHOWN[s.ORDERING.id].options),
    Outcome.WRONG,
    feedback="Rækkefølgen er en anden – se den nedenfor.",
    correct=" – ".join(s.ORDERING.items),
)
WRONG_PAIRS = s.judged(
    s.MATCHING,
    Matched((s.MATCHING.pairs[0], (s.MATCHING.pairs[1][0], s.MATCHING.pairs[2][1]))),
    Outcome.WRONG,
    feedback="1 af 4 par passer.",
    correct="",
)
ALMOST_CLOZE = s.judged(
    s.CLOZE,
    TypedList(("sydlige", "Sakalin", "fred")),
    Outcome.ALMOST,
    feedback="2 af 3 huller passer.",
    correct="Japan fik den sydlige halvdel af øen Sakhalin, men ingen krigserstatning.",
    parts=(
        PartVerdict(given="sydlige", outcome=Outcome.CORRECT, expected="sydlige"),
        PartVerdict(given="Sakalin", outcome=Outcome.ALMOST, expected="Sakhalin"),
        PartVerdict(given="fred", outcome=Outcome.WRONG, expected="krigserstatning"),
    ),
)
ALMOST_LIST = s.judged(
    s.ENUMERATION,
    TypedList(("Rusland", "tyskland", "England")),
    Outcome.ALMOST,
    feedback="Du fandt 2 af 3, men England hører ikke med.",
    correct="Rusland, Tyskland og Frankrig",
    parts=(
        PartVerdict(given="Rusland", outcome=Outcome.CORRECT, expected="Rusland"),
        PartVerdict(given="tyskland", outcome=Outcome.CORRECT, expected="Tyskland"),
        PartVerdict(given="England", outcome=Outcome.WRONG),
    ),
)


def study(state: FlowState, *, then: Callable[[StudyPage], None] | None = None) -> Scene:
    """Return a scene that shows one state of a sitting, perhaps with something done to it."""

    def build() -> QWidget:
        page = StudyPage(SystemClock())
        page.show_turn(state, can_undo=isinstance(state, Judged))
        if then is not None:
            then(page)
        return page

    return build


def home(state: HomeState, **figures: int | None) -> Scene:
    """Return a scene of the home page in a state."""

    def build() -> QWidget:
        page = HomePage()
        page.show_today(s.today(state, **figures))
        return at_desk(page, HOME)

    return build


def printed() -> QWidget:
    """Return the page of a pack on paper, once it is laid out."""
    runner = TaskRunner()
    page = PrintPage(a_pack(a_question()), runner, _("Pakker"))
    waiting = QEventLoop()
    page.composed.connect(waiting.quit)
    waiting.exec()
    runner.stop()
    return at_desk(page, LIBRARY)


def at_desk(page: QWidget, code: str) -> QWidget:
    """Put a page beside the side-bar."""
    desk = DeskFrame(side_pages(), side_below())
    desk.show_page(page, code)
    return desk


def settings() -> QWidget:
    """Return the settings page with what the bank keeps."""
    page = SettingsPage(Chosen())
    page.show_habits(Habits(rollover_hour=4, is_dyslexia_friendly=False))
    workload = Workload(minutes=12, minutes_later=9, known=640, cards=1200)
    page.plan.show_price(page.plan.choice, workload)
    page.fit.show_state(FitOffer(targets=812, needed=200))
    page.show_copies(Copies(bank=Path("Quizapp/Freja/bank.quizbank"), count=3, newest="i går"))
    return at_desk(page, SETTINGS)


def library(*packs: PackOverview) -> Scene:
    """Return a scene of the library."""

    def build() -> QWidget:
        page = LibraryPage()
        page.show_packs(packs)
        return at_desk(page, LIBRARY)

    return build


def added(*, asks: bool = False, **figures: int | None) -> Scene:
    """Return a scene of the page that says what a pack would change."""
    values: dict[str, int | None] = dict.fromkeys(
        ("new", "changed", "retested", "restarted", "returned", "removed", "unchanged"), 0
    )
    values |= {"previous_version": None} | figures
    installed = Installed(
        pack=s.PACK,
        title=s.TITLE,
        version=5,
        has_licence=True,
        **values,  # type: ignore[arg-type]  # the keys are those of Installed
    )
    foreseen = a_survey(asks=asks) if installed.previous_version else NOTHING_FORESEEN
    return lambda: at_desk(AddPage(Survey(installed, foreseen)), LIBRARY)


def _asked(error: QuizappError) -> QWidget:
    return at_desk(AskPage(error), LIBRARY)


def _refused() -> QWidget:
    error = QuizappError("not_a_bank", file="danmarkshistorie-1.quizpack")
    return at_desk(RefusedPage(Path("Overførsler/danmarkshistorie-1.quizpack"), error), LIBRARY)


def over(opened: type[FindHandling | KeyHelp]) -> Scene:
    """Return a scene of a panel over the home page."""

    def build() -> QWidget:
        desk = home(HomeState.HALF_WAY)()
        desk.resize(1180, 800)
        actions = Actions(desk)
        off = ("question.", "learner.", "go.exam", "go.study", "go.progress", "go.auth")
        for command, action in actions.available():
            action.setEnabled(not command.code.startswith(off))
        opened(actions, desk).open()
        return desk

    return build


PACKS = (
    PackOverview(
        id=s.PACK,
        title=s.TITLE,
        version=1,
        questions=114,
        due=14,
        new=36,
        license="CC BY-SA 4.0",
        source="shipped",
    ),
    PackOverview(
        id=PackId("kanon"),
        title="Historiekanonen på tidslinje",
        version=3,
        questions=92,
        due=0,
        new=0,
        license="",
        source="file",
    ),
)


def _type(page: StudyPage, *texts: str) -> None:
    assert page.card is not None
    view = page.card.view
    if isinstance(view, TypedView):
        view.field.set_text(texts[0])
    elif isinstance(view, ListView):
        view.field.set_answers(texts)
    elif isinstance(view, ClozeView):
        view.text.set_answers(texts)


def _compare(page: StudyPage) -> None:
    assert page.card is not None
    view = page.card.view
    assert isinstance(view, OpenView)
    view.edit.setPlainText(
        "Japan vandt krigen, for de slog russerne ved Port Arthur og Mukden og fik Korea. Men"
        " freden var et kompromis: Rusland slap for at betale, og derfor var der uro i Tokyo."
    )
    view.submit()


def _turn(page: StudyPage) -> None:
    assert page.card is not None
    assert isinstance(page.card.view, FlashcardView)
    page.card.view.turn()


def _pair(page: StudyPage) -> None:
    assert page.card is not None
    assert isinstance(page.card.view, MatchingView)
    page.card.view.board.set_pairs({0: 1, 1: 3, 2: 0})


def _fail(page: StudyPage) -> None:
    _type(page, "5. september 1905")
    page.show_failure(QuizappError("disk_full"))


def _with_hint(state: Asking) -> Asking:
    return s.asking(state.question, hint=state.question.hint)


SCENES: dict[str, Scene] = {
    "01_i_dag": home(HomeState.HALF_WAY),
    "01_klar": home(HomeState.READY, done=0, minutes_done=0),
    "01_kun_nye": home(HomeState.ONLY_NEW, due=0, done=0, minutes_done=0),
    "01_faerdig": home(HomeState.DONE, due=0, new=0, minutes=0),
    "01_alt_laert": home(HomeState.ALL_LEARNT, due=0, new=0, minutes=0, next_day=s.STUDY_DAY + 9),
    "01b_efter_pause": home(HomeState.BACK_AFTER_WEEKS, done=0, minutes_done=0, minutes=48),
    "02_foerste_start": home(HomeState.FIRST_START, done=0, minutes_done=0),
    "02_ingen_pakker": home(HomeState.NO_PACKS),
    "03_dato": study(s.asking(s.DATE)),
    "03_dato_skrevet": study(s.asking(s.DATE), then=lambda page: _type(page, "5/9")),
    "03_dato_hint": study(_with_hint(s.asking(s.DATE))),
    "03_dato_disk_fuld": study(s.asking(s.DATE), then=_fail),
    "03_tal": study(s.asking(s.NUMBER, is_new=True)),
    "03_skriv": study(s.asking(s.TERM)),
    "04_dato_naesten": study(ALMOST_DATE),
    "04b_dato_rigtigt": study(RIGHT_DATE),
    "05_tal_forkert": study(WRONG_NUMBER),
    "05_tal_ved_ikke": study(NO_NUMBER),
    "05_skriv_naesten": study(ALMOST_TERM),
    "06_valg": study(s.asking(s.CHOICE)),
    "06_valg_forkert": study(WRONG_CHOICE),
    "06_valg_rigtigt": study(RIGHT_CHOICE),
    "07_flervalg": study(s.asking(s.MULTIPLE)),
    "07_flervalg_naesten": study(ALMOST_MULTIPLE),
    "08_raekkefoelge": study(s.asking(s.ORDERING)),
    "08_raekkefoelge_forkert": study(WRONG_ORDER),
    "09_par": study(s.asking(s.MATCHING), then=_pair),
    "09_par_forkert": study(WRONG_PAIRS),
    "10_indsaet": study(
        s.asking(s.CLOZE), then=lambda page: _type(page, "sydlige", "Sakhalin", "")
    ),
    "10_indsaet_naesten": study(ALMOST_CLOZE),
    "11_liste": study(
        s.asking(s.ENUMERATION), then=lambda page: _type(page, "Rusland", "tyskland")
    ),
    "11_liste_naesten": study(ALMOST_LIST),
    "12a_kort": study(s.asking(s.FLASHCARD)),
    "12b_kort_vendt": study(s.asking(s.FLASHCARD), then=_turn),
    "13_aabent": study(s.asking(s.OPEN)),
    "13_aabent_sammenlign": study(s.asking(s.OPEN), then=_compare),
    "14_laesetekst": study(WRONG_CHOICE, then=lambda page: page.show_text(s.PASSAGES)),
    "15_faerdig": study(s.FINISHED),
    "19_bibliotek": library(*PACKS),
    "19_bibliotek_tomt": library(),
    "20_pakke_ny": added(new=114),
    "20_pakke_opdatering": added(previous_version=4, new=6, changed=9, retested=1, removed=2),
    "20_pakke_valg": added(asks=True, previous_version=4, new=6, changed=9, retested=1, removed=2),
    "20_pakke_udskriv": printed,
    "20_pakke_anden": lambda: _asked(QuizappError("other_edition", author="Lærer Holm")),
    "20_pakke_aeldre": lambda: _asked(QuizappError("older_version", file="2", yours="5")),
    "20_pakke_laeses": lambda: at_desk(BusyPage(reading_words()), LIBRARY),
    "20_pakke_skrives": lambda: at_desk(BusyPage(adding_words("Krige", is_update=True)), LIBRARY),
    "24_indstillinger": settings,
    "25_find_handling": over(FindHandling),
    "25_genvejstaster": over(KeyHelp),
    "26_fejl": _refused,
    "15_meld_fejl": study(ALMOST_DATE, then=StudyPage.open_report),
}
