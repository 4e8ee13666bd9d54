"""A process that writes in a bank beside the test: ``python -m tests.bank.writer FILE N HOLD``."""

import sys
import threading
from pathlib import Path
from random import Random

from quizapp.bank.bank import Bank
from quizapp.base.ids import IdSource
from tests.builders import MONDAY, a_clock, answer_card, card_id


def main() -> None:
    """Answer ``N`` times; ``HOLD`` is how long each transaction is held open, in seconds."""
    path, times, hold = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    bank = Bank.open(path, a_clock(MONDAY), IdSource(Random(99)))
    for _ in range(times):
        with bank.transaction() as tx:
            answer_card(tx, card_id(tx, "sp-2"))
            sys.stdout.write("answered\n")
            sys.stdout.flush()
            threading.Event().wait(hold)
    bank.close()


if __name__ == "__main__":
    main()
