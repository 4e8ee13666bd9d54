"""Proposals for a pack's author: wordings a learner said were right, and reported mistakes."""

import json
from dataclasses import dataclass

from quizapp.bank.bank import Bank
from quizapp.base.ids import PackId, QuestionId
from quizapp.questions.answer_form import right_answer
from quizapp.questions.answers import Typed, TypedList
from quizapp.questions.kinds import Question
from quizapp.questions.stored import read_stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One thing to tell the author.

    ``given`` is a wording that the learner says is as right as ``answer``; ``report`` is what she
    says is wrong. One of the two is empty; ``answer`` is empty with a report.
    """

    pack: PackId
    question: QuestionId
    rev: int
    prompt: str
    answer: str = ""
    given: str = ""
    report: str = ""


def proposals(bank: Bank) -> list[Proposal]:
    """Return what has been noted for the authors: wordings, then reports, each as it came."""
    with bank.read() as reader:
        wordings, reports = reader.kept_wordings(), reader.kept_reports()
    found: list[Proposal] = []
    for kept in wordings:
        question = read_stored(json.loads(kept.body))
        found.append(
            Proposal(
                pack=kept.pack,
                question=kept.question,
                rev=kept.rev,
                prompt=question.line,
                answer=_answer_at(question, kept.gap),
                given=kept.wording,
            )
        )
    for report in reports:
        question = read_stored(json.loads(report.body))
        found.append(
            Proposal(
                pack=report.pack,
                question=report.question,
                rev=report.rev,
                prompt=question.line,
                report=report.text,
            )
        )
    return found


def _answer_at(question: Question, gap: int) -> str:
    """Return the author's answer at a place; a newer version may have fewer."""
    right = right_answer(question)
    if isinstance(right, TypedList):
        return right.texts[gap] if gap < len(right.texts) else ""
    return right.text if isinstance(right, Typed) else ""
