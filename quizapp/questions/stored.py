"""Questions as the bank stores them."""

from collections.abc import Mapping

from quizapp.questions.codec import decode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Question


def read_stored(body: Mapping[str, Plain]) -> Question:
    """Return the question of a stored body.

    Raises ``ValueError`` for a body that does not read: only checked questions are stored, so the
    program or the file is at fault.
    """
    decoded = decode(body)
    if decoded.question is None:
        msg = f"stored question does not read: {[one.code for one in decoded.mistakes]}"
        raise ValueError(msg)
    return decoded.question
