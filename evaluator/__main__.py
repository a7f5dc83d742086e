"""`python -m evaluator`, the same as the command `evaluator`.

In: the command line. Out: whatever the command says, and its exit code. Must not do anything of its own.
"""

import sys

from evaluator.cli import main

if __name__ == "__main__":
    sys.exit(main())
