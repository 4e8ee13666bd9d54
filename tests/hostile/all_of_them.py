"""Every hostile file by what it tries."""

from collections.abc import Mapping
from typing import Final

from tests.hostile.folders import FOLDERS, MEDIA
from tests.hostile.sheets import ODS, XLSX
from tests.hostile.texts import CSV, YAML, Make
from tests.hostile.zips import QUIZPACK

HOSTILE: Final[Mapping[str, Make]] = {**YAML, **CSV, **QUIZPACK, **XLSX, **ODS, **FOLDERS, **MEDIA}

HARMLESS: Final = frozenset({"yaml: marks of speech without end", "yaml: accents on one letter"})
"""What asks too much of a careless reader, and is a pack all the same."""

HEAVY: Final = frozenset(
    {
        "yaml: nothing but short items",
        "yaml: a flow list of everything",
        "yaml: one line of 20 MB",
        "yaml: escapes all the way",
        "yaml: a key of 20 MB",
        "yaml: only unknown keys",
        "yaml: unknown keys near known ones",
        "yaml: open brackets on every line",
        "yaml: tabs on every line",
        "yaml: broken questions by the thousand",
        "yaml: full questions by the million",
        "yaml: a million accepted answers",
        "yaml: broken UTF-8 of 20 MB",
        "csv: bars without end",
        "csv: old letters of 20 MB",
        "quizpack: a manifest of 15 MB of lists",
        "xlsx: attributes without end",
    }
)
"""What takes a second or much memory before it is refused: ``tests.benchmarks.hostile_files``."""
