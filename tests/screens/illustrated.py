"""Questions with pictures and sounds, in every state, built from values."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.base.clock import SystemClock
from quizapp.base.ids import QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.questions.answers import Matched, Picked
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import (
    Category,
    Choice,
    Kind,
    Matching,
    MultipleChoice,
    Ordering,
    Question,
    WrongOption,
)
from quizapp.questions.pack import Medium
from quizapp.study.flow import FlowState, Picture, Shown
from quizapp.study.mock_values import MockResult
from quizapp.study.timeline import Timeline
from quizapp.ui.editor.question_form import QuestionForm
from quizapp.ui.practice.timeline_page import TimelinePage
from quizapp.ui.study.page import StudyPage
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.frame import PageScroll
from quizapp.ui.widgets.picture import content_of
from quizapp.ui.widgets.picture_viewer import PictureViewer
from quizapp.ui.widgets.sound import SoundPart
from tests.screens import samples as s
from tests.screens.mocks import a_mark, a_result, result
from tests.screens.practising import a_line
from tests.screens.scenes import Scene

MEDIA = Path(__file__).parents[2] / "content" / "portsmouth-1905" / "media"
ALTS = {
    "a": "Skitse af Sakhalin. Ingen del af øen er farvet.",
    "b": "Skitse af Sakhalin. Delen nord for linjen er farvet.",
    "c": "Skitse af Sakhalin. Delen syd for linjen er farvet.",
    "d": "Skitse af Sakhalin. Hele øen er farvet.",
}
MAPS = {
    f"Kort {letter.upper()}": Picture(
        MEDIA / f"sakhalin-{letter}.svg",
        Medium(
            name=f"sakhalin-{letter}.svg",
            creator="Quizapps bidragydere",
            license="CC-BY-SA-4.0",
            alt=alt,
        ),
    )
    for letter, alt in ALTS.items()
}
WRONG = tuple(WrongOption(text) for text in MAPS if text != "Kort C")
CHOICE = Choice(
    id=QuestionId("billede-valg"),
    category=Category.PLACE,
    prompt="På hvilket kort er den del af Sakhalin, som Japan fik i 1905, farvet?",
    explanation="Japan fik delen syd for den 50. breddegrad.",
    right="Kort C",
    wrong=WRONG,
    shuffle=False,
)
SEVERAL = MultipleChoice(
    id=QuestionId("billede-flervalg"),
    category=Category.PLACE,
    prompt="På hvilke kort er den sydlige del farvet?",
    right=("Kort C", "Kort D"),
    wrong=WRONG[:2],
)
ORDERING = Ordering(
    id=QuestionId("billede-orden"),
    category=Category.DATE,
    prompt="Sæt kortene i orden efter, hvor meget der er farvet.",
    sequence=(("Kort A",), ("Kort C",), ("Kort B",), ("Kort D",)),
)
MATCHING = Matching(
    id=QuestionId("billede-par"),
    category=Category.PLACE,
    prompt="Hvad viser kortene?",
    pairs=(("Nord", "Kort B"), ("Syd", "Kort C"), ("Det hele", "Kort D")),
    spare=("Kort A",),
)
SHOWN = {
    CHOICE.id: Shown(options=tuple(MAPS), at_options=MAPS, explaining=MAPS["Kort C"]),
    SEVERAL.id: Shown(options=tuple(MAPS), at_options=MAPS),
    ORDERING.id: Shown(options=("Kort D", "Kort B", "Kort A", "Kort C"), at_options=MAPS),
    MATCHING.id: Shown(left=("Nord", "Syd", "Det hele"), right=tuple(MAPS), at_options=MAPS),
    s.DATE.id: Shown(picture=MAPS["Kort B"]),
}


def _asked(question: Question) -> Scene:
    state = s.asking(question)
    return lambda: _page(replace(state, shown=SHOWN[question.id]))


def _page(state: FlowState) -> StudyPage:
    page = StudyPage(SystemClock())
    page.show_turn(state, can_undo=True)
    return page


def _judged() -> StudyPage:
    feedback = "Det er delen nord for linjen."
    judged = s.judged(CHOICE, Picked("Kort B"), Outcome.WRONG, feedback=feedback, correct="Kort C")
    return _page(replace(judged, asking=replace(judged.asking, shown=SHOWN[CHOICE.id])))


def _judged_pairs() -> StudyPage:
    answer = Matched((("Nord", "Kort B"), ("Syd", "Kort A")))
    judged = s.judged(
        MATCHING, answer, Outcome.WRONG, feedback="1 af 3 er rigtige.", correct="Nord – Kort B"
    )
    return _page(replace(judged, asking=replace(judged.asking, shown=SHOWN[MATCHING.id])))


def _large() -> QWidget:
    page = _page(replace(s.asking(CHOICE), shown=SHOWN[CHOICE.id]))
    picture = MAPS["Kort C"]
    viewer = PictureViewer(page, content_of(picture.path), picture.medium)
    viewer.open_by(page)
    return page


def line_with_pictures() -> Timeline:
    """Return a line to which an event with pictures comes next."""
    line = a_line(4, 3)
    shown = Shown(picture=MAPS["Kort A"], explaining=MAPS["Kort C"])
    first, *others = line.coming
    return replace(line, coming=(replace(first, shown=shown), *others))


def _lay() -> QWidget:
    page = TimelinePage(SystemClock())
    page.show_line(line_with_pictures(), can_undo=False)
    return page


def _laid() -> QWidget:
    page, line = TimelinePage(SystemClock()), line_with_pictures()
    judged = line.judge(0)
    page.show_laid(judged, line.lay(judged))
    return page


def _sound() -> QWidget:
    card = Card()
    medium = Medium(name="tale.ogg", creator="DR", license="CC-BY-4.0", alt="Tale fra 1945")
    part = SoundPart(Path("tale.ogg"), medium, find=lambda _name: None, otherwise=lambda _: False)
    part.toggle()
    card.body.addWidget(part)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(card)
    column.addStretch(1)
    return page


def _form() -> QWidget:
    """A choice being written, with a picture at an option and one that has lost its own."""
    form = QuestionForm(Kind.CHOICE, ())
    fields: dict[str, Plain] = {
        "id": "a",
        "type": "valg",
        "spørgsmål": CHOICE.prompt,
        "rigtigt": "Kort C",
        "forkerte": ["Kort A", {"Kort B": "Den nordlige del beholdt Rusland."}],
        "billeder": [{"Kort C": "sakhalin-c.svg"}, {"Kort Æ": "sakhalin-d.svg"}],
        "forklaringsbillede": "sakhalin-c.svg",
    }
    form.show_fields(fields, MEDIA.parent)
    for part in form.all_pictures():
        part.show_medium(MAPS["Kort C"].medium)
    page = PageScroll(520)
    page.column.addWidget(form)
    return page


def _marked() -> MockResult:
    """Return a mock exam in which one answer was a wrong map."""
    shown = Shown(
        picture=MAPS["Kort A"],
        at_options={text: MAPS[text] for text in ("Kort B", "Kort C")},
        explaining=MAPS["Kort C"],
    )
    read = a_mark(0, Outcome.WRONG, "Kort B")
    read = replace(read, question=CHOICE, correct="Kort C", kind=Kind.CHOICE, shown=shown)
    return replace(a_result(), marked=(read, *a_result().marked[1:]))


ILLUSTRATED: dict[str, Scene] = {
    "billede_proeveeksamen_resultat": result(_marked(), unfolded=0),
    "billede_spoergsmaal": _asked(s.DATE),
    "billede_valg": _asked(CHOICE),
    "billede_valg_bedoemt": _judged,
    "billede_flervalg": _asked(SEVERAL),
    "billede_orden": _asked(ORDERING),
    "billede_par": _asked(MATCHING),
    "billede_par_bedoemt": _judged_pairs,
    "billede_tidslinje": _lay,
    "billede_tidslinje_lagt": _laid,
    "billede_stort": _large,
    "billede_lyd": _sound,
    "billede_formular": _form,
}
