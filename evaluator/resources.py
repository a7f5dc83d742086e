"""Where the files that travel with the program are: templates, fonts, sample offers.

In: the name of a folder. Out: its path, in the installed package first, else in a checkout. Must not open anything.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource_folder(name: str) -> Path:
    """The folder `name` (`templates`, `offers`) as installed, else as checked out; `FileNotFoundError` if neither."""
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the program's own folder '{name}' is missing: install it again")
