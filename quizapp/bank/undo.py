"""What undo takes back and redo brings back; it survives a restart."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Integer, Row, bindparam, delete, insert, select, update

from quizapp.bank.access import Access, as_json, in_ms, instant, offset_min
from quizapp.bank.log_tables import UndoStepRow
from quizapp.bank.prepared import Prepared, Value
from quizapp.bank.values import JsonObject, UndoStep

STEPS_KEPT: Final = 200

_ADD: Final = Prepared(insert(UndoStepRow), ("at", "offset_min", "label", "actions", "undone_at"))
_FORGET_UNDONE: Final = Prepared(delete(UndoStepRow).where(UndoStepRow.undone_at.is_not(None)))
_FORGET_OLD: Final = Prepared(
    delete(UndoStepRow).where(UndoStepRow.id <= bindparam("oldest", type_=Integer()))
)
_STEPS: Final = select(
    UndoStepRow.id,
    UndoStepRow.at,
    UndoStepRow.offset_min,
    UndoStepRow.label,
    UndoStepRow.actions,
    UndoStepRow.undone_at,
)
_LAST: Final = (
    _STEPS.where(UndoStepRow.undone_at.is_(None)).order_by(UndoStepRow.id.desc()).limit(1)
)
_NEXT: Final = _STEPS.where(UndoStepRow.undone_at.is_not(None)).order_by(UndoStepRow.id).limit(1)


class UndoReads(Access):
    """Reads of the steps."""

    def last_undo_step(self) -> UndoStep | None:
        """Return what undo would take back now."""
        return _step(self._connection.execute(_LAST).one_or_none())

    def next_redo_step(self) -> UndoStep | None:
        """Return what redo would bring back now."""
        return _step(self._connection.execute(_NEXT).one_or_none())


class UndoWrites(UndoReads):
    """Writes of the steps."""

    def add_undo_step(self, label: str, actions: Sequence[JsonObject], at: datetime) -> int:
        """Note what undo takes back; forgets what redo would bring back; keeps the newest 200."""
        _FORGET_UNDONE.run(self._driver)
        step: dict[str, Value] = {
            "at": in_ms(at),
            "offset_min": offset_min(at),
            "label": label,
            "actions": as_json(actions),
            "undone_at": None,
        }
        step_id = _ADD.run(self._driver, step).lastrowid or 0
        _FORGET_OLD.run(self._driver, {"oldest": step_id - STEPS_KEPT})
        return step_id

    def add_to_undo_step(self, step_id: int, action: JsonObject) -> None:
        """Let a step take back one thing more; raises ``KeyError`` for one no longer kept."""
        named = UndoStepRow.id == step_id
        kept = self._connection.execute(select(UndoStepRow.actions).where(named)).scalar()
        if kept is None:
            raise KeyError(step_id)
        actions = as_json([*json.loads(kept), action])
        self._connection.execute(update(UndoStepRow).where(named).values(actions=actions))

    def mark_undone(self, step_id: int, at: datetime) -> None:
        """Note that a step was taken back."""
        self._mark(step_id, in_ms(at))

    def mark_redone(self, step_id: int) -> None:
        """Note that a step was brought back."""
        self._mark(step_id, None)

    def _mark(self, step_id: int, undone_at: int | None) -> None:
        marked = update(UndoStepRow).where(UndoStepRow.id == step_id)
        self._connection.execute(marked.values(undone_at=undone_at))


def _step(row: Row[*tuple[Any, ...]] | None) -> UndoStep | None:
    if row is None:
        return None
    return UndoStep(
        step_id=row.id,
        at=instant(row.at, row.offset_min),
        label=row.label,
        actions=tuple(json.loads(row.actions)),
        is_undone=row.undone_at is not None,
    )
