"""Which switches a pack's questions are marked with: the pack's own, then the learner's."""

from collections.abc import Mapping
from dataclasses import replace

from quizapp.grading.options import DEFAULT, MarkingOptions
from quizapp.study.preferences import Preferences

MARKING = "bedømmelse"


def marking_of(manifest: Mapping[str, object], preferences: Preferences) -> MarkingOptions:
    """Return the options for one pack's questions; a switch that cannot be read is as usual.

    What the learner has switched on for herself (»ordblindevenlig«) holds in every pack.
    """
    options = _read(str(manifest.get(MARKING, "")))
    if preferences.is_dyslexia_friendly:
        options = replace(options, dyslexia_friendly=True)
    return options


def _read(text: str) -> MarkingOptions:
    try:
        return MarkingOptions.from_text(text)
    except ValueError:
        return DEFAULT
