"""Cut the report's fonts out of the full Inter family, so that every machine prints the same letters.

In: the folder of full `Inter-*.woff2` files (the `web` folder of the npm package inter-ui 4.1.1; `npm pack inter-ui`
fetches it). Out: a plain TTF (for PDF) and a woff2 (for HTML) of each weight, beside this file. Must not change shapes.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = ("Regular", "SemiBold")
FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum"]
# Latin with its accents, punctuation, money signs, arrows, comparison signs, and the marks of the tables.
RANGES = ((0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x315), (0x1E00, 0x1EFF), (0x2010, 0x2022), (0x2190, 0x2193))
SINGLE = "…‰′″‹›€№™−≈≠≤≥½✓✗×⊘■□●○▲△▼◆◇⚠"


def cut(folder: Path, target: Path) -> None:
    """Write the two files of each weight to `target`; dates are kept, so the same input gives the same bytes."""
    wanted = {code for first, last in RANGES for code in range(first, last + 1)} | {ord(sign) for sign in SINGLE}
    for weight in WEIGHTS:
        options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True, recalc_timestamp=False)
        options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
        font = TTFont(folder / f"Inter-{weight}.woff2", recalcTimestamp=False)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        font.flavor = None  # without this the "TTF" would still be compressed, and four times slower to embed
        font.save(target / f"Inter-{weight}.ttf")
        font.flavor = "woff2"
        font.save(target / f"Inter-{weight}.woff2")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python cut.py FOLDER_WITH_FULL_INTER_WOFF2_FILES")
    cut(Path(sys.argv[1]), Path(__file__).parent)
