"""What holds for every test: no network, and the same run again gives the same result.

In: nothing. Out: settings and one guard. Must not hold test data or helpers of a single room.
"""

import os
import socket
from typing import Any

import pytest
from hypothesis import settings

# No deadline: a busy machine is not a bug. Fixed seeds in CI, so that a change is judged by what it changed.
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves the machine: a test that would open a connection fails instead."""
    connect = socket.socket.connect

    def only_inside(self: socket.socket, address: Any) -> None:
        assert self.family == socket.AF_UNIX, f"a test tried to connect to {address!r}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_inside)
