"""What every test gets: hypothesis profiles, no network, an off-screen Qt and the shared files."""

import os
import socket
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, settings

from tests.shared_files import SHARED, has_shared

# Before any Qt is loaded; a test that needs a real screen starts its own process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REQUIRE_SHARED: Final = "QUIZAPP_REQUIRE_SHARED"
LOCAL_HOSTS: Final = frozenset({"127.0.0.1", "::1", "localhost"})
Address = tuple[Any, ...] | str | bytes

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("dev", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


class NetworkUsedError(AssertionError):
    """A test reached for another machine."""


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to run without the shared files where the caller demands them."""
    config.addinivalue_line("markers", "shared: needs ../shared beside the repository root")
    if os.environ.get(REQUIRE_SHARED) and not has_shared():
        message = f"{REQUIRE_SHARED} is set, but {SHARED} is not there"
        raise pytest.UsageError(message)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what needs the shared files on a machine that has none."""
    if has_shared():
        return
    absent = [item for item in items if _needs_shared(item)]
    if absent:
        config.hook.pytest_deselected(items=absent)
        items[:] = [item for item in items if item not in absent]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a shared test that skips itself where the shared files are demanded."""
    report = yield
    if report.skipped and os.environ.get(REQUIRE_SHARED) and _needs_shared(item):
        report.outcome = "failed"
        report.longrepr = f"skipped although {REQUIRE_SHARED} is set: {report.longrepr}"
    return report


@pytest.fixture
def shared_dir() -> Path:
    """Return the folder of files that the project shares; absent on a user's machine."""
    if not has_shared():
        pytest.skip(f"{SHARED} is not there")
    return SHARED


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


def _needs_shared(item: pytest.Item) -> bool:
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return item.get_closest_marker("shared") is not None or "shared_dir" in fixtures


def _refuse_unless_local(used: socket.socket, address: Address) -> None:
    is_internet = used.family in {socket.AF_INET, socket.AF_INET6}
    if is_internet and isinstance(address, tuple) and address[0] not in LOCAL_HOSTS:
        message = f"a test tried to reach {address!r}"
        raise NetworkUsedError(message)
