"""A person with a screen reader, as a process of its own: run by the system's Python.

It reads a JSON object a line and answers with one. ``{"do": "tree"}`` gives everything that is
showing, in reading order; ``press``, ``write`` and ``slide`` act on the first part whose name
begins with ``name`` or ends with it after a comma (and whose role is ``role``, if given); ``key``
presses a key; ``heard`` gives what has been announced since it was last asked.
"""

import importlib
import json
import sys
import threading
import warnings
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from typing import Any

gi = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi = importlib.import_module("gi.repository.Atspi")
GLib = importlib.import_module("gi.repository.GLib")

STATES = ("FOCUSED", "FOCUSABLE", "CHECKED", "SELECTED", "EDITABLE", "ENABLED", "EXPANDED")
KEYS = {"space": 0x20, "Up": 0xFF52, "Down": 0xFF54, "Return": 0xFF0D}
Part = Any
heard: list[str] = []


def hear(event: Part) -> None:
    """Keep an announcement."""
    if isinstance(event.any_data, str):
        heard.append(event.any_data)


def parts(node: Part) -> Iterator[Part]:
    """Yield a part and everything in it; what lies in a hidden page does not show either."""
    if node.get_role_name() != "application" and not is_showing(node):
        return
    yield node
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None:
            yield from parts(child)


def is_showing(part: Part) -> bool:
    """Return whether a part says that it shows."""
    return bool(part.get_state_set().contains(Atspi.StateType.SHOWING))


def showing() -> Iterator[tuple[Part, Part]]:
    """Yield what is showing of the program, with its states."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(at)
        if application is None or application.get_name() != "Quizapp":
            continue
        application.clear_cache()
        for part in parts(application):
            states = part.get_state_set()
            if states.contains(Atspi.StateType.SHOWING):
                yield part, states


def find(wanted: dict[str, str]) -> Part | None:
    """Return the first part that is meant."""
    for part, _states in showing():
        name = part.get_name() or ""
        is_role = part.get_role_name() == wanted.get("role", part.get_role_name())
        if is_role and (name.startswith(wanted["name"]) or name.endswith(f", {wanted['name']}")):
            return part
    return None


def tree() -> list[dict[str, Any]]:
    """Return everything that is showing."""
    return [
        {
            "role": part.get_role_name(),
            "name": part.get_name() or "",
            "description": part.get_description() or "",
            "text": text_of(part),
            "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name))],
        }
        for part, states in showing()
    ]


def text_of(part: Part) -> str:
    """Return what stands in a field."""
    text = part.get_text_iface()
    return str(Atspi.Text.get_text(part, 0, -1)) if text is not None else ""


def act(wanted: dict[str, str]) -> bool:
    """Do what was asked for; return whether it could be done."""
    part = find(wanted)
    if part is None:
        return False
    match wanted["do"]:
        case "press":
            action = part.get_action_iface()
            return bool(action is not None and action.get_n_actions() and action.do_action(0))
        case "write":
            part.grab_focus()
            return bool(part.set_text_contents(wanted["text"]))
        case "slide":
            value = part.get_value_iface()
            return bool(value is not None and value.set_current_value(float(wanted["text"])))
        case _:
            return False


def answer(wanted: dict[str, str]) -> object:
    """Return the answer to one line."""
    match wanted["do"]:
        case "tree":
            return tree()
        case "heard":
            said, heard[:] = heard[:], []
            return said
        case "key":
            # As the screen reader itself presses keys.
            return bool(
                Atspi.generate_keyboard_event(KEYS[wanted["name"]], None, Atspi.KeySynthType.SYM)
            )
        case _:
            return act(wanted)


def take_line(lines: "SimpleQueue[str]", loop: Part) -> bool:
    """Answer a line that has come, if there is one."""
    try:
        line = lines.get_nowait()
    except Empty:
        return True
    if not line:
        loop.quit()
        return False
    try:
        said = answer(json.loads(line))
    except GLib.Error:
        # What was asked about went away meanwhile; a person looks again.
        said = None
    sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    return True


def read_lines(lines: "SimpleQueue[str]") -> None:
    """Pass lines on; an empty one is the end."""
    for line in sys.stdin:
        lines.put(line)
    lines.put("")


def main() -> None:
    """Listen until the input ends."""
    # The bindings call what they offer deprecated; there is nothing newer.
    warnings.simplefilter("ignore")
    Atspi.init()
    listener = Atspi.EventListener.new(hear)
    listener.register("object:announcement")
    lines: SimpleQueue[str] = SimpleQueue()
    threading.Thread(target=read_lines, args=(lines,), daemon=True).start()
    loop = GLib.MainLoop()
    GLib.timeout_add(5, take_line, lines, loop)
    loop.run()


if __name__ == "__main__":
    main()
