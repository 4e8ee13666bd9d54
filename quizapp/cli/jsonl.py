"""A sitting spoken in JSON lines (`cli.md`): the question out, the answer in, the reply out."""

import json
from datetime import datetime
from typing import cast

from quizapp.base.errors import QuizappError
from quizapp.base.texts import Message, _, say
from quizapp.cli.context import Context
from quizapp.cli.questions import question_keys
from quizapp.questions.answer_form import (
    AnswerFormError,
    Plain,
    plain_answer,
    read_answer,
    right_answer,
)
from quizapp.questions.kinds import Flashcard, Open, Question, kind_of
from quizapp.scheduling.day import date_of
from quizapp.study.flow import Asking, Judged
from quizapp.study.recording import Given
from quizapp.study.sitting import Sitting

CONFIDENCES = (1, 2, 3)


class LineError(Exception):
    """A line that cannot be taken; the card is still asked."""

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code)
        self.message = Message(f"study.{code}", fields)


class Talk:
    """One sitting over two streams; what has been replied has been committed."""

    def __init__(self, context: Context, sitting: Sitting) -> None:
        self._context = context
        self._sitting = sitting

    def hold(self) -> None:
        """Ask until nothing is left, the limit is reached or the input ends."""
        ready = self._sitting.ready
        self._context.write({"ready": True, "due": ready.due, "new": ready.new})
        is_new_question = True
        while isinstance(state := self._sitting.state, Asking):
            if is_new_question:
                self._context.write(question_keys(state))
            line = self._context.source.readline()
            if not line:
                break
            is_new_question = self._take(state, line)
        summary = self._sitting.stop().summary
        self._context.write({"done": True, "reviews": summary.reviews})

    def _take(self, asking: Asking, line: str) -> bool:
        """Act on one line; says whether a question is to be asked anew."""
        if not line.strip():
            return False
        try:
            return self._act(asking, _read_line(line))
        except LineError as error:
            self._context.write({"error": say(error.message)})
        except AnswerFormError:
            self._context.write({"error": _("Svaret har ikke den form, spørgsmålet skal have.")})
        except QuizappError as error:
            self._context.write({"error": str(error)})
        return False

    def _act(self, asking: Asking, request: dict[str, Plain]) -> bool:
        if request.get("undo") is True:
            undone = self._sitting.undo()
            self._context.write({"undone": str(undone.review), "card": str(undone.card)})
            return True
        if request.get("skip") is True:
            self._sitting.skip()
            self._context.write({"skipped": str(asking.card)})
            return True
        if request.get("hint") is True:
            self._context.write({"hint": self._sitting.reveal_hint().hint})
            return False
        judged = self._sitting.answer(self._given(asking, request))
        self._context.write(_reply(judged))
        self._sitting.proceed()
        return True

    def _given(self, asking: Asking, request: dict[str, Plain]) -> Given:
        if "answer" not in request:
            raise LineError("no_answer")
        if request.get("card") != str(asking.card):
            raise LineError("other_card", card=str(asking.card))
        return Given(
            answer=read_answer(kind_of(asking.question), request["answer"]),
            at=_instant(request.get("at")),
            elapsed_ms=_whole(request.get("elapsed_ms"), "elapsed_ms"),
            confidence=_confidence(request.get("confidence")),
        )


def _read_line(line: str) -> dict[str, Plain]:
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError):
        raise LineError("not_json") from None
    if not isinstance(plain, dict):
        raise LineError("not_object")
    return cast("dict[str, Plain]", _without_lone_surrogates(plain))


def _without_lone_surrogates(plain: Plain) -> Plain:
    """Replace halves of characters, which JSON can spell and no file can hold."""
    match plain:
        case str():
            return plain.encode("utf-8", "replace").decode("utf-8")
        case list():
            return [_without_lone_surrogates(item) for item in plain]
        case dict():
            return {
                key.encode("utf-8", "replace").decode("utf-8"): _without_lone_surrogates(value)
                for key, value in plain.items()
            }
        case _:
            return plain


def _instant(plain: Plain) -> datetime | None:
    if plain is None:
        return None
    try:
        at = datetime.fromisoformat(plain) if isinstance(plain, str) else None
    except ValueError:
        at = None
    if at is None:
        raise LineError("bad_value", key="at")
    try:
        return at if at.tzinfo else at.astimezone()
    except (OverflowError, ValueError, OSError):
        raise LineError("bad_value", key="at") from None


def _whole(plain: Plain, key: str) -> int | None:
    if plain is None:
        return None
    if isinstance(plain, bool) or not isinstance(plain, int | float) or not 0 <= plain < 2**53:
        raise LineError("bad_value", key=key)
    return int(plain)


def _confidence(plain: Plain) -> int | None:
    number = _whole(plain, "confidence")
    if number is not None and number not in CONFIDENCES:
        raise LineError("bad_value", key="confidence")
    return number


def _reply(judged: Judged) -> dict[str, Plain]:
    return {
        "review": str(judged.review),
        "card": str(judged.asking.card),
        "verdict": judged.verdict.outcome.word,
        "score": round(judged.verdict.score, 4),
        "rule": judged.verdict.rule,
        "rating": judged.rating,
        "due": date_of(judged.due_day).isoformat(),
        "feedback": judged.feedback,
        "correct": _correct(judged.asking.question),
    }


def _correct(question: Question) -> Plain:
    if isinstance(question, Flashcard):
        return question.back
    if isinstance(question, Open):
        return question.model
    return plain_answer(right_answer(question))
