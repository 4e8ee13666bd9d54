"""What marking makes of an author's keys: warnings at the value that each is about."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from quizapp.grading.author_checks import MarkingWarning, check_marking, check_twins
from quizapp.grading.options import MarkingOptions
from quizapp.questions.codec import Decoded
from quizapp.questions.codec_mistakes import Mistake, Severity
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Manifest

MARKING: Final = "bedømmelse"
_ANSWERS: Final = frozenset({"svar", "også", "tekst", "type"})
"""Where one of these cannot be read, what would be marked is not known."""
_BOUNDS: Final = frozenset(
    {"tolerance", "godtag", "næsten interval", "nøjagtighed", "enhed kræves"}
)
_OF_BOUNDS: Final = frozenset({"answer_not_accepted", "answers_contradict"})
"""What may only follow from a bound that cannot be read."""


def marking_mistakes(decoded: Sequence[Decoded]) -> Iterator[tuple[int, Mistake]]:
    """Yield what an author may not mean, by position: rejects that pass, answers at odds."""
    drafts = [
        (position, draft) for position, one in enumerate(decoded) if (draft := _markable(one))
    ]
    for position, draft in drafts:
        has_bad_bounds = bool(_bad_keys(decoded[position]) & _BOUNDS)
        for warning in _warnings(draft):
            mistake = _mistake(warning)
            if not (has_bad_bounds and mistake.code in _OF_BOUNDS):
                yield position, mistake
    places = {str(draft.id): position for position, draft in reversed(drafts)}
    for warning in check_twins([draft for _, draft in drafts]):
        yield places[warning.fields["question"]], _mistake(warning)


def switch_mistakes(manifest: Manifest) -> Iterator[Mistake]:
    """Yield the mistake in what a pack marks otherwise, if it cannot be read."""
    try:
        MarkingOptions.from_text(manifest.marking)
    except ValueError as error:
        yield Mistake(code="bad_marking", path=(MARKING,), fields={"value": str(error)})


@lru_cache(maxsize=20_000)
def _warnings(question: Question) -> tuple[MarkingWarning, ...]:
    return check_marking(question)


def _markable(decoded: Decoded) -> Question | None:
    """Return a question whose answers can be read, whatever else is wrong with it."""
    return None if _bad_keys(decoded) & _ANSWERS else decoded.draft


def _bad_keys(decoded: Decoded) -> set[str]:
    errors = (one for one in decoded.mistakes if one.severity is Severity.ERROR)
    return {str(one.path[0] if one.path else one.fields.get("key", "")) for one in errors}


def _mistake(warning: MarkingWarning) -> Mistake:
    return Mistake(
        code=warning.code.removeprefix("packs."),
        path=warning.path,
        fields=dict(warning.fields),
        severity=Severity.WARNING,
    )
