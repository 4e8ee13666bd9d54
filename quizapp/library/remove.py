"""Removes a pack: its questions are hidden, the answers stay."""

from datetime import datetime

from quizapp.bank.bank import Bank
from quizapp.base.ids import PackId


def remove_pack(bank: Bank, pack: PackId, at: datetime) -> int:
    """Hide a pack and return the installation that ``undo_installation`` takes back.

    Raises ``UnknownPackError``. Installing the pack again brings everything back.
    """
