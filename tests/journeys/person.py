"""Somebody who has only a screen reader: what she can do in the tree, and what she hears."""

import json
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.journeys.screen import PATIENCE_S, Desktop, until
from tests.journeys.test_screen_reader import SYSTEM_PYTHON

LISTENER: Final = str(Path(__file__).with_name("listener.py"))
BUTTON: Final = "push button"


@dataclass(frozen=True, slots=True)
class Do:
    """One thing that is done in the tree: press, write or key."""

    what: str
    name: str
    text: str = ""
    role: str = ""


def press(name: str, role: str = "") -> Do:
    """Press a part by the beginning of its name."""
    return Do("press", name, role=role)


def write(name: str, text: str) -> Do:
    """Write into the field whose name begins so."""
    return Do("write", name, text, role="text")


class FaultError(AssertionError):
    """What a person with a screen reader could not do or hear."""


class Person:
    """Somebody who has only what the second process sees and says."""

    def __init__(self, desktop: Desktop) -> None:
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, LISTENER],
            env=desktop.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.heard: list[str] = []
        self.done: Counter[str] = Counter()

    def ask(self, **wanted: str) -> Any:  # noqa: ANN401 - JSON
        """Return what the second process answers."""
        source, sink = self._process.stdout, self._process.stdin
        assert source is not None
        assert sink is not None
        sink.write(json.dumps(wanted) + "\n")
        sink.flush()
        return json.loads(source.readline())

    def leave(self) -> None:
        """End the second process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=PATIENCE_S)

    def tree(self) -> list[dict[str, Any]]:
        """Return everything that is showing."""
        return self.ask(do="tree") or []

    def title(self) -> str:
        """Return what the window says it shows."""
        frames = (part for part in self.tree() if part["role"] == "frame")
        return next((str(part["name"]) for part in frames), "").removesuffix(" – Quizapp")

    def until_title(self, is_meant: Callable[[str], bool], what: str) -> str:
        """Wait for a title and return it."""

        def fitting() -> str:
            title = self.title()
            return title if title and is_meant(title) else ""

        return until(fitting, what)

    def do(self, wanted: Do) -> None:
        """Do one thing, as soon as it can be done."""
        asked = {"do": wanted.what, "name": wanted.name, "text": wanted.text}
        if wanted.role:
            asked["role"] = wanted.role
        try:
            until(lambda: "yes" if self.ask(**asked) else "", f"to {wanted}")
        except AssertionError as error:
            raise FaultError(f"{error} on:\n{self.spoken()}") from error
        self.done[wanted.what] += 1

    def press(self, name: str, role: str = "") -> None:
        """Press a part."""
        self.do(press(name, role))

    def must_hear(self, text: str) -> None:
        """Wait for an announcement that has a text in it."""

        def found() -> str:
            self.heard += self.ask(do="heard") or []
            return next((said for said in self.heard if text in said), "")

        try:
            until(found, f"to hear {text!r}")
        except AssertionError as error:
            raise FaultError(f"{error}; heard {self.heard[-4:]}") from error
        self.heard.clear()

    def spoken(self) -> str:
        """Return the tree as lines."""
        told = [part for part in self.tree() if part["name"] or "FOCUSABLE" in part["states"]]
        return "\n".join(f"{part['role']}: {part['name']}" for part in told)

    def check_names(self, where: str) -> None:
        """Fail where something takes the focus and says nothing."""
        for part in self.tree():
            if "FOCUSABLE" in part["states"] and not part["name"]:
                raise FaultError(f"{where}: a {part['role']} without a name")

    def focused(self) -> str:
        """Return the name of the button that has the focus."""

        def name() -> str:
            for part in self.tree():
                if part["role"] == BUTTON and "FOCUSED" in part["states"]:
                    return str(part["name"])
            return ""

        return until(name, "a button to have the focus")
