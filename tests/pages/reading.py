"""The HTML of a document, taken apart: tags, attributes, headings.

In: HTML as bytes. Out: `HtmlPage`. Must not know what any of it means.
"""

from html.parser import HTMLParser


class HtmlPage(HTMLParser):
    """All tags and attributes in order, and the headings as (level, words)."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.headings: list[tuple[int, str]] = []
        self._level = 0
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._level, self._words = int(tag[1]), ""

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        if self._level and tag == f"h{self._level}":
            self.headings.append((self._level, " ".join(self._words.split())))
            self._level = 0


def read_html(data: bytes) -> HtmlPage:
    """The page taken apart."""
    page = HtmlPage()
    page.feed(data.decode())
    return page


def headings_of(data: bytes) -> list[tuple[int, str]]:
    """The headings of a page: level and words, in order."""
    return read_html(data).headings
