"""Spellings of one word that count as the same letters: æ and ae, accents, forms of a name."""

import unicodedata
from functools import lru_cache
from typing import Final

_TO_DANISH: Final = str.maketrans({"ä": "æ", "ö": "ø", "ð": "d", "đ": "d", "ł": "l", "ı": "i",
                                   "þ": "th", "œ": "ø", "ħ": "h"})  # fmt: skip
_OWN: Final = "æøå"
_EXPANDED: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})

# T11: the same name in books that spell it differently. The first stands for all.
_NAME_GROUPS: Final = """
karl carl|christian kristian|nikolaj nikolai nicolai nicolaj nikolay nicolay|nikolaus nicolaus
katarina katharina catharina catarina katerina|katrine kathrine catrine cathrine
margrete margrethe margarete margarethe|margareta margaretha|wilhelm vilhelm
wilhelmina vilhelmina|wilhelmine vilhelmine|frederik fredrik frederick|alexander aleksander
alexandra aleksandra|alexandria aleksandria|alexej aleksej alexei aleksei aleksey|josef joseph
josefine josephine|filip philip phillip philipp|stefan stephan|ludvig ludwig|gustav gustaf
erik eric|viktor victor|viktoria victoria|oskar oscar|klaus claus|kristina christina
kristine christine|kristoffer christoffer christopher kristofer|elisabeth elisabet elizabeth
sofie sophie|sofia sophia|teodor theodor theodore|thomas tomas|matias mathias matthias
haakon håkon hakon|knud knut|svend sven|valdemar waldemar|olav olaf|jakob jacob
mikael michael|mikhail mikhajl michail mihail mikail|rikard richard|konrad conrad
kasper casper caspar kaspar|isak isaac isaak|muhammed mohammed muhammad mohammad mohamed
trotskij trotsky trotski|gorbatjov gorbatsjov gorbachev gorbatschow|sergej sergei sergey
khrusjtjov krusjtjov khrushchev hrusjtjov khrustjov chrustjov|jeltsin yeltsin
bresjnev brezhnev breshnev|dostojevskij dostojevski dostoevsky dostoyevsky
tolstoj tolstoi tolstoy|tjajkovskij tjajkovski tchaikovsky|andrej andrei andrey
dimitri dmitri dmitrij dimitrij dmitry|jurij juri yuri|ivan iwan|zacharias zakarias sakarias
benedikt benedict|dominik dominic|patrik patrick|rudolf rudolph|adolf adolph|kristen christen
kristiansen christiansen|marcus markus|lukas lucas|edvard eduard edward|walter valter
werner verner|kleopatra cleopatra|konstantin constantin|konstantinopel constantinopel
karthago kartago carthago|korinth corinth|kreta creta|perikles pericles|witte vitte
maximilian maksimilian|maximilien maksimilien|xaver ksaver|felix feliks|suzanne susanne
luise louise|caroline karoline|carolina karolina|mathilde matilde|marta martha|rut ruth
judit judith|tora thora|torvald thorvald|torkild thorkild|tor thor|tyra thyra|ture thure
tokyo tokio|kopernikus copernicus|kolumbus columbus|kortez cortez cortes|makedonien macedonien
"""
_NAMES: Final = {
    name: group.split()[0]
    for line in _NAME_GROUPS.strip().splitlines()
    for group in line.split("|")
    for name in group.split()
}

_VARIANTS: Final = {
    first: tuple(name for name, head in _NAMES.items() if head == first)
    for first in set(_NAMES.values())
}


@lru_cache(maxsize=8192)
def plain_letters(word: str) -> str:
    """Return a normalised word without foreign accents; æ, ø and å stay."""
    word = word.translate(_TO_DANISH)
    if word.isascii():
        return word
    return "".join(letter if letter in _OWN else _without_accent(letter) for letter in word)


def _without_accent(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter)
    return "".join(part for part in decomposed if not unicodedata.combining(part))


@lru_cache(maxsize=8192)
def expanded(word: str) -> str:
    """Return a word with ae, oe, aa and ue for the letters they stand for (T1)."""
    return plain_letters(word.replace("ü", "ue")).translate(_EXPANDED)


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Return a word with æ, ø and å for ae, oe and aa, as a Dane would read them."""
    return plain_letters(word).replace("ae", "æ").replace("oe", "ø").replace("aa", "å")


@lru_cache(maxsize=8192)
def name_form(word: str) -> str:
    """Return the form that stands for all spellings of a name (T11), a genitive -s kept."""
    letters = plain_letters(word)
    if letters in _NAMES:
        return expanded(_NAMES[letters])
    if letters.endswith("s") and letters[:-1] in _NAMES:
        return expanded(_NAMES[letters[:-1]]) + "s"
    return expanded(word)


def variants_of(word: str) -> tuple[str, ...]:
    """Return the other spellings of a name (T11)."""
    return _VARIANTS.get(_NAMES.get(plain_letters(word), ""), ())


def has_variants(word: str) -> bool:
    """Whether the other spellings of a name are known, so that none need be listed."""
    return plain_letters(word) in _NAMES


def has_own_letters(word: str) -> bool:
    """Whether a word has a letter that foreign keyboards lack."""
    return any(letter in _OWN for letter in folded(word))


def same_but_foreign_keyboard(given: str, wanted: str) -> bool:
    """T4: o for ø, a for å, a or e for æ, any number of times, and at least once."""
    wanted, given = folded(wanted), plain_letters(given)
    if len(given) != len(wanted) or given == wanted:
        return False
    pairs = zip(given, wanted, strict=True)
    return all(one == other or one in _TYPED_FOR.get(other, "") for one, other in pairs)


_TYPED_FOR: Final = {"ø": "o", "å": "a", "æ": "ae"}


def on_foreign_keyboard(word: str) -> tuple[str, ...]:
    """Return how a word looks when typed without æ, ø and å."""
    letters = folded(word).replace("ø", "o").replace("å", "a")
    return tuple(dict.fromkeys((letters.replace("æ", "a"), letters.replace("æ", "e"))))
