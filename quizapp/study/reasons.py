"""Says why a card is asked now."""

from quizapp.base.texts import Message, day_text
from quizapp.scheduling.day import date_of
from quizapp.scheduling.queue import Reason, Why


def reason_of(why: Why, study_day: int) -> Message:
    """Return the sentence behind »Hvorfor nu?«."""
    if why.exam:
        return _for_exam(why, study_day)
    if why.reason in {Reason.DUE, Reason.OVERDUE} and why.recall is not None:
        last_day = study_day if why.last_day is None else why.last_day
        when = day_text(date_of(last_day), date_of(study_day))
        return Message("study.why.due", {"when": when, "percent": round(100 * why.recall)})
    if why.reason == Reason.NEW:
        if why.topic:
            return Message("study.why.new", {"topic": why.topic})
        return Message("study.why.new_plain")
    return Message(f"study.why.{why.reason.value}")


def _for_exam(why: Why, study_day: int) -> Message:
    if why.recall is None or why.last_day is None:
        return Message("study.why.exam", {"exam": why.exam})
    when = day_text(date_of(why.last_day), date_of(study_day))
    percent = round(100 * why.recall)
    return Message("study.why.exam_known", {"exam": why.exam, "when": when, "percent": percent})
