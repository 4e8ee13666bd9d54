"""The guards around every test do guard."""

import os
import socket

import pytest
from hypothesis import settings


def test_a_test_cannot_reach_another_machine() -> None:
    with socket.socket() as used, pytest.raises(AssertionError, match="tried to reach"):
        used.connect(("192.0.2.1", 80))


def test_a_test_cannot_reach_another_machine_by_the_quiet_way_either() -> None:
    with socket.socket() as used, pytest.raises(AssertionError, match="tried to reach"):
        used.connect_ex(("192.0.2.1", 80))


def test_a_test_may_talk_to_its_own_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as used:
        used.connect(server.getsockname())
        assert used.getpeername() == server.getsockname()


def test_a_slow_machine_fails_no_property() -> None:
    assert settings().deadline is None


def test_qt_needs_no_screen() -> None:
    assert os.environ["QT_QPA_PLATFORM"]
