"""`python -m evaluator`, the same as the command `evaluator`.

In: the command line. Out: whatever the command says. Must not do anything of its own.
"""

from evaluator.cli import main

if __name__ == "__main__":
    main()
