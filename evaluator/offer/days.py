"""A day as people write it, whatever the machine's own language.

In: a day. Out: words. Must not read the clock.
"""

from datetime import date

MONTHS = "January February March April May June July August September October November December".split()


def day_in_words(day: date) -> str:
    """`November 2, 2026`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
