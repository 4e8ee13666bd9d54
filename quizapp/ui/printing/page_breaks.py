"""Where a text may be cut between two pages: after a line, and never inside a row of a table."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor, QTextDocument

Stretch = tuple[float, float]
"""From where to where, downwards, in points."""


def stretches(document: QTextDocument, most: float) -> list[Stretch]:
    """Return what stays together, in order: lines, and rows no higher than a page."""
    rows: dict[tuple[int, int], list[Stretch]] = {}
    found: list[Stretch] = []
    for row, line in _lines(document):
        if row is None:
            found.append(line)
        else:
            rows.setdefault(row, []).append(line)
    for lines in rows.values():
        whole = min(top for top, _end in lines), max(bottom for _top, bottom in lines)
        found += [whole] if whole[1] - whole[0] <= most else lines
    return _joined(sorted(found))


def cuts(parts: list[Stretch], first: float, most: float, top: float) -> Iterator[float]:
    """Yield where to cut, so that nothing is higher than a page and no line stands alone.

    ``first`` is the room on the page where the text begins. If nothing fits there, it begins on
    the next page.
    """
    limit, begun = first, 0
    for at, (_from, bottom) in enumerate(parts):
        if bottom - top <= limit:
            continue
        end = at - 1 if len(parts) - at == 1 and at - begun > 2 else at  # noqa: PLR2004 - two lines
        if end == begun or (limit < most and end - begun == 1):
            limit = most  # it all begins on the next page
            if bottom - top <= limit:
                continue
            end = max(at, begun + 1)
        if parts[end - 1][1] > top:
            top = parts[end - 1][1]
            yield top
        limit, begun = most, end


def _lines(document: QTextDocument) -> Iterator[tuple[tuple[int, int] | None, Stretch]]:
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        above = layout.blockBoundingRect(block).top()
        cursor = QTextCursor(block)
        table = cursor.currentTable()
        row = None
        if table is not None:
            row = (table.firstPosition(), table.cellAt(cursor).row())
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            yield row, (above + line.y(), above + line.y() + line.height())
        block = block.next()


def _joined(parts: list[Stretch]) -> list[Stretch]:
    """Join what lies side by side."""
    found: list[Stretch] = []
    for top, bottom in parts:
        if found and top < found[-1][1] - 1:
            found[-1] = (found[-1][0], max(found[-1][1], bottom))
        else:
            found.append((top, bottom))
    return found
