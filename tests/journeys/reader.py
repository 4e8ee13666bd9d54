"""What a screen reader sees: run by the system's Python, which has its bindings.

``reader.py tree`` writes a JSON object a part: role, name, description, and whether it has the
focus. ``reader.py press NAME`` presses the first part whose name begins so.
"""

import importlib
import json
import sys
from collections.abc import Iterator
from typing import Any

gi = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi = importlib.import_module("gi.repository.Atspi")


def parts(node: Any) -> Iterator[Any]:  # noqa: ANN401 - the bindings have no types
    """Yield a part and everything in it that is showing."""
    yield node
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None:
            yield from parts(child)


def program_parts() -> Iterator[Any]:
    """Yield the parts of the program, whichever of the applications on the desktop it is."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(at)
        if application is not None and application.get_name() == "Quizapp":
            yield from parts(application)


def is_showing(part: Any) -> bool:  # noqa: ANN401 - the bindings have no types
    """Tell whether a part can be seen."""
    return bool(part.get_state_set().contains(Atspi.StateType.SHOWING))


def write_tree() -> None:
    """Write what is showing."""
    for part in program_parts():
        if is_showing(part):
            states = part.get_state_set()
            said = {
                "role": part.get_role_name(),
                "name": part.get_name(),
                "description": part.get_description(),
                "focused": bool(states.contains(Atspi.StateType.FOCUSED)),
                "focusable": bool(states.contains(Atspi.StateType.FOCUSABLE)),
            }
            sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")


def press(name: str) -> int:
    """Press a part by its name; return the exit code."""
    for part in program_parts():
        if is_showing(part) and part.get_name().startswith(name):
            action = part.get_action_iface()
            if action is not None and action.get_n_actions():
                action.do_action(0)
                return 0
    return 1


if __name__ == "__main__":
    if sys.argv[1] == "tree":
        write_tree()
    else:
        sys.exit(press(sys.argv[2]))
