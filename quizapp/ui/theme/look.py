"""What a widget asks when it draws itself: the theme in force, worked out."""

from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF

from quizapp.ui.theme import tokens
from quizapp.ui.theme.fonts import INTER, font_of
from quizapp.ui.theme.tokens import Colours, Scheme

_PROPERTY = "quizapp_look"
_WRAP = int(Qt.TextFlag.TextWordWrap)
_ENDLESS_PX = 10_000
# A font's own »average« counts every letter alike; running Danish is narrower.
_SAMPLE = "ministeren skrev under i byen, og den dag begyndte uroen ude i landet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What the learner chose: colours, size of text (0.8 to 2.0), font, and less motion."""

    scheme: Scheme = Scheme.LIGHT
    scale: float = 1.0
    family: str = INTER
    reduced_motion: bool = False


@dataclass(frozen=True)
class Look:
    """A theme as colours, fonts and pixels; two looks of one theme are equal."""

    theme: Theme
    colours: Colours = field(init=False, compare=False, repr=False)
    scale: float = field(init=False, compare=False, repr=False)
    """The size of text, kept within what the layouts are made for."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "colours", tokens.SCHEMES[self.theme.scheme])
        low, high = tokens.SCALE_RANGE
        object.__setattr__(self, "scale", min(max(self.theme.scale, low), high))

    @property
    def is_contrast(self) -> bool:
        """Whether every edge must be plain to see."""
        return self.theme.scheme is Scheme.CONTRAST

    def font(self, role: str = "base") -> QFont:
        """Return the font of one of ``tokens.ROLES``."""
        return QFont(_font(self.theme.family, self.text_px(role), tokens.ROLES[role].weight))

    def text_px(self, role: str) -> int:
        """Return the height of a role's letters in pixels."""
        family = tokens.FAMILY_SIZE.get(self.theme.family, 1.0)
        return round(tokens.BASE_PX * self.scale * tokens.ROLES[role].size * family)

    def line_px(self, role: str) -> int:
        """Return the distance between two lines of a role in pixels; a tall font widens it."""
        return _line_px(self, role)

    def space(self, pixels: float) -> int:
        """Return a distance on the 4 px grid, growing with the text but only to 1.35 times."""
        return round(pixels * min(self.scale, tokens.SPACING_CAP))

    def grown(self, pixels: float) -> int:
        """Return a length that follows the text all the way, such as an icon beside words."""
        return round(pixels * self.scale)

    def em(self, count: float) -> int:
        """Return so many times the height of running text, in pixels."""
        return round(tokens.BASE_PX * self.scale * count)

    def target(self) -> int:
        """Return the least height and width of what can be pressed."""
        return max(tokens.TARGET_PX, self.space(tokens.TARGET_PX))

    def radius(self, name: str) -> int:
        """Return one of ``tokens.RADIUS``."""
        return self.space(tokens.RADIUS[name])

    def column_px(self, role: str = "base") -> int:
        """Return the width of 68 characters, the most that running text may be wide."""
        return _column_px(self, role)

    def colour(self, name: str) -> QColor:
        """Return one of the colours by its name in ``tokens.Colours``."""
        return QColor(self.hex(name))

    def hex(self, name: str) -> str:
        """Return one of the colours as ``#RRGGBB``; ``heat0`` to ``heat4`` are the steps."""
        if name.startswith("heat"):
            return self.colours.heat[int(name.removeprefix("heat"))]
        value: str = getattr(self.colours, name)
        return value


@lru_cache(maxsize=128)
def _font(family: str, pixels: int, weight: int) -> QFont:
    return font_of(family, pixels, weight)


# Layouts ask for the room of the same words again and again.
@lru_cache(maxsize=1024)
def words_px(look: Look, role: str, text: str) -> float:
    """Return how wide words are on one line, in pixels."""
    return QFontMetricsF(look.font(role)).horizontalAdvance(text)


@lru_cache(maxsize=128)
def letters_px(look: Look, role: str) -> float:
    """Return the height of a role's font itself, in pixels."""
    return QFontMetricsF(look.font(role)).height()


@lru_cache(maxsize=1024)
def wrapped_px(look: Look, role: str, text: str, room: int) -> int:
    """Return how high words are where there is so much room across, in pixels."""
    metrics = QFontMetrics(look.font(role))
    return metrics.boundingRect(0, 0, room, _ENDLESS_PX, _WRAP, text).height()


# Asked for every label at every change of width, so worked out once a theme.
@lru_cache(maxsize=128)
def _line_px(look: Look, role: str) -> int:
    role_height = tokens.BASE_PX * look.scale * tokens.ROLES[role].size
    natural = QFontMetricsF(look.font(role)).height()
    return round(max(role_height * tokens.ROLES[role].line, natural))


@lru_cache(maxsize=128)
def _column_px(look: Look, role: str) -> int:
    advance = QFontMetricsF(look.font(role)).horizontalAdvance(_SAMPLE)
    measured = advance / len(_SAMPLE) * tokens.TEXT_COLUMN_CHARS
    return round(max(measured, look.text_px(role) * tokens.TEXT_COLUMN_EM))


_PLAIN = Look(Theme())


def look_in_force() -> Look:
    """Return the look of the application, which every widget inherits as it does the palette."""
    app = QCoreApplication.instance()
    look = None if app is None else app.property(_PROPERTY)
    return look if isinstance(look, Look) else _PLAIN


def set_look(look: Look) -> None:
    """Make the look the one that widgets inherit; ``apply_theme`` also tells them."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("There is no application to give a look to.")
    app.setProperty(_PROPERTY, look)
