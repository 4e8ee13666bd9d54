"""Reads one value after the other out of a plain mapping and notes every mistake on the way."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Final, TypeVar

from quizapp.notation.author import UnreadableError, read_author_date
from quizapp.questions.codec_mistakes import (
    InsertKey,
    KeyOf,
    Mistake,
    Path,
    Plain,
    Remedy,
    Remove,
    RenameKey,
    SetValue,
    Severity,
)
from quizapp.questions.codec_words import near

TEXT_BYTES: Final = 64 * 1024
MOST_UNKNOWN: Final = 100
MOST_NEAR: Final = 10
"""So many misspelt keys of one question are looked up; with more it is no question at all."""
MOST_ITEMS: Final = 500
"""Each answer is held against each other one, when a pack is checked and when one is marked."""
READABLE_LENGTH: Final = 200
"""No date or number is longer."""
_FORBIDDEN: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    r"\u202a-\u202e\u2066-\u2069]"
)
"""Control characters, halves of characters, and what turns the direction of the text after it."""
_BREAKS: Final = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_PARTS: Final = re.compile(r"\s*[,;|]\s+|\s*[;|]\s*")
_ADDRESS: Final = re.compile(r"https?://[^\s/]\S*")
_CLOCK: Final = re.compile(r"(?<=\d)[T ]\d\d:\d\d.*", re.DOTALL)
_INVISIBLE: Final = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060-\u2064\ufeff\u061c\u180e\u206a-\u206f]"
)
"""What no reader sees: pasted from Word or the web, and never part of a word. Emoji need U+200D."""
_ELSEWHERE: Final = {
    "svar": ("rigtigt", "rigtige", "rækkefølge", "par", "bagside", "modelsvar", "tekst"),
    "spørgsmål": ("forside", "tekst"),
    "forside": ("spørgsmål",),
    "bagside": ("svar", "modelsvar"),
    "modelsvar": ("svar", "bagside"),
    "rigtigt": ("rigtige", "svar"),
    "rigtige": ("rigtigt", "svar"),
}
"""What a key of another kind was most likely meant to be."""
_NUMBERS: Final = frozenset({"tolerance", "godtag", "næsten interval", "margin år", "margin dage"})
_YES: Final = frozenset({"ja"})
_NO: Final = frozenset({"nej"})
_FOREIGN_YES: Final = frozenset({"true", "yes", "y", "j", "sand", "on", "1", "x"})

T = TypeVar("T")
V = TypeVar("V")


def clean(text: str) -> str:
    """Return a text as the program holds it: NFC, line feeds, no blanks at the ends."""
    plain = _BREAKS.sub("\n", text) if not text.isascii() or "\r" in text else text
    return unicodedata.normalize("NFC", plain).strip()


class Fields:
    """The fields of one question (or gap); every mistake met is kept in ``mistakes``."""

    def __init__(self, fields: Mapping[str, Plain], missing_code: str = "missing_key") -> None:
        self._fields = fields
        self._missing_code = missing_code
        self.mistakes: list[Mistake] = []

    def note(self, code: str, *path: str | int, **fields: str | int) -> None:
        """Note an error at a value."""
        self.mistakes.append(Mistake(code=code, path=path, fields=fields))

    def note_with(self, remedy: Remedy, code: str, *path: str | int, **fields: str | int) -> None:
        """Note an error that has a remedy."""
        self.mistakes.append(Mistake(code=code, path=path, fields=fields, remedy=remedy))

    def refuse_unknown(self, known: tuple[str, ...], everything: tuple[str, ...]) -> None:
        """Note each key that is none of ``known``; one of ``everything`` is only out of place."""
        unknown = [key for key in self._fields if key not in known]
        for number, key in enumerate(unknown[:MOST_UNKNOWN]):
            meant = self._meant(key, known) if number < MOST_NEAR else ""
            code = "key_elsewhere" if key in everything else "unknown_key"
            if meant:
                remedy = Remedy("change_to", RenameKey(meant), {"near": meant})
                self.note_with(remedy, f"{code}_near", KeyOf(key), key=key, near=meant)
            else:
                self.note_with(Remedy("remove", Remove()), code, KeyOf(key), key=key)

    def _meant(self, key: str, known: tuple[str, ...]) -> str:
        free = (one for one in _ELSEWHERE.get(key, ()) if one in known and one not in self._fields)
        return next(free, "") or near(key, known)

    def note_empty(self, known: Collection[str]) -> None:
        """Note each key that nothing stands under, unless something is said of it already."""
        told = {str(one.path[0]) for one in self.mistakes if one.path}
        for key in self._fields:
            if key not in known or key in told or self._fields[key] not in ("", None):
                continue
            severity = Severity.ERROR if key in _NUMBERS else Severity.WARNING
            remedy = Remedy("remove", Remove())
            self.mistakes.append(
                Mistake(
                    code="empty_field",
                    path=(KeyOf(key),),
                    fields={"key": key},
                    severity=severity,
                    remedy=remedy,
                )
            )

    def has(self, key: str) -> bool:
        """Tell whether something stands under the key."""
        value = self._fields.get(key)
        return not (value is None or value in ("", [], {}))

    def text(self, key: str) -> str:
        """Return the text under a key, or ``""``."""
        return self._text_at(self._fields.get(key), (key,)) if self.has(key) else ""

    def required_text(self, key: str) -> str:
        """Return the text under a key that has to be there."""
        text = self.text(key)
        if not text and not any(mistake.path[:1] == (key,) for mistake in self.mistakes):
            self.missing(key)
        return text

    def missing(self, key: str) -> None:
        """Note that a key has to be there."""
        renamed = RenameKey(key)
        if any(one.remedy and one.remedy.change == renamed for one in self.mistakes):
            return
        there = (key,) if key in self._fields else ()
        remedy = Remedy("insert_field", InsertKey(key))
        self.note_with(remedy, self._missing_code, *there, key=key)

    def flag(self, key: str, *, default: bool) -> bool:
        """Return yes or no."""
        value = self._fields.get(key)
        if isinstance(value, bool):
            return value
        if not self.has(key):
            return default
        word = self._text_at(value, (key,)).casefold()
        if word and word not in _YES | _NO:
            meant = "ja" if word in _FOREIGN_YES else "nej"
            remedy = Remedy(f"write_{meant}", SetValue(meant))
            self.note_with(remedy, "yes_no", key, value=word)
        return word in _YES

    def whole(self, key: str, least: int, most: int) -> int | None:
        """Return a whole number within its limits, or None where there is none."""
        value = self._fields.get(key)
        if not self.has(key):
            return None
        text = self._text_at(value, (key,))
        if not (text.isascii() and text.isdecimal() and len(text) <= len(str(most))):
            self.note("whole_number", key, key=key, least=least, most=most)
            return None
        if not least <= int(text) <= most:
            self.note("whole_number", key, key=key, least=least, most=most)
        return int(text)

    def one_of(self, key: str, words: Mapping[str, V], code: str) -> V | None:
        """Return what the word under a key stands for; None where it is missing or unknown."""
        text = self.text(key)
        if not text or text in words:
            return words.get(text)
        meant = near(text, tuple(words))
        if meant:
            remedy = Remedy("change_to", SetValue(meant), {"near": meant})
            self.note_with(remedy, f"{code}_near", key, value=text, near=meant)
        else:
            self.note(code, key, value=text, known=", ".join(words))
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list."""
        found = (self._text_at(item, (key, i)) for i, item in enumerate(self._items(key)))
        return tuple(found)

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list whose items are texts or lists of texts."""
        return tuple(self._group(item, (key, i)) for i, item in enumerate(self._items(key)))

    def remarked(self, key: str, *, or_map: bool = True) -> tuple[tuple[str, str, Path], ...]:
        """Return texts with the author's remark on each (or ``""``) and the place of each."""
        value = self._fields.get(key)
        if or_map and isinstance(value, dict):
            said_in_order = self._bounded(list(value), (key,))
            return tuple(
                (self._text_at(said, place), self._remark(value[str(said)], (key, said)), place)
                for said in map(str, said_in_order)
                for place in ((key, KeyOf(said)),)
            )
        return tuple(self._remarked(item, (key, i)) for i, item in enumerate(self._items(key)))

    def pairs(self, key: str) -> tuple[tuple[str, str, Path], ...]:
        """Return left and right of a map, or of a list of one-key maps, and the place of each."""
        found = self.remarked(key)
        for left, right, path in found:
            if left and not right:
                self.note("pair_without_right", *path, item=left)
        return found

    def value(self, key: str) -> Plain:
        """Return what stands under the key, as it is."""
        return self._fields.get(key)

    def read(self, reading: Callable[[str], T], code: str, text: str, path: Path) -> T | None:
        """Read a text as a date or a number; an unreadable one is noted."""
        try:
            if len(text) <= READABLE_LENGTH:
                return reading(text)
        except UnreadableError:
            pass
        self.note(code, *path, value=text[:READABLE_LENGTH])
        return None

    def address(self, key: str) -> str:
        """Return the text under a key that has to be an address on the web."""
        text = self.text(key)
        self.mistakes += wrong_address(text, key) if text else ()
        return text

    def day(self, key: str) -> str:
        """Return the text under a key that has to be a date, perhaps with a time of day."""
        text = self.text(key)
        self.mistakes += wrong_day(text, key) if text else ()
        return text

    def text_at(self, value: Plain, *path: str | int) -> str:
        """Return a text that stands deeper than directly under a key."""
        return self._text_at(value, path)

    def _items(self, key: str) -> list[Plain] | tuple[Plain, ...]:
        value = self._fields.get(key)
        if isinstance(value, list | tuple):
            return self._bounded(value, (key,))
        if self.has(key):
            parts = _PARTS.split(value) if isinstance(value, str) else [value]
            remedy = Remedy("make_list", SetValue([*parts]))
            self.note_with(remedy, "list_expected", key, key=key)
        return []

    def _bounded(
        self, value: list[Plain] | tuple[Plain, ...], path: Path
    ) -> list[Plain] | tuple[Plain, ...]:
        if len(value) > MOST_ITEMS:
            self.note("too_many_items", *path, n=len(value), most=MOST_ITEMS)
        return value[:MOST_ITEMS]

    def _group(self, item: Plain, path: Path) -> tuple[str, ...]:
        if not isinstance(item, list | tuple):
            return (self._text_at(item, path),)
        if not item:
            self.note("empty_text", *path)
        items = self._bounded(item, path)
        return tuple(self._text_at(one, (*path, j)) for j, one in enumerate(items))

    def _remarked(self, item: Plain, path: Path) -> tuple[str, str, Path]:
        if isinstance(item, dict) and len(item) == 1:
            [(said, why)] = item.items()
            return self._text_at(said, path), self._remark(why, (*path, said)), path
        return self._text_at(item, path), "", path

    def _remark(self, value: Plain, path: Path) -> str:
        return "" if value is None or value == "" else self._text_at(value, path)

    def _text_at(self, value: Plain, path: Path) -> str:
        match value:
            case str():
                return self._checked(value, path)
            case bool() | None:
                self.note("text_expected", *path)
            case int() | float() | Decimal():
                return str(value).replace(".", ",")
            case dict() if len(value) == 1:
                [(before, after)] = value.items()
                whole = f"{before}: {after}"
                self.note_with(Remedy("quote", SetValue(whole)), "colon", *path)
            case _:
                self.note("text_expected", *path)
        return ""

    def _checked(self, value: str, path: Path) -> str:
        hidden = None if value.isprintable() else _FORBIDDEN.search(value)
        if hidden:
            self.note("hidden_character", *path, character=f"U+{ord(hidden[0]):04X}")
            return _FORBIDDEN.sub("", value)
        if unseen := None if value.isprintable() else _INVISIBLE.search(value):
            remedy = Remedy("remove_character", SetValue(_INVISIBLE.sub("", value)))
            fields = {"character": f"U+{ord(unseen[0]):04X}"}
            self.mistakes.append(
                Mistake(
                    code="invisible_character",
                    path=path,
                    fields=fields,
                    severity=Severity.WARNING,
                    remedy=remedy,
                )
            )
        text = clean(value)
        if len(text) * 4 > TEXT_BYTES and len(text.encode()) > TEXT_BYTES:
            self.note("text_too_long", *path, limit=TEXT_BYTES // 1024)
        if not text and len(path) > 1:
            self.note("empty_text", *path)
        return text


def warning(code: str, *path: str | int, **fields: str | int) -> Mistake:
    """Return a mistake that does not stand in the way."""
    return Mistake(code=code, path=path, fields=fields, severity=Severity.WARNING)


def wrong_address(text: str, *path: str | int) -> tuple[Mistake, ...]:
    """Return the mistake in a text that should be an address on the web."""
    if _ADDRESS.fullmatch(text):
        return ()
    whole = f"https://{text}"
    is_short = text.startswith("www.")
    remedy = Remedy("change_to", SetValue(whole), {"near": whole}) if is_short else None
    fields = {"value": text[:READABLE_LENGTH]}
    return (Mistake(code="bad_address", path=path, fields=fields, remedy=remedy),)


def wrong_day(text: str, *path: str | int) -> tuple[Mistake, ...]:
    """Return the mistake in a text that should be a date, perhaps with a time of day."""
    try:
        read_author_date(_CLOCK.sub("", text)[:READABLE_LENGTH])
    except UnreadableError:
        fields = {"value": text[:READABLE_LENGTH]}
        return (Mistake(code="unreadable_date", path=path, fields=fields),)
    return ()
