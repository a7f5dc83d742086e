"""A real terminal for tests: a program in tmux, keys typed into it, and what stands on its screen.

In: a command. Out: screens as text. Must not know what the program is about. Needs tmux; tests skip where it is not.
"""

import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

HAS_TMUX = shutil.which("tmux") is not None
WHY_SKIPPED = "tmux is not installed (apt-get install tmux, brew install tmux): nobody can type into a real terminal"
PATIENCE_SECONDS = 120.0


class Terminal:
    """One program in a terminal of its own; ends with the `with` block."""

    def __init__(self, command: str, folder: Path, environment: Mapping[str, str], size: tuple[int, int]) -> None:
        self.keys_typed = 0
        self._socket = str(folder / "tmux.sock")
        width, height = size
        exports = "".join(f"export {name}='{value}'; " for name, value in environment.items())
        # The shell outlives Ctrl-C, so that it can tell how the program ended.
        line = f"trap : INT; cd '{folder}'; {exports}{command}; echo ENDED WITH $?; sleep 600"
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height), "sh", "-c", line)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._tmux("kill-server")

    def type(self, *keys: str) -> None:
        """Type words letter by letter, or keys by their tmux names (`Enter`, `Down`, `C-c`); each counts once."""
        for key in keys:
            named = key in ("Enter", "Down", "Up", "Space", "Tab", "BTab", "C-c", "BSpace", "C-u")
            self._tmux("send-keys", *([] if named else ["-l"]), key)
            self.keys_typed += 1 if named else len(key)
            time.sleep(0.02)

    def screen(self) -> str:
        """What stands on the screen."""
        return self._tmux("capture-pane", "-p")

    def wait_for(self, words: str) -> str:
        """The screen once it holds these words."""
        until = time.monotonic() + PATIENCE_SECONDS
        while words not in (screen := self.screen()):
            assert time.monotonic() < until, f"{words!r} did not come; the screen is:\n{screen}"
            time.sleep(0.05)
        return screen

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, *arguments], capture_output=True, text=True, timeout=30, check=False
        )
        return done.stdout
