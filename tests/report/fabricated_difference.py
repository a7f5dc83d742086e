"""A difference made by hand: one change in each group, one that moves nothing, and effects that add up.

In: nothing. Out: a `Difference`. Every word and number of it is invented.
"""

from dataclasses import replace
from datetime import date

from evaluator.checklists.findings import Verdict
from evaluator.comparison.difference_model import (
    Change,
    ChecklistFigures,
    Difference,
    Effect,
    Figures,
    FlagMove,
    Item,
    Statement,
    Version,
)
from evaluator.economics.figures import Interval

_SILENT = Statement("not_mentioned", "not mentioned any more")
_NO_MOVE = Effect(0.0, 0.0, Interval(0.0, 0.0, 0.0), Interval(0.0, 0.0, 0.0), Interval(0.0, 0.0, 0.0))
_RAISED = FlagMove("non-compete", "Bound for long", "critical", None, "raised")
_BEFORE = Figures(
    floor=52.0,
    ceiling=80.0,
    capped_floor=52.0,
    capped_ceiling=80.0,
    coverage=0.5,
    verdict=Verdict("ask_first", "Ask first", "too much is open"),
    checklists=(ChecklistFigures("autonomy", "Autonomy", 50.0, 75.0, 0.6, True),),
    split=Interval(0.40, 0.45, 0.50),
    hourly_usd=Interval(38.0, 42.0, 46.0),
    take_home_usd=Interval(40_000.0, 45_000.0, 50_000.0),
    pay_is_stated=True,
)
_AFTER = replace(
    _BEFORE,
    floor=50.5,
    ceiling=81.0,
    capped_floor=39.0,
    capped_ceiling=39.0,
    coverage=0.55,
    verdict=Verdict("stop", "Stop: resolve first", "a critical red flag is raised"),
    checklists=(ChecklistFigures("autonomy", "Autonomy", 48.5, 75.0, 0.6, True),),
    split=Interval(0.38, 0.43, 0.50),
    hourly_usd=Interval(37.0, 40.5, 46.0),
)
_GONE = Change(
    (Item("No-shows", "removed", Statement("stated", "6%", "contract", line=9), _SILENT),),
    "worse",
    replace(_NO_MOVE, floor=-0.5),
    (),
)
_LESS = Change(
    (
        Item(
            "Your share",
            "changed",
            Statement("stated", "60%", "contract", "sixty & <more>", "§3.1", line=5),
            Statement("stated", "55%", "contract", "fifty-five", "§3.1", line=5),
            term="pay.share",
        ),
        Item(
            "Of what",
            "evidence_lost",
            Statement("stated", "collected", "contract"),
            Statement("stated", "collected", "verbal"),
        ),
    ),
    "worse",
    Effect(0.0, 0.0, Interval(-0.02, -0.02, 0.0), Interval(-1.0, -1.5, 0.0), Interval(0.0, 0.0, 0.0)),
    (),
)
_BOUND = Change(
    (
        Item(
            "Non-compete", "answered", Statement("vague", "asked, answered vaguely"), Statement("stated", "Two years.")
        ),
    ),
    "worse",
    replace(_NO_MOVE, floor=-1.0),
    (_RAISED,),
)
_MORE = Change(
    (Item("Pausing intake", "added", Statement("not_mentioned", "not mentioned"), Statement("stated", "You may.")),),
    "better",
    replace(_NO_MOVE, ceiling=1.0),
    (),
)
_IDLE = Change(
    (
        Item(
            "The day of the terms",
            "changed",
            Statement("stated", "November 2, 2026"),
            Statement("stated", "November 9, 2026"),
            term="offer.as_of",
        ),
    ),
    "open",
    _NO_MOVE,
    (),
)


def _version(number: int) -> Version:
    name = f"draft-{number}"
    day, mark = date(2026, 11, 2 + 7 * (number - 1)), f"{number}123456789abcdef" * 4
    return Version(name, "Evenings", "Harrowgate & Sons", f"{name}.yaml", day, mark, mark, "format: 1\n")


DIFFERENCE = Difference(
    schema_version=1,
    as_of=date(2026, 11, 21),
    version="0.1.0",
    reader="Sam",
    same=False,
    old=_version(1),
    new=_version(2),
    before=_BEFORE,
    after=_AFTER,
    whole=Effect(-1.5, 1.0, Interval(-0.02, -0.02, 0.0), Interval(-1.0, -1.5, 0.0), Interval(0.0, 0.0, 0.0)),
    changes=(_GONE, _LESS, _BOUND, _MORE, _IDLE),
    together=_NO_MOVE,
    flags=(_RAISED,),
    worse_because=("the overall floor falls from 52.0 to 39.0",),
    notices=("It supports a decision.", "Figures are for a year."),
)
