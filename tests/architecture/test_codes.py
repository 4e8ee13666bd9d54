"""Every code that the program can say has a sentence, and the sentence its fields."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from string import Formatter
from typing import TypeGuard

import pytest

import quizapp
from quizapp.base.errors import QuizappError
from quizapp.base.texts import Plural, Sentence, _sentences
from tests.architecture.source import modules, tree_of


def all_errors() -> dict[str, type[QuizappError]]:
    """Return every kind of error that a person can act on, by its name."""
    for module in pkgutil.walk_packages(quizapp.__path__, "quizapp."):
        if not module.name.endswith("__main__") and ".migrations" not in module.name:
            importlib.import_module(module.name)
    found: dict[str, type[QuizappError]] = {}
    waiting: list[type[QuizappError]] = [QuizappError]
    while waiting:
        kind = waiting.pop()
        found[kind.__name__] = kind
        waiting += kind.__subclasses__()
    return found


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Yield every call in the program with the name of what is called.

    ``super().__init__`` goes by the name of its class.
    """
    for path in modules("quizapp"):
        tree = tree_of(path)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                yield node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node
            if isinstance(node, ast.ClassDef):
                yield from ((node.name, call) for call in ast.walk(node) if _is_super_init(call))


def _is_super_init(node: ast.AST) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "__init__"
    )


def said_codes() -> Iterator[tuple[str, set[str] | None]]:
    """Yield the codes that stand in the program, with the names of their fields where known."""
    errors = all_errors()
    for name, call in calls():
        first = call.args[0] if call.args else None
        if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
            continue
        if name == "Message":
            yield first.value, _keys(call.args[1]) if len(call.args) > 1 else set()
        elif name in errors:
            named = {keyword.arg or "" for keyword in call.keywords}
            yield f"{errors[name].family}.{first.value}", named if "" not in named else None


def _keys(node: ast.expr) -> set[str] | None:
    if not isinstance(node, ast.Dict):
        return None
    keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
    return {str(key) for key in keys} if len(keys) == len(node.keys) else None


def fields_of(sentence: Sentence) -> set[str]:
    """Return the names of a sentence's fields."""
    texts = (sentence.one, sentence.many) if isinstance(sentence, Plural) else (sentence,)
    return {field for text in texts for _text, field, *_rest in Formatter().parse(text) if field}


@pytest.mark.parametrize("code", sorted({code for code, _fields in said_codes()}))
def test_a_code_has_a_sentence(code: str) -> None:
    assert code in _sentences()


def test_a_sentence_is_given_its_fields() -> None:
    lacking = {
        code: fields_of(_sentences()[code]) - fields
        for code, fields in said_codes()
        if fields is not None and code in _sentences()
    }
    assert not {code: missing for code, missing in lacking.items() if missing}
