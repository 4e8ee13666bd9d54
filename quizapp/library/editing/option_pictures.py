"""Pictures at options that are being written: each follows its option to another wording."""

from collections.abc import Mapping
from typing import Final

from quizapp.library.editing.form_shapes import Filled
from quizapp.library.editing.form_values import rows_of
from quizapp.questions.codec import decode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Pictured, options_of

AT_OPTIONS: Final = "billeder"
_OPTIONS: Final = frozenset({"rigtigt", "rigtige", "forkerte", "rækkefølge", "par", "overskydende"})


def options_in(fields: Mapping[str, Plain]) -> tuple[str, ...]:
    """Return the options or items of a question as far as it is written, each once."""
    draft = decode(fields).draft
    texts = options_of(draft) if isinstance(draft, Pictured) else ()
    return tuple(dict.fromkeys(text for text in texts if text))


def pictures_in(value: Plain) -> dict[str, str]:
    """Return the file of each option that has a picture."""
    return {option: name for option, name in rows_of(value, Filled.PAIRS) if option}


def written_pictures(pictures: Mapping[str, str]) -> Plain:
    """Return the field that says which option has which picture."""
    return [{option: name} for option, name in pictures.items() if name]


def followed(fields: Mapping[str, Plain], changes: Mapping[str, Plain]) -> Mapping[str, Plain]:
    """Return changes to a question with its pictures at the options' new wordings.

    A picture whose option has gone goes to one that is new; else it stays for the author to see.
    """
    pictures = pictures_in(fields.get(AT_OPTIONS))
    if not pictures or AT_OPTIONS in changes or not _OPTIONS & changes.keys():
        return changes
    before, after = options_in(fields), options_in({**fields, **changes})
    lost = [option for option in pictures if option not in after]
    new = [option for option in after if option not in before]
    names = dict(zip(lost, new, strict=False))
    if not names:
        return changes
    moved = {names.get(option, option): name for option, name in pictures.items()}
    return {**changes, AT_OPTIONS: written_pictures(moved)}
