"""Fields that a form asks for, made and put below each other or side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from quizapp.library.editing.form_shapes import Asked, Filled, Way
from quizapp.ui.forms.inputs import ChoiceInput, Input, Labelled, LineInput, TextInput, TickInput
from quizapp.ui.forms.rows_input import RowsInput
from quizapp.ui.forms.side_by_side import SideBySide
from quizapp.ui.forms.words import choices_of


def input_of(one: Asked, columns: Sequence[str]) -> Input:
    """Return what a field is filled in with; a choice of what only the pack knows is empty."""
    match one.way:
        case Filled():
            return RowsInput(one.way, columns)
        case Way.LINE | Way.COMMAS:
            return LineInput(commas=one.way is Way.COMMAS)
        case Way.TEXT:
            return TextInput()
        case Way.TICK | Way.TICK_OFF:
            return TickInput(usual=one.way is Way.TICK_OFF)
        case _:
            return ChoiceInput(choices_of(one.way))


def put_fields(
    put: Callable[[QWidget], object],
    asked: Sequence[Asked],
    labelled: Callable[[Asked], Labelled],
) -> None:
    """Make fields and put them, those that stand beside another on one line with it."""
    line: SideBySide | None = None
    for place, one in enumerate(asked):
        made = labelled(one)
        has_next = place + 1 < len(asked) and asked[place + 1].beside
        if one.beside and line is not None:
            line.add(made)
        elif has_next:
            line = SideBySide()
            line.add(made)
            put(line)
        else:
            put(made)
