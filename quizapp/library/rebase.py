"""The learner's own version of a question carried over to what the pack says now.

What she wrote herself stays as she wrote it; what she never touched follows the pack.
"""

from collections.abc import Mapping, Sequence

from quizapp.bank.pack_values import InstallationRecord, Step
from quizapp.bank.question_writes import Placed
from quizapp.bank.uninstalls import PutBack
from quizapp.bank.values import Body, QuestionRecord
from quizapp.library.forms import question_form
from quizapp.questions.codec import decode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Question
from quizapp.questions.stored import read_stored


def own_fields(own: Body, base: Body) -> dict[str, Plain]:
    """Return what she wrote otherwise than the pack; None for what she left out."""
    return {
        key: own.get(key)
        for key in sorted(own.keys() | base.keys())
        if own.get(key) != base.get(key)
    }


def rebase(own: Body, base: Body, new: Body) -> Question:
    """Return her version upon another version of the pack's question.

    Where the two do not go together (another kind, say), her version stays whole.
    """
    if own["type"] == new["type"]:
        fields = dict(new) | own_fields(own, base)
        kept = {key: value for key, value in fields.items() if value is not None}
        together = decode(kept).question
        if together is not None:
            return together
    return read_stored(own)


def in_conflict(own: Body, base: Body, new: Body) -> bool:
    """Tell whether the pack changed something that she has written herself."""
    return any(base.get(key) != new.get(key) for key in own_fields(own, base))


def put_back(
    record: InstallationRecord, rows: Sequence[QuestionRecord], bodies: Mapping[int, Body]
) -> list[PutBack]:
    """Return what each question of an installation is again when that is taken back."""
    by_id = {row.question_id: row for row in rows}
    return [
        _put_back(step, step.before_revision_id, by_id[step.question_id], record.bases, bodies)
        for step in record.steps
        if step.before_revision_id is not None
    ]


def _put_back(
    step: Step,
    asked_id: int,
    row: QuestionRecord,
    bases: Mapping[int, int],
    bodies: Mapping[int, Body],
) -> PutBack:
    base_id = bases.get(step.question_id)
    is_untouched = row.asked_revision_id == (step.after_revision_id or asked_id)
    packs_id = asked_id if base_id is None else base_id
    if is_untouched:
        question, base = read_stored(bodies[asked_id]), base_id
    elif row.own is None:
        # She has gone back to the pack's version since.
        question, base = read_stored(bodies[packs_id]), None
    else:
        # She has written since, and that stays.
        question, base = rebase(row.own.body, row.body, bodies[packs_id]), packs_id
    form = question_form(question, step.before_position or 0)
    placed = Placed(step.question_id, form, hidden_at=step.before_hidden_at)
    return PutBack(placed, base, had_own=base is not None or row.own is not None)
