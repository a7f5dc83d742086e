"""How many days ahead a change is told.

In: text such as `30 days`. Out: whole days. Must not guess a unit: a month is no number of days.
"""

import re

from evaluator.offer.values import wrong

MOST_NOTICE_DAYS = 1_000
_NOTICE = re.compile(r"([0-9]{1,4})(?: ?days?)?")


def parse_notice(text: str) -> int:
    """Whole days of notice from `30 days` or `30`; 0 where a change may come without any."""
    found = _NOTICE.fullmatch(text.strip())
    if found is None or int(found[1]) > MOST_NOTICE_DAYS:
        raise wrong(text, "is not a number of days", f"days such as 30 days, at most {MOST_NOTICE_DAYS:,}")
    return int(found[1])
