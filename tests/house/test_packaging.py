"""What people install does the main job away from the checkout.

In: the checkout. Out: a wheel and an sdist, and a PDF made by the installed wheel. Must not fetch anything, nor use the
checkout's own package: the wheel gets an environment of its own, which only borrows the locked dependencies.
"""

import importlib.util
import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ("lakeside-group", "brightpath-platform", "harbor-employee")

pytestmark = pytest.mark.packaging


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that must succeed, away from the checkout's own environment."""
    hide = {"PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME"}
    env = {name: value for name, value in os.environ.items() if name not in hide}
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env=env, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def build(kind: str, source: Path, target: Path) -> Path:
    """The one file that hatchling builds from `source`; it is in the lock, so nothing is fetched."""
    run(sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", target, cwd=source)
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment that holds the wheel."""
    home = tmp_path_factory.mktemp("an environment") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home.parent)
    python = home / "bin" / "python"
    wanted = ("--no-index", "--no-deps", "--quiet", wheel)
    if importlib.util.find_spec("pip"):
        run(sys.executable, "-m", "pip", "--python", python, "install", *wanted, cwd=home.parent)
    else:  # uv made the environment, and left pip out
        run("uv", "pip", "install", "--python", python, *wanted, cwd=home.parent)
    # A path listed in a .pth file is searched last, and .pth files inside it are not read: the checkout stays out.
    packages = Path(
        run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home.parent).strip()
    )
    borrowed = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    (packages / "borrowed.pth").write_text("\n".join(borrowed) + "\n", encoding="utf-8")
    return home / "bin"


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def metadata_of(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(archive.read(name).decode())


def test_the_wheel_holds_all_that_the_program_reads(wheel: Path) -> None:
    names = names_in(wheel)
    for folder in ("offers", "templates"):
        here = {path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts}
        assert here
        assert {f"evaluator/_data/{path.relative_to(ROOT).as_posix()}" for path in here} <= names
    data = set((ROOT / "evaluator").rglob("*.yaml"))
    assert data
    assert {path.relative_to(ROOT).as_posix() for path in data} <= names
    assert "evaluator/py.typed" in names


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    names = names_in(wheel)
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"evaluator"}
    assert not {name for name in names if "__pycache__" in name or name.endswith((".pyc", ".pdf"))}


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    metadata = metadata_of(wheel)
    assert metadata["Name"] == "evaluator"
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"


def test_the_sdist_builds_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        # Early releases of Python 3.11 have no filters; later ones want one named.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(tmp_path / "source")
    (source,) = (tmp_path / "source").iterdir()
    assert (source / "dev").is_file()
    assert (source / "tests" / "house").is_dir()
    assert names_in(build("wheel", source, tmp_path / "again")) == names_in(wheel)


def test_the_installed_package_is_the_wheels_own(installed: Path, tmp_path: Path) -> None:
    where = "from evaluator import resources as r; print(r.__file__); print(r.resource_folder('offers'))"
    for line in run(installed / "python", "-c", where, cwd=tmp_path).splitlines():
        assert Path(line).is_relative_to(installed.parent)


def test_the_installed_command_knows_its_version(installed: Path, wheel: Path, tmp_path: Path) -> None:
    assert metadata_of(wheel)["Version"] in run(installed / "evaluator", "--version", cwd=tmp_path)


def test_the_installed_command_does_the_main_job(installed: Path, tmp_path: Path) -> None:
    where = "from evaluator.resources import resource_folder; print(resource_folder('offers'))"
    offers = Path(run(installed / "python", "-c", where, cwd=tmp_path).strip())
    chosen = [offers / f"{name}.yaml" for name in SAMPLES]
    run(installed / "evaluator", "compare", *chosen, "-o", "out.html", cwd=tmp_path)
    run(installed / "evaluator", "compare", chosen[2], "-o", "out.pdf", cwd=tmp_path)  # one, since PDFs take long
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")
    assert "Lakeside" in (tmp_path / "out.html").read_text(encoding="utf-8")
