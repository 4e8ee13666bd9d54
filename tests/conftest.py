"""What every test gets: hypothesis profiles, no network, an off-screen Qt and the shared files."""

import os
import shutil
import socket
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, settings

from tests.builders import OPENED
from tests.shared_files import SHARED, has_shared
from tests.small_disks import a_small_disk

# Before any Qt is loaded; a test that needs a real screen starts its own process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REQUIRE_SHARED: Final = "QUIZAPP_REQUIRE_SHARED"
REQUIRE_SCREEN: Final = "QUIZAPP_REQUIRE_SCREEN"
LOCAL_HOSTS: Final = frozenset({"127.0.0.1", "::1", "localhost"})
Address = tuple[Any, ...] | str | bytes

# How long a thing takes says more of what else the machine does than of the program.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", settings.get_profile("dev"), derandomize=True, database=None, print_blob=True
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


class NetworkUsedError(AssertionError):
    """A test reached for another machine."""


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to run without what the caller demands."""
    config.addinivalue_line("markers", "shared: needs ../shared beside the repository root")
    config.addinivalue_line("markers", "screen: needs Xvfb, for a window on a real screen")
    for demand, is_there in _demands().items():
        if os.environ.get(demand) and not is_there:
            message = f"{demand} is set, but what it demands is not there"
            raise pytest.UsageError(message)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what needs the shared files or a screen on a machine that has none."""
    there = _demands()
    absent = [item for item in items if any(not there[need] for need in _needs(item))]
    if absent:
        config.hook.pytest_deselected(items=absent)
        items[:] = [item for item in items if item not in absent]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that skips itself where what it needs is demanded."""
    report = yield
    demanded = [need for need in _needs(item) if os.environ.get(need)]
    if report.skipped and demanded:
        report.outcome = "failed"
        report.longrepr = f"skipped although {demanded} is set: {report.longrepr}"
    return report


@pytest.fixture
def shared_dir() -> Path:
    """Return the folder of files that the project shares; absent on a user's machine."""
    if not has_shared():
        pytest.skip(f"{SHARED} is not there")
    return SHARED


@pytest.fixture(autouse=True)
def _banks_closed() -> Iterator[None]:
    """Close what a test opened; from Python 3.13 on a forgotten file fails some later test."""
    before = len(OPENED)
    yield
    for bank in OPENED[before:]:
        bank.close()
    del OPENED[before:]


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

        def guarded(self: socket.socket, address: Address) -> None:
            _refuse_unless_local(self, address)
            connect(self, address)

        def guarded_ex(self: socket.socket, address: Address) -> int:
            _refuse_unless_local(self, address)
            return connect_ex(self, address)

        patch.setattr(socket.socket, "connect", guarded)
        patch.setattr(socket.socket, "connect_ex", guarded_ex)
        yield


def _demands() -> dict[str, bool]:
    """Say of each thing that a caller can demand whether this machine has it."""
    return {REQUIRE_SHARED: has_shared(), REQUIRE_SCREEN: shutil.which("Xvfb") is not None}


def _needs(item: pytest.Item) -> list[str]:
    fixtures: list[str] = getattr(item, "fixturenames", [])
    shared = item.get_closest_marker("shared") is not None or "shared_dir" in fixtures
    screen = item.get_closest_marker("screen") is not None
    return [REQUIRE_SHARED] * shared + [REQUIRE_SCREEN] * screen


def _refuse_unless_local(used: socket.socket, address: Address) -> None:
    is_internet = used.family in {socket.AF_INET, socket.AF_INET6}
    if is_internet and isinstance(address, tuple) and address[0] not in LOCAL_HOSTS:
        message = f"a test tried to reach {address!r}"
        raise NetworkUsedError(message)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB; skipped where this user may not mount one."""
    with a_small_disk(tmp_path) as disk:
        yield disk
