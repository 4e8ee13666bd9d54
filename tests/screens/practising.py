"""Timelines and reading, in every state, built from values."""

from quizapp.base.clock import SystemClock
from quizapp.base.ids import CardKey, QuestionId
from quizapp.notation.dates import Precision
from quizapp.notation.written import WrittenDate
from quizapp.questions.keys import DateKey
from quizapp.questions.pack import Passage
from quizapp.study.leaves import Leaf
from quizapp.study.reading import ReadingPart
from quizapp.study.timeline import Event, Timeline, days_of
from quizapp.ui.practice.read_page import ReadPage
from quizapp.ui.practice.timeline_page import TimelinePage
from tests.screens import samples as s
from tests.screens.scenes import Scene

EVENTS = (
    ("23. april 1895", "I hvilket årti fandt den tredobbelte intervention sted?"),
    ("1868", "I hvilket år fandt Meiji-restaurationen i Japan sted?"),
    ("1894–1895", "Fra hvilket år til hvilket år førte Japan krig mod Kina?"),
    ("8. februar 1904", "På hvilken dato blev Port Arthur angrebet?"),
    ("5. september 1905", "På hvilken dato blev Portsmouth-traktaten underskrevet?"),
    ("27. marts 1898", "I hvilket år lejede Rusland Port Arthur af Kina?"),
    ("44 f.Kr.", "I hvilket år blev Cæsar myrdet i senatet i Rom?"),
    ("30. januar 1902", "I hvilket år indgik Japan en alliance med Storbritannien?"),
    ("10. marts 1905", "I hvilken måned og hvilket år sluttede slaget ved Mukden?"),
    ("27. maj 1905", "På hvilken dato begyndte søslaget ved Tsushima?"),
)
TEXT = (
    "Natten mellem den 8. og 9. februar 1904 angreb japanske torpedobåde den russiske flåde ved"
    " Port Arthur. Russerne var uforberedte, og Japan fik overtaget til søs fra første nat."
)


def an_event(number: int) -> Event:
    """Return one of the events, as a question about its year."""
    written, title = EVENTS[number]
    key = DateKey(value=WrittenDate.read(written), precision=Precision.DAY)
    asked, exact = days_of(key)
    return Event(
        card=CardKey(s.PACK, QuestionId(f"d-{number}"), ""),
        title=title,
        date=written,
        asked=asked,
        exact=exact,
        category="dato",
        pack_title=s.TITLE,
        hint="Tre år efter at Japan måtte give halvøen tilbage.",
        explanation="Lejeaftalen gjaldt i 25 år. Set fra Tokyo havde Rusland selv taget det, som"
        " det få år før havde nægtet Japan.",
    )


def a_line(laid: int, coming: int) -> Timeline:
    """Return a line with so many events on it and so many to come."""
    line = Timeline.begun(tuple(an_event(at) for at in range(laid + coming)))
    while len(line.laid) < laid:
        line = line.lay(line.judge(line.judge(None).place))
    return line


def laying(line: Timeline, *, place: int | None = None, hint: bool = False) -> Scene:
    """Return a scene of a line with an event to lay, the place perhaps moved."""

    def build() -> TimelinePage:
        page = TimelinePage(SystemClock())
        page.show_line(line, can_undo=bool(line.past))
        if place is not None:
            page.board.move_to(place)
        if hint:
            page.show_hint()
        return page

    return build


def laid(line: Timeline, place: int | None) -> Scene:
    """Return a scene of how a place was."""

    def build() -> TimelinePage:
        page = TimelinePage(SystemClock())
        page.show_line(line, can_undo=False)
        how = line.judge(place)
        page.show_laid(how, line.lay(how))
        return page

    return build


def reading(at: int = 0) -> Scene:
    """Return a scene of a passage with its questions."""

    def build() -> ReadPage:
        leaf = Leaf(
            card=CardKey(s.PACK, QuestionId("sp-1"), ""),
            category="dato",
            pack_title=s.TITLE,
            front="Hvornår angreb Japan den russiske flåde ved Port Arthur?",
            back="8. februar 1904",
            explanation="Angrebet kom før krigserklæringen.",
        )
        parts = tuple(
            ReadingPart(Passage(mark=f"afsnit-{n}", heading="Krigen", body=TEXT), (leaf, leaf))
            for n in range(1, 10)
        )
        page = ReadPage()
        page.show_text(parts)
        for _step in range(at):
            page.main.click()
        return page

    return build


PRACTISING: dict[str, Scene] = {
    "29_tidslinje": laying(a_line(5, 4), place=3),
    "29_tidslinje_begyndt": laying(a_line(1, 9)),
    "29_tidslinje_hint": laying(a_line(3, 4), hint=True),
    "29_tidslinje_lang": laying(a_line(9, 1), place=4),
    "29_tidslinje_rigtigt": laid(a_line(5, 4), 3),
    "29_tidslinje_naesten": laid(a_line(5, 4), 2),
    "29_tidslinje_forkert": laid(a_line(5, 4), 0),
    "29_tidslinje_ved_ikke": laid(a_line(9, 1), None),
    "29_tidslinje_slut": laying(a_line(10, 0)),
    "28_laes": reading(),
    "28_laes_sidste": reading(8),
}
