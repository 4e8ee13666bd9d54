"""A process that opens a bank and writes in it: ``python -m tests.bank.opener FILE NAME``."""

import sys
from pathlib import Path
from random import Random

from quizapp.bank.bank import Bank
from quizapp.base.ids import IdSource
from tests.builders import MONDAY, a_clock

if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    bank = Bank.open(Path(sys.argv[1]), a_clock(MONDAY), IdSource(Random(sys.argv[2])))
    with bank.transaction() as tx:
        tx.set_setting(sys.argv[2], 1)
    bank.close()
