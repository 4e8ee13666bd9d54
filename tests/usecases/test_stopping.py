"""An installation that somebody stops while it is being written."""

import pytest

from quizapp.bank.bank import Bank
from quizapp.bank.installs import DueEvent
from quizapp.library.difference import Consent
from quizapp.library.install import install_watched
from tests.builders import a_pack, a_question, difference, next_version, rows_of
from tests.usecases.progress import LATER, TODAY, answer, install


class StoppedError(Exception):
    """Somebody pressed »Stop«."""


class Impatient:
    """Stops the work at one of the times it looks."""

    def __init__(self, stops_at: int) -> None:
        self.looks = 0
        self._stops_at = stops_at

    def __call__(self) -> None:
        self.looks += 1
        if self.looks == self._stops_at:
            raise StoppedError


def test_an_installation_that_is_stopped_changes_nothing_wherever_it_stops(bank: Bank) -> None:
    pack = a_pack(*(a_question(f"sp-{number}") for number in range(1200)))
    install(bank, a_pack(*pack.questions[:3]))
    answer(bank, "sp-1")
    before = rows_of(bank.path)
    newer = next_version(pack, *pack.questions[1:], a_question("sp-9999"), version=2)
    due = DueEvent(at=LATER, study_day=TODAY, due_day=TODAY)
    patient = Impatient(0)
    for stops_at in range(1, 8):
        with pytest.raises(StoppedError):
            install_watched(bank, newer, due, Consent(), Impatient(stops_at))
        assert difference(before, rows_of(bank.path)) == {}
    assert install_watched(bank, newer, due, Consent(), patient).new == 1198
    assert patient.looks == 7
