"""What the room lets out, and what coming in costs."""

import subprocess
import sys

import evaluator.offer


def test_the_door_names_what_it_opens() -> None:
    assert sorted(evaluator.offer.__all__) == evaluator.offer.__all__
    assert all(hasattr(evaluator.offer, name) for name in evaluator.offer.__all__)


def test_reading_offers_needs_nothing_heavy_but_pydantic() -> None:
    code = "import sys, evaluator.offer; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "pydantic" in loaded
    assert not {"numpy", "jinja2", "click", "rich", "weasyprint", "jsonschema"} & set(loaded)
