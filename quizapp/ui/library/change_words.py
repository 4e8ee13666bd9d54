"""What changed in a question, in one short line."""

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from quizapp.base.texts import _, quoted
from quizapp.library.editing.form_shapes import ANSWER, Asked, Filled
from quizapp.library.editing.form_values import rows_of, text_of
from quizapp.questions.codec import encode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind, Question, images_of, kind_of
from quizapp.study.shown import answer_text
from quizapp.ui.forms.words import words_of
from quizapp.ui.question_words import category_word

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.library.told import ChangedQuestion

MOST_SHOWN: Final = 60
_ARROW: Final = "→"
ICONS: Final = {
    "retested": "rotate-ccw",
    "restarted": "rotate-ccw",
    "new": "plus",
    "changed": "pencil-line",
    "returned": "undo-2",
    "removed": "eye-off",
}


def prompt_of(change: "ChangedQuestion") -> str:
    """Return what is asked, in the new version where there is one."""
    question = change.after or change.before
    assert question is not None, "a change is of something"
    return question.line


def detail_of(change: "ChangedQuestion", version: int) -> str:
    """Return what is other than it was."""
    before, after = change.before, change.after
    if before is None and after is not None:
        return category_word(after.category)
    if after is None:
        return _("Findes ikke i version {n}").format(n=version)
    if before is None or change.effect == "returned":
        return _("Er med igen")
    return _difference(before, after)


def meaning_of(change: "ChangedQuestion") -> str:
    """Return what a change means for the learner."""
    if change.keeps_own and change.effect == "changed":
        return _("din egen udgave gælder stadig")
    words = {
        "retested": _("kommer igen i dag, mærket »ændret«"),
        "restarted": _("begynder forfra"),
        "new": _("nyt"),
        "changed": _("du beholder det lærte"),
        "returned": _("er med igen"),
        "removed": _("skjules"),
    }
    return words[change.effect]


def written_otherwise(*versions: Question) -> tuple[str, ...]:
    """Return what stands otherwise in versions of a question, place by place, in each of them.

    What only some inner one has otherwise is nobody's to choose: the first and the last decide.
    """
    told = [_places(one) for one in versions]
    names = dict.fromkeys(name for one in told for name in one)
    other = [name for name in names if told[0].get(name) != told[-1].get(name)]
    return tuple("\n".join(f"{name}: {one.get(name) or '–'}" for name in other) for one in told)


def _places(question: Question) -> dict[str, str]:
    """Return what a question says, by what the place is called."""
    kind, fields = kind_of(question), encode(question)
    # The right answer is told below; that of a text with gaps does not tell the text.
    others = ANSWER[kind] if kind is Kind.CLOZE else ANSWER[kind][1:]
    beside = {words_of(kind, one.key).label: _shown(fields.get(one.key), one) for one in others}
    return {
        _("Spørgsmål"): question.prompt,
        _("Svar"): answer_text(question),
        **beside,
        _("Hint"): question.hint,
        _("Forklaring"): question.explanation,
    }


def _shown(value: Plain, asked: Asked) -> str:
    """Return what stands in a field as one line."""
    if not isinstance(asked.way, Filled):
        return text_of(value)
    rows = rows_of(value, asked.way)
    return "; ".join(" – ".join(text for text in row if text) for row in rows)


def _difference(before: Question, after: Question) -> str:
    if answer_text(before) != answer_text(after):
        was, now = (_short(answer_text(one)) for one in (before, after))
        if _ARROW in was + now:
            # The arrows of what is put in order are not those from the old to the new.
            was, now = quoted(was), quoted(now)
        return _("Svar: {old} → {new}").format(old=was, new=now)
    for was, now in _texts(before, after):
        if was != now and (change := _stretch(was, now)):
            return change
    places = [name for name, was, now in _fields(before, after) if was != now]
    if not places:
        return _("Rettet i svarmulighederne eller det, der godtages")
    return _("Rettet: {places}").format(places=", ".join(places))


def _texts(before: Question, after: Question) -> list[tuple[str, str]]:
    return [
        (before.prompt, after.prompt),
        (before.explanation, after.explanation),
        (before.hint, after.hint),
    ]


def _fields(before: Question, after: Question) -> list[tuple[str, object, object]]:
    return [
        (_("spørgsmålet"), before.prompt, after.prompt),
        (_("forklaringen"), before.explanation, after.explanation),
        (_("hintet"), before.hint, after.hint),
        (_("kildekritikken"), before.source_criticism, after.source_criticism),
        (_("kilderne"), before.sources, after.sources),
        (_("billederne"), images_of(before), images_of(after)),
        (_("emnerne"), before.topics, after.topics),
        (_("kategorien"), before.category, after.category),
    ]


def _stretch(was: str, now: str) -> str:
    """Return the words that were replaced, if they are few and stand together."""
    old, new = was.split(), now.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    edits = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if len(edits) != 1:
        return ""
    _tag, first, last, new_first, new_last = edits[0]
    gone, come = " ".join(old[first:last]), " ".join(new[new_first:new_last])
    if not gone or not come or len(gone) + len(come) > MOST_SHOWN:
        return ""
    return f"{quoted(gone)} → {quoted(come)}"


def _short(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1].rstrip() + "…"
