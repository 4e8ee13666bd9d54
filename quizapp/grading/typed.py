"""One typed answer against its key: the rules that all kinds share, then the kind's own."""

from dataclasses import replace
from typing import assert_never

from quizapp.grading.answer_text import (
    AnswerText,
    alternatives,
    bare_contrast,
    is_nothing,
    negation_in,
    prepare,
    without_opening,
)
from quizapp.grading.dates.mark import mark_date
from quizapp.grading.numbers.mark import mark_number
from quizapp.grading.numbers.units import known_unit
from quizapp.grading.numbers.wording import is_denied_bound, says_none
from quizapp.grading.options import MarkingOptions, adjusted
from quizapp.grading.terms.mark import accepts_whole, mark_term
from quizapp.grading.verdict import Finding, Outcome
from quizapp.notation.normalise import is_too_long
from quizapp.questions.keys import DateKey, Key, NumberKey, TermKey


def mark_typed(key: Key, given: str, options: MarkingOptions) -> Finding:
    """Mark one typed answer against a key, in the order of decisions of the rules."""
    if is_too_long(given):
        return Finding(Outcome.WRONG, "G3", "too_long")
    if is_nothing(given):
        return Finding(Outcome.WRONG, "G2", "nothing")
    found = adjusted(_marked(key, prepare(given)), options)
    return replace(found, fields={**found.fields, "given": given.strip()})


def _marked(key: Key, answer: AnswerText) -> Finding:
    match key:
        case TermKey():
            return _term(key, answer)
        case NumberKey():
            return _number(key, answer)
        case DateKey():
            return _date(key, answer)
        case _:
            assert_never(key)


def _term(key: TermKey, answer: AnswerText) -> Finding:
    if accepts_whole(key, answer.whole):
        return mark_term(key, AnswerText(answer.whole, answer.whole))
    if accepts_whole(key, answer.plain) and not answer.aside and not answer.denied:
        return mark_term(key, answer)
    if answer.denied and accepts_whole(key, answer.denied):
        return Finding(Outcome.WRONG, "G7", "negated", {"negation": "ikke"})
    kept, dropped = bare_contrast(answer.plain)
    if kept and accepts_whole(key, kept) and not accepts_whole(key, dropped):
        return mark_term(key, replace(answer, plain=kept, denied=dropped))
    answer = replace(answer, plain=without_opening(answer.plain))
    return _offered(key, answer) or mark_term(key, answer)


def _offered(key: TermKey, answer: AnswerText) -> Finding | None:
    """G6: two answers for one are wrong, unless all are accepted."""
    offered = _offers(key, answer)
    if not offered:
        return None
    for parts in (offered, _with_shared_end(offered)):
        found = [mark_term(key, AnswerText(part, part)) for part in parts]
        worst = min(found, key=lambda one: one.outcome)
        is_form = worst.outcome is Outcome.CORRECT or worst.rule in {"T3", "T4"}
        # An end that only one of them had may itself be an accepted answer.
        is_form = is_form and (parts is offered or all(one.rule != "T8" for one in found))
        if worst.outcome is not Outcome.WRONG and is_form:
            return worst
    return Finding(Outcome.WRONG, "G6", "two")


def _offers(key: TermKey, answer: AnswerText) -> tuple[str, ...]:
    if answer.aside.startswith("eller "):
        return answer.plain, answer.aside.removeprefix("eller ")
    return () if accepts_whole(key, answer.plain) else alternatives(answer.plain)


def _with_shared_end(offered: tuple[str, ...]) -> tuple[str, ...]:
    """Give »Nord- eller Sydkorea« and »1. eller 2. verdenskrig« their shared end."""
    *first, last = offered
    end = " ".join(last.split()[1:])
    return (*(f"{part} {end}" for part in first), last) if end else offered


def _number(key: NumberKey, answer: AnswerText) -> Finding:
    kept, dropped = bare_contrast(answer.plain)
    if kept and mark_number(key, dropped).outcome is Outcome.WRONG:
        answer = replace(answer, plain=kept, denied=dropped) if _has_digit(dropped) else answer
    negation = negation_in(answer.plain)
    is_zero_or_bound = says_none(answer.plain) or is_denied_bound(answer.plain)
    if negation and not is_zero_or_bound:
        return Finding(Outcome.WRONG, "G7", "negated", {"negation": negation})
    if answer.denied and mark_number(key, answer.denied).outcome is Outcome.CORRECT:
        return Finding(Outcome.WRONG, "G7", "negated", {"negation": "ikke"})
    found = mark_number(key, _with_unit_aside(answer))
    if answer.aside.startswith("eller "):
        return _both(found, mark_number(key, answer.aside.removeprefix("eller ")))
    return _with_hedge(found, answer)


def _has_digit(text: str) -> bool:
    return any(character.isdecimal() for character in text)


def _with_unit_aside(answer: AnswerText) -> str:
    """Take a unit in parentheses with the number: 16 (år) are not 16 months."""
    is_unit = known_unit(answer.aside) is not None
    return f"{answer.plain} {answer.aside}" if is_unit else answer.plain


def _both(found: Finding, other: Finding) -> Finding:
    if {found.outcome, other.outcome} == {Outcome.CORRECT}:
        return found
    return Finding(Outcome.WRONG, "G6", "two")


def _date(key: DateKey, answer: AnswerText) -> Finding:
    plain = answer.plain
    negation = negation_in(plain)
    if negation:
        return Finding(Outcome.WRONG, "G7", "negated", {"negation": negation})
    if answer.denied and mark_date(key, answer.denied).outcome is Outcome.CORRECT:
        return Finding(Outcome.WRONG, "G7", "negated", {"negation": "ikke"})
    if answer.aside.startswith("eller "):
        return mark_date(key, f"{answer.plain} {answer.aside}")
    return _with_hedge(mark_date(key, answer.dated), answer)


def _with_hedge(found: Finding, answer: AnswerText) -> Finding:
    if found.outcome is Outcome.CORRECT and answer.hedge and found.rule in {"D1", "N1"}:
        return Finding(Outcome.CORRECT, "G5", "right", {"hedge": answer.hedge})
    return found
