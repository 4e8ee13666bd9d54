"""What a version of a pack would change, said before it is done, and what has to be asked first."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.bank.pack_values import Effect, QuestionChange
from quizapp.base.ids import QuestionId
from quizapp.library.difference import Consent, Difference
from quizapp.library.likeness import Lookalike, find_lookalikes, is_quite_another
from quizapp.library.rebase import in_conflict
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Pack
from quizapp.questions.stored import read_stored

MOST_LISTED: Final = 200
_WEIGHTIEST_FIRST: Final = (
    Effect.RETESTED,
    Effect.RESTARTED,
    Effect.NEW,
    Effect.CHANGED,
    Effect.RETURNED,
    Effect.REMOVED,
)


@dataclass(frozen=True, slots=True)
class ChangedQuestion:
    """A question before and after; ``effect`` is the lower-case name of what happens to it.

    ``keeps_own`` says that the learner's own version is asked all the same.
    """

    effect: str
    before: Question | None
    after: Question | None
    keeps_own: bool = False


@dataclass(frozen=True, slots=True)
class Overtaken:
    """The learner's own wordings of an answer that is another in the new version."""

    question: QuestionId
    wordings: tuple[str, ...]
    before: Question
    after: Question


@dataclass(frozen=True, slots=True)
class OwnMet:
    """A question that changes and that the learner has an own version of.

    ``kept`` is what is asked if hers stays: her words upon the pack's new version.
    ``is_conflict`` says that the pack changed just what she wrote herself.
    """

    question: QuestionId
    own: Question
    before: Question
    after: Question
    kept: Question
    is_conflict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What to show and to ask before a version is installed.

    ``lookalikes`` are new by their ids alone, as far as one can see. ``doubtful`` have their old
    id, but both what they ask and what is right are others.
    """

    changes: tuple[ChangedQuestion, ...]
    lookalikes: tuple[Lookalike, ...]
    doubtful: tuple[ChangedQuestion, ...]
    overtaken: tuple[Overtaken, ...]
    answers: int
    own: tuple[OwnMet, ...] = ()


def foresee(reader: Reader, pack: Pack, difference: Difference, consent: Consent) -> Foreseen:
    """Look at the questions that would change; ``consent`` is what was asked already."""
    after = {change.after.key: change.after for change in difference.changes if change.after}
    questions = {question.id: question for question in pack.questions}
    questions |= {old: questions[new] for new, old in consent.same if new in questions}
    ranked = sorted(
        (one for one in difference.changes if one.effect in _WEIGHTIEST_FIRST),
        key=lambda one: _WEIGHTIEST_FIRST.index(one.effect),
    )
    first = len(questions) if difference.was is None else MOST_LISTED
    doubtful = [] if difference.was is None else list(_doubtful(ranked, questions))
    return Foreseen(
        changes=tuple(_changed(one, questions) for one in ranked[: min(first, MOST_LISTED)]),
        lookalikes=_lookalikes(difference, questions) if after else (),
        doubtful=tuple(doubtful),
        overtaken=tuple(_overtaken(reader, ranked, questions)),
        answers=reader.log_size()[1],
        own=tuple(_own(ranked, questions)),
    )


def _changed(change: QuestionChange, questions: Mapping[QuestionId, Question]) -> ChangedQuestion:
    before = None if change.before is None else read_stored(change.before.body)
    after = None if change.after is None else questions[change.after.key]
    return ChangedQuestion(change.effect.name.lower(), before, after, change.own is not None)


def _lookalikes(
    difference: Difference, questions: Mapping[QuestionId, Question]
) -> tuple[Lookalike, ...]:
    gone = {
        change.before.key: read_stored(change.before.body)
        for change in difference.changes
        if change.effect is Effect.REMOVED and change.before is not None
    }
    new = [
        questions[change.after.key]
        for change in difference.changes
        if change.effect is Effect.NEW and change.after is not None
    ]
    return find_lookalikes(gone, new) if gone and new else ()


def _doubtful(
    ranked: Sequence[QuestionChange], questions: Mapping[QuestionId, Question]
) -> Iterator[ChangedQuestion]:
    for change in ranked:
        if change.effect not in {Effect.RETESTED, Effect.RESTARTED}:
            continue
        told = _changed(change, questions)
        if told.before is None or told.after is None or told.after.reset:
            continue
        if is_quite_another(told.before, told.after):
            yield told


def _overtaken(
    reader: Reader, ranked: Sequence[QuestionChange], questions: Mapping[QuestionId, Question]
) -> Iterator[Overtaken]:
    for change in ranked:
        if change.before is None or change.effect not in {Effect.RETESTED, Effect.RESTARTED}:
            continue
        own = tuple(one.wording for one in reader.own_wordings(change.before.question_id))
        told = _changed(change, questions)
        if own and told.before is not None and told.after is not None:
            yield Overtaken(change.before.key, own, told.before, told.after)


def _own(
    ranked: Sequence[QuestionChange], questions: Mapping[QuestionId, Question]
) -> Iterator[OwnMet]:
    for change in ranked:
        before, after, own = change.before, change.after, change.own
        if before is None or before.own is None or after is None or own is None:
            continue
        if before.content_sha == after.content_sha:
            continue
        new = json.loads(after.body)
        yield OwnMet(
            question=before.key,
            own=read_stored(before.own.body),
            before=read_stored(before.body),
            after=questions[after.key],
            kept=read_stored(json.loads(own.body)),
            is_conflict=in_conflict(before.own.body, before.body, new),
        )
