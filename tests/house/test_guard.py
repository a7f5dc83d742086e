"""The guard of `conftest` stops a test that would open a connection.

In: nothing. Out: pass. Must not reach anything.
"""

import socket

import pytest


def test_a_connection_is_refused() -> None:
    with socket.socket() as connection, pytest.raises(AssertionError, match="tried to connect"):
        connection.connect(("127.0.0.1", 9))
