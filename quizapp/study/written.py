"""The words of a stored question, without building the question: the library reads thousands."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from quizapp.bank.values import Body
from quizapp.questions.kinds import OPEN_GAP

_PROMPTS: Final = ("spørgsmål", "forside", "tekst")
_ANSWERS: Final = (
    *("svar", "bagside", "rigtigt", "rigtige", "forkerte", "par", "rækkefølge", "modelsvar"),
    *("godtag", "emner"),
)
_GAP: Final = re.compile(r"\{(?:[^{}:]*:\s*)?([^{}|]*)(?:\|[^{}]*)?\}")


def words_of(body: Body) -> Iterator[str]:
    """Yield the texts that a question can be found by."""
    for field in (*_PROMPTS, *_ANSWERS):
        yield from _texts(body.get(field))


def front_of(body: Body) -> str:
    """Return what a row says of a question; the text of a cloze with its gaps open."""
    prompt = " ".join(_texts(body.get("spørgsmål") or body.get("forside")))
    text = body.get("tekst")
    if isinstance(text, str):
        return " ".join(f"{prompt} {_GAP.sub(OPEN_GAP, text)}".split())
    return prompt


def _texts(field: object) -> Iterator[str]:
    if isinstance(field, str):
        yield field
    elif isinstance(field, Mapping):
        for key, value in field.items():
            yield str(key)
            yield from _texts(value)
    elif isinstance(field, list):
        for value in field:
            yield from _texts(value)
