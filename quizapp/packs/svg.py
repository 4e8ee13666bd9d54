"""SVG from strangers: only shapes, text and colours are kept; nothing that runs or fetches."""

import re
from html import escape
from typing import Final
from xml.parsers import expat

NAMESPACE: Final = "http://www.w3.org/2000/svg"
MOST_BYTES: Final = 2 * 1024 * 1024
DEEPEST: Final = 50
MOST_ELEMENTS: Final = 10_000
MOST_DASHED: Final = 500
"""So many take a tenth of a second each thousand to draw; dashes take ten times as long."""
_ELEMENTS: Final = frozenset(
    [
        *("svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line"),
        *("polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop"),
        "clipPath",
    ]
)
_ATTRIBUTES: Final = frozenset(
    [
        *("id", "x", "y", "dx", "dy", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx"),
        *("fy", "width", "height", "viewBox", "d", "points", "transform", "fill", "fill-opacity"),
        *("fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "opacity"),
        *("stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit", "stroke-opacity"),
        *("font-family", "font-size", "font-weight", "font-style", "text-anchor", "offset"),
        *("dominant-baseline", "stop-color", "stop-opacity", "gradientUnits", "clip-path"),
        *("gradientTransform", "clip-rule", "clipPathUnits", "preserveAspectRatio", "version"),
    ]
)
_BLANKS: Final = (("\n", "&#10;"), ("\r", "&#13;"), ("\t", "&#9;"))
_OUTSIDE: Final = re.compile(
    r"url\s*\(\s*[\"']?\s*(?!#)|javascript:|data:|@import|expression\s*\(", re.IGNORECASE
)


class SvgError(ValueError):
    """The file is no SVG, or holds more than a drawing."""


def clean_svg(content: bytes) -> bytes:
    """Return a drawing with everything taken out that could run or fetch; raises ``SvgError``.

    Cleaning what is clean changes nothing.
    """
    if len(content) > MOST_BYTES:
        raise SvgError("too big")
    cleaner = _Cleaner()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = cleaner.refuse_doctype
    parser.StartElementHandler = cleaner.start
    parser.EndElementHandler = cleaner.end
    parser.CharacterDataHandler = cleaner.text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat's own positional flag
    except expat.ExpatError as error:
        raise SvgError(str(error)) from error
    return "".join(cleaner.written).encode()


def is_clean_svg(content: bytes) -> bool:
    """Tell whether a drawing is the way ``clean_svg`` leaves one."""
    try:
        return clean_svg(content) == content
    except SvgError:
        return False


class _Cleaner:
    def __init__(self) -> None:
        self.written: list[str] = []
        self._depth = 0
        self._left_out = 0
        self._elements = 0
        self._dashed = 0

    def refuse_doctype(self, *_: object) -> None:
        raise SvgError("DOCTYPE")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        space, _, local = name.rpartition(" ")
        if self._depth > DEEPEST or (self._depth == 1 and (space, local) != (NAMESPACE, "svg")):
            raise SvgError("no drawing")
        if self._left_out or space != NAMESPACE or local not in _ELEMENTS:
            self._left_out += 1
            return
        kept = {key: value for key, value in attributes.items() if _is_harmless(key, value)}
        self._weigh(kept)
        if self._depth == 1:
            kept = {"xmlns": NAMESPACE} | kept
        said = "".join(f" {key}={_quoted(value)}" for key, value in kept.items())
        self.written.append(f"<{local}{said}>")

    def _weigh(self, kept: dict[str, str]) -> None:
        """Refuse what would take the window seconds to draw."""
        self._elements += 1
        self._dashed += "stroke-dasharray" in kept
        if self._elements > MOST_ELEMENTS or self._dashed > MOST_DASHED:
            raise SvgError("too much")

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._left_out:
            self._left_out -= 1
        else:
            self.written.append(f"</{name.rpartition(' ')[2]}>")

    def text(self, text: str) -> None:
        if not self._left_out:
            self.written.append(escape(text, quote=False))


def _quoted(value: str) -> str:
    """Write an attribute's value in the quotes that it does not hold."""
    written = escape(value, quote=False)
    for sign, code in _BLANKS:
        written = written.replace(sign, code)
    if '"' in written and "'" not in written:
        return f"'{written}'"
    return '"' + written.replace('"', "&quot;") + '"'


def _is_harmless(key: str, value: str) -> bool:
    return key in _ATTRIBUTES and not _OUTSIDE.search(value)
