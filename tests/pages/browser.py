"""Opens a document in a browser without a window and asks axe, the accessibility checker, what it finds.

In: HTML as bytes, and a width in CSS px. Out: `Seen`. Must not reach any network: the page, the checker and the answer
are all in one file, and names lead nowhere.
"""

import html
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_A_MAC = (Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),)
# Nothing is fetched, and no message bus is waited for.
ALONE = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-first-run",
)
# Runs in the document; the answer goes into the page around it, which is what the browser prints.
PROBE = """addEventListener('load', () => axe.run(document, {resultTypes: ['violations'], rules: RULES}).then(found => {
  const told = parent.document.createElement('script');
  told.type = 'application/json';
  told.id = 'told';
  told.textContent = JSON.stringify({
    violations: found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.target.join(' '))),
    passes: found.passes.length,
    width: document.documentElement.scrollWidth,
    room: innerWidth,
  }).replaceAll('<', '\\\\u003c');
  parent.document.body.append(told);
}));"""
START, END = '<script type="application/json" id="told">', "</script>"


@dataclass(frozen=True, slots=True)
class Seen:
    """What axe found, a line for each element; how many rules passed; how wide the document and its window are."""

    violations: tuple[str, ...]
    passes: int
    width: float
    room: float


@cache
def browser() -> str | None:
    """The path of a browser that can run without a window, none where there is none."""
    named = next((path for path in map(shutil.which, BROWSERS) if path), None)
    return named or next((str(path) for path in ON_A_MAC if path.exists()), None)


@cache
def _axe() -> str:
    """The checker's source, from the package that carries it, whose Python part stays unused."""
    found = find_spec("axe_playwright_python")
    assert found is not None, "the checker is missing: run ./dev, which installs it"
    folder = Path(*(found.submodule_search_locations or ()))
    return (folder / "axe.min.js").read_text("utf-8").replace("</script", "<\\/script")


def seen(document: bytes, width: int, folder: Path, *, contrast: bool = True) -> Seen:
    """What axe finds in the document in a window of this width. `contrast` is what takes most of the time."""
    path = browser()
    assert path is not None
    rules = json.dumps({} if contrast else {"color-contrast": {"enabled": False}})
    probe = f"<script>{_axe()}</script><script>{PROBE.replace('RULES', rules)}</script></body>"
    inner = document.decode().replace("</body>", probe)
    assert inner.count(probe) == 1
    # A window can't be narrower than some 500 px, a frame can.
    frame = f'<iframe style="border:0;width:{width}px;height:900px" srcdoc="{html.escape(inner)}"></iframe>'
    outer = folder / f"probe-{width}.html"
    outer.write_text(f'<!doctype html><meta charset="utf-8"><title>x</title><body>{frame}</body>', encoding="utf-8")
    return _told(_dumped(path, outer, folder))


def _dumped(path: str, page: Path, folder: Path) -> str:
    """The page as it is once its scripts are done."""
    options = ["--headless", *ALONE, "--window-size=1400,1000", "--virtual-time-budget=120000"]
    options.append(f"--user-data-dir={folder / 'profile'}")
    if os.geteuid() == 0:
        options.append("--no-sandbox")  # it can't be had as root
    done = subprocess.run(
        [path, *options, "--dump-dom", page.as_uri()],
        capture_output=True,
        timeout=300,
        check=True,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": "disabled:"},
    )
    return done.stdout.decode("utf-8", "replace")


def _told(dumped: str) -> Seen:
    _, start, rest = dumped.rpartition(START)
    assert start, f"the checker did not answer: {dumped[-500:]}"
    told = json.loads(rest[: rest.index(END)])
    return Seen(tuple(told["violations"]), told["passes"], told["width"], told["room"])
