"""Set up on first use, then start the program or its tests; needs only Python and its library.

    python3 start.py             sets up and opens the window
    python3 start.py --test …    sets up and runs the tests; the rest goes to pytest
    python3 start.py --setup     sets up, nothing more
    python3 start.py ANYTHING    sets up and hands the arguments to the program

What it tells the person is Danish. The file has to be readable by old Pythons too, because it is
the one that says they are too old.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "quizapp-ready"
UNFINISHED = VENV / "quizapp-unfinished"

WINDOWS = sys.platform == "win32"
LINUX = sys.platform.startswith("linux")
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

OLDEST = (3, 11)
# The first one without ready-made wheels for what the lock names.
TOO_NEW = (3, 15)

# The whole suite, one worker a core; with words of its own pytest runs as they say.
SIDE_BY_SIDE = ["-n", "auto", "--dist", "loadfile"]

COULD_NOT = 3
INTERRUPTED = 130

# Found by loading, not by package name: names differ from one Debian to the next.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
# The window needs these on X11; without a screen, and on Wayland, all runs without them.
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# What pip writes when it cannot get out, in the versions that Pythons 3.11 to 3.14 bring.
NO_NETWORK_SIGNS = (
    "Temporary failure in name resolution",
    "Failed to establish a new connection",
    "NameResolutionError",
    "NewConnectionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "Network is unreachable",
    "No route to host",
    "getaddrinfo failed",
    "nodename nor servname",
    "ProxyError",
    "Connection refused",
)
# And when it has nothing for this kind of computer or Python.
NO_WHEEL_SIGNS = ("No matching distribution found", "not a supported wheel on this platform")


class SetupError(Exception):
    """Setting up is not possible now; the text tells the person why and what to do."""


def main(arguments: list[str]) -> int:
    """Set up if need be, then do what the arguments ask for."""
    for stream in (sys.stdout, sys.stderr):
        # A Danish message must reach a terminal that cannot write every Danish letter.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        _demand_usable_python()
        if not _is_ready():
            _set_up()
    except KeyboardInterrupt:
        print("\nAfbrudt. Kør kommandoen igen, så begynder opsætningen forfra.", file=sys.stderr)
        return INTERRUPTED
    except (SetupError, OSError) as error:
        print(f"\n{_trouble(error)}", file=sys.stderr)
        return COULD_NOT
    if arguments[:1] == ["--setup"]:
        print("Alt er klar.")
        return 0
    if arguments[:1] == ["--test"]:
        return _run_tests(arguments[1:])
    return _hand_over([str(PYTHON), "-m", "quizapp", *arguments])


def _is_ready() -> bool:
    """Say whether the set-up fits the lock; this is all that a warm start costs."""
    try:
        return STAMP.read_bytes() == _stamp() and PYTHON.exists()
    except OSError:
        return False


def _stamp() -> bytes:
    # The place is part of it: in a moved folder the commands of .venv point to the old one.
    version = "{}.{}".format(*sys.version_info[:2])
    said = f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {version} {ROOT}\n"
    return said.encode("utf-8", errors="surrogateescape")


def _set_up() -> None:
    print("Quizapp sættes op. Det sker kun første gang og tager et par minutter.", flush=True)
    if LINUX:
        _provide_system_packages()
    _make_environment()
    UNFINISHED.touch()
    STAMP.unlink(missing_ok=True)
    _install_packages()
    _make_importable()
    _compile_program()
    half = STAMP.with_suffix(".new")
    half.write_bytes(_stamp())
    half.replace(STAMP)
    UNFINISHED.unlink()
    print("Opsætningen er færdig.", flush=True)


def _demand_usable_python() -> None:
    if OLDEST <= sys.version_info[:2] < TOO_NEW:
        return
    other = _another_python()
    if other is not None:
        sys.exit(_hand_over([*other, str(ROOT / "start.py"), *sys.argv[1:]]))
    have = "{}.{}".format(*sys.version_info[:2])
    raise SetupError(
        f"Quizapp skal bruge Python 3.11 til 3.14, men dette er Python {have}.\n"
        f"{_how_to_get_python()}"
    )


def _another_python() -> list[str] | None:
    """Find a Python that fits, the newest one, and return the command that starts it."""
    for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1):
        # On Windows the launcher knows them, and their own names are not on the path.
        name, version = ("py", [f"-3.{minor}"]) if WINDOWS else (f"python3.{minor}", [])
        found = shutil.which(name)
        if found is None:
            continue
        command = [found, *version]
        # A version manager has a command even for versions that are not installed.
        if subprocess.run([*command, "-c", ""], capture_output=True, check=False).returncode == 0:
            return command
    return None


def _how_to_get_python() -> str:
    if WINDOWS:
        return "Hent en nyere på python.org, og kør så »py start.py« igen."
    if sys.platform == "darwin":
        return "Hent en nyere på python.org (eller »brew install python«), og kør så igen."
    return "Installér en nyere, fx »sudo apt-get install python3.11«, og kør så igen."


def _provide_system_packages() -> None:
    venv = [] if importlib.util.find_spec("ensurepip") else [_venv_package()]
    needed = venv + [name for lib, name in LIBRARIES.items() if not _loads(lib)]
    wanted = [name for lib, name in SCREEN_LIBRARIES.items() if not _loads(lib)]
    if not needed + wanted:
        return
    names = needed + wanted
    if shutil.which("apt-get") is None:
        _without_apt(needed, wanted)
    elif _is_root():
        _apt_install([], names)
    elif _may_use_sudo(names):
        _apt_install(["sudo"], names)
    elif needed:
        raise SetupError(f"Systemet mangler noget. Kør dette, og start så igen:\n\n  {_apt(names)}")
    else:
        print(f"Vinduet kan mangle noget på X11. Kommer det ikke frem, så kør:\n  {_apt(names)}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _venv_package() -> str:
    return "python{}.{}-venv".format(*sys.version_info[:2])


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _apt(names: list[str]) -> str:
    return f"sudo apt-get install --no-install-recommends {' '.join(names)}"


def _may_use_sudo(names: list[str]) -> bool:
    if shutil.which("sudo") is None or not (sys.stdin and sys.stdin.isatty()):
        return False
    print(f"Systemet mangler noget. Dette skal køres:\n\n  {_apt(names)}\n")
    try:
        return input("Skal det køres nu? [J/n] ").strip().lower() in {"", "j", "ja", "y"}
    except EOFError:
        return False


def _apt_install(prefix: list[str], names: list[str]) -> None:
    print(f"Henter det, systemet mangler: {' '.join(names)}", flush=True)
    quiet = [
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-qq",
        "-o",
        "DPkg::Lock::Timeout=120",
    ]
    # A list of packages may be missing or old; the installation itself says if that hurts.
    subprocess.run([*prefix, *quiet, "update"], capture_output=not prefix, check=False)
    install = [*prefix, *quiet, "install", "-y", "--no-install-recommends", *names]
    done = subprocess.run(
        install, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    if done.returncode != 0:
        raise SetupError(
            f"Systemet kunne ikke hente det, der mangler. Er der net?\n{_last_lines(done.stderr)}\n"
            f"Prøv selv med dette, og start så igen:\n\n  {_apt(names)}"
        )
    importlib.invalidate_caches()


def _without_apt(needed: list[str], wanted: list[str]) -> None:
    text = (
        "Systemet mangler noget, og her er ikke apt-get. Installér det, som på Debian hedder:\n"
        f"\n  {' '.join(needed + wanted)}\n"
    )
    if needed:
        raise SetupError(text + "\nog start så igen.")
    print(text)


def _make_environment() -> None:
    python = getattr(sys, "_base_executable", None) or sys.executable
    was_interrupted = UNFINISHED.exists()
    if was_interrupted:
        print("Den forrige opsætning blev ikke færdig; der begyndes forfra.", flush=True)
    if not was_interrupted and _environment_runs():
        return
    VENV.mkdir(exist_ok=True)
    UNFINISHED.touch()
    command = [python, "-m", "venv", "--clear", str(VENV)]
    done = _said_by(command)
    if done.returncode != 0:
        raise SetupError(
            f"Mappen .venv kunne ikke laves.\n{_last_lines(done.stdout + done.stderr)}"
        )


def _environment_runs() -> bool:
    """Say whether there is an environment of this very Python that can install packages."""
    wanted = "{}.{}".format(*sys.version_info[:2])
    ask = "import pip, sys; print('{}.{}'.format(*sys.version_info[:2]))"
    try:
        done = _said_by([str(PYTHON), "-c", ask])
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() == wanted


def _install_packages() -> None:
    print("Henter Qt og de andre pakker (ca. 120 MB) …", flush=True)
    command = [
        *(str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--no-deps"),
        *("--disable-pip-version-check", "--no-warn-script-location", "--retries", "3"),
        *("--only-binary", ":all:", "--require-hashes", "-r", str(LOCK)),
    ]
    done = _said_by(command)
    if done.returncode != 0:
        raise SetupError(_why_pip_failed(done.stdout + done.stderr))


def _why_pip_failed(said: str) -> str:
    if "No space left" in said:
        return "Disken er fuld. Der skal bruges ca. 500 MB. Gør plads, og kør kommandoen igen."
    if any(sign in said for sign in NO_NETWORK_SIGNS):
        return (
            "Der er ikke forbindelse til nettet, og pakkerne skal hentes første gang.\n"
            "Kom på nettet, og kør kommandoen igen. Derefter kan Quizapp bruges uden net."
        )
    if any(sign in said for sign in NO_WHEEL_SIGNS):
        return (
            "Pakkerne kunne ikke installeres. Der er ingen til denne computer med denne Python "
            f"({platform.system()}, {platform.machine()}, Python {platform.python_version()}).\n"
            "Er nettet i orden, så hent en 64-bit Python 3.11 til 3.14 på python.org.\n"
            f"{_last_lines(said)}"
        )
    if "DO NOT MATCH THE HASHES" in said:
        return (
            "En hentet pakke er ikke den, den skulle være, og er ikke installeret.\n"
            f"Prøv igen på et andet net.\n{_last_lines(said)}"
        )
    return f"Pakkerne kunne ikke installeres.\n{_last_lines(said)}"


def _make_importable() -> None:
    """Let ``python -m quizapp`` work from any folder."""
    # From one folder to the other, so that only dots stand in it: which letters a path file may
    # hold depends on the Python and the system that read it.
    ask = (
        "import os, sys, sysconfig as s; print(os.path.relpath(s.get_path('purelib'), sys.prefix))"
    )
    packages = _said_by([str(PYTHON), "-c", ask]).stdout.strip()
    up = os.path.relpath(ROOT, VENV / packages)
    (VENV / packages / "quizapp-root.pth").write_text(f"{up}\n", encoding="ascii")


def _compile_program() -> None:
    """Spare the first start half a second; where nothing can be written, it is spent then."""
    command = [str(PYTHON), "-m", "compileall", "-q", str(ROOT / "quizapp")]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def _said_by(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and return what it said, letters that are none replaced."""
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)


def _last_lines(said: str, count: int = 12) -> str:
    return "\n".join(f"  {line}" for line in said.strip().splitlines()[-count:])


def _trouble(error: SetupError | OSError) -> str:
    if isinstance(error, SetupError):
        return str(error)
    return (
        f"Opsætningen kunne ikke skrive her: {error.filename or ROOT} ({error.strerror}).\n"
        "Er disken fuld, eller hører mappen til en anden? Ret det, og kør kommandoen igen."
    )


def _run_tests(arguments: list[str]) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # The same examples in every run: what is found by chance is looked for while one develops.
    os.environ.setdefault("CI", "1")
    os.chdir(ROOT)
    rest = arguments[1:] if arguments[:1] == ["--"] else arguments
    return _hand_over([str(PYTHON), "-m", "pytest", *(rest or SIDE_BY_SIDE)])


def _hand_over(command: list[str]) -> int:
    """Let the command take this process's place; Windows has no such thing, so wait there."""
    sys.stdout.flush()
    if not WINDOWS:
        os.execv(command[0], command)  # noqa: S606 - our own interpreter, no shell wanted
    with subprocess.Popen(command) as running:
        while True:
            try:
                return running.wait()
            except KeyboardInterrupt:
                # Ctrl+C reaches the program too, which ends as it should.
                continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
