"""XML from strangers, read as a stream: no DOCTYPE, no depth beyond need."""

from collections.abc import Callable
from typing import Final
from xml.parsers import expat

from quizapp.packs.source import RefusedError

DEEPEST: Final = 60
Attributes = dict[str, str]


class XmlReader:
    """Calls ``start`` and ``end`` with the bare name of each element and the text before it."""

    def __init__(
        self, start: Callable[[str, Attributes, str], None], end: Callable[[str, str], None]
    ) -> None:
        self._start = start
        self._end = end
        self._depth = 0
        self._text: list[str] = []

    def read(self, content: bytes) -> None:
        """Read a whole document; raises ``RefusedError``."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._text.append
        try:
            parser.Parse(content, True)  # noqa: FBT003 - expat's own positional flag
        except expat.ExpatError as error:
            raise RefusedError("broken_sheet") from error

    def _refuse(self, *_: object) -> None:
        raise RefusedError("contains_extra")

    def _open(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise RefusedError("broken_sheet")
        bare = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        self._start(name.rpartition(" ")[2], bare, "".join(self._text))
        self._text.clear()

    def _close(self, name: str) -> None:
        self._depth -= 1
        self._end(name.rpartition(" ")[2], "".join(self._text))
        self._text.clear()
