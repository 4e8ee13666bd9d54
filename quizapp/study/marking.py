"""Which switches a pack's questions are marked with: the pack's own, then the learner's."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from quizapp.base.texts import Message, say
from quizapp.grading.options import DEFAULT, MarkingOptions
from quizapp.grading.verdict import Verdict
from quizapp.study.preferences import Preferences

MARKING = "bedømmelse"
LONGEST_REPEATED: Final = 40
"""So many letters of what was typed are repeated in a sentence."""


def marking_of(manifest: Mapping[str, object], preferences: Preferences) -> MarkingOptions:
    """Return the options for one pack's questions; a switch that cannot be read is as usual.

    What the learner has switched on for herself (»ordblindevenlig«) holds in every pack.
    """
    options = _read(str(manifest.get(MARKING, "")))
    if preferences.is_dyslexia_friendly:
        options = replace(options, dyslexia_friendly=True)
    return options


def told_of(verdict: Verdict) -> str:
    """Return what is said of an answer: the author's own words, or those of the rule."""
    if verdict.comment:
        return verdict.comment
    said = verdict.message
    given = said.fields.get("given")
    if isinstance(given, str) and len(given) > LONGEST_REPEATED:
        short = f"{given[: LONGEST_REPEATED - 1].rstrip()}…"
        said = Message(said.code, {**said.fields, "given": short})
    return say(said)


def _read(text: str) -> MarkingOptions:
    try:
        return MarkingOptions.from_text(text)
    except ValueError:
        return DEFAULT
