"""`python -m evaluator`, the same as the command `evaluator`.

In: the command line. Out: whatever the command says, and its exit code. Must not do anything of its own.
"""

import sys
from typing import Any


def main() -> Any:
    """The exit code of the command; Ctrl-C is answered the same way while the program is still being loaded."""
    try:
        from evaluator.cli import main as run

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
