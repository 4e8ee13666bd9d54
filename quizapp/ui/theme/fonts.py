"""The fonts that come with the program."""

from functools import cache
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

INTER = "Inter"
ATKINSON = "Atkinson Hyperlegible Next"
OPEN_DYSLEXIC = "OpenDyslexic"
FAMILIES = (INTER, ATKINSON, OPEN_DYSLEXIC)

_FILES = MappingProxyType(
    {
        INTER: ("Inter-400.ttf", "Inter-500.ttf", "Inter-600.ttf", "Inter-700.ttf"),
        ATKINSON: (
            "AtkinsonHyperlegibleNext-400.ttf",
            "AtkinsonHyperlegibleNext-500.ttf",
            "AtkinsonHyperlegibleNext-600.ttf",
            "AtkinsonHyperlegibleNext-700.ttf",
        ),
        OPEN_DYSLEXIC: ("OpenDyslexic-400.otf", "OpenDyslexic-700.otf"),
    }
)
_FOLDER = Path(__file__).parents[1] / "assets" / "fonts"


@cache
def load_family(family: str) -> None:
    """Make one of ``FAMILIES`` known to Qt; a second call costs nothing.

    Raises ``KeyError`` for a family that does not come with the program.
    """
    for name in _FILES[family]:
        QFontDatabase.addApplicationFontFromData(QByteArray((_FOLDER / name).read_bytes()))


def font_of(family: str, pixels: int, weight: int) -> QFont:
    """Return a font of the family; Inter stands in for a letter that it lacks."""
    load_family(INTER)
    load_family(family)
    font = QFont([family, INTER] if family != INTER else [INTER])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font
