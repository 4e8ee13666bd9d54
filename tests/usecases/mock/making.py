"""Packs and papers for tests of mock exams."""

from collections.abc import Callable
from dataclasses import replace

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.base.ids import CardKey
from quizapp.grading.verdict import Outcome
from quizapp.questions.answer_form import right_answer
from quizapp.questions.answers import Answer, Typed
from quizapp.questions.pack import Pack
from quizapp.scheduling.memory import Mode
from quizapp.study.mock_exams import MockExams
from quizapp.study.mock_values import MockResult, MockWish, Paper, Sheet
from tests.builders import (
    LOG,
    Rows,
    a_choice,
    a_flashcard,
    a_pack,
    a_question,
    rows_of,
)

WRONG = Typed("noget helt andet")
OURS = ("mock_exam", "mock_exam_answer")


def the_questions() -> Pack:
    return a_pack(
        *(a_question(f"b-{n}", emner=["krigen"]) for n in range(4)),
        *(a_question(f"p-{n}", kategori="person", emner=["freden"]) for n in range(4)),
        a_question("d", type="dato", kategori="dato", svar="5. september 1905", nøjagtighed="dag"),
        a_choice("v"),
        a_question("l", type="liste", svar=["Rusland", "Japan"]),
        a_flashcard("k"),
        a_question("o", type="åbent", svar=None, modelsvar="Fordi."),
    )


def begun(mocks: MockExams, count: int = 20, minutes: int | None = None, seed: int = 1) -> Paper:
    return mocks.begin(MockWish(count=count, minutes=minutes, seed=seed))


def keys(paper: Paper) -> list[CardKey]:
    return [sheet.asking.card for sheet in paper.sheets]


def place_of(paper: Paper, question: str) -> int:
    return [str(card.question) for card in keys(paper)].index(question)


def fill(
    mocks: MockExams, paper: Paper, clock: FixedClock, answer: Callable[[Sheet], Answer | None]
) -> None:
    for place, sheet in enumerate(paper.sheets):
        clock.move(seconds=20)
        mocks.save(paper.mock_id, place, replace(sheet, answer=answer(sheet), elapsed_ms=20_000))


def rightly(sheet: Sheet) -> Answer:
    return right_answer(sheet.asking.question)


def marked(result: MockResult) -> dict[str, Outcome]:
    return {one.card.question: one.outcome for one in result.marked}


def handed_in(mocks: MockExams, clock: FixedClock, wrong: str = "b-0") -> MockResult:
    paper = begun(mocks)
    fill(mocks, paper, clock, lambda it: WRONG if it.asking.card.question == wrong else rightly(it))
    return mocks.hand_in(paper.mock_id)


def memory_rows(bank: Bank) -> Rows:
    """Return all rows that are not the log's nor the mock exam's own: what the learner knows."""
    return rows_of(bank.path, without=(*LOG, *OURS))


def modes(bank: Bank) -> list[Mode]:
    with bank.read() as reader:
        return [review.mode for review in reader.log() if not review.is_retracted]
