"""``mark`` and ``evaluate``: the marking rules and the memory model on files of cases."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from quizapp.base.errors import MisuseError, QuizappError
from quizapp.base.ids import PackId, QuestionId, is_question_id
from quizapp.base.texts import N_, _, say
from quizapp.cli.context import Context
from quizapp.cli.parser import Command, Option
from quizapp.grading.grade import grade
from quizapp.grading.marking_file import mark_line
from quizapp.questions.answer_form import Plain
from quizapp.questions.answers import Answer, Picked, Typed, TypedList
from quizapp.questions.kinds import Choice, Cloze, Date, Enumeration, Number, Question, Term
from quizapp.scheduling.evaluation import evaluate_log


class UnreadableFileError(QuizappError):
    """A file named on the command line could not be read."""

    family = "usage"


def mark(context: Context, options: argparse.Namespace) -> int:
    """Mark a file of cases, or typical answers to one question."""
    if options.question is not None:
        return _mark_answers(context, options.question, options.inputs)
    if len(options.inputs) != 1:
        raise MisuseError("mark_one_file")
    has_errors = False
    for line in _lines(Path(options.inputs[0])):
        row = mark_line(line)
        has_errors |= "error" in row
        context.write(row)
    return 1 if has_errors else 0


def evaluate(context: Context, options: argparse.Namespace) -> int:
    """Hold the memory model against a review log, as it is and fitted to the log."""
    evaluation = evaluate_log(_text(options.path))
    row: dict[str, Plain] = evaluation.as_json()
    text = _("{targets} gentagelser: standard {default}, tilpasset {fitted}").format(
        targets=evaluation.targets,
        default=round(evaluation.default.log_loss, 4),
        fitted=round(evaluation.fitted.log_loss, 4),
    )
    context.line(row, text)
    return 0


def _mark_answers(context: Context, name: str, answers: list[str]) -> int:
    pack, _slash, question_id = name.partition("/")
    if not is_question_id(question_id):
        raise MisuseError("unknown_question", question=name)
    services = context.services()
    question = services.shelf.question(PackId(pack), QuestionId(question_id))
    marking = services.desk.marking(PackId(pack))
    for text in answers:
        verdict = grade(question, _typed(question, text), marking)
        message = verdict.comment or say(verdict.message)
        row: dict[str, Plain] = {
            "id": name,
            "given": text,
            "verdict": verdict.outcome.word,
            "score": round(verdict.score, 4),
            "rule": verdict.rule,
            "message": message,
        }
        context.line(row, f"{text}: {verdict.outcome.word} ({verdict.rule}) {message}")
    return 0


def _typed(question: Question, text: str) -> Answer:
    """Return a typed text as an answer to the question; raises ``MisuseError`` for other kinds."""
    if isinstance(question, Date | Number | Term):
        return Typed(text)
    if isinstance(question, Choice):
        return Picked(text)
    if isinstance(question, Enumeration | Cloze):
        return TypedList(tuple(part.strip() for part in text.split("|")))
    raise MisuseError("not_typed", question=str(question.id))


def _lines(path: Path) -> Iterator[str]:
    return (line for line in _text(path).split("\n") if line.strip())


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except FileNotFoundError as error:
        raise MisuseError("missing_file", path=str(path)) from error
    except OSError as error:
        raise UnreadableFileError("unreadable_file", path=str(path)) from error


COMMANDS = (
    Command(
        name="mark",
        help=N_("Bedøm svarene i en fil, eller svar på ét spørgsmål."),
        run=mark,
        options=(
            Option(
                names=("--question",),
                help=N_("Bedøm svar på dette spørgsmål."),
                metavar=N_("PAKKE/SPØRGSMÅL"),
            ),
            Option(
                names=("inputs",),
                help=N_("Fil med ét JSON-objekt på hver linje, eller svar."),
                nargs="+",
                metavar=N_("FIL"),
            ),
        ),
    ),
    Command(
        name="evaluate",
        help=N_("Hold hukommelsesmodellen op mod en log over svar."),
        run=evaluate,
        options=(
            Option(names=("path",), help=N_("Loggen, en CSV-fil."), type=Path, metavar=N_("FIL")),
        ),
    ),
)
