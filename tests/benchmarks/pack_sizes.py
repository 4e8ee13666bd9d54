"""How long large packs take: ``python -m tests.benchmarks.pack_sizes``.

Checks a pack of 2,000 questions and installs one of 10,000, each read in the process that
strangers' files are read in. Exits 1 when checking takes 2 s, or installing 3 s, or more.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from quizapp.library.apart import read_apart
from quizapp.library.check import check_packs
from quizapp.library.install import install_pack, usable
from quizapp.packs.quizpack import build_quizpack
from quizapp.packs.writer import write_pack
from quizapp.questions.pack import Pack
from tests.builders import MONDAY, a_bank, a_choice, a_pack, a_question
from tests.usecases.progress import TODAY

CHECKED, MOST_CHECK_S = 2_000, 2.0
INSTALLED, MOST_INSTALL_S = 10_000, 3.0


def a_large_pack(count: int) -> Pack:
    """Return a pack of typed terms, dates, numbers and choices."""
    makers = (
        lambda n: a_question(f"q{n}", spørgsmål=f"Hvad hed konge nummer {n}?", også=[f"K {n}"]),
        lambda n: a_question(f"q{n}", type="dato", svar=f"{n % 28 + 1}. maj {1000 + n % 900}"),
        lambda n: a_question(f"q{n}", type="tal", svar=str(n), enhed="m", tolerance="2"),
        lambda n: a_choice(f"q{n}", forkerte=[f"a {n}", f"b {n}", f"c {n}"]),
    )
    return a_pack(*(makers[n % len(makers)](n) for n in range(count)))


def timed(words: str, work: Callable[[], object]) -> float:
    """Say and return how many seconds work takes; a busy machine shows in the difference."""
    began, before = perf_counter(), os.times()
    work()
    seconds, after = perf_counter() - began, os.times()
    worked = sum(after[:4]) - sum(before[:4])
    print(f"{words}: {seconds:.2f} s, {worked:.2f} s of them working")
    return seconds


def main() -> int:
    """Measure and compare with what was promised."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_pack(a_large_pack(CHECKED), folder / "to")
        check = timed(f"{CHECKED} checked", lambda: check_packs([folder / "to"]))
        file = folder / "ti.quizpack"
        file.write_bytes(build_quizpack(a_large_pack(INSTALLED)))
        packs: list[Pack] = []
        timed(f"{INSTALLED} read apart", lambda: packs.append(usable(read_apart(file))))
        bank = a_bank(folder / "bank")
        install = timed(
            f"{INSTALLED} installed", lambda: install_pack(bank, packs[0], MONDAY, TODAY)
        )
        bank.close()
    return 1 if check >= MOST_CHECK_S or install >= MOST_INSTALL_S else 0


if __name__ == "__main__":
    sys.exit(main())
