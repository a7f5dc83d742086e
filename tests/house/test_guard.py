"""The guard of `conftest` stops a test that would open a connection.

In: nothing. Out: pass. Must not reach anything.
"""

import socket

import pytest


def test_a_connection_is_refused() -> None:
    with pytest.raises(AssertionError, match="tried to connect"):
        socket.create_connection(("127.0.0.1", 9), timeout=1)
