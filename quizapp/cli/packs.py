"""``check``, ``install``, ``packs`` and ``show``: packs on the command line."""

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from quizapp.base.errors import MisuseError, QuizappError
from quizapp.base.ids import PackId
from quizapp.base.texts import N_, _, ngettext, say
from quizapp.cli.context import Context
from quizapp.cli.parser import Command, Option
from quizapp.library.check import check_packs
from quizapp.library.difference import Consent, OlderVersionError, OtherEditionError
from quizapp.library.install import Installed
from quizapp.library.overview import QuestionOverview
from quizapp.library.shelf import Shelf
from quizapp.packs.problems import Edit, Problem, where
from quizapp.questions.answer_form import Plain

MOST_SHOWN = 200
"""Characters of a line that are shown with its problem."""


class ChooseEditionError(QuizappError):
    """The file is older, or another edition; ``why`` says which, and a switch says yes."""

    family = "usage"


def check(context: Context, options: argparse.Namespace) -> int:
    """Check packs; every problem on a line, and the sum of them."""
    checked = check_packs(options.paths)
    write_problems(context, checked.problems)
    if not context.is_json:
        context.line({}, _summary(checked.problems, checked.questions))
    return 1 if checked.has_errors else 0


def install(context: Context, options: argparse.Namespace) -> int:
    """Install or update a pack, or take the newest change of one back."""
    if options.undo:
        return _undo(context, PackId(str(options.path)))
    consent = Consent(
        allow_older=options.allow_older,
        allow_other_edition=options.allow_other_edition,
        keeps_both=options.keep_both,
    )
    try:
        done = _install(context.services().shelf, options, consent)
    except OlderVersionError as error:
        raise ChooseEditionError(
            "choose_edition", why=str(error), switch="--allow-older"
        ) from error
    except OtherEditionError as error:
        raise ChooseEditionError(
            "choose_edition", why=str(error), switch="--allow-other-edition"
        ) from error
    context.line(_installed_keys(done), *installed_lines(done))
    return 0


def _install(shelf: Shelf, options: argparse.Namespace, consent: Consent) -> Installed:
    pack = shelf.open_file(options.path)
    if options.same:
        alike = shelf.survey(pack, consent).foreseen.lookalikes
        consent = replace(consent, same=tuple((one.new, one.old) for one in alike))
    return shelf.survey(pack, consent).figures if options.preview else shelf.add(pack, consent)


def _undo(context: Context, pack: PackId) -> int:
    shelf = context.services().shelf
    change = shelf.newest_change(pack)
    if change is None:
        raise MisuseError("unknown_pack", pack=pack)
    shelf.undo(change.installation)
    row: dict[str, Plain] = {"pack": pack, "undone": True}
    context.line(row, _("Den seneste ændring af {pack} er taget tilbage.").format(pack=pack))
    return 0


def packs(context: Context, _options: argparse.Namespace) -> int:
    """List the installed packs."""
    for pack in context.services().shelf.packs():
        row: dict[str, Plain] = {
            "id": pack.id,
            "title": pack.title,
            "version": pack.version,
            "questions": pack.questions,
            "due": pack.due,
            "new": pack.new,
            "license": pack.license,
            "source": pack.source,
        }
        text = _("{id}: {title}, version {version}, {questions} spørgsmål").format_map(row)
        context.line(row, text)
    return 0


def show(context: Context, options: argparse.Namespace) -> int:
    """List the questions of a pack."""
    for question in context.services().shelf.questions(PackId(options.pack)):
        row = _question_keys(question)
        context.line(row, "{id} ({kind}, {category}): {prompt}".format_map(row))
    return 0


def proposals(context: Context, _options: argparse.Namespace) -> int:
    """List what the learner has to tell the authors."""
    for one in context.services().shelf.proposals():
        row: dict[str, Plain] = {
            "pack": one.pack,
            "question": one.question,
            "rev": one.rev,
            "prompt": one.prompt,
        }
        row |= {"report": one.report} if one.report else {"answer": one.answer, "given": one.given}
        said = one.report or _("»{given}« tæller som »{answer}«").format(
            given=one.given, answer=one.answer
        )
        context.line(row, f"{one.pack}/{one.question}: {one.prompt} {said}")
    return 0


def installed_lines(done: Installed) -> list[str]:
    """Return what an installation did, sentence by sentence."""
    counted = (
        (done.new, N_("{n} nyt spørgsmål."), N_("{n} nye spørgsmål.")),
        (
            done.changed,
            N_("{n} spørgsmål er rettet i teksten. Du beholder det, du har lært."),
            N_("{n} spørgsmål er rettet i teksten. Du beholder det, du har lært."),
        ),
        (
            done.retested,
            N_("{n} spørgsmål har fået et nyt svar og kommer igen i dag, mærket »ændret«."),
            N_("{n} spørgsmål har fået et nyt svar og kommer igen i dag, mærket »ændret«."),
        ),
        (
            done.restarted,
            N_("{n} spørgsmål begynder forfra, fordi forfatteren har bedt om det."),
            N_("{n} spørgsmål begynder forfra, fordi forfatteren har bedt om det."),
        ),
        (
            done.removed,
            N_("{n} spørgsmål er taget ud og skjules. Dine svar gemmes."),
            N_("{n} spørgsmål er taget ud og skjules. Dine svar gemmes."),
        ),
        (
            done.returned,
            N_("{n} spørgsmål er kommet tilbage med det, du havde lært."),
            N_("{n} spørgsmål er kommet tilbage med det, du havde lært."),
        ),
    )
    lines = [ngettext(one, many, n).format(n=n) for n, one, many in counted if n]
    if not lines:
        lines = [_("Du har allerede denne version.")]
    if not done.has_licence:
        lines.append(_("Pakken har ingen licens og er kun til eget brug."))
    if done.beside:
        kept = _("»{pack}« og dine svar i den er, som de var. Den nye hedder {id}.")
        lines.append(kept.format(pack=done.beside, id=done.pack))
    return [
        _("»{title}«, version {version}").format(title=done.title, version=done.version),
        *lines,
    ]


def _installed_keys(done: Installed) -> dict[str, Plain]:
    return {
        "pack": done.pack,
        "version": done.version,
        "new": done.new,
        "changed": done.changed,
        "retested": done.retested,
        "restarted": done.restarted,
        "returned": done.returned,
        "removed": done.removed,
        "unchanged": done.unchanged,
    }


def _question_keys(question: QuestionOverview) -> dict[str, Plain]:
    keys: dict[str, Plain] = {
        "id": question.id,
        "kind": question.kind.value,
        "category": question.category.value,
        "basis": question.basis.value,
        "prompt": question.prompt,
        "answer": question.answer,
        "explanation": question.explanation,
        "topics": list(question.topics),
        "rev": question.rev,
        "cards": [str(card) for card in question.cards],
    }
    if question.options:
        keys["options"] = list(question.options)
    if question.passage:
        keys["passage"] = question.passage
    return keys


def write_problems(context: Context, problems: Iterable[Problem]) -> None:
    """Write each problem on a line of its own."""
    for problem in problems:
        context.line(_problem_keys(problem), *_problem_lines(problem))


def _problem_keys(problem: Problem) -> dict[str, Plain]:
    keys: dict[str, Plain] = {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        **({"sheet": problem.sheet, "row": problem.row} if problem.sheet else {}),
        "code": problem.code,
        "severity": problem.severity,
        "message": say(problem.message),
    }
    if problem.excerpt:
        keys["text"] = _excerpt(problem)
    if problem.repair is not None:
        keys["repair"] = say(problem.repair.message)
        if problem.repair.edit is not None:
            keys["edit"] = _edit_keys(problem.repair.edit)
    return keys


def _edit_keys(edit: Edit) -> dict[str, Plain]:
    return {
        "line": edit.line,
        "column": edit.column,
        "end_line": edit.end_line,
        "end_column": edit.end_column,
        "text": edit.text,
    }


def _excerpt(problem: Problem) -> str:
    """Return the line itself, or of a long one what stands around the place."""
    start = 0 if problem.sheet else max(problem.column - MOST_SHOWN // 2, 0)
    text = problem.excerpt
    return text if len(text) <= MOST_SHOWN else text[start : start + MOST_SHOWN]


def _problem_lines(problem: Problem) -> list[str]:
    place = where(problem)
    word = _("Advarsel: ") if problem.severity == "warning" else ""
    repair = f" [{say(problem.repair.message)}]" if problem.repair is not None else ""
    said = f"{place} {word}{say(problem.message)}{repair}"
    shown = _excerpt(problem).strip()
    return [said, f"    {shown}"] if shown else [said]


def _summary(problems: tuple[Problem, ...], questions: int) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return _("Ingen fejl i {n} spørgsmål.").format(n=questions)
    return ngettext(
        "{errors} fejl og {n} advarsel.", "{errors} fejl og {n} advarsler.", warnings
    ).format(errors=errors, n=warnings)


PATH = Option(names=("path",), help=N_("Pakkens mappe eller fil."), type=Path, metavar="STI")

COMMANDS = (
    Command(
        name="check",
        help=N_("Tjek pakker, og vis hver fejl med linje og tegn."),
        run=check,
        options=(
            Option(
                names=("paths",),
                help=N_("Mapper eller filer med pakker."),
                type=Path,
                nargs="+",
                metavar="STI",
            ),
        ),
    ),
    Command(
        name="install",
        help=N_("Tilføj eller opdatér en pakke."),
        run=install,
        options=(
            PATH,
            Option(
                names=("--preview",), help=N_("Vis, hvad der vil ske, og lad være."), is_flag=True
            ),
            Option(
                names=("--allow-older",), help=N_("Gå tilbage til en ældre version."), is_flag=True
            ),
            Option(
                names=("--allow-other-edition",),
                help=N_("Skift til en anden udgave af pakken."),
                is_flag=True,
            ),
            Option(
                names=("--keep-both",),
                help=N_("Behold begge, hvis filen er en ældre version eller en anden udgave."),
                is_flag=True,
            ),
            Option(
                names=("--same",),
                help=N_("Behold svarene for spørgsmål, der kun har fået et andet id."),
                is_flag=True,
            ),
            Option(
                names=("--undo",),
                help=N_("Tag den seneste ændring tilbage; skriv pakkens id i stedet for en sti."),
                is_flag=True,
            ),
        ),
    ),
    Command(name="packs", help=N_("Vis pakkerne."), run=packs),
    Command(
        name="proposals",
        help=N_("Vis dine forslag til forfatterne."),
        run=proposals,
    ),
    Command(
        name="show",
        help=N_("Vis spørgsmålene i en pakke."),
        run=show,
        options=(Option(names=("pack",), help=N_("Pakkens id."), metavar="PAKKE"),),
    ),
)
