"""A learner's progress, as the tests of installing look at it."""

from datetime import timedelta
from typing import Final

from quizapp.bank.bank import Bank
from quizapp.bank.values import CardMemory
from quizapp.library.difference import Consent
from quizapp.library.install import Installed, install_pack
from quizapp.questions.pack import Pack
from quizapp.scheduling.day import study_day
from tests.builders import MONDAY, answer_card, card_id

TODAY: Final = study_day(MONDAY)
LATER: Final = MONDAY + timedelta(days=5)


def install(bank: Bank, pack: Pack, consent: Consent | None = None) -> Installed:
    """Install a pack five days after the first answers."""
    return install_pack(bank, pack, LATER, TODAY + 5, consent=consent or Consent())


def answer(bank: Bank, *questions: str) -> None:
    """Answer some questions on the first day."""
    with bank.transaction() as tx:
        for question in questions:
            answer_card(tx, card_id(tx, question))


def memory(bank: Bank, question: str, slot: str = "") -> CardMemory:
    """Return a card's memory row."""
    with bank.read() as reader:
        return reader.memory(card_id(reader, question, slot))


def counts(done: Installed) -> dict[str, int]:
    """Return what an installation counted, zeros left out."""
    names = ("new", "changed", "retested", "restarted", "returned", "removed", "unchanged")
    return {name: getattr(done, name) for name in names if getattr(done, name)}
