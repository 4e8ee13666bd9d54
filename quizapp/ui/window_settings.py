"""The few choices that must be known before the first paint, in a small ini file."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64Error
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from quizapp.base.errors import QuizappError
from quizapp.base.in_place import put_in_place
from quizapp.ui.language import DANISH, LANGUAGES
from quizapp.ui.theme.fonts import FAMILIES, INTER
from quizapp.ui.theme.tokens import SCALE_RANGE

_SECTION = "window"


class Appearance(StrEnum):
    """Which colours the learner chose; ``SYSTEM`` follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """How the window looks and where it stood; ``geometry`` is Qt's own note of the latter."""

    appearance: Appearance = Appearance.SYSTEM
    scale: float = 1.0
    family: str = INTER
    language: str = DANISH
    reduced_motion: bool = False
    geometry: bytes = b""


class WindowSettings:
    """The choices in force, and the file that keeps them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._chosen: Chosen | None = None

    @property
    def chosen(self) -> Chosen:
        """The choices in force; what a file says that cannot be read is as if never said."""
        if self._chosen is None:
            self._chosen = _read(self._path)
        return self._chosen

    def choose(self, **changes: Any) -> Chosen:  # noqa: ANN401 - the fields of Chosen
        """Change some choices and keep them.

        They are in force for this run even where they cannot be kept; then ``QuizappError``.
        """
        self._chosen = replace(self.chosen, **changes)
        try:
            _write(self._path, self._chosen)
        except OSError as error:
            raise QuizappError("no_permission", folder=str(self._path.parent)) from error
        return self._chosen


def _read(path: Path) -> Chosen:
    try:
        said = _said(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, OSError):
        return Chosen()
    known = {member.value for member in Appearance}
    appearance, family = said.get("appearance", ""), said.get("font", "")
    language = said.get("language", "")
    return Chosen(
        appearance=Appearance(appearance) if appearance in known else Appearance.SYSTEM,
        scale=_scale(said.get("scale", "")),
        family=family if family in FAMILIES else INTER,
        language=language if language in LANGUAGES else DANISH,
        reduced_motion=said.get("reduced_motion", "") == "yes",
        geometry=_bytes(said.get("geometry", "")),
    )


def _said(text: str) -> dict[str, str]:
    """Return what our section says.

    The standard library's reader understands more, but loads for 6 ms before the first paint.
    """
    said: dict[str, str] = {}
    is_ours = False
    for line in text.splitlines():
        if line.startswith("["):
            is_ours = line.strip() == f"[{_SECTION}]"
        elif is_ours:
            name, _, value = line.partition("=")
            said[name.strip()] = value.strip()
    return said


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        return 1.0
    low, high = SCALE_RANGE
    return scale if low <= scale <= high else 1.0


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (NotBase64Error, ValueError):
        return b""


def _write(path: Path, chosen: Chosen) -> None:
    import configparser  # noqa: PLC0415 - see _said

    parser = configparser.ConfigParser(interpolation=None)
    try:
        # Other sections belong to other parts of the program and stay as they are.
        parser.read(path, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        parser = configparser.ConfigParser(interpolation=None)
    parser[_SECTION] = {
        "appearance": chosen.appearance.value,
        "scale": f"{chosen.scale:g}",
        "font": chosen.family,
        "language": chosen.language,
        "reduced_motion": "yes" if chosen.reduced_motion else "no",
        "geometry": b64encode(chosen.geometry).decode("ascii"),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".new")
    with half.open("w", encoding="utf-8") as file:
        parser.write(file)
    put_in_place(half, path)
