"""The glossary's words are the ones in use, and no place has a name that says nothing."""

import re

from tests.architecture.source import defined_names, modules, named, tree_of

# Other programs' words for what has a name of its own here, and words that attract everything.
BANNED_PARTS = frozenset(
    {
        "deck",
        "decks",
        "db",
        "database",
        "flashcards",
        "cram",
        "exercise",
        "controller",
        "util",
        "utils",
        "helper",
        "helpers",
        "manager",
        "misc",
        "stuff",
    }
)
# Fine as a part of a name, empty as the whole of it.
BANNED_WHOLE = frozenset({"data", "info", "obj", "tmp", "foo", "thing", "things"})
BANNED_MODULES = BANNED_PARTS | BANNED_WHOLE | {"common", "core", "types", "models", "constants"}
# Files of other programs are read in their own words.
FOREIGN = "quizapp/packs/foreign/"


def parts(name: str) -> set[str]:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return set(spaced.lower().strip("_").split("_"))


def test_no_name_uses_a_word_the_glossary_rules_out() -> None:
    wrong = [
        f"{named(path)}:{line}: {name}"
        for path in modules("quizapp")
        if not named(path).startswith(FOREIGN)
        for name, line in defined_names(tree_of(path))
        if parts(name) & BANNED_PARTS or name.strip("_") in BANNED_WHOLE
    ]
    assert not wrong


def test_no_module_or_package_has_a_name_that_says_nothing() -> None:
    wrong = [
        named(path)
        for path in modules("quizapp", "tests")
        if {path.stem, path.parent.name} & BANNED_MODULES
    ]
    assert not wrong


def test_the_name_check_sees_parts_of_both_spellings() -> None:
    assert parts("DeckManager") | parts("_load_deck") == {"deck", "manager", "load"}
