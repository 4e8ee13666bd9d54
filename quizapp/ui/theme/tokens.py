"""Every colour and every size of the window, as plain values."""

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """The three sets of colours; the system's wish is settled before one is chosen."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One set of colours as ``#RRGGBB``.

    ``X`` is read on ``card`` and on ``X_soft``; ``X_line`` frames ``X_soft``; ``on_X`` is read on
    ``X``. ``edge`` frames what can be filled in, ``line`` only decorates.
    """

    bg: str
    side: str
    card: str
    sunk: str
    line: str
    edge: str
    track: str
    text: str
    muted: str
    ring: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_line: str
    on_accent: str
    ok: str
    ok_soft: str
    ok_line: str
    warn: str
    warn_soft: str
    warn_line: str
    bad: str
    bad_soft: str
    bad_line: str
    on_verdict: str
    mark: str
    mark_line: str
    toast: str
    on_toast: str
    toast_link: str
    off: str
    on_off: str
    shadow: str
    handle: str
    heat: tuple[str, str, str, str, str]


LIGHT = Colours(
    bg="#F6F7FB",
    side="#FFFFFF",
    card="#FFFFFF",
    sunk="#F9FAFD",
    line="#E3E6EF",
    edge="#878FA6",
    track="#E6E8F2",
    text="#171A26",
    muted="#5B6275",
    ring="#171A26",
    accent="#4F46E5",
    accent_hover="#4338CA",
    accent_soft="#EEF0FF",
    accent_line="#C9CCFB",
    on_accent="#FFFFFF",
    ok="#0F7B4D",
    ok_soft="#E6F6EE",
    ok_line="#9AD8B9",
    warn="#8A5A00",
    warn_soft="#FFF4DC",
    warn_line="#EBCF8E",
    bad="#B42332",
    bad_soft="#FDECEE",
    bad_line="#F0B4BA",
    on_verdict="#FFFFFF",
    mark="#FFEFB0",
    mark_line="#FFEFB0",
    toast="#171A26",
    on_toast="#FFFFFF",
    toast_link="#C9CCFB",
    off="#E6E8F2",
    on_off="#5B6275",
    shadow="#171A26",
    handle="#C2C8D8",
    heat=("#E9ECF5", "#C9CCFB", "#9A9CF4", "#6D6AEE", "#4338CA"),
)

DARK = Colours(
    bg="#0F1117",
    side="#141721",
    card="#191D29",
    sunk="#151924",
    line="#272D3D",
    edge="#69748F",
    track="#2A3042",
    text="#EEF0F6",
    muted="#A3ABBF",
    ring="#EEF0F6",
    accent="#8B8CF9",
    accent_hover="#A3A4FB",
    accent_soft="#23264A",
    accent_line="#3D4180",
    on_accent="#0F1117",
    ok="#5FD6A0",
    ok_soft="#12301F",
    ok_line="#2A6B4B",
    warn="#F5C361",
    warn_soft="#33280F",
    warn_line="#6B531D",
    bad="#FF8B95",
    bad_soft="#3A171C",
    bad_line="#78323B",
    on_verdict="#0F1117",
    mark="#4A3C12",
    mark_line="#4A3C12",
    toast="#EEF0F6",
    on_toast="#171A26",
    toast_link="#4338CA",
    off="#2A3042",
    on_off="#A3ABBF",
    shadow="#000000",
    handle="#3D465C",
    heat=("#1E2331", "#2B2D63", "#45479E", "#6667D6", "#9C9DFB"),
)

CONTRAST = Colours(
    bg="#000000",
    side="#000000",
    card="#000000",
    sunk="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    track="#333333",
    text="#FFFFFF",
    muted="#FFFFFF",
    ring="#00E5FF",
    accent="#FFE600",
    accent_hover="#FFF27A",
    accent_soft="#1A1A00",
    accent_line="#FFE600",
    on_accent="#000000",
    ok="#5CFF9D",
    ok_soft="#001A0A",
    ok_line="#5CFF9D",
    warn="#FFC24D",
    warn_soft="#1A1200",
    warn_line="#FFC24D",
    bad="#FF9DA6",
    bad_soft="#1F0004",
    bad_line="#FF9DA6",
    on_verdict="#000000",
    mark="#333000",
    mark_line="#FFE600",
    toast="#FFFFFF",
    on_toast="#000000",
    toast_link="#3A1D8A",
    off="#333333",
    on_off="#FFFFFF",
    shadow="#000000",
    handle="#FFFFFF",
    heat=("#333333", "#5C5500", "#8A7F00", "#BFB000", "#FFE600"),
)

SCHEMES = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}

# Read as: this text stands on that ground somewhere in the window.
TEXT_PAIRS = (
    ("text", "bg"),
    ("text", "side"),
    ("text", "card"),
    ("text", "sunk"),
    ("text", "accent_soft"),
    ("text", "ok_soft"),
    ("text", "warn_soft"),
    ("text", "bad_soft"),
    ("text", "mark"),
    ("muted", "bg"),
    ("muted", "side"),
    ("muted", "card"),
    ("muted", "sunk"),
    ("muted", "accent_soft"),
    ("accent", "bg"),
    ("accent", "card"),
    ("accent", "sunk"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("ok", "card"),
    ("ok", "ok_soft"),
    ("warn", "card"),
    ("warn", "warn_soft"),
    ("bad", "card"),
    ("bad", "bad_soft"),
    ("on_verdict", "ok"),
    ("on_verdict", "warn"),
    ("on_verdict", "bad"),
    ("on_toast", "toast"),
    ("toast_link", "toast"),
    ("on_off", "off"),
)
EDGE_PAIRS = (
    ("edge", "card"),
    ("edge", "bg"),
    ("edge", "sunk"),
    ("ring", "card"),
    ("ring", "bg"),
    ("accent", "card"),
    ("accent", "track"),
)

# What a picture that was drawn for paper stands on, in every theme.
PAPER = "#FFFFFF"
BASE_PX = 15
FAMILY_SIZE = {"OpenDyslexic": 0.86}  # its letters are larger than their nominal size says
SCALE_RANGE = (0.8, 2.0)
SPACING_CAP = 1.35
TARGET_PX = 40
TEXT_COLUMN_CHARS = 68
TEXT_COLUMN_EM = 34
RADIUS = {"small": 6, "key": 8, "control": 10, "tile": 14, "card": 18}
LINE_HEIGHT = 1.45
READING_LINE_HEIGHT = 1.6


@dataclass(frozen=True, slots=True)
class TextRole:
    """A size relative to the base, a weight, and the height of its lines."""

    size: float
    weight: int
    line: float


ROLES = {
    "figure": TextRole(2.2, 700, 1.15),
    "title": TextRole(1.75, 700, 1.2),
    "question": TextRole(1.6, 600, 1.28),
    "answer": TextRole(1.4, 600, 1.3),
    "section": TextRole(1.25, 600, 1.3),
    "strong": TextRole(1.0, 600, LINE_HEIGHT),
    "medium": TextRole(1.0, 500, LINE_HEIGHT),
    "base": TextRole(1.0, 400, LINE_HEIGHT),
    "reading": TextRole(1.06, 400, READING_LINE_HEIGHT),
    "small": TextRole(0.86, 400, 1.4),
    "small_strong": TextRole(0.86, 600, 1.4),
    "label": TextRole(0.8, 600, 1.35),
    "field_large": TextRole(1.4, 500, 1.3),
}


def contrast_ratio(one: str, other: str) -> float:
    """Return the WCAG 2 contrast of two ``#RRGGBB`` colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


_SRGB_KNEE = 0.04045  # below it sRGB is linear


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= _SRGB_KNEE else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
