"""Whether two terms are the same but for spelling rules, inflection and notation."""

from quizapp.grading.terms.inflection import same_word
from quizapp.grading.terms.letters import expanded, folded, name_form, plain_letters
from quizapp.grading.terms.words import Phrase, Word


def same_words(given: Phrase, wanted: Phrase) -> bool:
    """Whether an answer is a term of the key: T1, T2, T6, T9, T10 and T11."""
    if same_letters(given, wanted):
        return True
    if not given.words or not _same_beginning(given, wanted):
        return False
    if len(given.words) != len(wanted.words):
        return _same_run_together(given, wanted)
    pairs = zip(given.words, wanted.words, strict=True)
    return all(word_matches(one, other) for one, other in pairs)


def _same_beginning(given: Phrase, wanted: Phrase) -> bool:
    """Whether two terms begin alike; no rule changes a first letter but by name or expansion."""
    return (
        given.expanded[:1] == wanted.expanded[:1]
        or given.named[:1] == wanted.named[:1]
        or given.plain[:1] == wanted.plain[:1]
    )


def same_letters(given: Phrase, wanted: Phrase) -> bool:
    """Whether two terms are alike without blanks, hyphens, accents and spellings of a name."""
    return (
        given.plain == wanted.plain
        or given.expanded == wanted.expanded
        or given.named == wanted.named
        or given.whole == wanted.whole
    )


def _same_run_together(given: Phrase, wanted: Phrase) -> bool:
    """Compare split and joined words with a free ending on the last: Jalta konferencen."""
    if given.all_numbers != wanted.all_numbers:
        return False
    is_common = wanted.words[-1].is_common
    return same_word(folded(given.plain), folded(wanted.plain), is_common=is_common)


def word_matches(given: Word, wanted: Word) -> bool:
    """Whether two words are the same; numbers must be exact."""
    if given.number != wanted.number:
        return False
    one, other = given.letters, wanted.letters
    if plain_letters(one) == plain_letters(other) or expanded(one) == expanded(other):
        return True
    if not one or not other:
        return False
    if name_form(one) == name_form(other):
        return True
    if same_word(name_form(one), name_form(other), is_common=False):
        return True
    return wanted.is_common and same_word(folded(one), folded(other), is_common=True)
