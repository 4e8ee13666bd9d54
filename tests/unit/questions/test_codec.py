"""Questions and plain mappings are two forms of the same."""

import json

from hypothesis import given

from quizapp.questions.codec import decode, encode
from quizapp.questions.codec_hash import canonical_json
from quizapp.questions.kinds import Question
from tests.strategies import questions


@given(questions())
def test_what_is_encoded_decodes_to_the_same_question(question: Question) -> None:
    decoded = decode(encode(question))
    assert decoded.mistakes == ()
    assert decoded.question == question


@given(questions())
def test_canonical_json_of_a_question_decodes_to_the_same_question(question: Question) -> None:
    body = canonical_json(encode(question))
    assert decode(json.loads(body)).question == question
