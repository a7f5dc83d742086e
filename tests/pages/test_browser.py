"""The HTML in a real browser: at a desk and on a phone, for those who see it and for those who have it read."""

import os
from pathlib import Path

import pytest

from tests.pages.browser import browser, seen
from tests.pages.building import shelved
from tests.pages.sets import SETS

DESK, PHONE = 1280, 360
# Checking in the browser is slow: with every set only where all are asked for.
IN_BROWSER = tuple(SETS) if os.environ.get("PAGE_SHELF") else ("three", "audit")

pytestmark = pytest.mark.skipif(browser() is None, reason="no Chromium here; `./dev pages` installs one and checks")


@pytest.fixture(scope="session", params=IN_BROWSER)
def document(request: pytest.FixtureRequest, shelf: Path) -> bytes:
    """The HTML of a set."""
    return shelved(SETS[request.param], shelf).html


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_axe_finds_nothing_and_the_page_fits_its_window(width: int, document: bytes, tmp_path: Path) -> None:
    # Colors are the same on a phone; a document in which nothing passed was not looked at.
    found = seen(document, width, tmp_path, contrast=width == DESK)
    assert found.violations == ()
    assert found.passes > 10
    assert found.room == width
    assert found.width <= found.room, "the page scrolls sideways"


def test_planted_faults_are_seen(tmp_path: Path) -> None:
    page = b"""<!doctype html><html><head><title>x</title></head><body><main><h1>One</h1>
      <p style="color: #bbb">Faint</p><svg role="img" width="9" height="9"></svg>
      <div style="width: 700px">Wide</div></main></body></html>"""
    found = seen(page, PHONE, tmp_path)
    rules = {line.split(":")[0] for line in found.violations}
    assert {"color-contrast", "html-has-lang", "svg-img-alt"} <= rules
    assert found.width > found.room
