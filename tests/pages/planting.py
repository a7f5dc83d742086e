"""Small documents with a fault on purpose, to show that each rule sees what it is for.

In: a body in HTML. Out: `Made`, as for a page set. Must not be used for anything that users see.
"""

import weasyprint

from tests.pages.building import Made, listened

PAGE = "@page { size: 300pt 300pt; margin: 40pt } body { font: 10pt Inter, sans-serif } p { margin: 0 0 6pt }"


def planted(body: str, style: str = "") -> Made:
    """A little page with this body as a tagged PDF."""
    text = f'<html lang="en-US"><title>Planted</title><style>{PAGE}{style}</style><body>{body}</body></html>'
    return listened("planted", lambda: bytes(weasyprint.HTML(string=text).write_pdf(pdf_variant="pdf/ua-1")))
