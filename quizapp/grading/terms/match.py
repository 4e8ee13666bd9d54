"""Whether two terms are the same but for spelling rules, inflection and notation."""

from typing import Final

from quizapp.grading.terms.inflection import same_word
from quizapp.grading.terms.letters import expanded, folded, name_form, plain_letters
from quizapp.grading.terms.words import Phrase, Word, unjoined

PAIR: Final = 2
SHORTEST_FIRST: Final = 3
# G9: øen is as free behind a name as before it: Sakhalinøen, øen Sakhalin.
_PLACES: Final = tuple(map(name_form, ("øen", "floden", "bjerget")))
LONGEST_INITIALS: Final = 3


def same_words(given: Phrase, wanted: Phrase) -> bool:
    """Whether an answer is a term of the key: T1, T2, T6, T9, T10 and T11."""
    if same_letters(given, wanted) or _same_unjoined(given, wanted):
        return True
    if not given.words or not _same_beginning(given, wanted):
        return False
    if len(given.words) != len(wanted.words):
        return _same_run_together(given, wanted)
    pairs = zip(given.words, wanted.words, strict=True)
    return all(word_matches(one, other) for one, other in pairs)


def is_initialled(given: Phrase, wanted: Phrase) -> bool:
    """Whether first names are only initials: C. Nielsen for Carl Nielsen, J.S. Bach."""
    if len(given.words) < PAIR:
        return False
    *first, last = given.words
    if len(wanted.words) < PAIR or not _is_surname(last, wanted.words[-1]):
        return False
    names, at = wanted.words[:-1], 0
    for word in first:
        here = names[at : at + len(word.letters)]
        if here and word.number is None and word_matches(word, here[0]):
            at += 1
        elif word.number is None and _are_initials(word.letters, here):
            at += len(here)
        else:
            return False
    return at == len(names)


def _is_surname(given: Word, wanted: Word) -> bool:
    is_name = len(wanted.letters) >= SHORTEST_FIRST and not wanted.is_common
    return is_name and word_matches(given, wanted)


def _are_initials(letters: str, names: tuple[Word, ...]) -> bool:
    """Whether letters are the first ones of so many names, none of them a noun."""
    if not 0 < len(letters) <= LONGEST_INITIALS or len(letters) != len(names):
        return False
    return all(
        name.letters.startswith(letter) and (not name.is_common or name.letters in {"van", "von"})
        for letter, name in zip(letters, names, strict=True)
    )


def _same_unjoined(given: Phrase, wanted: Phrase) -> bool:
    """Compare what an ordinal is joined to in one of two terms, and parted from in the other."""
    if len(given.words) == len(wanted.words) or given.numbers == wanted.numbers:
        return False
    one, other = unjoined(given), unjoined(wanted)
    return (one is not given or other is not wanted) and same_words(one, other)


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
    if same_word(folded(given.plain), folded(wanted.plain), is_common=is_common):
        return True
    if len(given.words) == len(wanted.words) + 1 and len(wanted.words) > 1:
        return any(_is_split_at(at, given.words, wanted.words) for at in range(len(wanted.words)))
    return len(given.words) == 1 and len(wanted.words) == PAIR and _is_pair(given, wanted)


def _is_split_at(at: int, given: tuple[Word, ...], wanted: tuple[Word, ...]) -> bool:
    """Whether one word of several was written in two: røde blod celler."""
    one, two = given[at : at + 2]
    if one.number is not None or two.number is not None or two.joint:
        return False
    joined = (*given[:at], Word(one.letters + two.letters), *given[at + 2 :])
    return all(word_matches(a, b) for a, b in zip(joined, wanted, strict=True))


def _is_pair(given: Phrase, wanted: Phrase) -> bool:
    """Whether a word is two words of the key, each in some form: koldkrig, den kolde krig."""
    letters, (first, last) = given.plain, wanted.words
    is_like = letters[:SHORTEST_FIRST] == first.letters[:SHORTEST_FIRST]
    if not (is_like and first.is_common and last.is_common):
        return False
    return any(
        word_matches(Word(letters[:at]), first) and word_matches(Word(letters[at:]), last)
        for at in range(SHORTEST_FIRST, len(letters) - 1)
        if letters[at : at + 1] == last.letters[:1]
    )


def word_matches(given: Word, wanted: Word) -> bool:
    """Whether two words are the same; numbers must be exact."""
    if given.number != wanted.number:
        return False
    one, other = given.letters, wanted.letters
    if plain_letters(one) == plain_letters(other) or expanded(one) == expanded(other):
        return True
    if not one or not other:
        return False
    one_name, other_name = name_form(one), name_form(other)
    if one_name == other_name or same_word(one_name, other_name, is_common=False):
        return True
    if not wanted.is_common and one_name in {other_name + place for place in _PLACES}:
        return True
    return wanted.is_common and _same_noun(one, other)


def _same_noun(one: str, other: str) -> bool:
    """Whether two words are forms of one noun; inkaerne has ae that is no æ."""
    forms = ((folded(one), folded(other)), (plain_letters(one), plain_letters(other)))
    return any(same_word(first, second, is_common=True) for first, second in forms)
