"""WeasyPrint on a finished page, with nothing around it: what a report in PDF costs at the least.

In: the folder that `record_page` filled. Out: `alone.pdf` in it. Must not import the evaluator.
"""

import sys
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    fonts = FontConfiguration()
    style = CSS(filename=folder / "page.css", font_config=fonts)
    page = HTML(filename=folder / "page.html")
    page.write_pdf(folder / "alone.pdf", stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
