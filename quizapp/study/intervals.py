"""What each rating of a self-rated card would decide, before it is given."""

from quizapp.bank.bank import Reader
from quizapp.grading.grade import grade
from quizapp.grading.verdict import Outcome
from quizapp.questions.answers import Answer, Rated, WrittenAndRated
from quizapp.questions.kinds import Flashcard, Open
from quizapp.scheduling.due import DueRules
from quizapp.scheduling.evidence import after, moves_memory
from quizapp.scheduling.memory import Mode, Rating
from quizapp.study.recording import Posed, Setting, decided_day, evidence_of

AGAIN_IN_THIS_ROUND = 0


def intervals_of(reader: Reader, posed: Posed, setting: Setting) -> tuple[int, ...]:
    """Return the days until each rating's next time, 1 to 4; nothing for marked kinds.

    Zero means that the card comes again in this round. Practice decides nothing.
    """
    if not isinstance(posed.question, Flashcard | Open) or setting.mode == Mode.PRACTICE:
        return ()
    study_day = setting.study_day
    fold = reader.current_fold()
    memory = reader.memory(posed.asked.card_id)
    rules = DueRules(desired_retention=setting.desired_retention, weights=fold.weights)
    days: list[int] = []
    for rating in Rating:
        answer = _answer(posed, rating)
        verdict = grade(posed.question, answer, posed.marking)
        evidence = evidence_of(posed, answer, verdict)
        due = memory.due_day if memory.due_day is not None else study_day
        if moves_memory(memory.state, evidence, study_day):
            state = after(memory.state, evidence, study_day, fold.weights)
            due = decided_day(reader, posed.asked, state, rules)
        is_failed = verdict.outcome is Outcome.WRONG
        days.append(AGAIN_IN_THIS_ROUND if is_failed else max(due - study_day, 0))
    return tuple(days)


def _answer(posed: Posed, rating: Rating) -> Answer:
    is_card = isinstance(posed.question, Flashcard)
    return Rated(int(rating)) if is_card else WrittenAndRated("", int(rating))
