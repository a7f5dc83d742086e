"""What coming into the room costs, and what reading an offer costs."""

import subprocess
import sys


def loaded_by(code: str) -> set[str]:
    """The libraries that are loaded once this has run."""
    names = "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; {names}"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_coming_in_costs_nothing() -> None:
    assert not {"pydantic", "yaml", "numpy"} & loaded_by("import evaluator.offer, evaluator.economics")


def test_reading_offers_needs_nothing_heavy_but_pydantic() -> None:
    loaded = loaded_by("from evaluator.offer import load_offer")
    assert "pydantic" in loaded
    assert not {"numpy", "jinja2", "click", "rich", "weasyprint", "jsonschema"} & loaded
