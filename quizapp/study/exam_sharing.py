"""How the exams ahead share the minutes of today."""

from dataclasses import replace

from quizapp.base.texts import Message
from quizapp.scheduling.exam import ExamPlanning, Prices, Purpose, exams_ahead
from quizapp.scheduling.exam_plan import plan_today

TWO = 2


def sharing_of(
    planning: ExamPlanning, exam: int, title: str, prices: Prices | None = None
) -> Message | None:
    """Return the sentence that tells which part of today's plan an exam gets.

    None where it has the minutes for itself, and on a day on which nothing is planned any more.
    ``prices`` of a forecast made just before save most of the work.
    """
    count = len(exams_ahead(planning))
    if count < TWO:
        return None
    share = share_of(replace(planning, prices=prices or planning.prices), exam)
    if share is None:
        return None
    p = round(100 * share)
    if count == TWO:
        return Message("exam.shared", {"a": title, "p": p})
    return Message("exam.shared_by_more", {"n": count, "a": title, "p": p})


def share_of(planning: ExamPlanning, exam: int) -> float | None:
    """Return which share (0–1) of the seconds planned today is for an exam.

    What serves several exams is time for each of them, in equal parts; None without any plan.
    """
    ahead = exams_ahead(planning)
    own = whole = 0.0
    for planned in plan_today(planning).cards:
        whole += planned.seconds
        askers = [it.exam for it in ahead if it.cards.get(planned.card, 0.0) > 0]
        if planned.purpose == Purpose.EXAM and exam in askers:
            own += planned.seconds / len(askers)
    return own / whole if whole else None
