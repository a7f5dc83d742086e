"""`python -m evaluator`, the same as the command `evaluator`.

In: the command line. Out: whatever the command says, and its exit code. Must not do anything of its own but
say how the process is run.
"""

import gc
import sys
from typing import Any

# Nearly all that a run makes lives until its end. Looking for garbage after every 700 objects takes a twentieth of the
# time and finds nothing; what does go in circles, in the making of a PDF, is still found.
SELDOM = (50_000, 20, 50)


def main() -> Any:
    """The exit code of the command; Ctrl-C is answered the same way while the program is still being loaded."""
    gc.set_threshold(*SELDOM)
    try:
        from evaluator.cli import main as run

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
