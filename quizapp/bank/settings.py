"""Settings that steer scheduling: they belong to the learner, not to the computer."""

import json

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from quizapp.bank.access import Access, as_json
from quizapp.bank.learner_tables import SettingRow
from quizapp.questions.answer_form import Plain


class SettingReads(Access):
    """Reads of settings."""

    def setting(self, key: str, default: Plain = None) -> Plain:
        """Return a setting's JSON value, or the default where it was never set."""
        stored = select(SettingRow.value).where(SettingRow.key == key)
        value = self._connection.execute(stored).scalar_one_or_none()
        if value is None:
            return default
        found: Plain = json.loads(value)
        return found

    def settings(self) -> dict[str, Plain]:
        """Return every setting that was set."""
        rows = self._connection.execute(select(SettingRow.key, SettingRow.value))
        return {key: json.loads(value) for key, value in rows}


class SettingWrites(SettingReads):
    """Writes of settings."""

    def set_setting(self, key: str, value: Plain) -> None:
        """Store a setting's JSON value."""
        stored = {"value": as_json(value), "tick": self._name_row().tick}
        row = insert(SettingRow).values(key=key, **stored)
        self._connection.execute(row.on_conflict_do_update(["key"], set_=stored))

    def forget_setting(self, key: str) -> None:
        """Let a setting have its default again."""
        self._connection.execute(delete(SettingRow).where(SettingRow.key == key))
