"""Questions that are begun, and questions that change the way they are answered."""

from collections.abc import Mapping
from typing import Final

from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.codec_words import COMMON, OWN
from quizapp.questions.kinds import Category, Kind

_CATEGORY_OF: Final = {
    Kind.DATE: Category.DATE,
    Kind.NUMBER: Category.NUMBER,
    Kind.OPEN: Category.CONSEQUENCE,
}
_PROMPTS: Final = ("spørgsmål", "forside", "tekst")
_ONE_ANSWER: Final = ("svar", "rigtigt", "bagside", "modelsvar")
_SEVERAL: Final = ("svar", "rigtige", "rækkefølge")
_LISTED: Final = {
    Kind.ENUMERATION: "svar",
    Kind.MULTIPLE_CHOICE: "rigtige",
    Kind.ORDERING: "rækkefølge",
}
_SINGLE: Final = {
    Kind.DATE: "svar",
    Kind.NUMBER: "svar",
    Kind.TERM: "svar",
    Kind.CHOICE: "rigtigt",
    Kind.FLASHCARD: "bagside",
    Kind.OPEN: "modelsvar",
}


def begun(question_id: str, kind: Kind, category: str = "") -> dict[str, Plain]:
    """Return the fields of a question that has just been begun."""
    return {"id": question_id, "type": kind.value, "kategori": category or usual_category(kind)}


def usual_category(kind: Kind) -> str:
    """Return the category that most questions of a kind have."""
    return _CATEGORY_OF.get(kind, Category.TERM).value


def with_kind(fields: Mapping[str, Plain], kind: Kind) -> dict[str, Plain]:
    """Return a question's fields as another kind has them; what it cannot hold is left out."""
    own = OWN[kind]
    kept = {
        key: value
        for key, value in fields.items()
        if key in COMMON or (key in own and not _is_other_shape(key, value, kind))
    }
    kept["type"] = kind.value
    before = next((one for one in Kind if one.value == fields.get("type")), None)
    if before is not None and fields.get("kategori") == usual_category(before):
        kept["kategori"] = usual_category(kind)
    prompt = next((str(fields[key]) for key in _PROMPTS if fields.get(key)), "")
    wanted = "forside" if kind is Kind.FLASHCARD else "spørgsmål"
    if prompt and not kept.get(wanted):
        kept[wanted] = prompt
    answers = _answers(fields)
    if kind in _SINGLE and answers and not kept.get(_SINGLE[kind]):
        kept[_SINGLE[kind]] = answers[0]
    if kind in _LISTED and answers and not kept.get(_LISTED[kind]):
        kept[_LISTED[kind]] = [*answers]
    return kept


def _is_other_shape(key: str, value: Plain, kind: Kind) -> bool:
    """Tell whether a field of the same name is a list here and a text there."""
    is_list = isinstance(value, list | tuple)
    return key == "svar" and is_list != (kind is Kind.ENUMERATION)


def _answers(fields: Mapping[str, Plain]) -> list[str]:
    """Return the right answers that the question has, whatever they are called."""
    for key in (*_ONE_ANSWER, *_SEVERAL):
        value = fields.get(key)
        if isinstance(value, str) and value:
            return [value]
        if isinstance(value, list | tuple) and value:
            return [str(one[0] if isinstance(one, list | tuple) else one) for one in value]
    return []
