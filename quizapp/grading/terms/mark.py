"""A typed term against its key, in the order of decisions of the marking rules."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from quizapp.grading.answer_text import AnswerText, holds_negation, negation_in, negations_in
from quizapp.grading.terms.events import is_same_event
from quizapp.grading.terms.match import is_initialled, same_letters, same_words
from quizapp.grading.terms.phrases import (
    MOST_EXTRA_WORDS,
    Place,
    is_about_another,
    may_be_about_another,
    places_of,
    reversed_name,
)
from quizapp.grading.terms.spelling import (
    Misspelling,
    edits_to,
    is_opposite,
    joined_misspelling,
    misspelling,
)
from quizapp.grading.terms.words import Phrase, given_phrase, key_phrase, phrase, words_of
from quizapp.grading.verdict import Finding, Outcome
from quizapp.questions.keys import ListedWording, TermKey

_Measure = Callable[[Phrase, Phrase], Misspelling | None]


@dataclass(frozen=True, slots=True)
class _Terms:
    answers: tuple[tuple[str, Phrase], ...]
    almost: tuple[tuple[ListedWording, Phrase], ...]
    reject: tuple[tuple[ListedWording, Phrase], ...]
    undenied: tuple[tuple[str, Phrase], ...]
    unnumbered: tuple[tuple[Phrase, Phrase], ...]


@lru_cache(maxsize=1024)
def _terms(key: TermKey) -> _Terms:
    answers = tuple((answer, key_phrase(answer)) for answer in key.answers)
    return _Terms(
        answers,
        tuple((listed, key_phrase(listed.wording)) for listed in key.almost),
        tuple((listed, key_phrase(listed.wording)) for listed in key.reject),
        tuple(_undenied(answers)),
        tuple((wanted, _unnumbered(wanted)) for _, wanted in answers if wanted.numbers),
    )


def _undenied(answers: tuple[tuple[str, Phrase], ...]) -> Iterator[tuple[str, Phrase]]:
    """Return each denial that stands in a wording, and the wording without it."""
    for wording, wanted in answers:
        negation = negation_in(wording.casefold())
        rest = tuple(word for word in wanted.words if word.letters != negation)
        if negation and len(rest) < len(wanted.words):
            yield negation, phrase(rest)


def _unnumbered(term: Phrase) -> Phrase:
    return phrase(tuple(word for word in term.words if word.number is None))


def accepts_whole(key: TermKey, text: str) -> bool:
    """Whether a normalised text is an accepted answer as it stands."""
    given = given_phrase(text)
    return any(same_words(given, wanted) for _, wanted in _terms(key).answers)


def mark_term(key: TermKey, answer: AnswerText) -> Finding:
    """Mark a typed term that is neither empty nor too long."""
    found = _marked(key, answer)
    if found.outcome is Outcome.CORRECT or answer.aside or negation_in(answer.plain):
        return found
    wording = next((one for one in key.answers if is_same_event(answer.plain, one)), "")
    rejects = [one for one in key.reject if is_same_event(answer.plain, one.wording)]
    if not wording or rejects:
        return found
    return Finding(Outcome.CORRECT, "T2", "right", {"answer": shown(wording)})


def _marked(key: TermKey, answer: AnswerText) -> Finding:
    terms = _terms(key)
    given = given_phrase(answer.plain)
    fields = {"answer": shown(key.answers[0])}
    decided = (
        _rejected_aside(terms, answer, fields)
        or _accepted(terms, given, answer)
        or _lacks_negation(terms, given)
        or _rejected(terms, given, answer, fields)
        or _denied(key, answer)
    )
    return decided or _nearly(_with_negation(terms, answer), given, answer, fields)


def _nearly(terms: _Terms, given: Phrase, answer: AnswerText, fields: dict[str, str]) -> Finding:
    """Mark what is neither a term of the key nor refused: a slip, a longer phrase, or wrong."""
    return (
        _misspelt(terms, given, fields, misspelling)
        or _misspelt_reject(terms, given)
        or _inside_phrase(terms, answer, fields, spelt=True)
        or _misspelt(terms, given, fields, joined_misspelling)
        or _inside_phrase(terms, answer, fields, spelt=False)
        or _number_differs(terms, given, fields)
        or _initialled(terms, given)
        or Finding(Outcome.WRONG, "T5", "wrong", dict(fields))
    )


def _accepted(terms: _Terms, given: Phrase, answer: AnswerText) -> Finding | None:
    same = [(wording, wanted) for wording, wanted in terms.answers if same_words(given, wanted)]
    if same:
        wording, wanted = min(same, key=lambda one: one[1].plain != given.plain)
        if not same_letters(given, wanted) and _is_listed_as_wrong(terms, given):
            return None
        return _right(given, wanted, wording, answer)
    for listed, wanted in terms.almost:
        if same_words(given, wanted):
            fields = {"answer": shown(terms.answers[0][0])}
            return Finding(Outcome.ALMOST, "T7", "half", dict(fields), listed.feedback)
    return None


def _is_listed_as_wrong(terms: _Terms, given: Phrase) -> bool:
    """T5: what the author refuses letter by letter is no form of the answer: kvart, kvartet."""
    return any(same_letters(given, unwanted) for _, unwanted in terms.reject)


def shown(wording: str) -> str:
    """Return a wording as it stands at the end of a sentence, which has its own full stop."""
    return wording.removesuffix(".")


def _right(given: Phrase, wanted: Phrase, wording: str, answer: AnswerText) -> Finding:
    rule = "G1"
    if given.plain != wanted.plain:
        rule = "T1" if same_letters(given, wanted) else "T2"
    if answer.hedge:
        return Finding(Outcome.CORRECT, "G5", "right", {"hedge": answer.hedge})
    return Finding(Outcome.CORRECT, rule, "right", {"answer": shown(wording)})


def _rejected(
    terms: _Terms, given: Phrase, answer: AnswerText, fields: dict[str, str]
) -> Finding | None:
    """T5: a reject wins, also inside a longer answer, unless a longer accepted phrase holds it."""
    words = words_of(answer.plain)
    turned = phrase(reversed_name(words))
    covered = [place for _, wanted in terms.answers for place in places_of(words, wanted)]
    covered += [place for _, wanted in terms.almost for place in places_of(words, wanted)]
    for listed, unwanted in terms.reject:
        if same_words(given, unwanted) or (turned.words and same_words(turned, unwanted)):
            return Finding(Outcome.WRONG, "T5", "wrong", dict(fields), listed.feedback)
        if is_initialled(given, unwanted) and not _has_initials_of_answer(terms, given):
            return Finding(Outcome.WRONG, "T5", "wrong", dict(fields), listed.feedback)
        for place in places_of(words, unwanted):
            if not any(_holds(other, place) for other in covered):
                return Finding(Outcome.WRONG, "T5", "wrong", dict(fields), listed.feedback)
    return None


def _has_initials_of_answer(terms: _Terms, given: Phrase) -> bool:
    return any(is_initialled(given, wanted) for _, wanted in terms.answers)


def _rejected_aside(terms: _Terms, answer: AnswerText, fields: dict[str, str]) -> Finding | None:
    """Find a reject in parentheses, which is a second answer: København (Kiel)."""
    aside = given_phrase(answer.aside) if answer.aside else None
    for listed, unwanted in terms.reject:
        if aside is not None and same_words(aside, unwanted):
            return Finding(Outcome.WRONG, "T5", "wrong", dict(fields), listed.feedback)
    return None


def _holds(longer: Place, place: Place) -> bool:
    first, last = len(longer.before), len(longer.before) + len(longer.found)
    start, end = len(place.before), len(place.before) + len(place.found)
    return first <= start and end <= last and last - first > end - start


def _lacks_negation(terms: _Terms, given: Phrase) -> Finding | None:
    """G7: a denial in the key must be there: erstatning is not ingen erstatning."""
    for negation, rest in terms.undenied:
        if same_words(given, rest):
            return Finding(Outcome.WRONG, "G7", "negation_missing", {"negation": negation})
    return None


def _denied(key: TermKey, answer: AnswerText) -> Finding | None:
    """G7: a denial that the key does not have turns the answer round."""
    for negation in negations_in(answer.plain):
        if not any(holds_negation(wording, negation, answer.plain) for wording in key.answers):
            return Finding(Outcome.WRONG, "G7", "negated", {"negation": negation})
    return None


def _with_negation(terms: _Terms, answer: AnswerText) -> _Terms:
    """G7: leave only the wordings that hold the denial an answer has."""
    negation = negation_in(answer.plain)
    if not negation:
        return terms
    kept = tuple(one for one in terms.answers if holds_negation(one[0], negation, answer.plain))
    return replace(terms, answers=kept, almost=())


def _misspelt(
    terms: _Terms, given: Phrase, fields: dict[str, str], measure: _Measure
) -> Finding | None:
    found: list[tuple[Misspelling, str]] = []
    for wording, wanted in terms.answers:
        slip = measure(given, wanted)
        if slip is not None:
            found.append((slip, wording))
    if found:
        slip, wording = min(found, key=lambda one: one[0].edits)
        return _unless_closer(terms, given, slip) or _slip(slip, wording)
    for listed, wanted in terms.almost:
        half = measure(given, wanted)
        if half is not None and _unless_closer(terms, given, half) is None:
            return Finding(Outcome.ALMOST, "T7", "half", dict(fields), listed.feedback)
    return None


_TOLD_LETTERS: Final = ("ø", "å", "æ", "aa", "oe", "ae")


def _slip(slip: Misspelling, wording: str) -> Finding:
    rule = "T4" if slip.is_keyboard else "T3"
    letters = next((letter for letter in _TOLD_LETTERS if letter in wording.casefold()), "")
    wording = wording if rule == "T3" else shown(wording)
    return Finding(Outcome.ALMOST, rule, "spelling", {"answer": wording, "letter": letters})


def _misspelt_reject(terms: _Terms, given: Phrase) -> Finding | None:
    """T5: »Harld Bohr« is Harald Bohr, though the accepted Bohr stands in it."""
    for listed, unwanted in terms.reject:
        if edits_to(given, unwanted) is not None:
            fields = {"reject": listed.wording}
            return Finding(Outcome.WRONG, "T5", "closer", dict(fields), listed.feedback)
    return None


def _unless_closer(terms: _Terms, given: Phrase, slip: Misspelling) -> Finding | None:
    """T5: a typo strictly closer to a reject is that reject."""
    for listed, unwanted in terms.reject:
        edits = edits_to(given, unwanted)
        if edits is not None and edits < slip.edits:
            fields = {"reject": listed.wording}
            return Finding(Outcome.WRONG, "T5", "closer", dict(fields), listed.feedback)
    return None


def _inside_phrase(
    terms: _Terms, answer: AnswerText, fields: dict[str, str], *, spelt: bool
) -> Finding | None:
    """T8: an answer inside a longer phrase counts, unless the phrase is about something else."""
    words = words_of(answer.plain)
    turned = reversed_name(words)
    if spelt and turned and any(same_words(phrase(turned), wanted) for _, wanted in terms.answers):
        return Finding(Outcome.CORRECT, "T8")
    places = [
        (place, wanted, wording)
        for wording, wanted in terms.answers
        for place in places_of(words, wanted, spelt=spelt)
    ]
    whole = [one for one in places if not any(_is_in_longer(one, other) for other in places)]
    return _in_phrase(whole, fields) if whole else None


_Found = tuple[Place, Phrase, str]


def _is_in_longer(one: _Found, other: _Found) -> bool:
    """Whether a wording lies in a longer one: Washington in George Washington."""
    return len(other[1].words) > len(one[1].words) and _holds(other[0], one[0])


def _in_phrase(places: list[_Found], fields: dict[str, str]) -> Finding:
    good = [(place, word) for place, wanted, word in places if not is_about_another(place, wanted)]
    if not good:
        return Finding(Outcome.WRONG, "T8", "about_another", dict(fields))
    place, wording = min(good, key=lambda one: (may_be_about_another(one[0]), one[0].extra_words))
    if place.misspelt is not None:
        return _slip(place.misspelt, wording)
    if may_be_about_another(place):
        return Finding(Outcome.ALMOST, "T8", "unsure", dict(fields))
    if place.extra_words > MOST_EXTRA_WORDS:
        return Finding(Outcome.ALMOST, "T8", "long", dict(fields))
    return Finding(Outcome.CORRECT, "T8")


def _initialled(terms: _Terms, given: Phrase) -> Finding | None:
    """T7: initials leave the name incomplete, unless they may be those of somebody refused."""
    if any(is_initialled(given, unwanted) for _, unwanted in terms.reject):
        return None
    for wording, wanted in terms.answers:
        if is_initialled(given, wanted):
            return Finding(Outcome.ALMOST, "T7", "half", {"answer": shown(wording)})
    return None


def _number_differs(terms: _Terms, given: Phrase, fields: dict[str, str]) -> Finding | None:
    """T6: the right name with another number is wrong; without its number it is incomplete."""
    name = _unnumbered(given) if terms.unnumbered else given
    for wanted, bare in terms.unnumbered:
        if name.words and bare.words and same_words(name, bare):
            if given.numbers or any(word.is_tied for word in wanted.words):
                return Finding(Outcome.WRONG, "T6", "number", dict(fields))
            return Finding(Outcome.ALMOST, "T6", "missing", dict(fields))
    if any(is_opposite(given.plain, wanted.plain) for _, wanted in terms.answers):
        return Finding(Outcome.WRONG, "T5", "compass", dict(fields))
    return None
