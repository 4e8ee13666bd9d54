"""``fit``: weights fitted to the learner's own answers, adopted on demand, and left again."""

import argparse

from quizapp.base.errors import QuizappError
from quizapp.base.texts import N_, _, ngettext
from quizapp.cli.context import Context
from quizapp.cli.parser import Command, Option
from quizapp.questions.answer_form import Plain
from quizapp.upkeep.fit_outcome import Fitted, TooFew
from quizapp.upkeep.rebuild import Moving

FOUND_TOO_FEW = 1


class FitEndedError(QuizappError):
    """The process that fitted could not read the bank, or ended badly."""


def fit(context: Context, options: argparse.Namespace) -> int:
    """Fit weights; with ``--adopt`` use them if they win, with ``--undo`` leave those in force."""
    services = context.services()
    if options.undo:
        services.keeper.fitter.undo()
        context.line({"undone": True}, _("Tallene er som før."))
        return 0
    outcome = services.keeper.fitter.start().wait()
    if isinstance(outcome, TooFew):
        return _say_too_few(context, outcome)
    if not isinstance(outcome, Fitted):
        raise FitEndedError(outcome.message.code.removeprefix("errors."), **outcome.message.fields)
    adopts = bool(options.adopt) and outcome.is_better
    if adopts:
        desk = services.desk
        moving = Moving(
            desired_retention=desk.preferences().desired_retention,
            study_day=desk.study_day(),
            own_retention=desk.own_retention(),
        )
        services.keeper.fitter.adopt(outcome, moving if options.move else None)
    _say_fitted(context, outcome, is_adopted=adopts)
    return 0


def _say_too_few(context: Context, few: TooFew) -> int:
    text = ngettext(
        "Der skal mindst {needed} svar til; der er {n}.",
        "Der skal mindst {needed} svar til; der er {n}.",
        few.targets,
    ).format(needed=few.needed, n=few.targets)
    row: dict[str, Plain] = {
        "answers": few.targets,
        "needed": few.needed,
        "better": False,
        "adopted": False,
    }
    context.line(row, text)
    return FOUND_TOO_FEW


def _say_fitted(context: Context, fitted: Fitted, *, is_adopted: bool) -> None:
    row: dict[str, Plain] = {
        "answers": fitted.targets,
        "better": fitted.is_better,
        "adopted": is_adopted,
        "log_loss_now": fitted.loss_now,
        "log_loss_fitted": fitted.loss_fitted,
        "right": fitted.right,
        "foretold_now": fitted.foretold_now,
        "foretold_fitted": fitted.foretold_fitted,
        "weights": list(fitted.weights.values),
    }
    if is_adopted:
        text = _("De nye tal passer bedre på dig og bruges fra nu af.")
    elif fitted.is_better:
        text = _("De nye tal passer bedre på dig. Skriv »quizapp fit --adopt« for at bruge dem.")
    else:
        text = _("De nye tal passede ikke bedre, så alt er som før.")
    context.line(row, text)


COMMANDS = (
    Command(
        name="fit",
        help=N_("Tilpas repetitionerne til dine egne svar."),
        run=fit,
        options=(
            Option(
                names=("--adopt",), help=N_("Brug de nye tal, hvis de passer bedre."), is_flag=True
            ),
            Option(
                names=("--move",),
                help=N_("Flyt også de dage, der allerede er valgt."),
                is_flag=True,
            ),
            Option(names=("--undo",), help=N_("Gå tilbage til tallene før."), is_flag=True),
        ),
    ),
)
