"""The library in its states, built from values."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.library.own_texts import OwnTexts
from quizapp.questions.kinds import Basis, Category, Kind
from quizapp.scheduling.day import date_of
from quizapp.study.found import Choices, Detail, Found, Hit, Packed, Past, Wanted
from quizapp.study.story import CardStory, CurvePart, CurvePoint
from quizapp.ui.forms.own_version_box import OwnVersionBox
from quizapp.ui.library.questions_page import QuestionsPage
from quizapp.ui.shell import LIBRARY
from tests.screens import samples as s
from tests.screens.scenes import Scene, at_desk

PROMPTS = (
    ("Hvor mange artikler har Portsmouth-traktaten?", Category.NUMBER, 0.31, 0),
    ("Hvilken dato angreb Japan Port Arthur?", Category.DATE, 0.44, 0),
    ("Hvilket anlæg forbandt Port Arthur med regionen?", Category.TERM, 0.52, 0),
    ("På hvilken dato blev Portsmouth-traktaten underskrevet?", Category.DATE, 0.58, 1),
    ("Hvorfor var Port Arthur så vigtig for Rusland?", Category.CAUSE, 0.62, 3),
    ("Hvad gav Portsmouth-traktaten Japan?", Category.CONSEQUENCE, 0.69, 6),
    ("I hvilken delstat ligger Portsmouth?", Category.PLACE, 0.81, 40),
    ("Hvem overtog Port Arthur ved freden?", Category.CONSEQUENCE, None, None),
)


def a_hit(number: int) -> Hit:
    """Return one of the questions about Portsmouth."""
    prompt, category, recall, days = PROMPTS[number]
    card = CardKey(s.PACK, QuestionId(f"sp-{number}"))
    return Hit(
        question=number,
        cards=(card,),
        speaking=card,
        kind=Kind.DATE if category is Category.DATE else Kind.TERM,
        category=category,
        pack_title=s.TITLE,
        prompt=prompt,
        recall=recall,
        days_until=days,
        is_paused=number == 5,
        is_failing=number == 0,
        has_note=number == 3,
    )


def a_story() -> CardStory:
    """Return four answers with the memory that they led to."""
    days = (0, 9, 20, 26)
    ends = (9, 20, 26, 31)
    first = s.STUDY_DAY - 31
    parts = tuple(
        CurvePart(
            score=score,
            points=tuple(
                CurvePoint(day=first + start + step, recall=1.0 - 0.03 * step)
                for step in range(end - start + 1)
            ),
        )
        for start, end, score in zip(days, ends, (0.0, 1.0, 1.0, 0.5), strict=True)
    )
    return CardStory(
        study_day=s.STUDY_DAY,
        answers=4,
        forgotten=1,
        is_leech=False,
        recall=0.58,
        stability_days=9.4,
        due_day=s.STUDY_DAY + 1,
        interval_days=6,
        parts=parts,
    )


def a_detail(*, note: str = "") -> Detail:
    """Return the date of the treaty, answered three times."""

    def past(days: int, outcome: Outcome, written: str) -> Past:
        return Past(
            study_day=s.STUDY_DAY - days,
            outcome=outcome,
            written=written,
            rating=None,
            is_practice=days == 5,
            is_overruled=False,
        )

    return Detail(
        hit=a_hit(3),
        answer="5. september 1905",
        explanation="Traktaten blev underskrevet på flådeværftet i Portsmouth.",
        basis=Basis.TEXT,
        note=note,
        study_day=s.STUDY_DAY,
        story=a_story(),
        past=(
            past(5, Outcome.ALMOST, "5/9"),
            past(11, Outcome.CORRECT, "5. sept. 1905"),
            past(31, Outcome.WRONG, "9/5 1905"),
        ),
    )


def a_page(
    text: str = "", questions: tuple[int, ...] = tuple(range(len(PROMPTS)))
) -> QuestionsPage:
    """Return the page with what was found for a text."""
    page = QuestionsPage(date_of(s.STUDY_DAY))
    choices = Choices(
        packs=((s.PACK, s.TITLE), (PackId("dk.en.anden"), "Sønderjylland")), topics=("Krigen",)
    )
    page.show_choices(choices)
    page.search.edit.setText(text)
    page.list.rows.put(a_hit(number) for number in questions)
    page.show_found(Found(wanted=Wanted(text=text), questions=questions, total=246))
    return page


def library() -> QWidget:
    """Return the page while something is looked for, one question beside the list."""
    page = a_page("port")
    page.show_detail(a_detail())
    page.list.go_to(3)
    return at_desk(page, LIBRARY)


def library_note() -> QWidget:
    """Return the page with a note on the question beside the list."""
    page = a_page()
    page.show_detail(a_detail(note="P som Portsmouth og P som punktum for krigen."))
    return at_desk(page, LIBRARY)


def library_own() -> QWidget:
    """Return the page with a question in the learner's own words."""
    page = a_page()
    page.show_detail(an_own_detail())
    return at_desk(page, LIBRARY)


def library_own_writing() -> QWidget:
    """Return the page while an own version is written."""
    page = a_page()
    page.show_detail(an_own_detail())
    assert page.detail is not None
    box = OwnVersionBox(
        OwnTexts(
            kind=Kind.DATE,
            prompt="Hvornår blev freden i Portsmouth skrevet under?",
            answers={"svar": "5. september 1905", "nøjagtighed": "dag"},
            hint="",
            explanation="Fem til ni: den 5. i den 9.",
        )
    )
    page.detail.show_own(box)
    box.show_error("»5/13« er ikke en dato.")
    return at_desk(page, LIBRARY)


def library_own_pairs() -> QWidget:
    """Return the page while the pairs of a question are written anew."""
    page = a_page()
    page.show_detail(an_own_detail())
    assert page.detail is not None
    box = OwnVersionBox(
        OwnTexts(
            kind=Kind.MATCHING,
            prompt="Forbind årsag og virkning.",
            answers={
                "par": [
                    {"Ingen krigserstatning til Japan": "Protester i Tokyo"},
                    {"Store tab og dyr krigsførelse": "Begge lande søgte fred"},
                ],
                "overskydende": ["Korea blev delt"],
            },
            hint="",
            explanation="",
        )
    )
    page.detail.show_own(box)
    return at_desk(page, LIBRARY)


def an_own_detail() -> Detail:
    """Return the date of the treaty in the learner's own words, with a wording of her own."""
    detail = a_detail()
    prompt = "Hvornår blev freden i Portsmouth skrevet under?"
    return replace(
        detail,
        hit=replace(detail.hit, prompt=prompt),
        explanation="Fem til ni: den 5. i den 9.",
        packed=Packed(prompt=PROMPTS[3][0], answer=detail.answer, explanation=detail.explanation),
        wordings=("femte i niende 1905",),
    )


def library_several() -> QWidget:
    """Return the page with several questions chosen."""
    page = a_page()
    page.list.selectAll()
    return at_desk(page, LIBRARY)


def library_nothing() -> QWidget:
    """Return the page where nothing fits."""
    return at_desk(a_page("Napoleon", ()), LIBRARY)


LIBRARY_SCENES: dict[str, Scene] = {
    "19_spoergsmaal": library,
    "19_spoergsmaal_note": library_note,
    "19_spoergsmaal_egen": library_own,
    "19_spoergsmaal_egen_skrives": library_own_writing,
    "19_spoergsmaal_egen_par": library_own_pairs,
    "19_spoergsmaal_flere": library_several,
    "19_spoergsmaal_ingen": library_nothing,
}
