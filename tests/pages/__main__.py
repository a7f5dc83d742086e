"""`python -m tests.pages FOLDER [SET...]`: every set's documents, each page as a picture, and all pages on one sheet.

In: a folder, names of sets (all without any). Out: FOLDER/SET/made.pdf, made.html, 01.png and so on, and FOLDER/SET.png
in grey, as a black-and-white printer has it. Must not check anything.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

from tests.pages.building import shelved
from tests.pages.sets import SETS

PAGE, THUMBNAIL = 1.25, 0.4  # pixels for a point: 90 dpi, and small enough for twenty pages on a screen
ACROSS, GAP = 8, 4


def picture(folder: Path, name: str) -> str:
    """Build one set and draw it; returns what was done as a line of text."""
    made = shelved(SETS[name], folder)
    pdf = pdfium.PdfDocument(made.pdf)
    small = []
    for number in range(len(pdf)):
        pdf[number].render(scale=PAGE).to_pil().save(folder / name / f"{number + 1:02}.png")
        small.append(pdf[number].render(scale=THUMBNAIL).to_pil().convert("L"))
    contact_sheet(small).save(folder / f"{name}.png")
    return f"{name}: {len(small)} pages"


def contact_sheet(pages: list[Image.Image]) -> Image.Image:
    """All pages of a document side by side, in rows."""
    width, height = max(one.width for one in pages) + GAP, max(one.height for one in pages) + GAP
    sheet = Image.new("L", (min(len(pages), ACROSS) * width, -(-len(pages) // ACROSS) * height), 128)
    for place, one in enumerate(pages):
        sheet.paste(one, (place % ACROSS * width, place // ACROSS * height))
    return sheet


def main(folder: str, *names: str) -> None:
    """Draw these sets, or all, on all cores."""
    with ProcessPoolExecutor() as pool:
        for line in pool.map(partial(picture, Path(folder)), names or tuple(SETS)):
            sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
