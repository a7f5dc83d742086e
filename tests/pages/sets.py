"""The sets of pages that are looked at and checked: which offers, in which kind of document.

In: nothing. Out: `SETS`, by name. Must not build anything before it is asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from evaluator.offer import OfferFile
from evaluator.report.layout import PLAIN, Layout
from tests.comparison.samples import SAMPLES, sample
from tests.pages import offers

Kind = Literal["comparison", "audit", "sheet", "difference"]
OfferMaker = Callable[[], OfferFile]


@dataclass(frozen=True, slots=True)
class PageSet:
    """One document to be looked at.

    `reader` and `practice` are files of `offers/about`, by name. `draws` are the simulated years. A set that is
    `always` built is checked by `./dev test`; the others by `./dev pages`, which builds all.
    """

    name: str
    offers: tuple[OfferMaker, ...]
    kind: Kind = "comparison"
    reader: str | None = None
    reader_name: str | None = None
    practice: str | None = None
    draws: int = 200
    always: bool = False
    layout: Layout = PLAIN


def _samples(*names: str) -> tuple[OfferMaker, ...]:
    return tuple(partial(sample, name) for name in names)


THREE = ("lakeside-group", "brightpath-platform", "harbor-employee")
# Every kind of pay and of engagement, one physical therapist among them.
EIGHT = (*THREE, "cedar-network", "juniper-associate", "maple-tiers", "summit-quota", "turnpike-mill")

A4, ANONYMOUS = Layout("a4"), Layout("a4", anonymous=True)

SETS: dict[str, PageSet] = {
    one.name: one
    for one in (
        PageSet("three", _samples(*THREE), reader="maya", draws=1000, always=True),
        PageSet("eight", _samples(*EIGHT), reader="maya", always=True),
        PageSet("six", _samples(*EIGHT[:6]), reader="maya"),
        PageSet("silent", (offers.silent,), always=True),
        PageSet(
            "hostile",
            (partial(offers.hostile, THREE[0]), partial(offers.hostile, THREE[2])),
            reader="robin",
            reader_name=offers.HOSTILE,
            always=True,
        ),
        PageSet(
            "long",
            (
                partial(offers.long_named, THREE[0]),
                partial(offers.long_named, THREE[1], offers.LONG_WORD),
                partial(offers.long_quoted, THREE[2]),
            ),
            reader="maya",
            always=True,
        ),
        PageSet("audit", _samples(THREE[0]), "audit", practice="lakeside-practice", always=True),
        PageSet("audit-silent", (offers.silent,), "audit"),
        PageSet("audit-three", _samples("summit-quota", "sandpiper-home-visits", "quiet-practice"), "audit"),
        PageSet("long-names", tuple(partial(offers.long_named, name) for name in THREE), reader="maya"),
        PageSet("long-quotes", tuple(partial(offers.long_quoted, name) for name in THREE), reader="maya"),
        PageSet("difference", _samples(THREE[0], "maple-tiers"), "difference", always=True),
        PageSet("sheet-hostile", (partial(offers.hostile, THREE[0]),), "sheet", always=True),
        PageSet("sheet-long", (partial(offers.long_quoted, THREE[2]),), "sheet", always=True),
        PageSet("sheet-a4", _samples("sandpiper-home-visits"), "sheet", layout=A4),
        PageSet("sheet-anonymous", _samples("brightpath-platform"), "sheet", layout=ANONYMOUS),
        PageSet("difference-anonymous", _samples(THREE[0], "maple-tiers"), "difference", layout=ANONYMOUS),
        PageSet("three-anonymous", _samples(*THREE), reader="maya", layout=ANONYMOUS),
        PageSet("sheet-silent", (offers.silent,), "sheet"),
        *(PageSet(path.stem, _samples(path.stem)) for path in SAMPLES),
        *(PageSet(f"sheet-{path.stem}", _samples(path.stem), "sheet") for path in SAMPLES),
    )
}
ALWAYS = tuple(name for name, one in SETS.items() if one.always)
