"""Whatever the program leans on was chosen openly and is shipped with its licence."""

import re
import tomllib

import pytest
import yaml

from tests.architecture.source import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
REASONS = (ROOT / "docs/adr/001-dependencies.md").read_text(encoding="utf-8")
PACKS = sorted((ROOT / "content").glob("*/pakke.yaml"))


def names_of(requirements: list[str | dict[str, str]]) -> set[str]:
    texts = [each for each in requirements if isinstance(each, str)]
    return {re.split(r"[<>=~\[; ]", each)[0] for each in texts}


def test_every_dependency_has_a_line_that_gives_its_licence_and_its_reason() -> None:
    groups = PROJECT["dependency-groups"].values()
    wanted = names_of(PROJECT["project"]["dependencies"]).union(*map(names_of, groups))
    given = set(re.findall(r"^\| `([^`]+)` \| [^|]+ \| [^|]+ \|$", REASONS, re.MULTILINE))
    assert wanted == given


def test_every_shipped_pack_is_under_a_licence_that_is_shipped_with_it() -> None:
    licences = {
        yaml.safe_load(path.read_text(encoding="utf-8"))["pakke"]["licens"] for path in PACKS
    }
    assert licences
    assert not [name for name in licences if not (ROOT / f"LICENSES/{name}.txt").is_file()]


@pytest.mark.parametrize("family", ["Inter", "AtkinsonHyperlegibleNext", "OpenDyslexic"])
def test_every_shipped_font_has_its_licence(family: str) -> None:
    fonts = list((ROOT / "quizapp/ui/assets").rglob(f"{family}*.?tf"))
    assert fonts
    assert (ROOT / f"LICENSES/OFL-1.1-{family}.txt").is_file()
