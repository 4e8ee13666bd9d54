"""What an author probably did where YAML cannot be read, in her terms, and the way out."""

import re
from dataclasses import dataclass, field
from typing import Final

import yaml

from quizapp.packs.yaml_tree import At, TooDeepError
from quizapp.questions.codec_words import ALL_KEYS

SECTIONS: Final = ("pakke", "medier", "spørgsmål")
_KEYS: Final = "|".join(sorted(map(re.escape, ALL_KEYS), key=len, reverse=True))
_LINE: Final = re.compile(
    r"(?P<indent>\s*)(?P<dashes>(?:-\s+)*)(?P<key>[^\s:#\"'\[{-][^:#]*?)\s*:(?=\s|$)"
)
_VALUE: Final = re.compile(
    r"\s*(?:-\s+)*(?:[^\s:#\"'\[{][^:#]*?\s*:\s+|)(?P<value>\S.*?)\s*(?:\s#.*)?$"
)
_KNOWN_KEY: Final = re.compile(rf"\s*(?:{_KEYS})\s*:")
_NO_SPACE: Final = re.compile(rf"\s*(?:-\s+)*(?:{_KEYS})(?P<colon>:)\S")
_NO_COLON: Final = re.compile(rf"\s*(?:-\s+)*(?P<key>{_KEYS})\s+\S")
_NO_DASH_SPACE: Final = re.compile(rf"\s*(?P<dash>-)(?:{_KEYS})\s*:")
_OTHER_DASH: Final = re.compile(r"\s*(?P<dash>[–—−•*])\s+(?:id|type)\s*:")
_MARKER: Final = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s.*)?|\.\.\.\s*")
_QUOTED: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_BRACKET_OR_QUOTED: Final = re.compile(r"(?<=[\[{,:\s])(?:\"(?:[^\"\\]|\\.)*\"|'[^']*')|[\[\]{}]")
_SPECIAL: Final = "@`%&*!|>[]{},?\"'"


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that is no YAML; ``edit`` (start column, end column, text) makes it readable."""

    code: str
    at: At
    fields: dict[str, str] = field(default_factory=dict)
    edit: tuple[int, int, str] | None = None
    label: str = ""


def key_column(line: str) -> int | None:
    """Return where the first key of a list item stands, or None for any other line."""
    found = re.match(r"(\s*[-–—−•*])(\s*)", line)
    return len(found[1]) + max(len(found[2]), 1) if found else None


def diagnose(lines: list[str], error: yaml.YAMLError, indent: int) -> Fault:
    """Name the mistake in a stretch of lines; ``indent`` is where its keys should begin."""
    problem, context = _places(lines, error)
    if isinstance(error, TooDeepError):
        return Fault("too_deep", problem)
    said = str(getattr(error, "problem", ""))
    for fault in (
        _other_dash(lines),
        _blank_tab(lines),
        _tab(lines, problem, indent),
        _escape(lines, problem, said),
        _open_quote(lines, context, error),
        _unspaced(lines, problem, context),
        _broken_quote(lines, problem),
        _bracket(lines, problem, context, said),
        _extra_bracket(lines, problem),
        _indent(lines, problem, indent),
        _colon(lines, problem, said),
        _no_colon(lines, context, said),
        _special(lines, problem),
    ):
        if fault:
            return fault
    return Fault("syntax", problem)


def without_markers(lines: list[str]) -> tuple[list[str], list[Fault]]:
    """Return lines with nothing where git left a conflict or a file is ended, and the faults."""
    found = [number for number, line in enumerate(lines) if _MARKER.fullmatch(line)]
    ends = [number for number in found if lines[number].startswith(".")]
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    faults = [
        Fault("file_end" if number in ends else "conflict_marker", At(number, 0))
        for number in found
        if number != last or number not in ends
    ]
    return ["" if number in found else line for number, line in enumerate(lines)], faults


def quoted(text: str) -> str:
    """Write a text in quotes that need the fewest escapes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def quote_value(line: str) -> tuple[int, int, str] | None:
    """Return the edit that sets the value of a line in quotes."""
    found = _VALUE.match(line)
    return (*found.span("value"), quoted(found["value"])) if found else None


def _places(lines: list[str], error: yaml.YAMLError) -> tuple[At, At | None]:
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    at = _on_a_line(lines, At(mark.line, mark.column) if mark else At(0, 0))
    return at, _on_a_line(lines, At(context.line, context.column)) if context else None


def _on_a_line(lines: list[str], at: At) -> At:
    """Return a place, or where the last line before it begins that says anything."""
    if at.line < len(lines) and lines[at.line].strip():
        return at
    filled = (number for number, line in enumerate(lines[: at.line + 1]) if line.strip())
    last = max(filled, default=0)
    return At(last, len(lines[last]) - len(lines[last].lstrip()))


def _other_dash(lines: list[str]) -> Fault | None:
    """Find a question that Word, or another list, gave a sign of its own to begin with."""
    found = _OTHER_DASH.match(lines[0])
    if not found:
        return None
    start, end = found.span("dash")
    return Fault("other_dash", At(0, start), edit=(start, end, "-"), label="use_dash")


def _blank_tab(lines: list[str]) -> Fault | None:
    for number, line in enumerate(lines):
        if "\t" in line and not line.strip():
            edit = (0, len(line), "")
            return Fault("tab", At(number, line.index("\t")), edit=edit, label="use_spaces")
    return None


def _tab(lines: list[str], at: At, indent: int) -> Fault | None:
    line = lines[at.line]
    lead = line[: len(line) - len(line.lstrip())]
    odd = next((number for number, one in enumerate(lead) if one != " "), None)
    if odd is None:
        return None
    is_key = _KNOWN_KEY.match(line)
    spaces = " " * indent if is_key else "".join("  " if one == "\t" else " " for one in lead)
    code = "tab" if lead[odd] == "\t" else "odd_blank"
    return Fault(code, At(at.line, odd), edit=(0, len(lead), spaces), label="use_spaces")


def _escape(lines: list[str], at: At, said: str) -> Fault | None:
    if "escape" not in said:
        return None
    before = lines[at.line].rfind("\\", 0, at.column + 1)
    column = max(before, 0)
    edit = (column, column, "\\")
    return Fault("bad_escape", At(at.line, column), edit=edit, label="double")


def _open_quote(lines: list[str], context: At | None, error: yaml.YAMLError) -> Fault | None:
    if context is None or "quoted scalar" not in str(getattr(error, "context", "")):
        return None
    return _closed(lines[context.line], context)


def _closed(line: str, at: At) -> Fault:
    end = len(line.rstrip())
    edit = (end, end, line[at.column])
    return Fault("quote", at, edit=edit, label="insert")


def _broken_quote(lines: list[str], at: At) -> Fault | None:
    """Find a value that begins with a quote and ends without one, or goes on after it."""
    for number, line in enumerate(lines[: at.line + 1]):
        found = _VALUE.match(line)
        if not found or found["value"][0] not in "\"'":
            continue
        start, end = found.span("value")
        whole = _QUOTED.match(line, start)
        if not whole:
            return _closed(line, At(number, start))
        if whole.end() < end and line[whole.end() :].lstrip()[:1] not in (":", "#", ",", "]"):
            edit = (start, end, quoted(found["value"]))
            return Fault("quote_inside", At(number, whole.end()), edit=edit, label="quote")
    return None


def _unspaced(lines: list[str], at: At, context: At | None) -> Fault | None:
    for number in {at.line, max(at.line - 1, 0), context.line if context else at.line}:
        if found := _NO_DASH_SPACE.match(lines[number]):
            end = found.end("dash")
            return Fault(
                "dash_space", At(number, found.start("dash")), edit=(end, end, " "), label="insert"
            )
        if found := _NO_SPACE.match(lines[number]):
            end = found.end("colon")
            return Fault("colon_space", At(number, end - 1), edit=(end, end, " "), label="insert")
    return None


def _closes(line: str, start: int) -> int | None:
    """Return where the bracket at a place is closed in the same line."""
    depth = 0
    for found in _BRACKET_OR_QUOTED.finditer(line, start):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth == 0:
            return found.start()
    return None


def _extra_bracket(lines: list[str], at: At) -> Fault | None:
    line = lines[at.line]
    found = _VALUE.match(line)
    if not found or found["value"][0] not in "[{":
        return None
    end = _closes(line, found.start("value"))
    rest = line[end + 1 :].lstrip() if end is not None else ""
    if not rest.startswith(("]", "}")):
        return None
    column = len(line) - len(rest)
    fields = {"close": rest[0]}
    return Fault("extra_bracket", At(at.line, column), fields, (column, column + 1, ""), "remove")


def _bracket(lines: list[str], problem: At, context: At | None, said: str) -> Fault | None:
    if context is None or not ("']'" in said or "'}'" in said):
        return None
    opening, closing = "[]" if "']'" in said else "{}"
    if _closes(lines[context.line], context.column) is not None:
        return Fault("missing_comma", problem) if problem.line == context.line else None
    end = len(lines[context.line].rstrip())
    fields = {"open": opening, "close": closing}
    return Fault("bracket", context, fields, (end, end, closing), "insert")


def _indent(lines: list[str], at: At, indent: int) -> Fault | None:
    line = lines[at.line]
    found = _LINE.match(line)
    if not found:
        return None
    begins = found.end("dashes")
    wanted = indent if found["key"] in ALL_KEYS else _beside(lines, at.line, indent)
    is_key_itself = at.column <= found.end()
    if not is_key_itself or begins == wanted or found["dashes"]:
        return None
    fields = {"n": str(begins), "m": str(wanted)}
    return Fault("indent", At(at.line, begins), fields, (0, begins, " " * wanted), "move")


def _beside(lines: list[str], number: int, indent: int) -> int:
    """Return where the entry before begins, if that is further in than the question's keys."""
    before = next((line for line in reversed(lines[:number]) if line.strip()), "")
    return max(len(before) - len(before.lstrip()), indent)


def _colon(lines: list[str], at: At, said: str) -> Fault | None:
    if "mapping values" not in said:
        return None
    return Fault("colon", at, edit=quote_value(lines[at.line]), label="quote")


def _no_colon(lines: list[str], context: At | None, said: str) -> Fault | None:
    if context is None or "expected ':'" not in said:
        return None
    line = lines[context.line]
    found = _NO_COLON.match(line)
    if not found:
        return Fault("stray_text", context)
    end = found.end("key")
    fields = {"key": found["key"]}
    return Fault("missing_colon", At(context.line, end), fields, (end, end, ":"), "insert")


def _special(lines: list[str], at: At) -> Fault | None:
    found = _VALUE.match(lines[at.line])
    if not found or found["value"][0] not in _SPECIAL:
        return None
    start, end = found.span("value")
    fields = {"character": found["value"][0]}
    edit = (start, end, quoted(found["value"]))
    return Fault("special_start", At(at.line, start), fields, edit, "quote")
