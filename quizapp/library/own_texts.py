"""The texts of a question that a learner may write herself."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTexts:
    """A question in her own words; ``answers`` are the fields that hold what is right, by key."""

    kind: Kind
    prompt: str
    answers: Mapping[str, Plain]
    hint: str
    explanation: str
