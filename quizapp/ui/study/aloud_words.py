"""What is read aloud of a question and of its answer."""

from quizapp.base.texts import _
from quizapp.grading.verdict import Outcome
from quizapp.markup.parse import parse
from quizapp.markup.plain import to_plain
from quizapp.questions.kinds import Cloze, Question
from quizapp.study.flow import Asking, FlowState, Judged, Picture
from quizapp.study.shown import cloze_text
from quizapp.ui.study.outcome_part import explanation_of, headline_of, sentence_of


def words_of(state: FlowState | None, note: str = "") -> str:
    """Return what to read of what is shown now; nothing where there is nothing to read."""
    match state:
        case Asking():
            return _question(state)
        case Judged():
            return _answer(state, note)
        case _:
            return ""


def _question(asking: Asking) -> str:
    shown = asking.shown
    parts = [_prompt(asking.question), _seen(shown.picture)]
    for at, option in enumerate(shown.options, 1):
        words = _("Svarmulighed {i}: {option}").format(i=at, option=option)
        parts += [words, _seen(shown.at_options.get(option))]
    for item in (*shown.left, *shown.right):
        parts += [item, _seen(shown.at_options.get(item))]
    if asking.hint:
        parts.append(_("Hint: {hint}").format(hint=asking.hint))
    return _joined(parts)


def _answer(judged: Judged, note: str) -> str:
    is_right = judged.is_overruled or judged.verdict.outcome is Outcome.CORRECT
    right = "" if is_right else _("Rigtigt svar: {answer}").format(answer=judged.correct)
    explanation = to_plain(parse(explanation_of(judged)))
    seen = _seen(judged.asking.shown.explaining)
    own = _("Din note: {note}").format(note=note) if note else ""
    return _joined([headline_of(judged), sentence_of(judged), right, explanation, seen, own])


def _seen(picture: Picture | None) -> str:
    """Return what is said of a picture; of one without a description, nothing worth hearing."""
    said = picture.medium.alt if picture is not None else ""
    return _("Billede: {alt}").format(alt=said) if said else ""


def _prompt(question: Question) -> str:
    if isinstance(question, Cloze):
        numbers = range(1, len(question.gaps) + 1)
        text = cloze_text(question).replace("\\{", "{")
        for number in numbers:
            text = text.replace(f"{{{number}}}", _("hul {n}").format(n=number))
        return _joined([question.prompt, text])
    return question.prompt


def _joined(parts: list[str]) -> str:
    """Join sentences with a stop where one has none of its own, so that the voice pauses."""
    said = (part.strip() for part in parts if part.strip())
    return " ".join(part if part[-1] in ".?!:…" else f"{part}." for part in said)
